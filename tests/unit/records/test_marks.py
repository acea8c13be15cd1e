"""What is kept beside marks: made once, no part of them, gone when they are others."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records.article import Article, Block
from rashomon.records.marks import Marks, Mention
from rashomon.records.reading import Tokens, Words
from rashomon.records.span import Span

ARTICLE = Article("a", "a.txt", "The pier closed.", (Block(0, 16, "body"),))


def marks() -> Marks:
    return Marks(Words(ARTICLE, (), (), Tokens()), mentions=(Mention(Span(4, 8), "other", "pier"),))


def test_what_is_asked_for_twice_is_made_once() -> None:
    told, made = marks(), []

    def make() -> list[int]:
        made.append(1)
        return made

    assert told.once("x", make) is told.once("x", make) is made
    assert made == [1]
    assert told.once(("x", Span(0, 3)), lambda: None) is None
    assert told.once(("x", Span(0, 3)), lambda: 1 / 0) is None


def test_what_is_kept_is_no_part_of_the_marks() -> None:
    told = marks()
    told.once("x", lambda: 5)
    assert told == marks()
    assert "kept" not in repr(told)


def test_other_marks_begin_with_nothing() -> None:
    told = marks()
    told.once("mentions", lambda: len(told.mentions))
    other = replace(told, mentions=())
    assert other.once("mentions", lambda: len(other.mentions)) == 0
    assert told.kept == {"mentions": 1}


def test_the_latest_reading_is_kept_for_one_thing_only() -> None:
    told = marks()
    first = told.latest("readings", frozenset({"ana-reyes"}), list)
    assert told.latest("readings", frozenset({"ana-reyes"}), list) is first
    other = told.latest("readings", frozenset({"ana-sand"}), list)
    assert other is not first
    assert told.latest("readings", frozenset({"ana-reyes"}), list) is not first
    assert told.latest("acts", frozenset({"ana-reyes"}), tuple) == ()
