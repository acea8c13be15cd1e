"""Search: which reports have these words, the best first, each with the passage that shows it.

A title counts eight times the text. Very common words are found in so many reports that ranking them all would keep a
reader waiting: the newest `RANKED` reports that match are put in order, then the next older `RANKED`, and so on.
A search with fewer hits is therefore ranked as a whole. The cursor names what was shown of the present lot, so a report
that arrives while somebody pages moves nothing, and nothing is shown twice.
"""

from __future__ import annotations

from rashomon.records.desk import ANY, Filter, Hit, Slice
from rashomon.records.packed import unpack_article, unpack_text
from rashomon.store import cursor as cursors
from rashomon.store import sql
from rashomon.store.articles import NEWEST
from rashomon.store.passage import passage
from rashomon.store.query import Query, parse
from rashomon.store.sources import Sources

RANKED = 1000
"""Reports that are ranked together."""


class Search(Sources):
    """The part of the store that finds."""

    def search(
        self,
        query: str,
        only: Filter = ANY,
        cursor: str | None = None,
        limit: int = 20,
        *,
        everywhere: bool = False,
        newest: bool = False,
    ) -> Slice[Hit]:
        """Reports that match a query (docs/store.md says how one is written), the best first.

        Searched are title, text and captions; `everywhere` adds what else stood on the page. `newest` lists them in
        order of arrival instead, the newest first. Raises UsageError when the query or the cursor cannot be meant.
        """
        wanted = parse(query, everywhere)
        cursors.size(limit)
        with self.snapshot():
            return (self._newest if newest else self._best)(wanted, only, cursor, limit)

    def _newest(self, wanted: Query, only: Filter, cursor: str | None, limit: int) -> Slice[Hit]:
        high = (cursors.read("newest", cursor, int) or [NEWEST])[0]
        rows = self._matches(sql.SEARCH_NEWEST, wanted, only, high, limit + 1)
        hits = tuple(self._hit(number, score, wanted) for number, score in rows[:limit])
        return Slice(hits, cursors.write("newest", rows[limit][0]) if len(rows) > limit else None)

    def _best(self, wanted: Query, only: Filter, cursor: str | None, limit: int) -> Slice[Hit]:
        high, *shown = _shown(cursor)
        while True:
            lot = self._matches(sql.SEARCH, wanted, only, high, RANKED)
            taken = set(shown)
            left = [(number, score) for number, score in lot if number not in taken]
            if left or len(lot) < RANKED:
                break
            high, shown = min(number for number, _ in lot) - 1, []
        top = left[:limit]
        hits = tuple(self._hit(number, score, wanted) for number, score in top)
        if len(left) > limit:
            more = _written(max(number for number, _ in lot), [*shown, *(number for number, _ in top)])
        elif len(lot) == RANKED:
            more = _written(min(number for number, _ in lot) - 1, [])
        else:
            more = None
        return Slice(hits, more)

    def _matches(self, statement: str, query: Query, only: Filter, high: int, count: int) -> list[tuple[int, float]]:
        """The newest `count` matches up to number `high`; days, arrival and story narrow what is looked at first."""
        where, values = self._article_conditions(only)
        join = (sql.SEARCH_STORY_JOIN if only.story is not None else sql.SEARCH_JOIN) if where else ""
        low = 0
        for bounds, part in (
            (sql.BETWEEN_DAYS, Filter(since=only.since, until=only.until)),
            (sql.BETWEEN_DAYS, Filter(arrived=only.arrived)),
            (sql.IN_THAT_STORY, Filter(story=only.story)),
        ):
            condition, given = self._article_conditions(part)
            if condition:
                first, last = self._row(bounds.format(where=condition), given)
                low, high = max(low, first or NEWEST), min(high, last or 0)
        return self._rows(statement.format(join=join, where=where), (query.match, low, high, *values, count))

    def _hit(self, number: int, score: float, query: Query) -> Hit:
        name, story, outlet, title, published, added, text, labels = self._row(sql.FOUND, (number,))
        article = unpack_article(labels, unpack_text(text))
        start, end, found = passage(article, query.terms)
        excerpt = article.text[start:end]
        return Hit(name, story, outlet, title, published, excerpt, start, end, round(score, 3), found, added)


def _shown(cursor: str | None) -> list[int]:
    """The highest number of the lot, then the numbers shown of it already."""
    key = cursors.read("search", cursor, int, list)
    if key is None:
        return [NEWEST]
    high, gaps = key
    numbers, last = [high], high
    for gap in gaps:
        last -= gap if type(gap) is int else 0
        numbers.append(last)
    return numbers


def _written(high: int, shown: list[int]) -> str:
    ordered = sorted(shown, reverse=True)
    return cursors.write("search", high, [a - b for a, b in zip([high, *ordered], ordered, strict=False)])
