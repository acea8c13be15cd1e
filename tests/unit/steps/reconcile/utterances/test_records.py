"""Quote records from quote marks."""

from __future__ import annotations

from typing import Any

from rashomon.records.span import Cite
from rashomon.steps.reconcile.utterances.records import quote_records
from rashomon.steps.reconcile.utterances.speakers import Speakers

PEOPLE = (("Ida Lund", "person"), ("Tom Reyes", "person"))


def records(make_story: Any, *reports: Any) -> list[Any]:
    story, cast = make_story(reports, PEOPLE)
    return quote_records(story, Speakers(cast, {a.id: a.text for a in story.articles}))


def test_all_fields_of_a_mark_are_kept(make_story: Any) -> None:
    text = 'Reyes said Lund had "lost her nerve" on the air.'
    (quote,) = records(
        make_story,
        (text, [{"pieces": "lost her nerve", "speaker": "Lund", "kind": "mixed", "channel": "interview",
                 "when": "2021-06-16", "status": "denied", "confidence": 0.7, "clause": 'had "lost her nerve"'}]),
    )  # fmt: skip
    assert quote.content == (Cite("a", 21, 35),)
    assert quote.speaker_cite == Cite("a", 11, 15)
    assert quote.clause == Cite("a", 16, 36)
    assert (quote.kind, quote.channel, quote.when, quote.status) == ("mixed", "interview", "2021-06-16", "denied")
    assert (quote.speaker, quote.confidence, quote.teaser) == ("Ida Lund", 0.7, False)


def test_a_clause_around_a_quotation_of_the_same_speaker_is_its_clause(make_story: Any) -> None:
    text = 'Lund said the pier was "beyond repair" after the storm.'
    (quote,) = records(
        make_story,
        (text, [{"pieces": "beyond repair", "speaker": "Lund", "kind": "mixed"},
                {"pieces": 'the pier was "beyond repair" after the storm', "speaker": "Lund", "kind": "indirect"}]),
    )  # fmt: skip
    assert quote.kind == "mixed"
    assert quote.clause == Cite("a", 10, 54)


def test_a_clause_of_somebody_else_is_a_quote_of_its_own(make_story: Any) -> None:
    text = 'Reyes said Lund had called the pier "beyond repair".'
    found = records(
        make_story,
        (text, [{"pieces": "beyond repair", "speaker": "Lund", "kind": "mixed"},
                {"pieces": 'Lund had called the pier "beyond repair"', "speaker": "Reyes", "kind": "indirect"}]),
    )  # fmt: skip
    assert [(q.id, q.kind, q.speaker) for q in found] == [("q1", "indirect", "Tom Reyes"), ("q2", "mixed", "Ida Lund")]


def test_a_clause_with_two_quotations_is_dropped_but_no_clause_of_either(make_story: Any) -> None:
    text = 'Lund said the pier was "beyond repair" and "a danger".'
    found = records(
        make_story,
        (text, [{"pieces": "beyond repair", "speaker": "Lund", "kind": "mixed"},
                {"pieces": "a danger", "speaker": "Lund", "kind": "mixed"},
                {"pieces": 'the pier was "beyond repair" and "a danger"', "speaker": "Lund", "kind": "indirect"}]),
    )  # fmt: skip
    assert [(q.kind, q.clause) for q in found] == [("mixed", None), ("mixed", None)]


def test_articles_in_order_and_numbers_through_all(make_story: Any) -> None:
    report = ('"It is done," Lund said.', [{"pieces": "It is done", "speaker": "Lund"}])
    assert [(q.id, q.article) for q in records(make_story, report, report)] == [("q1", "a"), ("q2", "b")]


def test_a_clause_that_runs_on_into_the_next_quotation_is_none(make_story: Any) -> None:
    text = 'Lund recalled the boat "speeding up", adding: "We all fell down."'
    found = records(
        make_story,
        (text, [{"pieces": "speeding up", "kind": "mixed", "clause": text[14:]}, {"pieces": "We all fell down."}]),
    )
    assert [(q.kind, q.clause) for q in found] == [("mixed", None), ("direct", None)]


def test_an_indirect_quotation_that_tells_nothing_is_left_out(make_story: Any) -> None:
    text = "Lund rejected the demand. Reyes said the pier was safe."
    found = records(
        make_story,
        (text, [{"pieces": "the demand", "kind": "indirect"}, {"pieces": "the pier was safe", "kind": "indirect"}]),
    )
    assert [(q.id, q.content) for q in found] == [("q1", (Cite("a", 37, 54),))]
