"""One event on two days. Names, places and outlets are invented; reports are of Wednesday, 19 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.disagreements.claims import Draft, set_scene
from rashomon.steps.reconcile.disagreements.days import other_day
from rashomon.steps.reconcile.kin import Kin

DAY = "2025-03-19"


def days(*texts: str, day: str | None = DAY, source: str = "given") -> list[Draft]:
    """The disagreements about days among reports with these texts."""
    articles = [
        Article(
            f"r{n}",
            f"{n}.txt",
            t,
            (Block(0, len(t), "body"),),
            published=day,
            published_from=source if day else None,
            language="en",
        )  # type: ignore[arg-type]
        for n, t in enumerate(texts)
    ]
    story = Story(tuple(articles), tuple(annotate(a) for a in articles))
    cast = find_actors(story)
    return other_day(set_scene(story, cast, Kin(cast)))


def notes(*texts: str, **more: str | None) -> list[str]:
    return [d.note for d in days(*texts, **more)]  # type: ignore[arg-type]


QUIT = "Bruno Keller resigned as director of Port Ellery Zoo on Monday."
FIRE = "A fire at the Palace Hotel in Ellery on Monday killed four people."


def test_two_words_for_one_act_on_two_days() -> None:
    (draft,) = days(QUIT, "Port Ellery Zoo director Bruno Keller quit on Friday.")
    assert (draft.kind, draft.reason) == ("time", "other-day")
    assert draft.note == (
        "When Port Ellery Zoo director Bruno Keller quit: Friday 14 March in one report, Monday 17 March in one report."
    )
    assert [s.says for s in draft.sides] == [
        "Port Ellery Zoo director Bruno Keller quit on Friday",
        "Bruno Keller resigned as director of Port Ellery Zoo on Monday",
    ]
    assert [[c.article for c in s.cites] for s in draft.sides] == [["r1"], ["r0"]]
    assert [s.holder for s in draft.sides] == [None, None]


def test_reports_on_one_day_stand_on_one_side() -> None:
    third = "The zoo has a new director after the resignation of Bruno Keller on Monday."
    (draft,) = days(QUIT, "Port Ellery Zoo director Bruno Keller quit on Friday.", third)
    assert [[c.article for c in s.cites] for s in draft.sides] == [["r1"], ["r0", "r2"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The council of Tarnby voted for the harbour bridge on Monday.",
            "The council of Tarnby voted for the harbour bridge on Friday.",
        ),
        (
            "Norbank will ask for approval of its app in June.",
            "Norbank said it would seek approval of its app in August.",
        ),
        (
            "The High Court of Alba on Monday stopped the Elm Wood road.",
            "The High Court of Alba halted the Elm Wood road. The ruling came on Friday.",
        ),
        (
            "Alba and Tarn agreed on Tuesday to open the bridge, after two days of talks in Ellery.",
            "The talks of Alba and Tarn in Ellery ended on Saturday.",
        ),
        (
            "An earthquake struck Ellery on Monday, killing 11 people.",
            "Ellery needs tents after an earthquake killed 11 people on Friday.",
        ),
    ],
)
def test_one_event_in_other_words(one: str, other: str) -> None:
    assert len(days(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same day, told otherwise
        (QUIT, "Bruno Keller quit Port Ellery Zoo on March 17."),
        (QUIT, "Bruno Keller quit Port Ellery Zoo in March."),
        (QUIT, "Bruno Keller quit Port Ellery Zoo this week."),
        # no day at all
        (QUIT, "Bruno Keller quit Port Ellery Zoo."),
        # another person, another place, another number
        (QUIT, "Ida Lund resigned as director of Port Ellery Zoo on Friday."),
        ("Ida Lund met Bo Rask in Ellery on Monday.", "Ida Lund met Eva Holm in Ellery on Friday."),
        # another weekday of the same name, another year
        (QUIT, "Bruno Keller resigned as director of Port Ellery Zoo last Monday, March 10."),
        ("The bridge in Ellery opened on 3 March 2024.", "The bridge in Ellery opened on 3 March 2025."),
        # history
        ("An earthquake struck Ellery on Monday.", "An earthquake struck Ellery on 2 May 2011."),
        # a plan and what came of it
        (
            "The council of Tarnby will vote on the bridge on Friday.",
            "The council of Tarnby voted on the bridge on Monday.",
        ),
        # the beginning and the end
        ("The trial of Bo Rask in Ellery began on Monday.", "The trial of Bo Rask in Ellery ended on Friday."),
        # denied
        (QUIT, "Bruno Keller did not resign as director of Port Ellery Zoo on Friday."),
        # rounded
        ("Norbank bought the Ellery mill in January.", "Norbank bought the Ellery mill about five months ago."),
        # people speak on many days
        ("Ida Lund said on Monday that the ferry was old.", "Ida Lund said on Friday that the ferry was old."),
        # words of a quotation
        (QUIT, '"Bruno Keller resigned as director of Port Ellery Zoo on Friday," she said.'),
    ],
)
def test_what_is_no_disagreement(one: str, other: str) -> None:
    assert days(one, other) == []


def test_a_report_that_tells_both_days_knows_of_two_events() -> None:
    both = "The council of Tarnby voted for the bridge on Monday. The council of Tarnby voted for the bridge on Friday."
    assert days("The council of Tarnby voted for the bridge on Friday.", both) == []
    assert days("The council of Tarnby voted for the bridge on Saturday.", both) == []


def test_days_side_by_side_need_two_reports() -> None:
    sunday = FIRE.replace("Monday", "Sunday")
    assert days(FIRE, sunday) == []
    assert len(days(FIRE, FIRE.replace("killed four", "has killed four"), sunday)) == 1


def test_a_report_without_a_day_takes_no_part() -> None:
    assert days(QUIT, "Port Ellery Zoo director Bruno Keller quit on Friday.", day=None) == []


def test_near_words_of_a_report_dated_by_its_story_prove_nothing() -> None:
    near, friday = QUIT.replace("on Monday", "yesterday"), "Port Ellery Zoo director Bruno Keller quit on Friday."
    assert days(near, friday, source="story") == []
    assert len(days(near, friday)) == 1


def test_one_report_never_disagrees_with_itself() -> None:
    assert days(QUIT + " Port Ellery Zoo director Bruno Keller quit on Friday.") == []


def test_a_note_names_months() -> None:
    (note,) = notes(
        "Norbank will ask for approval of its app in June.", "Norbank will ask for approval of its app in August."
    )
    assert note == "When Norbank will ask for approval of its app: June 2025 in one report, August 2025 in one report."


def test_who_vouches_is_the_holder() -> None:
    (draft,) = days(QUIT, "Ida Lund said Bruno Keller resigned as director of Port Ellery Zoo on Friday.")
    assert [s.holder for s in draft.sides] == ["ida-lund", None]


def test_the_order_of_reports_makes_no_difference() -> None:
    other = "Port Ellery Zoo director Bruno Keller quit on Friday."
    assert notes(QUIT, other) == notes(other, QUIT)


def test_hostile_texts_stay_quick() -> None:
    assert days(QUIT * 300, "Bruno Keller quit on Friday. " * 300) == []


def test_days_are_calendar_days() -> None:
    assert date.fromisoformat(DAY).weekday() == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a phrase and its verb, a noun and its verb
        ("A crown was stolen from Ellery Museum on Monday.", "The theft of a crown at Ellery Museum on Friday."),
        (
            "Bruno Keller resigned as head of Port Ellery Zoo on Monday.",
            "Bruno Keller stepped down at the zoo on Friday.",
        ),
        # plans
        ("Ellery Museum will reopen on Friday, Ida Lund said.", "Ellery Museum is to open again on Sunday."),
        ("Ellery Museum will reopen on Friday.", "Ellery Museum is expected to reopen on Saturday."),
        # limits
        ("The Ellery road is closed until Friday, the city said.", "The Ellery road stays closed until Sunday."),
        # years and months of what happens but once
        ("Ellery Zoo was founded in 1954 by a farmer.", "Ellery Zoo, founded in 1945, has 80 keepers."),
        ("Norbank went bankrupt in October 2022.", "Norbank collapsed in August 2022."),
        # deeds of office hours, side by side
        (
            "Bruno Keller was arrested in Port Ellery on Monday.",
            "Police detained Bruno Keller in Port Ellery on Tuesday.",
        ),
    ],
)
def test_phrases_plans_limits_and_years(one: str, other: str) -> None:
    assert len(days(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # until when it is closed, and when it was closed
        ("The Ellery road is closed until Friday.", "The Ellery road was closed on Monday."),
        # the beginning told as a phrase is no end
        ("Crews of Norline went on strike on Friday.", "The strike of the crews of Norline ended on Monday."),
        # an attacker is no attack
        ("The attackers left Ellery on Monday.", "The attack on Ellery happened on Friday."),
        # what comes round again has many years
        ("Ellery Zoo won the prize in 2004.", "Ellery Zoo won the prize in 2011."),
    ],
)
def test_limits_phases_and_what_comes_again(one: str, other: str) -> None:
    assert days(one, other) == []


def test_planned_for_a_day_looks_ahead() -> None:
    found = notes("Talks of Alba and Tarn are planned for Friday.", "Talks of Alba and Tarn will resume on Sunday.")
    assert [n.rsplit(": ", 1)[1] for n in found] == ["Friday 21 March in one report, Sunday 23 March in one report."]


def test_the_one_report_that_stands_alone() -> None:
    told = "Bruno Keller will be sentenced on Friday."
    same = "The sentence will be handed down on Friday."
    assert len(days(told, same, "The judge will sentence him on Sunday.")) == 1
    assert days(same, "The judge will sentence him on Sunday.") == []


BURNED = "A fire at the Palace Hotel in {place} {when} killed four people."
LEFT = "Bruno Keller {did} as director of Port Ellery Zoo {when}."
VOTE = "The council of Tarnby {did} the harbour bridge {when}."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        # one place or two
        (
            [BURNED.format(place=p, when=w) for p, w in (("Ellery", "on Monday"), ("Ellery", "on Friday"))],
            "Friday 14 March in one report, Monday 17 March in one report.",
        ),
        ([BURNED.format(place=p, when=w) for p, w in (("Ellery", "on Monday"), ("Tarnby", "on Friday"))], None),
        # a night between two days, whoever tells it
        ([BURNED.format(place="Ellery", when=w) for w in ("on Monday night", "on Tuesday", "on Tuesday")], None),
        # what is done in office hours has no such night, nor has a plan
        (
            [LEFT.format(did="resigned", when=w) for w in ("on Monday", "on Tuesday")],
            "Monday 17 March in one report, Tuesday 18 March in one report.",
        ),
        (
            [VOTE.format(did="will vote on", when=w) for w in ("on Friday", "on Saturday")],
            "Friday 21 March in one report, Saturday 22 March in one report.",
        ),
        (
            ["The Ellery road is closed until Friday.", "The Ellery road stays closed until Saturday."],
            "Friday 21 March in one report, Saturday 22 March in one report.",
        ),
        # a month may be far off, a day may not; a year is no day
        (
            [LEFT.format(did="resigned", when=w) for w in ("on Monday", "in October")],
            "October 2024 in one report, Monday 17 March in one report.",
        ),
        ([LEFT.format(did="resigned", when=w) for w in ("on Monday", "on 2 October")], None),
        (
            [LEFT.format(did="resigned", when=w) for w in ("in October", "in February")],
            "October 2024 in one report, February 2025 in one report.",
        ),
        ([LEFT.format(did="resigned", when=w) for w in ("in October", "in February 2019")], None),
        ([LEFT.format(did="resigned", when=w) for w in ("in 2019", "in February")], None),
        ([LEFT.format(did="resigned", when=w) for w in ("in 2019", "on Monday")], None),
        # a plan, in the words of a verb that looks ahead
        (
            [LEFT.format(did="plans to resign", when=w) for w in ("on Sunday", "on Friday")],
            "Friday 21 March in one report, Sunday 23 March in one report.",
        ),
        ([LEFT.format(did=d, when=w) for d, w in (("resigned", "on Monday"), ("plans to resign", "on Friday"))], None),
        # those who tell one day stand together
        (
            [LEFT.format(did="resigned", when=w) for w in ("on Monday", "on Friday", "on Friday")],
            "Friday 14 March in 2 reports, Monday 17 March in one report.",
        ),
        # a year is told by its number
        (
            ["Ellery Zoo was founded in 1954 by a farmer.", "Ellery Zoo, founded in 1945, has 80 keepers."],
            "1945 in one report, 1954 in one report.",
        ),
    ],
)
def test_the_one_thing_that_makes_it_another_day(texts: list[str], told: str | None) -> None:
    assert [n.rsplit(": ", 1)[1] for n in notes(*texts)] == ([told] if told else [])
