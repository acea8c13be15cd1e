from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.records.marks import Measure
from rashomon.records.span import Span
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.clusters import cluster
from rashomon.steps.reconcile.statements.pairs import SCALE, Pair, find_pairs, opposed, refused
from rashomon.steps.reconcile.statements.units import Unit, find_units
from rashomon.text.similarity import Rarity

CAST = (("Alba", "place", ()), ("Berta", "place", ()), ("Orla Finch", "person", ("Finch",)))


@pytest.fixture
def units_of(told: Callable) -> Callable[..., tuple[list[Unit], Kin]]:
    def build(*texts: str) -> tuple[list[Unit], Kin]:
        story, cast = told(dict(zip("abcdef", texts, strict=False)), CAST)
        kin = Kin(cast)
        return find_units(story, cast, kin), kin

    return build


def pairs(units: list[Unit], kin: Kin) -> list[Pair]:
    return find_pairs(units, Rarity((u.terms for u in units), SCALE), kin)


def measure(value: float, unit: str = "person") -> Measure:
    return Measure(Span(0, 2), value, value, value, unit)


def test_a_unit_knows_its_facts(units_of: Callable) -> None:
    (unit,), _ = units_of("Alba rejected the harbour tax.")
    assert unit.text == "Alba rejected the harbour tax"
    assert unit.doers == unit.actors == {"Alba"}
    assert unit.senses == {"reject"}
    assert unit.complete
    assert not unit.quoted
    assert {"a:Alba", "k:Alba"} <= unit.terms


def test_a_shared_subject_is_part_of_the_unit(units_of: Callable) -> None:
    (_, second), _ = units_of("Alba rejected the harbour tax and accused Berta of fraud.")
    assert second.doers == {"Alba"}
    assert second.actors == {"Alba", "Berta"}
    assert not second.complete


def test_a_unit_that_says_nothing_is_none(units_of: Callable) -> None:
    assert units_of("He said so.")[0] == []


def test_only_units_of_different_reports_make_pairs(units_of: Callable) -> None:
    units, kin = units_of("Alba rejected the harbour tax. The harbour tax was rejected by Alba.")
    assert pairs(units, kin) == []


def test_the_best_pair_comes_first(units_of: Callable) -> None:
    units, kin = units_of(
        "Alba rejected the harbour tax. Snow fell on the old station roof.",
        "Alba rejected the harbour tax. Much snow fell on the station roof of the town.",
    )
    found = pairs(units, kin)
    assert [(p.one, p.other) for p in found] == [(0, 2), (1, 3)]
    assert found[0].score >= found[1].score


def test_little_in_common_is_no_pair(units_of: Callable) -> None:
    assert pairs(*units_of("Alba built a new harbour wall.", "Alba sold its oldest tram depot.")) == []


@pytest.mark.parametrize(
    ("one", "other", "no"),
    [
        ((("2024-05-01", "2024-05-01"),), (("2024-05-02", "2024-05-02"),), True),
        ((("2024-05-01", "2024-05-01"),), (("2024-05-01", "2024-05-01"),), False),
        ((("2024-05-01", "2024-05-31"),), (("2024-05-02", "2024-05-02"),), False),
        ((), (("2024-05-02", "2024-05-02"),), False),
    ],
)
def test_another_day_is_refused(units_of: Callable, one: tuple, other: tuple, no: bool) -> None:
    units, kin = units_of("Alba rejected the harbour tax.", "Alba rejected the harbour tax.")
    a, b = replace(units[0], days=one), replace(units[1], days=other)
    assert refused(a, b, kin, 0.9) is no


@pytest.mark.parametrize(
    ("one", "other", "no"),
    [
        ((12, "person"), (40, "person"), True),
        ((12, "person"), (12, "person"), False),
        ((100, "person"), (104, "person"), False),
        ((12, "person"), (40, "hour"), False),
    ],
)
def test_another_figure_is_refused(units_of: Callable, one: tuple, other: tuple, no: bool) -> None:
    units, kin = units_of("Alba rejected the harbour tax.", "Alba rejected the harbour tax.")
    a, b = replace(units[0], measures=(measure(*one),)), replace(units[1], measures=(measure(*other),))
    assert refused(a, b, kin, 0.9) is no


def test_opposite_acts(units_of: Callable) -> None:
    units, _ = units_of("Alba accepted the tax.", "Alba rejected the tax.", "Alba did not accept the tax.")
    assert [u.ways for u in units] == [{"accept": 1}, {"accept": -1}, {"accept": -1}]
    assert opposed(units[0], units[1])
    assert opposed(units[0], units[2])
    assert not opposed(units[1], units[2])


def test_groups_grow_only_where_all_fit(units_of: Callable) -> None:
    units, kin = units_of(*["Alba rejected the harbour tax."] * 3)
    chain = [Pair(0, 1, 0.9), Pair(1, 2, 0.8)]
    assert cluster(units, chain, kin) == [[0, 1], [2]]
    assert cluster(units, [*chain, Pair(0, 2, 0.7)], kin) == [[0, 1, 2]]


def test_opposed_units_are_put_together_only_where_all_else_is_alike(units_of: Callable) -> None:
    units, kin = units_of(*["Alba rejected the harbour tax."] * 2)
    assert cluster(units, [Pair(0, 1, 0.9, opposed=True)], kin) == [[0, 1]]
    assert cluster(units, [Pair(0, 1, 0.6, opposed=True)], kin) == [[0], [1]]


