"""Numbers worth a look, from reports to the lines of the dossier."""

from __future__ import annotations

from typing import Any

import pytest

import rashomon
from rashomon.records.findings import Disagreement, Side
from rashomon.records.span import Cite
from rashomon.steps.reconcile.checks import MOST, Around, find_checks, sure_pairs
from rashomon.steps.reconcile.checks.likeness import Likeness

from .conftest import Scene, scene

FIRST = """Miners trapped after tunnel caves in

Nineteen miners were trapped on Tuesday when a tunnel caved in at the Kolmen copper mine, its owner Orvex said.

The company employs 1,150 people at the site, which produced 48,000 tonnes of copper last year.
"""
SECOND = """Race to reach workers in collapsed shaft

Rescuers were trying on Wednesday to get to {} who have been cut off since part of the Kolmen mine collapsed.

The mine has a staff of 1,150. Its yearly output is {} of copper, according to Orvex.
"""
SURELY = """Race to reach workers in collapsed shaft

At the Kolmen copper mine 23 workers are trapped since a tunnel caved in.

The mine has a staff of 1,150.
"""


def checks(second: str, first: str = FIRST) -> list[dict[str, Any]]:
    reports = [
        {"id": "a", "outlet": "Kolmen Sun", "text": first, "date": "2025-09-03"},
        {"id": "b", "outlet": "Northland Wire", "text": second, "date": "2025-09-03"},
    ]
    dossier = rashomon.compare(reports).to_dict()
    assert rashomon.verify(dossier).holds
    told = [[s["cites"] for s in d["sides"]] for d in dossier["disagreements"]]
    numbers = [c for c in dossier["checks"] if c["kind"] == "figure"]
    return [*numbers, *({"note": "told", "sides": s} for s in told)]


def test_reports_that_agree_leave_nothing_to_look_at() -> None:
    assert checks(SECOND.format("19 workers", "48,000 tonnes")) == []


@pytest.mark.parametrize(
    ("workers", "output"),
    [("23 workers", "48,000 tonnes"), ("19 workers", "38,000 tonnes"), ("16 men", "48,000 tonnes")],
)
def test_a_number_changed_in_other_words_is_told_or_asked_about(workers: str, output: str) -> None:
    assert len(checks(SECOND.format(workers, output))) == 1


def test_two_changed_numbers_are_two_lines() -> None:
    assert len(checks(SECOND.format("23 workers", "38,000 tonnes"))) == 2


@pytest.mark.parametrize("output", ["nearly 50,000 tonnes", "more than 40,000 tonnes", "some 48 thousand tonnes"])
def test_hedges_that_fit_are_not_asked_about(output: str) -> None:
    assert checks(SECOND.format("19 workers", output)) == []


def test_a_number_far_larger_is_of_something_else() -> None:
    assert checks(SECOND.format("400 workers", "48,000 tonnes")) == []


def test_a_number_that_nobody_else_gives_is_not_asked_about() -> None:
    more = SECOND.format("19 workers", "48,000 tonnes") + "\nThe nearest hospital is 30 kilometres away.\n"
    assert checks(more) == []


def test_what_weighs_much_is_told_and_not_asked() -> None:
    reports = [
        {"id": "a", "outlet": "Kolmen Sun", "text": FIRST, "date": "2025-09-03"},
        {"id": "b", "outlet": "Northland Wire", "text": SURELY},
    ]
    dossier = rashomon.compare(reports).to_dict()
    (told,) = [f for f in dossier["figures"] if f["relation"] == "conflict"]
    assert sorted({r["value"] for r in told["readings"]}) == [19, 23]
    assert "figure" in [d["kind"] for d in dossier["disagreements"]]
    assert "figure" not in [c["kind"] for c in dossier["checks"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army shot down 150 drones.", "The two sides freed 175 prisoners."),
        ("In 2019 the lock was shut for 40 days.", "The lock was shut for 52 days."),
    ],
)
def test_numbers_of_other_things_or_other_years_are_not_asked_about(one: str, other: str) -> None:
    lines = "Day at Merrow\n\n{}\n"
    assert checks(lines.format(other), lines.format(one)) == []


# What the ledger may take as one figure


def around(found: Scene) -> Around:
    return Around(found.passages, Likeness([marks.words for marks in found.story.marks]))


def sure(one: str, other: str) -> list[tuple[str, str]]:
    found = scene(one, other)
    wording = {e.number: e.wording for e in found.entries}
    return sorted((wording[a], wording[b]) for a, b in sure_pairs(found.entries, around(found)))


LONG_AGO = "Kolmen lies far north. It has many mines. Winters are long. {} a tunnel caved in. It trapped {} at Kolmen."


