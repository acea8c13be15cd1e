"""A served desk in a browser: every page read by a checker of accessibility, by keyboard, narrow and wide."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="needs the extra rashomon[serve]")
pytest.importorskip("mcp", reason="needs the extra rashomon[serve]")
pytest.importorskip("uvicorn", reason="needs the extra rashomon[serve]")

import uvicorn

from rashomon.desk import Desk
from rashomon.serve import app

NOON, ONE = "2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
POST = (
    "Crane topples in Norhavn harbour\n"
    "A crane toppled onto the quay in Norhavn harbour on Tuesday, and 12 people were injured.\n"
    "“We must find out why the crane fell,” Harbour Minister Anna Vega said.\n"
    "<img src=x onerror=\"document.title='taken'\"> stood on the page, and a_very_long_word_"
    + "without_end_" * 20
    + "\n"
)
TIMES = (
    "Fourteen injured as harbour crane falls\n"
    "The crane fell onto the quay in Norhavn harbour on Tuesday. In the accident, 14 people were injured.\n"
    "“We should find out why the crane fell,” Minister Anna Vega told reporters in Norhavn."
    " Vega left the quay at noon.\n"
)


class Served:
    """A running server, with the addresses of one page of every kind."""

    def __init__(self, folder: Path) -> None:
        with Desk.init(folder, now=lambda: NOON) as desk:
            desk.add([self.report("post", POST), self.report("times", TIMES)])
            self.story = desk.stories().items[0].id
            desk.dossier(self.story)
            desk.save_search("cranes", "crane")
        with Desk.open(folder, now=lambda: ONE) as desk:
            added = desk.add([self.report("times", TIMES.replace("14 people", "16 people"))])
            desk.same_actor("Anna Vega", "Minister Vega", note="one person", by="editor")
        self.root_folder, self.article = folder, added.revised[0][0]
        listening = socket.create_server(("127.0.0.1", 0))
        self.root = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(app(folder, now=lambda: ONE), log_level="error", lifespan="on")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening]}, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)
        self.pages = {
            "stories": "/stories",
            "search": "/search?q=crane",
            "wrong search": "/search?q=%22",
            "changes": "/changes",
            "decisions": "/decisions",
            "sources": "/sources",
            "report": f"/articles/{self.article}?at=0-20",
            "story": f"/stories/{self.story}",
            "problem": "/nothing",
        }

    @staticmethod
    def report(name: str, text: str) -> dict[str, Any]:
        outlet, url = f"The {name.title()}", f"https://{name}.example/1"
        return {"id": name, "text": text, "outlet": outlet, "url": url, "published": "2026-11-17"}

    def undo(self) -> None:
        """Take back what a test decided."""
        with Desk.open(self.root_folder, now=lambda: ONE) as desk:
            for decision in desk.decisions()[1:]:
                desk.revoke(decision.id)

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    found = Served(tmp_path_factory.mktemp("served") / "desk")
    yield found
    found.close()


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Any]:
    """One tab for all tests; `requests` and `complaints` of it are kept."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.requests, page.complaints = [], []
    page.on("request", lambda r: page.requests.append(r.url))
    page.on("console", lambda m: page.complaints.append(m.text))
    page.on("pageerror", lambda e: page.complaints.append(str(e)))
    yield page
    context.close()


