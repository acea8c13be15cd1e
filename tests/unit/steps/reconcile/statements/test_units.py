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


DAY = {"published": "2031-05-07"}


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("In 2009 a tram hit the harbour wall.", True),
        ("Since 2009 a tram has hit the harbour wall.", False),  # and still does
        ("By March 2031 a tram had hit the harbour wall.", False),
        ("In March 2031 a tram hit the harbour wall.", True),
        ("On 3 April 2031 a tram hit the harbour wall.", True),
        ("On 9 April 2031 a tram hit the harbour wall.", False),  # within a month
        ("Finch has sold trams for two years.", False),  # so long, not when
    ],
)
def test_of_what_time_a_clause_tells(read: Callable, text: str, earlier: bool) -> None:
    assert read(text, **DAY)[0].asserted.earlier is earlier


@pytest.mark.parametrize(
    ("text", "earlier"), [("In 2009 a tram hit the wall.", True), ("On 3 April 2009 a tram hit the wall.", False)]
)
def test_without_a_day_of_the_report_only_whole_months_and_years_are_long_ago(
    read: Callable, text: str, earlier: bool
) -> None:
    assert read(text)[0].asserted.earlier is earlier


@pytest.mark.parametrize(("link", "earlier"), [("because a tram hit the harbour", True), ("and Finch sold it", False)])
def test_a_clause_that_hangs_on_another_has_its_time(read: Callable, link: str, earlier: bool) -> None:
    found = read(f"In March 2009 the harbour wall fell {link}.", **DAY)
    assert [u.asserted.earlier for u in found] == [True, earlier]


@pytest.mark.parametrize(
    ("when", "moments"),
    [("at 9:30 a.m. on Monday", {"2031-05-05T09:30"}), ("on Monday morning", set()), ("on Monday", set())],
)
def test_a_moment_is_a_time_of_day_to_the_minute(read: Callable, when: str, moments: set[str]) -> None:
    (unit,) = read(f"Finch sold the tram {when}.", **DAY)
    assert unit.moments == moments
    assert unit.days == (("2031-05-05", "2031-05-05"),)


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("The harbour bus stops every Monday.", True),
        ("The harbour bus usually stops.", True),
        ("The harbour bus stops on Monday.", False),
    ],
)
def test_what_is_done_again_and_again(read: Callable, text: str, habit: bool) -> None:
    assert read(text, **DAY)[0].asserted.habit is habit


@pytest.mark.parametrize(
    ("text", "framed", "force"),
    [
        ("Divers suspect that the harbour dam has cracked.", True, "held"),
        ("Divers suspect the dam. The harbour dam has cracked.", False, "told"),  # a sentence of its own
        ("Divers hope that Finch fears that the harbour dam has cracked.", True, "ought"),
        ("Divers say that the harbour dam has cracked.", False, "told"),
    ],
)
def test_what_only_stands_in_a_frame(read: Callable, text: str, framed: bool, force: str) -> None:
    told = read(text)[-1].asserted
    assert (told.framed, told.force) == (framed, force)


@pytest.mark.parametrize(
    ("text", "undergoers"),
    [
        ("Alba was charged with theft.", {"Alba"}),
        ("On Monday Alba was charged with theft.", set()),  # it does not stand in front
        ("The clerk was charged with theft.", set()),
        ("Finch charged Alba with theft.", set()),
    ],
)
def test_who_stands_in_front_and_has_it_done(read: Callable, text: str, undergoers: set[str]) -> None:
    assert read(text)[0].undergoers == undergoers


@pytest.mark.parametrize(
    ("words", "mutual"), [("each other in the harbour", True), ("in the harbour each year", False)]
)
def test_each_other_is_a_word_of_its_own(read: Callable, words: str, mutual: bool) -> None:
    assert ("x:mutual" in read(f"Finch and Ode met {words}.")[0].words) is mutual


@pytest.mark.parametrize(
    ("text", "holder", "quoted"),
    [
        ('"We sold the harbour tram," said Finch.', "Orla Finch", True),
        ("We sold the harbour tram, said Finch.", None, False),
    ],
)
def test_who_says_what_stands_between_marks(read: Callable, text: str, holder: str | None, quoted: bool) -> None:
    quotes = {"a": [{"pieces": "We sold the harbour tram", "speaker": "Finch"}]} if quoted else {}
    unit = read(text, quotes=quotes)[0]
    assert unit.quoted is quoted
    assert quoted is False or unit.holder == holder
