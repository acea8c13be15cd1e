"""What is left to look at is written down, and the next intake finishes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.unit.desk.conftest import FERRY, reports

from rashomon.desk import Desk
from rashomon.desk.unsettled import Unsettled
from rashomon.store import Store

MADE = Callable[..., Desk]
POST, TIMES, ECHO = reports(FERRY)


class Stopped(BaseException):
    """As when somebody pulls the plug."""


def lines(desk: Desk) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return sorted((c.kind, c.section, c.line, c.because) for c in desk.changes(limit=1000).items)


def stop_before_comparing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a report and go down between its transaction and the comparison."""

    def down(*_: object) -> None:
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(desk._dossiers, "refresh", down)
        with pytest.raises(Stopped):
            desk.add([ECHO])


@pytest.fixture
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Desk]:
    """Two desks of two reports each."""
    made = tuple(Desk.init(tmp_path_factory.mktemp("d") / "desk", now=lambda: "2026-11-22T12:00:00Z") for _ in "ab")
    for desk in made:
        desk.add([POST, TIMES])
    return made[0], made[1]


def test_stories_are_noted_and_struck() -> None:
    with Store(":memory:") as store:
        unsettled = Unsettled(store)
        unsettled.note(["s1", "s2"], 4, 6)
        unsettled.note(["s2"], 6, 7)
        seen = unsettled.noted()
        assert seen == {"s1": b"6", "s2": b"7"}
        unsettled.note(["s2"], 7, 9)
        unsettled.strike(seen)  # s2 changed again since
        assert unsettled.noted() == {"s2": b"9"}
        assert store.group_part("settled") == b"4"
        unsettled.strike({"s2": b"9"})
        assert store.group_state() == {}
        assert unsettled.before("s2") == []


def test_what_a_note_left_behind_does_not_count_for_the_next() -> None:
    """A round whose last look changed nothing once left where it began, and what came later was not told."""
    with Store(":memory:") as store:
        unsettled = Unsettled(store)
        unsettled.note_since(0)
        assert unsettled.before("s1") == []
        unsettled.note(["s1"], 4, 6)
        assert store.group_part("settled") == b"4"


def test_a_round_that_was_stopped_begins_where_it_began() -> None:
    with Store(":memory:") as store:
        unsettled = Unsettled(store)
        assert unsettled.open_round(3) == 3
        assert unsettled.open_round(9) == 3
        unsettled.close_round()
        unsettled.close_round()
        assert store.group_state() == {}
        assert unsettled.open_round(9) == 9


def test_an_intake_ends_a_round_that_was_stopped_long_ago(pair: tuple[Desk, Desk]) -> None:
    Unsettled(pair[0].store).open_round(1)
    pair[0].add([ECHO])
    Unsettled(pair[1].store).open_round(1)
    pair[1].rebuild()
    assert [desk.store.group_part("round") for desk in pair] == [None, None]


def test_nothing_is_noted_of_nothing() -> None:
    with Store(":memory:") as store:
        Unsettled(store).note([], 1, 2)
        assert store.group_state() == {}


def test_an_intake_that_is_whole_leaves_nothing(pair: tuple[Desk, Desk]) -> None:
    pair[0].add([ECHO])
    assert Unsettled(pair[0].store).noted() == {}
    assert pair[0].store.group_part("settled") is None


@pytest.mark.parametrize("again", [[ECHO], []])
def test_the_next_intake_finishes_what_was_stopped(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch, again: list[dict[str, str]]
) -> None:
    desk, whole = pair
    whole.add([ECHO])
    before = desk.store.members("s1")
    stop_before_comparing(desk, monkeypatch)
    unsettled = Unsettled(desk.store)
    assert list(unsettled.noted()) == ["s1"]
    assert sorted(unsettled.before("s1")) == sorted(before)
    assert lines(desk) == []
    with Desk.open(desk.folder, now=lambda: "2026-11-22T12:00:00Z") as other:
        assert other.add(again).new == []
        assert lines(other) == lines(whole) != []
        assert unsettled.noted() == {}


def test_a_dossier_that_is_asked_for_tells_what_was_left(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, whole = pair
    whole.add([ECHO])
    stop_before_comparing(desk, monkeypatch)
    assert desk.dossier("s1") == whole.dossier("s1")
    assert lines(desk) == lines(whole)
    assert Unsettled(desk.store).noted() == {}
    desk.take([])
    assert lines(desk) == lines(whole)


def test_of_two_who_compare_one_tells(pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk, whole = pair
    whole.add([ECHO])
    stop_before_comparing(desk, monkeypatch)
    with Desk.open(desk.folder, now=lambda: "2026-11-22T12:00:00Z") as other:
        changes = other._dossiers._changes

        def meanwhile(*given: object) -> object:
            found = changes(*given)  # type: ignore[arg-type]
            desk.add([])
            return found

        monkeypatch.setattr(other._dossiers, "_changes", meanwhile)
        other.add([])
    assert lines(desk) == lines(whole)


def test_a_rebuild_leaves_nothing_to_finish(pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk, _ = pair
    stop_before_comparing(desk, monkeypatch)
    desk.rebuild()
    assert Unsettled(desk.store).noted() == {}


def test_decisions_leave_nothing_to_finish(pair: tuple[Desk, Desk]) -> None:
    desk, _ = pair
    decision = desk.split("s1", [desk.store.members("s1")[0]])
    assert Unsettled(desk.store).noted() == {}
    desk.revoke(decision.id)
    assert Unsettled(desk.store).noted() == {}
