"""Dates, months and years that are written out. Reports are of Wednesday, 19 March 2025."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The bridge of Alba opened on March 11, 2024 at last.", "March 11, 2024", "2024-03-11"),
        ("The bridge opened on 11 March 2024 at last.", "11 March 2024", "2024-03-11"),
        ("The bridge opened on the 11th of March, 2024.", "the 11th of March, 2024", "2024-03-11"),
        ("The bridge opened on Sept. 3, 2024.", "Sept. 3, 2024", "2024-09-03"),
        ("It opened on Tuesday (March 18).", "Tuesday (March 18)", "2025-03-18"),
        ("It opened (on March 18) in rain.", "March 18", "2025-03-18"),
        ("It will open on Sunday, March 23, they said.", "Sunday, March 23", "2025-03-23"),
        ("It was shut on 30 December.", "30 December", "2024-12-30"),
        ("It will be shut on 5 January.", "5 January", "2026-01-05"),
        ("He was born on May 3 last year.", "May 3 last year", "2024-05-03"),
        ("It ran until 22/Jan/2019 only.", "22/Jan/2019", "2019-01-22"),
        ("It opened in November 2023.", "November 2023", "2023-11"),
        ("It closed in October of last year.", "October of last year", "2024-10"),
        ("It closed last October.", "last October", "2024-10"),
        ("It opens next May.", "next May", "2025-05"),
        ("It was closed in October.", "October", "2024-10"),
        ("It will be closed in October.", "October", "2025-10"),
        ("It was built in 1931.", "1931", "1931"),
        ("It was built in 1648.", "1648", "1648"),
        ("She won the 2016 Alba marathon.", "2016", "2016"),
        ("He led Expo Alba 2021 well.", "2021", "2021"),
        ("It was the fashion of the 1970s.", "the 1970s", "197"),
        ("It began in the early 2000s.", "the early 2000s", "200"),
        ("It began in the 1800s.", "the 1800s", "18"),
        ("It was loved in the '80s.", "the '80s", "198"),
        ("A church of the 12th century fell.", "the 12th century", "11"),
        ("Not since '82 had it snowed.", "'82", "1982"),
        ("It fell in fiscal 2023.", "fiscal 2023", "FY2023"),
        ("It closed on Christmas Eve, the owner said.", "Christmas Eve", "2024-12-24"),
        ("It closed on Good Friday 2024.", "Good Friday 2024", "2024-03-29"),
        ("It will close on Easter Monday.", "Easter Monday", "2025-04-21"),
        ("They met on Thanksgiving 2023.", "Thanksgiving 2023", "2023-11-23"),
        ("Guests of the September 11 attacks memorial wept.", "the September 11", "2001-09-11"),
    ],
)
def test_dates(text: str, span: str, value: str, read: Any) -> None:
    assert (span, value) in read(text)


def test_spans_of_days_and_years_have_bounds(marks: Any) -> None:
    days, years = marks("The fair of April 12-19 is old. It covers the years 2014-2018 in full.")
    assert (days.value, days.earliest, days.latest) == ("2025-04-12/2025-04-19", "2025-04-12", "2025-04-19")
    assert (years.value, years.earliest, years.latest) == ("2014/2018", "2014-01-01", "2018-12-31")


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("It opened in early 2024.", "2024", "START"),
        ("It opened in mid-2024.", "2024", "MID"),
        ("It opened at the end of February.", "2025-02", "END"),
        ("It opened in late June 2024.", "2024-06", "END"),
        ("It opens by the end of the year.", "2025", "END"),
        ("It opened at the beginning of last year.", "2024", "START"),
        ("It opened in the middle of 2023.", "2023", "MID"),
        ("It opened earlier this month.", "2025-03", "START"),
        ("It opens later this year.", "2025", "END"),
    ],
)
def test_leading_words_become_modifiers(text: str, value: str, mod: str, marks: Any) -> None:
    assert [(m.value, m.mod) for m in marks(text)] == [(value, mod)]


def test_earlier_this_month_ends_with_the_report(marks: Any) -> None:
    (mark,) = marks("It opened earlier this month.")
    assert (mark.earliest, mark.latest) == ("2025-03-01", "2025-03-19")


def test_later_this_year_begins_with_the_report(marks: Any) -> None:
    (mark,) = marks("It opens later this year.")
    assert (mark.earliest, mark.latest) == ("2025-03-19", "2025-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "The bill of 31 February 2025 was a joke.",
        "On February 30 nothing happened.",
        "The file 2025-02-31 is empty.",
        "The file 31/31/2025 is empty.",
        "It was year 0000 of the game.",
        "Number " + "9" * 400 + " won.",
        "The table reads 1,2,3 and 4,5,6.",
        "More than 2000 people came.",
        "The firm hired 1990 workers.",
        "He paid $2010 for it.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str, read: Any) -> None:
    assert read(text) == []


def test_a_date_in_figures_with_one_reading(read: Any) -> None:
    assert read("The permit of 22/04/2024 was void.") == [("22/04/2024", "2024-04-22")]
    assert read("The permit of 04/22/2024 was void.") == [("04/22/2024", "2024-04-22")]


def test_an_ambiguous_date_in_figures_stays_open(marks: Any) -> None:
    (mark,) = marks("The permit of 03/04/2024 was void.")
    assert (mark.value, mark.earliest, mark.latest) == ("2024-XX-XX", "2024-03-04", "2024-04-03")


def test_other_dates_of_the_report_settle_the_order(read: Any) -> None:
    first = read("The permit of 03/04/2024 replaced that of 22/01/2024.")
    assert first == [("03/04/2024", "2024-04-03"), ("22/01/2024", "2024-01-22")]
    second = read("The permit of 03/04/2024 replaced that of 01/22/2024.")
    assert second == [("03/04/2024", "2024-03-04"), ("01/22/2024", "2024-01-22")]


def test_dates_that_contradict_one_another_settle_nothing(read: Any) -> None:
    found = read("Permits of 03/04/2024, 22/01/2024 and 01/23/2024.")
    assert found[0] == ("03/04/2024", "2024-XX-XX")


def test_the_publication_day_settles_the_order(read: Any) -> None:
    assert read("The permit of 03/04/2024 was void.", "2024-04-04")[0][1] == "2024-04-03"


def test_three_formats_in_one_report(read: Any) -> None:
    text = "Dates: 2024-05-06, 7 May 2024, 05/08/2024 and 23/05/2024."
    assert [v for _, v in read(text)] == ["2024-05-06", "2024-05-07", "2024-08-05", "2024-05-23"]


@pytest.mark.parametrize(
    "text",
    [
        "He may leave, and they march on.",
        "Theresa May said so.",
        "The march of June Smith ended.",
        "India Today reported it.",
        "BBC News at Ten showed it.",
        "The Sunday Times had it first.",
        "The S-300 and the F-16 flew.",
        "Call 555-1234 for help.",
        "They won 3:2 in Alba.",
        "The second goal was better.",
        "He finished second.",
        "They quarter the apples.",
        "Three-quarters of it is gone.",
        "A quarter of the town is dark.",
    ],
)
def test_names_and_numbers_that_only_look_like_times(text: str, read: Any) -> None:
    assert read(text) == []


def test_a_doubtful_month_needs_a_word_in_front(read: Any) -> None:
    assert read("She resigned in May after a row.") == [("May", "2024-05")]
    assert read("It has been dry since March, they said.") == [("March", "2025-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Dec Morgan played well for Alba.",
        "Jan Bellis left the hall.",
        "Oct Weller, a nurse, was there.",
        "April Stone was found safe.",
        "May said the plan was dead.",
        "Police spoke to Mar Ellison.",
    ],
)
def test_a_month_before_a_surname_is_a_given_name(text: str, read: Any) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("On Dec 3 Morgan won.", "2024-12-03"), ("It fell until Dec.", "2025-12"), ("It was Dec 2023.", "2023-12")],
)
def test_a_short_month_with_a_day_a_year_or_nothing_behind_stays_a_month(text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Sales fell in Q1 2024. Profits rose.", "Q1 2024", "2024-Q1"),
        ("Sales fell in Q1 of 2023.", "Q1 of 2023", "2023-Q1"),
        ("Sales rose in Q3.", "Q3", "2024-Q3"),
        ("Sales rose in Q3, it said.", "Q3", "2024-Q3"),
    ],
)
def test_codes_of_quarters(text: str, span: str, value: str, read: Any) -> None:
    assert read(text) == [(span, value)]


def test_numbered_questions_are_no_quarters(read: Any) -> None:
    assert read("Q1. Who pays? Q2: Who knows?") == []
