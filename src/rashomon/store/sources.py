"""What a desk follows, what it fetched, and the searches it keeps."""

from __future__ import annotations

from dataclasses import astuple

from rashomon.errors import NotFound
from rashomon.records.desk import OutletRow, SavedSearch, Seen, Source
from rashomon.store import sql
from rashomon.store.judgement import Judgement


class Sources(Judgement):
    """The part of the store that keeps sources, fetched addresses and saved searches."""

    def outlets(self) -> tuple[OutletRow, ...]:
        """The outlets of current reports, those with the most first; None stands for reports that name none."""
        return tuple(OutletRow(*row) for row in self._rows(sql.OUTLETS))

    def put_source(self, source: Source) -> None:
        """Keep a source; one with the same URL is replaced."""
        with self._whole():
            self._do(sql.PUT_SOURCE, astuple(source))

    def source(self, url: str) -> Source | None:
        """The source with this URL, or None."""
        row = self._row(sql.SOURCE, (url,))
        return Source(*row) if row else None

    def sources(self, due: str | None = None) -> tuple[Source, ...]:
        """All sources by URL; with `due` only those to be asked at that moment, the longest waiting first."""
        rows = self._rows(sql.SOURCES) if due is None else self._rows(sql.DUE_SOURCES, (due,))
        return tuple(Source(*row) for row in rows)

    def remove_source(self, url: str) -> None:
        """Follow a source no longer; what came from it stays. Raises NotFound."""
        with self._whole():
            if not self._do(sql.REMOVE_SOURCE, (url,)).rowcount:
                raise NotFound(f"there is no source {url!r} in this desk")

    def put_seen(self, seen: Seen) -> None:
        """Keep what a server said of an address."""
        with self._whole():
            self._do(sql.PUT_SEEN, astuple(seen))

    def seen(self, url: str) -> Seen | None:
        """What a server said of an address the last time, or None."""
        row = self._row(sql.SEEN, (url,))
        return Seen(*row) if row else None

    def looks(self, since: str) -> tuple[tuple[Seen, str], ...]:
        """The addresses of reports that came at `since` or later, each with the time at which its report came."""
        return tuple((Seen(*row[:-1]), row[-1]) for row in self._rows(sql.LOOKS, (since,)))

    def missed(self, since: str) -> tuple[Seen, ...]:
        """The addresses from which no report came, first asked for in vain at `since` or later."""
        return tuple(Seen(*row) for row in self._rows(sql.MISSED, (since,)))

    def put_away(self, host: str, until: str) -> None:
        """Keep until when a host asked to be left alone."""
        with self._whole():
            self._do(sql.PUT_AWAY, (host, until))

    def away(self, now: str) -> dict[str, str]:
        """The hosts that asked to be left alone at the moment `now`, each with the moment until when."""
        return dict(self._rows(sql.AWAY, (now,)))

    def current_of(self, url: str) -> str | None:
        """The id of the newest report at an address, or None."""
        found = self._row(sql.CURRENT_OF_URL, (url,))
        row = self.article_row(found[0]) if found else None
        return row.id if row else None

    def save_search(self, search: SavedSearch) -> None:
        """Keep a search under its name; one with the same name is replaced."""
        with self._whole():
            self._do(sql.PUT_SEARCH, astuple(search))

    def searches(self) -> tuple[SavedSearch, ...]:
        """All saved searches by name."""
        return tuple(SavedSearch(*row) for row in self._rows(sql.SEARCHES))

    def remove_search(self, name: str) -> None:
        """Forget a saved search. Raises NotFound."""
        with self._whole():
            if not self._do(sql.REMOVE_SEARCH, (name,)).rowcount:
                raise NotFound(f"there is no saved search {name!r} in this desk")
