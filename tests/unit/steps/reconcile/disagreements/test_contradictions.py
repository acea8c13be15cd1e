from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.claims import Draft
from rashomon.steps.reconcile.disagreements.contradictions import contradictions
from rashomon.steps.reconcile.disagreements.replies import replies

CAST = (
    ("Alba", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Ida Roe", "person", ("Roe",)),
)


def brief(drafts: list[Draft]) -> list[tuple[str, list[tuple[str | None, str]]]]:
    return [(d.reason, [(s.holder, s.says) for s in d.sides]) for d in drafts]


def test_one_affirms_a_fact_that_another_denies(scene: Callable) -> None:
    drafts = contradictions(
        scene("Finch said that a guard was at the gate.", "Ode said that no guard was at the gate.")
    )
    assert brief(drafts) == [
        ("affirmed-and-denied", [("Orla Finch", "a guard was at the gate"), ("Ben Ode", "no guard was at the gate")])
    ]
    assert drafts[0].note == "Orla Finch: “a guard was at the gate”; Ben Ode: “no guard was at the gate”."
    assert [[c.article for c in s.cites] for s in drafts[0].sides] == [["a"], ["b"]]


def test_an_actor_does_opposite_things_in_two_reports(scene: Callable) -> None:
    drafts = contradictions(scene("Finch welcomed the merger.", "Finch condemned the merger."))
    assert brief(drafts) == [
        ("opposite-acts", [(None, "Finch welcomed the merger"), (None, "Finch condemned the merger")])
    ]
    assert drafts[0].note == "one report: “Finch welcomed the merger”; one report: “Finch condemned the merger”."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lorry passed the brake test.", "The lorry failed the brake test."),
        ("Finch signed the lease.", "Finch did not sign the lease."),
        ("Finch approved the harbour budget.", "Finch rejected the harbour budget."),
        ("Rents climbed in the north.", "Rents fell in the north."),
        ("The jury acquitted the nurse.", "The jury convicted the nurse."),
        ("Finch attended the opening concert.", "Finch skipped the opening concert."),
        ("The lorry is legal in Alba.", "The lorry is illegal in Alba."),
        ("There was a leak in the tunnel.", "There was no leak in the tunnel."),
        ("Finch published the accounts.", "Finch withheld the accounts."),
    ],
)
def test_opposites(scene: Callable, one: str, other: str) -> None:
    (draft,) = contradictions(scene(one, other))
    assert [s.says for s in draft.sides] == [one.rstrip("."), other.rstrip(".")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finch welcomed the merger.", "Ode condemned the merger."),
        ("Finch welcomed the merger.", "Finch might condemn the merger."),
        ("Finch welcomed the merger.", "Finch condemned the flood wall."),
        ("Finch welcomed the merger.", "Finch had earlier condemned the merger."),
        ("Finch accepted a partial truce.", "Finch rejected a full truce."),
        ("Finch will sign the lease.", "Finch did not sign the lease."),
        ("There was a statement on the leak.", "There was no statement on the leak."),
        ("A guard was at the gate.", "No driver was at the gate."),
        ("Finch welcomed the merger. Finch condemned the merger.", "Finch condemned the merger."),
        ("Finch said nothing.", "Finch said much."),
        ("Ida Finch climbed on the north face.", "Ida Finch fell on the north face."),
        ("Ida Finch won the bout, stopping Ode.", "Ida Finch stopped Ode to win the bout."),
    ],
)
def test_what_is_no_contradiction(scene: Callable, one: str, other: str) -> None:
    assert contradictions(scene(one, other)) == []


def test_a_pronoun_is_the_actor_of_the_sentence_before(scene: Callable) -> None:
    drafts = contradictions(
        scene("Alba kept the gate shut. It rejected the toll plan.", "Alba accepted the toll plan.")
    )
    assert [[s.says for s in d.sides] for d in drafts] == [["Alba accepted the toll plan", "It rejected the toll plan"]]


