"""What an HTML page says about its report: JSON-LD first, then meta elements.

Takes outlet, title, authors, date, language, address and the agencies a report is taken from. A value is taken only
where the page states it for the report; an address, an account name or a program's left-over is no outlet and no
author.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.steps.read.pages import authors_of, date_of, language_of, line_of, name_of, url_of
from rashomon.text.stamps import local

_ARTICLE = frozenset(
    {
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
        "opinionnewsarticle", "liveblogposting", "blogposting", "reviewnewsarticle", "report", "webpage",
        "advertisercontentarticle",
    }
)  # fmt: skip
_DATES = (
    "article:published_time", "article:published", "parsely-pub-date", "datepublished", "date.published",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dcterms.issued", "sailthru.date", "pubdate",
    "pub_date", "publishdate", "publish-date", "published_at", "publication_date", "cxenseparse:recs:publishtime",
    "og:article:published_time", "date", "article_date_original",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article_author",
)
_OUTLETS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
)
_MODEST = 4_000_000
"""Characters of JSON-LD that are parsed at most."""


@dataclass(slots=True)
class Metadata:
    """The statements of a page; what it does not state is None or empty."""

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None
    sources: tuple[str, ...] = ()
    body: str | None = None
    """The article text of JSON-LD, used only when the page itself gives none."""


def metadata_of(tree: Any) -> Metadata:
    """The metadata of a parsed page."""
    meta = _meta(tree)
    article = _article(tree)
    outlet = name_of(_name(article.get("publisher")))
    title = (
        line_of(article.get("headline"))
        or _heading(tree)
        or _first(meta, ("og:title", "twitter:title", "dc.title"), line_of)
    )
    outlet = outlet or _first(meta, _OUTLETS, name_of)
    sources = [
        name
        for key in ("sourceOrganization", "provider", "isBasedOn", "copyrightHolder")
        for name in _names(article.get(key))
    ]
    return Metadata(
        outlet=outlet,
        title=_without_site(title or _title_element(tree), outlet),
        authors=authors_of(article.get("author")) or _authors(meta),
        published=_published(tree, meta, article),
        language=language_of(tree.get("lang")) or language_of(article.get("inLanguage"))
        or _first(meta, ("og:locale", "dc.language", "language", "content-language"), language_of),
        url=_canonical(tree) or url_of(article.get("url")) or _first(meta, ("og:url",), url_of),
        sources=tuple(dict.fromkeys(s for s in sources if s != outlet)),
        body=article.get("articleBody") if isinstance(article.get("articleBody"), str) else None,
    )  # fmt: skip


def _published(tree: Any, meta: dict[str, list[str]], article: dict[str, Any]) -> str | None:
    """JSON-LD, then meta elements, then a time element; of two that tell one instant the one in local time."""
    stated = [article.get("datePublished"), *(content for name in _DATES for content in meta.get(name, ()))]
    found = [value for value in map(date_of, stated) if value]
    return local([*found, *(value for value in [_time_element(tree)] if value)])


def _meta(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...], take: Any) -> Any:
    for name in names:
        for content in meta.get(name, ()):
            value = take(content)
            if value:
                return value
    return None


def _authors(meta: dict[str, list[str]]) -> tuple[str, ...]:
    for name in _AUTHORS:
        found = tuple(dict.fromkeys(a for content in meta.get(name, ()) for a in authors_of(content)))
        if found:
            return found
    return ()


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD object of the report: an article type with a headline wins over a bare web page."""
    best: dict[str, Any] = {}
    rank = 0
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or len(element.text or "") > _MODEST:
            continue
        try:
            data = json.loads((element.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data, 0):
            kinds = item.get("@type")
            kinds = {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])}
            if kinds & _ARTICLE:
                mark = 1 + 2 * bool(kinds - {"webpage"} and item.get("headline")) + bool(item.get("datePublished"))
                if mark > rank:
                    best, rank = item, mark
    return best


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 3:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), (list, dict)):
                yield from _objects(data[key], depth + 1)


def _name(value: Any) -> Any:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _names(value: Any) -> list[str]:
    """Names of organisations or works; a work names its publisher."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and isinstance(item.get("publisher"), dict):
            item = item["publisher"]
        name = name_of(_name(item))
        if name:
            found.append(name)
    return found


def _heading(tree: Any) -> str | None:
    """The text of the only main heading of three words or more."""
    found = {line for h in tree.iter("h1") if (line := line_of("".join(h.itertext()))) and len(line.split()) >= 3}
    return found.pop() if len(found) == 1 else None


def _title_element(tree: Any) -> str | None:
    element = next(tree.iter("title"), None)
    return line_of(element.text) if element is not None else None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """`title` without the site's name behind the last bar or dash."""
    if not title or not outlet:
        return title
    for sign in (" | ", " - ", " – ", " — ", " · ", " :: "):
        head, found, tail = title.rpartition(sign)
        if found and head and _squeezed(tail) in (_squeezed(outlet), _squeezed(outlet.split(".")[0])):
            return head.strip()
    return title


def _squeezed(text: str) -> str:
    return "".join(ch for ch in text.casefold() if ch.isalnum())


def _time_element(tree: Any) -> str | None:
    for element in tree.iter("time"):
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None:
            found = date_of(element.get("datetime"))
            if found:
                return found
    return None


def _canonical(tree: Any) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            return url_of(element.get("href"))
    return None
