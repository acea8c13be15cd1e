"""The timeline of small stories: which clause a time dates, how exactly, in which mode; and what has none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import TimelineEntry
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.timeline import find_timeline


def timeline(*texts: str, day: str | None = "2025-03-19") -> tuple[TimelineEntry, ...]:
    """The timeline of reports of Wednesday, 19 March 2025."""
    articles = tuple(
        Article(f"r{n}", f"{n}.txt", t, (Block(0, len(t), "body"),), published=day, language="en")
        for n, t in enumerate(texts)
    )
    story = Story(articles, tuple(annotate(a) for a in articles))
    return find_timeline(story, find_actors(story))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank off Alba on Tuesday.", ("2025-03-18", "2025-03-18", "day", "happened")),
        ("The ferry sank off Alba on 3 March 2025.", ("2025-03-03", "2025-03-03", "day", "happened")),
        ("The ferry sank off Alba last year.", ("2024-01-01", "2024-12-31", "year", "happened")),
        ("The ferry sank off Alba in February.", ("2025-02-01", "2025-02-28", "month", "happened")),
        ("The ferry sank off Alba on Tuesday night.", ("2025-03-18", "2025-03-19", "part-of-day", "happened")),
        ("The ferry will sail to Alba on Friday.", ("2025-03-21", "2025-03-21", "day", "planned")),
        ("The ferry sank off Alba yesterday.", ("2025-03-18", "2025-03-18", "day", "happened")),
        ("Officials said the ferry sank off Alba on Tuesday.", ("2025-03-18", "2025-03-18", "day", "reported")),
    ],
)
def test_when_and_how_exactly(text: str, found: tuple[str, str, str, str]) -> None:
    (entry,) = timeline(text)
    assert (entry.start, entry.end, entry.precision, entry.mode) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank off Alba on 31 February 2025.",
        "The ferry sank off Alba on 0 March 0000.",
        "The ferry has sailed since 1989.",
        "The ferry was old on Tuesday.",
        "The ferry sails every Tuesday.",
        "The ferry sank off Alba.",
        "1,2,3\n4,5,6",
        "TUESDAY",
        "",
    ],
)
def test_no_time_no_entry(text: str) -> None:
    assert timeline(text) == ()


def test_the_day_most_reports_give_is_that_of_the_entry() -> None:
    texts = [
        "The ferry Alma sank off Port Ellery on Tuesday.",
        "The ferry Alma sank off Port Ellery on March 18.",
        "The ferry Alma sank off Port Ellery on Tuesday night.",
    ]
    (entry,) = timeline(*texts)
    assert (entry.start, entry.precision, entry.outlets) == ("2025-03-18", "day", 3)
    assert {c.article for c in entry.times} == {"r0", "r1", "r2"}


def test_two_days_of_one_kind_of_event_stay_two() -> None:
    texts = ["The ferry Alma sank off Port Ellery on Tuesday.", "The ferry Alma sank off Port Ellery on Monday."]
    assert [(e.start, e.outlets) for e in timeline(*texts)] == [("2025-03-17", 1), ("2025-03-18", 1)]


@pytest.mark.parametrize("mark", ["\u202e", "\u200f", "\x00"])
def test_hidden_marks_move_no_cite(mark: str) -> None:
    text = f"{mark}The ferry sank off Alba on Tuesday{mark}."
    (entry,) = timeline(text)
    assert [text[c.start : c.end].strip(mark) for c in entry.times] == ["Tuesday"]


def test_a_clause_of_thousands_of_letters_is_no_entry() -> None:
    assert timeline("The ferry " + "and the boat " * 300 + "sank on Tuesday.") == ()


PIECES = st.sampled_from(
    "The ferry|sank|off Alba|on Tuesday|in May|last year|until Friday|said|Ida Lund|will|,|.|after|two days before|"
    "the vote|“|”|since 1989|at 5pm|between May and June|\n|(|)|31 February".split("|")
)


@given(st.lists(st.lists(PIECES, max_size=14).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_every_entry_is_cited_and_runs_forward(texts: list[str]) -> None:
    entries = timeline(*texts)
    assert [e.id for e in entries] == [f"t{n}" for n in range(1, len(entries) + 1)]
    for entry in entries:
        assert entry.start
        assert entry.start[:10] <= entry.end[:10]
        assert 1 <= entry.outlets <= len(texts)
        for cite in (*entry.cites, *entry.times):
            assert cite.end <= len(texts[int(cite.article[1:])])
        assert entry.what in {texts[int(c.article[1:])][c.start : c.end] for c in entry.cites}
    assert timeline(*texts) == entries