@pytest.mark.parametrize(
    ("text", "reports", "found"),
    [
        ("The tram stood.", 5, 10),
        ("The tram stood.", 6, 0),  # two words of the whole story link nothing
        ("The old tram stood.", 6, 15),  # three do
        ("Alba sold it.", 6, 0),
        ("Finch sold it to Alba.", 6, 15),  # and so do two who do it
        ("Finch told Alba.", 6, 0),  # unless they only say something
    ],
)
def test_a_word_of_the_whole_story_links_nothing(units_of: Callable, text: str, reports: int, found: int) -> None:
    assert len(pairs(*units_of(*[text] * reports))) == found


@pytest.mark.parametrize(
    ("polarities", "found"), [(("affirmed",) * 2, 1), (("affirmed", "hedged"), 0), (("hedged",) * 2, 1)]
)
def test_a_hedge_asks_for_more(units_of: Callable, polarities: tuple, found: int) -> None:
    units, kin = units_of("Finch sold the old harbour tram to Berta in the spring.", "The owner sold the harbour tram.")
    assert len(pairs([replace(u, polarity=p) for u, p in zip(units, polarities, strict=True)], kin)) == found


@pytest.mark.parametrize(
    ("one", "other", "no"),
    [
        ((("2024-05-02", "2024-05-02"),), (("2024-05-01", "2024-05-01"),), True),
        ((("2024-05-02", "2024-05-02"),), (("2024-05-01", "2024-05-31"),), False),
        ((("2024-05-01", "2024-05-01"), ("2024-05-09", "2024-05-09")), (("2024-05-09", "2024-05-09"),), False),
        ((("2024-05-02", "2024-05-02"),), (), False),
    ],
)
def test_any_day_in_common_is_enough(units_of: Callable, one: tuple, other: tuple, no: bool) -> None:
    units, kin = units_of("Alba rejected the harbour tax.", "Alba rejected the harbour tax.")
    assert refused(replace(units[0], days=one), replace(units[1], days=other), kin, 0.9) is no


def counted(value: float, thing: str | None, low: float | None = None, high: float | None = None) -> Measure:
    return Measure(Span(0, 2), value, low if low is not None else value, high or value, None, counted=thing)


@pytest.mark.parametrize(
    ("one", "other", "no"),
    [
        ([counted(12, "tram")], [counted(40, "tram")], True),
        ([counted(12, "tram")], [counted(40, "Tram")], True),
        ([counted(12, "tram")], [counted(40, "bus")], False),
        ([counted(12, None)], [counted(40, None)], True),
        ([counted(12, "tram"), counted(40, "tram")], [counted(40, "tram")], False),  # one of them is the same
        ([counted(12, "tram", 12, 50)], [counted(40, "tram")], False),  # "more than 12"
        ([counted(40, "tram")], [counted(12, "tram", 12, 50)], False),
    ],
)
def test_another_number_of_one_thing_is_refused(units_of: Callable, one: list, other: list, no: bool) -> None:
    units, kin = units_of("Alba rejected the harbour tax.", "Alba rejected the harbour tax.")
    a, b = replace(units[0], measures=tuple(one)), replace(units[1], measures=tuple(other))
    assert refused(a, b, kin, 0.9) is no


@pytest.mark.parametrize(
    ("one", "other", "score", "no"),
    [
        # what somebody agreed to do is not what is done
        ("Alba agreed to halt the harbour trams.", "Alba halted the harbour trams.", 0.9, True),
        ("Alba agreed to halt the harbour trams.", "Alba agreed to halt the trams.", 0.9, False),
        ("Alba agreed to halt the harbour trams.", "Alba agreed to halt the trams and halted them.", 0.9, False),
        ("Alba agreed to halt the harbour trams.", "Alba sold the harbour trams.", 0.9, False),
        # somebody else does it, unless nearly all else is the same
        ("Alba sold the old harbour wall.", "Berta sold the harbour wall.", 0.6, True),
        ("Alba sold the old harbour wall.", "Berta sold the harbour wall.", 0.8, False),
        ("Alba sold the old harbour wall.", "Alba sold the harbour wall to Berta.", 0.6, False),
        ("The old harbour wall was sold to Alba.", "Berta sold the harbour wall.", 0.6, True),
        ("The old harbour wall was sold.", "Berta sold the harbour wall.", 0.6, False),
        # a meeting of others, however alike
        ("Finch met Alba in the harbour.", "Finch met Berta in the old harbour.", 0.9, True),
        ("Finch met Alba in the harbour.", "Alba and Finch met in the old harbour.", 0.9, False),
        ("Finch met Alba in the harbour.", "Finch met Alba and Berta in the old harbour.", 0.9, False),
    ],
)
def test_others_or_only_a_promise(units_of: Callable, one: str, other: str, score: float, no: bool) -> None:
    units, kin = units_of(one, other)
    a, b = units[0], next(u for u in units if u.article == 1)
    assert (refused(a, b, kin, score), refused(b, a, kin, score)) == (no, no)


def test_no_way_is_no_opposite(units_of: Callable) -> None:
    units, _ = units_of("Alba took the tax.", "Alba accepted the tax.")
    assert not opposed(units[0], units[1])


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Finch accepted the harbour tax.", "Finch rejected the harbour tax.", [(True, False)]),
        ("Finch accepted the harbour tax.", "Finch accepted the harbour tax.", [(False, False)]),
        ("Finch accepted the harbour tax.", "Finch should reject the harbour tax.", []),
    ],
)
def test_what_stands_against_one_another(units_of: Callable, one: str, other: str, found: list) -> None:
    assert [(p.opposed, p.against) for p in pairs(*units_of(one, other))] == found
