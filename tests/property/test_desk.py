"""What holds of a desk whatever comes: the log of changes, decisions on stories, intake in any order of batches."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.desk.conftest import FERRY, SMELTER, report

from rashomon.api import compare
from rashomon.desk.changes import Versions, diff
from rashomon.desk.deciding import bonds, decided
from rashomon.desk.story_ids import name_of, story_of
from rashomon.records.desk import Decision

NAMES = sorted(FERRY | SMELTER)
IDS = [f"a{n}" for n in range(6)]


@cache
def dossier(names: tuple[str, ...], people: int) -> dict[str, Any]:
    rows = [report(n, (FERRY | SMELTER)[n].replace("14 people", f"{people} people")) for n in names]
    return compare(rows).to_dict()


some = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(lambda names: tuple(sorted(names)))
people = st.sampled_from([12, 14, 30])


@settings(max_examples=25, deadline=None)
@given(some, people, some, people, st.booleans())
def test_the_log_tells_something_exactly_when_something_changed(
    one: tuple[str, ...], few: int, other: tuple[str, ...], many: int, revised: bool
) -> None:
    old, new = dossier(one, few), dossier(other, many)
    versions = Versions(revised=dict.fromkeys(other, "10:40") if revised else {})
    found = diff(old, new, story="s1", at="2026-11-22T12:00:00Z", versions=versions)
    assert all(c.line and "\n" not in c.line and (c.before or c.after) for c in found)
    if set(one) != set(other):
        assert {c.section for c in found} >= {"articles"}
    if old == new and not revised:
        assert found == []
    assert found == diff(old, new, story="s1", at="2026-11-22T12:00:00Z", versions=versions)


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    found = []
    for number in range(draw(st.integers(1, 4))):
        left = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True))
        right = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True))
        right = [a for a in right if a not in left] or [next(a for a in IDS if a not in left)]
        kind = draw(st.sampled_from(["merge-stories", "split-story"]))
        found.append(Decision(number, "2026-11-22T12:00:00Z", kind, {"articles": [left, right]}))
    return found


@given(decisions())
def test_the_last_decision_on_stories_holds(given: list[Decision]) -> None:
    found = bonds(given)
    assert len({(a, b) for a, b, _ in found}) == len(found)
    assert all(a < b for a, b, _ in found)
    left, right = given[-1].subject["articles"]
    across = {same for a, b, same in found if (a in left and b in right) or (a in right and b in left)}
    if given[-1].kind == "split-story":
        assert across == {False}
    else:
        assert across <= {True}
        assert across == {True}
    assert decided(given, IDS, [])[1] == []


@given(st.integers(1, 2**40 - 1), st.integers(0, 9))
def test_a_story_has_one_name(number: int, again: int) -> None:
    story = number + again * (1 << 40)
    assert story_of(name_of(story)) == story
