"""Which total a share belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rashomon.steps.reconcile.figures.parts import Wholes


def share(e: Any) -> Any:
    return replace(e, thing=replace(e.thing, share=True, partial=True))


def test_a_share_of_people(entry: Any) -> None:
    total = entry(0, 31, counted="person", toll="dead")
    part = share(entry(0, 9, counted="child"))
    assert Wholes([total, part]).of([part]) == total


def test_two_of_them(entry: Any) -> None:
    total, part = entry(0, 11, counted="person"), share(entry(0, 2, sentence=1))
    assert Wholes([total, part]).of([part]) == total


def test_no_total(entry: Any) -> None:
    far, part = entry(0, 31, counted="person"), share(entry(0, 9, counted="child", sentence=2))
    assert Wholes([far, part]).of([part]) is None
    other, part = entry(1, 31, counted="person"), share(entry(2, 9, counted="child"))
    assert Wholes([far, part, other, part]).of([part]) is None


def test_what_does_not_fit(entry: Any) -> None:
    boats, children = entry(0, 31, counted="boat"), share(entry(0, 9, counted="child"))
    assert Wholes([boats, children]).of([children]) is None
    few, many = entry(0, 3, counted="person"), share(entry(0, 9, counted="child"))
    assert Wholes([boats, children, few, many]).of([many]) is None


def test_a_share_that_two_reports_give_keeps_its_relation(entry: Any) -> None:
    total, one, other = entry(0, 31, counted="person"), share(entry(0, 9)), share(entry(1, 9))
    assert Wholes([total, one, other]).of([one, other]) is None


def test_what_is_no_share(entry: Any) -> None:
    total, more = entry(0, 31, counted="person"), entry(0, 9, counted="child")
    assert Wholes([total, more]).of([more]) is None
