"""Is the desk whole? What SQLite says of its file, and what must be true between its tables."""

from __future__ import annotations

from rashomon.errors import RashomonError
from rashomon.store import sql
from rashomon.store.search import Search


class Check(Search):
    """The part of the store that proves itself."""

    def check(self) -> tuple[str, ...]:
        """Everything that is wrong, in plain words; empty when the desk is whole."""
        wrong = [f"file: {row[0]}" for row in self._rows(sql.QUICK_CHECK) if row[0] != "ok"]
        wrong += [f"{row[0]}: a row points at nothing in {row[2]}" for row in self._rows(sql.FOREIGN_KEY_CHECK)]
        wrong += [f"article {row[0]} has no text" for row in self._rows(sql.HOMELESS)]
        wrong += [f"article number {row[0]} cannot be searched for" for row in self._rows(sql.UNINDEXED)]
        wrong += [f"the index holds an article number {row[0]} that is none" for row in self._rows(sql.OVERINDEXED)]
        if not self.read_only:
            try:
                with self._whole():
                    self._do(sql.INDEX_CHECK)
            except RashomonError as problem:
                wrong.append(f"index of words: {problem}")
        return tuple(wrong)
