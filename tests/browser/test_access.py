"""Who reads with a screen reader, by keyboard, in the dark, by phone, on paper, right to left, without movement."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

Data = dict[str, Any]
Show = Callable[..., Any]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
REPEATED = (
    "statements",
    "utterances",
    "figures",
    "timeline",
    "positions",
    "disagreements",
    "checks",
    "wording",
    "coverage",
)
"""Sections of many lines built alike: the check, whose time grows faster than the page, looks at some of each sort."""
SORTS = ("verdict", "relation", "kind", "mode", "of", "stance")


def thinned(dossier: Data, many: int) -> Data:
    """`dossier` with the first `many` lines of each sort in each section, few names and short reports."""
    out = dict(dossier)
    for section in REPEATED:
        seen: dict[tuple[Any, ...], int] = {}
        out[section] = []
        for line in dossier[section]:
            sort = tuple(line.get(key) for key in SORTS)
            seen[sort] = seen.get(sort, 0) + 1
            if seen[sort] <= many:
                out[section].append(line)
    short = {"spellings": 2, "labels": 2}
    out["actors"] = [
        {**a, **{key: a[key][: most if n < 6 else 1] for key, most in short.items()}}
        for n, a in enumerate(dossier["actors"])
    ]
    out["articles"] = [{**a, "blocks": _some(a["blocks"])} for a in dossier["articles"]]
    kept = {line["id"] for line in out["statements"]}
    out["coverage"] = [row for row in dossier["coverage"] if row["statement"] in kept]
    return out


def _some(blocks: list[Data]) -> list[Data]:
    """The first block and the first of each other kind."""
    first = {b["kind"]: b for b in reversed(blocks)}
    return [b for b in blocks if first[b["kind"]] is b]


def lengthened(dossier: Data, times: int) -> Data:
    """`dossier` with every report told by `times` outlets: each cite of a statement is cited in all of them."""
    more = [
        {**a, "id": f"{a['id']}-{n}", "outlet": f"Pier Post {n}", "blocks": a["blocks"][:1]}
        for n in range(1, times)
        for a in dossier["articles"]
    ]

    def told(report: Data) -> list[Data]:
        names = [report["cite"]["article"]] + [f"{report['cite']['article']}-{n}" for n in range(1, times)]
        return [{**report, "cite": {**report["cite"], "article": name}} for name in names]

    statements = [{**s, "reports": [r for one in s["reports"] for r in told(one)]} for s in dossier["statements"]]
    long = {**dossier, "articles": [*dossier["articles"], *more], "statements": statements[:3]}
    return long | {key: dossier[key][:1] for key in ("timeline", "wording", "utterances", "figures", "positions")}


STATES = [(width, scheme) for width in (1600, 1024, 390) for scheme in ("light", "dark")]


@pytest.mark.parametrize(("times", "states"), [(1, STATES), (3, STATES[1:5:2] + STATES[4:5])], ids=["example", "long"])
def test_no_violation_of_a_or_aa(show: Show, ferry: Data, times: int, states: list[tuple[int, str]]) -> None:
    """Every width and scheme, everything unfolded, a passage pinned; of the long page every width in one of them."""
    few = thinned(ferry, 1)
    page = show(few if times == 1 else lengthened(few, times), 1600, bypass_csp=True).page
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.locator("main a.cite").first.click()
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    for width, scheme in states:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("rules => axe.run(document, rules)", RULES)
        told = [(v["id"], v["nodes"][0]["html"][:200], v["nodes"][0]["failureSummary"]) for v in found["violations"]]
        assert told == [], f"{width} {scheme}"
        assert len(found["passes"]) >= 20


def test_headings_come_in_order_and_landmarks_are_named(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page).page
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("banner", "main", "complementary", "navigation", "search", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1, landmark


def test_on_paper_everything_is_there_and_no_pane_is_cut(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page).page
    folded = page.locator("details:not([open])")
    before = folded.count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("details.rest > summary bdi").first.is_visible()
    assert page.locator("nav").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    for source in page.locator(".source").all():
        assert source.is_visible()
    cut = """() => [...document.querySelectorAll('#texts, main, .scroll')]
        .filter(e => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'visible').length"""
    assert page.evaluate(cut) == 0
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert 6 <= paper.count(b"/Type /Page\n") <= 40


def test_text_from_right_to_left_keeps_its_direction(show: Show, ferry: Data) -> None:
    title = "\u05e1\u05e4\u05d9\u05e0\u05d4 \u05e2\u05dc\u05ea\u05d4 \u05e2\u05dc \u05e9\u05e8\u05d8\u05d5\u05df"
    first = {**ferry["articles"][0], "outlet": title}
    dossier = {**ferry, "story": {**ferry["story"], "title": title}, "articles": [first, *ferry["articles"][1:]]}
    page = show(dossier, 390).page
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.outlets bdi')).unicodeBidi") == "isolate"
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_nothing_moves_for_who_asked_for_calm(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page, 390, reduced_motion="reduce").page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("getComputedStyle(document.getElementById('texts')).transitionDuration") == "0s"


def test_a_pointer_hits_what_it_aims_at(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page, 390, has_touch=True).page
    page.wait_for_selector(".back", state="attached")  # made when the browser has time
    sides = """() => [...document.querySelectorAll('main .self, main .cite.more, #jump a, .back')]
        .map(e => [e.className || 'jump', e.getBoundingClientRect()]).filter(([_, r]) => r.width)
        .map(([name, r]) => [name, Math.min(r.width, r.height)])"""
    found = page.evaluate(sides)
    assert {name for name, _ in found} == {"self", "cite more", "jump", "back"}
    assert [pair for pair in found if pair[1] < 24] == []
