"""A dossier as flat tables, one for each section, with documented columns: the base of CSV, Parquet and data frames.

Every table that rests on passages has one row for each passage, with `article`, `char_start`, `char_end` (code points,
half open) and `text`, the characters themselves. Values are text, whole numbers, numbers, truth values or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rashomon.errors import UsageError
from rashomon.export.tables import facts, reports, said
from rashomon.export.tables.columns import Column, Row, Table
from rashomon.export.view import Data, View

__all__ = ["TABLES", "Column", "Row", "Table", "table", "tables"]

TABLES: dict[str, tuple[tuple[Column, ...], Callable[[View], Iterator[Row]]]] = {
    "articles": (reports.ARTICLES, reports.articles),
    "actors": (said.ACTORS, said.actors),
    "quotes": (said.QUOTES, said.quotes),
    "differences": (said.DIFFERENCES, said.differences),
    "figures": (facts.FIGURES, facts.figures),
    "timeline": (facts.TIMELINE, facts.timeline),
    "statements": (facts.STATEMENTS, facts.statements),
    "positions": (said.POSITIONS, said.positions),
    "disagreements": (facts.DISAGREEMENTS, facts.disagreements),
    "checks": (facts.CHECKS, facts.checks),
    "origins": (reports.ORIGINS, reports.origins),
    "coverage": (reports.COVERAGE, reports.coverage),
    "wording": (said.WORDING, said.wording),
    "unread": (reports.UNREAD, reports.unread),
}


def tables(dossier: Data) -> list[Table]:
    """All tables of `dossier` (JSON data), also the empty ones, in the order of the documentation."""
    view = View(dossier)
    return [Table(name, columns, list(rows(view))) for name, (columns, rows) in TABLES.items()]


def table(dossier: Data, name: str) -> Table:
    """The table `name` of `dossier` (JSON data). Raises UsageError for a name that is none."""
    if name not in TABLES:
        raise UsageError(f"a dossier has no table {name!r}: use one of {', '.join(TABLES)}")
    columns, rows = TABLES[name]
    return Table(name, columns, list(rows(View(dossier))))
