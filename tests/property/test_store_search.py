"""Whatever is typed into a search or handed over as a cursor: an answer or UsageError, never an error of SQLite."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.errors import UsageError
from rashomon.records.article import Article, Block
from rashomon.records.desk import Filter
from rashomon.store import Store
from rashomon.store.passage import folded, passage
from rashomon.store.query import parse

AT = "2026-11-22T09:00:00Z"
WORDS = "ferry aground Marlow Élan Kyiv storm title quay AND OR NOT NEAR".split()
PIECES = st.sampled_from(
    [*WORDS, "(", ")", '"', "*", "+", "-", "^", ":", ",", "{", "}", "'", ";", "--", "\0", "\\", "title:", "body :"]
)
TYPED = st.one_of(
    st.text(max_size=30),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
)


def filled() -> Store:
    store = Store()
    texts = (
        "Ferry aground\nThe Élan ran aground near Marlow.",
        "Storm\nNo ferry today, title: none.",
        "Quay\nمرحبا Київ 東京 हिन्दी",
    )
    for text in texts:
        at = text.index("\n")
        blocks = (Block(0, at, "title"), Block(at + 1, len(text), "body"))
        store.put_article(Article("", "p", text, blocks, title=text[:at]), added=AT)
    return store


STORE = filled()
ERRORS_OF_FTS = [
    '"', "'", "*", "^", "a*b", "a NEAR b", "NEAR(a b, x)", "NEAR(a", "a NEAR/3 b", "a AND", "AND a", "a OR OR b", "NOT",
    "a NOT", "(", ")", "()",
    "((a)", "{a b} : c", "- a : b", "a : ", "title:", ":a", "a + ", "+ a", "^^a", "a; DROP TABLE x",
    "a\0b", "\0", '"a" "', 'title : "', "a" * 999, "--", "/*", "%", "_", "a,b", "\\", "?", "?1", "@x", "$x", "#",
]  # fmt: skip


@given(TYPED, st.booleans())
@example("\U0001ecb0 AND a", False)
def test_any_query_is_answered_or_refused(typed: str, everywhere: bool) -> None:
    try:
        hits = STORE.search(typed, everywhere=everywhere).items
    except UsageError as problem:
        assert str(problem)
        return
    for hit in hits:
        found = STORE.article(hit.article)
        assert found is not None
        text = found[1].text
        assert hit.excerpt == text[hit.start : hit.end]
        assert all(hit.start <= a < b <= hit.end for a, b in hit.found)


def test_every_mistake_of_the_index_language() -> None:
    for typed in ERRORS_OF_FTS:
        try:
            STORE.search(typed)
        except UsageError as problem:
            assert str(problem)


@given(st.text(max_size=40))
def test_any_cursor_is_answered_or_refused(word: str) -> None:
    for ask in (
        lambda: STORE.search("ferry", cursor=word),
        lambda: STORE.stories(cursor=word),
        lambda: STORE.article_rows(cursor=word),
        lambda: STORE.article_ids(word),
        lambda: STORE.changes(cursor=word),
    ):
        try:
            ask()
        except UsageError:
            continue
        raise AssertionError(word)


@given(st.text(max_size=10), st.text(max_size=10), st.integers())
def test_any_filter_is_answered_or_refused(a: str, b: str, n: int) -> None:
    for only in (Filter(a, b), Filter(outlet=a, language=b), Filter(reports=n, outlet=b)):
        try:
            STORE.search("ferry", only)
            STORE.stories(only)
            STORE.article_rows(only)
        except UsageError:
            continue


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_moves_no_character(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.lists(st.sampled_from(["ferry", "Élan", "q\u0302uay", "x", "\n", ".", "İ", "aground"]), max_size=60))
def test_a_passage_is_a_stretch_of_its_article(words: list[str]) -> None:
    text = " ".join(words)
    article = Article("a", "p", text, (Block(0, len(text), "body"),))
    start, end, found = passage(article, parse("elan OR quay OR ferry").terms)
    assert 0 <= start <= end <= len(text)
    assert all(folded(text[a:b]).replace("\u0300", "") in ("elan", "quay", "ferry") for a, b in found)
    assert bool(found) == any(word in words for word in ("ferry", "Élan", "q\u0302uay"))
