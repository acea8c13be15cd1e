"""What a desk follows: sources in, reports out, again and again.

A round asks the sources that are due, takes what came, and looks again at reports that are young (docs/follow.md).
Reports are kept before the state of their source is: a round that dies is asked again and finds what it had, nothing is
lost and nothing doubled. Where a site does not let us read a page, or gives only the beginning of it, the text that its
list carries takes its place (`pages`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.desk.adding import Added
from rashomon.desk.pages import carried_page, completed, is_beginning
from rashomon.errors import MissingExtra, Unreadable, UsageError
from rashomon.records.article import Page
from rashomon.records.desk import Seen, Source
from rashomon.records.dossier import Unread
from rashomon.settings import Settings
from rashomon.steps.read import read_bytes
from rashomon.store import Store

if TYPE_CHECKING:
    from rashomon.follow import Came, Fetcher, Missed

YOUNG = 3
"""Days in which a report may be looked at again, or what could not be had is asked for when no list names it."""
TOGETHER = 16
"""Reports that are taken in one go."""
CLOSED = ("denied", "robots")
"""Reasons for which a page cannot be had that are the site's own will: then its list may speak for it."""
_READABLE = ("text/", "application/xhtml", "application/xml", "application/json", "application/ld+json")

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Followed:
    """What a round brought. `asked`: the sources with their new state; `failed`: those that gave nothing, and why.

    `found`: sources that others led to; `missed`: reports that could not be had or read, and why; `unchanged`: how many
    reports were looked at again and are what they were; `carried`: addresses of reports that were taken from the text
    of their list; `added`: what came of the rest, as of `Desk.add`.
    """

    asked: list[Source] = field(default_factory=list)
    failed: list[Unread] = field(default_factory=list)
    found: list[Source] = field(default_factory=list)
    missed: list[Unread] = field(default_factory=list)
    unchanged: int = 0
    carried: list[str] = field(default_factory=list)
    added: Added = field(default_factory=Added)


def sources_of(what: str) -> tuple[list[Source], int]:
    """The sources that `what` names, and how many things it names that cannot be followed.

    `what`: an address, or a file (OPML, or one address in each line; what follows a # is a remark). Raises UsageError
    for an address that is none, Unreadable for a file that names no source.
    """
    follow = _follow()
    if "://" in what and not Path(what).exists():
        url = follow.feeds.tidy(what)
        if url is None:
            raise UsageError(f"{what}: not an address that can be followed; give one that begins with https://")
        return [Source(url)], 0
    try:
        body = Path(what).read_bytes()
    except OSError as problem:
        hint = "" if Path(what).exists() else "; an address begins with https://"
        raise Unreadable(what, f"{problem.strerror or problem}{hint}") from None
    if b"<opml" in body[:4000].lower():
        listed = follow.feeds.read_list(body, what)
        found, left = [Source(url, "feed", title) for url, title in listed.links], listed.left_out
    else:
        lines = [line.split("#")[0].strip() for line in body.decode("utf-8-sig", "replace").splitlines()]
        urls = [follow.feeds.tidy(line) if "://" in line else None for line in lines if line]
        found, left = [Source(url) for url in urls if url], urls.count(None)
    if not found:
        raise Unreadable(what, "it names no source: give an OPML file, or a text file with one address in each line")
    return list({source.url: source for source in found}.values()), left


