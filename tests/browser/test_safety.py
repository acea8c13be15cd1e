"""Articles that try to be more than text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.records.article import digest

Show = Callable[..., Any]
EVIL = [
    "<script>alert('in the text')</script>",
    "</script><script>alert('after the script')</script>",
    "<img src=x onerror=alert('handler')>",
    "</style><svg onload=alert('svg')>",
    '"><a href="javascript:alert(1)">click</a>',
    "{{ 7 * 7 }} {% raw %} ${7*7} <!-- --> ]]> &lt;b&gt;",
    "<iframe src=https://evil.example/></iframe><link rel=stylesheet href=https://evil.example/a.css>",
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Two reports with an attack in every field, read and compared as any other."""
    rows = []
    for n, outlet in enumerate(("The <b>Lamp</b>", "\u202eThe Post' onclick='alert(1)")):
        body = "\n".join(
            f"The harbour master {evil} said on Tuesday that 4{n} people left the ferry “{evil}”." for evil in EVIL
        )
        rows.append(
            {
                "id": f"r{n}\"'<x>",
                "url": "javascript:alert(document.domain)",
                "outlet": outlet,
                "title": f"</title><script>alert('title')</script> {EVIL[2]}",
                "authors": [EVIL[0]],
                "date": "2025-10-15",
                "text": "The ferry ran aground near the quay on Tuesday.\n" + body,
            }
        )
    source = tmp_path / "<img src=x onerror=alert(1)>.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    rashomon.compare([source]).save(tmp_path / "hostile.html")
    return tmp_path / "hostile.html"


def test_a_hostile_article_is_only_text(show: Show, hostile: Path) -> None:
    opened = show(hostile)
    page = opened.page
    page.wait_for_selector(".back")
    for chip in page.locator("main a.cite:visible").all()[:5]:
        chip.click()
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert opened.dialogs == []
    assert opened.complaints == []
    assert len(opened.requests) == 1
    assert page.locator("script").count() == 1
    assert page.locator("iframe, img, link, object, [onerror], [onload], [onclick]").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert EVIL[0] in page.locator("#texts").text_content()


def test_the_policy_forbids_what_the_page_does_not_bring(show: Show, hostile: Path) -> None:
    opened = show(hostile)
    opened.page.evaluate(
        """() => {
            const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);
            const i = document.createElement('img'); i.src = 'https://evil.example/x.png'; document.body.append(i);
            document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click();
        }"""
    )
    assert opened.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in line for line in opened.complaints)
    fetched = opened.page.evaluate("fetch('https://evil.example/').then(() => 'sent', () => 'refused')")
    assert fetched == "refused"


def test_ten_megabytes_in_one_article(show: Show, ferry: dict[str, Any]) -> None:
    text = "The tide rose and the tide fell. 😀\n" * 300_000
    article = {**ferry["articles"][0], "text": text, "sha256": digest(text)}
    article["blocks"] = [
        {"start": n, "end": n + 34_000, "kind": "body", "reason": "long"} for n in range(0, len(text) - 34_000, 34_000)
    ]
    dossier = {k: [] if isinstance(v, list) else v for k, v in ferry.items()}
    cite = {"article": article["id"], "start": 340_034, "end": 340_066}
    report = {"cite": cite, "holder": None, "polarity": "affirmed"}
    dossier["articles"] = [article]
    dossier["statements"] = [
        {"id": "s1", "gist": "The tide rose", "reports": [report], "verdict": "single", "outlets": 1, "origins": 1}
    ]
    opened = show(dossier)
    opened.page.locator("main a.cite").first.click()
    assert opened.page.locator("mark.hit").text_content() == text[340_034:340_066]
    assert opened.complaints == []
