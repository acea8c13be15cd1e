"""Records to pages: JSON lines, JSON files and ninjs items.

A record needs a text (`text`, `body`, `content`, or an HTML body); everything else is taken when stated under one of
its usual names. The text of a plain record is kept as it is; an HTML body is cut at its block elements and gets the
headline as first line. A broken record is refused alone, with its line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Literal

from rashomon.errors import Unreadable
from rashomon.records.article import Page
from rashomon.settings import Settings
from rashomon.steps.read.decode import normal
from rashomon.steps.read.markup import fragment
from rashomon.steps.read.pages import authors_of, bound, date_of, join, language_of, line_of, name_of, url_of

_TEXT = ("text", "body_text", "body", "content", "article", "maintext", "articleBody", "description_text")
_HTML = ("body_html", "body_xhtml", "html", "content_html")
_TITLE = ("title", "headline", "name")
_OUTLET = ("outlet", "source", "publisher", "site", "site_name", "publication", "source_name", "copyrightholder")
_DATE = (
    "published",
    "date",
    "published_at",
    "versioncreated",
    "firstcreated",
    "datePublished",
    "date_publish",
    "pubDate",
    "publication_date",
)
_AUTHORS = ("authors", "author", "byline", "by", "creator")
_URL = ("url", "link", "canonical_url", "uri")
_MARKUP = re.compile(
    r"<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|article|section|html|body)\b[^<>]{0,300}>", re.IGNORECASE
)
_NINJS = frozenset(
    {"body_text", "body_html", "body_xhtml", "versioncreated", "copyrightholder", "infosource", "headlines", "bodies"}
)


def record_page(record: object, path: str, settings: Settings) -> Page:
    """The page of one record. Raises Unreadable when it has no text."""
    if not isinstance(record, Mapping):
        raise Unreadable(path, "this is no record: each needs to be an object with a field 'text'")
    row: Mapping[str, Any] = record
    ninjs = len(_NINJS & row.keys()) >= 1
    title = _first(row, _TITLE, line_of) or _role(row, "headlines", line_of)
    raw, markup = _body(row)
    if not raw.strip():
        raise Unreadable(path, "the record has no text: it needs a field 'text', 'body' or 'content'")
    if markup:
        text, hints = join(title, fragment(raw))
        if len(text) <= len(title or ""):
            raise Unreadable(path, "the HTML body of the record holds no text: give the text in a field 'text'")
    elif ninjs and title:
        text, hints = join(title, [(normal(raw).strip(), None)])
    else:
        text, hints = normal(raw), ()
    kept, truncated = bound(text, settings)
    published = _first(row, _DATE, date_of)
    outlet = _first(row, _OUTLET, _party)
    sources = tuple(dict.fromkeys(n for n in _parties(row.get("infosource")) if n != outlet))
    form: Literal["ninjs", "jsonl"] = "ninjs" if ninjs else "jsonl"
    return Page(
        path=path,
        text=kept,
        format=form,
        id=_id(row),
        url=_first(row, _URL, url_of),
        outlet=outlet,
        title=title,
        authors=next((a for key in _AUTHORS if (a := authors_of(row.get(key)))), ()),
        published=published,
        published_from="metadata" if published else None,
        language=language_of(row.get("language") or row.get("lang")),
        sources=sources,
        hints=tuple(h for h in hints if h.end <= len(kept)),
        truncated=truncated,
    )


def json_pages(text: str, path: str, settings: Settings) -> tuple[list[Page], list[Unreadable]]:
    """The pages of a JSON file: one record, a list of records, or an object that holds the list."""
    try:
        data = json.loads(text)
    except RecursionError:
        raise Unreadable(path, "the JSON is nested too deeply: give one record a line") from None
    except ValueError as problem:
        raise Unreadable(path, f"it is no JSON ({_where(problem)}): mend it, or save the report as text") from None
    return _all(data, path, settings)


def line_pages(text: str, path: str, settings: Settings) -> tuple[list[Page], list[Unreadable]]:
    """The pages of a file with one record a line. A line that cannot be used is refused alone, as `path:line`."""
    pages: list[Page] = []
    refused: list[Unreadable] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            pages.append(record_page(json.loads(line), where, settings))
        except Unreadable as problem:
            refused.append(problem)
        except RecursionError:
            refused.append(Unreadable(where, "the JSON is nested too deeply: give a flat record"))
        except ValueError as problem:
            refused.append(Unreadable(where, f"the line is no JSON ({_where(problem)}): mend or remove it"))
    if refused and not pages:
        try:  # one record, spread over many lines
            pages, again = json_pages(text, path, settings)
            refused = again
        except Unreadable:
            pass
    return pages, refused


def _all(data: Any, path: str, settings: Settings) -> tuple[list[Page], list[Unreadable]]:
    if isinstance(data, dict) and not any(key in data for key in (*_TEXT, *_HTML, "bodies")):
        data = next(
            (data[k] for k in ("articles", "items", "results", "docs", "data") if isinstance(data.get(k), list)), data
        )
    if not isinstance(data, list):
        return [record_page(data, path, settings)], []
    if not data:
        raise Unreadable(path, "the list holds no record: nothing to read")
    pages: list[Page] = []
    refused: list[Unreadable] = []
    for number, item in enumerate(data, 1):
        try:
            pages.append(record_page(item, f"{path}:{number}", settings))
        except Unreadable as problem:
            refused.append(problem)
    return pages, refused


def _where(problem: ValueError) -> str:
    if isinstance(problem, json.JSONDecodeError):
        return f"{problem.msg}, line {problem.lineno} column {problem.colno}"
    return "not readable"


def _body(row: Mapping[str, Any]) -> tuple[str, bool]:
    """The text of a record and whether it is HTML."""
    for key in _TEXT:
        value = row.get(key)
        if isinstance(value, str) and value.strip():
            return value, key not in ("text", "body_text") and _MARKUP.search(value) is not None
    for key in _HTML:
        value = row.get(key)
        if isinstance(value, str) and value.strip():
            return value, True
    bodies = row.get("bodies")
    for item in bodies if isinstance(bodies, list) else ():
        if isinstance(item, dict) and isinstance(item.get("value"), str) and item["value"].strip():
            return item["value"], "html" in str(item.get("contenttype")) or _MARKUP.search(item["value"]) is not None
    return "", False


def _first(row: Mapping[str, Any], keys: tuple[str, ...], take: Any) -> Any:
    for key in keys:
        value = take(row.get(key))
        if value:
            return value
    return None


def _role(row: Mapping[str, Any], key: str, take: Any) -> Any:
    """The `value` of the first item of a list of `{role, value}` (ninjs 2)."""
    items = row.get(key)
    for item in items if isinstance(items, list) else ():
        value = take(item.get("value")) if isinstance(item, dict) else None
        if value:
            return value
    return None


def _party(value: Any) -> str | None:
    """The name of an outlet, from a string or an object with a name."""
    return next(iter(_parties(value)), None)


def _parties(value: Any) -> list[str]:
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            item = item.get("name") or item.get("title") or item.get("literal")
        name = name_of(item)
        if name:
            found.append(name)
    return found


def _id(row: Mapping[str, Any]) -> str | None:
    value = line_of(row.get("id"))
    return value if value and len(value) <= 200 else None
