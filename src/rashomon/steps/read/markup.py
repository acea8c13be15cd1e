"""HTML pages and HTML fragments to pages.

A whole page goes through trafilatura (`favor_precision`), which is imported only here; title, subheads and paragraphs
that are nothing but links keep that knowledge as hints. When it finds next to nothing, the article text of the page's
own JSON-LD is taken. A fragment (the body of a feed item) is cut at its block elements without any library. A page
without text is refused.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from rashomon.errors import Unreadable
from rashomon.records.article import BlockKind, Page
from rashomon.settings import Settings
from rashomon.steps.read.metadata import Metadata, metadata_of
from rashomon.steps.read.pages import bound, join

Part = tuple[str, BlockKind | None]
ENOUGH = 200
"""Characters below which an extraction counts as failed."""
_BLOCKS = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 li ul ol blockquote section article header footer table tr td th pre hr figure "
    "figcaption aside dd dt dl main nav".split()
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "form", "button", "head"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def html_page(text: str, path: str, settings: Settings) -> Page:
    """The page in the HTML document `text`. Raises Unreadable when it holds no article text."""
    from lxml.etree import LxmlError
    from trafilatura import load_html

    try:
        tree = load_html(text)
    except (LxmlError, ValueError, AssertionError):
        tree = None
    if tree is None:
        raise Unreadable(path, "it is no HTML page that can be parsed: save the report as text")
    found = metadata_of(tree)
    parts = _parts(tree, found)
    if not parts:
        raise Unreadable(
            path, "the HTML page holds no article text (made by a script, or a consent page?): save the report as text"
        )
    whole, hints = join(found.title, parts)
    kept, truncated = bound(whole, settings)
    return Page(
        path=path,
        text=kept,
        format="html",
        url=found.url,
        outlet=found.outlet,
        title=found.title,
        authors=found.authors,
        published=found.published,
        published_from="metadata" if found.published else None,
        language=found.language,
        sources=found.sources,
        hints=tuple(h for h in hints if h.end <= len(kept)),
        truncated=truncated,
    )


def _parts(tree: Any, found: Metadata) -> list[Part]:
    """The paragraphs of the article with what their elements say of them."""
    from copy import deepcopy

    best: list[Part] = []
    for precise in (True, False):
        parts = _extract(deepcopy(tree), precise)
        if sum(len(t) for t, _ in parts) > sum(len(t) for t, _ in best):
            best = parts
        if sum(len(t) for t, _ in best) >= ENOUGH:
            return best
    if found.body and len(found.body) > ENOUGH:
        return fragment(found.body) if "<" in found.body else [(p, None) for p in found.body.split("\n") if p.strip()]
    return best


def _extract(tree: Any, precise: bool) -> list[Part]:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(
            tree,
            favor_precision=precise,
            include_comments=False,
            include_tables=True,
            include_links=True,
            with_metadata=False,
        )
    except Exception:  # a defect of the library on one page must not end the run
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    parts: list[Part] = []
    _walk(body, parts)
    return parts


def _walk(element: Any, parts: list[Part]) -> None:
    """Paragraphs in document order: `p`, `head`, list items, table rows, quotations."""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in ("list", "quote", "table", "div", "main", "body") and len(child):
            if child.text and child.text.strip():
                parts.append((_line(child.text), None))
            _walk(child, parts)
        elif tag in ("p", "head", "item", "row", "quote", "ab", "code", "cell", "fw"):
            inner = [_line(t) for t in _broken(child)]
            kind: BlockKind | None = "subhead" if tag == "head" else None
            if kind is None and _all_links(child):
                kind = "teaser"
            parts += [(t, kind) for t in inner if t]
        if child.tail and child.tail.strip():
            parts.append((_line(child.tail), None))


def _broken(element: Any) -> list[str]:
    """The text of an element, one piece for each line break in it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            pieces.append("")
        elif child.tag == "cell":
            pieces[-1] += " "
            pieces[-1] += " ".join(child.itertext())
        else:
            more = _broken(child)
            pieces[-1] += more[0]
            pieces += more[1:]
        pieces[-1] += child.tail or ""
    return pieces


def _all_links(element: Any) -> bool:
    """True when nearly all the characters of an element stand in links."""
    whole = len("".join(element.itertext()).strip())
    linked = sum(len("".join(ref.itertext()).strip()) for ref in element.iter("ref"))
    return whole > 0 and linked >= 0.9 * whole


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


class _Fragment(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []
        self.buffer: list[str] = []
        self.silent = 0
        self.kind: BlockKind | None = None

    def flush(self) -> None:
        text = _line("".join(self.buffer))
        if text:
            self.parts.append((text, self.kind))
        self.buffer.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        if tag in _BLOCKS:
            self.flush()
            self.kind = "subhead" if tag in _HEADINGS else "caption" if tag == "figcaption" else self.kind

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        if tag in _BLOCKS:
            self.flush()
            self.kind = None if tag in _HEADINGS or tag == "figcaption" else self.kind

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.buffer.append(data)


def fragment(text: str) -> list[Part]:
    """The paragraphs of an HTML fragment, with subheads and captions marked."""
    parser = _Fragment()
    parser.feed(text)
    parser.close()
    parser.flush()
    return parser.parts
