"""A check of the desk finds what is wrong with it, and says nothing of a whole one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.article import Article
from rashomon.store import Store

AT = "2026-11-22T09:00:00Z"


@pytest.fixture
def filled(store: Store, report: Callable[..., Article]) -> Store:
    for n, text in enumerate(("A\none ferry", "A\ntwo ferries", "B\nthree boats")):
        row, _ = store.put_article(report(text, url=f"https://post.example/{text[0]}"), added=AT)
        store.assign(row.id, f"s{n}", "", AT)
    store.merge_story("s1", "s0", "", AT)
    assert store.check(deep=True) == ()
    assert store.check(deep=True) == ()
    return store


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("DELETE FROM bodies WHERE n = 2", "article {1} has no text"),
        (
            "UPDATE articles SET revised_by = NULL WHERE n = 1",
            "article {1} and a version of its URL do not know each other",
        ),
        ("UPDATE stories SET reports = 5 WHERE id = 's2'", "story s2 has another number of reports than its row says"),
        ("UPDATE members SET story = 2 WHERE article = 1", "story s1 became part of another one and still has reports"),
        (
            "INSERT INTO words (rowid, title, body, rest) VALUES (9, 'x', '', '')",
            "holds an article number 9 that is none",
        ),
        ("DELETE FROM words_docsize WHERE id = 3", "article number 3 cannot be searched for"),
        ("UPDATE members SET story = 77 WHERE article = 3", "members: a row points at nothing in stories"),
    ],
)
def test_what_is_wrong_is_named(filled: Store, harm: str, says: str) -> None:
    ids = [row.id for row in filled.article_rows().items][::-1]
    filled._do("PRAGMA foreign_keys = OFF")
    filled._do(harm)
    assert says.format(*ids) in "\n".join(filled.check())


def test_a_deep_check_reads_every_text_and_every_word(filled: Store) -> None:
    ids = [row.id for row in filled.article_rows().items][::-1]
    filled._do("UPDATE bodies SET text = (SELECT text FROM bodies WHERE n = 3) WHERE n = 1")
    assert filled.check() == ()
    wrong = filled.check(deep=True)
    assert wrong[0] == f"article {ids[0]} no longer has the text it came with"
    assert "the index of words is wrong about 'one'" in wrong


def test_a_word_too_many_in_the_index(filled: Store) -> None:
    filled._do("INSERT INTO words (words, rowid, title, body, rest) VALUES ('delete', 3, 'B', 'B three boats', '')")
    filled._do("INSERT INTO words (rowid, title, body, rest) VALUES (3, 'B', 'B three boots', '')")
    assert filled.check() == ()
    assert filled.check(deep=True) == (
        "the index of words is wrong about 'boats'",
        "the index of words is wrong about 'boots'",
    )