@pytest.mark.parametrize("reply", ["Ode denied this.", "Ode rejected the claim.", "Ode denied the allegation."])
def test_a_denial_points_back(scene: Callable, reply: str) -> None:
    (draft,) = replies(scene(f"Finch said that the valve was open. {reply}"))
    assert brief([draft]) == [
        ("denied-in-reply", [("Orla Finch", "the valve was open"), ("Ben Ode", reply.rstrip("."))])
    ]


@pytest.mark.parametrize(("reply", "found"), [("Ode rejected the claim.", 1), ("Ode denied this.", 0)])
def test_a_bare_this_points_to_the_sentence_right_before(scene: Callable, reply: str, found: int) -> None:
    text = f"Finch said that the valve was open. Trains stood still on the bridge. {reply}"
    assert len(replies(scene(text))) == found


def test_a_charge_is_denied_in_the_same_sentence(scene: Callable) -> None:
    (draft,) = replies(scene("Finch accused the firm of hiding its records, a charge that Ode denied."))
    assert draft.note == "Ben Ode denies what Orla Finch says: “Finch accused the firm of hiding its records”."


@pytest.mark.parametrize(
    "text",
    [
        "The valve was open. Ode denied this.",
        "Ode said that the valve was open. Ode rejected the claim.",
        "Finch said that the valve was open. Snow fell. Rain fell on it. Trains stood still. Ode denied this.",
        "Finch said that the valve was open. Ode denied the new lease.",
        "Finch said that the valve was open. Ode did not deny this.",
        "Finch said that the valve was open. Ode rejected criticism that help came late.",
    ],
)
def test_what_is_no_reply(scene: Callable, text: str) -> None:
    assert replies(scene(text)) == []


MERGER = "Finch welcomed the merger."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # two who do not speak for one another, in one report; one of them; nobody in particular
        ("Ode said Finch welcomed the merger. Roe said Finch condemned the merger.", "", 1),
        ("Ode said Finch welcomed the merger. Ode said Finch condemned the merger.", "", 0),
        ("Finch welcomed the merger. Roe said Finch condemned the merger.", "", 0),
        # an extent that only one names, or both
        ("Finch accepted a partial truce.", "Finch rejected a truce.", 0),
        ("Finch accepted a partial truce.", "Finch rejected a partial truce.", 1),
        # somebody is there, or is something
        ("A guard was at the gate.", "There was no guard at the gate.", 1),
        ("A guard was a thief.", "There was no guard at the gate.", 0),
        ("A harbour guard was at the gate.", "There was no guard at the gate.", 1),
        ("A guard was at the gate.", "There was no gate at the guard.", 0),
        # the place of one thing
        ("The gate was at the north end.", "The gate was not at the north end.", 1),
        ("The gate was at the north end.", "The gate was not at the tram depot.", 0),
        ("Finch was at the gate.", "Finch was not at the gate.", 1),
        ("Finch was at the gate.", "Ode was not at the gate.", 0),
        # another subject
        ("The jury acquitted the nurse.", "The jury convicted the nurse.", 1),
        ("The jury acquitted the nurse.", "The board convicted the nurse.", 0),
        ("Rents climbed.", "Rents fell.", 1),
        ("Rents climbed.", "Wages fell.", 0),
        ("Rents climbed.", "Rents fell in the north.", 0),
        ("The lorry is safe.", "The lorry is not safe.", 1),
        ("The lorry is safe.", "The bridge is not safe.", 0),
        # what both objects share is no name, and enough of them
        ("Finch welcomed the Alba merger.", "Finch condemned the Alba toll.", 0),
        ("Finch accepted the plan of the old harbour board.", "Finch rejected the plan.", 1),
        (
            "Finch published the accounts of the old harbour board.",
            "Finch withheld the accounts of the new tram line.",
            0,
        ),
        ("Finch published the accounts.", "Finch withheld the accounts of the tram line.", 1),
        # two names of one noun, two nouns of one who tells it
        ("The Alba tram is safe.", "The Berta tram is not safe.", 0),
        ("The Alba tram is safe.", "The tram is not safe.", 1),
        ("The Alba tram was at the gate.", "The Berta tram was not at the gate.", 0),
        ("The board signed the lease, Finch said.", "The council did not sign the lease, Finch said.", 0),
        ("The board signed the lease, Finch said.", "The board did not sign the lease, Ode said.", 1),
        # each says it of the other; a lease is signed by one of them alone
        ("Finch said Alba accepted the toll plan.", "Alba said Finch rejected the toll plan.", 1),
        ("Finch said Alba signed the lease.", "Alba said Finch did not sign the lease.", 0),
        ("It rose.", "It fell.", 0),
        ("Rents rose in the old town.", "Rents fell in the new port.", 0),
        ("The guard was at the north gate of the old town.", "The guard was not at the tram depot of the old town.", 0),
        ("Finch should welcome the merger.", "Finch condemned the merger.", 0),
        ("If Finch welcomed the merger, Ode left.", "Finch condemned the merger.", 0),
        # what is only said to be possible, or in part
        (MERGER, "Finch partly condemned the merger.", 0),
        (MERGER, "Finch will condemn the merger.", 0),
        ("Finch will welcome the merger.", "Finch will condemn the merger.", 1),
    ],
)
def test_the_one_thing_that_makes_it_a_contradiction(scene: Callable, one: str, other: str, found: int) -> None:
    assert len(contradictions(scene(one, other))) == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Alba kept the gate shut. It rejected the toll plan.", 1),
        ("Alba and Finch kept the gate shut. It rejected the toll plan.", 0),  # one of two
        ("The board kept the gate shut. It rejected the toll plan.", 0),  # nobody known
        ("Snow fell on Alba. It rejected the toll plan.", 0),  # the snow is not Alba
        ("Alba kept the gate shut. One rejected the toll plan.", 0),  # no pronoun that points back
        ("Alba kept the gate shut. Snow fell. It rejected the toll plan.", 0),  # not right before
    ],
)
def test_whom_a_pronoun_stands_for(scene: Callable, before: str, found: int) -> None:
    assert len(contradictions(scene(before, "Alba accepted the toll plan."))) == found


