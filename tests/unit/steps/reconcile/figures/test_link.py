"""Which readings are one figure."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.steps.reconcile.figures.link import Evidence, equal, group
from rashomon.steps.reconcile.figures.roles import Role
from rashomon.steps.reconcile.figures.setting import Setting


def numbers(groups: Any) -> list[list[int]]:
    return [[e.number for e in members] for members in groups]


def linked(entries: list[Any]) -> list[list[int]]:
    return numbers(group(entries, Evidence(entries)))


def test_main_tolls_of_equal_value(entry: Any) -> None:
    assert linked([entry(0, 12, toll="dead"), entry(1, 12, toll="dead")]) == [[0, 1]]


def test_main_tolls_of_different_value(entry: Any) -> None:
    assert linked([entry(0, 12, toll="dead"), entry(1, 15, toll="dead")]) == [[0, 1]]


def test_dead_and_injured_never_meet(entry: Any) -> None:
    assert linked([entry(0, 12, toll="dead"), entry(1, 12, toll="injured")]) == [[0], [1]]


def test_only_the_first_toll_of_a_report_is_its_own(entry: Any) -> None:
    entries = [entry(0, 12, toll="dead"), entry(0, 3, toll="dead", sentence=4), entry(1, 15, toll="dead")]
    evidence = Evidence(entries)
    assert [evidence.main(e) for e in entries] == [True, False, True]
    assert linked(entries) == [[0, 2], [1]]


def test_a_sentence_with_other_dead_tells_of_another_event(entry: Any) -> None:
    entries = [
        entry(0, 12, toll="dead"),
        entry(0, 9, toll="dead", sentence=5),
        entry(0, 200, toll="injured", sentence=5),
    ]
    assert [Evidence(entries).main(e) for e in entries] == [True, False, False]


def test_parts_and_older_events_are_no_main_tolls(entry: Any) -> None:
    entries = [entry(0, 12, toll="dead", partial=True), entry(0, 90, toll="dead", other_time="2004")]
    assert [Evidence(entries).main(e) for e in entries] == [False, False]


def test_a_toll_a_hundred_times_larger_is_of_another_event(entry: Any) -> None:
    assert linked([entry(0, 5, toll="dead"), entry(1, 230000, toll="dead")]) == [[0], [1]]


def test_sentences_without_likeness_tell_of_two_places(entry: Any) -> None:
    entries = [entry(0, 5, toll="dead", words="harbour blaze"), entry(1, 9, toll="dead", words="mountain avalanche")]
    assert linked(entries) == [[0], [1]]


def test_round_numbers_need_a_thing_in_common(entry: Any) -> None:
    one = entry(0, 30, counted="boat", words="boats left harbour early")
    other = entry(1, 30, counted="teacher", words="teachers struck against mayor")
    assert linked([one, other]) == [[0], [1]]


def test_unusual_numbers_need_little_else(entry: Any) -> None:
    one = entry(0, 284.46, unit="USD", words="bill corrected amount")
    other = entry(1, 284.46, unit="USD", words="bill later turned out smaller")
    assert linked([one, other]) == [[0, 1]]


def test_dimensions_do_not_mix(entry: Any) -> None:
    assert linked([entry(0, 30, unit="day"), entry(1, 30, unit="kilometre")]) == [[0], [1]]


def test_rates_do_not_mix_with_amounts(entry: Any) -> None:
    one = entry(0, 82.5, unit="USD", scope=("per share",), names=("x",))
    assert linked([one, entry(1, 82.5, unit="USD", names=("x",))]) == [[0], [1]]


def test_talks_without_a_common_partner_are_two(entry: Any) -> None:
    one = entry(0, 1, unit="hour", event="talk", names=("a", "b"))
    other = entry(1, 1, unit="hour", event="talk", names=("c", "d"))
    assert linked([one, other]) == [[0], [1]]


def test_lengths_in_other_units_are_equal(entry: Any) -> None:
    assert equal(entry(0, 60, unit="minute"), entry(1, 1, unit="hour"))
    assert equal(entry(0, 10, unit="kilometre"), entry(1, 6.2, unit="mile"))
    assert not equal(entry(0, 10, unit="kilometre"), entry(1, 10.2, unit="kilometre"))
    assert not equal(entry(0, 1, unit="hour"), entry(1, 1, unit="percent"))


def test_percentages_are_never_rivals(entry: Any) -> None:
    one = entry(0, 4, unit="percent", counted="fall", names=("x",))
    assert linked([one, entry(1, 6, unit="percent", counted="fall", names=("x",))]) == [[0], [1]]


def test_figures_far_apart_are_not_of_one_thing(entry: Any) -> None:
    one = entry(0, 21, counted="girl", names=("x",))
    assert linked([one, entry(1, 218, counted="girl", names=("x",))]) == [[0], [1]]


def test_nothing_to_link() -> None:
    assert linked([]) == []


def test_one_speaker_quoted_in_two_ways_is_no_conflict_of_figures(entry: Any) -> None:
    said = {"counted": "lamp", "words": "council replaced lamps harbour", "names": ("x",), "verbatim": True}
    assert linked([entry(0, 60, holder="x", **said), entry(1, 90, holder="x", **said)]) == [[0], [1]]


def test_two_speakers_of_two_numbers_are_a_conflict_of_figures(entry: Any) -> None:
    said = {"counted": "lamp", "words": "council replaced lamps harbour", "names": ("x",), "verbatim": True}
    assert linked([entry(0, 60, holder="x", **said), entry(1, 90, holder="y", **said)]) == [[0, 1]]


def test_the_toll_of_an_event_told_before_is_no_main_toll(entry: Any) -> None:
    for more in ({"carried": "2010"}, {"before": "2010"}, {"setting": Setting(before=True)}):
        assert not Evidence([then := entry(0, 12, toll="dead", **more)]).main(then)


def test_equal_tolls_of_an_event_now_and_one_then_are_two(entry: Any) -> None:
    now = entry(0, 12, toll="injured", words="port fire", partial=True)
    then = entry(1, 12, toll="injured", words="port fire", partial=True)
    assert linked([now, then]) == [[0, 1]]
    assert linked(
        [entry(2, 12, toll="injured", partial=True), entry(3, 12, toll="injured", partial=True, carried="2010")]
    ) == [[2], [3]]


def test_a_report_s_own_number_and_one_it_quotes_are_no_dispute(entry: Any) -> None:
    quoted = entry(0, 12, toll="dead", holder="police")
    for holder, rivals in ((None, False), ("police", False), ("mayor", True)):
        other = entry(0, 15, toll="dead", holder=holder, sentence=0)
        entries = [quoted, other]
        evidence = Evidence(entries, frozenset({(quoted.number, other.number)}))
        assert evidence.rival(quoted, other) is rivals


def test_a_report_that_gives_both_as_one_tells_no_two_things(entry: Any) -> None:
    homes = Role(frozenset({"burnt"}), frozenset({"house"}))
    one = entry(0, 300, low=270, high=300, modifier="nearly", counted="house", role=homes)
    other = entry(1, 297, counted="house", role=homes)
    both = [entry(2, 300, counted="house", role=homes), entry(2, 297, counted="house", role=homes)]
    entries = [one, other, *both]
    assert Evidence(entries, frozenset({(one.number, other.number)})).rival(one, other)
    far = entry(3, 250, counted="house", role=homes)
    both = [entry(4, 250, counted="house", role=homes), entry(4, 297, counted="house", role=homes)]
    assert not Evidence([*entries, far, *both], frozenset({(far.number, other.number)})).rival(far, other)


@pytest.mark.parametrize(
    ("here", "there", "one"),
    [
        ({"dead"}, {"dead"}, True),
        ({"dead"}, {"injured"}, False),  # nineteen miners killed, 23 injured
        ({"dead", "trapped"}, {"trapped"}, True),
        ({"dead"}, set(), True),  # nobody says what happened to them
        (set(), {"dead"}, True),
        (set(), set(), True),
    ],
)
def test_two_counts_of_one_noun_of_which_different_things_are_told_are_two(
    entry: Any, here: set[str], there: set[str], one: bool
) -> None:
    miner = frozenset({"miner"})
    said = {"counted": "miner", "words": "flood miners mine valley", "names": ("x",)}
    entries = [entry(n, 19 + 4 * n, role=Role(frozenset(r), miner), **said) for n, r in enumerate((here, there))]
    assert linked(entries) == ([[0, 1]] if one else [[0], [1]])


MINUTES, RACE = {"unit": "minute"}, {"setting": Setting(stretch=frozenset({"first"}))}


@pytest.mark.parametrize(
    ("both", "here", "there", "one"),
    [
        ({}, {}, {}, True),
        # Another year; one that only one of the two tells is left open.
        ({}, {"other_time": "2010"}, {"other_time": "2011"}, False),
        ({}, {"other_time": "2010"}, {}, True),
        # Dead and injured; a pause and a ceasefire; two calls with nobody in common.
        ({}, {"toll": "dead"}, {"toll": "injured"}, False),
        ({"event": "cessation", "noun": "pause", **MINUTES, "published": "2031-05-07"}, {}, {}, True),
        ({"event": "cessation"}, {"noun": "pause"}, {"noun": "ceasefire"}, False),
        ({}, {"event": "talk"}, {"event": "flight"}, False),
        ({"event": "talk"}, {"names": ("x",)}, {"names": ("x", "y")}, True),
        ({"event": "talk"}, {"names": ("x",)}, {"names": ("y",)}, False),
        # A day's and an hour's.
        ({"scope": ("per day",)}, {}, {}, True),
        ({}, {"scope": ("per day",)}, {"scope": ("per hour",)}, False),
        # A part of a contest.
        (RACE, {}, {}, True),
        ({}, RACE, {}, False),
        # Lengths of time of two days grow, those of one do not.
        (MINUTES, {"published": "2031-05-07"}, {"published": "2031-05-07"}, True),
        (MINUTES, {"published": "2031-05-07"}, {"published": "2031-05-08"}, False),
        # What a share gained moves by the hour.
        ({"unit": "percent"}, {}, {}, True),
        ({"unit": "percent"}, {"role": Role(frozenset({"stock"}))}, {}, False),
        ({"unit": "percent"}, {}, {"role": Role(frozenset({"stock"}))}, False),
        # One speaker in two ways, two speakers, and a speaker told of in other words.
        ({"verbatim": True, "holder": "x"}, {}, {}, False),
        ({"verbatim": True}, {"holder": "x"}, {"holder": "y"}, True),
        ({"holder": "x"}, {"verbatim": True}, {}, True),
        # Lengths and money are of two dimensions.
        ({}, {"unit": "USD"}, {"unit": "EUR"}, False),
    ],
)
def test_what_sets_two_numbers_apart_whatever_else_speaks_for_them(
    entry: Any, both: dict[str, Any], here: dict[str, Any], there: dict[str, Any], one: bool
) -> None:
    a, b = entry(0, 19, **both, **here), entry(1, 23, **both, **there)
    assert Evidence([a, b], frozenset({(a.number, b.number)})).rival(a, b) is one
    assert Evidence([a, b], frozenset({(a.number, b.number)})).rival(b, a) is one


@pytest.mark.parametrize(
    ("times", "more", "one"),
    [
        (9, {}, True),
        (11, {}, False),  # more than ten times as many are of another thing,
        (11, {"toll": "dead"}, True),  # but for tolls
        (11, {"unit": "USD"}, True),  # and amounts
    ],
)
def test_how_much_larger_a_number_may_be(entry: Any, times: int, more: dict[str, Any], one: bool) -> None:
    a, b = entry(0, 20, **more), entry(1, 20 * times, **more)
    assert Evidence([a, b], frozenset({(a.number, b.number)})).rival(a, b) is one


def test_one_toll_in_two_wordings_is_one(entry: Any) -> None:
    for toll, one in (("dead", True), (None, False)):
        roles = (Role(frozenset({told})) for told in ("dead", "exposed"))
        a, b = (entry(n, 19 + 4 * n, toll=toll, role=role) for n, role in enumerate(roles))
        assert Evidence([a, b], frozenset({(a.number, b.number)})).rival(a, b) is one
