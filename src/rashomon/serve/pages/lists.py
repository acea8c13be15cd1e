"""What the lists show: stories by day, what a search found, the change log by day, sources and outlets, decisions."""

from __future__ import annotations

from itertools import groupby, takewhile
from operator import itemgetter
from typing import Any
from urllib.parse import quote, urlencode

from rashomon.desk.deciding import readable as in_words
from rashomon.records.desk import ArticleRow, Change, Decision, Filter, Hit, Source, StoryRow
from rashomon.serve.desks import Reader

Data = dict[str, Any]
Day = tuple[str, int, str]
"""A day, its number of stories, the cursor that begins there."""
FEW = 25
"""A page of stories goes back over days until it has so many …"""
MANY = 100
"""… and shows so many at the most; of a day with more there are several pages."""
NAMED = 6
"""Outlets that a story of a list names."""
CHANGED = 80
FOUND = 20


def path(base: str, **given: Any) -> str:
    """A path with those parameters that are given."""
    query = urlencode({k: v for k, v in given.items() if v not in (None, "", False)})
    return f"{base}?{query}" if query else base


def stories(desk: Reader, day: str | None, outlet: str | None, reports: int | None, after: str | None) -> Data:
    """Whole days of stories, from `day` (else the newest) backwards, and the ways to newer and older days."""
    only = Filter(outlet=outlet, reports=reports)
    days = desk.story_days(only)
    first = next((n for n, (d, _, _) in enumerate(days) if day is None or d <= day), len(days))
    last, total = first, 0
    while last < len(days) and (total < FEW or last == first):
        total += days[last][1]
        last += 1
    kept = {"outlet": outlet, "reports": reports}
    cursor = after or (days[first][2] if first < len(days) else None)
    found = desk.stories(only, cursor, min(total, MANY)) if first < len(days) else None
    rows = list(found.items) if found else []
    unfinished = found is not None and found.next is not None and (after is not None or total > MANY)
    if found and after is not None and last < len(days):  # the last page of a day of many stories ends with the day
        begins = desk.stories(only, days[last][2], 1).items[:1]
        rows = [*takewhile(lambda row: row not in begins, rows)]
        unfinished &= len(rows) == len(found.items) and desk.stories(only, found.next, 1).items[:1] != begins
    desk.desks.look_ahead(rows)
    older = days[last][0] if last < len(days) else None
    return {
        "days": [
            {"day": d, "stories": [(row, _outlets(desk, row.id)) for _, row in group]}
            for d, group in groupby(_dated(rows, days[first:last], after), key=itemgetter(0))
        ],
        "day_chosen": day,
        "outlet": outlet,
        "reports": reports,
        "newest": days[0][0] if days else None,
        "newer": path("/stories", day=_newer(days, first), **kept) if first else None,
        "more": path("/stories", day=day, after=found.next, **kept) if found and unfinished else None,
        "older": path("/stories", day=older, **kept) if older else None,
        "older_day": older,
        "outlets": desk.desks.outlets(desk),
        "total": sum(many for _, many, _ in days),
        "feed": path("/stories.atom", outlet=outlet),
    }


def _dated(rows: list[StoryRow], days: tuple[Day, ...], after: str | None) -> list[tuple[str, StoryRow]]:
    """Stories with the day they are listed under: that of their newest report, else the day on which that came."""
    listed = [day for day, many, _ in days for _ in range(many)]
    if after is None:
        return [(row.last or day, row) for row, day in zip(rows, listed, strict=False)]
    found, day = [], next(iter(listed), "")  # begins somewhere within these days
    for row in rows:
        day = row.last or day
        found.append((day, row))
    return found


def _newer(days: tuple[Day, ...], first: int) -> str:
    """The day where the page of newer stories begins."""
    total, n = 0, first
    while n > 0 and total < FEW:
        n -= 1
        total += days[n][1]
    return days[n][0]


def _outlets(desk: Reader, story: str) -> Data:
    found = desk.store.outlets_of(story)
    names = [name or "outlet not named" for name in found] if any(found) else []
    return {"names": names[:NAMED], "more": len(names) - NAMED}