class Following:
    """Rounds over the sources of one store. `take` takes pages, as `Desk.take`."""

    def __init__(
        self, store: Store, settings: Settings, now: Callable[[], str], take: Callable[[Iterable[Page]], Added]
    ) -> None:
        self._store, self._settings, self._now, self._take = store, settings, now, take

    def round(
        self,
        fetcher: Fetcher,
        progress: Progress,
        *,
        everything: bool = False,
        since: str | None = None,
        most: int = 100,
        every: float | None = None,
    ) -> Followed:
        """One round. `everything`: also sources that are not due; the rest as of `follow.follow`."""
        follow = _follow()
        start = self._now()
        done = Followed()
        sources = self._store.sources(None if everything else start)
        looks = self._looks(start)
        events = follow.follow(
            sources,
            self._store.seen,
            fetcher,
            self._now,
            looks=looks,
            since=since,
            most=most,
            **({} if every is None else {"every": every}),
        )
        for host, until in self._store.away(start).items():
            fetcher.stay_away(host, (follow.schedule.moment(until) - follow.schedule.moment(start)).total_seconds())
        waiting: list[tuple[Came | Missed, Page]] = []
        wanted, came = len(looks), 0
        for event in events:
            if isinstance(event, follow.Asked):
                done.asked.append(event.source)
                done.found += [s for s in event.found if self._store.source(s.url) is None]
                wanted += event.wanted
                if event.problem:
                    done.failed.append(Unread(event.source.url, event.problem))
                    self._note_away(fetcher)
                progress("asking sources", len(done.asked), len(sources))
                continue
            came += 1
            progress("fetching reports", came, max(wanted, came))
            if isinstance(event, follow.Still):
                done.unchanged += 1
                self._store.put_seen(event.seen)
                continue
            if isinstance(event, follow.Missed):
                self._note_away(fetcher)
                page = self._instead(event, done)
            else:
                page = self._page(event, done)
            if page is not None:
                waiting.append((event, page))
            if len(waiting) >= TOGETHER:
                self._keep(waiting, done)
                waiting = []
        self._keep(waiting, done)
        self._remember(done)  # last, so that a round that dies before is asked again
        return done

    def _looks(self, start: str) -> list[Seen]:
        """Addresses that are asked without a list that names them: young reports, and what could not be had."""
        follow = _follow()
        schedule = follow.schedule
        young = schedule.stamp(schedule.moment(start) - timedelta(days=YOUNG))
        looks = [seen for seen, added in self._store.looks(young) if schedule.look_again(added, seen.at, start)]
        # What could not be had for a passing reason is asked for again, also when its list says that nothing changed.
        return looks + [seen for seen in self._store.missed(young) if follow.retry_due(seen, start)]

    def _remember(self, done: Followed) -> None:
        """Keep the sources that were found, and the new state of those that were asked."""
        with self._store.transaction():
            for source in done.found:
                self._store.put_source(source)
            for source in done.asked:
                if self._store.source(source.url) is not None:  # else it was removed meanwhile
                    self._store.put_source(source)

    def _page(self, came: Came, done: Followed) -> Page | None:
        """The report in an answer; what is none is named, and not asked for again."""
        answer = came.fetched
        try:
            if answer.media_type and not answer.media_type.startswith(_READABLE):
                raise Unreadable(came.url, f"the address gives {answer.media_type}, not a page")
            pages = read_bytes(answer.body, came.url, self._settings)
            if len(pages) != 1:
                raise Unreadable(came.url, f"the address gives a list of {len(pages)} reports, not one")
        except Exception as problem:
            # A defect of ours in one page must not take the others with it; it is named, never hidden.
            defect = f"{type(problem).__name__}: {problem}; please report this defect"
            reason = problem.reason if isinstance(problem, Unreadable) else defect
            done.missed.append(Unread(came.url, reason))
            self._store.put_seen(replace(came.seen, status=came.seen.status or 200))
            return None
        page = completed(pages[0], came.url, came.entry)
        carried = carried_page(came.entry, came.url, self._settings) or self._carried_before(came.seen)
        return carried if carried and is_beginning(page, carried, self._settings) else page

    def _instead(self, missed: Missed, done: Followed) -> Page | None:
        """What the list carries of a report whose page is closed to us; what cannot be had at all is named."""
        closed, carried = missed.failed.why in CLOSED, self._carried_before(missed.seen)
        if closed and (carried or missed.seen.article is None):
            page = carried_page(missed.entry, missed.url, self._settings)
            if page is not None:
                return page
        if closed and carried and missed.entry is None:
            done.unchanged += 1  # as closed as it was: nothing is missing
        else:
            done.missed.append(Unread(missed.url, missed.failed.reason))
        self._store.put_seen(missed.seen)
        return None

    def _carried_before(self, seen: Seen) -> Page | None:
        """The report we have from an address, when its list carried it."""
        page = self._store.page(seen.article) if seen.article else None
        return page if page is not None and page.format == "feed" else None

    def _note_away(self, fetcher: Fetcher) -> None:
        """Keep which hosts asked to be left alone, for rounds of other processes."""
        schedule, now = _follow().schedule, self._now()
        known = self._store.away(now)
        for host, seconds in fetcher.away().items():
            until = schedule.later(now, seconds)
            if host not in known or schedule.moment(until) > schedule.moment(known[host]) + timedelta(seconds=2):
                self._store.put_away(host, until)

    def _keep(self, waiting: list[tuple[Came | Missed, Page]], done: Followed) -> None:
        """Take reports, then remember their addresses."""
        if not waiting:
            return
        done.carried += [came.url for came, page in waiting if page.format == "feed" and came.entry is not None]
        added = self._take(page for _, page in waiting)
        _join(done.added, added)
        done.missed += added.unread
        with self._store.transaction():
            for came, page in waiting:
                row = self._store.current_of(page.url or came.url)
                self._store.put_seen(replace(came.seen, article=row or came.seen.article))


def _join(whole: Added, part: Added) -> None:
    whole.new += part.new
    whole.known += part.known
    whole.revised += part.revised
    whole.unread += part.unread
    whole.stories = sorted({*whole.stories, *part.stories})
    whole.changes += part.changes


def _follow() -> Any:
    """The room that fetches; raises MissingExtra when its packages are not installed."""
    try:
        import rashomon.follow as follow
    except ModuleNotFoundError as problem:
        if problem.name and problem.name.startswith("rashomon"):
            raise
        raise MissingExtra("following feeds and sites", "follow") from None
    return follow
