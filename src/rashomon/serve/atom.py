"""Atom feeds (RFC 4287): the stories, the change log of a story, what a saved search found.

An entry keeps its id for ever: it is made of what the entry is about and of the desk's first report, so that two desks
in one reader do not mix. Times are those of the desk, never those of the request.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Request, Response
from starlette.datastructures import URL

from rashomon import __version__
from rashomon.desk.reading import Reading
from rashomon.export.words import count
from rashomon.records.desk import Change, Filter, StoryRow
from rashomon.serve.answers import ATOM, answer
from rashomon.serve.desks import Desks
from rashomon.serve.rest.shapes import Outlet, SearchName, StoryId

NAMESPACE = "http://www.w3.org/2005/Atom"
ENTRIES = 50
NEVER = "1970-01-01T00:00:00Z"
"""When a desk without anything was last changed."""
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed; `about` is what its id is made of, `page` the path it leads to."""

    about: str
    title: str
    updated: str
    page: str
    text: str
    author: str | None = None
    published: str | None = None


def router(desks: Desks) -> APIRouter:
    """The feeds, over these desks."""
    feeds = APIRouter(include_in_schema=False)

    @feeds.get("/stories.atom")
    async def stories(request: Request, outlet: Outlet = None) -> Response:
        """The newest stories; an entry changes when its story does."""
        title = f"Stories with {outlet}" if outlet else "Stories"
        return answer(request, await desks.ask(lambda d: _stories(d, address(request), title, outlet)), ATOM)

    @feeds.get("/stories/{story}.atom")
    async def story(request: Request, story: StoryId) -> Response:
        """The change log of a story."""
        return answer(request, await desks.ask(lambda d: _story(d, address(request), story)), ATOM)

    @feeds.get("/searches/{name:path}.atom")
    async def search(request: Request, name: SearchName) -> Response:
        """What a saved search found since it was saved."""
        return answer(request, await desks.ask(lambda d: _search(d, address(request), name)), ATOM)

    return feeds


def address(request: Request) -> URL:
    """Where a request went, with what has to be escaped in a path escaped."""
    query = request.scope["query_string"].decode("latin-1")
    path = quote(request.scope["path"]) + (f"?{query}" if query else "")
    return URL(f"{request.url.scheme}://{request.url.netloc}{path}")


def _stories(desk: Reading, here: URL, title: str, outlet: str | None) -> bytes:
    rows = desk.stories(Filter(outlet=outlet), limit=ENTRIES).items
    found = [
        Entry(f"story/{row.id}", row.title or "untitled", row.updated, f"/stories/{row.id}", told(row), "Rashomon")
        for row in rows
    ]
    return feed(desk, here, f"stories?outlet={outlet or ''}", title, "/stories", found)


def told(row: StoryRow) -> str:
    """What the row of a story says, in a line."""
    parts = [count(row.reports, "report"), count(row.outlets, "outlet")]
    parts += [count(row.origins, "origin")] if row.origins is not None else []
    parts += [count(row.disagreements, "difference")] if row.disagreements is not None else []
    days = row.last if row.first == row.last else f"{row.first} to {row.last}"
    return ", ".join(parts) + (f"; {days}" if row.last else "")


def _story(desk: Reading, here: URL, story: str) -> bytes:
    row = desk.story(story)
    changes = desk.changes(row.id, limit=ENTRIES).items
    found = [Entry(f"change/{c.id}", c.line, c.at, f"/stories/{row.id}#log", _was(c), "Rashomon") for c in changes]
    title = f"Changes: {row.title or 'untitled'}"
    return feed(desk, here, f"story/{row.id}/changes", title, f"/stories/{row.id}", found, row.updated)


def _was(change: Change) -> str:
    parts = [f"Before: {change.before}" if change.before else "", f"Now: {change.after}" if change.after else ""]
    return "\n".join(part for part in parts if part) or change.line


def _search(desk: Reading, here: URL, name: str) -> bytes:
    hits = desk.alerts(name, limit=ENTRIES)
    saved = next(s for s in desk.searches() if s.name == name)
    found = [
        Entry(
            f"search/{name}/{h.article}",
            h.title or "untitled",
            h.added,
            f"/articles/{h.article}?at={h.start}-{h.end}#at",
            h.excerpt,
            h.outlet or "outlet not named",
            h.added,
        )
        for h in hits
    ]
    where = URL("/search").include_query_params(q=saved.query)
    return feed(desk, here, f"search/{name}", f"Search: {name}", str(where), found, saved.created)


def feed(
    desk: Reading, here: URL, about: str, title: str, page: str, entries: list[Entry], updated: str = NEVER
) -> bytes:
    """A feed as bytes. `page`: the path that shows the same to people; `updated`: when there is no later entry."""
    root = f"{here.scheme}://{here.netloc}"
    first = desk.store.article_row(1)
    own = f"rashomon/{first.id}/{first.added}" if first else "rashomon"
    ET.register_namespace("", NAMESPACE)
    top = ET.Element(_name("feed"))
    _add(top, "id", _id(own, about))
    _add(top, "title", title)
    _add(top, "updated", max([_moment(updated), *(_moment(e.updated) for e in entries)]))
    _add(top, "generator", "Rashomon", version=__version__)
    _add(_add(top, "author"), "name", "Rashomon")
    _add(top, "link", rel="self", type="application/atom+xml", href=str(here))
    _add(top, "link", rel="alternate", type="text/html", href=root + page)
    for e in entries:
        entry = _add(top, "entry")
        _add(entry, "id", _id(own, e.about))
        _add(entry, "title", e.title)
        _add(entry, "updated", _moment(e.updated))
        if e.published:
            _add(entry, "published", _moment(e.published))
        if e.author:
            _add(_add(entry, "author"), "name", e.author)
        _add(entry, "link", rel="alternate", type="text/html", href=root + e.page)
        _add(entry, "content", e.text, type="text")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(top, encoding="unicode").encode()


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    found = ET.SubElement(parent, _name(tag), {k: _UNSAYABLE.sub("\ufffd", v) for k, v in attributes.items()})
    if text is not None:
        found.text = _UNSAYABLE.sub("\ufffd", text)
    return found


def _id(own: str, about: str) -> str:
    return uuid5(NAMESPACE_URL, f"{own}/{about}").urn


def _moment(at: str) -> str:
    """A time of the desk as RFC 3339 wants it: a day becomes its first moment."""
    return at if "T" in at else f"{at}T00:00:00Z"
