"""The cross-outlet vote."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.steps.reconcile.utterances import find_utterances

PEOPLE = (("Ida Lund", "person"), ("Tom Reyes", "person"), ("Harbour Board", "organization"), ("officials", "group"))
LONG = "The northern pier will be rebuilt before the winter storms arrive"


@pytest.fixture
def speakers(make_story: Any) -> Any:
    """For each report's quotation its speaker and confidence, then the speaker of the utterance."""

    def run(*reports: Any) -> tuple[list[tuple[str | None, float]], list[str | None]]:
        story, cast = make_story(reports, PEOPLE)
        quotes, utterances = find_utterances(story, cast)
        return [(q.speaker, q.confidence) for q in quotes], [u.speaker for u in utterances]

    return run


def named(name: str, **more: Any) -> tuple[str, list[dict[str, Any]]]:
    return f'"{LONG}," {name} said.', [{"pieces": LONG, "speaker": name, **more}]


def pronoun(word: str, **more: Any) -> tuple[str, list[dict[str, Any]]]:
    return f'"{LONG}," {word} said.', [{"pieces": LONG, "speaker": word, **more}]


NOBODY = (f'"{LONG}."', [{"pieces": LONG, "confidence": 0.3}])


def test_a_missing_speaker_is_filled_from_copies(speakers: Any) -> None:
    assert speakers(named("Lund"), NOBODY) == ([("Ida Lund", 0.8), ("Ida Lund", 0.72)], ["Ida Lund"])


def test_agreement_raises_confidence(speakers: Any) -> None:
    quotes, _ = speakers(named("Lund"), named("Lund"))
    assert quotes == [("Ida Lund", 0.96), ("Ida Lund", 0.96)]


def test_confidence_has_a_ceiling(speakers: Any) -> None:
    quotes, _ = speakers(named("Lund"), named("Lund"), named("Lund"))
    assert {c for _, c in quotes} == {0.97}


def test_a_conflict_is_never_settled(speakers: Any) -> None:
    quotes, utterance = speakers(named("Lund"), named("Reyes"), NOBODY)
    assert [name for name, _ in quotes] == ["Ida Lund", "Tom Reyes", None]
    assert utterance == [None]


def test_a_pronoun_is_read_anew_where_all_others_name_one_speaker(speakers: Any) -> None:
    text, found = pronoun("she", speaker_name="Tom Reyes")
    quotes, utterance = speakers(named("Lund"), (f"Lund met Reyes. {text}", found))
    assert [name for name, _ in quotes] == ["Ida Lund", "Ida Lund"]
    assert utterance == ["Ida Lund"]


def test_a_pronoun_is_not_read_as_somebody_the_report_has_not_named_before(speakers: Any) -> None:
    quotes, utterance = speakers(named("Lund"), pronoun("she", speaker_name="Tom Reyes"))
    assert [name for name, _ in quotes] == ["Ida Lund", "Tom Reyes"]
    assert utterance == [None]


def test_a_name_is_never_overruled(speakers: Any) -> None:
    quotes, _ = speakers(named("Lund"), named("Lund"), named("Reyes"))
    assert [name for name, _ in quotes] == ["Ida Lund", "Ida Lund", "Tom Reyes"]


def test_a_description_that_leads_to_nobody_is_left_alone(speakers: Any) -> None:
    quotes, _ = speakers(named("Lund"), pronoun("the deputy mayor"))
    assert [name for name, _ in quotes] == ["Ida Lund", None]


def test_a_paper_is_nobody(speakers: Any) -> None:
    quotes, _ = speakers(named("Lund"), pronoun("the statement"))
    assert [name for name, _ in quotes] == ["Ida Lund", "Ida Lund"]


def test_a_generic_group_does_not_contradict_a_body(speakers: Any) -> None:
    quotes, utterance = speakers(named("Board"), named("Board"), named("officials"), NOBODY)
    assert [name for name, _ in quotes] == ["Harbour Board", "Harbour Board", "officials", "Harbour Board"]
    assert utterance == ["Harbour Board"]


def test_channel_and_day_are_filled_when_known_ones_agree(make_story: Any) -> None:
    story, cast = make_story([named("Lund", channel="Blue Square", when="2021-06-16"), named("Lund")], PEOPLE)
    quotes, (one,) = find_utterances(story, cast)
    assert [(q.channel, q.when) for q in quotes] == [("Blue Square", "2021-06-16")] * 2
    assert (one.channel, one.when) == ("Blue Square", "2021-06-16")


def test_channels_that_differ_stay(make_story: Any) -> None:
    story, cast = make_story(
        [named("Lund", channel="Blue Square"), named("Lund", channel="interview"), named("Lund")], PEOPLE
    )
    quotes, (one,) = find_utterances(story, cast)
    assert [q.channel for q in quotes] == ["Blue Square", "interview", None]
    assert one.channel is None


def test_a_short_fragment_takes_no_speaker(make_story: Any) -> None:
    reports = [
        ('Lund called the pier talk "frank".', [{"pieces": "frank", "speaker": "Lund", "kind": "mixed"}]),
        ('The pier talk was "frank".', [{"pieces": "frank", "kind": "mixed"}]),
    ]
    story, cast = make_story(reports, PEOPLE)
    quotes, utterances = find_utterances(story, cast)
    assert [q.speaker for q in quotes] == ["Ida Lund", None]
    assert len(utterances) == 2


def test_a_whole_sentence_that_two_are_said_to_have_said_is_one_utterance(make_story: Any) -> None:
    words = "There was no pilot on that ship"
    reports = [(f'"{words}," {n} said.', [{"pieces": words, "speaker": n}]) for n in ("Lund", "Reyes")]
    story, cast = make_story(reports, PEOPLE)
    quotes, utterances = find_utterances(story, cast)
    assert [q.speaker for q in quotes] == ["Ida Lund", "Tom Reyes"]
    assert [(u.quotes, u.speaker) for u in utterances] == [(("q1", "q2"), None)]


def test_a_pronoun_that_is_surely_read_stands(speakers: Any) -> None:
    text, found = pronoun("she", speaker_name="Tom Reyes", confidence=0.9)
    quotes, utterance = speakers(named("Lund"), (f"Lund met Reyes. {text}", found))
    assert [name for name, _ in quotes] == ["Ida Lund", "Tom Reyes"]
    assert utterance == [None]


def test_an_open_pronoun_is_nobody_whom_the_report_has_not_named(speakers: Any) -> None:
    text, found = pronoun("she")
    assert [name for name, _ in speakers(named("Lund"), (text, found))[0]] == ["Ida Lund", None]
    quotes, _ = speakers(named("Lund"), (f"Lund came. {text}", found))
    assert [name for name, _ in quotes] == ["Ida Lund", "Ida Lund"]
