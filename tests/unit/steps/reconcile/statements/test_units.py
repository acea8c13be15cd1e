from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.records.marks import TimeMark
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements import find_statements, neat
from rashomon.steps.reconcile.statements.opposites import axes, weak
from rashomon.steps.reconcile.statements.units import Unit, find_units
from rashomon.text.similarity import term

CAST = (("Alba", "place", ()), ("Orla Finch", "person", ("Finch",)), ("Ben Ode", "person", ("Ode",)))


@pytest.fixture
def units(told: Callable) -> Callable[[str], list[Unit]]:
    def build(text: str) -> list[Unit]:
        story, cast = told({"a": text}, CAST)
        return find_units(story, cast, Kin(cast))

    return build


def test_a_scrap_stays_with_its_clause(units: Callable) -> None:
    (unit,) = units("Finch must mend the wall before anyone sleeps well.")
    assert unit.text == "Finch must mend the wall before anyone sleeps well"


def test_a_subordinate_clause_with_facts_is_a_unit(units: Callable) -> None:
    found = [u.text for u in units("Finch mended the wall before Ode sold the harbour.")]
    assert found == ["Finch mended the wall", "before Ode sold the harbour"]


def test_a_dateline_is_no_part_of_a_unit(units: Callable) -> None:
    (unit,) = units("PORT ALBA (Meridian Wire) - Finch mended the sea wall.")
    assert unit.text == "Finch mended the sea wall"


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Finch accepted the lease.", {"accept": 1}),
        ("Finch did not accept the lease.", {"accept": -1}),
        ("Finch rejected the lease.", {"accept": -1}),
        ("No guard was at the gate.", {"be": -1}),
        ("The bridge is safe.", {"safe": 1}),
        ("The bridge is not safe.", {"safe": -1}),
        ("Finch could accept the lease.", {}),
        ("Finch accepted the lease in May.", {"accept": 1}),
        ("Finch took the lease.", {}),
    ],
)
def test_which_way_a_clause_goes(units: Callable, text: str, ways: dict[str, int]) -> None:
    assert [u.ways for u in units(text)] == [ways]


def test_a_word_stands_on_one_axis() -> None:
    assert axes()["accept"] == ("accept", 1)
    assert axes()["rebuff"] == ("accept", -1)
    assert "tell" in weak()
    assert "deny" not in weak()


def test_opposite_facts_are_never_agreed(told: Callable) -> None:
    story, cast = told({"a": "Finch said a guard was at the gate.", "b": "Ode said no guard was at the gate."}, CAST)
    (first,) = [s for s in find_statements(story, cast, ()) if "guard" in s.gist]
    assert first.verdict == "disputed"
    assert [(r.holder, r.polarity) for r in first.reports] == [("Orla Finch", "affirmed"), ("Ben Ode", "denied")]


def test_neat() -> None:
    assert neat(" the claim as “pure invention”, ") == "the claim as “pure invention”"
    assert neat("“We sailed on Monday") == "We sailed on Monday"
    assert neat('We sailed",') == "We sailed"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("blaze", "inferno"),
        ("truce", "ceasefire"),
        ("envoy", "ambassador"),
        ("check", "inspection"),
        ("jab", "vaccine"),
    ],
)
def test_words_for_one_thing(one: str, other: str) -> None:
    assert term(one) == term(other) is not None


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Finch met Ode in Alba.", {"Orla Finch", "Ben Ode", "Alba"}),
        ("Finch sold the tram after a quarrel with Ode.", {"Orla Finch"}),
        ("Finch sold the tram, a day before a meeting with Ode.", {"Orla Finch"}),
        ("Finch sold the tram following a meeting with Ode.", {"Orla Finch"}),
        ("The tram was sold by Finch to Ode.", {"Orla Finch", "Ben Ode"}),
    ],
)
def test_who_takes_part_and_who_only_dates_it(units: Callable, text: str, parties: set[str]) -> None:
    assert units(text)[0].parties == parties


def test_without_times_there_are_no_moments(units: Callable) -> None:
    assert units("Finch sold the tram at noon.")[0].moments == frozenset()


def test_a_unit_stands_when_it_has_its_own_subject(units: Callable) -> None:
    first, second = units("Finch sold the tram and Ode bought the harbour.")
    assert first.stands
    assert second.stands
    _, hanging = units("Finch sold the tram because Ode bought the harbour.")
    assert not hanging.stands


def test_units_come_in_text_order(units: Callable) -> None:
    found = units("Finch sold the tram. Ode bought the harbour. Alba rejected the tax.")
    assert [u.index for u in found] == [0, 1, 2]
    assert [u.span.start for u in found] == sorted(u.span.start for u in found)


def test_a_list_run_together_is_no_unit(units: Callable) -> None:
    assert units("Finch sold " + "trams and buses and ferries and " * 40 + "cranes.") == []


def test_strays_have_no_units(told: Callable) -> None:
    story, cast = told({"a": "Finch sold the old tram."}, CAST, stray=True)
    assert find_units(story, cast, Kin(cast)) == []


def test_units_of_a_report_are_read_again_when_its_day_or_its_actors_are_others(told: Callable) -> None:
    text = "Finch mended the sea wall. The harbour was sold on 4 March 1999."
    story, cast = told({"a": text, "b": "Ode sold the harbour to Alba."}, CAST)
    first = find_units(story, cast, Kin(cast))
    assert find_units(story, cast, Kin(cast)) == first
    assert not {id(u) for u in find_units(story, cast, Kin(cast))} & {id(u) for u in first}
    later = replace(story, articles=story.articles[1:], marks=story.marks[1:])
    assert [(u.index, u.article, u.text) for u in find_units(later, cast, Kin(cast))] == [
        (n, 0, u.text) for n, u in enumerate(u for u in first if u.article == 1)
    ]
    nobody = find_units(story, Cast(cast.actors), Kin(cast))
    assert {u.actors for u in nobody} == {frozenset()}
    assert find_units(story, cast, Kin(cast)) == first
    speaks = tuple(replace(a, speaks_for=cast.actors[0].id) if a.type == "person" else a for a in cast.actors)
    alike = find_units(story, replace(cast, actors=speaks, seen={}), Kin(Cast(speaks)))
    assert f"k:{cast.actors[0].id}" in alike[0].terms
    assert f"k:{cast.actors[0].id}" not in first[0].terms
    when = TimeMark(Span(text.index("4 March"), len(text) - 1), "DATE", "1999-03-04", "1999-03-04", "1999-03-04")
    story = replace(story, marks=(replace(story.marks[0], times=(when,)), story.marks[1]))
    earlier = []
    for day in ("2031-05-07", "1999-03-05", "2031-05-07"):
        articles = tuple(replace(a, published=day) for a in story.articles)
        earlier.append([u.asserted.earlier for u in find_units(replace(story, articles=articles), cast, Kin(cast))][:2])
    assert earlier == [[False, True], [False, False], [False, True]]
