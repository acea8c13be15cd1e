"""Decisions stay on record, changes are read newest first, the memory of grouping comes back as it was."""

from __future__ import annotations

import pytest

from rashomon.errors import NotFound, UsageError
from rashomon.records.desk import Change, Decision
from rashomon.store import Store

AT, LATER = "2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z"


def test_a_decision_is_kept_once_and_can_be_taken_back(store: Store) -> None:
    subject = {"names": ["E. Sorokina", "Elena Sorokina"], "story": "s1"}
    one = store.decide("same-actor", subject, "the minister", "ida", AT)
    assert one == Decision(1, AT, "same-actor", subject, "the minister", "ida", None)
    turned = {"story": "s1", "names": ["E. Sorokina", "Elena Sorokina"]}
    assert store.decide("same-actor", turned, "again", "jon", LATER) == one
    other = store.decide("not-same-actor", subject, "", "jon", LATER)
    assert store.decisions() == (one, other)
    revoked = store.revoke(one.id, LATER)
    assert revoked == Decision(1, AT, "same-actor", subject, "the minister", "ida", LATER)
    assert store.revoke(one.id, "2026-11-23T00:00:00Z") == revoked
    assert (store.decisions(), store.decisions(active=False)) == ((other,), (revoked, other))
    assert store.decide("same-actor", subject, "", "ida", LATER).id == 3


def test_an_unknown_decision(store: Store) -> None:
    with pytest.raises(NotFound, match="no decision 7"):
        store.revoke(7, AT)
    with pytest.raises(UsageError):
        store.revoke(2**70, AT)


def test_a_decision_of_half_a_pair_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="half a surrogate pair"):
        store.decide("speaker", {"name": "\ud800"}, "", "ida", AT)
    assert store.decisions() == ()


def test_changes_are_read_newest_first(store: Store) -> None:
    told = [
        Change(AT, "s1", "added", "figures", "crew", None, "140 aboard", ("a1",)),
        Change(AT, "s2", "removed", "quotes", "q", "“Safe”", None, ("a2", "a3")),
        Change(LATER, "s1", "changed", "figures", "crew", "140 aboard", "142 aboard", ("a4",)),
    ]
    kept = store.add_changes(told)
    assert [change.id for change in kept] == [1, 2, 3]
    assert store.changes().items == kept[::-1]
    assert store.changes(story="s1").items == (kept[2], kept[0])
    assert store.changes(since=LATER).items == (kept[2],)
    assert store.changes(story="s2", since=LATER).items == ()
    page = store.changes(limit=2)
    store.add_changes(told[:1])
    assert page.items == (kept[2], kept[1])
    rest = store.changes(cursor=page.next, limit=2)
    assert (rest.items, rest.next) == ((kept[0],), None)


def test_changes_are_kept_all_or_none(store: Store) -> None:
    good = Change(AT, "s1", "added", "figures", "crew")
    with pytest.raises(UsageError):
        store.add_changes([good, Change(AT, "\ud800", "added", "figures", "crew")])
    assert store.changes().items == ()


def test_the_memory_of_grouping(store: Store) -> None:
    assert store.group_state() == {}
    store.save_group_state({"b": b"\x00\xff", "a": b"1"})
    store.save_group_state({"a": b"2", "c": b""}, gone=["b", "never there"])
    assert list(store.group_state().items()) == [("a", b"2"), ("c", b"")]
    assert (store.group_part("a"), store.group_part("c"), store.group_part("b")) == (b"2", b"", None)
    store.save_group_state({"a/x": b"3", "a/b": b"4", "b/x": b"5"})
    assert list(store.group_parts("a/").items()) == [("a/b", b"4"), ("a/x", b"3")]
