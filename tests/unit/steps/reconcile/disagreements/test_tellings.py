"""Participants of predicates: read again when the cast of a report is another one, not when other reports come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import NOBODY, Cast
from rashomon.steps.reconcile.disagreements.claims import Scene, set_scene
from rashomon.steps.reconcile.disagreements.predicates import predicates_of
from rashomon.steps.reconcile.disagreements.tellings import Telling, Tellings, find_predicates
from rashomon.steps.reconcile.kin import Kin

CAST = (("Orla Finch", "person", ("Finch",)), ("Ben Ode", "person", ("Ode",)))


def tellings(scene: Scene) -> list[Telling]:
    return Tellings(scene).of(find_predicates(scene))


def with_cast(scene: Scene, cast: Cast) -> Scene:
    """The same reports with other actors."""
    return set_scene(scene.story, cast, Kin(cast))


def test_predicates_are_read_once_for_a_report(scene: Callable) -> None:
    (marks,) = scene("The city closed the pool.").story.marks
    (found,) = [p for p in predicates_of(marks) if p.axis.name == "open"]
    assert (marks.words.tokens.words[found.at], found.sign, found.before) == ("closed", -1, None)
    assert predicates_of(marks) is predicates_of(marks)


def test_another_actor_is_another_participant(scene: Callable) -> None:
    one = scene("Finch closed the pool.")
    assert {t.doer.actors for t in tellings(one) if t.doer} == {frozenset({one.cast.of["a", Span(0, 5)]})}
    cast = one.cast
    other = Cast(cast.actors, {("a", Span(0, 5)): next(a.id for a in cast.actors if a.name == "Ben Ode")})
    assert {t.doer.actors for t in tellings(with_cast(one, other)) if t.doer} == {frozenset(other.of.values())}
    assert tellings(with_cast(one, cast)) == tellings(one)


def test_another_label_of_an_actor_is_another_description(scene: Callable) -> None:
    one = scene("Finch closed the pool.")
    assert {t.doer.also for t in tellings(one) if t.doer} == {frozenset()}
    named = tuple(replace(a, labels=a.spellings) if a.name == "Orla Finch" else a for a in one.cast.actors)
    (also,) = {t.doer.also for t in tellings(with_cast(one, Cast(named, one.cast.of))) if t.doer}
    assert also == {"finch", "orla"} & also
    assert "finch" in also


def test_the_number_of_a_report_and_its_unit_are_of_this_story(scene: Callable) -> None:
    one = scene("Finch closed the pool.", "Ode opened the pool.")
    assert sorted({t.article for t in tellings(one)}) == [0, 1]
    later = replace(one.story, articles=one.story.articles[1:], marks=one.story.marks[1:])
    again = set_scene(later, one.cast, one.kin)
    assert {t.article for t in tellings(again)} == {0}
    assert {id(t.unit) for t in tellings(again)} == {id(u) for u in again.units}


def test_a_view_is_what_one_report_takes_from_the_cast(scene: Callable) -> None:
    cast = scene("Finch closed the pool.", "Ode opened the pool.").cast
    fewer = Cast(cast.actors, {(name, span): actor for (name, span), actor in cast.of.items() if name == "a"})
    assert cast.view("a") == fewer.view("a") != cast.view("b")
    assert fewer.view("b") == NOBODY
    renamed = Cast(tuple(replace(a, name=a.name.lower()) for a in cast.actors), cast.of)
    assert renamed.view("a") != cast.view("a")
