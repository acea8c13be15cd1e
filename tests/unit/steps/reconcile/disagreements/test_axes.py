"""Pairs of words that exclude one another, domain by domain; and words near them that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.axes import entries
from rashomon.steps.reconcile.disagreements.opposed import opposed_events
from rashomon.steps.reconcile.disagreements.roles import kinds
from rashomon.steps.reconcile.disagreements.surroundings import events
from rashomon.text.lexicon import lexicon

CAST = (
    ("Alba", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Tarn Shipping", "organization", ()),
)

OPPOSITE = [
    # politics and votes
    ("The council voted down the harbour bill.", "The council voted through the harbour bill."),
    ("The harbour bill fell short.", "The harbour bill was adopted."),
    ("Finch came out against the harbour tax.", "Finch spoke in favour of the harbour tax."),
    ("Parliament dissolved the harbour committee.", "Parliament kept the harbour committee."),
    ("Finch conceded defeat.", "Finch did not concede defeat."),
    # law, courts, police
    ("The court convicted Finch.", "The court cleared Finch."),
    ("The judge struck down the fishing law.", "The judge upheld the fishing law."),
    ("Finch appealed against the verdict.", "Finch accepted the verdict."),
    ("Finch went to prison.", "Finch walked free."),
    ("Finch maintained his innocence.", "Finch confessed."),
    ("The court revoked the licence of the port.", "The court upheld the licence of the port."),
    # war, borders
    ("The army pulled out the tanks.", "The army sent in the tanks."),
    ("The truce collapsed.", "The truce held."),
    ("The hostages were released.", "The hostages are still in detention."),
    ("The guards turned away the refugees.", "The guards let in the refugees."),
    # disasters
    ("The dam has burst.", "The dam held."),
    ("The forest fire is under control.", "The forest fire is still out of control."),
    ("The villagers were told to stay put.", "The villagers were evacuated."),
    ("The harbour bridge is impassable.", "The harbour bridge is open."),
    ("The two fishermen are unaccounted for.", "The two fishermen have been found."),
    # health, schools
    ("Finch tested positive.", "Finch tested negative."),
    ("The vaccine was effective.", "The vaccine was ineffective."),
    ("The well water was declared unsafe.", "The well water was declared safe."),
    ("The village school was shut.", "The village school stayed open."),
    # business, jobs, banks
    ("The central bank left its key rate unchanged.", "The central bank raised its key rate."),
    ("Tarn Shipping returned to profit.", "Tarn Shipping made a loss."),
    ("Tarn Shipping will lay off the dockers.", "Tarn Shipping will keep the dockers."),
    ("The regulator waved through the harbour merger.", "The regulator blocked the harbour merger."),
    ("The painting went unsold.", "The painting was sold."),
    # labour, transport, energy
    ("The dockers went back to work.", "The dockers went on strike."),
    ("The night trains were called off.", "The night trains will go ahead."),
    ("The airport runway is out of service.", "The airport runway is open again."),
    ("The island power was cut off.", "The island power was restored."),
    # sport, science, culture
    ("The harbour match was postponed.", "The harbour match went ahead."),
    ("Finch stayed in charge.", "Finch bowed out."),
    ("The probe crashed.", "The probe landed safely."),
    ("The harbour portrait is a fake.", "The harbour portrait is genuine."),
    ("The team qualified.", "The team crashed out."),
    # negation
    ("The council failed to pass the harbour bill.", "The council passed the harbour bill."),
    ("Finch refused to sign the harbour treaty.", "Finch signed the harbour treaty."),
    ("The truce did not hold.", "The truce held."),
]


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_words_that_exclude_one_another(scene: Callable, one: str, other: str) -> None:
    drafts = opposed_events(scene(one, other))
    assert [d.reason for d in drafts] == ["opposite-acts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council voted down the harbour bill.", "The council rejected the harbour bill."),
        ("The court cleared Finch.", "The court found Ode guilty."),
        ("The judge struck down the fishing law.", "The judge upheld the budget law."),
        ("Finch went to prison.", "Finch was convicted."),
        ("The dam burst.", "The bridge held."),
        ("The truce collapsed.", "The truce did not hold."),
        ("The night trains were called off.", "The night trains will not go ahead."),
        ("The painting went unsold.", "The painting was not sold."),
        ("The central bank left its key rate unchanged.", "The central bank did not raise its key rate."),
        ("Finch tested positive.", "Ode tested negative."),
        ("The forest fire is under control.", "The hotel fire is out of control."),
        ("Finch went back to work.", "Ode went on strike."),
        ("The well water is safe.", "The well water is not unsafe."),
        ("The vaccine proved effective.", "The vaccine may prove ineffective."),
    ],
)
def test_words_that_do_not(scene: Callable, one: str, other: str) -> None:
    assert opposed_events(scene(one, other)) == []


def test_no_entry_stands_on_both_sides_of_an_axis() -> None:
    for axis in lexicon("events")["axes"]:
        one, other = (axis[way] + axis.get(f"also_{way}", []) for way in ("yes", "no"))
        assert set(one) & set(other) == set(), axis["name"]
        assert len({*one, *other}) == len(one) + len(other), axis["name"]
        assert axis["role"] in ("doer", "theme")
    assert len({axis["name"] for axis in lexicon("events")["axes"]}) == len(lexicon("events")["axes"])


def test_every_broad_word_opens_an_entry() -> None:
    first = {e.split()[0] for a in lexicon("events")["axes"] for k, v in a.items() if isinstance(v, list) for e in v}
    assert set(lexicon("events")["broad"]["words"]) <= first


@pytest.mark.parametrize("word", ["over", "back", "below", "house", "due", "report", "air", "lift", "fault"])
def test_a_word_of_many_meanings_names_no_event_and_no_kind(word: str) -> None:
    assert word not in events()[0]
    assert word == "house" or word not in kinds()  # the house of a parliament


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("animal", "whales", True),
        ("whales", "wolves", False),
        ("currency", "pesos", True),
        ("dollar", "peso", False),
        ("prisoner", "inmates", True),
        ("prisoner", "companion", False),
        ("demonstrators", "protester", True),
        ("demonstrators", "student", False),
        ("decision", "card", False),
        ("coach", "bus", True),
        ("coach", "trainer", True),
        ("truck", "bus", False),
        ("earthquake", "tremor", True),
        ("storm", "tremor", False),
    ],
)
def test_nouns_for_one_participant(one: str, other: str, alike: bool) -> None:
    assert bool(kinds().get(one, frozenset()) & kinds().get(other, frozenset())) == alike


@pytest.mark.parametrize(
    ("one", "other"),
    [("be insured", "be untrained"), ("be licensed", "be unvaccinated"), ("be free", "find"), ("be dry", "be flooded")],
)
def test_what_does_not_exclude_one_another_shares_no_axis(one: str, other: str) -> None:
    axes = lexicon("events")["axes"]
    told = [{w: way for way in ("yes", "no") for w in axis[way] + axis.get(f"also_{way}", [])} for axis in axes]
    assert not any(ways.get(one, "") != ways.get(other, "") for ways in told if one in ways and other in ways)


def test_what_is_so_also_stays_so_and_is_declared_so() -> None:
    for verb in ("be", "remain", "stay", "declare", "deem"):
        assert ("safe", 1) in [(e[0][1], e[2]) for e in entries()[verb] if e[1].name == "safe"]


def test_every_noun_of_doing_stands_for_a_verb_of_an_axis() -> None:
    verbs = {e for axis in lexicon("events")["axes"] for e in axis["yes"] + axis["no"]}
    unknown = {v for v in lexicon("events")["nouns"].values() if v not in verbs}
    assert unknown <= {"leave"}


def test_a_denial_that_stands_outside_the_clause_is_a_partys(read: Callable) -> None:
    one = "Tarn Shipping denied that it had postponed repairs."
    assert opposed_events(read(one, "Tarn Shipping had put off repairs.")) == []


def test_a_habit_and_a_year_are_another_time(scene: Callable) -> None:
    assert opposed_events(scene("Finch repeatedly condemned the plan.", "Finch welcomed the plan.")) == []
    assert opposed_events(scene("The city closed the bridge in 1998.", "The bridge is open again.")) == []


def test_one_thing_is_not_a_number_of_them(scene: Callable) -> None:
    assert opposed_events(scene("The port will keep its licence.", "The council has revoked 40 licences.")) == []
    assert opposed_events(scene("The city closed the bridge.", "The city opened 12 bridges.")) == []
