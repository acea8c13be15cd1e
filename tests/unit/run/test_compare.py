from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.errors import NothingRead, Unreadable
from rashomon.records.article import Article, Page
from rashomon.records.marks import Marks
from rashomon.run import compare as module
from rashomon.run.compare import compare_pages, compare_paths, in_order
from rashomon.settings import Settings

ONE = Page("one.txt", "The ferry ran aground off Merrow on Tuesday. Nobody was hurt, the coastguard said.\n")
TWO = Page("two.txt", "A ferry hit a sandbank near Merrow on Tuesday. No one was hurt, the coastguard said.\n")


def article(name: str, path: str) -> Article:
    return Article(name, path, path, ())


def test_ids_are_unique_and_do_not_depend_on_the_order() -> None:
    given = [article("x", "b"), article("x", "a"), article("x-2", "c"), article("x", "d")]
    names = [(a.path, a.id) for a in in_order(given)]
    assert names == [("a", "x"), ("b", "x-3"), ("c", "x-2"), ("d", "x-4")]
    assert names == [(a.path, a.id) for a in in_order(reversed(given))]


def test_two_identical_reports_are_both_kept() -> None:
    record = compare_pages([ONE, replace(ONE, path="copy.txt")])
    first, second = record.findings.articles
    assert first.text == second.text
    assert second.id == f"{first.id}-2"
    assert record.story.origins == 1


def test_a_defect_in_one_report_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    annotate = module.annotate

    def fails_on_two(article: Article, settings: Settings) -> Marks:
        if article.path == "two.txt":
            raise IndexError("list index out of range")
        return annotate(article, settings)

    monkeypatch.setattr(module, "annotate", fails_on_two)
    record = compare_pages([ONE, TWO])
    assert [a.path for a in record.findings.articles] == ["one.txt"]
    (unread,) = record.unread
    assert unread.path == "two.txt"
    assert "IndexError" in unread.reason
    with pytest.raises(Unreadable, match=r"two\.txt"):
        compare_pages([ONE, TWO], Settings(strict=True))
    with pytest.raises(NothingRead):
        compare_pages([TWO])


def test_no_file_is_nothing_read() -> None:
    with pytest.raises(NothingRead, match="no file was given"):
        compare_paths([])


def test_progress_names_every_report() -> None:
    lines: list[str] = []
    compare_pages([ONE, TWO], progress=lines.append)
    assert lines == ["reading one.txt", "reading two.txt", "comparing"]
