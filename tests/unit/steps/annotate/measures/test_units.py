"""Units behind a number and currencies in front of it."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.measures.units import currency_before, known_units, unit_after
from rashomon.text.lexicon import lexicon


def after(text: str, digits: bool = True) -> tuple[str, str] | None:
    end = next(n for n, c in enumerate(text) if not (c.isdigit() or c == "."))
    unit = unit_after(text, end, len(text), digits)
    return None if unit is None else (unit.name, text[unit.start : unit.end])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 km away", ("kilometre", "km")),
        ("12km away", ("kilometre", "km")),
        ("12-kilometre road", ("kilometre", "kilometre")),
        ("12 - kilometre road", ("kilometre", "kilometre")),
        ("12 - square - foot cell", ("square foot", "square - foot")),
        ("57 - year - old man", ("year of age", "year - old")),
        ("19 - year - olds left", ("year of age", "year - olds")),
        ("12 Kilometres", ("kilometre", "Kilometres")),
        ("12% of", ("percent", "%")),
        ("12 per cent", ("percent", "per cent")),
        ("12 percentage points", ("percentage point", "percentage points")),
        ("12m high", ("metre", "m")),
        ("12kWh", ("kilowatt-hour", "kWh")),
        ("12 °C", ("degree-celsius", "°C")),
        ("12 sq m", ("square metre", "sq m")),
        ("12 sq km", ("square-kilometre", "sq km")),
        ("12 miles an hour", ("mile per hour", "miles an hour")),
        ("12 hours a week", ("hour per week", "hours a week")),
        ("12 tonnes per year", ("tonne per year", "tonnes per year")),
        ("12 years old", ("year of age", "years old")),
        ("12-month-old", ("month of age", "month-old")),
        ("12 euros", ("EUR", "euros")),
        ("12 US dollars", ("USD", "US dollars")),
        ("12 pounds", ("GBP", "pounds")),
        ("12 Australian dollars", ("AUD", "Australian dollars")),
        ("12 Mexican pesos", ("MXN", "Mexican pesos")),
        ("12 Argentine pesos", ("ARS", "Argentine pesos")),
        ("12 Kuwaiti dinars", ("KWD", "Kuwaiti dinars")),
        ("12TWh", ("terawatt hour", "TWh")),
        ("12 millisieverts", ("millisievert", "millisieverts")),
    ],
)
def test_behind(text: str, expected: tuple[str, str]) -> None:
    assert after(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12 boats",
        "12 m people",
        "12 in the hall",
        "12 kmart",
        "12, km",
        "12 - km",
        "12 - years of work",
        "12 - boat race",
        "12- and 15-year-olds",
        "12G",
        "12s",
        "12 a day",
        "12 pesos",
        "12 dinars",
    ],
)
def test_none_behind(text: str) -> None:
    assert after(text) is None


def test_nothing_behind_the_stop_is_read() -> None:
    assert unit_after("12 km", 2, 2, True) is None
    assert unit_after("12 km", 5, 5, True) is None


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("for $5", "USD", 4),
        ("for US$5", "USD", 4),
        ("for US $5", "USD", 4),
        ("for A$5", "AUD", 4),
        ("for HK$5", "HKD", 4),
        ("for €5", "EUR", 4),
        ("for £ 5", "GBP", 4),
        ("for USD 5", "USD", 4),
        ("for RM5", "MYR", 4),
        ("for Rs. 5", "INR", 4),
        ("for ₸5", "KZT", 4),
        ("($5", "USD", 1),
    ],
)
def test_in_front(text: str, code: str, start: int) -> None:
    unit = currency_before(text, text.index("5"), 0)
    assert unit is not None
    assert (unit.name, unit.start, unit.money) == (code, start, True)


@pytest.mark.parametrize("text", ["for 5", "FARM5", "alarm 5", "5"])
def test_none_in_front(text: str) -> None:
    assert currency_before(text, text.index("5"), 0) is None


def test_every_word_and_sign_of_a_currency_is_listed_once() -> None:
    seen: dict[str, str] = {}
    for code, forms in lexicon("currencies").items():
        for form in (*forms["before"], *forms["after"]):
            assert seen.setdefault(form, code) == code


def test_every_form_of_a_unit_is_listed_once() -> None:
    seen: dict[str, str] = {}
    for name, forms in lexicon("units")["units"].items():
        for form in forms["words"]:
            assert seen.setdefault(form, name) == name


def test_units_that_an_article_counts_are_units() -> None:
    assert known_units().article <= set(lexicon("units")["units"])
