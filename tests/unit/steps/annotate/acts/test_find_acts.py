from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.records.marks import Act, Marks
from rashomon.steps.annotate.acts import LONGEST_SENTENCE, find_acts

Read = Callable[..., Marks]


def rows(marks: Marks) -> list[tuple[str | None, str | None, str | None]]:
    """Sense, actor and object of each act, as words."""
    text = marks.words.text
    return [
        (a.sense, a.actor.of(text) if a.actor else None, a.object.of(text) if a.object else None)
        for a in find_acts(marks)
    ]


def one(marks: Marks, sense: str) -> Act:
    return next(a for a in find_acts(marks) if a.sense == sense)


@pytest.mark.parametrize(
    ("text", "sense", "actor", "target"),
    [
        ("The union rejected the offer.", "reject", "The union", "the offer"),
        ("The offer was rejected by the union.", "reject", "the union", "The offer"),
        ("Alba demanded a halt to the raids.", "demand", "Alba", "a halt to the raids"),
        ("The board called off the strike.", "halt", "The board", "off the strike"),
        ("During a call on Monday, Orla agreed to a truce.", "accept", "Orla", "a truce"),
        ("In a call on Monday Orla rejected a truce.", "reject", "Orla", "a truce"),
        ("Police arrested ten men.", "arrest", "Police", "ten men"),
        ("Both Alba and Berta support the plan.", "support", "Alba and Berta", "the plan"),
        ("Officials in the town of Alba denied the report.", "deny", "Officials", "the report"),
        ("Jon Smythe, the mayor, backed the plan.", "support", "Jon Smythe", "the plan"),
    ],
)
def test_who_does_what(read: Read, text: str, sense: str, actor: str, target: str) -> None:
    assert (sense, actor, target) in rows(read(text))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Orla rejected a truce proposed by Alba.", ("propose", "Alba", "truce")),
        ("Orla welcomed a US-proposed truce.", ("propose", "US-proposed", "truce")),
        ("The union's demand for higher wages stands.", ("demand", "union", "higher wages")),
    ],
)
def test_acts_told_by_nouns(read: Read, text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(read(text))


def test_a_shared_subject(read: Read) -> None:
    acts = rows(read("Alba claimed victory and accused Berta of fraud."))
    assert ("accuse", "Alba", "Berta of fraud") in acts


def test_a_relative_takes_its_antecedent(read: Read) -> None:
    acts = rows(read("The truce, which Orla had proposed, failed."))
    assert ("propose", "Orla", None) in acts


def test_a_participle_shares_the_subject(read: Read) -> None:
    assert ("kill", "A bomb", "ten people") in rows(read("A bomb exploded in Alba, killing ten people."))


def test_agreed_to_halt_is_two_acts(read: Read) -> None:
    marks = read("Orla agreed to halt the raids.")
    accept, halt = one(marks, "accept"), one(marks, "halt")
    assert accept.clause == halt.clause
    assert (accept.mode, halt.mode) == ("happened", "planned")
    assert halt.object is not None
    assert halt.object.of(marks.words.text) == "the raids"


def test_refused_to_support_denies_the_support(read: Read) -> None:
    assert one(read("Orla refused to support the truce."), "support").polarity == "denied"


def test_who_is_caused_to_act(read: Read) -> None:
    marks = read("The raid prompted Orla to accuse Alba of murder.")
    actor = one(marks, "accuse").actor
    assert actor is not None
    assert actor.of(marks.words.text) == "Orla"


def test_what_was_said_before_is_taken_up(read: Read) -> None:
    marks = read("The strike ends if wages rise - a demand the firms have rejected.")
    act = one(marks, "reject")
    assert act.actor is not None
    assert act.object is not None
    assert act.actor.of(marks.words.text) == "the firms"
    assert act.object.of(marks.words.text) == "a demand"


@pytest.mark.parametrize(
    ("text", "polarity", "mode"),
    [
        ("Orla rejected the truce.", "affirmed", "happened"),
        ("Orla did not reject the truce.", "denied", "happened"),
        ("Orla may reject the truce.", "hedged", "happened"),
        ("Orla will reject the truce.", "affirmed", "planned"),
        ("The mayor said Orla rejected the truce.", "affirmed", "reported"),
        ("The mayor denied that Orla rejected the truce.", "denied", "reported"),
    ],
)
def test_polarity_and_mode(read: Read, text: str, polarity: str, mode: str) -> None:
    act = one(read(text), "reject")
    assert (act.polarity, act.mode) == (polarity, mode)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The mayor said that Orla rejected the truce.", "The mayor"),
        ("Orla rejected the truce, the mayor said.", "the mayor"),
        ("According to the mayor, Orla rejected the truce.", "the mayor"),
        ("The mayor said the raids showed that Orla rejected the truce.", "The mayor"),
        ("Orla rejected the truce.", None),
    ],
)
def test_who_vouches(read: Read, text: str, holder: str | None) -> None:
    marks = read(text)
    found = one(marks, "reject").holder
    assert (found.of(text) if found else None) == holder


