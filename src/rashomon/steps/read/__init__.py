"""Step 1: files to pages. Decides encoding and format by content first and suffix second; never invents an outlet.

`read_path` gives the pages of one file and, apart from them, what of it could not be used: one bad line or file never
stops the others. Text files are kept to the letter; HTML, JSON lines, JSON and ninjs bring their metadata along.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rashomon.errors import Unreadable
from rashomon.records.article import Page
from rashomon.records.dossier import Unread
from rashomon.settings import DEFAULTS, Settings
from rashomon.steps.read.decode import NotText, decode
from rashomon.steps.read.feeds import json_pages, line_pages, record_page
from rashomon.steps.read.markup import html_page
from rashomon.steps.read.pages import bound
from rashomon.steps.read.sources import expand, load

__all__ = ["expand", "read_bytes", "read_file", "read_mapping", "read_path"]

_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".asc"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".asp", ".php"})
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jl"})
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OTHER_XML = re.compile(r"\s*<(?:\?xml|rss|feed|newsml|nitf|!doctype)\b", re.I)
_RECORD_START = re.compile(r"\s*(?:\[\s*)?\{\s*\"")


def read_path(path: str, settings: Settings = DEFAULTS) -> tuple[list[Page], list[Unread]]:
    """The pages of the file at `path` (`-`: standard input), and what of it could not be used and why.

    With `settings.strict` the first thing that cannot be used raises Unreadable.
    """
    try:
        pages, refused = _read(load(path, settings), path, settings)
    except Unreadable as problem:
        pages, refused = [], [problem]
    if refused and settings.strict:
        raise refused[0]
    return pages, [Unread(problem.path, problem.reason) for problem in refused]


def read_file(path: str, settings: Settings = DEFAULTS) -> list[Page]:
    """The pages of the file at `path` (several for feeds). Raises Unreadable when it has none."""
    return read_bytes(load(path, settings), path, settings)


def read_bytes(data: bytes, path: str, settings: Settings = DEFAULTS) -> list[Page]:
    """The pages in `data`; `path` names it in messages and tells the suffix. Raises Unreadable when there is none."""
    pages, refused = _read(data, path, settings)
    if refused and (settings.strict or not pages):
        raise refused[0]
    return pages


def read_mapping(record: Mapping[str, Any], path: str, settings: Settings = DEFAULTS) -> Page:
    """The page of a record given by a program: at least `text`; `path` names it. Raises Unreadable without text."""
    return record_page(record, str(record.get("path") or path), settings)


def _read(data: bytes, path: str, settings: Settings) -> tuple[list[Page], list[Unreadable]]:
    suffix = Path(path).suffix.lower()
    try:
        text = decode(data, html=suffix in _HTML_SUFFIXES or b"<" in data[:200])
    except NotText as problem:
        raise Unreadable(path, str(problem)) from None
    if not text.strip():
        raise Unreadable(path, "it is empty: save the report again")
    if suffix in _LINE_SUFFIXES:
        return line_pages(text, path, settings)
    if suffix == ".json":
        return _json(text, path, settings)
    if suffix in _HTML_SUFFIXES or _PAGE_START.match(text):
        return [html_page(text, path, settings)], []
    if suffix not in _TEXT_SUFFIXES:
        if _RECORD_START.match(text):
            return _json(text, path, settings)
        if _OTHER_XML.match(text):
            raise Unreadable(path, "XML feeds are not read: give the articles as HTML, text or JSON lines")
    kept, truncated = bound(text, settings)
    return [Page(path, kept, truncated=truncated)], []


def _json(text: str, path: str, settings: Settings) -> tuple[list[Page], list[Unreadable]]:
    """JSON, or JSON lines under the name of JSON."""
    try:
        return json_pages(text, path, settings)
    except Unreadable:
        pages, refused = line_pages(text, path, settings)
        if pages:
            return pages, refused
        raise
