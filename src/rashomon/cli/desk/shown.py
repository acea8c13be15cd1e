"""How the commands of a desk show things: JSON of records, lines for people, a bar for long work."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.cli.main import STOPPED
from rashomon.errors import RashomonError, UsageError

if TYPE_CHECKING:
    from rashomon.desk import Desk

Progress = Callable[[str, int, int], None]


class Stopped(RashomonError):
    """Somebody pressed Ctrl-C."""

    exit_code = STOPPED


@contextmanager
def stoppable(left: str) -> Iterator[None]:
    """Long work that may be stopped by hand; `left` says what that leaves behind."""
    try:
        yield
    except KeyboardInterrupt:
        raise Stopped(f"stopped; {left}") from None


def to_look_at(folder: str) -> Desk:
    """The desk of a command that only looks: where nothing can be written it is opened for reading."""
    from rashomon.desk import Desk
    from rashomon.desk.folder import Folder

    return Desk.open(folder, read_only=not Folder(Path(folder)).is_writable)


def moment(value: str | None, option: str) -> str | None:
    """A day, or a moment in UTC as a desk writes it; what states another zone is turned into UTC. Raises UsageError."""
    if value is None:
        return None
    try:
        if len(value) == 10:
            return datetime.strptime(value, "%Y-%m-%d").date().isoformat()
        found = datetime.fromisoformat(value)
    except ValueError:
        raise UsageError(
            f"{option} {value}: give a day or a moment in UTC, for example 2025-03-19 or 2025-03-19T09:30"
        ) from None
    found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")


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
