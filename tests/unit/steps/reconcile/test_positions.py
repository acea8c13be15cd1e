from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.positions import find_positions

CAST = (
    ("Alba", "place", ()),
    ("Berta", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Harbour Board", "organization", ()),
)
Row = tuple[str, str, str]


def rows(told: Callable, reports: dict[str, str], quotes: dict | None = None) -> list[Row]:
    return [(p.actor, p.stance, p.object) for p in find_positions(*told(reports, CAST, quotes))]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Finch rejected the harbour tax.", ("Orla Finch", "rejects", "the harbour tax")),
        ("Finch would not accept the harbour tax.", ("Orla Finch", "rejects", "the harbour tax")),
        ("Finch refused to support the harbour tax.", ("Orla Finch", "rejects", "support the harbour tax")),
        ("Alba demanded a halt to the night raids.", ("Alba", "demands", "a halt to the night raids")),
        ("Alba agreed to halt the night raids.", ("Alba", "accepts", "halt the night raids")),
        ("Alba supports halting the raids.", ("Alba", "supports", "halting the raids")),
        ("Alba accused Berta of smuggling.", ("Alba", "accuses", "Berta of smuggling")),
        ("Finch asked for more patrol boats.", ("Orla Finch", "demands", "more patrol boats")),
        ("Finch is ready to meet the miners.", ("Orla Finch", "offers", "meet the miners")),
        ("Finch raised the possibility of selling the docks.", ("Orla Finch", "proposes", "selling the docks")),
        ("Finch welcomed a truce proposed by Alba.", ("Alba", "proposes", "truce")),
        ("Finch did not believe the miners would strike.", ("Orla Finch", "denies", "the miners would strike")),
    ],
)
def test_a_stance_and_its_object(told: Callable, text: str, row: Row) -> None:
    assert row in rows(told, {"a": text})


@pytest.mark.parametrize(
    "text",
    [
        "Finch might accept the harbour tax.",
        "Finch should accept the harbour tax.",
        "If Finch rejected the harbour tax, the docks would close.",
        "Finch declined to comment.",
        "Will Finch reject the harbour tax?",
        "Finch condemned the killing.",
        "Finch suggested that the tax was old.",
        "Nobody rejected the harbour tax.",
        "Finch pledged allegiance to the old flag.",
        "Finch vowed to punish the smugglers.",
        "Alba accused Alba of smuggling.",
    ],
)
def test_what_is_no_stance(told: Callable, text: str) -> None:
    assert rows(told, {"a": text}) == []


def test_each_of_two_actors_has_the_position(told: Callable) -> None:
    assert rows(told, {"a": "Alba and Berta rejected the harbour tax."}) == [
        ("Alba", "rejects", "the harbour tax"),
        ("Berta", "rejects", "the harbour tax"),
    ]


def test_the_actor_is_who_acts_in_anothers_words(told: Callable) -> None:
    text = "Finch said that Alba had rejected the harbour tax."
    assert rows(told, {"a": text}) == [("Alba", "rejects", "the harbour tax")]


def test_we_is_the_speaker(told: Callable) -> None:
    text = "“We reject the harbour tax,” said Finch."
    quotes = {"a": [{"pieces": "We reject the harbour tax,", "speaker": "Finch"}]}
    assert rows(told, {"a": text}, quotes) == [("Orla Finch", "rejects", "the harbour tax")]


def test_a_promise_in_ones_own_future_is_an_offer(told: Callable) -> None:
    text = "Finch said she would help the miners."
    assert rows(told, {"a": text}) == []
    text = "“I will help the miners,” said Finch."
    quotes = {"a": [{"pieces": "I will help the miners,", "speaker": "Finch"}]}
    assert rows(told, {"a": text}, quotes) == [("Orla Finch", "offers", "help the miners")]


def test_a_condition_is_a_demand(told: Callable) -> None:
    text = "The miners would stop the strike, one of the conditions Alba set for talks."
    assert ("Alba", "demands", "The miners would stop the strike") in rows(told, {"a": text})


def test_what_is_taken_up_is_the_clause_before(told: Callable) -> None:
    text = "The strike would end if wages rose - a demand Alba has rejected."
    assert rows(told, {"a": text}) == [("Alba", "rejects", "if wages rose")]


def test_positions_are_merged_over_reports_and_the_shared_come_first(told: Callable) -> None:
    reports = {
        "a": "Berta rejected the fishing ban. Alba rejected the harbour tax.",
        "b": "Alba turned down a new harbour tax.",
    }
    found = find_positions(*told(reports, CAST))
    assert [(p.actor, len(p.cites)) for p in found] == [("Alba", 2), ("Berta", 1)]
    assert {c.article for c in found[0].cites} == {"a", "b"}


def test_strays_have_no_positions(told: Callable) -> None:
    assert find_positions(*told({"a": "Alba rejected the harbour tax."}, CAST, stray=True)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Alba wants Berta to agree to the harbour tax.",
        "Alba wants Berta to accept the harbour tax.",
        "Alba asked Berta to accept the harbour tax.",
        "Alba told Berta to reject the harbour treaty.",
        "Alba pressed Berta to accept the harbour plan.",
        "Alba implored Berta to support the harbour plan.",
        "Finch offered no details about the harbour.",
        "The officials of Alba demanded anonymity.",
        "Finch vowed to walk away from the treaty.",
        "Finch contradicted the harbour report.",
        "Alba would accuse Berta of smuggling.",
    ],
)
def test_wishes_details_and_mere_talk_are_no_stance(told: Callable, text: str) -> None:
    assert rows(told, {"a": text}) == []


