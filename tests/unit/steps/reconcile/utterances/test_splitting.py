"""Quotations in two pieces that are two."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.steps.reconcile.utterances import find_utterances

IDA, TOM = ("Ida Lund", "person"), ("Tom Reyes", "person")
FIRST, SECOND = "My heart nearly stopped in my chest,", "We had painted the boat red and wondered why."
TWO = (f'"{FIRST}" Lund said. "{SECOND}"', [{"pieces": [FIRST, SECOND], "speaker": "Lund"}])
APART = (
    'Lund said her heart "nearly stopped in my chest" there. Lund thought they had painted the boat red.',
    [
        {"pieces": "nearly stopped in my chest", "speaker": None, "kind": "mixed", "speaker_name": "Ida Lund"},
        {"pieces": "they had painted the boat red", "speaker": None, "kind": "indirect", "speaker_name": "Ida Lund"},
    ],
)


def ledger(make_story: Any, *reports: Any) -> list[tuple[str, str, list[str]]]:
    """Articles, relation and words of each utterance."""
    story, cast = make_story(reports, [IDA, TOM])
    texts = {a.id: a.text for a in story.articles}
    quotes, utterances = find_utterances(story, cast)
    assert [q.id for q in quotes] == [f"q{n + 1}" for n in range(len(quotes))]
    by_id = {q.id: q for q in quotes}
    return [
        (
            "".join(by_id[q].article for q in u.quotes),
            u.relation,
            [c.span.of(texts[c.article]) for c in by_id[u.quotes[0]].content],
        )
        for u in utterances
    ]


def test_a_report_that_tells_the_halves_apart_splits_it(make_story: Any) -> None:
    assert ledger(make_story, TWO, APART) == [("ab", "cut", [FIRST]), ("ab", "reworded", [SECOND])]


def test_the_order_of_the_reports_does_not_matter(make_story: Any) -> None:
    assert sorted(ledger(make_story, APART, TWO)) == [("ba", "cut", [FIRST]), ("ba", "reworded", [SECOND])]


def test_without_such_a_report_it_stays_one(make_story: Any) -> None:
    assert ledger(make_story, TWO) == [("a", "single", [FIRST, SECOND])]
    assert ledger(make_story, TWO, TWO) == [("ab", "same", [FIRST, SECOND])]
    only_one = (APART[0], APART[1][:1])
    assert ledger(make_story, TWO, only_one) == [("ab", "cut", [FIRST, SECOND])]


@pytest.mark.parametrize("second", ["we had painted the boat red and wondered why."])
def test_a_sentence_is_never_split(make_story: Any, second: str) -> None:
    running = (f'"{FIRST}" Lund said, "{second}"', [{"pieces": [FIRST, second], "speaker": "Lund"}])
    assert ("ab", "cut", [FIRST]) not in ledger(make_story, running, APART)
