"""What a stream remembers: exact sums through adding, moving, silencing and forgetting; decisions and states."""

from __future__ import annotations

import json
import zlib
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.steps.group import Item, Stream
from rashomon.steps.group.decisions import Decisions
from rashomon.steps.group.events import Apart, Decision, Pin, Together
from rashomon.steps.group.likeness import Report, Story, likeness_of, nearness, ordinal
from rashomon.steps.group.memory import CANDIDATES, CROWD, Memory
from rashomon.steps.group.state import decode, encode, from_decision, to_decision
from rashomon.steps.group.terms import UNIT


def memory(*rows: tuple[int, int, dict[str, int]]) -> Memory:
    """A memory of reports (number, story, terms)."""
    made = Memory()
    for number, story, terms in rows:
        made.put(Report(number, terms), story)
    return made


def test_likeness_to_a_story_is_the_mean_over_its_members() -> None:
    made = memory((0, 0, {"ferry": UNIT}), (1, 0, {"quake": UNIT}), (2, 2, {"vote": UNIT}))
    assert made.likeness(Report(3, {"ferry": UNIT})) == {0: 0.5}
    assert made.likeness(Report(4, {"storm": UNIT})) == {}


def test_moving_takes_the_terms_along() -> None:
    made = memory((0, 0, {"ferry": UNIT}), (1, 1, {"quake": UNIT}))
    made.move(0, 1)
    assert (made.story_of, list(made.stories)) == ({0: 1, 1: 1}, [1])
    assert made.likeness(Report(2, {"ferry": UNIT})) == {1: 0.5}


def test_a_silenced_report_stays_and_draws_nobody() -> None:
    made = memory((0, 0, {"ferry": UNIT}), (1, 0, {"quake": UNIT}))
    made.silence(0)
    assert made.story_of[0] == 0
    assert made.likeness(Report(2, {"ferry": UNIT})) == {}
    assert made.likeness(Report(2, {"quake": UNIT})) == {0: 1.0}


def test_a_story_of_silenced_reports_is_like_nothing() -> None:
    made = memory((0, 0, {"ferry": UNIT}), (1, 1, {"ferry": UNIT}))
    made.silence(0)
    assert made.between(0, 1) == 0.0


def test_between_two_stories_all_pairs_count() -> None:
    made = memory((0, 0, {"a": UNIT}), (1, 0, {"b": UNIT}), (2, 2, {"a": UNIT}), (3, 2, {"c": UNIT}))
    assert made.between(0, 2) == made.between(2, 0) == 0.25


def test_a_term_that_very_many_stories_have_leads_to_none() -> None:
    many = memory(*((n, n, {"storm": UNIT}) for n in range(CROWD + 1)))
    assert many.likeness(Report(99, {"storm": UNIT})) == {}
    few = memory(*((n, n, {"storm": UNIT}) for n in range(CROWD)))
    assert sorted(few.likeness(Report(99, {"storm": UNIT}))) == list(range(CANDIDATES))


def test_a_copy_is_found_and_of_equals_the_elder() -> None:
    made = Memory()
    for number, runs in ((0, range(8)), (1, range(8)), (2, range(100, 110))):
        made.put(Report(number, {}, None, frozenset(runs)), number)
    assert made.copy(Report(3, {}, None, frozenset(range(8)))) == (0, 1.0)
    assert made.copy(Report(3, {}, None, frozenset(range(50, 60)))) is None
    made.forget()
    assert made.copy(Report(3, {}, None, frozenset(range(8)))) == (1, 1.0)


def test_the_eldest_is_forgotten_first_and_its_story_with_it() -> None:
    made = memory((4, 4, {"ferry": UNIT}), (7, 7, {"quake": UNIT}))
    made.forget()
    assert (list(made.order), list(made.stories)) == ([7], [7])
    with pytest.raises(KeyError):
        made.report(4)


TERMS = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), max_size=3)
STEPS = st.lists(
    st.tuples(TERMS, st.integers(0, 2), st.sampled_from(["put", "move", "forget", "silence"])), max_size=14
)


@given(STEPS)
@settings(max_examples=80, deadline=None)
def test_sums_and_index_are_always_those_of_the_members(steps: list[tuple[dict[str, int], int, str]]) -> None:
    made, numbers = Memory(), 0
    for terms, story, step in steps:
        if step == "put" or not made.order:
            made.put(Report(numbers, terms, story), story)
            numbers += 1
        elif step == "forget":
            made.forget()
        elif step == "move":
            made.move(made.order[0], story)
        else:
            made.silence(made.order[-1])
    for name, kept in made.stories.items():
        members = kept.members.values()
        total: Counter[str] = Counter()
        for report in members:
            total.update(report.terms)
        assert kept.sums == +total
        assert kept.size == sum(bool(r.terms) for r in members)
        days = [r.day for r in members if r.day is not None]
        assert kept.days == ((min(days), max(days)) if days else None)
        assert {n: made.story_of[n] for n in kept.members} == dict.fromkeys(kept.members, name)
    assert sorted(made.story_of) == sorted(made.order)
    held = {term: {s: k.sums[term] for s, k in made.stories.items() if term in k.sums} for term in "abcd"}
    assert made._postings == {term: posted for term, posted in held.items() if posted}


