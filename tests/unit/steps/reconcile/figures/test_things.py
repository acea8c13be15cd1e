"""What a figure is a figure of, from the words beside it."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.figures.things import Thing, known, thing_of


def things(text: str, earlier: str = "") -> list[Thing]:
    article = Article("a", "a", text, (Block(0, len(text), "body"),))
    return [thing_of(text, m, 0, len(text), earlier) for m in find_measures(split_words(article), (), ())]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("A blast killed 31 people and wounded 170.", ["dead", "injured"]),
        ("In all 31 people were killed and 170 hurt.", ["dead", "injured"]),
        ("The flood left 24 dead, 140 injured and 9 missing.", ["dead", "injured", "missing"]),
        ("The death toll rose to 11.", ["dead"]),
        ("Some 300 residents were evacuated.", ["displaced"]),
        ("Officers arrested 12 people.", ["arrested"]),
        ("About 40 people were taken to hospital.", ["hospital"]),
        ("The fire destroyed 40 houses.", [None]),
        ("The hall seats 400 people.", [None]),
        # "killing" tells of what follows it
        ("A man shot three people, killing two.", [None, "dead"]),
        ("A man shot three people and left two missing.", [None, "missing"]),
        ("Three people, missing since Monday, were found.", ["missing"]),
    ],
)
def test_tolls(text: str, tolls: list[str | None]) -> None:
    assert [t.toll for t in things(text)] == tolls


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("It killed 31 people.", False),
        ("It killed 31 people, including nine children.", True),
        ("Another 12 people died.", True),
        ("It wounded another 12 people.", False),
        ("It badly hurt 12 people.", True),
        ("Police said 12 of those hurt were treated.", True),
        ("More than 50 people died.", False),
    ],
)
def test_parts_of_a_total(text: str, partial: bool) -> None:
    assert things(text)[-1].partial is partial


def test_each_side() -> None:
    assert things("Each side freed 40 soldiers.")[0].each
    assert not things("One side freed 40 soldiers.")[-1].each


def test_scope_and_rate() -> None:
    assert things("It raised its initial $70 offer.")[0].scope == frozenset({"first"})
    assert things("It offers $82 per share in cash.")[0].scope == frozenset({"per share"})
    assert things("It offers $82 a Lund share.")[0].scope == frozenset({"per share"})


@pytest.mark.parametrize(
    ("text", "yearly"),
    [
        ("Running it takes 45 million euros of public money every year.", True),
        ("It costs 45 million euros annually.", True),
        ("It cost 45 million euros a year ago.", False),
        ("It cost 45 million euros, and every year brings more.", False),
        ("Some 12 percent leave the town every year.", False),
    ],
)
def test_what_is_spent_by_the_year(text: str, yearly: bool) -> None:
    assert ("per year" in things(text)[0].scope) is yearly


def test_event_of_a_length() -> None:
    assert things("They spoke for two hours.")[0].event == "talk"
    assert things("They agreed on a 30-day pause.")[0].event == "cessation"
    assert things("It lasted two hours.", "It was a good phone call.")[0].event == "talk"
    assert things("The call and the meeting took two hours.")[0].event is None
    assert things("The tram slid for ten seconds before coming to a halt.")[0].event is None


def test_counts_have_no_event() -> None:
    assert things("They spoke to 40 sailors.")[0].event is None


def test_narrow_classes_are_classes() -> None:
    assert known().narrow <= set(known().events.values())
