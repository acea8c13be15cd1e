"""The pattern language of times.toml: expressions, first letters and the letters a match cannot do without."""

import re

import pytest

from rashomon.steps.annotate.times.patterns import Pattern
from rashomon.steps.annotate.times.pieces import Alphabet
from rashomon.steps.annotate.times.rules import grammar

ALPHABET: Alphabet = grammar().alphabet


def letters(*names: str) -> set[str]:
    return set("".join(ALPHABET.members(name) for name in names))


def codes(text: str) -> str:
    return ALPHABET.cut(text, 0, len(text)).codes


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("MONTH DAYNO", "March 3", True),
        ("MONTH DAYNO", "3 March", False),
        ("( the )? weekend", "the weekend", True),
        ("( the )? weekend", "weekend", True),
        ("this|last weekend", "last weekend", True),
        ("this|last weekend", "next weekend", False),
        ("( NUM -? ){1,2} UNITS", "two - three days", True),
        ("WEEKDAY | NEARDAY", "tomorrow", True),
        ("MONTH >!DAYNO", "March 3", False),
        ("MONTH <MONTH DAYNO", "March 3", True),
    ],
)
def test_what_a_pattern_fits(pattern: str, text: str, fits: bool) -> None:
    assert bool(re.match(Pattern(pattern, ALPHABET).translate().regex, codes(text))) == fits


def test_first_letters_look_through_what_may_be_missing() -> None:
    part = Pattern("( the )? MONTH DAYNO", ALPHABET).translate()
    assert part.first == letters("=the", "MONTH")
    assert not part.blank


def test_needed_is_the_rarest_part() -> None:
    assert Pattern("( the )? WEEKDAY of the week", ALPHABET).translate().needs <= letters("=of", "=the", "=week")
    common = frozenset(letters("=of", "=the"))
    assert Pattern("( the )? WEEKDAY of the week", ALPHABET, common).translate().needs == letters("=week")


def test_of_two_branches_both_are_needed() -> None:
    assert Pattern("( all week | tonight )", ALPHABET, frozenset(letters("=all"))).translate().needs == letters(
        "=week", "=tonight"
    )


def test_what_can_be_empty_needs_nothing() -> None:
    part = Pattern("( the )? MONTH?", ALPHABET).translate()
    assert part.blank
    assert part.needs == frozenset()
    assert Pattern("( MONTH | the? )", ALPHABET).translate().needs == frozenset()


def test_looks_around_are_not_needed() -> None:
    assert Pattern("<MONTH DAYNO >YEAR", ALPHABET).translate().needs == letters("DAYNO")


def test_a_class_that_stands_twice_is_taken_twice() -> None:
    found = re.match(Pattern("YEAR - YEAR2", ALPHABET).translate().regex, codes("2014-2018"))
    assert found
    assert [found.start(name) for name in found.re.groupindex] == [0, 2]