def test_a_vow_not_to_do_something_rejects_it(told: Callable) -> None:
    assert rows(told, {"a": "Finch vowed not to raise the harbour tax."}) == [
        ("Orla Finch", "rejects", "raise the harbour tax")
    ]


def test_who_says_that_another_harms_his_side_accuses_him(told: Callable) -> None:
    text = "The people of Berta listened. Berta said that Alba is trying to weaken Berta with a blockade."
    quotes = {
        "a": [{"pieces": "Alba is trying to weaken Berta with a blockade", "kind": "indirect", "speaker": "Berta said"}]
    }
    assert ("Berta", "accuses", "Alba is trying to weaken Berta with a blockade") in rows(told, {"a": text}, quotes)


def test_who_tells_of_harm_to_others_accuses_nobody(told: Callable) -> None:
    assert rows(told, {"a": "Finch said that Alba is trying to weaken Berta."}) == []


def test_an_opinion_denies_nothing(told: Callable) -> None:
    assert rows(told, {"a": "Finch did not think the miners would strike."}) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Alba offered Berta a truce.", ("Alba", "offers", "Berta a truce")),
        ("Finch opposes the harbour tax.", ("Orla Finch", "rejects", "the harbour tax")),
        ("Finch backed the harbour tax.", ("Orla Finch", "supports", "the harbour tax")),
        ("Finch denied taking the money.", ("Orla Finch", "denies", "taking the money")),
        ("Berta called for a new vote.", ("Berta", "demands", "a new vote")),
        ("Finch proposed a night ferry.", ("Orla Finch", "proposes", "a night ferry")),
        ("Finch blamed Berta for the flood.", ("Orla Finch", "accuses", "Berta for the flood")),
        ("Alba is open to a truce.", ("Alba", "accepts", "a truce")),
        ("Alba is opposed to a truce.", ("Alba", "rejects", "a truce")),
        ("Alba is in favour of a truce.", ("Alba", "supports", "a truce")),
    ],
)
def test_more_stances(told: Callable, text: str, row: Row) -> None:
    assert row in rows(told, {"a": text})


def test_two_reports_of_one_stance_are_one_position(told: Callable) -> None:
    reports = {"a": "Finch rejected the harbour tax.", "b": "The harbour tax was rejected by Finch."}
    (found,) = find_positions(*told(reports, CAST))
    assert (found.actor, found.stance) == ("Orla Finch", "rejects")
    assert [c.article for c in found.cites] == ["a", "b"]


def test_what_most_reports_tell_comes_first(told: Callable) -> None:
    reports = {
        "a": "Alba demanded a new vote. Finch rejected the harbour tax.",
        "b": "Finch rejected the harbour tax.",
    }
    assert [p.actor for p in find_positions(*told(reports, CAST))] == ["Orla Finch", "Alba"]


def test_a_change_of_mind_is_two_positions(told: Callable) -> None:
    reports = {"a": "Finch supported the harbour tax.", "b": "Finch rejected the harbour tax."}
    assert {(a, s) for a, s, _ in rows(told, reports)} == {("Orla Finch", "supports"), ("Orla Finch", "rejects")}


@pytest.mark.parametrize(("verb", "own"), [("said", True), ("alleged", False)])
def test_what_another_alleges_is_no_stance_of_ones_own(verb: str, own: bool) -> None:
    text = f"Orla Finch {verb} that Ben Ode proposed a deal with the board."
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en")
    story = Story((article,), (annotate(article),))
    found = [(p.actor, p.stance, p.object) for p in find_positions(story, find_actors(story))]
    assert (("ben-ode", "proposes", "a deal with the board") in found) is own


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Finch rejected the harbour tax on Monday.", "the harbour tax"),
        ("Finch rejected the harbour tax because it hurts the poor.", "the harbour tax"),
        ("Finch rejected the harbour tax, which Alba had proposed.", "the harbour tax"),
        ("Finch rejected the harbour tax following the talks.", "the harbour tax"),
        ("Finch rejected Monday talks.", "Monday talks"),
        ("Finch rejected the harbour tax on fish.", "the harbour tax on fish"),
    ],
)
def test_the_object_ends_where_why_and_when_begin(told: Callable, text: str, target: str) -> None:
    assert ("Orla Finch", "rejects", target) in rows(told, {"a": text})


def test_a_long_object_does_not_end_in_the_middle_of_a_phrase(told: Callable) -> None:
    text = "Finch rejected " + "the tax on fish and nets and boats and harbours and piers and sheds " * 3 + "today."
    (found,) = [target for actor, stance, target in rows(told, {"a": text}) if stance == "rejects"]
    assert len(found) <= 140
    assert found.rsplit(maxsplit=1)[-1] in ("fish", "nets", "boats", "harbours", "piers", "sheds", "tax")


def test_two_who_agree_together_both_take_the_stance(told: Callable) -> None:
    found = rows(told, {"a": "Alba and Berta agreed on Sunday to build a border crossing."})
    assert found == [("Alba", "accepts", "build a border crossing"), ("Berta", "accepts", "build a border crossing")]


def test_stances_are_read_again_when_the_actors_are_others(told: Callable) -> None:
    story, cast = told({"a": "Alba demanded a halt to the night raids. Finch rejected the harbour tax."}, CAST)
    assert [p.actor for p in find_positions(story, cast)] == ["Alba", "Orla Finch"]
    ids = {a.name: a.id for a in cast.actors}
    other = Cast(cast.actors, {where: ids["Berta"] if a == ids["Alba"] else a for where, a in cast.of.items()})
    assert [p.actor for p in find_positions(story, other)] == ["Berta", "Orla Finch"]
    assert [p.actor for p in find_positions(story, cast)] == ["Alba", "Orla Finch"]
