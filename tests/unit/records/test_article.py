from __future__ import annotations

import hashlib

import pytest

from rashomon.records.article import STORY_KINDS, Article, Block
from rashomon.records.span import Cite, Span

TEXT = "Harbour shut\nThe harbour of Merrow was shut.\nAdvertisement"


def article() -> Article:
    blocks = (Block(0, 12, "title"), Block(13, 44, "body"), Block(45, 58, "advert"))
    return Article("a1", "x.txt", TEXT, blocks, published="2025-10-14T21:40")


def test_digest_is_that_of_the_text() -> None:
    assert article().sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_day_is_known_only_to_the_day() -> None:
    assert article().day == "2025-10-14"
    assert Article("a", "x", "t", (), published="2025-10").day is None
    assert Article("a", "x", "t", ()).day is None


def test_blocks_by_kind_in_text_order() -> None:
    assert [b.kind for b in article().of_kind(STORY_KINDS)] == ["title", "body"]


def test_cite_stays_inside_the_text() -> None:
    assert article().cite(Span(13, 24)) == Cite("a1", 13, 24)
    with pytest.raises(ValueError, match="leaves the text"):
        article().cite(Span(13, 200))
