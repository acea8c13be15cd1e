"""A stream keeps no more things however long it runs: everything that it holds is counted, whatever holds it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from typing import Any

import pytest

from rashomon.run.group import stream_lines
from rashomon.steps.group import Apart, Decision, Item, Pin, Stream, Together, copies, terms

WORDS = ("ferry", "quake", "vote", "storm", "strike", "trial", "flood")


def story(n: int) -> Item:
    """The n-th article: of one of seven stories that never end, or of its own, with words that no other has."""
    if n % 3:
        word = WORDS[n % 7]
        return Item(f"{word} {word}ward {word}side Halcyon{n % 7} report{n} of number {n * 7919}.", f"{word} {n}")
    return Item(f"alone{n} lonely{n} only{n} single{n} sole{n}.")


def kept(thing: Any, seen: set[int] | None = None) -> int:
    """How many entries all containers have that can be reached from a thing."""
    seen = set() if seen is None else seen
    if id(thing) in seen or isinstance(thing, (str, bytes, int, float)) or thing is None:
        return 0
    seen.add(id(thing))
    if isinstance(thing, Mapping):
        return len(thing) + sum(kept(part, seen) for pair in thing.items() for part in pair)
    if isinstance(thing, (list, tuple, Set)) or hasattr(thing, "popleft"):
        return len(thing) + sum(kept(part, seen) for part in thing)
    names = [*getattr(thing, "__dict__", ()), *getattr(type(thing), "__slots__", ())]
    return sum(kept(getattr(thing, name), seen) for name in names)


def test_what_is_kept_is_counted() -> None:
    stream = Stream()
    before = kept(stream)
    stream.add(Item("ferry Halcyon"))
    # Title and lead: two words and a pair, each in the report, the sums, the index with its story, and the frequencies.
    assert kept(stream) - before >= 3 * 5


@pytest.mark.parametrize("moves", [False, True])
def test_a_long_stream_keeps_no_more_than_a_short_one(moves: bool) -> None:
    stream, window = Stream(window=20), 20
    most: dict[int, int] = {}
    for n in range(40 * window):
        stream.add(story(n))
        if moves and n % window == 0:
            stream.repair()
        lap = n // (10 * window)
        most[lap] = max(most.get(lap, 0), kept(stream) if n % 31 == 0 else 0)
    assert most[3] <= 1.05 * most[0]
    assert len(stream._memory.order) == window


def test_a_story_that_absorbs_others_for_ever_forgets_their_ids() -> None:
    stream, window = Stream(window=20), 20
    for n in range(30 * window):
        stream.add(Item(f"halcyon {n}" if n % 2 else f"tamarua {n}"))
        if n:
            stream._ids.apply(stream._decided.of_decision(Together(n - 1, n)))
        assert len(stream._ids.merged) + len(stream._ids.left) <= 4 * window + 2
    assert len(stream.stories()) == 1


def test_decisions_keep_what_they_name_and_nothing_else() -> None:
    decisions: list[Decision] = [Apart(1, 4), Pin(7, beside=2), Together(5, 11)]
    plain, decided = Stream(window=20), Stream(window=20, decisions=decisions)
    for n in range(400):
        plain.add(story(n))
        decided.add(story(n))
    assert set(decided._ids.decided) == {1, 2, 4, 5, 7, 11}
    assert kept(decided._ids) <= kept(plain._ids) + 2 * 6 + 4 * 20
    assert decided.story_of(1) != decided.story_of(4)


def test_the_names_of_a_stream_of_lines_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.run.group.Stream", lambda: Stream(window=25))
    answers = stream_lines(json.dumps({"id": n, "text": story(n).text}) for n in range(600))
    for _ in answers:
        assert len(answers.gi_frame.f_locals["names"]) <= 3 * 25  # type: ignore[attr-defined]


def test_what_modules_remember_is_bounded() -> None:
    for remembered in (terms.term, terms._rarities, copies._starts):
        assert remembered.cache_info().maxsize is not None
    terms._known.clear()
    for n in range(terms.REMEMBERED + 10):
        terms._known[f"w{n}"]
    assert 0 < len(terms._known) <= terms.REMEMBERED
