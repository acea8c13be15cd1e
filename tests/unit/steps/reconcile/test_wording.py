"""Labels, verbs of saying and words that one report alone uses."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from rashomon.records.dossier import Story
from rashomon.records.findings import Actor, Form, WordingRow
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.utterances import find_utterances
from rashomon.steps.reconcile.wording import find_wording, log_odds

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


def report(word: str, times: int) -> str:
    body = "The ferry left the harbour in thick fog. The council met the crew of the ferry near the harbour. "
    return body + " ".join(f"The {word} of the ferry shocked the town and the crew." for _ in range(times))


def test_a_word_that_one_report_alone_repeats(make_story: Any) -> None:
    story, cast = make_story([(report("accident", 1), []), (report("disaster", 6), []), (report("accident", 1), [])])
    found = [r for r in find_wording(story, cast, ()) if r.kind == "word"]
    assert [(r.article, r.text) for r in found] == [("b", "disaster")]
    assert len(found[0].cites) == 6
    assert found[0].score > 1.645


def test_words_of_one_report_or_of_strays_are_not_compared(make_story: Any) -> None:
    story, cast = make_story([(report("disaster", 6), [])])
    assert find_wording(story, cast, ()) == ()
    story, cast = make_story([(report("accident", 1), []), (report("disaster", 6), [])])
    stray = Story((story.articles[0], replace(story.articles[1], stray=True)), story.marks)
    assert find_wording(stray, cast, ()) == ()


def test_words_inside_quotations_are_the_speakers(make_story: Any) -> None:
    said = "The disaster of the ferry shocked the town"
    quoted = (f"{report('accident', 1)} " + f'"{said}," Lund said. ', [{"pieces": said, "speaker": "Lund"}])
    story, cast = make_story([quoted, (report("accident", 1), [])], [IDA])
    assert rows(find_wording(story, cast, ()), "word") == []


def test_the_z_score() -> None:
    expected = (math.log(7 / 93) - math.log(1 / 249)) / math.sqrt(1 / 7 + 1 / 1)
    assert log_odds(6, 50, 0, 200, 1.0, 50.0) == pytest.approx(expected)
    assert log_odds(3, 100, 3, 100, 2.0, 50.0) == 0.0
    assert log_odds(5, 5, 0, 0, 0.0, 0.0) == 0.0