def test_a_pronoun_points_at_nobody_of_another_report(scene: Callable) -> None:
    told = scene("Alba kept the gate shut.", "It rejected the toll plan.", "Alba accepted the toll plan.")
    assert contradictions(told) == []


@pytest.mark.parametrize(
    ("days", "found"), [(("on Monday", "on Monday"), 1), (("on Monday", "on Friday"), 0), (("on Monday", ""), 1)]
)
def test_what_is_done_on_two_days_may_both_be_so(read: Callable, days: tuple[str, str], found: int) -> None:
    texts = (f"Mira Voss accepted the harbour lease {days[0]}.", f"Mira Voss rejected the harbour lease {days[1]}.")
    assert len(contradictions(read(*(t.replace(" .", ".") for t in texts)))) == found


def test_who_says_it_is_the_holder_only_where_all_do(scene: Callable) -> None:
    told = scene(
        "Ode said that Finch welcomed the merger.",
        "Finch welcomed the merger.",
        "Roe said that Finch condemned the merger.",
    )
    (draft,) = contradictions(told)
    assert [s.holder for s in draft.sides] == [None, "Ida Roe"]
    assert draft.note.startswith("2 reports: “Finch welcomed the merger”; Ida Roe: ")


@pytest.mark.parametrize(
    ("one", "found"), [("We rejected the toll plan", 1), ("The council rejected the toll plan", 0)]
)
def test_who_says_we_speaks_of_himself(scene: Callable, one: str, found: int) -> None:
    quotes = {"a": [{"pieces": one, "speaker": "Finch"}]}
    told = scene(f'"{one}," said Finch.', "Finch accepted the toll plan.", quotes=quotes)
    assert len(contradictions(told)) == found