def test_the_speaker_of_a_quotation_vouches(read: Read) -> None:
    text = "“We rejected the truce,” said Orla."
    marks = read(text, (("We rejected the truce,", "Orla"),))
    found = one(marks, "reject").holder
    assert found is not None
    assert found.of(text) == "Orla"


def test_a_frame_reaches_over_what_it_reports(read: Read) -> None:
    text = "They agreed that the talks should go on."
    marks = read(text)
    act = one(marks, "accept")
    assert act.clause.of(text) == "They agreed that the talks should go on"
    assert act.object is not None
    assert act.object.of(text) == "the talks should go on"


def test_every_act_lies_inside_its_clause_and_knows_its_block(read: Read) -> None:
    marks = read("The union rejected the offer, but the firm will raise it.", kind="subhead")
    for act in find_acts(marks):
        assert act.place == "subhead"
        if act.object:
            assert act.clause.covers(act.object)


def test_a_table_is_no_sentence(read: Read) -> None:
    assert find_acts(read("won " * (LONGEST_SENTENCE + 1))) == ()


def test_nothing_is_found_in_nothing(read: Read) -> None:
    assert find_acts(read("")) == ()


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Orla said the road was safe, but the union rejected the plan.", None),
        ("Orla hopes to open the road, but the union rejected the plan.", None),
        ("Orla said the road was safe, but the mayor said the union rejected the plan.", "the mayor"),
        ("Orla said the road was safe, but that the union rejected the plan.", "Orla"),
        ("Orla said the road was safe, but it rejected the plan.", "Orla"),
        ("Orla said the road was safe and the union rejected the plan.", "Orla"),
    ],
)
def test_behind_but_the_outlet_goes_on(read: Read, text: str, holder: str | None) -> None:
    found = one(read(text), "reject").holder
    assert (found.of(text) if found else None) == holder


def test_an_indirect_quotation_does_not_reach_behind_but(read: Read) -> None:
    text = "Orla said the road was safe, but the union rejected the plan."
    marks = read(text, (("the road was safe, but the union rejected the plan", "Orla"),))
    marks.quotes = (replace(marks.quotes[0], kind="indirect", confidence=0.9),)
    assert one(marks, "reject").holder is None
    marks.quotes = (replace(marks.quotes[0], kind="direct"),)
    assert one(marks, "reject").holder is not None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Alba and Berta agreed on Sunday to build a bridge.", "build a bridge"),
        ("Alba and Berta agreed Sunday to build a bridge.", "build a bridge"),
        ("Alba and Berta agreed on a bridge.", "a bridge"),
    ],
)
def test_a_day_before_an_infinitive_is_no_object(read: Read, text: str, target: str) -> None:
    found = one(read(text), "accept").object
    assert found is not None
    assert found.of(text) == target


def test_an_and_behind_between_begins_no_clause(read: Read) -> None:
    text = "Ferries may sail between Alba and Berta again, the union said."
    assert find_acts(read(text))[0].clause.of(text) == "Ferries may sail between Alba and Berta again"


def test_any_verb_before_that_tells_who_holds_it(read: Read) -> None:
    acts = find_acts(read("Orla Finch suspected that the board had drained the basin."))
    assert [a.verb for a in acts] == ["suspect", "drain"]
