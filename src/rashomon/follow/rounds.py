"""One round of a follower: asks every source that is due, then every report that is new or due for another look.

What it decides: which addresses of a list are worth a request (unseen ones; seen ones whose list says that they were
changed since; those that could not be had last time and may be asked again), at most `most` for a source and round,
newest first, so that one large archive cannot keep the news away. Hosts are asked side by side, each host one request
after the other. What came is handed on at once and in no order that means anything: who stores it must not care.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlsplit

from rashomon.errors import Unreadable
from rashomon.follow.feeds import Entry, Feed, read_list, tidy
from rashomon.follow.fetch import Failed, Fetched, Fetcher, Unchanged
from rashomon.follow.schedule import EVERY, later, moment, next_time, try_again
from rashomon.records.desk import Seen, Source

INDEX = 5
"""Sitemaps of an index that are read in a round, newest first."""


NEVER = 0
"""Status of an address that was not asked for, by its robots.txt or by our guard, and is not asked for again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A source was asked: its new state, how many addresses it named and how many of them are fetched now.

    `found`: sources it led to (the feeds of an OPML file or of a page). `problem`: why it gave nothing.
    """

    source: Source
    named: int = 0
    wanted: int = 0
    found: tuple[Source, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """A report came. `entry`: what the list said of it, None for another look at a report we had."""

    url: str
    fetched: Fetched
    entry: Entry | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class Still:
    """A report is what it was."""

    url: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Missed:
    """A report could not be had, and why. `entry`: what the list said of it, None for another look."""

    url: str
    failed: Failed
    seen: Seen
    entry: Entry | None = None


Event = Asked | Came | Still | Missed


def follow(
    sources: Iterable[Source],
    seen: Callable[[str], Seen | None],
    fetcher: Fetcher,
    now: Callable[[], str],
    *,
    looks: Iterable[Seen] = (),
    since: str | None = None,
    most: int = 100,
    every: float = EVERY,
    workers: int = 8,
) -> Iterator[Event]:
    """One round over `sources`, whatever their `next_at`; the caller picks those that are due.

    `seen` tells what is known of an address; it is called in this thread only. `looks`: reports to look at again.
    `since`: entries dated before this day are left alone. `most`: reports for one source. `every`: minutes between two
    looks at a list that changes. `now` gives the time as ISO 8601 in UTC.
    """
    fetcher.go_on()
    wanted: dict[str, Entry | None] = {}
    known: dict[str, Seen | None] = {}
    due = list({source.url: source for source in sources}.values())
    for source, lists, answer in _side_by_side(
        due, lambda s: s.url, lambda s: (s, *_all_lists(s, fetcher)), workers, fetcher.stop
    ):
        entries = [entry for found in lists for entry in found.entries if _recent(entry, since)]
        entries.sort(key=lambda e: e.updated or e.published or "", reverse=True)
        new = []
        for entry in entries:
            if entry.url not in wanted:
                known[entry.url] = seen(entry.url)
                if _worth(entry, known[entry.url], now()):
                    new.append(entry)
        wanted.update((entry.url, entry) for entry in new[:most])
        yield _asked(source, lists, answer, (len(entries), len(new), most), now(), every)
    for look in looks:
        if look.url not in wanted:
            wanted[look.url], known[look.url] = None, look
    for url, reply in _side_by_side(
        list(wanted), lambda u: u, lambda u: (u, _report(u, known[u], fetcher)), workers, fetcher.stop
    ):
        yield _event(url, reply, wanted[url], known[url], now())


def _report(url: str, before: Seen | None, fetcher: Fetcher) -> Fetched | Unchanged | Failed:
    try:
        return fetcher.get(url, *_validators(before))
    except Exception as problem:
        return _defect(url, problem)


def _all_lists(source: Source, fetcher: Fetcher) -> tuple[list[Feed], Fetched | Unchanged | Failed]:
    try:
        return _lists(source, fetcher)
    except Exception as problem:
        return [], _defect(source.url, problem)


def _defect(url: str, problem: Exception) -> Failed:
    """A defect of ours at one address must not take the others with it; it is named, never hidden."""
    return Failed(url, "broken", f"{type(problem).__name__}: {problem}; please report this defect")


def _lists(source: Source, fetcher: Fetcher) -> tuple[list[Feed], Fetched | Unchanged | Failed]:
    """The lists behind a source, and its own answer."""
    answer = fetcher.get(source.url, source.etag, source.modified)
    if not isinstance(answer, Fetched):
        return [], answer
    try:
        first = read_list(answer.body, answer.final, answer.media_type)
    except Unreadable as problem:
        return [], Failed(source.url, "broken", problem.reason, status=answer.status)
    found = [first]
    if first.kind == "index":
        for url, _ in first.links[:INDEX]:
            child = fetcher.get(url)
            if isinstance(child, Fetched):
                try:
                    found.append(read_list(child.body, child.final, child.media_type))
                except Unreadable:
                    continue
    if first.kind == "page" and not first.links:
        return [], Failed(source.url, "broken", "the page names no feed; give the address of a feed or a sitemap")
    return found, answer


def _recent(entry: Entry, since: str | None) -> bool:
    when = entry.updated or entry.published
    return since is None or when is None or when[:10] >= since


def _worth(entry: Entry, before: Seen | None, now: str) -> bool:
    """Whether an entry is worth a request, by what is known of its address."""
    if before is None:
        return True
    if before.article is None:
        return retry_due(before, now)
    changed = entry.updated
    # A list that gives only a day cannot say whether that was before or after we looked.
    return changed is not None and len(changed) > 10 and moment(changed) > moment(before.at)


def retry_due(missed: Seen, now: str) -> bool:
    """True for an address that could not be had for a reason that passes, and may be asked for again."""
    passing = missed.status is None or missed.status >= 500 or missed.status in (408, 425, 429)
    return passing and try_again(missed.missed or missed.at, missed.at, now)


def _validators(before: Seen | None) -> tuple[str | None, str | None]:
    return (before.etag, before.modified) if before is not None and before.article is not None else (None, None)


def _asked(
    source: Source,
    lists: list[Feed],
    answer: Fetched | Unchanged | Failed,
    counts: tuple[int, int, int],
    now: str,
    every: float,
) -> Asked:
    """The new state of a source after its answer; `counts`: named, worth a request, most of a round."""
    named, new, most = counts
    if isinstance(answer, Failed) and answer.kept_away:
        until = later(now, answer.wait or 0.0)
        return Asked(replace(source, next_at=max(until, source.next_at or "")), problem=answer.reason)
    failed = isinstance(answer, Failed)
    failures = source.failures + 1 if failed else 0
    pause = None
    if source.last_at and source.next_at:
        pause = (moment(source.next_at) - moment(source.last_at)).total_seconds() / 60
    state = replace(
        source,
        last_at=now,
        last_status=answer.status,
        failures=failures,
        next_at=next_time(
            source.url,
            now,
            changed=new > 0,
            failures=failures,
            wait=answer.wait if isinstance(answer, Failed) else None,
            before=pause,
            every=every,
        ),
    )
    if isinstance(answer, Failed):
        return Asked(state, problem=answer.reason)
    state = replace(state, etag=answer.etag or source.etag, modified=answer.modified or source.modified)
    if not lists:
        return Asked(state)
    first = lists[0]
    kind = "sitemap" if first.kind == "index" else first.kind
    state = replace(state, kind=kind, title=first.title or source.title)
    if new > most or first.kind == "index":
        # More than this round takes, or further lists behind it: next time we need the list, not whether it changed.
        state = replace(state, etag=None, modified=None)
    found = tuple(Source(u, "feed", t) for u, t in first.links) if first.kind in ("opml", "page") else ()
    return Asked(state, named, min(new, most), found)


def _event(url: str, reply: Fetched | Unchanged | Failed, entry: Entry | None, before: Seen | None, now: str) -> Event:
    article, etag, modified = (before.article, before.etag, before.modified) if before else (None, None, None)
    if isinstance(reply, Failed):
        status = reply.status if reply.why in ("later", "broken") or reply.status else NEVER
        first = (before.missed if before else None) or now
        return Missed(url, reply, Seen(url, now, etag, modified, status, article, None if article else first), entry)
    seen = Seen(url, now, reply.etag, reply.modified, reply.status, article)
    if isinstance(reply, Unchanged):
        return Still(url, replace(seen, etag=reply.etag or etag, modified=reply.modified or modified))
    home = tidy(reply.moved) if reply.moved else None
    return Came(home or url, reply, entry, seen)


J = TypeVar("J")
R = TypeVar("R")


def _side_by_side(
    jobs: list[J],
    url: Callable[[J], str],
    work: Callable[[J], R],
    workers: int,
    halt: Callable[[], None] = lambda: None,
) -> Iterator[R]:
    """The result of `work` for each job; the jobs of one host one after the other, hosts side by side.

    `halt` is called when nobody waits for the rest any more (Ctrl-C, say), and makes work that is under way end soon.
    """
    hosts: dict[str, list[J]] = {}
    for job in jobs:
        hosts.setdefault(urlsplit(url(job)).hostname or "", []).append(job)
    # Bounded, so that pages wait at their host and not in memory when the store is slower than the net.
    results: queue.Queue[tuple[R] | BaseException | None] = queue.Queue(maxsize=2 * workers)
    stop = threading.Event()

    def one_host(queued: list[J]) -> None:
        try:
            for job in queued:
                if stop.is_set():
                    return
                results.put((work(job),))
        except BaseException as problem:
            results.put(problem)
        finally:
            results.put(None)

    with ThreadPoolExecutor(max_workers=max(1, workers), thread_name_prefix="follow") as pool:
        open_hosts = [pool.submit(one_host, queued) for queued in hosts.values()]
        left = len(open_hosts)
        try:
            while left:
                result = results.get()
                if result is None:
                    left -= 1
                elif isinstance(result, BaseException):
                    raise result
                else:
                    yield result[0]
        except BaseException:
            halt()
            raise
        finally:
            stop.set()
            while left:
                left -= results.get() is None
