"""Counts, sums, shares and lengths that one report puts where another puts another one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.placed_numbers import PlacedNumbers, number_slots
from rashomon.steps.reconcile.disagreements.substitutes import other_values

FILLER = " Sheep were grazing on the meadows above the village. The bakery had sold all its bread."
FIRE = "The fire at the Tarn mill destroyed "


def how_many(one: str, other: str) -> str:
    """The note of a number in one report and another in the other."""
    return f"How many: “{one}” in one report, “{other}” in one report."


def lines(read: Callable, *texts: str, **more: str | None) -> list[str]:
    scene = read(*(t + FILLER for t in texts), **more)
    return [d.note for d in PlacedNumbers(scene, number_slots(scene)).drafts()]


def test_another_number_in_the_same_place(read: Callable) -> None:
    texts = (
        "The slick off Tarn is 14 kilometres long.",
        "An oil slick 14 kilometres long drifts off Tarn.",
        "The oil slick off Tarn is 40 kilometres long.",
    )
    (draft,) = other_values(read(*texts))
    assert (draft.kind, draft.reason) == ("figure", "figures-exclude-each-other")
    assert "“40 kilometres” in one report" in draft.note


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The slick is 14 kilometres long.", "The slick is about 14.2 kilometres long."),
        ("The slick is at least 14 kilometres long.", "The slick is 40 kilometres long."),
        ("The bus carried 50 people, including 12 children.", "The bus carried 30 children."),
        ("Shares fell 3 percent at noon.", "Shares fell 5 percent at the close."),
        ("Analysts had expected a price of 90 million euros.", "The price was 70 million euros."),
        ("The slick is 14 kilometres long.", "The mayor walked 40 kilometres."),
    ],
)
def test_numbers_that_may_both_be_right(read: Callable, one: str, other: str) -> None:
    assert [d.note for d in other_values(read(one, other)) if d.kind == "figure"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Tarn club won 50 games in five seasons.", "The Tarn club won 15 games in the past two years."),
        ("Tarn Shipping reported a 96 percent drop in income.", "Tarn Shipping shares fell 6.6 percent."),
    ],
)
def test_numbers_of_other_periods_and_other_things(read: Callable, one: str, other: str) -> None:
    assert other_values(read(one + FILLER, other + FILLER)) == []


@pytest.mark.parametrize(
    ("told", "apart", "other", "numbers"),
    [
        # so much larger that it is of something else
        ("The oil slick off Tarn is 45 kilometres long.", "The oil slick off Tarn is 60 kilometres long.",
         "The slick off Tarn is 14 kilometres long.", "45 kilometres|14 kilometres"),
        # rounded
        ("The Tarn bridge is 96 metres long.", "The Tarn bridge is 97.5 metres long.",
         "The Tarn bridge is 100 metres long.", "96 metres|100 metres"),
        # a bound is held against what lies beyond it
        ("The Tarn bridge is 60 metres long.", "The Tarn bridge is 120 metres long.",
         "The Tarn bridge is at least 100 metres long.", "60 metres|at least 100 metres"),
        # what was expected
        ("The Tarn mill cost 90 million euros.", "The Tarn mill was expected to cost 90 million euros.",
         "The Tarn mill cost 70 million euros.", "90 million euros|70 million euros"),
        # another fire, years ago
        ("A fire at the Tarn mill destroyed 12 engines.", "In May 2019 a fire at the Tarn mill destroyed 12 engines.",
         f"{FIRE}20 engines.", "12 engines|20 engines"),
        ("A fire broke out in May 2019. The fire at the Tarn mill destroyed 12 engines.",
         "A fire broke out in May 2019. It destroyed 12 engines at the Tarn mill.",
         f"{FIRE}20 engines.", "12 engines|20 engines"),
        # a point in time, and a length
        ("The strike at the Tarn mill lasted nine days.", "The strike at the Tarn mill ended nine days ago.",
         "The strike at the Tarn mill lasted four days.", "nine days|four days"),
        # a part of a game
        ("Tarn scored 12 goals.", "Tarn scored 12 goals in the first half.", "Tarn scored 20 goals.",
         "12 goals|20 goals"),
        # other things; a thing that is not named may be any
        (f"{FIRE}12 engines.", f"{FIRE}12 lorries.", f"{FIRE}20 engines.", "12 engines|20 engines"),
        (f"{FIRE}12 of them.", f"{FIRE}12 lorries.", f"{FIRE}20 engines.", "12|20 engines"),
        (f"{FIRE}four engines.", f"{FIRE}four of them.", f"{FIRE}nine engines.", "four engines|nine engines"),
        (f"{FIRE}four of them.", f"{FIRE}four engines.", f"{FIRE}nine of them.", "four|nine"),
        # names
        ("The Tarn mill has bought 14 engines.", "The Tarn mill has bought K-14 engines.",
         "The Tarn mill has bought 20 engines.", "14 engines|20 engines"),
        ("The guard of Tarn has 15K fighters.", "The guard of Tarn has F-15K fighters.",
         "The guard of Tarn has 20K fighters.", "15K fighters|20K fighters"),
        # one of them; on top; a share of all
        (f"{FIRE}two engines.", f"{FIRE}one engine.", f"{FIRE}three engines.", "two engines|three engines"),
        (f"{FIRE}12 engines.", f"{FIRE}12 more engines.", f"{FIRE}20 engines.", "12 engines|20 engines"),
        (f"{FIRE}12 engines.", f"{FIRE}another 12 engines.", f"{FIRE}20 engines.", "12 engines|20 engines"),
        (f"{FIRE}12 engines.", f"{FIRE}an additional 12 engines.", f"{FIRE}20 engines.", "12 engines|20 engines"),
        (f"{FIRE}three engines.", f"{FIRE}two thirds of the engines.", f"{FIRE}two engines.",
         "three engines|two engines"),
        (f"{FIRE}60 metres of rail.", f"{FIRE}half a kilometre of rail.", f"{FIRE}160 metres of rail.",
         "60 metres|160 metres"),
        # vague numbers
        (f"{FIRE}12 engines.", f"{FIRE}dozens of engines.", f"{FIRE}eight engines.", "12 engines|eight engines"),
        (f"{FIRE}30 engines.", f"{FIRE}scores of engines.", f"{FIRE}12 engines.", "30 engines|12 engines"),
        (f"{FIRE}90 engines.", f"{FIRE}hundreds of engines.", f"{FIRE}60 engines.", "90 engines|60 engines"),
        (f"{FIRE}900 engines.", f"{FIRE}thousands of engines.", f"{FIRE}600 engines.", "900 engines|600 engines"),
        (f"{FIRE}8,000 engines.", f"{FIRE}tens of thousands of engines.", f"{FIRE}5,000 engines.",
         "8,000 engines|5,000 engines"),
        ("The Tarn mill cost 900,000 euros.", "The Tarn mill cost millions of euros.",
         "The Tarn mill cost 600,000 euros.",
         "900,000 euros|600,000 euros"),
        # some of the people
        ("The bus to Tarn carried 50 passengers.", "The bus to Tarn carried 50 children.",
         "The bus to Tarn carried 30 people.", "50 passengers|30 people"),
        # what moves by the hour
        ("Shares of Tarn Shipping fell 3 percent.", "Shares of Tarn Shipping fell 3 percent at noon.",
         "Shares of Tarn Shipping fell 5 percent.", "3 percent|5 percent"),
        ("The Tarn price fell 3 percent at noon.", "The Tarn index fell 3 percent at noon.",
         "The Tarn price fell 5 percent.",
         "3 percent|5 percent"),
        ("Sales of Tarn Shipping fell 3 percent.", "Shares of Tarn Shipping fell 3 percent.",
         "Sales of Tarn Shipping fell 5 percent.", "3 percent|5 percent"),
        # told of two banks
        ("Lunby Bank lent the Tarn mill 20 million euros.", "Orsa Bank lent the Tarn mill 20 million euros.",
         "Lunby Bank lent the Tarn mill 30 million euros.", "20 million euros|30 million euros"),
        # over two stretches of time
        ("The Tarn club won 50 games in five seasons.", "The Tarn club won 50 games in the past nine years.",
         "The Tarn club won 25 games in five seasons.", "50 games|25 games"),
    ],
)  # fmt: skip
def test_a_number_with_and_without_what_tells_it_apart(
    read: Callable, told: str, apart: str, other: str, numbers: str
) -> None:
    assert lines(read, told, other) == [how_many(*numbers.split("|"))]
    assert lines(read, apart, other) == []


def test_a_small_number_of_nobody_named_may_be_of_people(read: Callable) -> None:
    one, other = "The fire at the Tarn mill killed three of them.", "The fire at the Tarn mill killed five workers."
    assert lines(read, one, other) == [how_many("three", "five workers")]


def test_a_length_of_what_goes_on_grows_from_report_to_report(read: Callable) -> None:
    one, other = (f"The strike at the Tarn mill has lasted {n} days of talks." for n in ("nine", "four"))
    assert lines(read, one, other) == [how_many("nine days", "four days")]
    assert lines(read, one, other, day=None) == []
    other = "The strike at the Tarn mill has lasted four days."
    assert lines(read, one, other, day=None) == [how_many("nine days", "four days")]
    one, other = (f"The strike at the Tarn mill lasted {n} days." for n in ("nine", "four"))
    assert lines(read, one, other, day=None) == [how_many("nine days", "four days")]


def test_two_reports_that_agree_outweigh_another_name(read: Callable) -> None:
    one, other = "Lunby Bank lent the Tarn mill 20 million euros.", "Orsa Bank lent the Tarn mill 30 million euros."
    assert lines(read, one, other) == []
    assert lines(read, one, other, other) == [
        "How many: “20 million euros” in one report, “30 million euros” in 2 reports."
    ]


PLACES = (
    "a brewery, a chapel, an orchard, a vineyard, a windmill, a meadow, a cellar, a stable, a quarry, a tannery".split(
        ", "
    )
)
MORE = (
    "under oaks, over dunes, beside nettles, behind barns, below cliffs, amid thistles, near a kiln, by a pond".split(
        ", "
    )
)
PATH = "A path leads 12 kilometres through the hills{}.", "The hills have a path of 20 kilometres{}."
BUILT = "They built 12 kilometres of a path{}.", "The path they built is 20 kilometres long{}."
KILOMETRES = how_many("12 kilometres", "20 kilometres")


def detailed(texts: tuple[str, str], details: int) -> tuple[str, str]:
    """The two reports with so many details of their own: the more, the less alike they are."""
    past = " past " + ", ".join(PLACES[:details]) if details else ""
    return texts[0].format(past), texts[1].format(" " + ", ".join(MORE[:details]) if details else "")


def test_the_less_alike_the_places_the_less_it_is_of_one_thing(read: Callable) -> None:
    assert lines(read, *detailed(PATH, 3)) == [KILOMETRES]
    assert lines(read, *detailed(PATH, 4)) == []


def test_the_only_length_of_an_event_is_of_one_thing(read: Callable) -> None:
    assert lines(read, *detailed(BUILT, 10)) == [KILOMETRES]
    assert lines(read, *detailed(("They built 12 kilometres of a path{}.", PATH[1]), 10)) == []


def test_what_two_reports_agree_on_needs_less(read: Callable) -> None:
    one, other = detailed(PATH, 3)[0], detailed(PATH, 4)[1]
    assert lines(read, one, other) == []
    assert lines(read, one, other, other) == ["How many: “12 kilometres” in one report, “20 kilometres” in 2 reports."]


WORKERS = "A path leads 12 workers through the hills{}.", "The hills have a path for 20 workers{}."
EUROS = "A farmer paid 12,000 euros for a cup{}.", "The cup cost a farmer 20,000 euros{}."
SHARES = "The cost of cups grew 12 percent{}.", "Cups cost 20 percent more{}."


@pytest.mark.parametrize(
    ("texts", "most", "numbers"),
    [
        (WORKERS, 3, ("12 workers", "20 workers")),
        (EUROS, 2, ("12,000 euros", "20,000 euros")),
        (SHARES, 3, ("12 percent", "20 percent")),
    ],
)
def test_counts_sums_and_shares_of_an_event_are_many(
    read: Callable, texts: tuple[str, str], most: int, numbers: tuple[str, str]
) -> None:
    assert lines(read, *detailed(texts, most)) == [how_many(*numbers)]
    assert lines(read, *detailed(texts, most + 1)) == []


def test_people_are_only_counted_alike_where_they_are_called_alike(read: Callable) -> None:
    sailors = (
        "A path leads 12 sailors through the hills by the lake{}.",
        "The hills by the lake have a path for 20 sailors{}.",
    )
    assert lines(read, *detailed(sailors, 2)) == [how_many("12 sailors", "20 sailors")]
    people = sailors[0], sailors[1].replace("sailors", "people")
    assert lines(read, *detailed(people, 2)) == []
    assert lines(read, *detailed(people, 0)) == [how_many("12 sailors", "20 people")]


BARNS = "A path leads past 12 barns in the hills{}.", "The hills have a path past 20 barns{}."


def test_where_a_report_counts_more_of_a_thing_the_places_are_more_alike(read: Callable) -> None:
    one, other = detailed(BARNS, 3)
    for more, found in (("Ducks built 40 nests.", True), ("Ducks live in 40 barns.", False)):
        assert lines(read, one, f"{other} {more}") == ([how_many("12 barns", "20 barns")] if found else [])
        assert lines(read, f"{one} {more}", other) == ([how_many("12 barns", "20 barns")] if found else [])
    one, other = detailed(BARNS, 2)
    assert lines(read, one, f"{other} Ducks live in 40 barns.") == [how_many("12 barns", "20 barns")]


def test_one_word_in_common_is_not_enough(read: Callable) -> None:
    one = "A path was 12 kilometres away past a brewery."
    assert lines(read, one, "Ducks swam 20 kilometres up a path under oaks.") == [KILOMETRES]
    assert lines(read, one, "Ducks swam 20 kilometres under oaks.") == []


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        # only up to a number
        (f"{FIRE}at most 40 engines.", f"{FIRE}60 engines.", "at most 40 engines|60 engines"),
        # at the very beginning
        ("12 engines were destroyed by the fire at the Tarn mill.", f"{FIRE}20 engines.", "12 engines|20 engines"),
        # less than one of a unit is no share
        (
            "Sales of Tarn Shipping fell 0.6 percent.",
            "Sales of Tarn Shipping fell 0.9 percent.",
            "0.6 percent|0.9 percent",
        ),
        # only one of them tells over how long
        ("The Tarn club won 50 games in five seasons.", "The Tarn club won 25 games.", "50 games|25 games"),
        ("The Tarn club won 50 games.", "The Tarn club won 25 games in five seasons.", "50 games|25 games"),
        # as it is told, but for the capitals of a sentence or a headline
        ("The Tarn mill cost $90 Million.", "The Tarn mill cost $70 million.", "$90 million|$70 million"),
        ("About 40 MW were lost at the Tarn mill.", "The Tarn mill lost 60 MW.", "about 40 MW|60 MW"),
        # one small number of what is not named, and one too large for anything
        (f"{FIRE}four of them.", f"{FIRE}13 engines.", "four|13 engines"),
    ],
)
def test_numbers_that_cannot_both_be_right(read: Callable, one: str, other: str, numbers: str) -> None:
    assert lines(read, one, other) == [how_many(*numbers.split("|"))]


def test_what_is_not_named_may_be_told_second(read: Callable) -> None:
    assert lines(read, f"{FIRE}20 engines.", f"{FIRE}12 of them.") == [how_many("20 engines", "12")]


def test_where_a_report_tells_other_lengths_the_places_are_more_alike(read: Callable) -> None:
    for details, found in ((1, [KILOMETRES]), (2, [])):
        one, other = detailed(PATH, details)
        assert lines(read, one, f"{other} Ducks were seen on 4 kilometres of ice.") == found
    one, other = detailed(PATH, 2)
    assert lines(read, one, f"{other} Ducks were seen on 4 hectares of ice.") == [KILOMETRES]
    assert lines(read, one, other, "Ducks were seen on 4 kilometres of ice.") == [KILOMETRES]
