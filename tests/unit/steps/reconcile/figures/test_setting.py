"""What stands around a number, on sentences of our own."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.article import Page
from rashomon.steps.annotate import annotate
from rashomon.steps.clean import clean
from rashomon.steps.reconcile.figures.apart import apart, background, differ, running, told_otherwise
from rashomon.steps.reconcile.figures.frame import frame_of
from rashomon.steps.reconcile.figures.roles import Role
from rashomon.steps.reconcile.figures.setting import PLAIN, Setting, setting_of


def settings(text: str) -> dict[str, Setting]:
    """The setting of every number of `text`, by its words."""
    marks = annotate(clean(Page("r", f"Day at Merrow\n\n{text}\n")))
    found = {}
    for m in marks.measures:
        sentence = marks.words.sentence_at(m.span.start)
        assert sentence is not None
        frame = frame_of(marks.words, m, sentence)
        timed = m.unit in ("day", "week", "year", "month")
        found[m.span.of(marks.words.text)] = setting_of(marks.words, m, sentence, frame.start, frame.end, timed)
    return found


@pytest.mark.parametrize(
    ("text", "words", "point"),
    [
        ("The boy was shot eight days ago in Lorn.", "eight days", "ago"),
        ("The rule takes effect nine days before the vote.", "nine days", "before"),
        ("The council has 60 days to review the plan.", "60 days", "to do"),
        ("The talks lasted four days in Lorn.", "four days", ""),
        ("The talks lasted four days to polling day.", "four days", ""),
        ("Repairs are due within two weeks in Lorn.", "within two weeks", "within"),
        ("Repairs are due within the next two weeks in Lorn.", "two weeks", "within"),
    ],
)
def test_how_a_length_of_time_lies(text: str, words: str, point: str) -> None:
    assert settings(text)[words].point == point


def test_what_time_is_filled_with() -> None:
    assert settings("Shops opened again after four days of riots.")["four days"].of


def test_the_size_of_a_body_counts_nobody() -> None:
    found = settings("A 12-member jury sat down. A 9 - member panel left. The court heard 12 members of the club.")
    assert [s.adjectival for s in found.values()] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is rare for 12 boats to come.", "12 boats"),
        ("It is unusual for seven crews to meet.", "seven crews"),
    ],
)
def test_what_is_only_thought_of(text: str, words: str) -> None:
    assert settings(text)[words].supposed


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("An earlier quake killed 12 people.", True),
        ("That quake killed 12 people.", True),
        ("The quake killed 12 people.", False),
    ],
)
def test_what_was_told_before(text: str, before: bool) -> None:
    assert settings(text)["12 people"].before == before


def test_a_condition_is_not_so_yet() -> None:
    found = settings("He takes the title if he scores seven points. He leads by 12 points.")
    assert [s.supposed for s in found.values()] == [True, False]


def test_a_part_of_a_contest() -> None:
    found = settings("Doran threw 68 punches during the round. Doran threw 369 punches in all.")
    assert [s.stretch for s in found.values()] == [frozenset({"round"}), frozenset()]


def test_those_who_may_vote() -> None:
    found = settings("Over 2.5 million people were eligible to vote. Some 2.4 million people cast their ballots.")
    assert [s.entitled for s in found.values()] == [True, False]


@pytest.mark.parametrize("text", ["The bodies lay at 24 Mill Street.", "Two women were found at 7 Old Harbour Road."])
def test_an_address_is_no_number(text: str) -> None:
    assert not [own for own in settings(text) if own[0].isdigit()]


def test_settings_of_different_things() -> None:
    assert not differ(PLAIN, PLAIN, True)
    for other in (Setting(point="ago"), Setting(supposed=True), Setting(listed=True), Setting(entitled=True)):
        assert differ(PLAIN, other, False)
    for other in (Setting(stretch=frozenset({"round"})), Setting(adjectival=True)):
        assert differ(PLAIN, other, True)
        assert not differ(PLAIN, other, False)


def test_two_numbers_that_share_the_noun_behind_the_second() -> None:
    found = settings("They saved 1,247 bird and 747 plant species. They saved 90 plant species.")
    assert [s.listed for s in found.values()] == [False, True, False]


def test_the_whole_of_a_score_and_a_line_on_a_field() -> None:
    found = settings("They won 3 of 12 races. He ran from the 40-yard line. He ran 50 yards.")
    assert [(own.split()[0], s.whole, s.point) for own, s in found.items()] == [
        ("3", False, ""),
        ("12", True, ""),
        ("40-yard", False, "line"),
        ("50", False, ""),
    ]


def test_an_age_then_and_an_age_now(entry: Any) -> None:
    unit = "year of age"
    assert apart(entry(0, 95, unit=unit), entry(1, 92, unit=unit, other_time="2006"))
    assert not apart(entry(0, 95, unit=unit), entry(1, 92, unit=unit))


def test_another_time_is_the_background(entry: Any) -> None:
    assert background(entry(0, 7, before="2012-04")) == "2012-04"
    assert background(entry(0, 7)) == ""
    assert apart(entry(0, 7, before="2012-04"), entry(1, 9))


def test_lengths_grow_from_day_to_day(entry: Any) -> None:
    one = entry(0, 4, unit="day", published="2025-03-01")
    assert running(one, entry(1, 8, unit="day", published="2025-03-05"))
    assert running(one, entry(1, 8, unit="day"))
    assert not running(one, entry(1, 8, unit="day", published="2025-03-01"))
    told = Role(frozenset({"prison"}))
    assert not running(entry(0, 4, unit="year", role=told), entry(1, 8, unit="year", role=told))


def test_amounts_of_which_mostly_other_things_are_told(entry: Any) -> None:
    one, other = Role(frozenset({"cost", "appeal"})), Role(frozenset({"cost", "shortfall", "damage"}))
    assert told_otherwise(entry(0, 4e8, unit="USD", role=one), entry(1, 5e8, unit="USD", role=other))
    assert not told_otherwise(entry(0, 4e8, unit="USD", role=one), entry(1, 5e8, unit="USD", role=one))
    assert not told_otherwise(entry(0, 4, role=one), entry(1, 5, role=other))
