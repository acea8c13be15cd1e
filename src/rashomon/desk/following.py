"""What a desk follows: sources in, reports out, again and again.

A round asks the sources that are due, takes what came, and looks again at reports that are young (docs/follow.md). What
is decided here: which address a report is known by (the page's own canonical address where it lies on the same site,
else the one that was asked for) and what the list may add to the page (a title, a day, an outlet, a credit), only where
the page itself says nothing. Reports are kept before the state of their source is: a round that dies is asked again and
finds what it had, nothing is lost and nothing doubled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rashomon.desk.adding import Added
from rashomon.errors import MissingExtra, Unreadable, UsageError
from rashomon.records.article import Page
from rashomon.records.desk import Source
from rashomon.records.dossier import Unread
from rashomon.settings import Settings
from rashomon.steps.read import read_bytes
from rashomon.store import Store

if TYPE_CHECKING:
    from rashomon.follow import Came, Entry, Fetcher

YOUNG = 3
"""Days after its arrival in which a report may be looked at again."""
TOGETHER = 16
"""Reports that are taken in one go."""
_READABLE = ("text/", "application/xhtml", "application/xml", "application/json", "application/ld+json")

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Followed:
    """What a round brought. `asked`: the sources with their new state; `failed`: those that gave nothing, and why.

    `found`: sources that others led to; `missed`: reports that could not be had or read, and why; `unchanged`: how many
    reports were looked at again and are what they were; `added`: what came of the rest, as of `Desk.add`.
    """

    asked: list[Source] = field(default_factory=list)
    failed: list[Unread] = field(default_factory=list)
    found: list[Source] = field(default_factory=list)
    missed: list[Unread] = field(default_factory=list)
    unchanged: int = 0
    added: Added = field(default_factory=Added)


def sources_of(what: str) -> list[Source]:
    """The sources that `what` names: an address, or a file (OPML, or one address in each line).

    Raises UsageError for an address that is none, Unreadable for a file that names no source.
    """
    follow = _follow()
    if "://" in what and not Path(what).exists():
        url = follow.feeds.tidy(what)
        if url is None:
            raise UsageError(f"{what}: not an address that can be followed; give one that begins with https://")
        return [Source(url)]
    try:
        body = Path(what).read_bytes()
    except OSError as problem:
        hint = "" if Path(what).exists() else "; an address begins with https://"
        raise Unreadable(what, f"{problem.strerror or problem}{hint}") from None
    if b"<opml" in body[:4000].lower():
        links = follow.feeds.read_list(body, what).links
        found = [Source(url, "feed", title) for url, title in links]
    else:
        lines = [line.split("#")[0].strip() for line in body.decode("utf-8", "replace").splitlines()]
        found = [Source(url) for line in lines if "://" in line and (url := follow.feeds.tidy(line))]
    if not found:
        raise Unreadable(what, "it names no source: give an OPML file, or a text file with one address in each line")
    return list({source.url: source for source in found}.values())


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
        young = follow.schedule.stamp(follow.schedule.moment(start) - timedelta(days=YOUNG))
        looks = [seen for seen, added in self._store.looks(young) if follow.schedule.look_again(added, seen.at, start)]
        # What could not be had for a passing reason is asked for again, also when its list says that nothing changed.
        looks += [seen for seen in self._store.missed(young) if follow.passing(seen)]
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
        waiting: list[tuple[Came, Page]] = []
        wanted, came = len(looks), 0
        for event in events:
            if isinstance(event, follow.Asked):
                done.asked.append(event.source)
                done.found += [s for s in event.found if self._store.source(s.url) is None]
                wanted += event.wanted
                if event.problem:
                    done.failed.append(Unread(event.source.url, event.problem))
                progress("asking sources", len(done.asked), len(sources))
                continue
            came += 1
            progress("fetching reports", came, max(wanted, came))
            if isinstance(event, follow.Came):
                page = self._page(event, done)
                if page is not None:
                    waiting.append((event, page))
                if len(waiting) >= TOGETHER:
                    self._keep(waiting, done)
                    waiting = []
            elif isinstance(event, follow.Missed):
                done.missed.append(Unread(event.url, event.failed.reason))
                self._store.put_seen(event.seen)
            else:
                done.unchanged += 1
                self._store.put_seen(event.seen)
        self._keep(waiting, done)
        # Last, so that a round that dies before is asked again.
        with self._store.transaction():
            for source in done.found:
                self._store.put_source(source)
            for source in done.asked:
                if self._store.source(source.url) is not None:  # else it was removed meanwhile
                    self._store.put_source(source)
        return done

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
        return completed(pages[0], came.url, came.entry)

    def _keep(self, waiting: list[tuple[Came, Page]], done: Followed) -> None:
        """Take reports, then remember their addresses."""
        if not waiting:
            return
        added = self._take(page for _, page in waiting)
        _join(done.added, added)
        done.missed += added.unread
        with self._store.transaction():
            for came, page in waiting:
                row = self._store.current_of(page.url or came.url)
                self._store.put_seen(replace(came.seen, article=row or came.seen.article))


def completed(page: Page, url: str, entry: Entry | None) -> Page:
    """A fetched page with its address, and with what its list says where it is silent itself."""
    own = page.url if page.url and _same_site(page.url, url) else url
    page = replace(page, url=own, path=url)
    if entry is None:
        return page
    published = page.published or entry.published
    return replace(
        page,
        title=page.title or entry.title,
        outlet=page.outlet or entry.outlet,
        language=page.language or (entry.language or "").split("-")[0].lower() or None,
        published=published,
        published_from=page.published_from or ("metadata" if published else None),
        sources=page.sources or ((entry.source,) if entry.source else ()),
    )


def _same_site(canonical: str, url: str) -> bool:
    """A canonical address that names a page of the same site; a front page is no address of a report."""
    one, other = urlsplit(canonical), urlsplit(url)
    hosts = [
        (part.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.") for part in (one, other)
    ]
    return hosts[0] == hosts[1] and one.scheme in ("http", "https") and (one.path not in ("", "/") or bool(one.query))


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
