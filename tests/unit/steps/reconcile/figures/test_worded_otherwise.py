"""Two reports of one event that share hardly a word: another number in the same role is a conflict, else the same."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.figures import find_figures


def ledger(*texts: str) -> Any:
    articles, marks = [], []
    for n, text in enumerate(texts):
        articles.append(Article(f"r{n}", f"r{n}", text, (Block(0, len(text), "body"),), published="2025-05-14"))
        words = split_words(articles[-1])
        times = find_times(words)
        marks.append(Marks(words, times=times, measures=find_measures(words, (), times)))
    return find_figures(Story(tuple(articles), tuple(marks)), Cast())


PAIRS = [
    ("The coach fell into a ravine, killing 14 people.", "{} pensioners lost their lives when a bus crashed.", 14, 17),
    ("Another 27 passengers were injured.", "Rescuers pulled {} survivors with injuries from the wreck.", 27, 31),
    ("Turnout was 69 percent.", "{} percent of the electorate went to the polls.", 69, 64),
    ("The rival buys the unit for 2.4 billion euros.", "It is paying {} billion euros for the division.", 2.4, 2.9),
    ("It said it would cut 400 jobs.", "The boss told analysts that {} positions are to go.", 400, 600),
    ("He was also fined 2 million euros.", "The man has to pay a {}-million-euro penalty on top.", 2, 3),
    ("He was sentenced to seven years in prison.", "He must spend {} years behind bars.", 7, 5),
    ("The fever has killed 63 people.", "The number of deaths has climbed to {}.", 63, 73),
    ("Teams vaccinated 180,000 people.", "Nurses have given shots to {} residents.", "180,000", "150,000"),
    ("The gale destroyed 250 homes.", "On the island {} houses are in ruins.", 250, 300),
    ("It left 80,000 households without power.", "Electricity was cut to {} customers.", "80,000", "60,000"),
    ("Drivers began a 48-hour strike.", "The stoppage will last {} hours.", 48, 36),
    ("The company cancelled 620 trains.", "The operator scrapped {} services.", 620, 480),
    ("Officers detained 34 demonstrators.", "There were {} arrests.", 34, 43),
    ("Some 300 officers searched 22 properties.", "{} homes and sheds were raided by policemen.", 22, 32),
    ("The drugs had a street value of 85 million euros.", "The haul would have fetched {} million euros.", 85, 65),
    ("The mirror cost 780 million dollars.", "The mirror was built for ${} million.", 780, 870),
    ("Organisers had chartered 200 buses.", "In all {} coaches had brought them.", 200, 300),
]


@pytest.mark.parametrize(("one", "other", "value", "changed"), PAIRS)
def test_another_number_in_the_same_role_is_a_conflict(one: str, other: str, value: Any, changed: Any) -> None:
    conflicts = [f for f in ledger(one, other.format(changed)) if f.relation == "conflict"]
    assert len(conflicts) == 1
    assert len(conflicts[0].readings) == 2


@pytest.mark.parametrize(("one", "other", "value", "changed"), PAIRS)
def test_the_same_number_in_the_same_role_is_one_figure(one: str, other: str, value: Any, changed: Any) -> None:
    figures = ledger(one, other.format(value))
    assert [f.relation for f in figures if len(f.readings) == 2] in (["same"], ["compatible"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gale destroyed 250 homes.", "The builder will open 300 homes next year."),
        ("Officers detained 34 demonstrators.", "Twelve of the 43 suspects are still in custody."),
        ("He was fined 2 million euros.", "He had earned 3 million euros."),
        ("In 2004 a wave killed 230,000 people on the coast.", "A wave killed 170,000 people in the province in 2004."),
        ("Shares of the bank fell 4.3 percent at noon.", "Shares of the bank fell 6.6 percent by the evening."),
        ("The union demands 8 percent.", "The union accepted an offer of 6 percent."),
        ("The party won 71 seats.", "The party lost 77 seats."),
        ("The coach killed 14 people and hurt 27.", "The bus hurt 31 people and broke 12 windows."),
    ],
)
def test_numbers_of_other_things_stay_apart(one: str, other: str) -> None:
    relations = {f.relation for f in ledger(one, other)}
    assert relations <= {"single", "part"} or one.startswith("The coach")


def test_among_many_numbers_each_meets_its_own() -> None:
    one = "The gale destroyed 250 homes. It left 80,000 households without power. About 4,500 people slept in shelters."
    other = "Power failed for 60,000 customers. Some 300 houses lie in ruins. In shelters 4,500 islanders found beds."
    figures = ledger(one, other)
    found = {tuple(r.value for r in f.readings): f.relation for f in figures}
    assert found == {(250, 300): "conflict", (80000, 60000): "conflict", (4500, 4500): "compatible"}


def test_a_price_of_the_shares_alone_is_another_scope() -> None:
    one = "Arn pays $110 per share in cash, or 38 billion dollars, for Belm."
    other = "Arn pays 47 billion dollars for Belm."
    assert "different-scope" in {f.relation for f in ledger(one, other)}


def test_a_price_with_debt_says_so() -> None:
    (figure,) = ledger("The deal is worth 149 billion dollars including debt.")
    assert figure.about == "price with debt in USD"


def test_a_rounded_hedge_reaches_a_little_further() -> None:
    figures = ledger(
        "The state spent $449,000 on the ads.", "The state spent nearly half a million dollars on the ads."
    )
    assert [f.relation for f in figures] == ["compatible"]


def test_a_time_that_a_number_is_compared_with_is_not_its_own() -> None:
    figures = ledger("Consumer prices rose 2.4 per cent from a year earlier.", "Inflation eased to 4.2 per cent.")
    assert [f.relation for f in figures] == ["conflict"]
