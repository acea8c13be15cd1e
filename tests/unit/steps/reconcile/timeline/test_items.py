"""What a report ties to a time."""

from typing import Any

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.findings import Actor, Form
from rashomon.records.marks import Mention, TimeMark
from rashomon.records.span import Cite, Span
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.timeline.dating import Collector
from rashomon.steps.reconcile.timeline.items import Item, precision_of, when


def collect(text: str, kind: Any = "body", names: tuple[str, ...] = ()) -> Collector:
    """The collector of a report of Wednesday, 19 March 2025 in which `names` are people."""
    article = Article("a", "a.txt", text, (Block(0, len(text), kind),), published="2025-03-19", language="en")
    marks = annotate(article)
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in names}
    marks.mentions = tuple(Mention(span, "person", name) for name, span in sorted(spans.items(), key=lambda s: s[1]))
    actors = tuple(Actor(n, n, "person", (Form(n, (Cite("a", *s),)),)) for n, s in spans.items())
    cast = Cast(actors, {("a", s): n for n, s in spans.items()})
    return Collector(0, marks, cast, Kin(cast))


def dated(text: str, **fields: Any) -> list[Item]:
    return collect(text, **fields).dated()


def test_a_clause_with_its_time() -> None:
    (item,) = dated("The ferry sank off Alba on Tuesday.")
    assert item.text == "The ferry sank off Alba on Tuesday"
    assert (item.start, item.end, item.precision, item.of, item.mode) == (
        "2025-03-18", "2025-03-18", "day", "event", "happened",
    )  # fmt: skip
    assert item.times == (Cite("a", 27, 34),)


def test_what_follows_after_is_an_event_of_its_own() -> None:
    text = "Ida Lund sacked the pilot on Wednesday, following a talk with Bo Rask on Tuesday."
    one, other = dated(text, names=("Ida Lund", "Bo Rask"))
    assert (one.start, one.text) == ("2025-03-19", "Ida Lund sacked the pilot on Wednesday")
    assert (other.start, other.text) == ("2025-03-18", "following a talk with Bo Rask on Tuesday")
    assert other.actors >= {"Bo Rask"}
    assert "Bo Rask" not in one.actors


def test_the_time_of_a_saying_is_no_time_of_an_event() -> None:
    (item,) = dated("Ida Lund told reporters on Tuesday that the ferry was old.", names=("Ida Lund",))
    assert (item.of, item.start) == ("utterance", "2025-03-18")


def test_a_plan_is_told_apart() -> None:
    (item,) = dated("The council will elect a mayor on Sunday.")
    assert (item.mode, item.start) == ("planned", "2025-03-23")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has sailed the strait since 1989.",
        "The ferry must be raised before Monday.",
        "The 2015 deal broke down.",
        "She waited for days.",
        "It was recently painted.",
        "Inspectors come every month.",
        "It is warm today.",
    ],
)
def test_limits_names_and_states_date_nothing(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize("kind", ["teaser", "caption"])
def test_teasers_and_captions_never_enter(kind: str) -> None:
    assert dated("The ferry sank off Alba on Tuesday.", kind=kind) == []


def test_the_date_of_an_embedded_post_is_no_event() -> None:
    assert dated("We are shocked — Ida Lund (@idalund) November 18, 2019") == []


def test_between_and_is_one_time() -> None:
    (item,) = dated("Nine ships sank between March 2023 and March 2024.")
    assert (item.start, item.end, item.precision) == ("2023-03-01", "2024-03-31", "year")
    assert len(item.times) == 2


def test_two_times_of_one_clause_that_fit_are_one() -> None:
    (item,) = dated("The ferry sank on Tuesday, on the evening of March 18 2025, off Alba.")[:1]
    assert item.start == "2025-03-18"


def test_hours_after_dates_the_clause_that_follows() -> None:
    text = "The truce began on Monday. Just hours after it was signed, two depots burned in Alba."
    found = [i for i in dated(text) if i.precision == "part-of-day"]
    assert [i.start for i in found] == ["2025-03-17"]
    assert "burned" in found[0].text


def test_clauses_without_time() -> None:
    collector = collect("The ferry sank off Alba. It was old. Ida Lund said so.", names=("Ida Lund",))
    assert [i.text for i in collector.undated()] == ["The ferry sank off Alba"]
    assert collector.dated() == []


def test_counts_are_kept_for_comparison() -> None:
    collector = collect("The storm killed 12 sailors on Tuesday.")
    assert [i.figures for i in collector.dated()] == [frozenset({12.0})]


@pytest.mark.parametrize(
    ("value", "start", "end", "vague", "precision"),
    [
        ("2025-03-18T16:38", "2025-03-18T16:38", "2025-03-18T16:38", False, "minute"),
        ("2025-03-18T16", "2025-03-18T16:00", "2025-03-18T16:00", False, "hour"),
        ("2025-03-18TNI", "2025-03-18", "2025-03-19", False, "part-of-day"),
        ("PTXH", "2025-03-18", "2025-03-19", True, "part-of-day"),
        ("2025-03-18", "2025-03-18", "2025-03-18", False, "day"),
        ("FUTURE_REF", "2025-03-20", "", False, "day"),
        ("2025-W12", "2025-03-17", "2025-03-23", False, "day"),
        ("2025-03", "2025-03-01", "2025-03-31", False, "month"),
        ("2025-Q1", "2025-01-01", "2025-03-31", False, "month"),
        ("2025", "2025-01-01", "2025-12-31", False, "year"),
        ("199", "1990-01-01", "1999-12-31", False, "year"),
    ],
)
def test_precision(value: str, start: str, end: str, vague: bool, precision: str) -> None:
    assert precision_of(vague, value, start, end) == precision


def test_when_keeps_an_open_end_empty() -> None:
    mark = TimeMark(Span(0, 4), "DATE", "FUTURE_REF", "2025-03-20", None)
    assert (when(mark).start, when(mark).end, when(mark).spans) == ("2025-03-20", "", (Span(0, 4),))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "The mayor came to the quay shortly before midnight and left.",
            "The mayor came to the quay shortly before midnight and left",
        ),
        (
            "The wreck lay on the bank on Wednesday morning, a day after the storm hit Alba.",
            "The wreck lay on the bank on Wednesday morning",
        ),
        ("ALBA (Agency) - A ferry sank off Port Ellery on Tuesday.", "A ferry sank off Port Ellery on Tuesday"),
        ("Everyone was asleep when the ship ran aground on Tuesday.", "the ship ran aground on Tuesday"),
    ],
)
def test_what_is_told_can_be_read_alone(text: str, what: str) -> None:
    assert [i.text.rstrip(".") for i in dated(text)] == [what]


def test_quoted_words_that_tell_no_act_enter_no_timeline() -> None:
    assert dated('"Nobody should wait as these people waited tonight," she said.') == []
