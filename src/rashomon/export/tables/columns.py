"""What a table is made of: documented columns, rows, and the parts that every table of passages ends with."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, cast

from rashomon.export.view import Data, View

Type = Literal["text", "int", "float", "bool"]
Row = dict[str, Any]


class Column(NamedTuple):
    """A column: its name, the type of its values and what it says."""

    name: str
    type: Type
    says: str


class Table(NamedTuple):
    """The rows of one section under its columns."""

    name: str
    columns: tuple[Column, ...]
    rows: list[Row]


def columns(lines: str) -> tuple[Column, ...]:
    """The columns written one in a line: name, type, what it says."""
    parts = (line.split(maxsplit=2) for line in lines.strip().splitlines())
    return tuple(Column(name, cast(Type, kind), says) for name, kind, says in parts)


CITE = columns(
    """
    article     text  id of the report
    outlet      text  outlet of the report, empty when it names none
    char_start  int   first character of the passage
    char_end    int   character after the passage
    text        text  the passage to the letter
    """
)
HOLDER = columns(
    """
    holder       text  actor who vouches for it, empty for the outlet
    holder_name  text  name of that actor
    """
)


def cited(view: View, cite: Data) -> Row:
    """The values of `CITE`."""
    article = view.article(cite["article"])
    return {
        "article": cite["article"],
        "outlet": article["outlet"],
        "char_start": cite["start"],
        "char_end": cite["end"],
        "text": article["text"][cite["start"] : cite["end"]],
    }


def held(view: View, holder: str | None) -> Row:
    """The values of `HOLDER`."""
    return {"holder": holder, "holder_name": view.actors[holder]["name"] if holder in view.actors else None}
