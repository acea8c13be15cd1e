"""What somebody types is read as words, phrases and operators; what cannot be meant is named."""

from __future__ import annotations

import pytest

from rashomon.errors import UsageError
from rashomon.store.query import DEEPEST, MOST_TERMS, Query, Term, fold, parse


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("ferry", '"ferry"'),
        ("  ferry  Marlow ", '("ferry" AND "Marlow")'),
        ("ferry AND Marlow", '("ferry" AND "Marlow")'),
        ("ferry OR boat", '("ferry" OR "boat")'),
        ("ferry OR boat Marlow", '("ferry" OR ("boat" AND "Marlow"))'),
        ("(ferry OR boat) Marlow", '(("ferry" OR "boat") AND "Marlow")'),
        ("ferry NOT boat", '("ferry" NOT "boat")'),
        ("ferry AND NOT boat", '("ferry" NOT "boat")'),
        ("NOT boat ferry", '("ferry" NOT "boat")'),
        ("ferry Marlow NOT boat NOT ship", '(("ferry" AND "Marlow") NOT "boat" NOT "ship")'),
        ("ferry NOT (boat OR ship)", '("ferry" NOT ("boat" OR "ship"))'),
        ('"ran aground"', '"ran aground"'),
        ('"ran aground"*', '"ran aground" *'),
        ("aground*", '"aground" *'),
        ("title:ferry", 'title : "ferry"'),
        ("TITLE:ferry", 'title : "ferry"'),
        ('title:"ferry aground"', 'title : "ferry aground"'),
        ("and or not", '("and" AND "or" AND "not")'),
        ("O'Brien", '"O\'Brien"'),
        ("NEAR(a b)", '("NEAR" AND ("a" AND "b"))'),
        ("body:x", '"body:x"'),
        ("{title}:x", '"{title}:x"'),
        ("^ferry", '"^ferry"'),
        ("-ferry", '"-ferry"'),
        ("a+b", '"a+b"'),
        ("x\0y", '"x y"'),
        ("Cafe\u0301", '"Café"'),
    ],
)
def test_what_is_asked_of_the_index(typed: str, match: str) -> None:
    assert parse(typed).match == "{title body} : (" + match + ")"
    assert parse(typed, everywhere=True).match == "(" + match + ")"


def test_terms_are_what_a_reader_wants_to_see() -> None:
    typed = 'Élan title:Ferry "ran Aground" min* NOT (boat OR "big ship") OR O\'Brien'
    assert parse(typed).terms == (
        Term(("elan",)),
        Term(("ferry",), title=True),
        Term(("ran", "aground")),
        Term(("min",), prefix=True),
        Term(("o", "brien")),
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "nothing to search for"),
        (" \t\n", "nothing to search for"),
        ("AND", 'AND stands where a word is needed; to search for it, write "and"'),
        ("OR ferry", "OR stands where a word is needed"),
        ("ferry AND", "nothing follows 'AND'"),
        ("ferry OR", "nothing follows 'OR'"),
        ("ferry NOT", "nothing follows 'NOT'"),
        ("ferry OR OR boat", "OR stands where a word is needed"),
        ("ferry NOT NOT boat", "NOT stands where a word is needed"),
        ("NOT ferry", "NOT needs something it is taken from"),
        ("boat OR NOT ferry", "NOT needs something it is taken from"),
        ('"ferry', "a quotation mark of the search is never closed"),
        ('ferry "', "a quotation mark of the search is never closed"),
        ('""', "'' has no letter or digit"),
        ('"..."', "'...' has no letter or digit"),
        ("*", r"'\*' has no letter or digit"),
        ("☃", "'☃' has no letter or digit"),
        ("title:", "'' has no letter or digit"),
        ("ab*", r"a \* needs at least 3 characters before it, 'ab' has fewer"),
        ("(ferry", "an opening bracket of the search is never closed"),
        ("ferry)", "a closing bracket without an opening one"),
        ("()", "nothing before a closing bracket"),
        (")", "nothing before a closing bracket"),
        ("(", r"nothing follows '\('"),
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), "brackets in more than 10 levels"),
        (" ".join(["ferry"] * (MOST_TERMS + 1)), "more than 50 terms"),
        ("x" * 1001, "1001 characters, more than 1000"),
    ],
)
def test_what_cannot_be_meant_is_named(typed: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        parse(typed)


def test_the_limits_themselves_are_allowed() -> None:
    assert len(parse(" ".join(["ferry"] * MOST_TERMS)).terms) == MOST_TERMS
    assert parse("(" * DEEPEST + "a" + ")" * DEEPEST) == Query('{title body} : ("a")', (Term(("a",)),))


@pytest.mark.parametrize(
    ("word", "plain"), [("ÉLAN", "elan"), ("Zażółć", "zazołc"), ("Київ", "киів"), ("straße", "straße"), ("ﬁ", "ﬁ")]
)
def test_words_are_compared_without_case_and_accents(word: str, plain: str) -> None:
    assert fold(word) == plain
