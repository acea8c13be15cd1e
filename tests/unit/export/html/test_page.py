from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

from rashomon.export.html import to_html
from rashomon.export.html.context import blocks, web_address


class Tags(HTMLParser):
    """Collects elements, their ids and what they would load."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for key, value in attrs:
            if key == "id" and value:
                self.ids.append(value)
            if key == "href" and value:
                self.links.append(value)
            if key in ("src", "srcset", "data", "action"):
                self.loads.append(f"{tag} {key}={value}")
            if key.startswith("on") or key == "style":
                self.handlers.append(key)


def parsed(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_every_link_inside_the_page_leads_somewhere(dossier: dict[str, Any]) -> None:
    tags = parsed(to_html(dossier))
    inner = {link[1:] for link in tags.links if link.startswith("#")}
    assert inner <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))
    assert {"s1", "u1", "f1", "d1", "t1", "o1", "p1", "label-sorokina", "source-1"} <= set(tags.ids)


def test_nothing_is_loaded_and_no_text_is_markup(dossier: dict[str, Any]) -> None:
    page = to_html(dossier)
    tags = parsed(page)
    assert tags.loads == []
    assert tags.handlers == []
    assert tags.tags.count("script") == 1
    assert "i" not in tags.tags
    assert "javascript:" not in page
    assert "&lt;b&gt;police&lt;/b&gt;" in page


def test_the_policy_names_the_hashes_of_style_and_script(dossier: dict[str, Any]) -> None:
    page = to_html(dossier)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy and policy[1].startswith("default-src 'none'")
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1].replace("&#39;", "'").replace("&#43;", "+")


def test_differing_words_are_marked(dossier: dict[str, Any]) -> None:
    page = to_html(dossier)
    assert 'We <mark class="differs">must</mark> learn the truth' in page
    assert 'We <mark class="differs">should</mark> learn the truth' in page


def test_the_whole_text_of_every_source_is_in_the_page(dossier: dict[str, Any]) -> None:
    from html import unescape

    page = unescape(to_html(dossier))
    for article in dossier["articles"]:
        for block in article["blocks"]:
            assert article["text"][block["start"] : block["end"]] in page


def test_a_dossier_with_empty_sections_makes_a_page(dossier: dict[str, Any]) -> None:
    for section in dossier:
        if isinstance(dossier[section], list) and section != "articles":
            dossier[section] = []
    assert "No statement of two outlets was found" in to_html(dossier)


def test_characters_a_page_cannot_hold_keep_their_place() -> None:
    article = {"text": "a\0b\ud800c\rd", "blocks": [{"start": 0, "end": 7, "kind": "body"}]}
    (block,) = blocks(3, article)
    assert (block["text"], block["id"], block["hint"]) == ("a\ufffdb\ufffdc\nd", "s3-0", "text")


def test_blocks_that_are_not_the_story_are_dimmed_and_named_once_in_a_row() -> None:
    kinds = ["title", "links", "links", "teaser", "body"]
    article = {
        "text": "abcde",
        "blocks": [{"start": n, "end": n + 1, "kind": k, "reason": "why"} for n, k in enumerate(kinds)],
    }
    shown = [(b["text"], b["dim"], b["label"], b["hint"]) for b in blocks(1, article)]
    assert shown == [
        ("a", False, "", "headline: why"),
        ("b", True, "links", "links: why"),
        ("c", True, "", "links: why"),
        ("d", True, "link headline", "link headline: why"),
        ("e", False, "", "text: why"),
    ]


def test_a_source_with_an_address_gets_a_link(dossier: dict[str, Any]) -> None:
    dossier["articles"][0]["url"] = 'https://lamp.example/a?b=1&c="d'
    tags = parsed(to_html(dossier))
    assert "https://lamp.example/a?b=1&c=%22d" in tags.links


def test_more_than_a_dozen_reports_fold(dossier: dict[str, Any]) -> None:
    dossier["articles"] += [{**dossier["articles"][0], "id": f"b-{n}"} for n in range(12)]
    assert "<summary>2 more reports</summary>" in to_html(dossier)
    del dossier["articles"][-1]
    assert "<summary>1 more report</summary>" in to_html(dossier)


def test_one_is_one_report(dossier: dict[str, Any]) -> None:
    dossier["story"] |= {"reports": 1, "origins": 1}
    page = to_html(dossier)
    assert "<strong>1 report</strong> · <strong>1 origin</strong> · Wednesday 15 October 2025" in page
    dossier["story"] |= {"reports": 3, "origins": 3}
    assert "<strong>3 origins</strong>" in to_html(dossier)
    assert "(no copies found)" in to_html(dossier)


def test_the_page_explains_its_signs_and_says_what_differs_at_once(dossier: dict[str, Any]) -> None:
    page = to_html(dossier)
    assert page.index('id="glance"') < page.index('id="key"') < page.index('id="agreed"')
    assert '<a href="#u1" dir="auto"><b>Sorokina</b> “must” or “should”</a>' in page
    assert "link headline" in page


def test_a_report_without_headline_is_told_apart_by_its_file(dossier: dict[str, Any]) -> None:
    dossier["articles"][1]["title"] = None
    assert '<span class="lead" dir="auto">two.txt</span>' in to_html(dossier)


def test_only_web_addresses_become_links() -> None:
    assert web_address("https://example.org/a") == "https://example.org/a"
    for bad in ("javascript:alert(1)", "data:text/html,x", "//x", "http://[bad", "https:x", None, 3):
        assert web_address(bad) is None


def test_a_page_of_one_report_compares_nothing(dossier: dict[str, Any]) -> None:
    for section in dossier:
        if isinstance(dossier[section], list) and section != "articles":
            dossier[section] = []
    dossier["articles"] = dossier["articles"][:1]
    page = to_html(dossier)
    assert "One report: there is nothing to compare it with." in page
    tags = parsed(page)
    assert not {"agreed", "differ"} & set(tags.ids)
    assert not {"#agreed", "#differ"} & set(tags.links)
    assert "sources" in tags.ids


def test_a_report_that_contradicts_itself_still_differs(dossier: dict[str, Any]) -> None:
    said = {"says": "The ferry carried about 140 people.", "holder": None}
    first = dossier["articles"][0]
    sides = [{**said, "cites": [{"article": first["id"], "start": 19, "end": 54}]}] * 2
    for section in dossier:
        if isinstance(dossier[section], list) and section != "articles":
            dossier[section] = []
    dossier["articles"] = [first]
    dossier["disagreements"] = [{"id": "d1", "kind": "figure", "reason": "", "note": "people on board", "sides": sides}]
    tags = parsed(to_html(dossier))
    assert {"differ", "d1"} <= set(tags.ids)
    assert "agreed" not in tags.ids
