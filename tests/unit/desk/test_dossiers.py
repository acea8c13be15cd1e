"""Dossiers that are kept: when they are made anew, what is told then, and what it costs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.desk.conftest import FERRY, NOON, Clock, report, reports

from rashomon.desk import Desk, dossiers
from rashomon.desk.dossiers import Dossiers, Made, make
from rashomon.errors import NotFound
from rashomon.records.decisions import Decided
from rashomon.settings import Settings
from rashomon.store import Store


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The members of every dossier that is made."""
    seen: list[tuple[str, ...]] = []
    real = dossiers.make

    def noted(store: Any, members: Any, *more: Any) -> Any:
        seen.append(tuple(members))
        return real(store, members, *more)

    monkeypatch.setattr(dossiers, "make", noted)
    return seen


def fingerprint(desk: Desk, story: str) -> dict[str, Any]:
    kept = desk.store.dossier(story)
    assert kept is not None
    found: dict[str, Any] = json.loads(kept[0])
    return found


def test_a_dossier_is_made_once(desk: Desk, ferry: str, made: list[tuple[str, ...]]) -> None:
    for _ in range(3):
        desk.dossier(ferry)
    assert made == [desk.store.members(ferry)]


def test_another_story_does_not_make_it_stale(desk: Desk, ferry: str, made: list[tuple[str, ...]]) -> None:
    desk.dossier(ferry)
    other = next(s.id for s in desk.stories().items if s.id != ferry)
    desk.dossier(other)
    desk.same_actor("Piet Dorn", "Maja Roth", story=other)
    desk.dossier(ferry)
    assert [m for m in made if m == desk.store.members(ferry)] == [desk.store.members(ferry)]


def test_the_fingerprint_names_what_it_depends_on(desk: Desk, ferry: str) -> None:
    desk.dossier(ferry)
    found = fingerprint(desk, ferry)
    assert sorted(found) == ["code", "decisions", "members", "settings"]
    assert found["members"] == list(desk.store.members(ferry))
    assert found["decisions"] == []
    decision = desk.same_actor("Lars Holm", "Orla Finch")
    desk.dossier(ferry)
    assert fingerprint(desk, ferry)["decisions"] == [decision.id]
    assert fingerprint(desk, ferry)["settings"] == found["settings"]


def test_a_decision_overruled_by_a_later_one_is_not_named(desk: Desk, ferry: str) -> None:
    desk.same_actor("Lars Holm", "Orla Finch")
    second = desk.not_same_actor("Lars Holm", "Orla Finch")
    desk.dossier(ferry)
    assert fingerprint(desk, ferry)["decisions"] == [second.id]


def test_the_row_of_a_story_shows_its_newest_dossier(desk: Desk, ferry: str) -> None:
    before = desk.story(ferry)
    assert (before.origins, before.disagreements) == (None, None)
    found = desk.dossier(ferry)
    after = desk.story(ferry)
    assert (after.title, after.origins, after.disagreements) == (found["story"]["title"], 3, 1)


def test_refresh_tells_changes_once(desk: Desk, ferry: str, clock: Clock) -> None:
    desk.dossier(ferry)
    clock.time = "2026-11-22T13:00:00Z"
    desk.add([report("dawn", FERRY["times"].replace("14 people", "19 people"))])
    told = desk.changes(ferry).items
    assert told
    assert {c.at for c in told} == {clock.time}
    assert all(c.id for c in told)
    assert desk.refresh(ferry) == ()
    assert desk.changes(ferry).items == told


def test_what_changed_is_because_of_the_reports_that_came(desk: Desk, ferry: str) -> None:
    desk.dossier(ferry)
    added = desk.add([report("dawn", FERRY["times"].replace("14 people", "19 people"))])
    assert {c.because for c in desk.changes(ferry).items} == {tuple(added.new)}


def test_what_a_decision_changed_is_because_of_it_also_when_it_is_taken_back(desk: Desk, ferry: str) -> None:
    desk.dossier(ferry)
    decision = desk.not_a_contradiction(ferry, "d1")
    desk.revoke(decision.id)
    kinds = [(c.kind, c.because) for c in desk.changes(ferry).items if c.section == "disagreements"]
    assert kinds == [("added", (f"decision {decision.id}",)), ("removed", (f"decision {decision.id}",))]


