"""Which items are one event."""

from typing import Any

import pytest

from rashomon.records.span import Cite
from rashomon.steps.reconcile.timeline.items import Item
from rashomon.steps.reconcile.timeline.join import Judge, join, kind_terms, kinds, same_time, times_fit


def item(article: int, words: str, actors: str = "", start: str = "2025-03-18", **fields: Any) -> Item:
    """An item of report `article`; `words` and `actors` are separated by blanks."""
    found, names = frozenset(words.split()), frozenset(actors.split())
    end = fields.pop("end", start)
    given: dict[str, Any] = {
        "cite": Cite(f"r{article}", fields.pop("at", 0), 99),
        "text": words,
        "times": (Cite(f"r{article}", 0, 9),) if start else (),
        "precision": "day",
        "mode": "happened",
        "of": "event",
        "verb": words.split()[0] if words else "",
        "figures": frozenset(),
        "whole": True,
    }
    terms = found | frozenset(f"a:{n}" for n in names)
    return Item(article=article, words=found, actors=names, terms=terms, start=start, end=end, **(given | fields))


def groups(*dated: Item, undated: tuple[Item, ...] = ()) -> list[list[int]]:
    """The reports of each group."""
    return [[i.article for i in group] for group in join(list(dated), list(undated))]


CALL = sorted(kind_terms("meeting"))[0]
ATTACK = sorted(kind_terms("attack"))[0]


def test_the_same_words_and_actors_on_one_day_are_one_event() -> None:
    one = item(0, "ferry sink harbour", "alma")
    assert groups(one, item(1, "ferry sink storm", "alma"), item(2, "vote budget council", "mayor")) == [[0, 1], [2]]


def test_one_day_alone_joins_nothing() -> None:
    assert groups(item(0, "ferry sink", "alma"), item(1, "vote budget", "mayor")) == [[0], [1]]


def test_another_day_is_another_event() -> None:
    other = item(1, "ferry sink harbour", "alma", "2025-03-20")
    assert groups(item(0, "ferry sink harbour", "alma"), other) == [[0], [1]]


def test_the_same_two_people_meeting_on_one_day_meet_once() -> None:
    one = item(0, f"{CALL} long", "ida bo")
    assert groups(one, item(1, f"{CALL} cordial frank open", "ida bo")) == [[0, 1]]


def test_other_people_meet_elsewhere() -> None:
    one = item(0, f"{CALL} long winded", "ida bo")
    assert groups(one, item(1, f"{CALL} cordial frank open", "eva lars")) == [[0], [1]]


def test_what_struck_in_one_night_is_one_event() -> None:
    night: dict[str, Any] = {"precision": "part-of-day", "end": "2025-03-19"}
    one, other = item(0, f"{ATTACK} depot", **night), item(1, f"{ATTACK} hospital", **night)
    assert groups(one, other) == [[0, 1]]
    assert groups(one, item(1, f"{ATTACK} hospital", "alba", "2025-03-12", **{**night, "end": "2025-03-13"})) == [
        [0],
        [1],
    ]


def test_utterances_and_events_are_kept_apart() -> None:
    one = item(0, "ferry sink harbour", "alma")
    assert groups(one, item(1, "ferry sink harbour", "alma", of="utterance")) == [[0], [1]]


def test_a_clause_without_time_joins_where_nearly_all_is_told() -> None:
    bare = item(1, "sink ferry harbour", "alma", start="")
    assert groups(item(0, "sink ferry harbour", "alma"), undated=(bare,)) == [[0, 1]]


@pytest.mark.parametrize(
    "bare",
    [
        item(1, "build ferry harbour", "alma", start=""),
        item(1, "sink boat", "alma", start=""),
        item(0, "sink ferry harbour", "alma", start=""),
        item(1, "sink ferry harbour", "alma", start="", figures=frozenset({50.0})),
    ],
    ids=["other verb", "too little", "same report", "other figure"],
)
def test_else_it_joins_nothing(bare: Item) -> None:
    dated = item(0, "sink ferry harbour", "alma", figures=frozenset({20.0}))
    assert groups(dated, undated=(bare,)) == [[0]]


def test_a_year_never_holds_a_day() -> None:
    year = item(1, "ferry sink harbour", "alma", "2025-01-01", end="2025-12-31", precision="year")
    assert not times_fit(item(0, "ferry"), year)


def test_a_month_may_hold_a_day() -> None:
    month = item(1, "ferry sink harbour", "alma", "2025-03-01", end="2025-03-31", precision="month")
    day = item(0, "ferry sink harbour", "alma")
    assert times_fit(day, month)
    assert not same_time(day, month)
    assert groups(day, month) == [[0, 1]]


def test_open_ends_fit_open_ends() -> None:
    one, other = item(0, "team meet", end=""), item(1, "team meet", end="")
    assert times_fit(one, other)
    assert not times_fit(one, item(1, "team meet"))


def test_scores_lie_between_nought_and_one() -> None:
    items = [item(0, "ferry sink harbour", "alma"), item(1, "ferry sink", "alma"), item(2, "vote", "mayor")]
    judge = Judge(items)
    assert 0 < judge.score(0, 1) <= 1
    assert judge.score(0, 2) == 0


def test_every_kind_of_event_has_words() -> None:
    assert "meeting" in kinds()
    assert all(kind_terms(kind) for kind in kinds())


def test_no_reports_no_groups() -> None:
    assert join([], []) == []


def test_the_order_of_joining_does_not_depend_on_names() -> None:
    one = [item(n, "ferry sink harbour storm", "alma", at=n) for n in range(4)]
    assert groups(*one) == [[0, 1, 2, 3]]
