"""The page that becomes of what was fetched, of what a list says of it, and of what a list carries of it.

Decides which address a report is known by (the page's own canonical address where it lies on the same site, else the
one that was asked for) and what the list may add (a title, a day, an outlet, a credit), only where the page itself says
nothing. The text that a list carries is read like a page; it is marked, by its format and in its path, and counts as
not captured whole, for a list may shorten.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rashomon.desk.crew import clean_pages
from rashomon.errors import Unreadable
from rashomon.records.article import STORY_KINDS, Page
from rashomon.settings import Settings
from rashomon.steps.read import read_bytes

if TYPE_CHECKING:
    from rashomon.follow import Entry

BEGINNING = 0.5
"""A page with less than this share of the words that its list carries is only its beginning."""


def completed(page: Page, url: str, entry: Entry | None) -> Page:
    """A fetched page with its address, and with what its list says where it is silent itself."""
    own = page.url if page.url and _same_site(page.url, url) else url
    page = replace(page, url=own, path=url)
    if entry is None:
        return page
    published = page.published or entry.published
    return replace(
        page,
        title=page.title or entry.title,
        outlet=page.outlet or entry.outlet,
        language=page.language or (entry.language or "").split("-")[0].lower() or None,
        published=published,
        published_from=page.published_from or ("metadata" if published else None),
        sources=page.sources or ((entry.source,) if entry.source else ()),
    )


def _same_site(canonical: str, url: str) -> bool:
    """A canonical address that names a page of the same site; a front page is no address of a report."""
    one, other = urlsplit(canonical), urlsplit(url)
    hosts = [
        (part.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.") for part in (one, other)
    ]
    return hosts[0] == hosts[1] and one.scheme in ("http", "https") and (one.path not in ("", "/") or bool(one.query))


def carried_page(entry: Entry | None, url: str, settings: Settings) -> Page | None:
    """The report as its list carries it, None where that is no report."""
    if entry is None or entry.content is None:
        return None
    title = f"<h1>{escape(entry.title)}</h1>" if entry.title else ""
    body = f"<!doctype html><html><body><article>{title}{entry.content}</article></body></html>"
    try:
        (page,) = read_bytes(body.encode("utf-8", "replace"), "feed.html", settings)
    except (Unreadable, ValueError):
        return None
    return replace(completed(page, url, entry), format="feed", path=f"{url} (text of its feed)", truncated=True)


def is_beginning(page: Page, carried: Page, settings: Settings) -> bool:
    """Whether a page tells so much less than what its list carries that it is only the beginning of the report."""
    return _words(page, settings) < BEGINNING * _words(carried, settings)


def _words(page: Page, settings: Settings) -> int:
    """The words with which a page tells its story."""
    return sum(
        len(article.text[block.start : block.end].split())
        for _, article in clean_pages([page], [], settings)[0]
        for block in article.of_kind(STORY_KINDS)
    )
