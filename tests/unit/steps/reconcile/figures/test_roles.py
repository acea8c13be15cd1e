"""What is told of a number, and which class of things it counts."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.figures.entries import dimension
from rashomon.steps.reconcile.figures.frame import frame_of
from rashomon.steps.reconcile.figures.roles import Role, ahead, common, kind_of, role_of, wide
from rashomon.text.lexicon import lexicon


def roles(text: str) -> list[Role]:
    words = split_words(Article("a", "a", text, (Block(0, len(text), "body"),)))
    found = find_measures(words, (), ())
    out = []
    for m in found:
        frame = frame_of(words, m, words.sentences[0])
        others = [o.span for o in found if o is not m and frame.start <= o.span.start < frame.end]
        out.append(role_of(words, m, others, dimension(m.unit)[0], frame.start, frame.end))
    return out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The landslide killed 14 villagers.", {"dead"}),
        ("Fourteen villagers lost their lives.", {"dead", "lost", "destroyed"}),
        ("Police detained 34 marchers.", {"arrested"}),
        ("There were 34 arrests.", {"arrested"}),
        ("The gale ruined 250 barns.", {"destroyed"}),
        ("The operator scrapped 620 services.", {"cancelled"}),
        ("Some 60,000 people took to the streets.", {"marched"}),
        ("The club paid 48 million euros for him.", {"price"}),
        ("She was fined 2 million euros.", {"fine"}),
        ("Turnout was 69 percent.", {"turnout"}),
        ("The party polled 24 percent of the vote.", {"votes", "backed"}),
        ("The firm has put 4.5 percent on the table.", {"offered"}),
        ("He must spend seven years behind bars.", {"prison"}),
        ("It was a 48-hour walkout.", {"striking"}),
        ("A choir sang 12 songs.", set()),
        ("The talks will last two days.", {"meeting", "lasted"}),
        ("The harbour grew in the last two decades.", set()),
    ],
)
def test_what_is_told(text: str, told: set[str]) -> None:
    assert roles(text)[0].told == told


def test_a_clause_without_a_verb_takes_that_of_its_sentence() -> None:
    assert roles("Twenty-two barns and sheds were raided by police.")[0].told == {"searched"}


def test_what_another_number_counts_is_not_told_of_this_one() -> None:
    employees, plants = roles("The firm has 6,300 employees at 18 plants.")
    assert employees.told == {"employed"}
    assert plants.told == set()


def test_a_whole_has_no_role() -> None:
    seats = roles("The party won 71 of the 160 seats.")
    assert [r.whole for r in seats] == [False, True]
    assert seats[1].told == set()


@pytest.mark.parametrize(
    ("text", "counts", "people"),
    [
        ("It sold 18 factories.", {"plant"}, False),
        ("It sold 18 mills.", {"plant"}, False),
        ("It hired 30 pensioners.", {"pensioner"}, True),
        ("It bought 30 kettles.", {"kettle"}, False),
    ],
)
def test_classes_of_nouns(text: str, counts: set[str], people: bool) -> None:
    (role,) = roles(text)
    assert (role.counts, role.people) == (counts, people)


@pytest.mark.parametrize(
    ("text", "counts", "people"),
    [
        ("The number of homes lost stands at 70.", {"house"}, False),
        ("The agency puts the number of uprooted villagers at 4,000.", {"villager"}, True),
        ("A total of 160 captured soldiers were handed over.", {"soldier"}, True),
        ("The number is 70.", set(), False),
        ("The chance of rain is 70.", set(), False),
        ("Some 90 cyclists took part.", {"cyclist"}, True),
        ("Some 90 Savelians took part.", {"savelian"}, True),
    ],
)
def test_the_noun_of_a_number_that_has_none_beside_it(text: str, counts: set[str], people: bool) -> None:
    (role,) = roles(text)
    assert (role.counts, role.people) == (counts, people)


def test_a_role_may_rule_out_another() -> None:
    (role,) = roles("Only 48 percent of those entitled to vote did so.")
    assert role.told == {"turnout"}


def test_a_role_of_jobs_is_not_told_of_trees() -> None:
    assert "lostjobs" in roles("The firm will cut 400 jobs.")[0].told
    assert "lostjobs" not in roles("The firm will cut 400 trees.")[0].told


def test_a_share_of_a_whole_that_is_given() -> None:
    assert [r.share for r in roles("Twelve of the 43 suspects are free.")] == [True, False]


def test_roles_of_what_one_event_makes_once_and_common_nouns() -> None:
    assert {"dead", "evacuated"} <= wide() < set(lexicon("figure_roles")["roles"])
    assert "won" not in wide()
    assert "season" in common()


def test_money_of_an_unknown_currency_is_money() -> None:
    assert roles("The plan would save 5 billion crowns.")[0].told == {"saved"}


@pytest.mark.parametrize(("dimension_", "kind"), [("USD", "money"), ("calendar", "time"), ("speed", "speed")])
def test_kinds_of_numbers(dimension_: str, kind: str) -> None:
    assert kind_of(dimension_) == kind


def test_forecasts_are_listed() -> None:
    assert {"growth", "appeal"} <= ahead() < set(lexicon("figure_roles")["roles"])


def test_every_role_says_what_it_is_told_of_and_no_word_stands_twice() -> None:
    for name, row in lexicon("figure_roles")["roles"].items():
        assert row["of"], name
        assert len(row["words"]) == len(set(row["words"])), name