def test_no_violation_of_a_or_aa(served: Served, browser: Any) -> None:
    """Every page, in light and wide and in dark and narrow; nothing wider than the window."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    for width, scheme in ((1440, "light"), (390, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        for name, path in served.pages.items():
            page.goto(served.root + path)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (name, width)
            page.evaluate(axe)
            if name == "story":  # the dossier itself is checked elsewhere
                page.evaluate(
                    "document.querySelectorAll('main > section:not(#log, #history, #differ)').forEach(s => s.remove())"
                )
            found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], (name, width)
        context.close()


@pytest.mark.parametrize("width", [390, 768, 1024, 1600])
def test_no_page_is_wider_than_the_window(served: Served, tab: Any, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    for name, path in served.pages.items():
        tab.goto(served.root + path)
        assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name


def test_nothing_is_asked_elsewhere_and_nothing_complains(served: Served, tab: Any) -> None:
    tab.requests.clear(), tab.complaints.clear()
    for name, path in served.pages.items():
        if name != "problem":
            tab.goto(served.root + path)
            assert "taken" not in tab.title()
    assert all(url.startswith(served.root) for url in tab.requests)
    assert tab.complaints == []


def test_by_keyboard_from_the_list_to_a_story_and_back(served: Served, tab: Any) -> None:
    tab.goto(served.root + "/stories")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/stories/{served.story}")
    tab.locator(".back-to a").first.press("Enter")
    tab.wait_for_url("**/stories?day=2026-11-17")


def test_a_hit_leads_to_the_words_in_the_report(served: Served, tab: Any) -> None:
    tab.goto(served.root + "/search")
    tab.get_by_label("Words").fill("minister anna")
    tab.keyboard.press("Enter")
    tab.locator(".hits a").first.click()
    marked = tab.locator("mark#at")
    assert "Anna" in marked.text_content() + "".join(tab.locator("mark.hit").all_text_contents())
    assert marked.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    )


def test_a_search_is_kept_and_forgotten(served: Served, tab: Any) -> None:
    tab.goto(served.root + "/search?q=minister")
    tab.get_by_label("Keep this search as").fill("ministers & more")
    with tab.expect_navigation():
        tab.get_by_role("button", name="Save search").click()
    row = tab.locator("li", has_text="ministers & more")
    assert row.locator("code").text_content() == "minister"
    with tab.expect_navigation():
        row.get_by_role("button").click()
    assert tab.locator("li", has_text="ministers & more").count() == 0


def test_a_contradiction_is_decided_where_it_stands_and_taken_back(served: Served, tab: Any) -> None:
    tab.goto(f"{served.root}/stories/{served.story}")
    cards = tab.locator("#differ article")
    before = cards.count()
    card = cards.filter(has_text="people injured")
    card.get_by_role("button", name="no contradiction").press("Enter")
    note = card.get_by_label("Why")
    assert note.evaluate("e => e === document.activeElement")
    note.press("Escape")
    assert card.get_by_role("button", name="no contradiction").evaluate("e => e === document.activeElement")
    card.get_by_role("button", name="no contradiction").click()
    note.fill("it rose")
    note.press("Enter")
    tab.locator("#history", has_text="“it rose”").wait_for()
    assert tab.locator("#differ article").count() == before - 1
    tab.goto(served.root + "/decisions")
    row = tab.locator("li", has_text="it rose")
    with tab.expect_navigation():
        row.get_by_role("button").click()
    assert "taken back" in tab.locator("li", has_text="it rose").text_content()


def decided(tab: Any, form: Any) -> list[str]:
    """Send a form of the page of a story; the decisions that the page then tells, newest last."""
    form.get_by_label("Why").fill("because")
    form.get_by_label("Your name").fill("night desk")
    with tab.expect_navigation():
        form.get_by_role("button", name="Decide").click()
    tab.locator("#history h3", has_text="Decisions").wait_for()
    return [text for text in tab.locator("#history ul .line").all_text_contents() if "night desk" in text]


def test_who_said_a_quotation_is_decided_where_it_stands(served: Served, tab: Any) -> None:
    tab.goto(f"{served.root}/stories/{served.story}")
    card = tab.locator("#said article.said").first
    assert "Anna Vega" in card.locator("h3").text_content()
    card.get_by_role("button", name="Decide who said").click()
    form = card.locator("form.deciding")
    assert form.get_by_label("In which version").locator("option").first.text_content() == "all 2 versions"
    form.get_by_label("Who said it").fill("Nobody Ofthatname")
    form.get_by_role("button", name="Decide").click()
    tab.get_by_text("no report of this story names 'Nobody Ofthatname'").wait_for()
    form.get_by_label("Who said it").fill("")
    try:
        found = decided(tab, form)
        assert len(found) == 2  # one for each version
        assert all("was said by nobody known" in text and "“because”" in text for text in found)
        assert "Anna Vega" not in " ".join(tab.locator("#said h3").all_text_contents())
    finally:
        served.undo()


def test_names_are_decided_on_the_page_of_a_story(served: Served, tab: Any) -> None:
    tab.goto(f"{served.root}/stories/{served.story}")
    tab.get_by_text("Names that are one, or two").click()
    form = tab.locator("form[data-decide=actors]")
    form.get_by_label("The name", exact=True).fill("Norhavn")
    form.get_by_label("and the name").fill("Minister Vega")
    form.locator("select[name=kind]").select_option("not-same-actor")
    try:
        (found,) = decided(tab, form)
        assert f"“Norhavn” and “Minister Vega” are two in story {served.story}" in found
        tab.get_by_text("Names that are one, or two").click()
        assert tab.locator("form[data-decide=actors]").get_by_label("Your name").input_value() == "night desk"
    finally:
        served.undo()


def test_a_spelling_is_parted_where_it_stands(served: Served, tab: Any) -> None:
    tab.goto(f"{served.root}/stories/{served.story}")
    line = tab.locator("#wording li[id^=actor-]", has_text="Anna Vega")
    tab.get_by_text("Names in several spellings").click()
    line.get_by_role("button", name="Decide that a spelling is not").click()
    form = line.locator("form.deciding")
    spelling = form.get_by_label("Which is not").locator("option").first.get_attribute("value")
    try:
        (found,) = decided(tab, form)
        assert f"“Anna Vega” and “{spelling}” are two" in found
    finally:
        served.undo()


def test_a_story_is_parted_and_joined_again(served: Served, tab: Any) -> None:
    tab.goto(f"{served.root}/stories/{served.story}")
    tab.get_by_text("Reports that do not belong here").click()
    form = tab.locator("form[data-decide=split]")
    form.get_by_role("button", name="Decide").click()
    assert "Tick the reports" in form.locator("output").text_content()
    form.get_by_label("The Times").check()
    try:
        (found,) = decided(tab, form)
        assert f"story {served.story} without {served.article}" in found
        tab.get_by_text("Another story that is this one").click()
        form = tab.locator("form[data-decide=merge]")
        (other,) = tab.locator("#others option").evaluate_all("all => all.map(o => o.value)")
        form.get_by_label("The other story").fill(f"{served.root}/stories/{other}#agreed")
        found = decided(tab, form)
        assert f"stories {served.story} and {other} are one" in found[-1]
        assert "2 reports" in tab.locator("header .facts").text_content()
    finally:
        served.undo()


def test_without_scripts_everything_can_be_read(served: Served, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.root + "/stories")
    page.locator(".stories a").first.click()
    assert page.locator("#agreed").is_visible()
    page.goto(served.root + "/search?q=crane")
    assert page.locator(".hits li").count() == 3
    assert not page.get_by_role("button", name="Save search").is_visible()
    assert not page.get_by_role("button", name="Forget cranes").is_visible()
    page.goto(f"{served.root}/stories/{served.story}")
    assert not page.locator(".decide").is_visible()
    context.close()
