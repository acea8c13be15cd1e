"""`rashomon group`: JSON lines of articles in, JSON lines with their stories out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rashomon.steps.group import AGAIN, Assigned, Event, Item, Merged, Moved, Stream, assign

Answer = tuple[dict[str, Any], bool]


def group_lines(lines: Iterable[str]) -> Iterator[Answer]:
    """For each input line, in order, its story (or an error in its place) and whether it succeeded."""
    answers = [_read(line) for line in lines]
    good = [row for row in answers if isinstance(row[1], Item)]
    names = {n: name for n, (name, _) in enumerate(good)}
    found = iter(assign([item for _, item in good if isinstance(item, Item)]))
    for name, item in answers:
        if isinstance(item, Item):
            yield from ((answer, True) for answer in _told(next(found), names))
        else:
            yield {"id": name, "error": item}, False


def stream_lines(lines: Iterable[str], moves: bool = False) -> Iterator[Answer]:
    """The same in order of arrival with bounded memory; merges follow as lines of their own.

    With `moves` all that is remembered is read again each time the memory has been filled anew, and at the end; an
    article that moves gets another line, with the story it `was` in.
    """
    stream = Stream()
    names: dict[int, Any] = {}
    number = 0
    for line in lines:
        name, item = _read(line)
        if not isinstance(item, Item):
            yield {"id": name, "error": item}, False
            continue
        names[number] = name
        for event in stream.add(item):
            yield from ((answer, True) for answer in _told(event, names))
        number += 1
        if number % stream.window == 0:
            remembered = stream.stories()
            known = {n for story, members in remembered.items() for n in (story % AGAIN, *members)}
            names = {n: given for n, given in names.items() if n in known}
            if moves:
                yield from ((answer, True) for event in stream.repair() for answer in _told(event, names))
    if moves and number % stream.window:
        yield from ((answer, True) for event in stream.repair() for answer in _told(event, names))


def _told(event: Event, names: Mapping[int, Any]) -> Iterator[dict[str, Any]]:
    """The lines of an event."""

    def story(number: int) -> str:
        return _story_name(names[number % AGAIN], number)

    if isinstance(event, Merged):
        yield {"story": story(event.old), "merged_into": story(event.into)}
    elif isinstance(event, Assigned):
        answer = {"id": names[event.number], "story": story(event.story)}
        yield {**answer, "why": event.why} if event.why else answer
    elif isinstance(event, Moved):
        yield {"id": names[event.number], "story": story(event.story), "was": story(event.was)}
    else:
        for number in event.numbers:
            yield {"id": names[number], "story": story(event.new), "was": story(event.story)}


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


def _story_name(name: Any, number: int) -> str:
    """A story is called after its first article; numbers keep apart two articles with one id, and its later stories."""
    later = f".{number // AGAIN + 1}" if number >= AGAIN else ""
    return f"s{number % AGAIN}-{name}{later}"
