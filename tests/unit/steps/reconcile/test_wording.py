"""Labels, verbs of saying and words that one report alone uses."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.findings import Actor, Form, WordingRow
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.utterances import find_utterances
from rashomon.steps.reconcile.wording import find_wording

IDA = ("Ida Lund", "person")


def rows(found: tuple[WordingRow, ...], kind: str) -> list[tuple[str, str, str]]:
    return [(r.about, r.article, r.text) for r in found if r.kind == kind]


def actor(labels: list[tuple[str, Cite]], spellings: list[Cite]) -> Actor:
    return Actor(
        "lund", "Ida Lund", "person", (Form("Lund", tuple(spellings)),), tuple(Form(t, (c,)) for t, c in labels)
    )


def test_a_label_that_one_report_alone_uses(make_story: Any) -> None:
    story, _ = make_story([("Harbour master Lund left.", []), ("Port tyrant Lund left. Harbour master!", [])])
    cites = [Cite("a", 15, 19), Cite("b", 12, 16)]
    labels = [
        ("Harbour master", Cite("a", 0, 14)),
        ("Harbour master", Cite("b", 23, 37)),
        ("Port tyrant", Cite("b", 0, 11)),
    ]
    found = find_wording(story, Cast((actor(labels, cites),)), ())
    assert rows(found, "label") == [("lund", "b", "Port tyrant")]
    assert found[0].cites == (Cite("b", 0, 11),)


def test_labels_of_an_actor_only_one_report_names_are_not_listed(make_story: Any) -> None:
    story, _ = make_story([("Harbour master Lund left.", []), ("Nobody left.", [])])
    cast = Cast((actor([("Harbour master", Cite("a", 0, 14))], [Cite("a", 15, 19)]),))
    assert rows(find_wording(story, cast, ()), "label") == []


@pytest.fixture
def verbs(make_story: Any) -> Any:
    def run(*cues: str) -> list[tuple[str, str, str]]:
        reports = []
        for n, cue in enumerate(cues):
            words = f"All {n + 2} boats are safe in the harbour"
            reports.append((f'"{words}," Lund {cue}.', [{"pieces": words, "speaker": "Lund"}]))
        story, cast = make_story(reports, [IDA])
        for marks, cue in zip(story.marks, cues, strict=True):
            (mark,) = marks.quotes
            start = marks.words.text.rindex(cue)
            object.__setattr__(mark, "cue", type(mark.content[0])(start, start + len(cue)))
        quotes, _ = find_utterances(story, cast)
        return rows(find_wording(story, cast, quotes), "verb-of-saying")

    return run


def test_a_verb_of_saying_that_is_not_neutral(verbs: Any) -> None:
    assert verbs("claimed", "said", "said") == [("Ida Lund", "a", "claimed")]


def test_a_verb_that_two_reports_use_is_not_listed(verbs: Any) -> None:
    assert verbs("claimed", "claimed", "said") == []


def test_neutral_verbs_are_not_listed(verbs: Any) -> None:
    assert verbs("said", "added", "wrote") == []


def test_a_speaker_of_one_report_is_not_compared(verbs: Any) -> None:
    assert verbs("claimed") == []


def test_a_shorter_form_of_the_same_label_is_no_choice(make_story: Any) -> None:
    story, _ = make_story([("Head of the port Lund left.", []), ("Port head Lund left. The tyrant!", [])])
    labels = [
        ("Head of the port", Cite("a", 0, 16)),
        ("head", Cite("b", 5, 9)),
        ("tyrant", Cite("b", 25, 31)),
        ("lund", Cite("b", 10, 14)),
    ]
    cast = Cast((actor(labels, [Cite("a", 17, 21), Cite("b", 10, 14)]),))
    assert rows(find_wording(story, cast, ()), "label") == [("lund", "b", "tyrant")]


@pytest.mark.parametrize(
    ("one", "other", "listed"),
    [
        ("French Minister of Defence", "France's defense minister", []),
        ("Sen.", "Senator", []),
        ("PM", "Prime Minister", []),
        ("North Coast’s clerk", "North Coast's clerk", []),
        ("French minister", "port tyrant", ["French minister", "port tyrant"]),
        ("harbour official", "port tyrant", ["port tyrant"]),
        ("chief", "port tyrant", ["port tyrant"]),
    ],
)
def test_labels_that_say_the_same(make_story: Any, one: str, other: str, listed: list[str]) -> None:
    story, _ = make_story([(f"{one} Lund left.", []), (f"{other} Lund left.", [])])
    labels = [(one, Cite("a", 0, len(one))), (other, Cite("b", 0, len(other)))]
    cites = [Cite("a", len(one) + 1, len(one) + 5), Cite("b", len(other) + 1, len(other) + 5)]
    found = find_wording(story, Cast((actor(labels, cites),)), ())
    assert [r.text for r in found] == listed


def test_a_title_that_was_read_in_part_is_no_label(make_story: Any) -> None:
    story, _ = make_story([("Deputy Harbour Master Lund left.", []), ("Lund left.", [])])
    cast = Cast((actor([("Deputy Harbour", Cite("a", 0, 14))], [Cite("a", 22, 26), Cite("b", 0, 4)]),))
    assert rows(find_wording(story, cast, ()), "label") == []


def test_a_spokesman_in_the_name_of_a_body_is_no_word_for_it(make_story: Any) -> None:
    story, _ = make_story([("A Harbour Board spokesman left.", []), ("The Harbour Board left.", [])])
    board = Actor(
        "board",
        "Harbour Board",
        "organization",
        (Form("Harbour Board", (Cite("a", 2, 15), Cite("b", 4, 17))),),
        (Form("Harbour Board spokesman", (Cite("a", 2, 25),)),),
    )
    assert rows(find_wording(story, Cast((board,)), ()), "label") == []


@pytest.mark.parametrize("cue", ["did not answer", "refused to comment", "would predict"])
def test_a_verb_of_saying_nothing_is_not_listed(make_story: Any, cue: str) -> None:
    story, cast = make_story(
        [
            (f'Lund {cue} "All boats are safe in the harbour."', [{"pieces": "All boats are safe in the harbour"}]),
            ('Lund said: "Two boats are lost in the storm."', [{"pieces": "Two boats are lost in the storm"}]),
        ],
        [IDA],
    )
    for marks in story.marks:
        (mark,) = marks.quotes
        text = marks.words.text
        verb = cue.rsplit(" ", 1)[-1] if cue in text else "said"
        start = text.index(verb)
        object.__setattr__(mark, "speaker", type(mark.content[0])(0, 4))
        object.__setattr__(mark, "cue", type(mark.content[0])(start, start + len(verb)))
    quotes, _ = find_utterances(story, cast)
    assert rows(find_wording(story, cast, quotes), "verb-of-saying") == []