def search(desk: Reader, q: str, only: Filter, everywhere: bool, after: str | None) -> Data:
    """What a search found; `trouble` says what is wrong with the query."""
    found = desk.search(q, only, after, FOUND, everywhere) if q else None
    kept = {"q": q, "outlet": only.outlet, "since": only.since, "until": only.until, "story": only.story}
    return {
        **kept,
        "everywhere": everywhere,
        "hits": [
            {"hit": hit, "parts": marked(hit), "older": desk.store.rows([hit.article])[0].revised_by is not None}
            for hit in (found.items if found else ())
        ],
        "asked": found is not None,
        "more": path("/search", after=found.next, everywhere=everywhere or None, **kept)
        if found and found.next
        else None,
        "begun": after is None,
        "searches": desk.searches(),
        "feed": lambda name: f"/searches/{quote(name, safe='')}.atom",
        "outlets": desk.desks.outlets(desk),
        "read_only": desk.desks.read_only,
    }


def marked(hit: Hit) -> list[tuple[str, bool]]:
    """The excerpt of a hit in parts: text, and whether it was searched for."""
    parts, at = [], hit.start
    for start, end in sorted(hit.found):
        if at <= start < end <= hit.end:
            parts += [(hit.excerpt[at - hit.start : start - hit.start], False)]
            parts += [(hit.excerpt[start - hit.start : end - hit.start], True)]
            at = end
    parts.append((hit.excerpt[at - hit.start :], False))
    return [part for part in parts if part[0]]


def changes(desk: Reader, after: str | None) -> Data:
    """The change log of all stories, by day."""
    found = desk.changes(cursor=after, limit=CHANGED)
    return {
        "days": log(desk, found.items),
        "more": path("/changes", after=found.next) if found.next else None,
        "begun": after is None,
    }


def log(desk: Reader, changes: tuple[Change, ...]) -> list[Data]:
    """Changes by day and by story, each with the reports that caused it."""
    titles: dict[str, str] = {}
    reports: dict[str, ArticleRow | None] = {}
    for c in changes:
        if c.story not in titles:
            row = desk.store.story(c.story)
            titles[c.story] = (row.title if row else None) or "untitled"
        for name in c.because:
            if name not in reports:
                kept = desk.store.article(name)
                reports[name] = kept[0] if kept else None
    return [
        {
            "day": day,
            "groups": [
                {
                    "story": story,
                    "at": at,
                    "title": titles[story],
                    "because": [(name, reports[name]) for name in because],
                    "changes": list(same)[::-1],  # of one moment as they were told: the report first
                }
                for (story, at, because), same in groupby(group, key=lambda c: (c.story, c.at, c.because))
            ],
        }
        for day, group in groupby(changes, key=lambda c: c.at[:10])
    ]


def sources(desk: Reader) -> Data:
    """What is followed, with its state in words, and the outlets of the reports that are kept."""
    return {"sources": [(s, state(s)) for s in desk.sources()], "outlets": desk.desks.outlets(desk)}


def state(source: Source) -> str:
    """How a source fares, in a few words."""
    if source.last_at is None:
        return "not asked yet"
    if source.failures:
        times = "once" if source.failures == 1 else f"{source.failures} times in a row"
        status = f" (HTTP {source.last_status})" if source.last_status else ""
        return f"failed {times}{status}"
    return "unchanged" if source.last_status == 304 else "well"


def decisions(desk: Reader) -> Data:
    """What people decided, newest first."""
    found = reversed(desk.decisions(active=False))
    told = [(d, in_words(d), _story_of(desk, d)) for d in found]
    return {"decisions": told, "read_only": desk.desks.read_only}


def _story_of(desk: Reader, decision: Decision) -> str | None:
    """The story where a decision shows, when it is about one: it may be part of another one by now."""
    name = decision.subject.get("story") or next(iter(decision.subject.get("stories", ())), None)
    row = desk.store.story(name) if name else None
    return (row.merged_into or row.id) if row else None
