"""What a reader does with the page of the bundled example."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Data = dict[str, Any]
Show = Callable[..., Any]


def test_no_request_leaves_the_page_and_nothing_complains(show: Show, ferry_page: Path) -> None:
    opened = show(ferry_page)
    opened.page.wait_for_selector(".back")
    assert len(opened.requests) == 1
    assert opened.requests[0].startswith("file://")
    assert opened.complaints == []


@pytest.mark.parametrize("width", [390, 1024, 1600])
def test_nothing_is_wider_than_its_place(show: Show, ferry_page: Path, width: int) -> None:
    page = show(ferry_page, width).page
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = """() => [...document.querySelectorAll('.card, .group, .side, #glance li, .key dl > div, .outlets li')]
        .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 90))"""
    assert page.evaluate(wide) == []


def test_a_click_pins_the_exact_characters_and_lists_the_lines_that_use_them(
    show: Show, ferry_page: Path, ferry: Data
) -> None:
    page = show(ferry_page).page
    chip = page.locator("main a.cite").first
    n, start, end = (int(x) for x in chip.get_attribute("data-c").split())
    chip.click()
    marks = page.locator("mark.hit").all_text_contents()
    text = ferry["articles"][n - 1]["text"]
    assert "\n".join(marks).replace("\n", "") == text[start:end].replace("\n", "")
    title = page.locator("#uses-title").text_content()
    assert title.startswith(f"Source {n}, characters {start}–{end}: ")
    line = page.evaluate("document.querySelector('main a.cite').closest('.line').id")
    assert line in [link.get_attribute("href")[1:] for link in page.locator("#uses a").all()]


def test_every_chip_marks_what_its_cite_says(show: Show, ferry_page: Path, ferry: Data) -> None:
    page = show(ferry_page).page
    got = page.evaluate(
        """() => [...document.querySelectorAll('main a.cite')].map(c => [c.dataset.c, passages.words(c)])"""
    )
    assert len(got) > 100
    for code, words in got:
        n, start, end = (int(x) for x in code.split())
        assert words.split() == ferry["articles"][n - 1]["text"][start:end].split()


def test_hover_previews_and_focus_previews(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page).page
    tip = page.locator("#tip")
    page.locator("main a.cite").nth(1).hover()
    assert tip.is_visible()
    page.mouse.move(1, 1)
    assert tip.is_hidden()
    page.locator("#find").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.cite')"):
            break
    assert tip.is_visible()
    assert "characters" in tip.text_content()


def test_the_keyboard_goes_to_the_passage_and_back(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page).page
    page.locator("main a.cite").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "hit"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('main a.cite.pinned')")


def test_from_a_paragraph_back_to_its_lines(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page).page
    button = page.locator(".back").first
    button.click()
    many = int(button.text_content().split()[0])
    assert page.locator("#uses a").count() == many
    page.locator("#uses a").first.click()
    assert page.locator(".line.at").count() == 1


def test_a_deep_link_opens_what_hides_the_line(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page).page
    hidden = page.evaluate("document.querySelector('details.rest .line').id")
    assert not page.locator(f"#{hidden}").is_visible()
    page.goto(page.url.split("#")[0] + "#" + hidden)
    page.wait_for_selector(f"#{hidden}.at", state="visible")


def test_what_is_worth_a_look_is_read_like_any_line(show: Show, ferry_page: Path, ferry: Data) -> None:
    page = show(ferry_page).page
    cards = page.locator("#checks article")
    assert (cards.count(), page.locator("#checks article:visible").count()) == (len(ferry["checks"]), 8)
    assert page.locator("#glance a[href='#checks']").first.is_visible()
    card = page.locator("#k10")
    page.goto(page.url.split("#")[0] + "#k10")
    page.wait_for_selector("#k10.at", state="visible")
    sides = [(s["says"], s["says"][:6].strip()) for s in ferry["checks"][9]["sides"]]
    assert [" ".join(words.split()) for words in card.locator(".words").all_text_contents()] == [s for s, _ in sides]
    assert [mark.strip() for mark in card.locator("mark.differs").all_text_contents()] == [mark for _, mark in sides]
    assert len({side.bounding_box()["y"] for side in card.locator(".side").all()}) == 1  # side by side
    card.locator("a.cite").first.press("Enter")
    assert " ".join(page.locator("mark.hit").first.text_content().split()) == sides[0][0]
    page.keyboard.press("Escape")
    assert card.locator("a.cite").first.evaluate("e => e === document.activeElement")
    page.set_viewport_size({"width": 390, "height": 900})
    assert len({side.bounding_box()["x"] for side in card.locator(".side").all()}) == 1  # one above the other


def test_search_and_filters_hide_lines_and_say_how_many(show: Show, ferry_page: Path, ferry: Data) -> None:
    page = show(ferry_page).page
    outlet = page.locator("#by-outlet")
    outlet.select_option("2")
    shown = page.locator("main .line:not(.out)")
    assert shown.count() > 0
    numbers = page.evaluate("[...document.querySelectorAll('main .line:not(.out)')].map(l => l.dataset.o.split(' '))")
    assert all("2" in each for each in numbers)
    assert page.locator("#found").text_content().startswith(f"{shown.count()} of ")
    outlet.select_option("")
    page.locator("#find").fill("no such words anywhere")
    shown.first.wait_for(state="hidden")
    page.locator("#find").fill("")
    page.locator("#found").wait_for(state="hidden")
    speaker = next(u["speaker"] for u in ferry["utterances"] if u["speaker"])
    page.locator("#by-actor").select_option(speaker)
    assert shown.count() > 0


def test_a_filtered_stance_still_says_whose_it_is(show: Show, ferry_page: Path, ferry: Data) -> None:
    page = show(ferry_page).page
    last = ferry["positions"][-1]
    page.locator("#find").fill(last["object"])
    page.locator("#found").wait_for(state="visible")
    name = next(a["name"] for a in ferry["actors"] if a["id"] == last["actor"])
    groups = page.locator("table.stands tbody:visible")
    assert name in [group.locator("th").text_content() for group in groups.all()]
    assert groups.count() < page.locator("table.stands tbody").count()


def test_a_line_of_the_glance_leads_to_its_line_at_once(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page).page
    link = page.locator("#glance a[href^='#u']").first
    name = link.get_attribute("href")[1:]
    link.click()
    page.wait_for_selector(f"#{name}.at")
    top = page.evaluate("document.querySelector('.line.at').getBoundingClientRect().top")
    assert 40 <= top <= 900


def test_copying_a_citation(show: Show, ferry_page: Path, ferry: Data) -> None:
    page = show(ferry_page, permissions=["clipboard-read", "clipboard-write"]).page
    page.locator("main a.cite").first.click()
    page.locator("#copy").click()
    assert page.locator("#copy").text_content() == "Copied"
    citation = page.evaluate("passages.citation()")
    n, start, end = (int(x) for x in page.locator(".pinned").get_attribute("data-c").split())
    article = ferry["articles"][n - 1]
    assert citation.startswith("“" + " ".join(article["text"][start:end].split()) + "” (")
    assert f"characters {start}–{end}, SHA-256 {article['sha256']}" in citation


def test_on_a_phone_the_text_comes_up_as_a_sheet_and_goes(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page, 390, has_touch=True).page
    assert page.locator("#texts").is_hidden()
    page.locator("main a.cite").first.tap()
    page.wait_for_selector("mark.hit", state="visible")
    assert page.locator("#tip").is_hidden()
    page.locator("#close").tap()
    page.locator("#texts").wait_for(state="hidden")


def test_it_reads_without_javascript(show: Show, ferry_page: Path) -> None:
    page = show(ferry_page, java_script_enabled=False).page
    assert page.locator("#source-1").is_visible()
    assert page.locator("form.tools").is_hidden()
    page.locator("main a.cite").first.click()
    assert "#s" in page.url
