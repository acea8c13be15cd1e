"""One SQLite file that keeps a desk: reports, what was found in them, stories with their history, human decisions.

`Store.create(path)`, `Store.open(path)`, `Store.open(path, read_only=True)`; `Store(":memory:")` for tests. Nothing is
decided here: the store keeps what it is given and finds it again. Its parts stand one on the other: connection,
articles, stories, judgement, sources, search, check. All SQL is in `sql`.
"""

from __future__ import annotations

from rashomon.store.check import Check


class Store(Check):
    """A desk's file, open. One thread, one store: open another for each thread or process."""


__all__ = ["Store"]
