"""Numbers worth a look, from reports to the lines of the dossier."""

from __future__ import annotations

from typing import Any

import pytest

import rashomon

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
