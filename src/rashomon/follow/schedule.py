"""When a source or an article is asked for again. Pure arithmetic on ISO 8601 times in UTC; no clock here.

A list that changes is asked every `EVERY` minutes; one that does not, less and less often, up to `SELDOM`; one that
fails, ever later, up to a day; one that says when, not before. A report is looked at again while it is young, because
outlets rewrite their reports in the first days and seldom after; one that could not be had is asked for again after
pauses as long as it has been missing. Sources do not fall into step: each is shifted by a
share of its pause that depends on its address alone, so that the same desk asks at the same times on every machine.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import ceil
from zlib import crc32

EVERY = 15.0
"""Minutes until a list that changed is asked again."""
SELDOM = 240.0
"""Minutes at most while a list does not change."""
DAY = 1440.0
LOOKS = (60.0, 360.0, 1440.0, 2880.0)
"""Minutes after its first fetch at which a report is looked at again."""
AGAIN = 5.0
"""Minutes at least until what could not be had is asked for again."""


def stamp(when: datetime) -> str:
    """`2026-11-22T09:30:00Z`."""
    return when.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def moment(text: str) -> datetime:
    """The time that `stamp` wrote. Raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC)


def later(now: str, seconds: float) -> str:
    """The moment `seconds` after `now`, never a second too early."""
    return stamp(moment(now) + timedelta(seconds=ceil(seconds)))


def next_time(
    url: str,
    now: str,
    *,
    changed: bool,
    failures: int = 0,
    wait: float | None = None,
    before: float | None = None,
    every: float = EVERY,
) -> str:
    """When to ask `url` again.

    `failures`: how often in a row it failed, 0 when it answered; `wait`: seconds the server asked for; `before`:
    minutes of the last pause, None at first; `every`: minutes between two looks at a list that changes.
    """
    if failures:
        pause = min(every * 2.0 ** min(failures, 12), DAY)
    elif changed or before is None:
        pause = every
    else:
        pause = min(max(before, every) * 1.5, max(SELDOM, every))
    shift = crc32(url.encode("utf-8", "replace")) % 1000 / 10_000
    pause = max(pause * (1.0 + shift), (wait or 0.0) / 60.0)
    return stamp(moment(now) + timedelta(minutes=pause))


def look_again(first: str, last: str, now: str) -> bool:
    """True when a report first fetched at `first` and last looked at at `last` is due for another look."""
    born, seen, today = moment(first), moment(last), moment(now)
    return any(seen < born + timedelta(minutes=age) <= today for age in LOOKS)


def try_again(missed: str, last: str, now: str) -> bool:
    """True when what could not be had since `missed`, and was asked for at `last`, is due: each pause is doubled."""
    pause = max(moment(last) - moment(missed), timedelta(minutes=AGAIN))
    return moment(last) + pause <= moment(now)
