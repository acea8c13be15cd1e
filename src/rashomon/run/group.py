"""`rashomon group`: JSON lines of articles in, JSON lines with their stories out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.steps.group import Assigned, Item, Merged, Stream, assign

Answer = tuple[dict[str, Any], bool]


def group_lines(lines: Iterable[str]) -> Iterator[Answer]:
    """For each input line, in order, its story (or an error in its place) and whether it succeeded."""
    answers = [_read(line) for line in lines]
    good = [row for row in answers if isinstance(row[1], Item)]
    found = iter(assign([item for _, item in good if isinstance(item, Item)]))
    names = _names([name for name, _ in good])
    for name, item in answers:
        if isinstance(item, Item):
            yield _answer(name, names, next(found)), True
        else:
            yield {"id": name, "error": item}, False


def stream_lines(lines: Iterable[str]) -> Iterator[Answer]:
    """The same in order of arrival with bounded memory; merges follow as lines of their own."""
    stream = Stream()
    names: dict[int, str] = {}
    number = 0
    for line in lines:
        name, item = _read(line)
        if not isinstance(item, Item):
            yield {"id": name, "error": item}, False
            continue
        for event in stream.add(item):
            if isinstance(event, Merged):
                yield {"story": names[event.old], "merged_into": names[event.into]}, True
            elif isinstance(event, Assigned):
                if event.story == event.number:
                    names[number] = _story_name(name, number)
                yield _answer(name, names, event), True
        number += 1


def _read(line: str) -> tuple[Any, Item | str]:
    """The id of a line, and its article or what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return None, f"the line is not JSON: {problem}"
    if not isinstance(row, dict):
        return None, "the line is no object"
    name = row.get("id")
    if not isinstance(row.get("text"), str):
        return name, "the line needs a string field 'text'"
    if not isinstance(name, (str, int)) or isinstance(name, bool):
        return name, "the line needs a field 'id' (text or number)"
    title, day, language = (v if isinstance(v := row.get(k), str) else None for k in ("title", "date", "language"))
    return name, Item(row["text"], title, day, language)


def _answer(name: Any, names: Mapping[int, str] | Sequence[str], found: Assigned) -> dict[str, Any]:
    """The line of an article; the first of a story needs no reason."""
    answer = {"id": name, "story": names[found.story]}
    return {**answer, "why": found.why} if found.why else answer


def _names(names: list[Any]) -> list[str]:
    return [_story_name(name, n) for n, name in enumerate(names)]


def _story_name(name: Any, number: int) -> str:
    """A story is called after its first article; the number keeps two articles with one id apart."""
    return f"s{number}-{name}"
