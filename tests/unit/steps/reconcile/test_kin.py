from __future__ import annotations

import pytest

from rashomon.records.findings import Actor, Form
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin

AT = (Cite("a", 0, 1),)


def actor(name: str, kind: str, *labels: str, speaks_for: str | None = None) -> Actor:
    forms = tuple(Form(label, AT) for label in labels)
    return Actor(name, name, kind, (Form(name, AT),), forms, speaks_for)  # type: ignore[arg-type]


@pytest.fixture
def kin() -> Kin:
    return Kin(
        Cast(
            (
                actor("Norway", "place"),
                actor("Oslo", "place", speaks_for="Norway"),
                actor("Harbour Board", "organization", speaks_for="Norway"),
                actor("Orla Finch", "person", "Norwegian president"),
                actor("Ben Ode", "person", "Harbour Board spokesman"),
                actor("Ida Roe", "person", "Norwegian singer"),
                actor("Chad", "place"),
            )
        )
    )


def test_a_seat_and_a_leader_stand_for_their_country(kin: Kin) -> None:
    assert kin.family("Oslo") == {"Oslo", "Norway"}
    assert kin.family("Orla Finch") == {"Orla Finch", "Norway"}


def test_a_spokesman_stands_for_his_body_and_whom_that_speaks_for(kin: Kin) -> None:
    assert kin.family("Ben Ode") == {"Ben Ode", "Harbour Board", "Norway"}


def test_a_singer_stands_for_nobody(kin: Kin) -> None:
    assert kin.family("Ida Roe") == {"Ida Roe"}


def test_who_is_related(kin: Kin) -> None:
    assert kin.related(frozenset({"Oslo"}), frozenset({"Orla Finch"}))
    assert not kin.related(frozenset({"Oslo"}), frozenset({"Chad"}))
    assert not kin.related(frozenset(), frozenset({"Chad"}))


def test_terms_carry_the_family(kin: Kin) -> None:
    assert kin.terms(frozenset({"Oslo"})) == {"k:Oslo", "k:Norway"}


def test_a_part_of_a_name_may_be_the_same_person() -> None:
    kin = Kin(Cast((actor("Orla", "person"), actor("Orla Finch", "person"), actor("Ben Finch", "person"))))
    assert kin.related(frozenset({"Orla"}), frozenset({"Orla Finch"}))
    assert not kin.related(frozenset({"Orla"}), frozenset({"Ben Finch"}))


def test_the_principal_of_a_seat_is_its_government(kin: Kin) -> None:
    assert kin.principal("Oslo") == "Norway"
    assert kin.principal("Chad") == "Chad"
