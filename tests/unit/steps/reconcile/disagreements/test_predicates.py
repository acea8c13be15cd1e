"""Predicates read word by word, and the segments they stand in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rashomon
from rashomon.steps.reconcile.disagreements.claims import Scene
from rashomon.steps.reconcile.disagreements.segments import Cutter
from rashomon.steps.reconcile.disagreements.tellings import Telling, Tellings, find_predicates

CAST = (("Orla Finch", "person", ("Finch",)), ("Tarn Shipping", "organization", ()))


def find_tellings(scene: Scene) -> list[Telling]:
    return Tellings(scene).of(find_predicates(scene))


def on_axis(scene: Callable, text: str, axis: str) -> list[Telling]:
    return [t for t in find_tellings(scene(text)) if t.axis.name == axis]


@pytest.mark.parametrize(
    ("text", "axis", "sign"),
    [
        ("The city closed the harbour pool.", "open", -1),
        ("The city did not close the harbour pool.", "open", 1),
        ("The city failed to close the harbour pool.", "open", 1),
        ("The city stopped short of closing the harbour pool.", "open", 1),
        ("The city has yet to close the harbour pool.", "open", 1),
        ("The city refused not to close the harbour pool.", "open", -1),
        ("No harbour pool was closed.", "open", 1),
        ("The city scarcely closed the harbour pool.", "open", 1),
        ("The plan won approval.", "permit", 1),
        ("The plan met with rejection.", "permit", -1),
        ("Finch was not happy with the plan.", "stand", -1),
        ("There is no deal.", "deal", -1),
        ("The wall was unnecessary.", "j necessari", -1),
        # "Not" turns what somebody is to do, not what follows another verb or a judgement.
        ("The city did not meet to close the harbour pool.", "open", -1),
        ("The city decided not to close the harbour pool.", "open", 1),
        ("It was not wise to close the harbour pool.", "open", -1),
        # A verb of failing turns what it governs.
        ("The city stopped closing the harbour pool.", "open", 1),
        ("The city avoided closing the harbour pool.", "open", 1),
        ("The refused permit closed the harbour pool.", "open", -1),
        # "No" right behind the verb turns it, one further on does not.
        ("The city closed no harbour pools.", "open", 1),
        ("The city closed the harbour pool and no mill.", "open", -1),
    ],
)
def test_the_way_a_clause_goes(scene: Callable, text: str, axis: str, sign: int) -> None:
    assert {t.sign for t in on_axis(scene, text, axis)} == {sign}


@pytest.mark.parametrize(
    "text",
    [
        "The city wants to close the harbour pool.",
        "Finch urged the city to close the harbour pool.",
        "Finch was accused of closing the harbour pool.",
        "The city could close the harbour pool.",
        "If the city closed the harbour pool, nobody noticed.",
        "Finch denied that the city closed the harbour pool.",
        "Has the city closed the harbour pool?",
        "Nobody asked why the city closed the harbour pool.",
        "Finch will wait till the city closed the harbour pool.",
        "The city nearly closed the harbour pool.",
        "Finch did not believe the city closed the harbour pool.",
        "Finch feared that the city closed the harbour pool.",
        "The city is thought to close the harbour pool.",
        "The city appears to close the harbour pool.",
        "The city must close the harbour pool.",
        "The city spoke of closing the harbour pool.",
        "The city was against closing the harbour pool.",
        "Perhaps the city closed the harbour pool.",
    ],
)
def test_what_is_not_told_as_so(scene: Callable, text: str) -> None:
    assert on_axis(scene, text, "open") == []


@pytest.mark.parametrize(
    "text",
    [
        # The same with another opener, behind a mark, or with another verb before.
        "Finch feared when the city closed the harbour pool.",
        "As Finch feared, the city closed the harbour pool.",
        "Finch saw that the city closed the harbour pool.",
        "The city stood by while it closed the harbour pool.",
    ],
)
def test_what_is_told_as_so(scene: Callable, text: str) -> None:
    assert {(t.sign, *t.modes) for t in on_axis(scene, text, "open")} == {(-1, "happened")}


def test_a_second_verb_has_the_subject_of_the_first(scene: Callable) -> None:
    (told,) = on_axis(scene, "The panel studied the files and upheld the complaint.", "kept")
    assert told.doer is not None
    assert told.theme is not None
    assert (told.doer.noun, told.theme.noun, told.text) == ("panel", "complaint", "and upheld the complaint")


def test_what_a_passive_verb_is_done_to(scene: Callable) -> None:
    (told,) = [t for t in on_axis(scene, "The harbour pool was closed by the city.", "open") if t.lemma == "close"]
    assert told.doer is not None
    assert told.theme is not None
    assert (told.doer.noun, told.theme.noun, sorted(told.modes)) == ("city", "pool", ["happened"])


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("The city will cancel the fair.", ["planned"]),
        ("The city voted to cancel the fair.", ["happened", "planned"]),
        ("The city cancelled the fair.", ["happened"]),
        ("The city failed to cancel the fair.", ["happened"]),
        ("The city has no intention of cancelling the fair.", ["planned"]),
        ("The city is set to cancel the fair.", ["planned"]),
        ("The city would cancel the fair.", ["planned"]),
        ("Tarn was the only firm to cancel the fair.", ["happened"]),
    ],
)
def test_plans_and_facts(scene: Callable, text: str, modes: list[str]) -> None:
    assert {tuple(sorted(t.modes)) for t in on_axis(scene, text, "begin")} == {tuple(modes)}


def test_a_verb_of_many_uses_is_broad_alone(scene: Callable) -> None:
    found = {t.lemma: t.broad for t in find_tellings(scene("The firm kept the pool. The firm reopened the pool."))}
    assert (found["keep"], found["reopen"]) == (True, False)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("The harbour pool was closed.", "pool"),
        ("The harbour pool got closed.", "pool"),
        ("The harbour pool closed by the city is old.", "pool"),
        ("The city has closed the harbour pool.", "pool"),
        ("The city has closed.", "city"),
    ],
)
def test_what_it_happens_to(scene: Callable, text: str, theme: str) -> None:
    assert [t.theme.noun for t in on_axis(scene, text, "open") if t.theme and t.lemma == "close"] == [theme]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        # Marks end a segment and open none; a word that opens one stands in it.
        (
            "The panel met (it was late) and left.",
            [
                ("The panel met", "", True, "The panel"),
                ("it was late", "", True, "it"),
                ("and left", "and", True, "it"),
            ],
        ),
        (
            "Because it rained, the panel met and left.",
            [
                ("Because it rained", "because", True, "it"),
                ("the panel met", "", True, "the panel"),
                ("and left", "and", False, "the panel"),
            ],
        ),
        # "And" ends one only between two verbs.
        ("The panel and the board left.", [("The panel and the board left", "", True, "The panel and the board")]),
        ("The panel met Finch and the board.", [("The panel met Finch and the board", "", True, "The panel")]),
        ("The panel wanted to meet and to leave.", [("The panel wanted to meet and to leave", "", True, "The panel")]),
        (
            "Finch met Ode and the panel left town",
            [("Finch met Ode", "", True, "Finch"), ("and the panel left town", "and", False, "the panel")],
        ),
        # Whom "which" means, and who opens no clause.
        (
            "Finch wrote to the panel, which met.",
            [("Finch wrote to the panel", "", True, "Finch"), ("which met", "which", True, "the panel")],
        ),
        ("Some of it fell.", [("Some of it fell", "", True, "it")]),
        ("Some of the hay burned.", [("Some of the hay burned", "", True, "the hay")]),
        ("Two bales of hay burned.", [("Two bales of hay burned", "", True, "Two bales of hay")]),
        ("In return the firm gave land.", [("In return the firm gave land", "", True, "the firm")]),
        ("Rain and wind; snow.", [("Rain and wind", "", True, None), ("snow", "", True, None)]),
    ],
)
def test_segments_with_what_they_are_about(
    scene: Callable, text: str, segments: list[tuple[str, str, bool, str | None]]
) -> None:
    words = scene(text).story.marks[0].words
    cutter = Cutter(words.tokens)
    found: list[tuple[str, str, bool, str | None]] = []
    last = None
    for segment in cutter.segments(words.sentences[0]):
        segment.subject = cutter.subject(segment, last)
        last = segment
        told = words.tokens.span(segment.first, segment.stop).of(text)
        found.append((told, segment.opener, segment.marked, segment.subject.of(text) if segment.subject else None))
    assert found == segments


def test_segments_end_at_marks_openers_and_second_verbs(scene: Callable) -> None:
    words = scene("The panel met, read the file and upheld the complaint because it was late.").story.marks[0].words
    cutter = Cutter(words.tokens)
    told = [words.tokens.span(s.first, s.stop).of(words.text) for s in cutter.segments(words.sentences[0])]
    assert told == ["The panel met", "read the file", "and upheld the complaint", "because it was late"]


def test_until_and_who_leaks_are_both_read() -> None:
    reports = [
        {"id": "a", "outlet": "A", "text": "Fire at Lorn\n\nThe tank at Lorn leaked on Wednesday until midnight.\n"},
        {"id": "b", "outlet": "B", "text": "Blaze put out\n\nThe tank at Lorn did not leak on Wednesday.\n"},
    ]
    found = rashomon.compare([{**r, "date": "2031-05-08"} for r in reports]).to_dict()["disagreements"]
    assert [d["kind"] for d in found] == ["stance"]
