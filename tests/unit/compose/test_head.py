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
