from __future__ import annotations

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Findings
from rashomon.steps.compose.head import head_of


def article(name: str, title: str | None, published: str | None, **more: object) -> Article:
    text = f"Report {name} of the storm over the eastern isles."
    return Article(name, f"{name}.txt", text, (Block(0, len(text), "body"),), title=title, published=published, **more)  # type: ignore[arg-type]


def test_most_central_title_and_most_frequent_day() -> None:
    found = Findings(
        (
            article("a", "Storm batters the eastern isles", "2025-10-15"),
            article("b", "Roofs gone", "2025-10-14T08:00"),
            article("c", "Eastern isles: storm takes roofs", "2025-10-14"),
            article("d", None, None),
        )
    )
    head = head_of(found)
    assert (head.title, head.date) == ("Eastern isles: storm takes roofs", "2025-10-14")
    assert (head.reports, head.origins) == (4, 4)


def test_a_stray_gives_no_title() -> None:
    found = Findings((article("a", "Storm over the isles", None), article("b", "Chess", None, stray=True)))
    assert head_of(found).title == "Storm over the isles"
    assert head_of(found).date is None


def test_first_words_stand_in_for_a_title() -> None:
    assert head_of(Findings((article("a", None, None),))).title == "Report a of the storm over the eastern isles."


def test_of_equal_days_the_earliest() -> None:
    found = Findings((article("a", None, "2025-10-15"), article("b", None, "2025-10-14")))
    assert head_of(found).date == "2025-10-14"


def test_of_equally_central_titles_the_shorter_then_the_first() -> None:
    found = Findings((article("a", "Storm over isles tonight", None), article("b", "Chess match lost", None)))
    assert head_of(found).title == "Chess match lost"


def test_languages_are_sorted_and_once() -> None:
    reports = (
        article("a", None, None, language="en"),
        article("b", None, None, language="de"),
        article("c", None, None, language="en"),
    )
    assert head_of(Findings(reports)).languages == ("de", "en")


def test_nothing_but_strays_still_has_a_head() -> None:
    head = head_of(Findings((article("a", "Storm over the isles", "2025-10-14", stray=True),)))
    assert (head.title, head.date, head.reports) == ("Storm over the isles", "2025-10-14", 1)


def test_nothing_is_untitled() -> None:
    head = head_of(Findings(()))
    assert (head.title, head.reports, head.origins) == ("untitled", 0, 0)
