"""The whole dossier: no cite that does not hold gets out, copies are no origins, its reports tell its head."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.errors import BadDossier
from rashomon.records.article import Article, Block
from rashomon.records.dossier import Findings, Unread
from rashomon.records.findings import Actor, Form, Origin, Passage
from rashomon.records.span import Cite
from rashomon.steps.compose import compose
from rashomon.steps.compose.head import head_of

TEXT = "The lock of Merrow was shut on Tuesday, and forty ships wait outside it."


def article(name: str, **more: Any) -> Article:
    return Article(name, f"{name}.txt", TEXT, (Block(0, len(TEXT), "body"),), **more)


def copied(*sizes: tuple[str, str, int], shared: float = 1.0, kind: Any = "copies") -> tuple[Origin, ...]:
    """One origin for each (article, article, characters)."""
    return tuple(
        Origin(f"o{n}", kind, None, (Passage((Cite(a, 0, size), Cite(b, 0, size)), shared),))
        for n, (a, b, size) in enumerate(sizes)
    )


def origins(articles: tuple[Article, ...], found: tuple[Origin, ...]) -> int:
    return head_of(Findings(articles, origins=found)).origins


def test_a_cite_that_does_not_hold_never_gets_out() -> None:
    wrong = Actor("vega", "Vega", "person", (Form("Vega", (Cite("a", 4, 8),)),))
    with pytest.raises(BadDossier, match=r"^the dossier does not hold: vega: 'Vega' is 'lock' in the text$"):
        compose(Findings((article("a"),), (wrong,)))


def test_at_most_five_faults_are_told() -> None:
    wrong = Actor("vega", "Vega", "person", tuple(Form("Vega", (Cite("a", n, n + 4),)) for n in range(9)))
    with pytest.raises(BadDossier) as caught:
        compose(Findings((article("a"),), (wrong,)))
    assert str(caught.value).count("'Vega' is ") == 5


def test_what_was_not_read_is_in_order_of_path() -> None:
    unread = (Unread("c", "3"), Unread("a", "1"), Unread("b", "2"))
    assert [u.path for u in compose(Findings((article("a"),)), unread).unread] == ["a", "b", "c"]


def test_findings_are_passed_on_as_they_are() -> None:
    findings = Findings((article("a"),))
    assert compose(findings).findings is findings


@pytest.mark.parametrize(
    ("size", "count"), [(len(TEXT), 1), (len(TEXT) // 2, 1), (len(TEXT) // 2 - 1, 2)], ids=["all", "half", "less"]
)
def test_a_report_that_is_half_a_copy_is_no_origin(size: int, count: int) -> None:
    assert origins((article("a"), article("b")), copied(("a", "b", size))) == count


def test_a_passage_that_is_half_alike_counts_half() -> None:
    both = (article("a"), article("b"))
    assert origins(both, copied(("a", "b", len(TEXT)), shared=0.5)) == 1
    assert origins(both, copied(("a", "b", len(TEXT)), shared=0.4)) == 2


def test_several_passages_add_up() -> None:
    third = len(TEXT) // 3
    both = (article("a"), article("b"))
    assert origins(both, copied(("a", "b", third))) == 2
    assert origins(both, copied(("a", "b", third), ("a", "b", third))) == 1


def test_a_source_in_common_makes_no_copy() -> None:
    both = (article("a"), article("b"))
    assert origins(both, copied(("a", "b", len(TEXT)), kind="shares-source")) == 2


def test_copies_of_copies_are_one_origin() -> None:
    four = tuple(article(name) for name in "abcd")
    size = len(TEXT)
    assert origins(four, copied(("a", "b", size), ("c", "d", size))) == 2
    assert origins(four, copied(("a", "b", size), ("c", "d", size), ("b", "d", size))) == 1


def test_a_stray_report_is_a_report_but_no_origin() -> None:
    head = head_of(Findings((article("a"), article("b", stray=True))))
    assert (head.reports, head.origins) == (2, 1)
    head = head_of(Findings((article("a", stray=True), article("b", stray=True))))
    assert (head.reports, head.origins) == (2, 2)


def test_a_copy_of_a_stray_report_is_still_an_origin() -> None:
    assert origins((article("a"), article("b", stray=True)), copied(("a", "b", len(TEXT)))) == 1


def test_of_two_days_the_one_most_reports_have_then_the_earlier() -> None:
    def day(*days: str | None) -> str | None:
        return head_of(Findings(tuple(article(f"r{n}", published=d) for n, d in enumerate(days)))).date

    assert day("2031-05-07", "2031-05-06T09:00", "2031-05-07T01:00") == "2031-05-07"
    assert day("2031-05-07", "2031-05-06") == "2031-05-06"
    assert day("2031-05", None) is None


def test_of_two_titles_the_shorter_then_the_first_in_the_alphabet() -> None:
    def title(*titles: str) -> str:
        return head_of(Findings(tuple(article(f"r{n}", title=t) for n, t in enumerate(titles)))).title

    assert title("Merrow closes its only lock", "Lock closed") == "Lock closed"
    assert title("Lock closed", "Gate opened") == "Gate opened"
    assert title("Lock of Merrow closed", "Chess", "Merrow: lock closed today") == "Lock of Merrow closed"


def test_languages_are_named_once_and_in_order() -> None:
    reports = tuple(article(f"r{n}", language=code) for n, code in enumerate(("en", "da", None, "en")))
    assert head_of(Findings(reports)).languages == ("da", "en")


def test_a_story_without_a_word_is_untitled() -> None:
    assert head_of(Findings((Article("a", "a.txt", "", ()),))).title == "untitled"


def test_the_first_words_of_a_long_report_are_twelve() -> None:
    assert head_of(Findings((article("a"),))).title == "The lock of Merrow was shut on Tuesday, and forty ships wait"
