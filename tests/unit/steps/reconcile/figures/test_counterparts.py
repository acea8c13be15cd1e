"""Readings that answer one another, by role and noun."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.steps.reconcile.figures.counterparts import Counterparts
from rashomon.steps.reconcile.figures.frame import Frame
from rashomon.steps.reconcile.figures.roles import Role
from rashomon.steps.reconcile.figures.setting import Setting

DEAD = Role(frozenset({"dead"}), frozenset({"person"}), people=True)
ALSO_DEAD = Role(frozenset({"dead"}), frozenset({"pensioner"}), people=True)
BARE = Role(frozenset({"dead"}))
BUSES = Role(frozenset(), frozenset({"bus"}))


def meet(*entries: Any) -> bool:
    return Counterparts(list(entries)).meet(entries[0], entries[1])


@pytest.fixture
def tolls(entry: Any) -> Any:
    """Two tolls of different reports; `tolls(…)` changes the second."""

    def make(value: float = 17, **more: Any) -> tuple[Any, Any]:
        return entry(0, 14, role=DEAD, words="cliff"), entry(1, value, **{"role": ALSO_DEAD, "words": "road", **more})

    return make


def test_one_report_s_pensioners_are_the_other_s_people(tolls: Any) -> None:
    assert meet(*tolls())
    assert meet(*tolls(role=BARE))


@pytest.mark.parametrize(
    "more",
    [
        {"value": 141},
        {"value": 36, "role": Role(frozenset({"dead"}), frozenset({"person"}), people=True, share=True)},
        {"value": 36, "partial": True},
        {"scope": ("annual",)},
        {"each": True},
        {"partial": True},
        {"share": True},
        {"before": "2019"},
        {"unit": "percent"},
        {"role": Role(frozenset({"injured"}), frozenset({"person"}), people=True)},
        {"role": Role(frozenset({"dead"}), frozenset({"sheep"}))},
        {"role": Role(frozenset({"dead"}), frozenset({"person"}), people=True, whole=True)},
        {"low": 12, "high": 120, "value": 12},
    ],
)
def test_what_sets_two_numbers_apart(tolls: Any, more: dict[str, Any]) -> None:
    assert not meet(*tolls(**more))


@pytest.mark.parametrize("field", ["days", "places", "doers"])
def test_other_days_places_and_parties_set_apart(entry: Any, field: str) -> None:
    one, other = entry(0, 14, role=DEAD, **{field: ("x",)}), entry(1, 17, role=DEAD, **{field: ("y",)})
    assert not meet(one, other)
    assert meet(one, entry(2, 17, role=DEAD, **{field: ("x",)}))


def test_two_numbers_that_fit_as_well_leave_it_open(entry: Any) -> None:
    one, other, rest = entry(0, 14, role=DEAD), entry(1, 17, role=DEAD), entry(1, 12, role=DEAD)
    assert not meet(one, other, rest)


def test_a_better_fit_wins(entry: Any) -> None:
    one, other, rest = entry(0, 14, role=DEAD), entry(1, 17, role=DEAD), entry(1, 12, role=BARE)
    assert meet(one, other, rest)


def test_a_report_that_gives_both_values_knows_two_things(entry: Any) -> None:
    one, other = entry(0, 14, role=DEAD), entry(1, 17, role=DEAD)
    assert not meet(one, other, entry(2, 14, role=Role()), entry(2, 17, role=Role()))


def test_one_report_does_not_answer_itself(entry: Any) -> None:
    assert not meet(entry(0, 14, role=DEAD), entry(0, 17, role=DEAD))


def test_large_counts_of_one_noun_need_nothing_else(entry: Any) -> None:
    assert meet(entry(0, 200, role=BUSES, words="x"), entry(1, 300, role=BUSES, words="y"))
    assert not meet(entry(0, 20, role=BUSES, words="x"), entry(1, 30, role=BUSES, words="y"))
    assert meet(entry(0, 20, role=BUSES, words="harbour depot"), entry(1, 30, role=BUSES, words="harbour depot"))
    assert not meet(entry(0, 4, role=BUSES, words="harbour"), entry(1, 5, role=BUSES, words="harbour"))


def test_the_only_speed_of_two_reports(entry: Any) -> None:
    speed = {"unit": "kilometre per hour"}
    one, other = entry(0, 92, **speed), entry(1, 84, **speed)
    assert meet(one, other)
    assert not meet(one, other, entry(1, 60, **speed))


def test_prices_on_the_exchange_are_never_compared(entry: Any) -> None:
    stock = Role(frozenset({"stock", "fall"}))
    assert not meet(entry(0, 3, unit="percent", role=stock), entry(1, 4, unit="percent", role=stock))


def test_a_forecast_answers_a_plan_where_the_role_lies_ahead(entry: Any) -> None:
    for name, met in (("growth", True), ("votes", False)):
        role = Role(frozenset({name}))
        one = entry(0, 3, unit="percent", role=role, frame=Frame(expected=True))
        assert meet(one, entry(1, 4, unit="percent", role=role)) is met


def test_equal_values_agree_without_standing_alone(entry: Any) -> None:
    one, other, rest = entry(0, 14, role=DEAD), entry(1, 14, role=ALSO_DEAD), entry(1, 12, role=DEAD)
    assert Counterparts([one, other, rest]).agree(one, other)
    assert not Counterparts([one, other]).agree(one, entry(1, 14, role=BUSES))


def test_ages_and_magnitudes_have_their_own_rules(entry: Any) -> None:
    assert not meet(entry(0, 58, unit="year of age"), entry(1, 63, unit="year of age"))
    assert not meet(entry(0, 6, dimension="magnitude", role=DEAD), entry(1, 7, dimension="magnitude", role=DEAD))


def shared(entry: Any, article: int) -> list[Any]:
    """Four numbers that two reports have in common."""
    return [entry(article, n, counted="x") for n in (31, 47, 260, 9100)]


def test_what_is_left_over_of_two_reports_with_the_same_numbers(entry: Any) -> None:
    money = {"unit": "EUR"}
    one, other = entry(0, 400_000, **money), entry(1, 600_000, **money)
    twins = [*shared(entry, 0), *shared(entry, 1)]
    assert meet(one, other, *twins)
    assert meet(one, other, *twins[:-1])
    assert not meet(one, other, *twins[:-2])
    hectares = (entry(0, 40, unit="hectare", role=BARE), entry(1, 60, unit="hectare"))
    assert not meet(*hectares, *twins[:-1])
    assert not meet(one, other, *twins, entry(1, 500_000, **money))
    assert not meet(entry(0, 5, unit="hour"), entry(1, 6, unit="hour"), *twins)


def test_left_over_counts_are_of_one_noun_or_of_people(entry: Any) -> None:
    twins = [*shared(entry, 0), *shared(entry, 1)]
    people, men = Role(counts=frozenset({"person"}), people=True), Role(counts=frozenset({"miner"}), people=True)
    assert meet(entry(0, 19, role=people), entry(1, 23, role=men), *twins)
    assert not meet(entry(0, 19, role=people), entry(1, 23, role=BUSES), *twins)
    assert not meet(entry(0, 5, role=people), entry(1, 6, role=men), *twins)


def test_a_headline_s_number_does_not_stand_in_the_way(entry: Any) -> None:
    one, other, headline = entry(0, 11, role=DEAD), entry(1, 13, role=DEAD), entry(1, 11, role=DEAD, place="title")
    assert meet(one, other, headline)
    assert not meet(one, other, entry(1, 11, role=DEAD))


@pytest.mark.parametrize("value", [5, 36, 140])
def test_what_one_event_makes_once_may_lie_far_apart(tolls: Any, value: int) -> None:
    assert meet(*tolls(value))


def test_other_roles_may_not(entry: Any) -> None:
    won = Role(frozenset({"won"}), frozenset({"seat"}))
    assert meet(entry(0, 14, role=won), entry(1, 35, role=won))
    assert not meet(entry(0, 14, role=won), entry(1, 36, role=won))


def test_a_number_that_both_reports_give_does_not_stand_in_the_way(entry: Any) -> None:
    one, other = entry(0, 14, role=DEAD), entry(1, 17, role=DEAD)
    both = [entry(0, 12, role=DEAD), entry(1, 12, role=DEAD)]
    assert meet(one, other, *both)
    assert not meet(one, other, both[1])


def test_small_counts_of_other_things_do_not_tell_that_a_report_knows_both_values(entry: Any) -> None:
    hurt = Role(frozenset({"injured"}), frozenset({"firefighter"}), people=True)
    planes = Role(counts=frozenset({"plane"}))
    one, other = entry(0, 2, role=hurt), entry(1, 9, role=hurt)
    assert meet(one, other, entry(0, 9, role=planes))
    assert not meet(one, other, entry(2, 2, role=hurt), entry(2, 9, role=hurt))


def test_small_counts_of_one_noun_need_a_word_of_the_clause(entry: Any) -> None:
    near = Frame(near=frozenset({"emergenc"}))
    assert meet(entry(0, 5, role=BUSES, frame=near), entry(1, 9, role=BUSES, frame=near))
    assert not meet(entry(0, 5, role=BUSES, frame=near), entry(1, 9, role=BUSES))
    assert not meet(entry(0, 2, role=BUSES, frame=near), entry(1, 5, role=BUSES, frame=near))
    games = Role(counts=frozenset({"game"}))
    assert not meet(
        entry(0, 5, role=games, counted="game", frame=near), entry(1, 9, role=games, counted="game", frame=near)
    )


def test_clauses_that_share_a_word_hold_the_last_amount_together(entry: Any) -> None:
    near = Frame(near=frozenset({"dike"}))
    one, other = entry(0, 5e6, unit="EUR", frame=near), entry(1, 8e6, unit="EUR", frame=near)
    assert meet(one, other)
    assert not meet(one, entry(2, 8e6, unit="EUR"))
    assert not meet(one, other, entry(1, 7e6, unit="EUR", frame=near))
    assert not meet(entry(0, 30, unit="mile", frame=near), entry(1, 40, unit="mile", frame=near))


def test_people_of_other_words_need_two_words_or_three_numbers_in_common(entry: Any) -> None:
    people, guests = Role(counts=frozenset({"person"}), people=True), Role(counts=frozenset({"guest"}), people=True)
    for words, met in ((("dike", "valley"), True), (("dike",), False)):
        near = Frame(near=frozenset(words))
        assert meet(entry(0, 180, role=people, frame=near), entry(1, 210, role=guests, frame=near)) is met
    known = [*shared(entry, 3)[:3], *shared(entry, 4)[:3]]
    assert meet(entry(3, 180, role=people), entry(4, 210, role=guests), *known)
    assert not meet(entry(3, 80, role=people), entry(4, 60, role=guests), *known)


def test_an_amount_agreed_in_march_may_be_told_without_its_month(entry: Any) -> None:
    price = Role(frozenset({"price"}))
    one = entry(0, 5e6, unit="EUR", role=price, before="2025-03")
    assert meet(one, entry(1, 8e6, unit="EUR", role=price))
    assert not meet(one, entry(1, 8e6, unit="EUR", role=price, before="2025-02"))
    assert not meet(entry(0, 5e6, unit="EUR", role=price, before="2009"), entry(1, 8e6, unit="EUR", role=price))
    assert not meet(entry(0, 50, role=DEAD, before="2025-03"), entry(1, 40, role=DEAD))


def test_the_only_wage_by_the_month_of_two_reports(entry: Any) -> None:
    monthly: dict[str, Any] = {"unit": "USD", "scope": ("per month",)}
    one = entry(0, 95, role=Role(frozenset({"paid"})), **monthly)
    other = entry(1, 59, role=Role(frozenset({"profit"})), **monthly)
    assert meet(one, other)
    assert not meet(one, other, entry(1, 70, **monthly))
    assert not meet(one, entry(1, 59, unit="USD", scope=("per year",)))
    assert not meet(
        entry(0, 3, unit="percent", scope=("per month",)), entry(1, 4, unit="percent", scope=("per month",))
    )


def test_last_year_beside_the_number_or_elsewhere_in_the_clause(entry: Any) -> None:
    sales: dict[str, Any] = {"unit": "EUR", "role": Role(frozenset({"sales"}))}
    one = entry(0, 1.9e9, before="2024", scope=("last",), **sales)
    assert meet(one, entry(1, 1.4e9, before="2024", **sales))
    assert not meet(one, entry(1, 1.4e9, **sales))
    assert not meet(entry(0, 1.9e9, scope=("last",), **sales), entry(1, 1.4e9, **sales))


def test_amounts_of_which_mostly_other_things_are_told_are_no_counterparts(entry: Any) -> None:
    cost = entry(0, 4e8, unit="EUR", role=Role(frozenset({"cost", "damage"})))
    assert meet(cost, entry(1, 5e8, unit="EUR", role=Role(frozenset({"cost", "damage"}))))
    assert not meet(cost, entry(1, 5e8, unit="EUR", role=Role(frozenset({"cost", "fine", "profit"}))))


def test_shares_left_over_are_of_one_whole_and_share_more_than_a_name(entry: Any) -> None:
    def share(article: int, value: int, whole: str | None, *near: str) -> Any:
        frame, names = Frame(near=frozenset(near), whole=whole), Setting(proper=frozenset({"norvia"}))
        return entry(article, value, unit="percent", frame=frame, setting=names)

    assert meet(share(0, 40, "farm", "norvia", "dike"), share(1, 50, "farm", "norvia", "dike"))
    assert not meet(share(0, 40, "farm", "norvia", "dike"), share(1, 50, "boat", "norvia", "dike"))
    assert not meet(share(0, 40, "farm", "norvia"), share(1, 50, "farm", "norvia"))


def test_large_counts_of_reports_with_numbers_in_common_share_a_word_beside_the_noun(entry: Any) -> None:
    people, guests = Role(counts=frozenset({"person"}), people=True), Role(counts=frozenset({"guest"}), people=True)
    known = [*shared(entry, 0)[:3], *shared(entry, 1)[:3]]
    assert meet(entry(0, 180, role=people, words="dike"), entry(1, 210, role=guests, words="dike"), *known)
    assert not meet(entry(0, 180, role=people, words="dike"), entry(1, 210, role=guests, words="pier"), *known)
