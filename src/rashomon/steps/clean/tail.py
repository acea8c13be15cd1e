"""Lists of links: below the report ("More news", clock times and headlines) and inside it ("Related").

Decides on the head of the list, on lines without a sentence end, and on columns of clock times. A list ends where a
paragraph of the story begins; below the last paragraph everything list-like goes to the list. Sentences are never
taken unless a list with its head or its clock times surrounds them.
"""

from __future__ import annotations

from rashomon.steps.clean.lines import Line, headlike
from rashomon.steps.clean.rules import bare
from rashomon.text.stamps import whole_stamp

_REPLY = frozenset({"reply", "report", "like", "share", "flag", "edit", "upvote", "downvote", "ago", "log in to reply"})


def mark_tail(lines: list[Line], heads: set[int], comments: set[int]) -> None:
    """Label link lists; `heads` and `comments` are the numbers of the lines that a list or comment rule claimed."""
    last = _last_paragraph(lines)
    first_tail = min((n for n in heads if n > last), default=None)
    clocks = _clock_column(lines)
    if clocks is not None and _mostly_list(lines[clocks:]):
        start = min([clocks, *(n for n in heads if n < clocks and _mostly_list(lines[n + 1 : clocks + 1]))])
        _to_end(lines, start, "list of links with clock times")
    elif first_tail is not None:
        _to_end(lines, first_tail, "below the head of a list of links")
    for n in sorted(heads):
        _run_below(lines, n)
    _mark_comments(lines, comments)


def _last_paragraph(lines: list[Line]) -> int:
    for n in range(len(lines) - 1, -1, -1):
        if lines[n].free and lines[n].paragraph:
            return n
    return -1


def _clock_column(lines: list[Line]) -> int | None:
    """The first line of a column of at least three short stamps with headlines between them, or None."""
    column: list[int] = []
    for n, line in enumerate(lines):
        if line.free and len(line.text) <= 40 and line.text[0].isdigit() and whole_stamp(line.text):
            if column and n - column[-1] > 4:
                column = column if len(column) >= 3 else []
            column.append(n)
    if len(column) < 3 or column[-1] - column[0] > 4 * len(column):
        return None
    start = column[0]
    # lines of date words or one-word labels right above the column belong to it
    while start > 0 and len(lines[start - 1].text) <= 24 and not lines[start - 1].full and start > column[0] - 4:
        start -= 1
    return start


def _mostly_list(lines: list[Line]) -> bool:
    """True when hardly a line is a paragraph."""
    return sum(line.paragraph and len(line.text) > 140 for line in lines) * 8 <= len(lines)


def _to_end(lines: list[Line], start: int, reason: str) -> None:
    for line in lines[start:]:
        line.mark("links", reason)


def _run_below(lines: list[Line], n: int) -> None:
    """Unfinished lines right below a list head inside the report are link headlines; a sentence ends them."""
    for line in lines[n + 1 : n + 13]:
        if line.kind in ("links", "teaser"):
            continue
        if not line.free or not (headlike(line) or (len(line.text) < 110 and line.text[-1] in "?!")):
            return
        line.mark("teaser", "below the head of a list of links")


def _mark_comments(lines: list[Line], comments: set[int]) -> None:
    """Readers' comments: behind their head, when at least two lines carry the buttons of a comment."""
    start = min((n for n in comments if n >= len(lines) // 4), default=None)
    if start is None:
        return
    rest = lines[start + 1 :]
    buttons = sum(len(x.text) <= 24 and (bare(x.text) in _REPLY or bare(x.text).endswith(" ago")) for x in rest)
    if buttons >= 2:
        for line in rest:
            line.mark("furniture", "readers' comments")