def test_a_story_forgets_the_days_of_those_that_left() -> None:
    story = Story()
    for number, day in ((0, 5), (1, None), (2, 9), (3, 7)):
        story.add(Report(number, {"a": 1}, day))
    story.drop(Report(2, {"a": 1}, 9))
    assert (story.days, story.size, story.sums) == ((5, 7), 3, Counter(a=3))
    for number, day in ((0, 5), (3, 7)):
        story.drop(Report(number, {"a": 1}, day))
    assert (story.days, story.size) == (None, 1)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("0001-01-01", 1),
        ("2025-03-19", 739329),
        ("2025-03-19T20:10", 739329),
        ("2025-02-31", None),
        ("0000-01-01", None),
        ("2025", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_days_that_are_none_are_unknown(day: str | None, number: int | None) -> None:
    assert ordinal(day) == number


def test_likeness_is_less_with_every_day_between() -> None:
    a, b = Report(0, {"a": UNIT}, 0), {"a": UNIT}
    found = [likeness_of(a, Report(1, b, day)) for day in (0, 1, 30, 300)]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[2]) == (1.0, 0.5)
    assert likeness_of(a, Report(1, b, None)) == 1.0
    assert nearness((0, 9), (3, 5)) == 1.0


# ---------------------------------------------------------------- decisions and states


def test_the_last_decision_on_a_pair_holds_in_either_order() -> None:
    made = Decisions([Together(1, 2), Apart(2, 1), Pin(3, 1), Pin(3, 2)])
    assert list(made) == [Apart(2, 1), Pin(3, 2)]
    assert (made.together(1), made.apart(1), made.apart(2)) == ([], [2], [1])
    assert (made.beside(3), made.beside(1)) == (2, None)
    assert (made.pins(), made.alone()) == ([(3, 2)], [])
    assert [made.names(n) for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_a_report_pinned_to_itself_stays_alone() -> None:
    made = Decisions([Pin(5, 5), Together(5, 6)])
    assert (made.alone(), made.pins(), made.pairs_together(), made.pairs_apart()) == ([5], [], [(5, 6)], [])


@pytest.mark.parametrize("decision", [Pin(3, 3), Pin(3, 4), Together(9, 1), Apart(1, 9)])
def test_a_decision_comes_back_from_its_row(decision: Decision) -> None:
    row = json.loads(json.dumps(from_decision(decision)))
    assert to_decision(row) == decision


def test_a_state_of_another_version_is_named() -> None:
    record = {"numbers": [1, 2], "words": {"é": 1}}
    assert decode(encode(record)) == {"version": "rashomon.stream/3", **record}
    old = zlib.compress(json.dumps({"version": "rashomon.stream/0"}).encode())
    with pytest.raises(ValueError, match=r"of version 'rashomon.stream/0'; this program reads 'rashomon.stream/3'"):
        decode(old)


@pytest.mark.parametrize("data", [[], "text", None, 5, {"no": "version"}])
def test_other_json_is_no_state(data: object) -> None:
    with pytest.raises(ValueError, match="of version None"):
        decode(zlib.compress(json.dumps(data).encode()))


@pytest.mark.parametrize(
    "change",
    [
        {"reports": None},
        {"reports": [[1, 2]]},
        {"decisions": [["never", 1, 2]]},
        {"decisions": [["pin", "x", 2]]},
        {"decisions": [["pin", 1]]},
        {"merged": 4},
        {"frequency": 7},
    ],
)
def test_a_state_with_damaged_parts_is_refused(change: dict[str, object]) -> None:
    stream = Stream()
    stream.add(Item("The ferry Halcyon ran aground off Port Merrow."))
    record = decode(stream.state())
    del record["version"]
    with pytest.raises(ValueError):
        Stream.restore(encode({**record, **change}))


@pytest.mark.parametrize(
    "missing", ["threshold", "window", "reports", "next", "frequency", "merged", "left", "decisions"]
)
def test_a_state_with_a_missing_part_is_refused(missing: str) -> None:
    record = decode(Stream().state())
    del record["version"], record[missing]
    with pytest.raises(ValueError):
        Stream.restore(encode(record))
