"""Names joined and parted as people decided, group by group."""

from __future__ import annotations

import pytest
from tests.unit.steps.reconcile.test_decided import POST, TIMES, dossier, settled

from rashomon.records.decisions import NOTHING, Decided
from rashomon.records.findings import Disagreement, Figure, Reading, Side
from rashomon.records.marks import ActorType, Mention
from rashomon.records.span import Cite, Span
from rashomon.steps.reconcile.actors.authority import Known
from rashomon.steps.reconcile.actors.gather import Entry
from rashomon.steps.reconcile.actors.merge import Group
from rashomon.steps.reconcile.decided import folded, regroup, settle_figures, unsettled

TEXTS = {"a": " ".join(["Anna Vega", "Ana Vega", "Vega", "Lars Holm", "the Harbour Board", "HB"])}


def entry(name: str, count: int = 1, kind: ActorType = "person", spelt: str | None = None) -> Entry:
    start = TEXTS["a"].index(spelt or name)
    span = Span(start, start + len(spelt or name))
    return Entry(name, kind, [("a", Mention(span, kind, name))] * count)


def group(*entries: Entry, known: Known | None = None) -> Group:
    return Group(entries[0].type, list(entries), known)


def names(groups: list[Group]) -> list[list[str]]:
    return [[e.name for e in g.entries] for g in groups]


def decide(groups: list[Group], *left: Entry, same: object = (), apart: object = ()) -> list[list[str]]:
    return names(regroup(groups, left, TEXTS, Decided(same=same, apart=apart)))  # type: ignore[arg-type]


def test_nothing_decided_gives_the_very_groups() -> None:
    groups = [group(entry("Anna Vega")), group(entry("Lars Holm"))]
    assert regroup(groups, [], TEXTS, NOTHING) is groups


def test_the_group_named_most_is_the_home() -> None:
    groups = [group(entry("Lars Holm")), group(entry("Anna Vega", 3))]
    assert decide(groups, same=[("Lars Holm", "Anna Vega")]) == [["Anna Vega", "Lars Holm"]]
    assert decide(groups, same=[("anna  vega", "LARS HOLM")]) == [["Anna Vega", "Lars Holm"]]


def test_a_name_of_the_authority_file_is_the_home() -> None:
    known = Known("Holm, L.", (), "person", "Q7")
    groups = [group(entry("Lars Holm"), known=known), group(entry("Anna Vega", 3))]
    found = regroup(groups, [], TEXTS, Decided(same=(("Anna Vega", "Holm, L."),)))
    assert names(found) == [["Lars Holm", "Anna Vega"]]
    assert found[0].known == known


def test_an_open_name_joins_where_it_was_put() -> None:
    groups = [group(entry("Anna Vega")), group(entry("Ana Vega"))]
    assert decide(groups, entry("Vega"), same=[("Vega", "Ana Vega")]) == [["Anna Vega"], ["Ana Vega", "Vega"]]
    assert decide(groups, entry("Vega"), same=[("Vega", "Lars Holm")]) == [["Anna Vega"], ["Ana Vega"]]


@pytest.mark.parametrize("pair", [("Anna Vega", "Nobody"), ("Nobody", "Nowhere"), ("Anna Vega", "Anna Vega")])
def test_a_name_that_is_not_there_joins_nothing(pair: tuple[str, str]) -> None:
    groups = [group(entry("Anna Vega")), group(entry("Lars Holm"))]
    assert decide(groups, same=[pair]) == [["Anna Vega"], ["Lars Holm"]]


def test_a_spelling_finds_the_only_group_that_has_it() -> None:
    board = group(entry("the Harbour Board", kind="organization", spelt="HB"))
    groups = [board, group(entry("Lars Holm"))]
    assert decide(groups, same=[("HB", "Lars Holm")]) == [["the Harbour Board", "Lars Holm"]]
    twice = [board, group(entry("Anna Vega", kind="organization", spelt="HB")), group(entry("Lars Holm"))]
    assert len(decide(twice, same=[("HB", "Lars Holm")])) == 3


def test_two_names_of_one_group_are_parted() -> None:
    groups = [group(entry("Anna Vega"), entry("Ana Vega"))]
    assert decide(groups, apart=[("Ana Vega", "Anna Vega")]) == [["Ana Vega"], ["Anna Vega"]]
    assert decide(groups, apart=[("Ana Vega", "Lars Holm")]) == [["Anna Vega", "Ana Vega"]]


