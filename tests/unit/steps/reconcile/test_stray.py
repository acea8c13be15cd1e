from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.steps.reconcile.stray import mark_strays

FERRY = (
    "The ferry Alma ran aground off Port Ellery with forty passengers aboard, the harbour master Ida Lund said. "
    "Rescue boats from Port Ellery brought the passengers of the ferry ashore, and nobody aboard the Alma was injured. "
    "The owner, Lund Shipping, said that the ferry Alma lost power before it drifted on the rocks near the harbour."
)
AGAIN = (
    "Forty passengers were rescued when the ferry Alma drifted on rocks near Port Ellery. The ferry of Lund Shipping "
    "had lost power, said Ida Lund, the harbour master; boats brought all passengers from the ferry ashore and nobody "
    "was injured aboard, while the owner promised that the Alma would be towed into the harbour."
)
THIRD = (
    "Power failed on the ferry Alma before it hit rocks off Port Ellery, owner Lund Shipping said. Rescue boats took "
    "forty passengers ashore. According to the harbour master, Ida Lund, nobody aboard was injured and the ferry "
    "would be towed from the rocks to the harbour of Port Ellery as soon as the weather allowed."
)
OTHER = (
    "The central bank of Norland raised its key interest rate by half a point, citing stubborn inflation in services. "
    "Governor Pia Holm told lawmakers in Sandvik that wages had grown faster than forecast, while economists at Holm "
    "Capital expected another increase before winter. Shares in Sandvik fell after the announcement of the Governor."
)


def article(name: str, text: str, language: str = "en") -> Article:
    return Article(name, f"{name}.txt", text, (Block(0, len(text), "body"),), language=language)


def strays(*articles: Article) -> list[str]:
    return [a.id for a in mark_strays(Story(articles, ())).articles if a.stray]


def test_a_report_of_something_else_is_a_stray() -> None:
    assert strays(article("a", FERRY), article("b", AGAIN), article("c", OTHER), article("d", THIRD)) == ["c"]


def test_reports_of_one_event_are_not() -> None:
    assert strays(article("a", FERRY), article("b", AGAIN), article("c", THIRD)) == []


def test_of_two_reports_none_unless_nothing_is_shared() -> None:
    assert strays(article("a", FERRY), article("b", AGAIN)) == []
    assert strays(article("a", FERRY), article("b", OTHER)) == ["b"]


def test_very_short_reports_are_not_judged() -> None:
    assert (
        strays(article("a", FERRY), article("b", AGAIN), article("c", "Rates rise in Norland."), article("d", THIRD))
        == []
    )


def test_another_language_is_not_judged() -> None:
    assert strays(article("a", FERRY), article("b", AGAIN), article("c", OTHER, "de"), article("d", THIRD)) == []


def test_when_half_would_be_strays_there_is_no_story() -> None:
    assert strays(article("a", FERRY), article("b", AGAIN), article("c", OTHER), article("d", OTHER)) == []


def test_one_report_and_none() -> None:
    assert strays(article("a", FERRY)) == []
    assert strays() == []
    assert strays(article("a", "")) == []


def test_the_story_is_otherwise_unchanged() -> None:
    story = Story((article("a", FERRY), article("b", AGAIN)), ())
    assert mark_strays(story) is story


def test_of_one_report_nothing_strays() -> None:
    only = Story((article("a", FERRY),), ())
    assert mark_strays(only) == only


def test_marks_are_kept_as_they_are() -> None:
    told = Story((article("a", FERRY), article("b", AGAIN), article("c", OTHER), article("d", THIRD)), ())
    found = mark_strays(told)
    assert [a.id for a in found.articles] == ["a", "b", "c", "d"]
    assert [a.stray for a in found.articles] == [False, False, True, False]
    assert found.marks == told.marks


def test_half_of_a_story_strays_from_nothing() -> None:
    told = Story((article("a", FERRY), article("b", OTHER)), ())
    assert sum(a.stray for a in mark_strays(told).articles) <= 1


def test_a_short_report_is_not_judged() -> None:
    told = Story((article("a", FERRY), article("b", AGAIN), article("c", THIRD), article("d", "Rates rise.")), ())
    assert not any(a.stray for a in mark_strays(told).articles)


def test_a_report_in_another_language_is_not_judged() -> None:
    told = Story(
        (article("a", FERRY), article("b", AGAIN), article("c", THIRD), article("d", OTHER, language="de")), ()
    )
    assert not any(a.stray for a in mark_strays(told).articles)
