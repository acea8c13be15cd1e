"""Reasons: the words two reports share, as the article writes them."""

from __future__ import annotations

from datetime import date

from rashomon.steps.group.likeness import Report, Story
from rashomon.steps.group.reasons import because, copied, shared

TEXT = "Raiders struck Port  Merrow on 19 March, officials said. The raiders came at night."
DAY = date(2031, 3, 19).toordinal()


def test_the_weightiest_come_first_in_the_words_of_the_text() -> None:
    terms = {"raider": 30, "port merrow": 20, "official": 10, "night": 5}
    theirs = {"raider": 1, "port merrow": 2, "official": 1, "night": 1}
    assert shared(terms, theirs, TEXT) == "share: Port Merrow, Raiders, officials"


def test_a_word_is_not_told_twice() -> None:
    terms = {"port merrow": 9, "merrow": 8, "port": 7, "night": 6}
    assert shared(terms, terms, TEXT) == "share: Port Merrow, night"


def test_the_day_is_told_when_both_are_of_it() -> None:
    assert shared({"night": 1}, {"night": 1}, TEXT, DAY) == "share: night, 19 March"
    assert shared({}, {}, TEXT, DAY) == "share: 19 March"


def test_nothing_shared_is_nothing_told() -> None:
    assert shared({"night": 1}, {"day": 1}, TEXT) == ""


def test_equal_weights_go_by_the_alphabet_and_what_is_not_in_the_text_as_it_is() -> None:
    assert shared({"b": 1, "a": 1}, {"a": 1, "b": 1}, "") == "share: a, b"


def test_numbers_and_initials_are_told_as_the_text_has_them() -> None:
    text = "The U.N. office paid 719K claims and 1,204 fees of 4.5 million crowns. A claim is 719,000."
    terms = {"719000": 9, "1204 fees": 8, "un office": 7}
    assert shared(terms, terms, text) == "share: 719K, 1,204 fees, U.N. office"
    assert shared({"4500000": 1}, {"4500000": 1}, text) == "share: 4.5 million"
    assert shared({"4500000": 1}, {"4500000": 1}, "Merrow Pays 4.5 Million") == "share: 4.5 Million"


def test_what_stands_in_the_text_is_told_from_there_beside_a_number_in_another_form() -> None:
    terms = {"port merrow": 9, "719000": 8}
    assert shared(terms, terms, "A port paid 719K. Port Merrow is the port.") == "share: Port Merrow, 719K"


def test_a_report_is_not_its_own_reason() -> None:
    story = Story()
    report = Report(1, {"night": 4, "raider": 3}, DAY)
    story.add(report)
    assert because(report, story, TEXT) == ""
    story.add(Report(2, {"raider": 3}, DAY))
    assert because(report, story, TEXT) == "share: Raiders, 19 March"
    assert because(Report(3, {"night": 1}, DAY + 1), story, "It was", "Night") == "share: Night"


def test_copies() -> None:
    assert copied(0.837) == "copy: 83 % of its passages"


def test_every_month_has_its_full_name() -> None:
    told = [shared({}, {}, "", date(2031, month, 7).toordinal()) for month in range(1, 13)]
    names = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip
    assert told == [f"share: 7 {name}" for name in names]