@pytest.mark.parametrize(
    ("anna", "ana", "parts"),
    [
        (4, 2, [["Anna Vega", "Vega"], ["Ana Vega"]]),
        (2, 4, [["Anna Vega"], ["Ana Vega", "Vega"]]),
        (3, 2, [["Anna Vega"], ["Ana Vega"]]),
    ],
)
def test_a_surname_of_both_goes_with_the_clear_one_or_with_nobody(anna: int, ana: int, parts: list[list[str]]) -> None:
    groups = [group(entry("Anna Vega", anna), entry("Ana Vega", ana), entry("Vega"))]
    assert decide(groups, apart=[("Anna Vega", "Ana Vega")]) == parts


def test_a_name_that_fits_one_side_goes_there() -> None:
    groups = [group(entry("Anna Vega"), entry("Lars Holm"), entry("Ana Vega", 9))]
    assert decide(groups, apart=[("Anna Vega", "Lars Holm")]) == [["Anna Vega", "Ana Vega"], ["Lars Holm"]]


def test_the_authority_stays_with_its_own_name() -> None:
    known = Known("Anna Vega", ("Ana Vega",), "person", "Q1")
    groups = [group(entry("Anna Vega"), entry("Ana Vega"), known=known)]
    found = regroup(groups, [], TEXTS, Decided(apart=(("Anna Vega", "Ana Vega"),)))
    assert [g.known for g in found] == [known, None]


@pytest.mark.parametrize(("name", "form"), [(" Ána   VEGA ", "ana vega"), ("Vega\n", "vega"), ("", "")])
def test_names_are_compared_without_case_accents_and_blanks(name: str, form: str) -> None:
    assert folded(name) == form


# Contradictions


def disagreement(number: int, *sides: tuple[str, int]) -> Disagreement:
    made = tuple(Side("x", None, (Cite(article, start, start + 2),)) for article, start in sides)
    return Disagreement(f"d{number}", "figure", "", made)


class Reports:
    """A story of two texts, as far as passages need one."""

    class Article:
        def __init__(self, name: str, text: str) -> None:
            self.id, self.text = name, text

    articles = (Article("a", "12 13 14"), Article("b", "14 15 12"))


def test_what_is_left_is_numbered_anew() -> None:
    found = [disagreement(1, ("a", 0), ("b", 0)), disagreement(2, ("a", 3), ("b", 3))]
    kept = unsettled(found, Reports, settled("figure", "12", "14"))  # type: ignore[arg-type]
    assert [(d.id, d.sides[0].cites[0].start) for d in kept] == [("d1", 3)]
    assert unsettled(found, Reports, NOTHING) == tuple(found)  # type: ignore[arg-type]


def test_every_pair_of_sides_must_be_settled() -> None:
    three = [disagreement(1, ("a", 0), ("b", 0), ("b", 3))]
    assert unsettled(three, Reports, settled("figure", "12", "14")) == tuple(three)  # type: ignore[arg-type]


def figure(relation: str = "conflict") -> Figure:
    readings = (Reading(Cite("a", 0, 2), 12, 12, 12), Reading(Cite("b", 0, 2), 14, 14, 14))
    return Figure("f1", "people", None, readings, relation, "12 against 14")  # type: ignore[arg-type]


def test_a_settled_figure_is_compatible_and_its_note_is_gone() -> None:
    (found,) = settle_figures((figure(),), (), Reports, settled("figure", "12", "14"))  # type: ignore[arg-type]
    assert (found.relation, found.note) == ("compatible", "")


def test_a_figure_still_disagreed_upon_stays() -> None:
    decided = settled("figure", "12", "14")
    left = [disagreement(1, ("a", 0), ("b", 3))]
    assert settle_figures((figure(),), left, Reports, decided) == (figure(),)  # type: ignore[arg-type]
    assert settle_figures((figure("same"),), (), Reports, decided) == (figure("same"),)  # type: ignore[arg-type]
    other = settled("figure", "12", "15")
    assert settle_figures((figure(),), (), Reports, other) == (figure(),)  # type: ignore[arg-type]


def test_order_of_decisions_on_different_names_makes_no_difference() -> None:
    one = Decided(same=(("Lars Holm", "Orla Finch"),), apart=(("Ana Vega", "Anna Vega"),))
    assert dossier(one) == dossier(one, POST, TIMES)
