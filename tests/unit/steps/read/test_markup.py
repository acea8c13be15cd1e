from __future__ import annotations

import json

import pytest

from rashomon.errors import Unreadable
from rashomon.settings import Settings
from rashomon.steps.read.markup import fragment, html_page

BODY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The council of Lorvik voted on Tuesday to close the old bridge for repairs that may last all summer.",
        "Mayor Ada Lund said the town had waited too long. “We cannot wait for another winter,” she told reporters.",
        "Traders on the east bank fear for their shops and asked the council for help during the closure.",
        "The bridge was built in 1931 and carries about 4,000 cars a day, according to the county.",
    )
)
LD = {
    "@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "headline": "wrong", "datePublished": "2001-01-01"},
        {
            "@type": "NewsArticle", "headline": "Lorvik closes its bridge",
            "datePublished": "2031-05-04T18:30:00+02:00",
            "author": [{"@type": "Person", "name": "Per Moe"}, {"@type": "Person", "name": "Ida Vik"}],
            "publisher": {"@type": "Organization", "name": "Valley Post"},
            "sourceOrganization": {"name": "Valley News Agency"},
            "isBasedOn": {"@type": "Article", "publisher": {"name": "County Gazette"}},
        },
    ],
}  # fmt: skip


def page(head: str = "", body: str = BODY, top: str = "<h1>Lorvik closes its bridge</h1>") -> str:
    return f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body><article>{top}{body}</article></body></html>'


def test_json_ld_tells_the_metadata():
    head = f'<script type="application/ld+json">{json.dumps(LD)}</script><link rel="canonical" href="https://valley.example/bridge">'
    got = html_page(page(head), "a.html", Settings())
    assert (got.title, got.outlet, got.authors) == ("Lorvik closes its bridge", "Valley Post", ("Per Moe", "Ida Vik"))
    assert (got.published, got.published_from) == ("2031-05-04T18:30+02:00", "metadata")
    assert (got.language, got.url) == ("en", "https://valley.example/bridge")
    assert got.sources == ("Valley News Agency", "County Gazette")


def test_text_is_title_blank_line_paragraphs():
    got = html_page(page(), "a.html", Settings())
    lines = got.text.split("\n\n")
    assert lines[0] == "Lorvik closes its bridge"
    assert lines[1].startswith("The council of Lorvik voted")
    assert len(lines) == 5
    assert [(h.start, h.end, h.kind) for h in got.hints] == [(0, 24, "title")]


def test_meta_elements_when_there_is_no_json_ld():
    head = (
        '<meta property="og:site_name" content="Valley Post">'
        '<meta property="og:title" content="Bridge closed | Valley Post">'
        '<meta name="author" content="By Per Moe"><meta property="article:published_time" content="2031-05-04">'
        '<meta property="og:url" content="https://valley.example/b"><meta property="article:author" content="https://fb.example/x">'
    )
    got = html_page(page(head, top=""), "a.html", Settings())
    assert (got.title, got.outlet, got.authors, got.published) == (
        "Bridge closed",
        "Valley Post",
        ("Per Moe",),
        "2031-05-04",
    )
    assert got.url == "https://valley.example/b"


def test_an_address_is_no_outlet_and_a_zero_date_no_date():
    head = (
        '<meta property="og:site_name" content="https://valley.example">'
        '<meta name="date" content="0001-01-01T00:00:00Z">'
    )
    got = html_page(page(head), "a.html", Settings())
    assert (got.outlet, got.published, got.published_from) == (None, None, None)


def test_subheads_and_pure_links_are_marked():
    body = (
        BODY + "<h2>What happens next</h2>" + BODY + '<p><a href="/x">Older bridge news in our archive</a></p>' + BODY
    )
    got = html_page(page(body=body), "a.html", Settings())
    kinds = {got.text[h.start : h.end]: h.kind for h in got.hints}
    assert kinds["What happens next"] == "subhead"
    assert kinds.get("Older bridge news in our archive", "teaser") == "teaser"


@pytest.mark.parametrize("broken", ["{", "[[[", '{"@type": 3}', "null", '"x"'])
def test_broken_json_ld_is_passed_over(broken):
    head = f'<script type="application/ld+json">{broken}</script>'
    assert html_page(page(head), "a.html", Settings()).title == "Lorvik closes its bridge"


def test_article_body_of_json_ld_when_the_page_is_empty():
    data = {"@type": "NewsArticle", "headline": "Bridge", "articleBody": "The bridge is closed. " * 20}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    text = f'<html><head>{script}</head><body><div id="app"></div></body></html>'
    assert html_page(text, "a.html", Settings()).text.startswith("Bridge\n\nThe bridge is closed.")


@pytest.mark.parametrize(
    "text", ["<html></html>", "<html><body></body></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>"]
)
def test_pages_without_text(text):
    with pytest.raises(Unreadable):
        html_page(text, "a.html", Settings())


def test_a_long_page_is_cut_and_its_hints_stay_inside():
    got = html_page(page(body=BODY * 5), "a.html", Settings(max_characters=300))
    assert got.truncated
    assert all(h.end <= len(got.text) for h in got.hints)


def test_fragment_paragraphs():
    assert fragment("One<br>two<div>three</div><h3>Four</h3>five") == [
        ("One", None), ("two", None), ("three", None), ("Four", "subhead"), ("five", None),
    ]  # fmt: skip


def test_deep_nesting_does_not_raise():
    assert fragment("<div>" * 5000 + "x" + "</div>" * 5000) == [("x", None)]
