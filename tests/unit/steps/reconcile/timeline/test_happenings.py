"""What happened on which day, told so narrowly that two reports can be held side by side."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block, PublishedFrom
from rashomon.records.dossier import Story
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.timeline.happenings import ANNOUNCED, LIMIT, Happening, find_happenings
from rashomon.steps.reconcile.timeline.heads import unified
from rashomon.text.similarity import term


def happenings(text: str, source: PublishedFrom = "given", stray: bool = False) -> list[Happening]:
    """The happenings of a report of Wednesday, 19 March 2025."""
    blocks = (Block(0, len(text), "body"),)
    article = Article(
        "a", "a.txt", text, blocks, published="2025-03-19", published_from=source, language="en", stray=stray
    )
    story = Story((article,), (annotate(article),))
    cast = find_actors(story)
    return find_happenings(story, cast, Kin(cast))


def days(text: str) -> list[tuple[str, str]]:
    """First day and gist of each."""
    return [(h.day[0], h.gist) for h in happenings(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank off Alba on Tuesday.", [("2025-03-18", "the ferry sank off Alba")]),
        ("On Tuesday the ferry sank off Alba.", [("2025-03-18", "the ferry sank off Alba")]),
        ("Early on Tuesday the ferry sank.", [("2025-03-18", "the ferry sank")]),
        ("In Alba on Tuesday the ferry sank.", [("2025-03-18", "In Alba the ferry sank")]),
        ("The ferry, which sank on Tuesday, was old.", [("2025-03-18", "the ferry, which sank")]),
        ("The council will debate it on Friday.", [("2025-03-21", "the council will debate it")]),
        ("Monday's crash closed the bridge.", [("2025-03-17", "the crash")]),
        (
            "The ferry sank on Monday and the wreck burned on Tuesday.",
            [("2025-03-17", "the ferry sank"), ("2025-03-18", "the wreck burned")],
        ),
        ("Ida Lund resigned on March 3.", [("2025-03-03", "Ida Lund resigned")]),
    ],
)
def test_the_day_and_what_happened_on_it(text: str, found: list[tuple[str, str]]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was old on Tuesday.",
        "The ferry did not sink on Tuesday.",
        "“The ferry sank on Tuesday,” said Ida Lund.",
        "Ida Lund said on Tuesday that the ferry was old.",
        "Ferries sink every Tuesday.",
        "The ferry sank in 2011.",
        "The ferry sank.",
        "",
        "31 February 2025",
        "Posted on 18 March 2025",
    ],
)
def test_no_happening(text: str) -> None:
    assert days(text) == []


def test_what_holds_until_a_day_is_no_event_of_that_day() -> None:
    (found,) = happenings("The bridge will stay closed until Friday.")
    assert (found.day, found.phases) == (("2025-03-21", "2025-03-21"), frozenset({LIMIT}))


def test_planned_for_a_weekday_is_the_one_to_come() -> None:
    (found,) = happenings("The talks are planned for Monday.")
    assert found.day == ("2025-03-24", "2025-03-24")
    assert found.item.mode == "planned"


def test_the_telling_of_news_is_not_the_news() -> None:
    (found,) = happenings("The firm announced the sale of the ferry on Tuesday.")
    assert (found.told, found.heads) == (True, frozenset({ANNOUNCED}))


def test_what_lasted_ended_with_what_is_told() -> None:
    first, second = happenings("Alba and Berta signed a pact on Monday after two days of talks.")
    assert (first.gist, second.gist) == ("Alba and Berta signed a pact", "the talks ended")
    assert (first.day, second.day) == (("2025-03-17", "2025-03-17"),) * 2
    assert (second.heads, second.phases) == (unified(frozenset({term("talks") or ""})), frozenset({term("end")}))


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("The strike began on Monday.", {"begin"}),
        ("The strike ended on Monday.", {"end"}),
        ("The strike will begin on Friday.", set()),
        ("The strike will end on Friday.", {"end"}),
    ],
)
def test_phases_of_what_was_and_of_what_is_planned(text: str, phases: set[str]) -> None:
    (found,) = happenings(text)
    assert found.heads == unified(frozenset({term("strike") or ""}))
    assert found.phases == {term(p) for p in phases}


@pytest.mark.parametrize(
    ("text", "source", "firm"),
    [
        ("The ferry sank on 18 March 2025.", "given", True),
        ("The ferry sank on Tuesday.", "given", True),
        ("The ferry sank on 18 March 2025.", "story", True),
        ("The ferry sank yesterday.", "story", False),
    ],
)
def test_a_day_counted_from_a_borrowed_date_is_not_firm(text: str, source: PublishedFrom, firm: bool) -> None:
    (found,) = happenings(text, source)
    assert found.firm is firm


def test_who_vouches_is_named() -> None:
    text = "The ferry sank on Tuesday, Ida Lund said. A storm flooded the quay on Monday."
    assert [h.holder for h in happenings(text)] == ["ida-lund", None]


def test_what_a_pronoun_points_at_stands_around_it() -> None:
    text = "The parliament passed the harbour law. The decision came on Tuesday."
    (found,) = happenings(text)
    assert term("harbour") in found.around
    assert term("harbour") not in found.wide - found.around
    (alone,) = happenings("Ida Lund painted the wall. Storms flooded Alba and Berta on Tuesday.")
    assert term("wall") not in alone.around


def test_strays_take_no_part() -> None:
    assert happenings("The ferry sank off Alba on Tuesday.", stray=True) == []


def test_the_words_of_the_day_are_kept() -> None:
    assert [h.said for h in happenings("The ferry sank on Tuesday Night.")] == ["tuesday night"]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday " + "x" * 500 + " sank.",
        "TUESDAY TUESDAY TUESDAY",
        "\u202eThe ferry sank on Tuesday\u202c.",
        "Tuesday, Wednesday, 1,2,3 " * 60,
        "The ferry sank on 0 March 0000.",
        "It sank on Tuesday " + "9" * 400 + " times.",
    ],
)
def test_hostile_text_gives_only_days_that_are(text: str) -> None:
    for found in happenings(text):
        assert len(found.day[0]) == 10
        assert found.day[0] <= found.day[1]
        assert found.gist.strip() == found.gist != ""
