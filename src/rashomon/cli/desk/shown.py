"""How the commands of a desk show things: JSON of records, lines for people, a bar for long work."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import Any

Progress = Callable[[str, int, int], None]


def print_json(value: Any) -> None:
    """Print a record, or a list or object of records, as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1, default=_data)
    sys.stdout.write("\n")


def _data(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} is no data")


def print_lines(lines: Iterator[str] | list[str]) -> None:
    """Print lines as they are: nothing in them is read as markup."""
    for line in lines:
        sys.stdout.write(line + "\n")


def say(line: str) -> None:
    """Tell on standard error, where answers do not go."""
    print(line, file=sys.stderr)


@contextmanager
def bar() -> Iterator[Progress]:
    """A progress bar on standard error when somebody looks at it; it goes away at the end."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        tasks: dict[str, Any] = {}

        def progress(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = shown.add_task(what, total=total)
            shown.update(tasks[what], completed=done, total=total)

        yield progress


def few(names: list[str], limit: int = 12) -> str:
    """Names in a line, the rest counted."""
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more
