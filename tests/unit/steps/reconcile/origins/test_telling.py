"""What a report tells in its own words."""

from __future__ import annotations

from rashomon.records.article import Article, Block
from rashomon.records.marks import Marks
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.origins.telling import carried, letters, telling


def told(text: str, *blocks: tuple[int, int, str]):  # type: ignore[no-untyped-def]
    found = tuple(Block(a, b, kind) for a, b, kind in blocks) or (Block(0, len(text), "body"),)  # type: ignore[arg-type]
    article = Article("a", "a.txt", text, found)
    return telling(article, Marks(split_words(article)), 3)


def test_quotations_are_set_apart() -> None:
    found = told("Lund left the port. “We are lost,” she said. Boats came.")
    assert "lost" not in found.keys
    assert sum(k.startswith("\x00") for k in found.keys) == 1
    assert carried(found.keys) == found.size
    assert {"port", "boats"} <= set(found.keys)


def test_titles_and_captions_are_not_told() -> None:
    text = "Ferry lost\nLund left the port.\nA photo of boats."
    found = told(text, (0, 10, "title"), (11, 30, "body"), (31, len(text), "caption"))
    assert {"lund", "left", "port"} <= set(found.keys)
    assert not {"ferry", "photo"} & set(found.keys)


def test_letters_are_the_characters_of_words() -> None:
    text = "Lund left the old port."
    found = told(text)
    assert letters(found, 1, 3).of(text) == "left the"


def test_places_of_quotations_are_no_words() -> None:
    assert carried(["a", "\x003:12", "b"]) == 2
    assert carried([]) == 0


def test_the_marks_of_two_reports_are_never_equal() -> None:
    first = told("Lund said: “We are lost.” Boats came.")
    assert all(k.startswith("\x003:") for k in first.keys if k.startswith("\x00"))
