"""When two quotations are one utterance, and how their words relate."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.findings import Quote
from rashomon.records.span import Cite
from rashomon.steps.reconcile.utterances.candidates import candidates, weights_of
from rashomon.steps.reconcile.utterances.differences import difference
from rashomon.steps.reconcile.utterances.likeness import link, relation
from rashomon.steps.reconcile.utterances.saying import Saying, saying


@pytest.fixture
def pair(make_story: Any) -> Any:
    """Two sayings, each the whole text of its report."""

    def run(one: str, other: str, kind: str = "direct", kind2: str | None = None) -> tuple[Saying, Saying]:
        story, _ = make_story([(one, []), (other, [])])
        kinds = (kind, kind2 or kind)
        return tuple(
            saying(Quote(f"q{n}", a.id, k, (Cite(a.id, 0, len(a.text)),)), n, m.words)  # type: ignore[arg-type]
            for n, (a, m, k) in enumerate(zip(story.articles, story.marks, kinds, strict=True), start=1)
        )  # type: ignore[return-value]

    return run


LONG = "the council has known about the crack in the northern dam since last winter"


@pytest.mark.parametrize(
    ("one", "other", "same", "open_", "different"),
    [
        (LONG, LONG, True, True, True),
        (LONG, LONG.replace("last winter", "the spring"), True, True, True),
        ("the crack in the northern dam", LONG, True, True, True),
        ("they knew exactly which door to go to", "they knew exactly which shelf to go to", True, True, False),
        ("known about the crack", LONG, True, True, False),
        ("the northern dam", LONG, True, False, False),
        ("in the dam", LONG.replace("northern ", ""), False, False, False),
        ("the council has always met in winter", LONG, False, False, False),
        ("nobody ever asked the engineers", LONG, False, False, False),
    ],
)
def test_the_less_is_known_of_the_speakers_the_more_words_it_takes(
    pair: Any, one: str, other: str, same: bool, open_: bool, different: bool
) -> None:
    a, b = pair(one, other)
    found = [link(a, b, who, {}) is not None for who in ("same", "open", "other")]
    assert found == [same, open_, different]
    assert [link(b, a, who, {}) is not None for who in ("same", "open", "other")] == found


@pytest.mark.parametrize(
    ("one", "other", "kind", "found"),
    [
        ("The harbour has been saved", "The harbour has been sold", "direct", True),
        ("We had perhaps ten minutes", "We had perhaps two minutes", "direct", True),
        ("The harbour was saved", "The harbour was sold", "direct", False),
        ("the harbour has been saved", "the harbour has been sold", "direct", False),
        ("The harbour has been saved", "The harbour has been sold", "mixed", False),
        ("The harbour has been saved", "The harbour has not been sold", "direct", False),
        ("It was not for us", "It was not by us", "direct", False),
    ],
)
def test_a_short_sentence_of_one_speaker_may_differ_in_one_word(
    pair: Any, one: str, other: str, kind: str, found: bool
) -> None:
    a, b = pair(one, other, kind)
    assert (link(a, b, "same", {}) is not None) == found
    assert link(a, b, "open", {}) is None


def test_two_outlets_that_cut_at_different_ends_share_the_middle(pair: Any) -> None:
    a, b = pair(
        "I came here in the spring. We have seen the crack grow wider every single week",
        "We have seen the crack grow wider every single week. Now the valley must be told the truth",
    )
    assert link(a, b, "same", {}) is not None
    assert relation(a, b) == "cut"


def test_reported_clauses_of_unknown_speakers_are_not_joined(pair: Any) -> None:
    a, b = pair(
        "responsibility for the attack on the dam", "responsibility for the attack on the dam so far", "indirect"
    )
    assert link(a, b, "same", {}) is not None
    assert link(a, b, "open", {}) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (LONG, LONG.upper().capitalize(), "same"),
        (LONG, "the crack in the northern dam", "cut"),
        (LONG, "the council has known ... since last winter", "cut"),
        (LONG, LONG.replace("crack", "leak"), "reworded"),
        (LONG, LONG.replace("northern dam", "old northern dam"), "reworded"),
        (LONG, "nobody told us about any of this", "paraphrased"),
    ],
)
def test_relations(pair: Any, one: str, other: str, expected: str) -> None:
    a, b = pair(one, other)
    assert relation(a, b) == relation(b, a) == expected


def test_words_of_an_indirect_report_count_only_where_they_stand_against_others(pair: Any) -> None:
    a, b = pair(LONG, LONG.replace("has known", "had heard"), "direct", "indirect")
    found = difference(a, b)
    assert found is not None
    assert found.words == (("has known", "had heard"),)
    c, d = pair(LONG, LONG.replace("has", "had"), "direct", "indirect")
    assert difference(c, d) is None


def test_numbers_stand_against_numbers_and_modals_against_modals(pair: Any) -> None:
    a, b = pair("in all we could save 40 tall trees here", "in all we should perhaps save 50 trees here")
    found = difference(a, b)
    assert found is not None
    assert ("could", "should") in found.words
    assert any(x.startswith("40") and y == "50" for x, y in found.words)


def test_spaces_and_case_are_no_difference(pair: Any) -> None:
    assert difference(*pair("the crew of First Group did well today", "the crew of FirstGroup did well today")) is None


def test_candidates_share_a_run_or_rare_words(make_story: Any) -> None:
    texts = [LONG, LONG + " at least", "a bus driver won the marathon", "the marathon was won by a bus driver", "rain"]
    story, _ = make_story([(t, []) for t in texts])
    sayings = [
        saying(Quote(f"q{n}", a.id, "direct", (Cite(a.id, 0, len(a.text)),)), n, m.words)
        for n, (a, m) in enumerate(zip(story.articles, story.marks, strict=True))
    ]
    weights = weights_of(sayings)
    assert candidates(sayings, weights) == [(0, 1), (2, 3)]
    assert weights["crack"] < weights["rain"]
    assert candidates([], {}) == []


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("We had calm water and some luck. The wind rose later.", "We had calm water and some help", ("luck", "help")),
        ("We are patient and our door stays open", "Our offer stays open", ("door", "offer")),
        ("The sea was calm. Nobody left the boat alone", "Somebody left the boat alone", ("Nobody", "Somebody")),
        ("We have not paid and we will not pay", "We have not answered and we will not pay", ("paid", "answered")),
    ],
)
def test_one_word_put_otherwise_in_a_piece_of_a_longer_quotation(
    pair: Any, one: str, other: str, words: tuple[str, str]
) -> None:
    a, b = pair(one, other)
    assert link(a, b, "same", {}) is not None
    found = difference(a, b)
    assert found is not None and found.words == (words,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We had calm water. The wind rose later.", "We had calm water. Help came at noon."),
        ("We had calm water and some luck on our side that night", "We had calm water and some"),
    ],
)
def test_what_goes_on_otherwise_is_no_other_word(pair: Any, one: str, other: str) -> None:
    assert difference(*pair(one, other)) is None


@pytest.mark.parametrize(
    ("one", "other", "same", "different"),
    [
        ("We are patient people and our door stays open", "Our door stays open", True, True),
        ("We are patient people and our door stays open all winter", "Our door stays open", True, False),
        ("We say our boat is old and slow", "Our boat is new and slow", True, False),
        ("It was one of those", "It was two of those", False, False),
    ],
)
def test_a_whole_clause_of_a_longer_quotation(pair: Any, one: str, other: str, same: bool, different: bool) -> None:
    a, b = pair(one, other)
    assert [link(a, b, who, {}) is not None for who in ("same", "other")] == [same, different]
