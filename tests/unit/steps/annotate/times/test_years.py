"""Dates without a year that have one standing beside them. Reports are of Wednesday, 19 March 2025."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("April 2014 – a raid on the depot of Alba left two dead.", ["2014-04"]),
        ("Alba, April 2014 — a raid on the depot began.", ["2014-04"]),
        ("The April 2014-March 2015 figures were lost.", ["2014-04", "2015-03"]),
        ("The December 2013 - January 2014 talks failed.", ["2013-12", "2014-01"]),
        ("From April to June 2014 the pier was shut.", ["2014-04", "2014-06"]),
        ("From November to March 2014 the pier was shut.", ["2013-11", "2014-03"]),
        ("In January, February and March 2014 it rained.", ["2014-01", "2014-02", "2014-03"]),
        ("It was shut from March 3 to April 4, 2014.", ["2014-03-03", "2014-04-04"]),
        ("It was shut between 3 May and 4 April 2014.", ["2013-05-03", "2014-04-04"]),
        ("In autumn and winter 2014 it rained.", ["2014-FA", "2014-WI"]),
    ],
)
def test_a_date_takes_the_year_that_the_date_behind_it_has(text: str, values: list[str], read: Any) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2014, in April, the depot was raided.", ["2014", "2014-04"]),
        ("In 2014, between April and June, they met.", ["2014", "2014-04", "2014-06"]),
        ("It was raided in 2014 in April.", ["2014", "2014-04"]),
        ("It was raided on April 12, in 2014, by police.", ["2014-04-12", "2014"]),
        ("In 2014, on April 12, it was raided.", ["2014", "2014-04-12"]),
        ("The 2014 raid in April left two dead.", ["2014", "2014-04"]),
        ("She said the 2014 depot raid in April was lawful.", ["2014", "2014-04"]),
        ("The 2014 Easter raid was lawful.", ["2014", "2014-04-20"]),
        ("In 2014 at Christmas the pier was shut.", ["2014", "2014-12-25"]),
    ],
)
def test_a_year_alone_beside_a_date_is_its_year(text: str, values: list[str], read: Any) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was hired in 2014. In April of that year he left.", ["2014", "2014-04"]),
        ("He was hired on 3 May 2014.\nOn June 4 of the same year he left.", ["2014-05-03", "2014-06-04", "2014"]),
        ("He was hired in 2014. That same year he wed.", ["2014", "2014"]),
        ("In January of that year he left.", ["2025-01"]),
    ],
)
def test_that_year_is_the_one_told_last(text: str, values: list[str], read: Any) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("From November 2014 to March it rained.", ["2014-11", "2015-03"]),
        ("It rained from April 2014 to June.", ["2014-04", "2014-06"]),
        ("The pier was shut on 3 March, 2014 and on 4 May.", ["2014-03-03", "2024-05-04"]),
    ],
)
def test_the_end_of_a_range_is_the_first_such_date_after_its_start(text: str, values: list[str], read: Any) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "edges"),
    [
        ("The court reviewed the 2014 raid in May.", "XXXX-05", ("2014-05-01", "2024-05-31")),
        ("The firm, founded in 2014, in May opened a shop.", "XXXX-05", ("2014-05-01", "2024-05-31")),
        ("Sales were the best since 2014 in May.", "XXXX-05", ("2014-05-01", "2024-05-31")),
        ("It ran from April 2014 until July.", "XXXX-07", ("2014-07-01", "2025-07-31")),
    ],
)
def test_where_the_month_may_date_the_verb_both_readings_stay(
    text: str, value: str, edges: tuple[str, str], marks: Any
) -> None:
    found = marks(text)[-1]
    assert (found.value, (found.earliest, found.latest)) == (value, edges)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was born in May 2014, and in June they moved.", ["2014-05", "2024-06"]),
        ("Prices rose in 2014. In May they fell.", ["2014", "2024-05"]),
        ("The council passed the 2025 budget in December.", ["2025", "2024-12"]),
        ("It was sold in June, the best since 2014, and last May.", ["2024-06", "2014", "2024-05"]),
        ("It was hot on 29 February 2024 and in 2023 in April.", ["2024-02-29", "2023", "2023-04"]),
        ("In 2023 on February 29 it was hot.", ["2023", "2024-02-29"]),
    ],
)
def test_a_year_that_nothing_ties_to_a_date_is_left_alone(text: str, values: list[str], read: Any) -> None:
    assert [value for _, value in read(text)] == values


def test_without_a_publication_day_the_year_beside_still_counts(read: Any) -> None:
    assert read("From April to June 2014 the pier was shut.", None) == [("April", "2014-04"), ("June 2014", "2014-06")]
