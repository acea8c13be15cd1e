"""A rebuild: everything again from reports and decisions, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.desk.conftest import FERRY, SMELTER, Clock, report, reports

from rashomon.desk import Desk, dossiers, rebuilding
from rashomon.desk.versions import marking
from rashomon.records.article import Article
from rashomon.store import Store


def stories(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {s.id: desk.store.members(s.id) for s in desk.stories().items}


def test_labels_that_our_code_now_sees_otherwise_are_replaced(desk: Desk, ids: dict[str, str]) -> None:
    _, article = desk.article(ids["post"])
    wrong = replace(article, outlet="Nobody", blocks=article.blocks[:1])
    desk.store.put_labels(wrong)
    assert desk.search("sandbank").items != ()
    desk.rebuild()
    assert desk.article(ids["post"])[1] == article
    assert desk.store.marks(ids["post"], f"{marking()}/rashomon") is not None
    assert desk.check(deep=True) == ()


def test_marks_of_other_code_are_replaced(desk: Desk, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "marking", lambda: "newer")
    assert desk.store.marks(ids["post"], "newer/rashomon") is None
    desk.rebuild()
    assert all(desk.store.marks(i, "newer/rashomon") is not None for i in ids.values())


def test_marks_that_are_there_are_not_made_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.steps import annotate as step

    def again(article: Article, *_: object) -> None:
        pytest.fail(f"{article.path} is marked a second time")

    monkeypatch.setattr(step, "annotate", again)
    desk.rebuild()
    assert len(stories(desk)) == 2


def test_two_rebuilds_give_the_same_bytes(desk: Desk) -> None:
    desk.rebuild()
    first = stories(desk), desk.store.group_state()["memory"]
    desk.rebuild()
    assert (stories(desk), desk.store.group_state()["memory"]) == first


def test_a_stop_in_the_middle_leaves_the_desk_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stories(desk)

    def full(*_: object) -> None:
        raise OSError("no room left on the disk")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "assign", full)
        with pytest.raises(OSError, match="no room"):
            desk.rebuild()
    assert stories(desk) == before
    assert desk.check() == ()
    desk.rebuild()
    assert stories(desk) == before


def test_batches_make_no_difference(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stories(desk)
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    seen: list[tuple[str, int, int]] = []
    desk.rebuild(lambda *step: seen.append(step))
    assert stories(desk) == before
    assert [step[1] for step in seen if step[0] == "reading reports"] == [2, 4, 5]


def test_versions_stay_together(desk: Desk, ferry: str, ids: dict[str, str], clock: Clock) -> None:
    clock.time = "2026-11-22T13:00:00Z"
    added = desk.add([report("times", FERRY["times"] + "More came later.\n", url="https://times.example/1")])
    desk.rebuild()
    (new, old) = added.revised[0]
    assert old == ids["times"]
    assert desk.article(new)[0].story == desk.article(old)[0].story == ferry
    assert old not in desk.store.members(ferry)


def test_decisions_and_the_log_stay(desk: Desk, ferry: str) -> None:
    desk.dossier(ferry)
    decision = desk.not_a_contradiction(ferry, "d1", note="why", by="ed")
    log = desk.changes().items
    saved = desk.save_search("ferry", "ferry")
    desk.rebuild()
    assert desk.decisions() == (decision,)
    assert desk.changes().items == log
    assert desk.searches() == (saved,)


def test_a_split_known_from_the_start_is_the_split_taken_later(
    desk: Desk, ferry: str, ids: dict[str, str], make_desk: Callable[[str], Desk]
) -> None:
    desk.split(ferry, [ids["echo"]])
    later = {frozenset(m) for m in stories(desk).values()}
    desk.rebuild()
    assert {frozenset(m) for m in stories(desk).values()} == later
    other = make_desk("other")
    other.add(reports(FERRY, SMELTER))
    other.decide("split-story", {"story": ferry, "articles": [[ids["echo"]], [ids["post"], ids["times"]]]})
    assert {frozenset(m) for m in stories(other).values()} == later


def test_a_desk_goes_on_after_a_rebuild(desk: Desk, ferry: str) -> None:
    desk.rebuild()
    added = desk.add([report("dawn", FERRY["echo"] + "More came at dawn.\n")])
    assert added.stories == [ferry]
    assert desk.add(reports()).new == []


def test_an_id_that_is_no_longer_given_leads_to_the_story_of_its_reports(
    desk: Desk, ids: dict[str, str], clock: Clock
) -> None:
    (ferry,) = (name for name, members in stories(desk).items() if ids["post"] in members)
    (other,) = (name for name in stories(desk) if name != ferry)
    desk.merge(ferry, other)
    desk.split(min(ferry, other), [ids["post"]])
    (split,) = (name for name, members in stories(desk).items() if members == (ids["post"],))
    known = set(desk.store.whereabouts())
    assert {ferry, other, split} <= known
    for _ in range(2):
        desk.rebuild()
        assert set(desk.store.whereabouts()) >= known
        assert desk.store.members(split) == (ids["post"],)
        assert desk.check(deep=True) == ()
