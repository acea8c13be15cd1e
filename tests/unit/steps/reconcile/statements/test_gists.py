from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements import find_statements
from rashomon.steps.reconcile.statements.gists import after_headline, breaks_off, fragment, gist, neat
from rashomon.steps.reconcile.statements.units import Unit, find_units

CAST = (("Alba", "place", ()), ("Orla Finch", "person", ("Finch",)), ("Ida Roe", "person", ("Roe",)))


@pytest.fixture
def units_of(told: Callable) -> Callable[..., tuple[list[Unit], dict[int, str]]]:
    def build(*texts: str) -> tuple[list[Unit], dict[int, str]]:
        story, cast = told(dict(zip("abcdef", texts, strict=False)), CAST)
        return find_units(story, cast, Kin(cast)), dict(enumerate(texts))

    return build


@pytest.mark.parametrize(
    ("text", "number", "cut"),
    [
        ("Finch rejected the harbour tax.", 0, False),
        ("Finch rejected the harbour tax because the old port lost its last ferry line.", 1, True),
        ("Finch rejected the harbour tax and sold the old tram depot.", 1, True),
        ("The decision came hours before the old port lost its last ferry line.", 0, True),
        ("The decision came on Tuesday.", 0, False),
        ("The quake was felt as far away as Alba.", 0, False),
        ("Finch closed the port, was sacked and went home.", 1, True),
    ],
)
def test_what_cannot_be_read_alone(units_of: Callable, text: str, number: int, cut: bool) -> None:
    units, texts = units_of(text)
    assert fragment(units[number], texts[0]) is cut


def test_a_fragment_is_shown_in_its_sentence(units_of: Callable) -> None:
    units, texts = units_of("The decision came hours before the old port lost its last ferry line.")
    assert gist(units[:1], texts) == "The decision came hours before the old port lost its last ferry line."


def test_a_sentence_that_is_too_long_is_not_shown(units_of: Callable) -> None:
    tail = " ".join(["and the old port lost one more of its last ferry lines"] * 8)
    units, texts = units_of(f"The decision came hours before the port closed {tail}.")
    assert len(gist(units[:1], texts)) < 80


def test_without_texts_the_clause_is_shown(units_of: Callable) -> None:
    units, _ = units_of("The decision came hours before the old port lost its last ferry line.")
    assert gist(units[:1]) == "The decision came hours"


def test_the_clearest_has_what_all_share(units_of: Callable) -> None:
    units, texts = units_of(
        "Finch rejected the harbour tax on old ferries.",
        "Finch rejected it.",
        "The harbour tax on old ferries was rejected by Finch, the mayor of a town that has nine more of them.",
    )
    chosen = [u for u in units if u.terms & units[0].terms]
    assert gist(chosen, texts) == "Finch rejected the harbour tax on old ferries"


def test_what_some_deny_is_put_as_others_affirm_it(units_of: Callable) -> None:
    units, texts = units_of("Finch did not sell the old tram depot.", "Finch sold the old tram depot in the spring.")
    assert gist(units, texts) == "Finch sold the old tram depot in the spring"


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        (" Finch left; ", "Finch left"),
        ("“Finch left", "Finch left"),
        ("Finch left”", "Finch left"),
        ("“Finch left”", "“Finch left”"),
        ('"Finch left', "Finch left"),
        ('Finch said "no"', 'Finch said "no"'),
        ("Finch left,\n", "Finch left"),
        ("", ""),
        (";:,", ""),
    ],
)
def test_neat(words: str, clean: str) -> None:
    assert neat(words) == clean


def test_a_shared_clause_that_hangs_goes_to_the_clause_it_hangs_on(told: Callable) -> None:
    text = "Finch rejected the harbour tax because the old port lost its last ferry line."
    story, cast = told({"a": text, "b": text}, CAST)
    (found,) = find_statements(story, cast, ())
    assert found.verdict == "agreed"
    assert found.gist == "Finch rejected the harbour tax"
    assert [text[r.cite.start : r.cite.end] for r in found.reports if r.cite.article == "a"] == [
        "Finch rejected the harbour tax",
        "because the old port lost its last ferry line",
    ]


def test_a_sentence_is_shown_once(told: Callable) -> None:
    text = "The decision came hours before the old port lost its last ferry line."
    story, cast = told({"a": text, "b": text, "c": "Snow fell on Alba in the night."}, CAST)
    gists = [s.gist for s in find_statements(story, cast, ())]
    assert len(gists) == len(set(gists)) == 2


def test_a_sentence_that_says_much_more_than_is_shared_is_not_shown(units_of: Callable) -> None:
    tail = "Finch sold nine trams, two cranes, a lighthouse and two wharfs to Roe."
    text = f"While the port lost its last ferry line, {tail}"
    units, texts = units_of(text, "While the port lost its last ferry line, Roe slept.")
    shared = [u for u in units if u.text.startswith("While")]
    assert len(shared) == 2
    assert gist(shared, texts) == "While the port lost its last ferry line, Roe slept."
    assert gist(shared[:1], texts) == text


@pytest.mark.parametrize("words", ["It was felt as far away", "It may last as long", "There were as many"])
def test_a_comparison_that_breaks_off(words: str) -> None:
    assert breaks_off(words)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Blast kills six in port Radio Alba A blast killed six in the port", "A blast killed six in the port"),
        ("Alba ferry blast kills six News Desk The ferry blast killed six men", "The ferry blast killed six men"),
        ("The ferry sank near the pier where the ferry had sunk before", None),
        ("A blast killed six in the port, where a blast killed six in May", None),
        ("Nine boats left the harbour", None),
        ("", None),
    ],
)
def test_a_headline_before_its_sentence_is_not_shown(words: str, left: str | None) -> None:
    assert after_headline(words) == (left or words)


def test_a_suspicion_is_shown_with_who_suspects(units_of: Callable) -> None:
    units, texts = units_of("Finch suspected that Alba had drained the old harbour basin.")
    assert gist(units[-1:], texts) == "Finch suspected that Alba had drained the old harbour basin."
    assert fragment(units[-1])
