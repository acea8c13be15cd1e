"""Step 2, once per article: labels every line of a page. Labels, never deletes."""

from __future__ import annotations

import re

from rashomon.records.article import Article, Block, Page, digest
from rashomon.settings import DEFAULTS, Settings


def clean(page: Page, settings: Settings = DEFAULTS) -> Article:
    """The article of `page`, each non-blank stretch of its text in exactly one block."""
    blocks = tuple(Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]*\S[^\n]*", page.text))
    return Article(
        id=page.id or "a-" + digest(page.text)[:10],
        path=page.path,
        text=page.text,
        blocks=blocks,
        url=page.url,
        outlet=page.outlet,
        title=page.title,
        authors=page.authors,
        published=page.published or settings.date,
        published_from=page.published_from or ("given" if settings.date else None),
        language=page.language or "en",
        sources=page.sources,
        captured=not page.truncated,
    )
