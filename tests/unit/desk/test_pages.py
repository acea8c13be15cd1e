"""The page that becomes of what was fetched and of what its list says and carries."""

from __future__ import annotations

import pytest

pytest.importorskip("feedparser", reason="needs the extra rashomon[follow]")

from rashomon.desk.pages import carried_page, completed, is_beginning
from rashomon.follow import Entry
from rashomon.records.article import Page
from rashomon.settings import Settings

URL = "https://post.example/a"
LINE = "Seven people were hurt when the ferry Alma hit the pier of Norhavn on Saturday, the harbour master said."


def test_a_list_adds_only_what_the_page_does_not_say() -> None:
    entry = Entry(
        "https://post.example/a", "Listed", "2026-11-22T08:00:00Z", None, "The Harbour Post", "en-GB", "Coast Wire"
    )
    bare = Page(path="x", text="t")
    assert completed(bare, "https://post.example/a", entry) == Page(
        path="https://post.example/a",
        text="t",
        url="https://post.example/a",
        outlet="The Harbour Post",
        title="Listed",
        published="2026-11-22T08:00:00Z",
        published_from="metadata",
        language="en",
        sources=("Coast Wire",),
    )
    own = Page(
        path="x",
        text="t",
        url="https://www.post.example/a-canonical",
        outlet="Post",
        title="Own",
        published="2026-11-21",
        published_from="metadata",
        language="fr",
        sources=("Own Wire",),
    )
    assert completed(own, "https://post.example/a", entry) == Page(
        path="https://post.example/a",
        text="t",
        url="https://www.post.example/a-canonical",
        outlet="Post",
        title="Own",
        published="2026-11-21",
        published_from="metadata",
        language="fr",
        sources=("Own Wire",),
    )


@pytest.mark.parametrize(
    "canonical", ["https://post.example/", "https://other.example/a", "https://post.example", "ftp://post.example/a"]
)
def test_a_canonical_address_elsewhere_or_of_a_front_page_is_not_believed(canonical: str) -> None:
    assert completed(Page(path="x", text="t", url=canonical), "https://post.example/a", None).url == (
        "https://post.example/a"
    )


def test_what_a_list_carries_is_read_like_a_page_and_marked() -> None:
    entry = Entry(URL, "Ferry & pier", "2026-11-22T08:00:00Z", language="en-GB", content=f"<p>{LINE}</p><p>More.</p>")
    page = carried_page(entry, URL, Settings())
    assert page is not None
    assert page.text == f"Ferry & pier\n\n{LINE}\n\nMore."
    assert (page.format, page.truncated, page.path, page.url) == ("feed", True, f"{URL} (text of its feed)", URL)
    assert (page.title, page.published, page.language) == ("Ferry & pier", "2026-11-22T08:00:00Z", "en")


@pytest.mark.parametrize("entry", [None, Entry(URL), Entry(URL, content=""), Entry(URL, content="<p> </p>")])
def test_a_list_that_carries_no_text(entry: Entry | None) -> None:
    assert carried_page(entry, URL, Settings()) is None


def test_half_of_the_words_make_a_page_more_than_a_beginning() -> None:
    whole = Page(path="x", text="\n\n".join([LINE] * 4))
    assert is_beginning(Page(path="x", text=LINE), whole, Settings())
    assert not is_beginning(Page(path="x", text="\n\n".join([LINE] * 2)), whole, Settings())
    assert not is_beginning(whole, whole, Settings())
