"""Each sense of the lexicon in a sentence of its own: the verb in the past, in the passive, and with its particle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.marks import Act, Marks
from rashomon.steps.annotate.acts import find_acts
from rashomon.steps.annotate.acts.verbs import noun_senses, phrasal, verb_forms
from rashomon.text.lexicon import lexicon

Read = Callable[..., Marks]


def told(marks: Marks) -> list[tuple[str, str | None, str | None, str | None]]:
    """Verb, sense, actor and object of each act."""

    def of(act: Act, name: str) -> str | None:
        span = getattr(act, name)
        return span.of(marks.words.text) if span else None

    return [(a.verb, a.sense, of(a, "actor"), of(a, "object")) for a in find_acts(marks)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The board resisted the plan.", ("resist", "oppose", "The board", "the plan")),
        ("Vega condemned the raid.", ("condemn", "criticize", "Vega", "the raid")),
        ("The court endorsed the list.", ("endorse", "support", "The court", "the list")),
        ("Vega hailed the rescuers.", ("hail", "praise", "Vega", "the rescuers")),
        ("The firm admitted the leak.", ("admit", "confirm", "The firm", "the leak")),
        ("Prosecutors indicted two guards.", ("indict", "charge", "Prosecutors", "two guards")),
        ("The rebels freed ten miners.", ("free", "release", "The rebels", "ten miners")),
        ("The two armies swapped prisoners.", ("swap", "exchange", "The two armies", "prisoners")),
        ("The crew fled the ship.", ("flee", "leave", "The crew", "the ship")),
        ("The party ousted its leader.", ("oust", "oust", "The party", "its leader")),
        ("The council imposed a levy.", ("impose", "impose", "The council", "a levy")),
        ("The council eased the rules.", ("ease", "lift", "The council", "the rules")),
        ("The club postponed the match.", ("postpone", "delay", "The club", "the match")),
        ("Senators ratified the pact.", ("ratify", "approve", "Senators", "the pact")),
        ("The league bought the stadium.", ("buy", "buy", "The league", "the stadium")),
        ("The fire destroyed two barns.", ("destroy", "destroy", "The fire", "two barns")),
        ("The fire damaged two barns.", ("damage", "damage", "The fire", "two barns")),
        ("The minister quit the cabinet.", ("quit", "resign", "The minister", "the cabinet")),
        ("The ferry resumed its service.", ("resume", "resume", "The ferry", "its service")),
        ("The choir maintained its lead.", ("maintain", "continue", "The choir", "its lead")),
    ],
)
def test_a_verb_of_each_sense(read: Read, text: str, act: tuple[str, str, str, str]) -> None:
    assert told(read(text)) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The plan was resisted by the board.", ("resist", "oppose", "the board", "The plan")),
        ("Ten miners were freed by the rebels.", ("free", "release", "the rebels", "Ten miners")),
        ("The stadium has been bought by the league.", ("buy", "buy", "the league", "The stadium")),
        ("Two guards were indicted on Monday.", ("indict", "charge", None, "Two guards")),
        ("The match had been postponed.", ("postpone", "delay", None, "The match")),
        ("Two barns were destroyed in the fire.", ("destroy", "destroy", None, "Two barns")),
    ],
)
def test_a_passive_has_its_subject_for_object(read: Read, text: str, act: tuple[str, str, str | None, str]) -> None:
    assert told(read(text)) == [act]


@pytest.mark.parametrize(
    ("text", "verb", "sense"),
    [
        ("The mayor stepped down.", "step down", "resign"),
        ("The board turned the offer down.", "turn down", "reject"),
        ("The army pulled out.", "pull out", "leave"),
        ("The club put off the match.", "put off", "delay"),
        ("The rebels handed over ten miners.", "hand over", "release"),
        ("Vega ruled out a vote.", "rule out", "reject"),
        ("The union called for a vote.", "call for", "demand"),
        ("The league took over the stadium.", "take over", "buy"),
        ("Police gunned down two men.", "gun down", "shoot"),
        ("The storm claimed the lives of ten sailors.", "claim the life", "kill"),
    ],
)
def test_a_particle_makes_another_verb(read: Read, text: str, verb: str, sense: str) -> None:
    assert told(read(text))[0][:2] == (verb, sense)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The mayor stepped onto the ferry.", "step"),
        ("The rebels handed ten miners a letter.", "hand"),
        ("The choir sang.", "sing"),
    ],
)
def test_without_its_particle_it_is_the_plain_verb(read: Read, text: str, verb: str) -> None:
    assert told(read(text))[0][:2] == (verb, None)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The board's approval of the plan came late.", ("approval", "approve", "board", "the plan")),
        ("His resignation came late.", ("resignation", "resign", "His", None)),
        ("Alba's threats against the union grew.", ("threat", "threaten", "Alba", "the union")),
        ("The city’s purchase of the stadium failed.", ("purchase", "buy", "city", "the stadium")),
        ("A plan backed by the council failed.", ("back", "support", "the council", "plan")),
    ],
)
def test_acts_told_by_nouns_have_an_owner(read: Read, text: str, act: tuple[str, str, str, str | None]) -> None:
    assert act in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The approval of the plan came late.",
        "A resignation came late.",
        "The threat level came down.",
        "Its demand curve rose.",
    ],
)
def test_a_noun_without_owner_is_no_act_of_anybody(read: Read, text: str) -> None:
    nouns = set(noun_senses())
    assert [row for row in told(read(text)) if row[0] in nouns and row[2] is not None and row[3] is None] == []


def test_no_verb_or_noun_stands_under_two_senses() -> None:
    seen: dict[tuple[str, str], str] = {}
    for sense, entry in lexicon("acts")["senses"].items():
        for part in ("verbs", "nouns"):
            for word in entry[part]:
                assert seen.setdefault((part, word), sense) == sense


def test_every_listed_form_leads_back_to_a_listed_verb() -> None:
    data = lexicon("acts")
    listed = {v for entry in data["senses"].values() for v in entry["verbs"]}
    listed |= {*data["speech"]["verbs"], *data["plain"]["verbs"], *data["irregular"]}
    listed |= {verb.split()[0] for verb in listed}
    assert {verb.lemma for verb in verb_forms().values()} <= listed
    assert all(word == word.lower() and word for word in verb_forms())


def test_every_particle_follows_its_verb() -> None:
    for head, rest in phrasal().items():
        for particle, whole, sense in rest:
            assert whole == f"{head} {particle}"
            assert whole in lexicon("acts")["senses"][sense]["verbs"]
