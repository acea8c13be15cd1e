"""Kills a writer with SIGKILL, and tells in what the desk it leaves in the end differs from one that nobody killed."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from rashomon.desk import Desk
from rashomon.records.desk import Change, Slice, StoryRow

T = TypeVar("T")


def one_round(writer: Callable[[int], None], wait: float) -> int:
    """Start a writer, kill it `wait` seconds later; how many batches it reported as kept, all rounds together.

    The writer gets a file descriptor to report to. Raises RuntimeError for one that ended before it was killed.
    """
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(read)
            writer(write)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(write)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read, "rb") as answers:
        data = answers.read()
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the writer ended by itself: what it says stands above")
    return int.from_bytes(data[-4:], "big") if data else 0


def listed(page: Callable[[str | None], Slice[T]]) -> list[T]:
    """All rows of a list, page after page."""
    rows, cursor = list[T](), None
    while True:
        found = page(cursor)
        rows += found.items
        cursor = found.next
        if cursor is None:
            return rows


def stories_of(desk: Desk) -> list[StoryRow]:
    return listed(lambda cursor: desk.stories(cursor=cursor))


def changes_of(desk: Desk) -> list[Change]:
    return listed(lambda cursor: desk.changes(cursor=cursor))


def articles_of(desk: Desk) -> list[str]:
    return listed(lambda cursor: desk.store.article_ids(cursor))


KEPT: dict[str, Callable[[Desk], object]] = {
    "reports": lambda desk: desk.store.rows(articles_of(desk)),
    "stories": lambda desk: {row.id: desk.store.members(row.id, versions=True) for row in stories_of(desk)},
    "dossiers": lambda desk: {row.id: desk.dossier(row.id) for row in stories_of(desk)},
}
"""What two desks must have alike. Reports with their numbers, versions and times; versions count as members."""


def differences(killed: Desk, whole: Desk) -> list[str]:
    """What is wrong with either desk, and in what they differ, in words."""
    problems = []
    for name, desk in (("killed", killed), ("whole", whole)):
        problems += [f"{name}: {problem}" for problem in desk.check(deep=True)]
    logs = [changes_of(desk) for desk in (killed, whole)]  # first: to ask for a dossier may write into the log
    logged = [Counter((c.kind, c.section, c.line, c.because) for c in log) for log in logs]
    missed, extra = logged[1] - logged[0], logged[0] - logged[1]
    if missed or extra:
        counts = missed.total(), extra.total(), logged[1].total()
        problems.append("the log misses {} lines and has {} too many, of {}".format(*counts))
        problems += [f"missing: {row}" for row in list(missed)[:3]] + [f"too many: {row}" for row in list(extra)[:3]]
    return problems + [f"{name} are others" for name in KEPT if KEPT[name](killed) != KEPT[name](whole)]
