"""A quotation made ready for comparison."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.findings import Quote
from rashomon.records.span import Cite
from rashomon.steps.reconcile.utterances.saying import Saying, saying


@pytest.fixture
def make(make_story: Any) -> Any:
    def run(text: str, *pieces: str, kind: str = "direct", **fields: Any) -> Saying:
        story, _ = make_story([(text, [])])
        cites = []
        for piece in pieces:
            start = text.index(piece)
            cites.append(Cite("a", start, start + len(piece)))
        for name in ("speaker_cite", "clause", "cue"):
            if name in fields:
                start = text.index(fields[name])
                fields[name] = Cite("a", start, start + len(fields[name]))
        return saying(Quote("q1", "a", kind, tuple(cites), **fields), 0, story.marks[0].words)  # type: ignore[arg-type]

    return run


def test_pieces_are_joined_and_their_border_is_a_cut(make: Any) -> None:
    s = make('"We are late," she said, "and we know it."', "We are late,", "and we know it.")
    assert s.said == "We are late, and we know it."
    assert s.keys == ("we", "are", "late", "and", "we", "know", "it")
    assert s.cuts == frozenset({3})


@pytest.mark.parametrize("mark", ["...", "…", ". . ."])
def test_an_ellipsis_is_a_cut(make: Any, mark: str) -> None:
    s = make(f'"We are late {mark} and we know it."', f"We are late {mark} and we know it.")
    assert s.cuts == frozenset({3})


def test_brackets_are_left_out_and_cut(make: Any) -> None:
    s = make('"[The crew] was late [on Monday] again."', "[The crew] was late [on Monday] again.")
    assert s.keys == ("was", "late", "again")
    assert s.cuts == frozenset({0, 2})


def test_an_open_bracket_hides_nothing(make: Any) -> None:
    assert make('"We [are late."', "We [are late.").keys == ("we", "are", "late")


def test_the_clause_of_a_mixed_quotation_is_its_meaning(make: Any) -> None:
    text = 'Lund said the pier was "beyond repair" after the storm.'
    s = make(text, "beyond repair", kind="mixed", clause='the pier was "beyond repair" after the storm')
    assert s.own == frozenset({"beyond", "repair"})
    assert s.stems == frozenset({"pier", "beyond", "repair", "storm"})
    assert s.units == (s.stems,)
    assert s.verbatim


def test_sentences_are_units_of_meaning(make: Any) -> None:
    s = make('"The pier fell. Nobody saw it."', "The pier fell. Nobody saw it.")
    assert s.units == (frozenset({"pier", "fell"}), frozenset({"nobody", "saw"}))


def test_what_stands_around_has_no_names_and_not_the_quotation(make: Any) -> None:
    s = make(
        'Ida Lund called the talk with Norland "useful".', "useful", kind="mixed", speaker_cite="Ida Lund", cue="called"
    )
    assert s.around == frozenset({"talk"})


def test_numbers_negation_and_names(make: Any) -> None:
    s = make(
        "Lund said that 12 of the boats from Ellery never came back.",
        "12 of the boats from Ellery never came back",
        kind="indirect",
    )
    assert (s.numbers, s.negated, s.names, s.verbatim) == (frozenset({"12"}), True, frozenset({"ellery"}), False)


@pytest.mark.parametrize(
    ("words", "speaker", "named", "described"),
    [
        ("Ida Lund", "lund", True, False),
        ("she", "lund", False, False),
        ("the harbour master", None, False, True),
        ("a statement", None, False, False),
        ("the long police statement", None, False, True),
    ],
)
def test_who_is_named_and_who_described(
    make: Any, words: str, speaker: str | None, named: bool, described: bool
) -> None:
    s = make(f'"It is late," said {words}.', "It is late,", speaker=speaker, speaker_cite=words)
    assert (s.named, s.described) == (named, described)


def test_without_speaker_words_nobody_is_named(make: Any) -> None:
    s = make('"It is late."', "It is late.", speaker="lund")
    assert (s.named, s.described) == (False, False)


def test_a_quotation_without_words(make: Any) -> None:
    s = make("Lund: “!!”", "!!")
    assert (s.keys, s.stems, s.content) == ((), frozenset(), 0)
