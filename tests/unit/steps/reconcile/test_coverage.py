from __future__ import annotations

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import Disagreement, Report, Side, Statement
from rashomon.records.marks import Marks
from rashomon.records.span import Cite
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.coverage import find_coverage

TEXT = "The bridge of Alba fell into the river on Monday. " * 6


def article(key: str, text: str = TEXT, **more: bool) -> Article:
    return Article(key, f"{key}.txt", text, (Block(0, len(text), "body"),), **more)  # type: ignore[arg-type]


def story(*articles: Article) -> Story:
    return Story(articles, tuple(Marks(split_words(a)) for a in articles))


def statement(*reports: Report) -> Statement:
    return Statement("s1", "The bridge fell", reports, "agreed")


def report(key: str, polarity: str = "affirmed") -> Report:
    return Report(Cite(key, 0, 49), None, polarity)  # type: ignore[arg-type]


def test_who_has_it_and_who_does_not() -> None:
    (row,) = find_coverage(story(article("a"), article("b")), (statement(report("a")),), ())
    assert (row.statement, row.cells) == ("s1", {"a": "present", "b": "absent"})


def test_absence_is_proved_by_whole_reports_only() -> None:
    reports = (
        article("a"),
        article("cut", captured=False),
        article("stray", stray=True),
        article("short", "Too short to tell."),
    )
    (row,) = find_coverage(story(*reports), (statement(report("a")),), ())
    assert row.cells == {"a": "present", "cut": "not-captured", "stray": "not-captured", "short": "not-captured"}


def test_a_cut_report_still_has_what_it_has() -> None:
    (row,) = find_coverage(story(article("a", captured=False)), (statement(report("a")),), ())
    assert row.cells == {"a": "present"}


def test_who_denies_it_differs() -> None:
    told = statement(report("a"), report("b"), report("c", "denied"))
    (row,) = find_coverage(story(article("a"), article("b"), article("c")), (told,), ())
    assert row.cells == {"a": "present", "b": "present", "c": "differs"}


def test_who_stands_on_another_side_differs() -> None:
    sides = (Side("fell", None, (Cite("a", 4, 10),)), Side("stands", None, (Cite("b", 4, 10),)))
    dispute = Disagreement("d1", "stance", "Whether it fell.", sides)
    (row,) = find_coverage(story(article("a"), article("b")), (statement(report("a"), report("b")),), (dispute,))
    assert row.cells == {"a": "present", "b": "differs"}


def test_a_dispute_about_another_passage_changes_nothing() -> None:
    sides = (Side("fell", None, (Cite("a", 100, 110),)), Side("stands", None, (Cite("b", 100, 110),)))
    dispute = Disagreement("d1", "stance", "Whether it fell.", sides)
    (row,) = find_coverage(story(article("a"), article("b")), (statement(report("a"), report("b")),), (dispute,))
    assert row.cells == {"a": "present", "b": "present"}


def test_a_report_with_the_claim_and_its_denial_has_the_statement() -> None:
    reports = (report("a"), Report(Cite("a", 50, 99), "alba", "denied"), report("b"))
    (row,) = find_coverage(story(article("a"), article("b")), (statement(*reports),), ())
    assert row.cells == {"a": "present", "b": "present"}


def test_the_order_of_claim_and_denial_does_not_matter() -> None:
    reports = (Report(Cite("a", 0, 49), "alba", "denied"), Report(Cite("a", 50, 99)), report("b"))
    (row,) = find_coverage(story(article("a"), article("b")), (statement(*reports),), ())
    assert row.cells["a"] == "present"


def test_a_report_with_the_denial_alone_differs() -> None:
    reports = (report("a"), report("b"), report("c", "denied"))
    (row,) = find_coverage(story(article("a"), article("b"), article("c")), (statement(*reports),), ())
    assert row.cells == {"a": "present", "b": "present", "c": "differs"}
