from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.marks import Marks
from rashomon.steps.annotate.acts.groups import Group, verb_groups

Read = Callable[..., Marks]


def groups(read: Read, text: str) -> list[Group]:
    tokens = read(text).words.tokens
    return verb_groups(tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The board rejected the plan.", ["reject"]),
        ("The board has not yet rejected the plan.", ["reject"]),
        ("The minister resigned and the board accepted it.", ["resign", "accept"]),
        ("The company called off the strike.", ["call off"]),
        ("The bridge was closed.", ["close"]),
        ("The mayor is ill.", ["be"]),
        ("A truce on May 9 ended.", ["end"]),
        ('He would "ensure that pupils are fed".', ["ensure", "feed"]),
    ],
)
def test_the_verbs_of_a_sentence(read: Read, text: str, lemmas: list[str]) -> None:
    assert [g.lemma for g in groups(read, text)] == lemmas


def test_a_sense_comes_with_the_verb(read: Read) -> None:
    assert groups(read, "The union rejected the offer.")[0].sense == "reject"
    assert groups(read, "The choir sang all night.")[0].sense is None


def test_negation_and_future(read: Read) -> None:
    (group,) = groups(read, "The board will not accept the plan.")
    assert group.negated
    assert group.future
    assert not group.passive


def test_a_hedge_may_stand_inside_or_before(read: Read) -> None:
    assert groups(read, "The board may accept the plan.")[0].hedged
    assert groups(read, "The board reportedly accepted the plan.")[0].hedged
    assert not groups(read, "The board accepted the plan.")[0].hedged


def test_passive(read: Read) -> None:
    assert groups(read, "The plan was rejected by the board.")[0].passive
    assert not groups(read, "The board was rejecting the plan.")[0].passive


def test_a_participle_after_a_comma_is_a_group_of_its_own(read: Read) -> None:
    first, second = groups(read, "A bomb exploded in Alba, killing ten people.")
    assert (first.participle, second.participle) == (False, True)
    assert second.lemma == "kill"


def test_including_is_no_verb(read: Read) -> None:
    assert [g.lemma for g in groups(read, "The mayor released ten men, including a priest.")] == ["release"]


def test_a_noun_is_no_verb(read: Read) -> None:
    assert groups(read, "The attack on the bridge") == []
