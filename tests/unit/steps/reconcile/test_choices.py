"""Words that outlets choose differently for one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.records.dossier import Story
from rashomon.records.span import Cite
from rashomon.steps.reconcile.choices import choices

QUIET = "The mayor and the harbour master had a {} about the northern pier on Monday."


def shown(make_story: Any, *texts: str) -> list[tuple[str, str, str]]:
    story, _ = make_story([(text, []) for text in texts])
    return [(r.article, r.about, r.text) for r in choices(story)]


def test_another_word_in_the_same_sentence(make_story: Any) -> None:
    story, _ = make_story([(QUIET.format("row"), []), (QUIET.format("quarrel"), [])])
    first, second = choices(story)
    assert (first.kind, first.article, first.about, first.text) == ("word", "a", "quarrel", "row")
    assert first.cites == (Cite("a", 39, 42),)
    assert (second.article, second.about, second.text) == ("b", "row", "quarrel")


def test_the_usual_word_needs_two_reports_when_there_are_three(make_story: Any) -> None:
    texts = QUIET.format("row"), QUIET.format("quarrel"), QUIET.format("row")
    assert shown(make_story, *texts) == [("b", "row", "quarrel")]
    assert shown(make_story, *texts[:2], QUIET.format("feud")) == []


def test_a_word_with_a_hyphen(make_story: Any) -> None:
    assert shown(make_story, QUIET.format("row"), QUIET.format("bust-up"), QUIET.format("row")) == [
        ("b", "row", "bust-up")
    ]


def test_every_use_is_cited(make_story: Any) -> None:
    story, _ = make_story(
        [(QUIET.format("row"), []), (QUIET.format("quarrel") + " The quarrel went on.", []), (QUIET.format("row"), [])]
    )
    (row,) = choices(story)
    assert row.cites == (Cite("b", 39, 46), Cite("b", 86, 93))


@pytest.mark.parametrize(
    "other",
    [
        "A quarrel broke out in the cinema.",
        QUIET.format("row") + " The quarrel went on.",
        QUIET.format("talk"),
        'The mayor said: "' + QUIET.format("row") + '"',
    ],
)
def test_nothing_is_shown(make_story: Any, other: str) -> None:
    assert shown(make_story, QUIET.format("row"), other) == []


def test_words_inside_quotation_marks_are_the_speakers(make_story: Any) -> None:
    quoted = QUIET.format("quarrel")
    story, _ = make_story([(QUIET.format("row"), []), (f'"{quoted}" Lund said.', [{"pieces": quoted}])])
    assert choices(story) == []


def test_strays_and_lone_reports_are_not_compared(make_story: Any) -> None:
    story, _ = make_story([(QUIET.format("row"), []), (QUIET.format("quarrel"), [])])
    stray = replace(story.articles[1], stray=True)
    assert choices(Story((story.articles[0], stray), story.marks)) == []
    assert choices(Story(story.articles[:1], story.marks[:1])) == []


def test_a_set_used_thousands_of_times_is_bounded(make_story: Any) -> None:
    story, _ = make_story([(QUIET.format("row") * 400, []), (QUIET.format("quarrel") * 400, [])])
    assert [(r.article, len(r.cites)) for r in choices(story)] == [("a", 60), ("b", 60)]
