"""The desk: a folder that takes reports again and again and always knows their stories and what these say together.

Thin: it joins the store, grouping, dossiers and decisions, and says in which order. Everything but reports and
decisions is worked out from these two and can be worked out again (`rebuild`). One desk object belongs to one thread;
others may be open on the same folder in other threads and processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from rashomon.desk import subjects
from rashomon.desk.adding import Added, Adding, Progress, Report
from rashomon.desk.crew import Crew, clean_pages
from rashomon.desk.deciding import checked
from rashomon.desk.folder import Folder
from rashomon.desk.following import Followed, Following, sources_of
from rashomon.desk.grouping import Grouping
from rashomon.desk.reading import Reading, utc_now
from rashomon.desk.rebuilding import rebuild
from rashomon.desk.unsettled import Unsettled
from rashomon.errors import UsageError
from rashomon.export.words import count
from rashomon.records.article import Page
from rashomon.records.desk import Change, Decision, SavedSearch, Source
from rashomon.records.dossier import Unread
from rashomon.store import Store

if TYPE_CHECKING:
    from rashomon.follow import Fetcher

Data = dict[str, Any]
OFTEN = 20
"""Reports that come one by one after which all that is remembered is read again."""


def silent(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


class Desk(Reading):
    """A desk, open. Use it as a context, or `close` it. What only reads is in `Reading`."""

    def __init__(self, folder: Folder, store: Store, now: Callable[[], str] = utc_now) -> None:
        super().__init__(folder, store, now)
        self._grouping = Grouping(store)
        self._unsettled = Unsettled(store)

    @classmethod
    def init(cls, folder: str | PathLike[str], now: Callable[[], str] = utc_now) -> Self:
        """Make a desk in `folder`, which is made when it is missing. Raises UsageError when there is one already."""
        place = Folder(Path(folder))
        place.make()
        return cls(place, Store.create(place.database), now)

    # Reports

    def add(
        self, reports: Iterable[Report], progress: Progress = silent, jobs: int = 1, date: str | None = None
    ) -> Added:
        """Take reports: files, folders, records with at least `text`; those known already change nothing.

        `date`: publication day of reports that state none. `jobs`: processes that read and mark (0: one for each
        core); the result is the same. With more than one, call it from a module that can be imported.
        """
        if isinstance(reports, (str, PathLike, Mapping)):
            raise UsageError("add() takes a list of paths or records, not one of them")
        self._settle(progress)
        with Crew(jobs) as crew:
            settings = replace(self.settings, date=date)
            adding = Adding(self.store, self._grouping, settings, self._now, crew)
            adding.reports(reports, progress)
        added = self._settled(adding.added, progress)
        self._unsettled.close_round()  # one that was stopped long ago: all stories were just looked at
        return added

    def take(self, pages: Iterable[Page]) -> Added:
        """Take pages that are read already (`steps.read.read_bytes`): what `follow` fetched, say. In this process."""
        self._settle(silent, OFTEN)
        adding = Adding(self.store, self._grouping, self.settings, self._now, Crew(1))
        found, refused = clean_pages(pages, [], self.settings)
        adding.added.unread += refused
        adding.take(found)
        return self._settled(adding.added, silent, OFTEN)

    # Stories and searches

    def refresh(self, story: str) -> tuple[Change, ...]:
        """Bring the dossier of a story up to date; gives what changed, as it was written into the log."""
        return self._dossiers.refresh(self.story(story).id)[1]

    def save_search(self, name: str, query: str) -> SavedSearch:
        """Keep a search under a name, for `alerts`. Raises UsageError for a query that is none."""
        if name.strip() in ("", ".", ".."):  # no address could lead to the other two
            raise UsageError("a saved search needs a name")
        self.store.search(query, limit=1)
        found = SavedSearch(name.strip(), query, self._now())
        self.store.save_search(found)
        return found

    def remove_search(self, name: str) -> None:
        """Forget a saved search. Raises NotFound."""
        self.store.remove_search(name)

    # Decisions

    def decide(self, kind: str, subject: Mapping[str, Any], note: str = "", by: str = "") -> Decision:
        """Take a decision of a person; it wins over the rules, now and on every rebuild. Raises UsageError, NotFound.

        The methods below make the subject from what is on the page.
        """
        known, found = checked(kind, subject)
        try:
            with self.store.transaction():
                decision = self.store.decide(known, found, note, by, self._now())
                self._regroup(decision)
        except BaseException:
            self._grouping.forget()
            raise
        self._refresh_kept(decision)
        return decision

    def same_actor(self, a: str, b: str, story: str | None = None, **said: str) -> Decision:
        """Two names are one actor: in a story, else everywhere."""
        return self.decide("same-actor", self._names(a, b, story), **said)

    def not_same_actor(self, a: str, b: str, story: str | None = None, **said: str) -> Decision:
        """Two names are two actors: in a story, else everywhere."""
        return self.decide("not-same-actor", self._names(a, b, story), **said)

    def speaker(self, story: str, quote: str, name: str | None, **said: str) -> Decision:
        """The quotation `quote` of the dossier of `story` was said by `name`; None: by nobody known."""
        return self.decide("speaker", subjects.speaker(self.dossier(story), quote, name), **said)

    def not_a_contradiction(self, story: str, disagreement: str, **said: str) -> Decision:
        """The disagreement (`d1`) or the check (`k1`) of the dossier of `story` is none."""
        return self.not_contradictions([(story, disagreement)], **said)[0]

    def not_contradictions(self, lines: Iterable[tuple[str, str]], **said: str) -> tuple[Decision, ...]:
        """Each of these lines, a story and an id, is none; all are looked up before a decision renumbers them."""
        found = [subjects.contradiction(self.dossier(story), line) for story, line in lines]
        return tuple(self.decide("not-a-contradiction", subject, **said) for subject in found)

    def merge(self, one: str, other: str, **said: str) -> Decision:
        """Two stories are one."""
        first, second = self.story(one).id, self.story(other).id
        if first == second:
            raise UsageError(f"{one} and {other} are one story already")
        sides = [list(self.store.members(s, versions=True)) for s in (first, second)]
        return self.decide("merge-stories", {"stories": [first, second], "articles": sides}, **said)

    def split(self, story: str, articles: Sequence[str], **said: str) -> Decision:
        """These reports of a story are a story of their own."""
        name = self.story(story).id
        members = list(self.store.members(name, versions=True))
        return self.decide("split-story", subjects.split(name, members, articles), **said)

    def revoke(self, decision: int) -> Decision:
        """Take a decision back; stories are grouped again where it was about them. Raises NotFound."""
        try:
            with self.store.transaction():
                was = any(d.id == decision for d in self.store.decisions())
                found = self.store.revoke(decision, self._now())
                if was and found.kind in ("merge-stories", "split-story"):
                    self._grouping.reconsider(self.store.decisions(), self._now(), self._taken_back(found))
        except BaseException:
            self._grouping.forget()
            raise
        self._refresh_kept(found)
        return found

    # Following

    def add_sources(self, *named: str, left_out: list[Unread] | None = None) -> tuple[Source, ...]:
        """Follow addresses of feeds, sitemaps or pages, or what files (OPML, a list of addresses) name; the new ones.

        Nothing is asked yet. `left_out` gets the files that also name what cannot be followed. Raises UsageError,
        Unreadable; then nothing was added.
        """
        found: list[Source] = []
        for name in named:
            sources, strange = sources_of(name)
            found += sources
            if strange and left_out is not None:
                reason = f"{count(strange, 'entry')} without an address that begins with http:// or https://"
                left_out.append(Unread(name, reason))
        new = {s.url: s for s in found if self.store.source(s.url) is None}
        with self.store.transaction():
            for source in new.values():
                self.store.put_source(source)
        return tuple(new.values())

    def remove_source(self, url: str) -> None:
        """Follow a source no longer; what came from it stays. Raises NotFound."""
        self.store.remove_source(url)

    def follow(self, fetcher: Fetcher, progress: Progress = silent, **how: Any) -> Followed:
        """One round over the sources that are due: `fetcher` asks, new and changed reports are taken.

        `how`: `everything` (also sources that are not due), `since` (a day; older entries are left alone), `most`
        (reports of one source, 100), `every` (minutes between two looks at a list that changes, 15).
        """
        self._settle(progress, OFTEN)
        begun = self._unsettled.open_round(self._grouping.through())
        followed = Following(self.store, self.settings, self._now, self.take).round(fetcher, progress, **how)
        if self._grouping.is_due(1):
            self._repair(begun)
            settled = self._settled(Added(), progress)
            followed.added.stories = sorted({*followed.added.stories, *settled.stories})
            followed.added.changes += settled.changes
        self._unsettled.close_round()
        return followed

    # Upkeep

    def rebuild(self, progress: Progress = silent, jobs: int = 1) -> None:
        """Work out everything again from reports and decisions: labels, marks, stories; dossiers when asked for."""
        with Crew(jobs) as crew:
            rebuild(self.store, self.settings, self._now, crew, progress)
        self._grouping.forget()
        self._grouping.touched.clear()

    def _settle(self, progress: Progress, often: int = 1) -> None:
        """Finish what an intake that was stopped has left behind."""
        if self._unsettled.noted():
            self._settled(Added(), progress, often)

    def _settled(self, added: Added, progress: Progress, often: int = 1) -> Added:
        """Repair stories when so many reports came, bring kept dossiers up to date, and fill in the summary."""
        if self._grouping.is_due(often):
            self._repair()
        self._grouping.touched.clear()
        noted = self._unsettled.noted()
        touched = {row.id: row for name in noted if (row := self.store.story(name))}
        added.stories = sorted(name for name, row in touched.items() if row.reports)
        for n, story in enumerate(added.stories):
            progress("comparing reports", n, len(added.stories))
            before = self._unsettled.before(story)
            if self.store.dossier(story) is not None or len(before) > 1:
                added.changes += len(self._dossiers.refresh(story, before)[1])
        if noted:
            with self.store.transaction():
                self._unsettled.strike(noted)
        progress("comparing reports", len(added.stories), len(added.stories))
        return added

    def _repair(self, begun: int | None = None) -> None:
        """Read all that is remembered again. `begun`: what it changes is told against the report of this number."""
        try:
            with self.store.transaction():
                self._grouping.repair(self._now())
                if begun is not None and self._unsettled.noted():
                    self._unsettled.note_since(begun)
        except BaseException:
            self._grouping.forget()
            raise

    def _regroup(self, decision: Decision) -> None:
        if decision.kind not in ("merge-stories", "split-story"):
            return
        sides = decision.subject["articles"]
        stories = [row.story for row, _ in self.store.articles(side[0] for side in sides)]
        one, other = (s or "" for s in stories)
        if decision.kind == "merge-stories" and one != other:
            self._grouping.merge(one, other, self.store.decisions(), self._now())
        elif decision.kind == "split-story" and one == other:
            self._grouping.split(one, sides[0], self.store.decisions(), self._now())
        else:
            self._grouping.reconsider(self.store.decisions(), self._now())

    def _taken_back(self, decision: Decision) -> list[Decision]:
        """A decision on stories, and those on the same reports that were taken back before it, the newest first."""
        about = {a for side in decision.subject["articles"] for a in side}
        earlier = [
            d
            for d in self.store.decisions(active=False)
            if d.revoked and d.id != decision.id and d.kind in ("merge-stories", "split-story")
            if any(a in about for side in d.subject["articles"] for a in side)
        ]
        merges = [d for d in earlier if d.kind == "merge-stories"]
        return [decision, *reversed(merges)]

    def _refresh_kept(self, decision: Decision) -> None:
        """Bring the dossiers that were kept up to date where a decision is about them, so that the log tells it."""
        articles = decision.subject.get("articles") or [decision.subject.get("article")]
        named = [a for side in articles for a in (side if isinstance(side, list) else [side])]
        found = (self.store.article(a) for a in named if isinstance(a, str))
        touched = frozenset(self._grouping.touched)
        stories = touched | {row.story for row, _ in filter(None, found) if row.story}
        self._grouping.touched.clear()
        for story in sorted({row.id for s in stories if (row := self.store.story(s)) and row.reports}):
            if self.store.dossier(story) is not None:
                self._dossiers.refresh(story)
        with self.store.transaction():
            self._unsettled.strike({name: when for name, when in self._unsettled.noted().items() if name in touched})

    def _names(self, a: str, b: str, story: str | None) -> Data:
        scope: Data = {}
        if story is not None:
            name = self.story(story).id
            scope = {"story": name, "articles": list(self.store.members(name, versions=True))}
        return {"a": a, "b": b, **scope}
