"""`rashomon group` in process: order, names of stories, merges, odd lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from rashomon.run import group as module
from rashomon.run.group import group_lines, stream_lines
from rashomon.steps.group import AGAIN, Assigned, Item, Merged, Moved, Split

FERRY = "The ferry Halcyon ran aground off Port Merrow on Tuesday, and lifeboats took its passengers ashore."
RESCUE = "Lifeboats reached the ferry Halcyon, aground off Port Merrow, and took its passengers ashore on Tuesday."
QUAKE = "An earthquake of magnitude 6.4 killed 11 people on the island of Tamarua, the geology office said."
BOTH = (group_lines, stream_lines)


def line(name: Any, text: str, **more: Any) -> str:
    return json.dumps({"id": name, "text": text, **more})


def stories(run: Any, *lines: str) -> list[Any]:
    answers = list(run(lines))
    assert all(ok for _, ok in answers)
    return [a["story"] for a, _ in answers]


@pytest.mark.parametrize("run", BOTH)
def test_a_story_is_called_after_its_first_article(run: Any) -> None:
    lines = [line("q", QUAKE), line("a", FERRY), line("b", RESCUE)]
    assert [(a["id"], a["story"]) for a, _ in run(lines)] == [("q", "s0-q"), ("a", "s1-a"), ("b", "s1-a")]


@pytest.mark.parametrize("run", BOTH)
def test_answers_keep_the_order_of_the_input(run: Any) -> None:
    lines = [line(n, text) for n, text in enumerate((FERRY, QUAKE, RESCUE, QUAKE, FERRY))]
    assert [a["id"] for a, _ in run(lines)] == [0, 1, 2, 3, 4]
    assert stories(run, *lines) == ["s0-0", "s1-1", "s0-0", "s1-1", "s0-0"]


@pytest.mark.parametrize("run", BOTH)
def test_one_id_for_two_articles_is_kept_apart(run: Any) -> None:
    assert stories(run, line("x", FERRY), line("x", QUAKE), line("x", RESCUE)) == ["s0-x", "s1-x", "s0-x"]


@pytest.mark.parametrize("run", BOTH)
def test_bad_lines_do_not_count(run: Any) -> None:
    answers = list(run(["", line("q", QUAKE), "{", line("a", FERRY), '{"id": "z"}', line("b", RESCUE)]))
    assert [ok for _, ok in answers] == [False, True, False, True, False, True]
    assert [a.get("story") for a, _ in answers] == [None, "s0-q", None, "s1-a", None, "s1-a"]


@pytest.mark.parametrize("run", BOTH)
@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("", None, "the line is not JSON: "),
        ("{", None, "the line is not JSON: "),
        ("[" * 200_000, None, "the line is not JSON: "),
        ("null", None, "the line is no object"),
        ("[]", None, "the line is no object"),
        ('{"id": "x"}', "x", "the line needs a string field 'text'"),
        ('{"id": "x", "text": 3}', "x", "the line needs a string field 'text'"),
        ('{"text": "t"}', None, "the line needs a field 'id' (text or number)"),
        ('{"id": true, "text": "t"}', True, "the line needs a field 'id' (text or number)"),
        ('{"id": ["x"], "text": "t"}', ["x"], "the line needs a field 'id' (text or number)"),
    ],
)
def test_a_bad_line_says_what_it_needs(run: Any, text: str, name: Any, says: str) -> None:
    ((found, ok),) = run([text])
    assert not ok
    assert list(found) == ["id", "error"]
    assert found["id"] == name
    assert found["error"].startswith(says)


@pytest.mark.parametrize("run", BOTH)
def test_no_lines_no_answers(run: Any) -> None:
    assert list(run([])) == []


@pytest.mark.parametrize("run", BOTH)
@pytest.mark.parametrize("odd", [5, True, [], {}, None])
def test_odd_titles_dates_and_languages_are_as_good_as_missing(run: Any, odd: Any) -> None:
    plain = [line("a", FERRY), line("b", RESCUE)]
    dressed = [line("a", FERRY, title=odd, date=odd, language=odd), line("b", RESCUE, title=odd, date=odd)]
    assert stories(run, *dressed) == stories(run, *plain) == ["s0-a", "s0-a"]


@pytest.mark.parametrize("run", BOTH)
@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00", "!!!", "1 2 3"])
def test_texts_without_words_are_stories_of_their_own(run: Any, text: str) -> None:
    assert stories(run, line(1, text), line(2, FERRY)) == ["s0-1", "s1-2"]


def test_what_a_line_says_reaches_the_grouping(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Item] = []

    def assign(items: list[Item]) -> list[Assigned]:
        seen.extend(items)
        return [Assigned(0, 0), Assigned(1, 0, "share: x")]

    monkeypatch.setattr(module, "assign", assign)
    rows = [line("a", "x", title="T", date="2031-05-06", language="en", outlet="Post"), line("b", "y")]
    assert [a for a, _ in group_lines(rows)] == [
        {"id": "a", "story": "s0-a"},
        {"id": "b", "story": "s0-a", "why": "share: x"},
    ]
    assert seen == [Item("x", "T", "2031-05-06", "en"), Item("y", None, None, None)]


class Scripted:
    """A stream whose events are known beforehand."""

    window = 100

    def __init__(self) -> None:
        self.number = 0

    def add(self, item: Item) -> Iterator[Assigned | Merged]:
        number, self.number = self.number, self.number + 1
        yield Assigned(number, 0 if number == 2 else number if number < 2 else 1)
        if number == 3:
            yield Merged(1, 0)


def test_merges_follow_the_article_that_caused_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "Stream", Scripted)
    answers = list(stream_lines([line("a", "x"), line("b", "x"), "{", line("c", "x"), line("d", "x")]))
    assert [a for a, ok in answers if ok] == [
        {"id": "a", "story": "s0-a"},
        {"id": "b", "story": "s1-b"},
        {"id": "c", "story": "s0-a"},
        {"id": "d", "story": "s1-b"},
        {"story": "s1-b", "merged_into": "s0-a"},
    ]


def test_a_stream_answers_before_it_reads_on() -> None:
    read: list[int] = []

    def lines() -> Iterator[str]:
        for n in range(3):
            read.append(n)
            yield line(n, FERRY)

    answers = stream_lines(lines())
    assert next(answers) == ({"id": 0, "story": "s0-0"}, True)
    assert read == [0]
    answer, ok = next(answers)
    assert (answer["id"], answer["story"], ok) == (1, "s0-0", True)
    assert read == [0, 1]


def test_a_batch_does_not_depend_on_where_bad_lines_stand() -> None:
    good = [line("a", FERRY), line("q", QUAKE), line("b", RESCUE)]
    wanted = stories(group_lines, *good)
    for at in range(4):
        answers = [a for a, ok in group_lines([*good[:at], "{", *good[at:]]) if ok]
        assert [a["story"] for a in answers] == wanted


def test_articles_that_move_are_told_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    class Moving(Scripted):
        window = 3

        def add(self, item: Item) -> Any:
            self.number += 1
            return [Assigned(self.number - 1, 0)]

        def stories(self) -> dict[int, tuple[int, ...]]:
            return {0: (0, 1, 2)}

        def repair(self) -> list[Any]:
            return [Moved(1, 0, 2), Split(0, AGAIN, (0,))]

    monkeypatch.setattr(module, "Stream", Moving)
    lines = [line("a", "x"), line("b", "x"), line("c", "x")]
    assert [a for a, _ in stream_lines(lines, moves=True)][3:] == [
        {"id": "b", "story": "s2-c", "was": "s0-a"},
        {"id": "a", "story": "s0-a.2", "was": "s0-a"},
    ]
    assert len(list(stream_lines(lines))) == 3
