"""What a fetched list of articles holds: feeds (RSS, Atom, JSON Feed), sitemaps and OPML, told apart by content.

An entry is an address with what the list says of it, and with the text of the report where the list carries that much
(a teaser is seldom longer than 80 words; from `CARRIED` words on it counts as the text). Nothing is made up: an entry
without an http(s) address is left out and counted, a date that cannot be read is None, an outlet is named only where
the list names one.
"""

from __future__ import annotations

import calendar
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree, html

from rashomon.errors import Unreadable
from rashomon.follow.guard import Refused, check_url

Kind = Literal["feed", "sitemap", "index", "opml", "page"]
MOST = 1000
"""Entries of one list that are looked at, newest first where it says when."""
UNPACKED = 50_000_000
"""Bytes of an unpacked sitemap."""
CARRIED = 120
"""Words from which on what an entry carries is the text of its report."""
LONGEST = 1_000_000
"""Characters of an entry's text; a longer one is left alone."""
_MARKUP = re.compile("<[^<>]*>")
_TRACKING = ("utm_", "mc_", "pk_")
_TRACKERS = frozenset({"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "at_medium", "at_campaign", "ocid"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a list names it. `published`, `updated`: ISO 8601 in UTC. `source`: whom an item credits.

    `content`: the text of the article as HTML, None where the list carries less than one.
    """

    url: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    language: str | None = None
    source: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of articles. `links`: further lists it names (sitemaps of an index, feeds of an OPML or a page).

    `left_out`: entries without a usable address.
    """

    kind: Kind
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    links: tuple[tuple[str, str | None], ...] = ()
    left_out: int = 0


def read_list(body: bytes, url: str, media_type: str = "") -> Feed:
    """The list in `body`, which came from `url`. Raises Unreadable when it is no list we know."""
    body = _unpacked(body, url)
    head = body[:4000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{") and b"jsonfeed.org" in body[:4000]:
        return _json_feed(body, url)
    if b"<opml" in head:
        return _opml(body, url)
    if b"<urlset" in head or b"<sitemapindex" in head:
        return _sitemap(body, url)
    if b"<!doctype html" in head or b"<html" in head:
        return _page(body, url)
    return _feed(body, url, media_type)


def tidy(url: str, base: str = "") -> str | None:
    """An address as a desk keeps it: absolute, without fragment and tracking parameters; None when it is unusable."""
    if not url.strip():
        return None
    try:
        found = check_url(urljoin(base, url.strip()))
    except (Refused, ValueError):
        return None
    parts = urlsplit(found)
    # Cut by letters, not decoded and written anew: what stays must stay what the server wrote.
    kept = [part for part in parts.query.split("&") if not _tracks(part.partition("=")[0].lower())]
    parts = parts._replace(query="&".join(kept))
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/").geturl()


def _tracks(name: str) -> bool:
    return name.startswith(_TRACKING) or name in _TRACKERS


def _unpacked(body: bytes, url: str) -> bytes:
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            found = packed.read(UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise Unreadable(url, f"the list is packed and cannot be unpacked ({problem})") from None
    if len(found) > UNPACKED:
        raise Unreadable(url, f"the list is larger than {UNPACKED:,} bytes")
    return found


def _feed(body: bytes, url: str, media_type: str) -> Feed:
    found = feedparser.parse(body, response_headers={"content-type": media_type or "application/xml"})
    if not found.get("version") and not found.entries:
        why = str(found.get("bozo_exception") or "no list of articles in it")[:200]
        raise Unreadable(url, f"neither a feed nor a sitemap, an OPML or a page with a feed ({why})")
    title = _text(found.feed.get("title"))
    entries = []
    for item in found.entries[:MOST]:
        where = tidy(str(item.get("link") or _permalink(item) or ""), url)
        if where is None:
            continue
        source = item.get("source")
        entries.append(
            Entry(
                url=where,
                title=_text(item.get("title")),
                published=_utc(item.get("published_parsed")),
                # feedparser gives the publication for a missing update, and warns.
                updated=_utc(item["updated_parsed"]) if "updated_parsed" in item else None,
                language=_text(found.feed.get("language")),
                source=_text(source.get("title")) if isinstance(source, dict) else None,
                content=_content(
                    *((part.get("value"), part.get("type")) for part in item.get("content") or ()),
                    (item.get("summary"), (item.get("summary_detail") or {}).get("type")),
                ),
            )
        )
    return Feed("feed", title, _once(entries), left_out=min(len(found.entries), MOST) - len(entries))


def _permalink(item: Any) -> str | None:
    """The id of an item, where it is an address."""
    name = str(item.get("id") or "")
    return name if name.startswith(("http://", "https://")) else None


def _json_feed(body: bytes, url: str) -> Feed:
    try:
        data = json.loads(body)
        items = [item for item in data.get("items") or [] if isinstance(item, dict)][:MOST]
    except (ValueError, RecursionError, AttributeError, TypeError) as problem:
        raise Unreadable(url, f"the JSON feed cannot be read ({problem})") from None
    entries = []
    for item in items:
        where = tidy(str(item.get("url") or _permalink(item) or ""), url)
        if where is not None:
            entries.append(
                Entry(
                    url=where,
                    title=_text(item.get("title")),
                    published=_iso(item.get("date_published")),
                    updated=_iso(item.get("date_modified")),
                    language=_text(item.get("language") or data.get("language")),
                    content=_content((item.get("content_html"), "text/html"), (item.get("content_text"), "text/plain")),
                )
            )
    return Feed("feed", _text(data.get("title")), _once(entries), left_out=len(items) - len(entries))


def _content(*parts: tuple[Any, Any]) -> str | None:
    """The longest of these texts (with their media types) as HTML, when it is as long as a report."""
    texts = [(text, kind) for text, kind in parts if isinstance(text, str) and len(text) <= LONGEST]
    if not texts:
        return None
    text, kind = max(texts, key=lambda part: len(part[0]))
    if kind == "text/plain":
        text = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return text if len(_MARKUP.sub(" ", text).split()) >= CARRIED else None


def _xml(body: bytes, url: str) -> Any:
    """The root of an XML document; nothing outside it is loaded, entities are not followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError) as problem:
        raise Unreadable(url, f"the XML cannot be read ({problem})") from None
    if root is None:
        raise Unreadable(url, "the XML holds nothing")
    return root


def _elements(parent: Any, name: str) -> Iterator[Any]:
    """Children with a local name, in any namespace: sitemaps in the wild use several."""
    for child in parent:
        if isinstance(child.tag, str) and etree.QName(child).localname.lower() == name:
            yield child


def _below(parent: Any, *path: str) -> str | None:
    """The text of the first element at `path`."""
    for name in path:
        parent = next(_elements(parent, name), None)
        if parent is None:
            return None
    return _text(parent.text)


def _sitemap(body: bytes, url: str) -> Feed:
    root = _xml(body, url)
    if etree.QName(root).localname.lower() == "sitemapindex":
        children = [(tidy(_below(s, "loc") or "", url), _iso(_below(s, "lastmod"))) for s in _elements(root, "sitemap")]
        usable = sorted(((w, when) for w, when in children if w), key=lambda c: c[1] or "", reverse=True)
        return Feed("index", links=tuple((w, None) for w, _ in usable[:50]), left_out=len(children) - len(usable))
    entries, seen = [], 0
    for item in _elements(root, "url"):
        seen += 1
        where = tidy(_below(item, "loc") or "", url)
        if where is None:
            continue
        entries.append(
            Entry(
                url=where,
                title=_below(item, "news", "title"),
                published=_iso(_below(item, "news", "publication_date")),
                updated=_iso(_below(item, "lastmod")),
                outlet=_below(item, "news", "publication", "name"),
                language=_below(item, "news", "publication", "language"),
            )
        )
    newest = sorted(entries, key=lambda e: e.published or e.updated or "", reverse=True)[:MOST]
    return Feed("sitemap", entries=_once(newest), left_out=seen - len(entries))


def _opml(body: bytes, url: str) -> Feed:
    root = _xml(body, url)
    links, seen = [], 0
    for node in root.iter():
        if not isinstance(node.tag, str) or etree.QName(node).localname.lower() != "outline":
            continue
        stated = next((v for k, v in node.attrib.items() if k.lower() == "xmlurl"), None)
        if stated is None:
            continue
        seen += 1
        where = tidy(stated, url)
        if where is not None:
            links.append((where, _text(node.get("title") or node.get("text"))))
    title = next((_text(n.text) for n in root.iter() if isinstance(n.tag, str) and n.tag.lower() == "title"), None)
    return Feed("opml", title, links=_first(links), left_out=seen - len(links))


def _page(body: bytes, url: str) -> Feed:
    """The feeds that a page names in its head."""
    try:
        tree = html.document_fromstring(body)
    except (etree.LxmlError, ValueError) as problem:
        raise Unreadable(url, f"the page cannot be read ({problem})") from None
    links = []
    for link in tree.iter("link"):
        kind = (link.get("type") or "").lower()
        if "alternate" in (link.get("rel") or "").lower() and kind.endswith(("rss+xml", "atom+xml", "feed+json")):
            where = tidy(link.get("href") or "", url)
            if where is not None:
                links.append((where, _text(link.get("title"))))
    return Feed("page", _text(tree.findtext(".//title")), links=_first(links))


def _first(links: list[tuple[str, str | None]]) -> tuple[tuple[str, str | None], ...]:
    """Each address once, with the name it had first."""
    found: dict[str, str | None] = {}
    for url, name in links:
        found.setdefault(url, name)
    return tuple(found.items())


def _once(entries: list[Entry]) -> tuple[Entry, ...]:
    """Each address once, the first time it is named."""
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(entry.url, entry)
    return tuple(found.values())


def _text(value: Any) -> str | None:
    """One clean line, or None."""
    if not isinstance(value, str):
        return None
    line = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return line[:500] or None


def _utc(parsed: Any) -> str | None:
    """ISO 8601 of feedparser's time tuple (UTC)."""
    if parsed is None:
        return None
    try:
        return _stamp(datetime.fromtimestamp(calendar.timegm(parsed), UTC))
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _iso(value: Any) -> str | None:
    """ISO 8601 in UTC of a W3C date; a day stays a day."""
    line = _text(value)
    if line is None:
        return None
    try:
        if len(line) == 10:
            return datetime.strptime(line, "%Y-%m-%d").date().isoformat()
        found = datetime.fromisoformat(line)
        return _stamp(found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def _stamp(when: datetime) -> str:
    return when.replace(microsecond=0).isoformat().replace("+00:00", "Z")
