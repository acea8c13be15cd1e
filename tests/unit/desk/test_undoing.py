"""What is taken back gives each story its id again."""

from __future__ import annotations

import pytest
from tests.unit.desk.conftest import FERRY, SMELTER, report, reports

from rashomon.desk import Desk


def numbered(desk: Desk) -> dict[str, list[str]]:
    """The outlets' reports by story id."""
    return {
        s.id: sorted(row.path.removesuffix(".txt") for row in desk.members(s.id)) for s in desk.stories(limit=99).items
    }


@pytest.mark.parametrize("order", [(SMELTER, FERRY), (FERRY, SMELTER)])
@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("rebuilt", [False, True])
def test_a_merge_taken_back_gives_both_stories_their_ids(
    empty: Desk, order: tuple[dict[str, str], ...], swapped: bool, rebuilt: bool
) -> None:
    empty.add(reports(*order))
    before = numbered(empty)
    assert [sorted(found) for found in before.values()] != [] and len(before) == 2
    one, other = sorted(before, reverse=swapped)
    decision = empty.merge(one, other)
    if rebuilt:
        empty.rebuild()
    assert list(numbered(empty)) == ["s1"]
    empty.revoke(decision.id)
    assert numbered(empty) == before
    assert {name: empty.story(name).id for name in before} == {name: name for name in before}
    empty.add([report("dawn", FERRY["echo"] + "More came later.")])
    assert {name: set(found) - {"dawn"} for name, found in numbered(empty).items()} == {
        name: set(found) for name, found in before.items()
    }
    assert empty.check(deep=True) == ()


def test_a_report_that_came_between_goes_with_its_story(empty: Desk) -> None:
    smelter = {"gazette": SMELTER["gazette"]}
    empty.add(reports(smelter, {"post": FERRY["post"]}))
    assert numbered(empty) == {"s1": ["gazette"], "s2": ["post"]}
    decision = empty.merge("s1", "s2")
    empty.add(reports({"times": FERRY["times"], "echo": FERRY["echo"]}))
    assert numbered(empty) == {"s1": ["echo", "gazette", "post", "times"]}
    empty.revoke(decision.id)
    assert numbered(empty) == {"s1": ["gazette"], "s2": ["echo", "post", "times"]}


@pytest.mark.parametrize("first", [0, 1])
def test_two_merges_taken_back_in_either_order(empty: Desk, first: int) -> None:
    other = {
        "coast": (
            "Orchard blight spreads in Talvar valley\nGrowers in the Talvar valley found blight on apple trees on "
            "Monday.\nThe orchard inspector Rikke Bohm told growers to burn branches.\n"
        )
    }
    empty.add(reports(other, SMELTER, FERRY))
    before = numbered(empty)
    names = sorted(before)
    assert len(names) == 3
    decisions = [empty.merge(names[1], names[2]), empty.merge(names[0], names[1])]
    assert list(numbered(empty)) == ["s1"]
    empty.revoke(decisions[first].id)
    empty.revoke(decisions[1 - first].id)
    assert numbered(empty) == before


@pytest.mark.parametrize("off", [["post"], ["times", "echo"], ["post", "times"]])
def test_a_split_taken_back_gives_the_story_its_id(empty: Desk, off: list[str]) -> None:
    empty.add(reports(SMELTER, FERRY))
    before = numbered(empty)
    ids = {r.path.removesuffix(".txt"): r.id for r in empty.articles().items}
    decision = empty.split("s3", [ids[name] for name in off])
    new = empty.article(ids[off[0]])[0].story
    assert new not in (None, "s3")
    assert sorted(numbered(empty)[new]) == sorted(off)
    empty.revoke(decision.id)
    assert numbered(empty) == before
    assert empty.story(new).id == "s3"


def test_a_split_of_a_story_with_a_younger_number_is_taken_back_under_its_id(empty: Desk) -> None:
    empty.add(reports(SMELTER, FERRY))
    ids = {r.path.removesuffix(".txt"): r.id for r in empty.articles().items}
    away = empty.split("s3", [ids["post"]])
    second = empty.article(ids["post"])[0].story
    assert second == "s3-2"
    empty.revoke(away.id)
    assert numbered(empty)["s3"] == ["echo", "post", "times"]
    assert empty.revoke(away.id).revoked is not None
    assert numbered(empty)["s3"] == ["echo", "post", "times"]
