"""Tables of the reports themselves: what was read, what they share, which of them has what, what was unreadable."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.export.tables.columns import CITE, Row, cited, columns
from rashomon.export.view import View

ARTICLES = columns(
    """
    number          int    number in the list of sources
    id              text   id of the report
    outlet          text   outlet
    title           text   headline
    authors         text   by ;
    published       text   ISO 8601, as precise as known
    published_from  text   where that is from
    language        text   ISO 639-1
    url             text   address
    path            text   file
    sha256          text   of the text
    stray           bool   seems to be about something else
    captured        bool   false when the report was cut off
    characters      int    length of the text
    """
)


def articles(view: View) -> Iterator[Row]:
    """Rows of `articles`."""
    for n, a in enumerate(view.articles, 1):
        same = ("id", "outlet", "title", "published", "published_from", "language", "url", "path", "sha256", "stray")
        yield {
            "number": n,
            **{key: a[key] for key in same},
            "authors": "; ".join(a["authors"]),
            "captured": a.get("captured", True),
            "characters": len(a["text"]),
        }


ORIGINS = (
    columns(
        """
        origin   text   id
        kind     text   copies or shares-source
        source   text   what they share
        passage  int    number of the passage
        shared   float  share of words in common
        """
    )
    + CITE
)


def origins(view: View) -> Iterator[Row]:
    """Rows of `origins`."""
    for o in view.dossier["origins"]:
        for n, passage in enumerate(o["passages"], 1):
            for cite in passage["cites"]:
                yield {"origin": o["id"], "kind": o["kind"], "source": o["source"], "passage": n,
                       "shared": float(passage["shared"]), **cited(view, cite)}  # fmt: skip


COVERAGE = columns(
    """
    statement  text   id
    article    text   id
    outlet     text   outlet
    state      text   present, differs, absent, not-captured
    """
)


def coverage(view: View) -> Iterator[Row]:
    """Rows of `coverage`."""
    for row in view.dossier["coverage"]:
        for a in view.articles:
            state = row["cells"].get(a["id"], "not-captured")
            yield {"statement": row["statement"], "article": a["id"], "outlet": a["outlet"], "state": state}


UNREAD = columns(
    """
    path    text   file
    reason  text   why it could not be used
    """
)


def unread(view: View) -> Iterator[Row]:
    """Rows of `unread`."""
    for u in view.dossier["unread"]:
        yield {"path": u["path"], "reason": u["reason"]}
