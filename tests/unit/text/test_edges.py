"""The small tools of `text` where texts are odd: clocks that are none, digits that are no number, marks in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text.dates import add_months, bounds, easter, last_of_month, nth_weekday, parse_day
from rashomon.text.numbers import find_numbers
from rashomon.text.similarity import Rarity, likeness, stem, term, terms
from rashomon.text.words_of import content_words, lower_words


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2025-03-18T24:00", ("2025-03-18T24:00",) * 2),
        ("2025-03-18T00:00", ("2025-03-18T00:00",) * 2),
        ("2025-03-18T23:59:59", ("2025-03-18T23:59:59",) * 2),
        ("2025-03-18T24:01", None),
        ("2025-03-18T25:00", None),
        ("2025-03-18T16:61", None),
        ("2025-03-18T16:38:99", None),
        ("2025-02-31T16:38", None),
        ("2025-03-18TXX", None),
        ("2025-W00", None),
        ("2025-H3", None),
        ("0000-W01", None),
        ("9999", ("9999-01-01", "9999-12-31")),
        ("9999-12-31TNI", ("9999-12-31", "9999-12-31")),
        ("00", None),
        ("9" * 400, None),
    ],
)
def test_values_at_the_ends_of_clock_and_calendar(value: str, found: tuple[str, str] | None) -> None:
    assert bounds(value) == found


@given(st.from_regex(r"[0-9]{2,4}(-[0-9W][0-9]{1,2}(-[0-9]{2})?)?(T[0-9:A-Z]{2,5})?", fullmatch=True))
@settings(max_examples=80)
def test_bounds_are_days_of_the_calendar_in_order(value: str) -> None:
    found = bounds(value)
    if found is not None:
        first, last = found
        assert parse_day(first) and parse_day(last)
        assert first <= last


@pytest.mark.parametrize(
    ("args", "day"),
    [
        ((2025, 3, 0, 1), date(2025, 3, 3)),
        ((2025, 5, 0, -1), date(2025, 5, 26)),
        ((2024, 2, 3, 5), date(2024, 2, 29)),
        ((0, 1, 0, 1), None),
        ((2025, 13, 0, 1), None),
    ],
)
def test_weekdays_of_a_month(args: tuple[int, int, int, int], day: date | None) -> None:
    assert nth_weekday(*args) == day


def test_a_year_that_is_none_has_no_feast_and_no_month() -> None:
    assert easter(0) is None
    assert last_of_month(0, 5) is None
    assert last_of_month(10000, 1) is None
    assert add_months(1, 1, -1) == (0, 12)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The score was 3-1.", [3, 1]),
        ("It cost 1,250.", [1250]),
        ("Room 12a and B52", [12, 52]),
        ("1,2,3", []),
        ("1 2 3", [1, 2, 3]),
        ("| 12 | 14 |", [12, 14]),
        ("12;14\t16\n18", [12, 14, 16, 18]),
        ("\u202e12\u202c boats", [12]),
        ("12\x00boats", [12]),
        ("SEVEN BOATS", [7]),
        ("٧ boats", [7]),
        ("two thousand million", [2 * 10**9]),
        ("three hundred thousand million crowns", [3 * 10**11]),
        ("two million five hundred thousand", [2_500_000]),
        ("two thousand five hundred", [2500]),
        ("million " * 60, []),
        ("one " + "million " * 60, []),
        ("−5 degrees", [5]),
        ("twenty-one-two", [21, 2]),
        ("hundred and hundred", []),
        ("one million million", [10**12]),
        ("0.000 litres", [0]),
        ("1" + "0" * 20, [10**20]),
    ],
)
def test_numbers_of_odd_texts(text: str, values: list[float]) -> None:
    assert [n.value for n in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vell’s and the boats' crew", ["Vell", "and", "the", "boats", "crew"]),
        ("O'Dell's d’Arcy", ["O'Dell", "d’Arcy"]),
        ("1,250.5 of 3.", ["1,250.5", "of", "3"]),
        ("snake_case x2y", ["snake", "case", "x", "2", "y"]),
        ("well--known - no", ["well", "known", "no"]),
        ("Ünïcöde Она 東京", ["Ünïcöde", "Она", "東京"]),
        ("\u200fab\u202e c\x00d", ["ab", "c", "d"]),
        ("'s", ["s"]),
    ],
)
def test_the_words_of_odd_texts(text: str, words: list[str]) -> None:
    assert content_words(text) == words
    assert lower_words(text) == {w.lower() for w in words}


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_words_stand_in_the_text_in_their_order(text: str) -> None:
    at = 0
    for word in content_words(text):
        found = text.find(word, at)
        assert found >= 0
        at = found + len(word)


@pytest.mark.parametrize("word", ["a", "s", "ies", "ing", "sing", "being", "aes", "ss", "'s", "ﬁ", "İ", "x" * 500])
def test_a_stem_of_a_short_word_is_the_word(word: str) -> None:
    assert stem(word) == word.lower()


@given(st.lists(st.sampled_from("ferry boats Truce ceasefire halted pause the of 12 -- a".split()), max_size=8))
@settings(max_examples=60)
def test_terms_are_those_of_the_words(words: list[str]) -> None:
    assert terms(words) == {t for w in words if (t := term(w))}
    assert terms(w.upper() for w in words) == terms(words)


@given(
    st.lists(st.frozensets(st.sampled_from("abcde"), max_size=4), max_size=6), st.frozensets(st.sampled_from("abcdef"))
)
@settings(max_examples=60)
def test_what_more_passages_have_never_weighs_more(passages: list[frozenset[str]], asked: frozenset[str]) -> None:
    rarity = Rarity(passages)
    for one in "abcdef":
        for other in "abcdef":
            if rarity.found[one] <= rarity.found[other]:
                assert rarity.weight(one) >= rarity.weight(other)
    assert rarity.total(asked) == pytest.approx(sum(rarity.weight(t) for t in asked))


@pytest.mark.parametrize(
    ("shared", "one", "other", "score"),
    [(1.0, 1.0, 1.0, 1.0), (1.0, 2.0, 4.0, 0.4), (0.0, 2.0, 4.0, 0.0), (1.0, 0.0, 4.0, 0.0), (1.0, -1.0, 4.0, 0.0)],
)
def test_likeness_at_its_ends(shared: float, one: float, other: float, score: float) -> None:
    assert likeness(shared, one, other) == pytest.approx(score)
    assert likeness(shared, other, one) == pytest.approx(score)
