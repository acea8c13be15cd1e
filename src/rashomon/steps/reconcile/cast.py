"""Who is who in a story: actors, and for every mention the actor it stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from rashomon.records.findings import Actor
from rashomon.records.span import Span

T = TypeVar("T")


class View(NamedTuple):
    """What one report takes from a cast: the actors of its mentions, and id, type, name and labels of each."""

    of: frozenset[tuple[Span, str]]
    known: frozenset[tuple[str, str, str, tuple[str, ...]] | None]


NOBODY = View(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a story. `of` maps (article id, mention span) to an actor id; unresolved mentions are absent."""

    actors: tuple[Actor, ...] = ()
    of: dict[tuple[str, Span], str] = field(default_factory=dict)
    titled: dict[tuple[str, Span], str] = field(default_factory=dict)
    """(article id, span of a title or description beside a name) → the actor named beside it."""
    seen: dict[tuple[str, int], tuple[object, Any]] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out once for the marks of a report and is wanted again: (what, id of the marks) → (marks, it)."""
    _index: dict[str, tuple[list[Span], int]] = field(default_factory=dict, repr=False, compare=False)
    _titles: dict[str, list[Span]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def named(self) -> frozenset[str]:
        """The actors with a name of their own: written with a capital."""
        return self.once("named", self.actors, lambda: frozenset(a.id for a in self.actors if a.name[:1].isupper()))

    def view(self, article: str) -> View:
        """What readers of one report take from the cast; equal views give equal readings, whatever else is told."""
        return self.once("views", self.of, self._views).get(article, NOBODY)

    def _views(self) -> dict[str, View]:
        known = {a.id: (a.id, a.type, a.name, tuple(f.text for f in a.labels)) for a in self.actors}
        found: dict[str, list[tuple[Span, str]]] = {}
        for (article, span), actor in self.of.items():
            found.setdefault(article, []).append((span, actor))
        return {
            article: View(frozenset(of), frozenset(known.get(actor) for _, actor in of))
            for article, of in found.items()
        }

    def once(self, what: str, marks: object, make: Callable[[], T]) -> T:
        """What `make` gives for these marks, made when it is first wanted."""
        key = (what, id(marks))
        if key not in self.seen:
            self.seen[key] = (marks, make())
        found: T = self.seen[key][1]
        return found

    def actor(self, article: str, span: Span | None) -> str | None:
        """The actor of the mention that best overlaps `span` in `article`: exact first, then the longest overlap."""
        if span is None:
            return None
        exact = self.of.get((article, span))
        if exact:
            return exact
        best: tuple[int, int, str] | None = None
        for mention in self.within(article, span):
            shared = min(mention.end, span.end) - max(mention.start, span.start)
            option = (shared, -mention.start, self.of[article, mention])
            best = max(best, option) if best else option
        title = self._title(article, span)
        if title and (best is None or title.end - title.start > best[0]):
            return self.titled[article, title]
        return best[2] if best else None

    def bearer(self, article: str, span: Span) -> str | None:
        """Whom the title in `span` describes: "its director" in "its director, Ana Reyes, said".

        None when `span` holds the name itself: then the name must tell ("reactions to President Reyes's speech").
        """
        title = self._title(article, span)
        found = self.titled[article, title] if title else None
        return None if found in {self.of[article, s] for s in self.within(article, span)} else found

    def _title(self, article: str, span: Span) -> Span | None:
        """The first title that lies in `span` with all its characters."""
        if not self._titles and self.titled:
            for name, title in sorted(self.titled):
                self._titles.setdefault(name, []).append(title)
        titles = self._titles.get(article, [])
        for title in titles[bisect_left(titles, (span.start, 0)) :]:
            if title.start >= span.end:
                break
            if title.end <= span.end:
                return title
        return None

    def within(self, article: str, span: Span) -> list[Span]:
        """Resolved mentions of `article` that share a character with `span`, in text order."""
        if not self._index and self.of:
            self._build()
        spans, longest = self._index.get(article, ([], 0))
        out = []
        for n in range(bisect_left(spans, (span.start - longest, 0)), len(spans)):
            if spans[n].start >= span.end:
                break
            if spans[n].overlaps(span):
                out.append(spans[n])
        return out

    def _build(self) -> None:
        by_article: dict[str, list[Span]] = {}
        for article, span in self.of:
            by_article.setdefault(article, []).append(span)
        for article, spans in by_article.items():
            self._index[article] = (sorted(spans), max(s.end - s.start for s in spans))
