"""The dossier of a story of a desk: made when it is asked for, kept until something it depends on changes.

It depends on its reports, on the decisions that concern it, on the settings and on the code; the fingerprint names them
all. Marks of a report are stored, so that a new report costs its own reading and one comparison. When a kept dossier
gives way to another one, what changed between the two is told line by line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rashomon.desk.changes import Versions, diff
from rashomon.desk.deciding import decided
from rashomon.desk.unsettled import Unsettled
from rashomon.desk.versions import comparing, marking
from rashomon.errors import NotFound, UsageError
from rashomon.records.article import Article
from rashomon.records.codec import encode
from rashomon.records.decisions import NOTHING, Decided
from rashomon.records.desk import ArticleRow, Change
from rashomon.records.dossier import Story, Unread
from rashomon.records.marks import Marks
from rashomon.run.garbage import seldom_searched
from rashomon.settings import Settings
from rashomon.store import Store

Data = dict[str, Any]
CAUSES = {"code": "a newer version of Rashomon", "settings": "other settings"}
"""What else changes a dossier, by the part of the fingerprint that tells."""
SEEN = 16
"""Stale dossiers made anew that a desk open for reading only remembers: it may not keep them."""


@dataclass(slots=True)
class Made:
    """A dossier, with what has to be kept beside it: marks that had to be made, reports that could not be marked."""

    data: Data
    marks: list[tuple[str, str, Marks]] = field(default_factory=list)


def marks_version(article: Article, settings: Settings) -> str:
    """The version of the marks of a report: the code, the tagger, and a day that only its story could tell."""
    told = f"@{article.published}" if article.published_from == "story" else ""
    return f"{marking()}/{settings.tagger}{told}"


def make(store: Store, members: Sequence[str], settings: Settings, decisions: Decided = NOTHING) -> Made:
    """The dossier of these reports. Reports whose marks bring our code down are listed as unread."""
    # Half a second of imports, which whoever only reads kept dossiers does not need.
    from rashomon.steps.annotate import annotate
    from rashomon.steps.compose import compose
    from rashomon.steps.group.dating import date_by_story
    from rashomon.steps.reconcile import reconcile

    made = Made({})
    articles: list[Article] = []
    marks: list[Marks] = []
    unread: list[Unread] = []
    for article in date_by_story([article for _, article in store.articles(members)]):
        version = marks_version(article, settings)
        found = store.marks(article.id, version)
        if found is None:
            try:
                found = annotate(article, settings)
            except Exception as problem:  # a defect of ours in one report must not take the others with it
                unread.append(Unread(article.path, f"could not be annotated ({type(problem).__name__}: {problem})"))
                continue
            made.marks.append((article.id, version, found))
        found.words.article = article
        articles.append(article)
        marks.append(found)
    findings = reconcile(Story(tuple(articles), tuple(marks)), settings, decisions)
    made.data = encode(compose(findings, tuple(unread)))
    return made


class Dossiers:
    """The dossiers of a desk."""

    def __init__(self, store: Store, settings: Settings, now: Callable[[], str]) -> None:
        self._store, self._settings, self._now = store, settings, now
        self._unsettled = Unsettled(store)
        self._seen: dict[str, tuple[str, Data]] = {}

    def get(self, story: str) -> Data:
        """The dossier of a story as it is now. Raises NotFound."""
        return self.refresh(story)[0]

    def version(self, story: str) -> tuple[str, bool]:
        """A digest of all that the dossier depends on, and whether the kept one is that one."""
        members = self._store.members(story)
        _, ids = decided(self._store.decisions(), self._store.members(story, versions=True), self._shas(members))
        wanted, kept = self._fingerprint(members, ids), self._store.dossier(story)
        return hashlib.sha256(wanted.encode()).hexdigest()[:16], kept is not None and kept[0] == wanted

    def of_older_code(self, story: str) -> Data | None:
        """The dossier that is kept of a story, when it is stale at most because our code is newer; else None."""
        kept = self._store.dossier(story)
        if kept is None:
            return None
        members = self._store.members(story)
        _, ids = decided(self._store.decisions(), self._store.members(story, versions=True), self._shas(members))
        wanted = json.loads(self._fingerprint(members, ids))
        return json.loads(kept[1]) if {**json.loads(kept[0]), "code": wanted["code"]} == wanted else None

    @seldom_searched()
    def refresh(self, story: str, before: Sequence[str] | None = None) -> tuple[Data, tuple[Change, ...]]:
        """The dossier of a story, made anew when it is stale, and what changed against the one that was kept.

        `before`: the reports it had, to compare with when no dossier of them was kept; looked up when not given.
        """
        store = self._store
        noted = {name: when for name, when in self._unsettled.noted().items() if name == story}
        members = store.members(story)
        if not members:
            raise NotFound(f"story {story} has no report any more: all moved to other stories")
        decisions, ids = decided(store.decisions(), store.members(story, versions=True), self._shas(members))
        wanted = self._fingerprint(members, ids)
        kept = store.dossier(story)
        if kept is not None and kept[0] == wanted:
            return json.loads(kept[1]), ()
        if self._seen.get(story, ("", {}))[0] == wanted:
            return self._seen[story][1], ()
        made = make(store, members, self._settings, decisions)
        if kept is None and before is None and not store.read_only:
            before = self._unsettled.before(story)
            before = before if len(before) > 1 else ()  # one report alone has nothing to compare
        changes: tuple[Change, ...] = ()
        if kept is not None or (before and set(before) != set(members)):
            old = json.loads(kept[1]) if kept else make(store, before or (), self._settings, decisions).data
            changes = self._changes(story, old, made.data, wanted, kept[0] if kept else wanted)
        if not store.read_only:
            with store.transaction():
                if store.dossier(story) == kept:
                    self._unsettled.strike(noted)
                    return made.data, self._keep(story, wanted, made, changes)
            return self.refresh(story)  # somebody else was quicker, and told what changed
        while len(self._seen) >= SEEN:
            del self._seen[next(iter(self._seen))]
        self._seen[story] = (wanted, made.data)
        return made.data, changes

    def _keep(self, story: str, fingerprint: str, made: Made, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Inside a transaction."""
        head = made.data["story"]
        data = json.dumps(made.data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        for article, version, marks in made.marks:
            self._store.put_marks(article, version, marks)
        self._store.put_dossier(
            story,
            fingerprint,
            data,
            title=head["title"],
            origins=head["origins"],
            disagreements=len(made.data["disagreements"]),
        )
        return self._store.add_changes(changes)

    def _changes(self, story: str, old: Data, new: Data, fingerprint: str, before: str) -> tuple[Change, ...]:
        """What changed from `old` to `new`, and because of which reports and decisions, by their fingerprints too."""
        is_, was = json.loads(fingerprint), json.loads(before)
        here, there = ({a["id"] for a in data["articles"]} for data in (new, old))
        because = sorted(here - there) or sorted(there - here)
        because += [f"decision {n}" for n in sorted(set(is_["decisions"]) ^ set(was["decisions"]))]
        because += [cause for part, cause in CAUSES.items() if is_[part] != was[part]]
        versions = Versions()
        for article in sorted(here | there):
            found = self._store.article(article)
            row = found[0] if found else None
            if row is None:
                continue
            versions.roots[article] = self._root(row)
            if row.revises is not None and article in here - there:
                older = self._store.article(row.revises)
                versions.revised[article] = clock(row, older[0] if older else None)
        kept = self._store.story(story)
        name = kept.id if kept else story
        return tuple(diff(old, new, story=name, at=self._now(), because=because, versions=versions))

    def _root(self, row: ArticleRow) -> str:
        while row.revises is not None and (older := self._store.article(row.revises)) is not None:
            row = older[0]
        return row.id

    def _shas(self, members: Iterable[str]) -> set[str]:
        return {row.sha256 for row, _ in self._store.articles(members)}

    def _fingerprint(self, members: Sequence[str], decisions: list[int]) -> str:
        settings = replace(self._settings, strict=False, date=None)
        try:
            authority = Path(settings.authority).read_bytes() if settings.authority else b""
        except OSError as problem:  # it was there when the desk was opened
            raise UsageError(f"the authority file {settings.authority} of desk.toml: {problem.strerror}") from problem
        return json.dumps({
            "code": comparing(),
            "settings": hashlib.sha256(repr(settings).encode() + authority).hexdigest()[:16],
            "members": list(members),
            "decisions": decisions,
        })  # fmt: skip


def clock(row: ArticleRow, older: ArticleRow | None = None) -> str:
    """When a version of a report was made, as a reader says it: `10:40`, else the day, else when it came.

    A date that the version before had already is that of the first publication; then it counts when it came.
    """
    when = row.published if row.published and (older is None or row.published != older.published) else row.added
    when = when if "T" in when else row.added
    return when[11:16] if "T" in when else when
