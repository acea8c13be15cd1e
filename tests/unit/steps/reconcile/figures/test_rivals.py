"""Which readings of different value are of one thing."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.steps.reconcile.figures.frame import Frame
from rashomon.steps.reconcile.figures.rivals import Rivals, strength
from rashomon.text.similarity import terms


def frame(words: str, **more: Any) -> Frame:
    return Frame(terms(words.split()), **more)


def meet(*entries: Any) -> bool:
    return Rivals(list(entries)).one_thing(entries[0], entries[1])


LAMPS = "council replaced lamps harbour road"


@pytest.fixture
def lamps(entry: Any) -> Any:
    """Two readings of lamps in clauses alike; `lamps(…)` changes the second."""

    def make(value: float = 90, **more: Any) -> tuple[Any, Any]:
        one = entry(0, 60, counted="lamp", words=LAMPS, frame=frame(LAMPS))
        return one, entry(1, value, **{"counted": "lamp", "words": LAMPS, "frame": frame(LAMPS), **more})

    return make


def test_clauses_alike_are_of_one_thing(lamps: Any) -> None:
    assert meet(*lamps())


def test_strength_leaves_out_the_counted_noun(entry: Any) -> None:
    one = entry(0, 60, counted="lamp", noun="lamp", words="lamp harbour road", frame=frame("harbour"), names=("x",))
    other = entry(1, 90, counted="lamp", noun="lamp", words="lamp harbour", frame=frame("harbour road"), names=("x",))
    assert strength(one, other) == (1, 2)


@pytest.mark.parametrize(
    "more",
    [
        {"partial": True},
        {"scope": ("annual",)},
        {"each": True},
        {"toll": "dead"},
        {"counted": "tree"},
        {"unit": "percent"},
        {"past": "2019"},
        {"frame": frame(LAMPS, expected=True)},
        {"value": 601},
    ],
)
def test_what_tells_two_things_apart(lamps: Any, more: dict[str, Any]) -> None:
    assert not meet(*lamps(**more))


@pytest.mark.parametrize("key", ["days", "places"])
def test_other_days_and_places_are_other_things(entry: Any, key: str) -> None:
    first = {"counted": "lamp", "words": LAMPS, "frame": frame(LAMPS)}
    assert not meet(entry(0, 60, **first, **{key: ("a",)}), entry(1, 90, **first, **{key: ("b",)}))
    assert meet(entry(0, 60, **first, **{key: ("a",)}), entry(1, 90, **first, **{key: ("a", "b")}))
    assert meet(entry(0, 60, **first, **{key: ("a",)}), entry(1, 90, **first))


def test_one_report_never_disputes_itself(entry: Any) -> None:
    same = {"counted": "lamp", "words": LAMPS, "frame": frame(LAMPS)}
    assert not meet(entry(0, 60, **same), entry(0, 90, **same))


def test_a_report_with_two_numbers_that_fit_is_left_alone(lamps: Any, entry: Any) -> None:
    third = entry(1, 70, counted="lamp", words=LAMPS, frame=frame(LAMPS))
    assert not meet(*lamps(), third)


def test_the_number_that_fits_best_is_taken(entry: Any) -> None:
    words = "trial followed children clinic"
    one = entry(0, 4600, counted="child", words=words, frame=frame("trial followed"))
    other = entry(1, 6400, counted="child", words="led trial children", frame=frame("led trial"))
    third = entry(1, 5000, counted="child", words="led trial children", frame=frame("side effects"))
    assert meet(one, other, third)
    assert not meet(one, third, other)


def test_small_counts_need_more(entry: Any) -> None:
    short = {"counted": "boat", "words": "boat sank harbour", "frame": frame("sank harbour")}
    assert not meet(entry(0, 2, **short), entry(1, 3, **short))
    long = {"counted": "boat", "words": LAMPS, "frame": frame("council harbour")}
    assert meet(entry(0, 2, **long), entry(1, 3, **long))


def test_amounts_meet_by_what_is_said_of_them(entry: Any) -> None:
    words = "mill sold northern timber"
    price = frame("mill", said=frozenset({"price"}))
    cost = frame("mill", said=frozenset({"cost"}))
    one = entry(0, 640, unit="USD", words=words, frame=price)
    assert meet(one, entry(1, 460, unit="USD", words=words, frame=price))
    assert not meet(one, entry(1, 460, unit="USD", words=words, frame=cost))


def test_people_of_different_nouns_meet_by_what_is_said(entry: Any) -> None:
    words = "mill river employ"
    said = frame("mill river", said=frozenset({"employ"}))
    one = entry(0, 1900, counted="person", words=words, frame=said)
    assert meet(one, entry(1, 1200, counted="worker", words=words, frame=said))
    assert not meet(one, entry(1, 1200, counted="worker", words=words, frame=frame("mill")))


def test_percentages_are_shares_of_one_noun(entry: Any) -> None:
    one = entry(0, 82, unit="percent", words=LAMPS, frame=frame("lamps road", whole="lamp"))
    assert meet(one, entry(1, 62, unit="percent", words=LAMPS, frame=frame("lamps road", whole="lamp")))
    assert not meet(one, entry(1, 62, unit="percent", words=LAMPS, frame=frame("lamps road", whole="tree")))


def test_ages_are_of_one_owner(entry: Any) -> None:
    one = entry(0, 52, unit="year of age", owner="ida-lund")
    assert meet(one, entry(1, 58, unit="year of age", owner="ida-lund"))
    assert not meet(one, entry(1, 58, unit="year of age", owner="jon-berg"))
    assert not meet(entry(0, 52, unit="year of age"), entry(1, 58, unit="year of age"))


def test_magnitudes_meet_where_no_report_tells_of_two_earthquakes(entry: Any) -> None:
    strong = frame("quake", magnitude=True)
    one = entry(0, 6.4, frame=strong, dimension="magnitude", words="quake island")
    other = entry(1, 5.4, frame=strong, dimension="magnitude", words="quake island")
    assert meet(one, other)
    third = entry(2, 5.8, frame=strong, dimension="magnitude", words="quake north")
    fourth = entry(2, 4.1, frame=strong, dimension="magnitude", words="quake south")
    assert not meet(one, other, third, fourth)


def test_votes_of_both_sides_need_little_else(entry: Any) -> None:
    one = entry(0, 5, counted="vote", words="judges", names=("dam",), frame=Frame(against=2.0))
    other = entry(1, 4, counted="vote", words="court", names=("dam",), frame=Frame(against=3.0))
    assert meet(one, other)
    assert not meet(one, entry(1, 4, counted="vote", words="court", names=("dam",)))


def test_a_clause_repeated_with_another_number_is_a_rival_even_as_part(entry: Any) -> None:
    same = {"counted": "child", "partial": True, "words": LAMPS, "frame": frame(LAMPS)}
    assert meet(entry(0, 11, **same), entry(1, 30, **same))


def test_a_table_is_not_matched(entry: Any) -> None:
    same = {"counted": "lamp", "words": LAMPS, "frame": frame(LAMPS)}
    rows = [entry(0, 100 + n, counted="lamp", words="table", frame=Frame()) for n in range(13)]
    assert not meet(entry(0, 60, **same), entry(1, 90, **same), *rows)