def test_what_newer_rules_change_is_because_of_them(desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.dossier(ferry)

    def other(*given: Any) -> Made:
        found = make(*given)
        return Made({**found.data, "disagreements": []})

    monkeypatch.setattr(dossiers, "comparing", lambda: "newer")
    monkeypatch.setattr(dossiers, "make", other)
    told = desk.refresh(ferry)
    assert {c.kind for c in told} == {"removed"}
    assert {c.because for c in told} == {("a newer version of Rashomon",)}
    added = desk.add([report("dawn", FERRY["times"].replace("14 people", "19 people"))])
    assert {c.because for c in desk.changes(ferry, limit=added.changes).items} == {tuple(added.new)}


def test_a_report_that_left_is_the_reason_too(desk: Desk, ferry: str, ids: dict[str, str]) -> None:
    desk.dossier(ferry)
    decision = desk.split(ferry, [ids["times"]])
    told = desk.changes(ferry).items
    assert any(c.line.startswith("no longer in this story: The Times") for c in told)
    assert {c.because for c in told} == {(ids["times"],)}
    assert decision.kind == "split-story"


def test_a_story_kept_nowhere_compares_with_the_reports_it_had(
    desk: Desk, ferry: str, made: list[tuple[str, ...]]
) -> None:
    before = desk.store.members(ferry)
    added = desk.add([report("dawn", FERRY["times"].replace("14 people", "19 people"))])
    assert made == [desk.store.members(ferry), before]
    assert added.changes > 0


def test_a_second_report_of_a_story_of_one_is_no_news(empty: Desk, made: list[tuple[str, ...]]) -> None:
    first, second, _ = reports(FERRY)
    empty.add([first])
    assert empty.add([second]).changes == 0
    assert made == []


def test_marks_are_made_again_only_where_they_are_missing(desk: Desk, ferry: str) -> None:
    members = desk.store.members(ferry)
    assert make(desk.store, members, Settings()).marks == []
    other = make(desk.store, members, Settings(tagger="rashomon"), Decided())
    assert other.data == desk.dossier(ferry)


def test_a_desk_for_reading_forgets_the_oldest(
    desk: Desk, ferry: str, made: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossiers, "SEEN", 1)
    other = next(s.id for s in desk.stories().items if s.id != ferry)
    with Desk.open(desk.folder, read_only=True) as reader:
        for story in (ferry, ferry, other, other, ferry):
            reader.dossier(story)
    assert len(made) == 3


def test_a_merged_story_has_one_dossier(desk: Desk, ferry: str) -> None:
    other = next(s.id for s in desk.stories().items if s.id != ferry)
    desk.merge(ferry, other)
    assert desk.dossier(ferry) == desk.dossier(other)


def test_no_story_no_dossier(desk: Desk) -> None:
    with pytest.raises(NotFound):
        Dossiers(desk.store, desk.settings, lambda: NOON).get("s99")


def test_bytes_are_the_same_in_every_order(make_desk: Callable[[str], Desk]) -> None:
    found = []
    for name, order in (("one", 1), ("two", -1)):
        desk = make_desk(name)
        desk.add(reports(FERRY)[::order])
        (story,) = desk.stories().items
        desk.dossier(story.id)
        kept = desk.store.dossier(story.id)
        assert kept is not None
        found.append(kept[1])
    assert found[0] == found[1]


def test_a_refreshed_dossier_is_that_of_a_desk_that_remembers_nothing(
    desk: Desk, ferry: str, ids: dict[str, str]
) -> None:
    """Marks and what was worked out from them stay in memory from one refresh to the next; nobody can tell."""
    members = desk.store.members(ferry)
    for left_out in members:
        rest = tuple(m for m in members if m != left_out)
        made = make(desk.store, rest, desk.settings).data
        assert make(desk.store, members, desk.settings).data == make(desk.store, members, desk.settings).data
        with Store.open(desk.store.path, read_only=True) as fresh:
            assert made == make(fresh, rest, desk.settings).data
    with Store.open(desk.store.path, read_only=True) as fresh:
        assert make(desk.store, members, desk.settings).data == make(fresh, members, desk.settings).data
