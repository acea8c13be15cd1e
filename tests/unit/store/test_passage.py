"""The passage stands where most of the words are, begins and ends between words, and names the words in it."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records.article import Article, Block
from rashomon.records.span import Span
from rashomon.store.passage import BEFORE, MOST, WIDTH, folded, passage
from rashomon.store.query import parse

FILL = "nothing of note happened on the quay that morning "


def article(*lines: tuple[str, str]) -> Article:
    blocks, at = [], 0
    for kind, text in lines:
        blocks.append(Block(at, at + len(text), kind))  # type: ignore[arg-type]
        at += len(text) + 1
    return Article("a", "a", "\n".join(text for _, text in lines), tuple(blocks))


def shown(where: Article, query: str) -> tuple[str, list[str]]:
    start, end, found = passage(where, parse(query).terms)
    return where.text[start:end], [where.text[a:b] for a, b in found]


def test_the_place_with_most_of_the_words_wins() -> None:
    text = "The ferry left. " + FILL * 10 + "The ferry ran aground near Marlow. " + FILL * 10
    excerpt, words = shown(article(("body", text)), "ferry marlow")
    assert "The ferry ran aground near Marlow." in excerpt
    assert words == ["ferry", "Marlow"]
    assert len(excerpt) <= WIDTH
    assert excerpt == excerpt.strip()
    assert all(word in f"{FILL} The ferry ran aground near Marlow." for word in excerpt.split())


def test_the_first_of_equal_places_wins() -> None:
    where = article(("body", "One ferry. " + FILL * 10 + "Two ferry."))
    assert shown(where, "ferry")[0].startswith("One ferry.")


def test_the_report_comes_before_its_furniture() -> None:
    where = article(("teaser", "Ferry in court"), ("body", FILL * 8 + "The ferry sank."))
    excerpt, words = shown(where, "ferry")
    assert "The ferry sank." in excerpt and words == ["ferry"]
    assert shown(article(("teaser", "Ferry in court"), ("body", "Else.")), "ferry") == (
        "Ferry in court",
        ["Ferry"],
    )


def test_without_the_words_it_is_the_beginning_of_the_report() -> None:
    where = article(("title", "T" * 80), ("body", FILL * 8))
    start, end, found = passage(where, parse("whale").terms)
    assert (start, found) == (81, ())
    assert where.text[start:end] == (FILL * 8)[: end - start] and end - start <= WIDTH - BEFORE
    assert passage(article(), parse("whale").terms) == (0, 0, ())


def test_it_begins_with_a_sentence_or_line_where_one_begins_near() -> None:
    where = article(("body", "The storm came at night. On Tuesday the ferry left St. Orrin late.\nThe quay was full."))
    assert shown(where, "ferry")[0] == "On Tuesday the ferry left St. Orrin late.\nThe quay was full."
    assert shown(where, "quay")[0] == "The quay was full."
    far = article(("body", "The storm came at night. " + FILL * 2 + "and when the ferry left."))
    assert shown(far, "ferry")[0].startswith("of note happened on the quay that morning and when the ferry")


def test_the_headline_is_not_shown_twice() -> None:
    where = article(("title", "Ferry aground"), ("body", "It was the ferry Élan."), ("teaser", "Boat race"))
    assert shown(where, "ferry") == ("It was the ferry Élan.", ["ferry"])
    assert shown(where, "aground") == ("It was the ferry Élan.", [])
    assert shown(where, "aground OR race") == ("It was the ferry Élan.", [])
    apart = replace(article(("body", "It was she."), ("teaser", "Ferry race")), title="Ferry aground")
    assert shown(apart, "ferry") == ("It was she.", [])


def test_words_are_whole_unless_a_prefix_was_asked_for() -> None:
    where = article(("body", "Ferryman, ferry_boat, the ferry’s crew, O’Brien."))
    assert shown(where, "ferry")[1] == ["ferry", "ferry"]
    assert shown(where, "ferry*")[1] == ["Ferry", "ferry", "ferry"]
    assert shown(where, "o'brien")[1] == ["O’Brien"]


def test_phrases_cross_lines_and_marks() -> None:
    where = article(("body", "He said: “Run,\naground!” And ran aground."))
    assert shown(where, '"run aground"')[1] == ["Run,\naground"]


def test_accents_and_case_do_not_matter_and_positions_hold() -> None:
    where = article(("body", "İstanbul’da ÉLAN, e\u0301lan and q\u0302uay."))
    assert shown(where, "elan")[1] == ["ÉLAN", "e\u0301lan"]
    assert shown(where, "quay")[1] == ["q\u0302uay"]
    assert shown(where, "istanbul")[1] == ["İstanbul"]
    assert len(folded(where.text)) == len(where.text)


def test_one_long_word_is_shown_whole() -> None:
    long = "x" * 500
    assert shown(article(("body", long)), long[:400] + "*")[1] == [long[:400]]
    excerpt, words = shown(article(("body", f"a {long} b")), long)
    assert words == [long] and long in excerpt


def test_very_many_places_are_not_all_looked_at() -> None:
    where = article(("body", "ferry " * 50_000))
    start, end, found = passage(where, parse("ferry").terms)
    assert (start, end <= WIDTH, found[0]) == (0, True, Span(0, 5))
    assert len(found) < MOST
