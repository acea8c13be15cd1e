"""Every feature of the research list as a text of our own with the exact records expected of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest

from rashomon.records.article import BlockKind
from rashomon.records.marks import Mention, QuoteMark
from rashomon.records.span import Span

from .reading import read, said


@dataclass(frozen=True)
class Case:
    """A text, the names in it, and what is to be found."""

    name: str
    text: str
    names: list[str]
    expected: list[dict[str, Any]]
    kinds: dict[int, BlockKind] = field(default_factory=dict)


def record(text: str, mark: QuoteMark) -> dict[str, Any]:
    """A quotation as plain words; what is empty is left out."""
    found: dict[str, Any] = {
        "kind": mark.kind,
        "said": said(text, mark),
        "speaker": mark.speaker.of(text) if mark.speaker else None,
        "name": mark.speaker_name,
        "status": None if mark.status == "said" else mark.status,
        "channel": mark.channel,
        "to": mark.addressee.of(text) if mark.addressee else None,
        "through": [span.of(text) for span in mark.through],
        "clause": mark.clause.of(text) if mark.clause else None,
    }
    return {key: value for key, value in found.items() if value}


CASES = [
    Case(
        "1 tag in the middle",
        "“We are late,” the mayor said, “and we know it.”",
        ["Ana Ruiz/f"],
        [
            {"kind": "direct", "said": ["We are late,", "and we know it."], "speaker": "the mayor"},
        ],
    ),
    Case(
        "2a inverted tag",
        "“No,” said Ana Ruiz, who has run the port since May.",
        ["Ana Ruiz/f"],
        [
            {"kind": "direct", "said": ["No,"], "speaker": "Ana Ruiz", "name": "Ana Ruiz"},
        ],
    ),
    Case(
        "2b inverted tag",
        "Said Ruiz: “No, never.”",
        ["Ana Ruiz/f"],
        [
            {"kind": "direct", "said": ["No, never."], "speaker": "Ruiz", "name": "Ana Ruiz"},
        ],
    ),
    Case(
        "3 continuation without a cue",
        "“It rained,” Tom Cole said. “We left at noon.”",
        ["Tom Cole/m"],
        [
            {"kind": "direct", "said": ["It rained,", "We left at noon."], "speaker": "Tom Cole", "name": "Tom Cole"},
        ],
    ),
    Case(
        "4 floating paragraph",
        "Tom Cole said he was tired.\n“I have not slept since Friday.”",
        ["Tom Cole/m"],
        [
            {"kind": "indirect", "said": ["he was tired"], "speaker": "Tom Cole", "name": "Tom Cole"},
            {"kind": "direct", "said": ["I have not slept since Friday."], "speaker": "Tom Cole", "name": "Tom Cole"},
        ],
    ),
    Case(
        "5a over paragraphs",
        "Tom Cole wrote: “First point.\n“Second point.”",
        ["Tom Cole/m"],
        [
            {"kind": "direct", "said": ["First point.", "Second point."], "speaker": "Tom Cole", "name": "Tom Cole"},
        ],
    ),
    Case(
        "5b over paragraphs",
        'Tom Cole wrote: "First point.\n"Second point.\n"Third point."',
        ["Tom Cole/m"],
        [
            {
                "kind": "direct",
                "said": ["First point.", "Second point.", "Third point."],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
            },
        ],
    ),
    Case(
        "6a misplaced, missing and inch marks",
        "He told reporters: “We want to know the details.\n”The minister added: “There are two things to do.”",
        [],
        [
            {"kind": "direct", "said": ["We want to know the details."], "speaker": "He", "to": "reporters"},
            {"kind": "direct", "said": ["There are two things to do."], "speaker": "The minister"},
        ],
    ),
    Case(
        "6b misplaced, missing and inch marks",
        'Tom Cole, who is 6\'2", said the "plan is dead" and left.',
        ["Tom Cole/m"],
        [
            {
                "kind": "mixed",
                "said": ["plan is dead"],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "clause": 'the "plan is dead" and left',
            },
        ],
    ),
    Case(
        "7 colon in the former paragraph",
        "The ministry issued a statement:\n“All flights are cancelled until noon.”",
        [],
        [
            {"kind": "direct", "said": ["All flights are cancelled until noon."], "speaker": "The ministry"},
        ],
    ),
    Case(
        "8a signature, transcript, questions and answers",
        "“A true expert in every way.” —Commissioner Li",
        ["Li"],
        [
            {"kind": "direct", "said": ["A true expert in every way."], "speaker": "Commissioner Li", "name": "Li"},
        ],
    ),
    Case(
        "8b signature, transcript, questions and answers",
        "LI: I never said so.\nWEBER: You did, and on tape.",
        ["Li", "Weber"],
        [
            {"kind": "direct", "said": ["I never said so."], "speaker": "LI", "name": "LI"},
            {"kind": "direct", "said": ["You did, and on tape."], "speaker": "WEBER", "name": "WEBER"},
        ],
    ),
    Case(
        "8c signature, transcript, questions and answers",
        "Q: When do you leave?\nA: Not before noon.",
        [],
        [
            {"kind": "direct", "said": ["When do you leave?"], "status": "asked"},
            {"kind": "direct", "said": ["Not before noon."]},
        ],
    ),
    Case(
        "9 pronoun",
        "Maria Lopez met Jonas Weber. “He never called,” she said.",
        ["Maria Lopez/f", "Jonas Weber/m"],
        [
            {"kind": "direct", "said": ["He never called,"], "speaker": "she", "name": "Maria Lopez"},
        ],
    ),
    Case(
        "9b pronoun",
        "Jonas Weber said the road was shut. “I saw it,” he said.",
        ["Maria Lopez/f", "Jonas Weber/m"],
        [
            {"kind": "indirect", "said": ["the road was shut"], "speaker": "Jonas Weber", "name": "Jonas Weber"},
            {"kind": "direct", "said": ["I saw it,"], "speaker": "he", "name": "Jonas Weber"},
        ],
    ),
    Case(
        "10 role",
        "Kenyan President Ruth Otieno arrived.\n“We will win,” the Kenyan leader said.",
        ["Ruth Otieno/f"],
        [
            {"kind": "direct", "said": ["We will win,"], "speaker": "the Kenyan leader"},
        ],
    ),
    Case(
        "10b role",
        "“We will win,” Foreign Minister Jan Lipa said.",
        ["Jan Lipa/m"],
        [
            {"kind": "direct", "said": ["We will win,"], "speaker": "Foreign Minister Jan Lipa", "name": "Jan Lipa"},
        ],
    ),
    Case(
        "10c role",
        "“We will win,” a spokesman for Jan Lipa said.",
        ["Jan Lipa/m"],
        [
            {"kind": "direct", "said": ["We will win,"], "speaker": "a spokesman for Jan Lipa"},
        ],
    ),
    Case(
        "11a organisations and places",
        "The White House said the talks were “very good.”",
        ["White House//organization"],
        [
            {
                "kind": "mixed",
                "said": ["very good."],
                "speaker": "The White House",
                "name": "White House",
                "clause": "the talks were “very good.”",
            },
        ],
    ),
    Case(
        "11b organisations and places",
        "The report found that 40 bridges were unsafe.",
        [],
        [
            {"kind": "indirect", "said": ["40 bridges were unsafe"], "speaker": "The report"},
        ],
    ),
    Case(
        "11c organisations and places",
        "Sources told Reuters the deal was off.",
        ["Reuters//organization"],
        [
            {
                "kind": "indirect",
                "said": ["the deal was off"],
                "speaker": "Sources",
                "channel": "Reuters",
                "to": "Reuters",
            },
        ],
    ),
    Case(
        "11d organisations and places",
        "Kyiv denied that its troops had left.",
        ["Kyiv//place"],
        [
            {
                "kind": "indirect",
                "said": ["its troops had left"],
                "speaker": "Kyiv",
                "name": "Kyiv",
                "status": "denied",
            },
        ],
    ),
    Case(
        "12a joint and crowd speakers",
        "Both sides said the meeting was useful.",
        [],
        [
            {"kind": "indirect", "said": ["the meeting was useful"], "speaker": "Both sides"},
        ],
    ),
    Case(
        "12b joint and crowd speakers",
        "The crowd chanted “Resign!” outside.",
        [],
        [
            {"kind": "direct", "said": ["Resign!"], "speaker": "The crowd"},
        ],
    ),
    Case(
        "12c joint and crowd speakers",
        "“It is over,” Ana Ruiz and Tom Cole said.",
        ["Ana Ruiz/f", "Tom Cole/m"],
        [
            {"kind": "direct", "said": ["It is over,"], "speaker": "Ana Ruiz and Tom Cole"},
        ],
    ),
    Case(
        "13 partial quotation",
        "Ana Ruiz called the plan “a gift to no one” that parliament should bin.",
        ["Ana Ruiz/f"],
        [
            {
                "kind": "mixed",
                "said": ["a gift to no one"],
                "speaker": "Ana Ruiz",
                "name": "Ana Ruiz",
                "clause": "the plan “a gift to no one” that parliament should bin",
            },
        ],
    ),
    Case(
        "14a scare quote, title, term, nickname",
        "The so-called “smart” meter failed again.",
        [],
        [],
    ),
    Case(
        "14b scare quote, title, term, nickname",
        "The film “Ash” opens on Friday.",
        [],
        [],
    ),
    Case(
        "14c scare quote, title, term, nickname",
        "A man known as “Shorty” was arrested.",
        [],
        [],
    ),
    Case(
        "14d scare quote, title, term, nickname",
        "Juan “Chico” Mendez left the hall.",
        ["Mendez"],
        [],
    ),
    Case(
        "15 quotation inside a quotation",
        "“He told me ‘go home’ and I did,” she said.",
        [],
        [
            {"kind": "direct", "said": ["He told me ‘go home’ and I did,"], "speaker": "she"},
            {"kind": "direct", "said": ["go home"], "speaker": "He", "through": ["she"]},
        ],
    ),
    Case(
        "16a chains",
        "Mark Reed said Tom Cole had told Ana Ruiz he would help.",
        ["Mark Reed/m", "Tom Cole/m", "Ana Ruiz/f"],
        [
            {
                "kind": "indirect",
                "said": ["Tom Cole had told Ana Ruiz he would help"],
                "speaker": "Mark Reed",
                "name": "Mark Reed",
            },
            {
                "kind": "indirect",
                "said": ["he would help"],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "to": "Ana Ruiz",
                "through": ["Mark Reed"],
            },
        ],
    ),
    Case(
        "16b chains",
        "Mark Reed said Tom Cole had called the plan “a gift to no one.”",
        ["Mark Reed/m", "Tom Cole/m"],
        [
            {
                "kind": "indirect",
                "said": ["Tom Cole had called the plan “a gift to no one.”"],
                "speaker": "Mark Reed",
                "name": "Mark Reed",
            },
            {
                "kind": "mixed",
                "said": ["a gift to no one."],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "through": ["Mark Reed"],
                "clause": "the plan “a gift to no one.”",
            },
        ],
    ),
    Case(
        "16c chains",
        "The ministry was quoted by Interfax as saying the road was open.",
        [],
        [
            {"kind": "indirect", "said": ["the road was open"], "speaker": "The ministry", "through": ["Interfax"]},
        ],
    ),
    Case(
        "16d chains",
        "Interfax cited the ministry as saying the road was open.",
        [],
        [
            {"kind": "indirect", "said": ["the road was open"], "speaker": "the ministry", "through": ["Interfax"]},
        ],
    ),
    Case(
        "17a status",
        "Tom Cole did not say “never.”",
        ["Tom Cole/m"],
        [
            {
                "kind": "mixed",
                "said": ["never."],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "status": "not-said",
                "clause": "“never.”",
            },
        ],
    ),
    Case(
        "17b status",
        "Tom Cole declined to comment.",
        ["Tom Cole/m"],
        [
            {
                "kind": "indirect",
                "said": ["to comment"],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "status": "declined",
            },
        ],
    ),
    Case(
        "17c status",
        "Tom Cole asked whether the road was open.",
        ["Tom Cole/m"],
        [
            {
                "kind": "indirect",
                "said": ["whether the road was open"],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "status": "asked",
            },
        ],
    ),
    Case(
        "17d status",
        "Tom Cole denied that he had left.",
        ["Tom Cole/m"],
        [
            {
                "kind": "indirect",
                "said": ["he had left"],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "status": "denied",
            },
        ],
    ),
    Case(
        "18a according to, tag inside the clause",
        "The bridge is unsafe, according to Ana Ruiz.",
        ["Ana Ruiz/f"],
        [
            {"kind": "indirect", "said": ["The bridge is unsafe"], "speaker": "Ana Ruiz", "name": "Ana Ruiz"},
        ],
    ),
    Case(
        "18b according to, tag inside the clause",
        "According to Ana Ruiz, the bridge is unsafe.",
        ["Ana Ruiz/f"],
        [
            {"kind": "indirect", "said": ["the bridge is unsafe"], "speaker": "Ana Ruiz", "name": "Ana Ruiz"},
        ],
    ),
    Case(
        "18c according to, tag inside the clause",
        "The strike, Weber said, will go on.",
        ["Weber"],
        [
            {"kind": "indirect", "said": ["The strike", "will go on"], "speaker": "Weber", "name": "Weber"},
        ],
    ),
    Case(
        "19a participles, relatives, shared subjects",
        "Tom Cole said the road was shut, adding that “nobody should drive.”",
        ["Tom Cole/m"],
        [
            {"kind": "indirect", "said": ["the road was shut"], "speaker": "Tom Cole", "name": "Tom Cole"},
            {
                "kind": "mixed",
                "said": ["nobody should drive."],
                "speaker": "Tom Cole",
                "name": "Tom Cole",
                "clause": "“nobody should drive.”",
            },
        ],
    ),
    Case(
        "19b participles, relatives, shared subjects",
        "The talks failed, said Weber, who called them “a waste of time.”",
        ["Weber"],
        [
            {"kind": "indirect", "said": ["The talks failed"], "speaker": "Weber", "name": "Weber"},
            {
                "kind": "mixed",
                "said": ["a waste of time."],
                "speaker": "Weber, who",
                "name": "Weber",
                "clause": "them “a waste of time.”",
            },
        ],
    ),
    Case(
        "19c participles, relatives, shared subjects",
        "Weber opened the meeting and said: “We start now.”",
        ["Weber"],
        [
            {"kind": "direct", "said": ["We start now."], "speaker": "Weber", "name": "Weber"},
        ],
    ),
    Case(
        "20a headlines",
        "Minister: ‘We will not wait’",
        [],
        [
            {"kind": "direct", "said": ["We will not wait"], "speaker": "Minister"},
        ],
        kinds={0: "title"},
    ),
    Case(
        "20b headlines",
        "Cole hails ‘good’ call with Ruiz",
        ["Cole", "Ruiz"],
        [
            {"kind": "mixed", "said": ["good"], "speaker": "Cole", "name": "Cole", "clause": "‘good’ call with Ruiz"},
        ],
        kinds={0: "title"},
    ),
    Case(
        "20c headlines",
        "Ruiz: ‘We will not wait’",
        ["Ruiz"],
        [
            {"kind": "direct", "said": ["We will not wait"], "speaker": "Ruiz", "name": "Ruiz"},
        ],
        kinds={0: "title"},
    ),
    Case(
        "21a channel and listener",
        "“We did it,” Ana Ruiz wrote on X.",
        ["Ana Ruiz/f"],
        [
            {"kind": "direct", "said": ["We did it,"], "speaker": "Ana Ruiz", "name": "Ana Ruiz", "channel": "X"},
        ],
    ),
    Case(
        "21b channel and listener",
        "Ana Ruiz said in a statement that the port would stay open.",
        ["Ana Ruiz/f"],
        [
            {
                "kind": "indirect",
                "said": ["the port would stay open"],
                "speaker": "Ana Ruiz",
                "name": "Ana Ruiz",
                "channel": "statement",
            },
        ],
    ),
    Case(
        "21c channel and listener",
        "Ana Ruiz told the Harbour Times: “We stay.”",
        ["Ana Ruiz/f"],
        [
            {
                "kind": "direct",
                "said": ["We stay."],
                "speaker": "Ana Ruiz",
                "name": "Ana Ruiz",
                "channel": "Harbour Times",
                "to": "the Harbour Times",
            },
        ],
    ),
    Case(
        "21d channel and listener",
        "“We stay,” she told reporters at a news conference.",
        [],
        [
            {
                "kind": "direct",
                "said": ["We stay,"],
                "speaker": "she",
                "channel": "press conference",
                "to": "reporters at a news conference",
            },
        ],
    ),
    Case(
        "22 brackets and ellipsis",
        "“[The law] is dead … and gone,” said Ana Ruiz.",
        ["Ana Ruiz/f"],
        [
            {"kind": "direct", "said": ["[The law] is dead … and gone,"], "speaker": "Ana Ruiz", "name": "Ana Ruiz"},
        ],
    ),
    Case(
        "22b brackets and ellipsis",
        "Ana Ruiz said “[the law] is dead.”",
        ["Ana Ruiz/f"],
        [
            {
                "kind": "mixed",
                "said": ["[the law] is dead."],
                "speaker": "Ana Ruiz",
                "name": "Ana Ruiz",
                "clause": "“[the law] is dead.”",
            },
        ],
    ),
    Case(
        "23 first person",
        "By Ana Ruiz\nI think that the port should stay open.",
        ["Ana Ruiz/f"],
        [
            {"kind": "indirect", "said": ["the port should stay open"], "speaker": "I"},
        ],
        kinds={0: "byline"},
    ),
    Case(
        "24 teasers",
        "Also read: ‘Very much on track’: Cole, Ruiz hold call",
        ["Cole", "Ruiz"],
        [
            {"kind": "mixed", "said": ["Very much on track"]},
        ],
        kinds={0: "teaser"},
    ),
    Case(
        "24b teasers",
        "Also read: Cole says talks will go on",
        ["Cole"],
        [],
        kinds={0: "teaser"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_gives_exactly_these_records(case: Case) -> None:
    marks = read(case.text, *case.names, kinds=case.kinds)
    assert [record(case.text, mark) for mark in marks] == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_span_is_inside_the_text_and_holds_something(case: Case) -> None:
    for mark in read(case.text, *case.names, kinds=case.kinds):
        spans = [*mark.content, *mark.through, *(s for s in (mark.speaker, mark.cue, mark.clause, mark.addressee) if s)]
        assert all(0 <= span.start < span.end <= len(case.text) for span in spans)
        assert 0.0 <= mark.confidence <= 1.0


def test_a_role_takes_the_name_whose_title_has_its_words() -> None:
    text = "Kenyan President Ruth Otieno arrived.\n“We will win,” the Kenyan leader said."
    title = re.search("Kenyan President", text)
    name = re.search("Ruth Otieno", text)
    assert title and name
    otieno = Mention(Span(*name.span()), "person", "Ruth Otieno", label=Span(*title.span()), gender="f")
    (mark,) = read(text, labels=(otieno,))
    assert (mark.speaker_name, mark.speaker and mark.speaker.of(text)) == ("Ruth Otieno", "the Kenyan leader")


def test_two_presidents_leave_the_role_open() -> None:
    text = "President Ruth Otieno met President Jan Lipa.\n“We will win,” the president said."
    people = []
    for label, full in (("President", "Ruth Otieno"), ("President", "Jan Lipa")):
        at = text.index(f"{label} {full}")
        name = Span(at + len(label) + 1, at + len(label) + 1 + len(full))
        people.append(Mention(name, "person", full, label=Span(at, at + len(label))))
    (mark,) = read(text, labels=tuple(people))
    assert mark.speaker_name is None


def test_two_methods_agree_on_a_plain_tag_and_say_so() -> None:
    (mark,) = read("“We are late,” said Ana Ruiz.", "Ana Ruiz/f")
    assert mark.confidence == 0.9


def test_headlines_and_teasers_are_never_sure() -> None:
    for kind, ceiling in (("title", 0.5), ("teaser", 0.2)):
        marks = read("Ruiz: ‘We will not wait’", "Ruiz", kinds={0: kind})  # type: ignore[dict-item]
        assert [m.confidence <= ceiling for m in marks] == [True]


def test_place_is_the_kind_of_block() -> None:
    text = "Ruiz says ‘no’ to port\n“No,” said Ana Ruiz."
    assert [m.place for m in read(text, "Ana Ruiz", kinds={0: "title"})] == ["title", "body"]
