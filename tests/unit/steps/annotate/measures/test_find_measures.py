"""Figures of one article, with exact spans, values, bounds, units and what is counted."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import Measure
from rashomon.records.span import Span
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words


def measures(text: str, kind: str = "body") -> list[Measure]:
    article = Article("a", "a", text, (Block(0, len(text), kind),))  # type: ignore[arg-type]
    words = split_words(article)
    return list(find_measures(words, (), find_times(words, None)))


def brief(text: str) -> list[tuple[str, float, str | None, str | None, str | None]]:
    return [(text[m.span.start : m.span.end], m.value, m.unit, m.modifier, m.counted) for m in measures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The storm sank 12 boats.", [("12 boats", 12, None, None, "boat")]),
        ("Rescuers counted 175 POWs.", [("175 POWs", 175, None, None, "POW")]),
        ("They met two doctors.", [("two doctors", 2, None, None, "doctor")]),
        ("Some 300 residents left.", [("Some 300 residents", 300, None, "some", "resident")]),
        ("It hurt 22 badly shaken people.", [("22 badly shaken people", 22, None, None, "person")]),
        ("Dozens of farmers came.", [("Dozens of farmers", 12, None, None, "farmer")]),
        ("The flood left 24 dead.", [("24 dead", 24, None, None, "dead")]),
        ("A 12 page document leaked.", [("12 page", 12, None, None, "page")]),
        ("He ate five of the apples.", [("five of the apples", 5, None, None, "apple")]),
        ("The bridge holds 4-5 people.", [("4-5 people", 5, None, None, "person")]),
        ("Between 10 and 20 ships sailed.", [("10 and 20 ships", 20, None, None, "ship")]),
    ],
)
def test_counts(text: str, expected: list[tuple[object, ...]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam is 12 km away.", [("12 km", 12, "kilometre", None)]),
        ("They walked 4,5 km.", []),
        ("It rose by 3.5 per cent.", [("3.5 per cent", 3.5, "percent", None)]),
        ("It rose by two percentage points.", [("two percentage points", 2, "percentage point", None)]),
        ("The limit is 12mph there.", [("12mph", 12, "mile per hour", None)]),
        ("They pumped 800 barrels a day.", [("800 barrels a day", 800, "barrel per day", None)]),
        ("It covers 40 square kilometres.", [("40 square kilometres", 40, "square-kilometre", None)]),
        ("It was 31 degrees Celsius.", [("31 degrees Celsius", 31, "degree-celsius", None)]),
        ("The plant makes 40 MW.", [("40 MW", 40, "megawatt", None)]),
        ("The wall is 6ft 2in. tall.", [("6ft 2in.", 74, "inch", None)]),
        ("The film runs two hours and 15 minutes.", [("two hours and 15 minutes", 135, "minute", None)]),
        ("The mast is 37m high.", [("37m", 37, "metre", None)]),
        ("The site had 2.7m visitors.", [("2.7m visitors", 2700000, None, None)]),
        ("It fell -5 degrees.", [("-5 degrees", -5, "degree", None)]),
    ],
)
def test_units(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(s, v, u, m) for s, v, u, m, _ in brief(text)] == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The firm paid $5m.", 5_000_000, "USD"),
        ("The firm paid €3.2bn.", 3_200_000_000, "EUR"),
        ("The firm paid £40.", 40, "GBP"),
        ("The firm paid US$1.5 million.", 1_500_000, "USD"),
        ("The firm paid A$12.50.", 12.5, "AUD"),
        ("The firm paid 30 million US dollars.", 30_000_000, "USD"),
        ("The firm paid 9 billion yuan.", 9_000_000_000, "CNY"),
        ("The firm paid 500 hryvnias.", 500, "UAH"),
        ("The firm paid RM2.70.", 2.7, "MYR"),
        ("The firm paid USD1,700.", 1700, "USD"),
        ("The firm paid CHF 80.", 80, "CHF"),
        ("The firm paid ₹1 trillion.", 1_000_000_000_000, "INR"),
    ],
)
def test_money(text: str, value: float, unit: str) -> None:
    assert [(m.value, m.unit) for m in measures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("It took about 100 men.", "about", 90, 110),
        ("It took nearly 100 men.", "nearly", 90, 100),
        ("It took almost 100 men.", "almost", 90, 100),
        ("It took more than 100 men.", "more than", 100, None),
        ("It took over 100 men.", "over", 100, None),
        ("It took at least 100 men.", "at least", 100, None),
        ("It took up to 100 men.", "up to", None, 100),
        ("It took as many as 100 men.", "up to", None, 100),
        ("It took fewer than 100 men.", "less than", None, 100),
        ("It took just under 100 men.", "just under", 90, 100),
        ("It took 100 or so men.", "about", 90, 110),
        ("It took 100 men.", None, 100, 100),
        ("It took exactly 100 men.", None, 100, 100),
        ("It took at least another 100 men.", "at least", 100, None),
        ("It took between 80 and 100 men.", None, 80, 100),
        ("It took from 80 to 100 men.", None, 80, 100),
        ("It took three or four weeks.", None, 3, 4),
        ("It took hundreds of men.", None, 100, 1000),
    ],
)
def test_modifiers_and_bounds(text: str, modifier: str | None, low: float | None, high: float | None) -> None:
    (measure,) = measures(text)
    assert (measure.modifier, measure.low, measure.high) == (modifier, low, high)


def test_over_of_a_verb_is_no_modifier() -> None:
    (measure,) = measures("The guards handed over 21 horses.")
    assert (measure.modifier, measure.value) == (None, 21)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke for about an hour.", [("about an hour", 1, "hour", "about")]),
        ("It was an hour-long call.", [("hour-long", 1, "hour", None)]),
        ("They agreed on a 30-day truce.", [("30-day", 30, "day", None)]),
        ("They held on for almost an hour.", [("almost an hour", 1, "hour", "almost")]),
        ("They waited half an hour.", [("half an hour", 0.5, "hour", None)]),
        ("It lasted an hour and a half.", [("an hour and a half", 1.5, "hour", None)]),
        ("It lasted a week.", [("a week", 1, "week", None)]),
        ("It lasted two and a half years.", [("two and a half years", 2.5, "year", None)]),
    ],
)
def test_durations(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(s, v, u, m) for s, v, u, m, _ in brief(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The 42-year-old driver fled.", 42),
        ("The 42 - year - old driver fled.", 42),
        ("A nine - month - old calf", 9),
        ("The driver, 42, fled.", 42),
        ("A girl aged 7 was found.", 7),
        ("She turned 40.", 40),
        ("He was 19 when it began.", 19),
        ("A nine-month-old calf", 9),
    ],
)
def test_ages(text: str, value: float) -> None:
    (measure,) = measures(text)
    assert measure.value == value
    assert measure.unit is not None
    assert measure.unit.endswith(" of age")


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2031.",
        "Between 2014 and 2017 it rained.",
        "The 1990s were dry.",
        "On 28 October it rained.",
        "It began at 8.30pm and ended at 5am.",
        "They met at 14:30.",
        "The S-300 launcher and the F-16 jet stood there.",
        "The S - 300 launcher and the F - 16 jet stood there.",
        "The 5G network failed.",
        "COVID-19 spread.",
        "Take Route 66 to Gate 5.",
        "The A42 is closed.",
        "Read Chapter 5 of the book.",
        "Article 7 applies.",
        "He lives at No. 10 there.",
        "Harbour Town won 2-1 against Lowfield.",
        "Call 555-0142-77 now.",
        "This is one of the largest bridges.",
        "No one came.",
        "The first one was blue.",
        "He came 22nd.",
        "The second half was dull.",
        "Values 1,2,3 were seen.",
        "192.168.0.1 is an address.",
        "The Boeing 737 landed.",
        "He was on 24/7 duty after 9/11.",
        "The FTSE 100 closed.",
    ],
)
def test_no_figures(text: str) -> None:
    assert brief(text) == []


def test_units_and_bracketed_conversion_are_two_figures() -> None:
    assert [(m.value, m.unit) for m in measures("It lies 7 miles (11 km) away.")] == [(7, "mile"), (11, "kilometre")]


def test_holder_is_the_source_of_the_sentence() -> None:
    text = "Police said 12 boats had sunk. According to the Harbour Board, 14 boats sank. In all 15 boats sank."
    holders = [text[m.holder.start : m.holder.end] if m.holder else None for m in measures(text)]
    assert holders == ["Police", "the Harbour Board", None]


def test_holder_after_the_figure() -> None:
    text = "The fire destroyed 40 homes, the mayor said on Monday."
    (measure,) = measures(text)
    assert measure.holder is not None
    assert measure.holder.of(text) == "the mayor"


def test_object_is_the_noun_phrase() -> None:
    text = "The ship carried 22 frightened sailors home."
    (measure,) = measures(text)
    assert measure.span == Span(17, 38)
    assert measure.object is not None
    assert measure.object.of(text) == "frightened sailors"


def test_place_is_the_kind_of_block() -> None:
    assert [m.place for m in measures("Also read: Navy rescues 372 sailors", "teaser")] == ["teaser"]


def test_furniture_is_never_read() -> None:
    assert measures("372 comments", "furniture") == []


def test_a_number_of_400_digits_is_left_out() -> None:
    assert measures("They counted " + "7" * 400 + " grains.") == []


def test_a_table_of_numbers_does_not_run_together() -> None:
    assert [m.value for m in measures("120 130 140 150 160")] == [120, 130, 140, 150, 160]


def test_scale_word_spreads_over_a_range() -> None:
    (measure,) = measures("The bill will be $10 to $15 billion.")
    assert (measure.value, measure.low, measure.high) == (15e9, 10e9, 15e9)


def test_range_keeps_a_first_end_that_is_larger() -> None:
    (measure,) = measures("Fines range from $200 to $4 million.")
    assert (measure.low, measure.high) == (200, 4_000_000)


def test_step_and_level_are_two_figures() -> None:
    assert [m.value for m in measures("The index rose 64 points to 4,577.")] == [64, 4577]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Some 2020 mayoral candidates spoke.", []),
        ("Some 2000 armed farmers came.", [2000]),
        ("Some 1950 farmers came.", [1950]),
        ("About 2020 mayoral candidates spoke.", [2020]),
    ],
)
def test_some_before_a_number_that_is_not_round_and_an_adjective_is_a_year(text: str, values: list[float]) -> None:
    assert [m.value for m in measures(text)] == values