@pytest.mark.parametrize(
    ("one", "other", "surely"),
    [
        # Two words beside the miners, or one.
        ("At Kolmen 19 miners were trapped.", "Trapped at Kolmen are 23 miners.", True),
        ("In town 19 miners were trapped.", "Trapped at Kolmen are 23 miners.", False),
        # The same told of both, or not.
        ("At Kolmen the flood trapped 19 miners.", "At Kolmen the flood trapped 23 miners.", True),
        ("At Kolmen the flood trapped 19 miners.", "At Kolmen 23 miners were saved from the flood.", False),
        ("At Kolmen the flood met 19 miners.", "At Kolmen the flood met 23 miners.", False),
        # People, one class of things, two classes.
        ("At Kolmen the flood trapped 19 miners.", "At Kolmen the flood trapped 23 workers.", True),
        ("At Kolmen the flood trapped 19 sailors.", "At Kolmen the flood trapped 23 boats.", False),
        ("At Kolmen the flood trapped 19 boats.", "At Kolmen the flood trapped 23 sailors.", False),
        ("At Kolmen the flood destroyed 70 homes.", "At Kolmen the flood destroyed 110 houses.", True),
        ("At Kolmen the flood destroyed 70 homes.", "At Kolmen the flood destroyed 110 barns.", False),
        # Things of which a story has many kinds.
        ("At Kolmen the flood destroyed 70 bridges.", "At Kolmen the flood destroyed 110 bridges.", True),
        ("At Kolmen the flood destroyed 70 items.", "At Kolmen the flood destroyed 110 items.", False),
        # Counts and nothing else: two lengths of time are hardly ever surely one.
        (
            "At Kolmen a 30-day ceasefire lasted through the flood.",
            "At Kolmen a 40-day ceasefire lasted through the flood.",
            False,
        ),
        # A noun that is not beside its number.
        ("The number of miners trapped at Kolmen is 19 so far.", "At Kolmen 23 miners are trapped so far.", True),
        # Of another year, in the sentence or in the one before.
        ("In 2019 at Kolmen 19 miners were trapped.", "Trapped at Kolmen in 2019 were 23 miners.", False),
        (LONG_AGO.format("Now", "19 miners"), LONG_AGO.format("Now", "23 miners"), True),
        (LONG_AGO.format("In 2019", "19 miners"), LONG_AGO.format("In 2019", "23 miners"), False),
        # What would be.
        ("Everybody knows that all of 19 miners are trapped at Kolmen.", "At Kolmen 23 miners are trapped.", True),
        ("Nobody knows whether all of 19 miners are trapped at Kolmen.", "At Kolmen 23 miners are trapped.", False),
    ],
)
def test_counts_of_one_thing_in_clauses_that_share_words_are_surely_one(one: str, other: str, surely: bool) -> None:
    assert len(sure(one, other)) == surely


def test_a_number_of_which_nothing_is_told_takes_no_count_away() -> None:
    choir = "At Kolmen 23 miners were trapped. The choir has 19 miners."
    assert sure("At Kolmen 19 miners were trapped.", choir) == [("19 miners", "23 miners")]


# What is left to ask


def test_a_list_that_is_too_long_is_cut_at_its_lightest() -> None:
    found = scene(*(f"At Kolmen {n} miners were trapped by the flood." for n in (19, 23, 26, 29, 32, 35, 38)))
    asked = find_checks(found.story, found.cast, found.entries, (), (), around(found))
    assert len(asked) == MOST == 20
    assert [c.id for c in asked] == [f"k{n}" for n in range(1, 21)]
    # The farthest apart is left out.
    assert not any("19 miners" in c.note and "38 miners" in c.note for c in asked)
    assert "35 miners" in asked[0].note
    assert "38 miners" in asked[0].note


PLACES = {"r0": (34, 66), "r1": (0, 32)}
"""Where the sentences of the test below stand in their reports."""


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        (Cite("r0", 34, 66), Cite("r1", 0, 32), 0),
        (Cite("r0", 40, 42), Cite("r1", 30, 40), 0),  # a word of it is enough
        (Cite("r0", 0, 34), Cite("r1", 0, 32), 1),  # the sentence before
        (Cite("r0", 34, 66), Cite("r1", 32, 60), 1),  # the sentence behind
        (Cite("r0", 34, 66), Cite("r0", 0, 32), 1),  # the same characters of another report
    ],
)
def test_what_a_disagreement_tells_is_not_asked(first: Cite, second: Cite, asked: int) -> None:
    found = scene(
        "Help is on the way to the valley. At Kolmen 19 miners are trapped.",
        "At Kolmen 23 miners are trapped. Help is on the way to the valley.",
    )
    for n, article in enumerate(found.story.articles):
        start, end = PLACES[article.id]
        assert article.text[start:end].strip() == f"At Kolmen {(19, 23)[n]} miners are trapped."
    told = Disagreement("d1", "figure", "", tuple(Side("", None, (cite,)) for cite in (first, second)))
    assert len(find_checks(found.story, found.cast, found.entries, (), (told,), around(found))) == asked
