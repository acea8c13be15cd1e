"""Where the words of a report begin behind its dateline.

Decides on the form alone: a place in capitals, or a place with the reporting agency in brackets, perhaps a date, then
a dash ("ERIE, Pa. (AP) -"). Without capitals and without brackets nothing is a dateline.
"""

from __future__ import annotations

import re

PLACE = r"[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\w. ]{1,30}){0,2}"
DAY = r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
AGENCY = r"\([A-Z][\w&. /-]{1,30}\)"
TOWN = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}(?:, [A-Z][\w. ]{1,30})?"
DATELINE = re.compile(rf"(?:{PLACE}{DAY}(?:\s{AGENCY})?|{TOWN}\s{AGENCY})\s{{1,2}}[-–—]{{1,2}}\s{{1,2}}")


def after_dateline(text: str, start: int, end: int | None = None) -> int:
    """The first character behind a dateline that begins at `start`; `start` itself where none does, or nothing follows.

    Characters from `end` on are not looked at.
    """
    stop = len(text) if end is None else end
    found = DATELINE.match(text, start, stop)
    return found.end() if found and found.end() < stop else start
