"""Days, months and years that one report puts where another puts another. Reports are of Wednesday, 19 March 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.placed_days import PlacedDays, day_slots
from rashomon.steps.reconcile.disagreements.substitutes import other_values

FILLER = " Sheep were grazing on the meadows above the village. The bakery had sold all its bread."


def when(one: str, other: str) -> str:
    """The note of a day in one report and another in the other."""
    return f"When: “{one}” in one report, “{other}” in one report."


def lines(read: Callable, *texts: str, **more: str | None) -> list[str]:
    scene = read(*(t + FILLER for t in texts), **more)
    return [d.note for d in PlacedDays(scene, day_slots(scene)).drafts()]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "The tunnel at Tarn collapsed on Monday.",
            "On Friday the tunnel near Tarn caved in, the owner said.",
            {"Monday", "Friday"},
        ),
        (
            "The lawmakers will debate the escape on Thursday.",
            "Parliament is to discuss the escape on Saturday.",
            {"Thursday", "Saturday"},
        ),
        ("The mayor took office in 2019.", "The mayor, in office since 2016, laughed.", {"2019", "2016"}),
    ],
)
def test_another_day_in_the_same_place(read: Callable, one: str, other: str, said: set[str]) -> None:
    (draft,) = other_values(read(one + FILLER, other + FILLER))
    assert (draft.kind, draft.reason) == ("time", "other-day")
    assert {word for word in said if f"“{word}”" in draft.note} == said
    assert [len(s.cites) for s in draft.sides] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tunnel collapsed on Monday.", "The tunnel collapsed on Monday."),
        ("The tunnel collapsed on Monday.", "Parliament is to discuss a new tax on Friday."),
        ("The tunnel is closed until Monday.", "The tunnel will reopen on Friday."),
        ("The tunnel collapsed late on Monday night.", "The tunnel collapsed on Tuesday."),
        ("The tunnel had collapsed, the mayor said on Monday.", "The tunnel had collapsed, she said on Friday."),
        ("Orla Finch won a medal in 2002.", "Ben Ode won a medal in 2009."),
    ],
)
def test_days_that_may_both_be_right(read: Callable, one: str, other: str) -> None:
    assert [d for d in other_values(read(one, other)) if d.kind == "time"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Tarn university's rector will be sworn in on December 8.",
            "The rector of Tarn university is due on December 12.",
        ),
        ("The trial is scheduled for Monday.", "The trial is set to begin on Thursday."),
        ("The museum moves in on December 1.", "The museum is to move in on December 4."),
        ("The owner must pay the fine by October 3.", "The deadline for paying the fine is October 9."),
    ],
)
def test_a_plan_on_two_days(read: Callable, one: str, other: str) -> None:
    assert [d.kind for d in other_values(read(one + FILLER, other + FILLER))] == ["time"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Born in 1923, Finch was one of six.", "Finch left her post as a teacher in 1950."),
        ("Finch joined the harbour guard in 1942.", "Finch was deputy head of the guard in 1972."),
    ],
)
def test_two_years_of_one_life(read: Callable, one: str, other: str) -> None:
    assert other_values(read(one + FILLER, other + FILLER)) == []


@pytest.mark.parametrize(
    ("one", "instead", "other", "days"),
    [
        # so far apart that they are days, months, years of two events
        ("closed on 5 February 2025", "closed on 5 January 2025", "closed on 3 March 2025",
         "5 February 2025|3 March 2025"),
        ("opened in June 2023", "opened in March 2023", "opened in March 2024", "June 2023|March 2024"),
        ("opened in 1960", "opened in 1940", "opened in 1990", "1960|1990"),
        # what is to come is not what was; a date without weekday may be of a plan that was kept
        ("opened on Monday", "will open on Saturday", "opened on Friday", "Monday|Friday"),
        ("opens on 25 March 2025", "will open on Saturday", "opened on 12 March 2025", "25 March 2025|12 March 2025"),
        ("opened on 12 March 2025", "opens on 25 March 2025", "opened on Friday", "12 March 2025|Friday"),
        # an end, and a day of it
        ("is closed until Monday", "is closed on Monday", "is closed until Saturday", "Monday|Saturday"),
        ("was closed till Monday", "was closed on Monday", "was closed until Friday", "Monday|Friday"),
        # a beginning, and a day of it
        ("has been closed since Monday", "was closed on Monday", "has been closed since Saturday", "Monday|Saturday"),
        # a night is of two days
        ("collapsed on Monday", "collapsed on Monday night", "collapsed on Tuesday", "Monday|Tuesday"),
        ("collapsed on Sunday night", "collapsed on Monday night", "collapsed on Tuesday", "Sunday night|Tuesday"),
        ("collapsed on Tuesday", "collapsed at dawn on Tuesday", "collapsed on Monday", "Tuesday|Monday"),
        ("collapsed on Tuesday", "collapsed at 2 a.m. on Tuesday", "collapsed on Monday", "Tuesday|Monday"),
        # of one weekday, a week apart: its date is our reading of it
        ("collapsed on Tuesday, 11 March", "collapsed on Monday, 10 March", "collapsed on Monday",
         "Tuesday, 11 March|Monday"),
        # loose times; times without a name
        ("collapsed on Monday", "collapsed last Monday", "collapsed on Friday", "Monday|Friday"),
        ("opened in March 2024", "opened in early March 2024", "opened in June 2024", "March 2024|June 2024"),
        ("collapsed on Monday", "collapsed two days ago", "collapsed on Friday", "Monday|Friday"),
        # the day of the saying
        ("collapsed on Monday", "collapsed, the owner said on Monday", "collapsed on Friday", "Monday|Friday"),
        # nobody knows which of the trials, openings … is meant
        ("opened in 2014", "opened in the spring of 2014", "opened in 2016", "2014|2016"),
    ],
)  # fmt: skip
def test_a_day_with_and_without_what_tells_it_apart(
    read: Callable, one: str, instead: str, other: str, days: str
) -> None:
    told, apart, rest = (f"The tunnel at Tarn {t}." for t in (one, instead, other))
    assert lines(read, told, rest) == [when(*days.split("|"))]
    assert lines(read, apart, rest) == []


def test_a_beginning_may_be_told_as_one_since_when(read: Callable) -> None:
    strike, other = "The strike at Tarn, on since Saturday, began at dawn.", "The strike at Tarn began on Monday."
    assert lines(read, strike, other) == [when("Saturday", "Monday")]
    other = "The strike at Tarn went on at dawn on Monday."
    assert lines(read, "The strike at Tarn, on since Saturday, went on.", other) == []


def test_an_announcement_has_a_day_of_its_own(read: Callable) -> None:
    one, other = (f"Finch {{}} the closure of the Tarn tunnel on {day}." for day in ("Monday", "Friday"))
    assert lines(read, one.format("announced"), other.format("announced")) == [when("Monday", "Friday")]
    assert lines(read, one.format("described"), other.format("described")) == []


def test_a_date_without_a_year_is_the_nearest_to_publication(read: Callable) -> None:
    texts = "The tunnel at Tarn collapsed on 28 December.", "The tunnel at Tarn collapsed on 2 January."
    assert lines(read, *texts, day="2025-01-03") == [when("28 December", "2 January")]
    texts = "The tunnel at Tarn collapsed on 28 December 2025.", "The tunnel at Tarn collapsed on 2 January."
    assert lines(read, *texts, day="2025-01-03") == []


def test_reports_without_a_day_of_their_own_tell_dates_with_a_year(read: Callable) -> None:
    texts = [f"The tunnel at Tarn collapsed on {day} March 2025." for day in (3, 5)]
    assert lines(read, *texts, day=None) == [when("3 March 2025", "5 March 2025")]


@pytest.mark.parametrize("plan", ["is set for", "is scheduled for", "is planned for", "will be on"])
def test_a_plan_is_known_by_its_words_where_no_report_has_a_day(read: Callable, plan: str) -> None:
    one, other = "The trial at Tarn {} Monday, 3 March 2025.", "The trial at Tarn was on Friday, 7 March 2025."
    assert lines(read, one.format("was on"), other, day=None) == [when("Monday, 3 March 2025", "Friday, 7 March 2025")]
    assert lines(read, one.format(plan), other, day=None) == []


HAT = "A woman with a red hat sang of pearls on Monday"
COAT = "A woman with a red hat and a blue coat sang of pearls on Monday"
LAKE = "A girl who wore a red hat with pearls danced on Friday by the lake."


@pytest.mark.parametrize(
    ("told", "apart", "other"),
    [
        # no event in common: three words of one thing
        (f"{HAT}.", f"{HAT.replace('pearls', 'home')}.", "A girl wore a red hat and pearls on Friday."),
        # … and they are much of what either clause tells
        (f"{HAT} in the hall.", f"{COAT} in the hall.", LAKE.replace("lake", "lake, in the rain")),
        # one event: one word is enough, if it is some of what they tell
        ("Something collapsed on Monday near the tunnel wall.",
         "Something collapsed on Monday near the tunnel wall of the old brewery yard.",
         "A tunnel in the hills fell in on Friday after weeks of rain and frost."),
        ("A tunnel collapsed on Monday, near the harbour.", "A wall collapsed on Monday, near the harbour.",
         "One tunnel fell in on Friday, an owner says."),
    ],
)  # fmt: skip
def test_places_share_an_event_or_words_enough(read: Callable, told: str, apart: str, other: str) -> None:
    assert lines(read, told, other) == [when("Monday", "Friday")]
    assert lines(read, apart, other) == []


def test_what_two_reports_agree_on_needs_less(read: Callable) -> None:
    one, other = f"{COAT} in the hall.", LAKE.replace("lake", "lake, in the rain")
    assert lines(read, one, other, other) == ["When: “Monday” in one report, “Friday” in 2 reports."]
    assert lines(read, one, other) == []
    assert lines(read, one, other, "A festival of song ended on Friday.") == []


def test_a_third_day_in_a_place_little_alike_agrees_with_nobody(read: Callable) -> None:
    one, other = f"{COAT} in the hall.", LAKE.replace("lake", "lake, in wind and rain")
    assert lines(read, one, other, "A boy in a blue coat dived on Sunday for eels, cod and crabs.") == []
