"""`rashomon annotate` in process: every field of its answer, and every odd line in its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rashomon.records.article import Article
from rashomon.records.marks import Marks, Measure, Mention, QuoteMark, TimeMark
from rashomon.records.reading import Sentence, Tokens, Words
from rashomon.records.span import Span
from rashomon.run import filter as module
from rashomon.run.filter import annotate_lines, annotate_row
from rashomon.settings import Settings

TEXT = "Minister Vega told Halle on Tuesday that “we must close the lock”. It cost about 40 crowns."


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def pair(words: str) -> list[int]:
    return list(span(words))


def answer(row: Any) -> dict[str, Any]:
    ((found, ok),) = annotate_lines([json.dumps(row)])
    assert ok, found
    return found


def error(line: str) -> dict[str, Any]:
    ((found, ok),) = annotate_lines([line])
    assert not ok
    return found


MENTIONS = (
    Mention(span("Vega"), "person", "Ana Vega", label=span("Minister"), gender="f"),
    Mention(span("It"), "other", "It", "pronoun"),
    Mention(span("Halle"), "place", "Halle"),
    Mention(span("the lock"), "other", "the lock", "role"),
)
FULL = QuoteMark(
    "mixed",
    (span("we must"), span("close the lock")),
    speaker=span("Minister Vega"),
    speaker_name="Ana Vega",
    cue=span("told"),
    through=(span("Halle"),),
    channel="Harbour Radio",
    addressee=span("Halle"),
    status="denied",
    when="2031-05-06",
    confidence=0.87654,
    clause=span("that “we must close the lock”"),
)
BARE = QuoteMark("direct", (span("we must close the lock"),))


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Marks that are known beforehand; gives the articles that were to be annotated."""
    seen: list[Article] = []

    def annotate(article: Article, settings: Settings) -> Marks:
        seen.append(article)
        words = Words(article, (), (Sentence(0, 66, 0, 0, 0), Sentence(67, 91, 0, 0, 0)), Tokens())
        return Marks(
            words,
            MENTIONS,
            (TimeMark(span("Tuesday"), "DATE", "2031-05-06", "2031-05-05", "2031-05-06", "APPROX", "document"),),
            (Measure(span("about 40 crowns"), 40.0, 36.0, None, "crown", "about", "crown", span("It"), span("Vega")),),
            (FULL, BARE),
        )

    monkeypatch.setattr(module, "annotate", annotate)
    return seen


def test_an_answer_has_the_fields_of_the_contract(fixed: list[Article]) -> None:
    found = answer({"id": "x", "text": TEXT})
    assert list(found) == ["id", "language", "blocks", "sentences", "mentions", "quotes", "times", "measures"]
    assert (found["id"], found["language"]) == ("x", "en")
    assert found["blocks"] == [{"start": 0, "end": len(TEXT), "kind": "body"}]
    assert found["sentences"] == [[0, 66], [67, 91]]


def test_only_names_are_mentions(fixed: list[Article]) -> None:
    vega, halle = span("Vega"), span("Halle")
    assert answer({"text": TEXT})["mentions"] == [
        {"start": vega.start, "end": vega.end, "type": "person", "name": "Ana Vega"},
        {"start": halle.start, "end": halle.end, "type": "place", "name": "Halle"},
    ]


def test_every_field_of_a_quotation(fixed: list[Article]) -> None:
    first, second = answer({"text": TEXT})["quotes"]
    assert first == {
        "kind": "mixed",
        "content": [pair("we must"), pair("close the lock")],
        "clause": pair("that “we must close the lock”"),
        "speaker": pair("Minister Vega"),
        "speaker_name": "Ana Vega",
        "cue": pair("told"),
        "through": [pair("Halle")],
        "status": "denied",
        "channel": "Harbour Radio",
        "addressee": pair("Halle"),
        "when": "2031-05-06",
        "confidence": 0.877,
    }
    assert second == {
        "kind": "direct",
        "content": [pair("we must close the lock")],
        "clause": None,
        "speaker": None,
        "speaker_name": None,
        "cue": None,
        "through": [],
        "status": "said",
        "channel": None,
        "addressee": None,
        "when": None,
        "confidence": 0.0,
    }


def test_every_field_of_a_time_and_a_measure(fixed: list[Article]) -> None:
    found = answer({"text": TEXT})
    day, cost = span("Tuesday"), span("about 40 crowns")
    assert found["times"] == [
        {
            "start": day.start,
            "end": day.end,
            "type": "DATE",
            "value": "2031-05-06",
            "from": "2031-05-05",
            "to": "2031-05-06",
            "mod": "APPROX",
        }
    ]
    assert found["measures"] == [
        {
            "start": cost.start,
            "end": cost.end,
            "value": 40.0,
            "low": 36.0,
            "high": None,
            "unit": "crown",
            "modifier": "about",
            "counted": "crown",
        }
    ]


def test_what_the_line_says_reaches_the_article(fixed: list[Article]) -> None:
    answer({"id": 7, "text": TEXT, "date": "2031-05-06", "title": "Lock shut", "language": "da"})
    (article,) = fixed
    assert (article.id, article.path, article.text) == ("7", "7", TEXT)
    assert (article.published, article.published_from) == ("2031-05-06", "given")
    assert (article.title, article.language) == ("Lock shut", "da")


@pytest.mark.parametrize("odd", [5, 1.5, True, ["2031-05-06"], {"day": 1}, None])
@pytest.mark.parametrize("field", ["date", "title", "language"])
def test_a_field_that_is_no_text_is_as_good_as_missing(field: str, odd: Any) -> None:
    text = "The ferry ran aground off the quay on Tuesday, and nobody was hurt."
    assert answer({"id": "x", "text": text, field: odd}) == answer({"id": "x", "text": text})


@pytest.mark.parametrize("name", [0, 7, 1.5, "", "x", True, None, ["x"], {"a": 1}, "\u2028"])
def test_ids_come_back_as_they_are(name: Any) -> None:
    assert answer({"id": name, "text": "One ship sank."})["id"] == name
    assert error(json.dumps({"id": name}))["id"] == name


def test_a_line_without_an_id_is_answered_too() -> None:
    assert answer({"text": "One ship sank."})["id"] is None


@pytest.mark.parametrize("line", ["", "\n", "   \n", "{", "nul", '{"id": 1,}', "\ufeff{}", "[" * 200_000])
def test_a_line_that_is_not_json_says_so(line: str) -> None:
    found = error(line)
    assert list(found) == ["id", "error"]
    assert found["id"] is None
    assert found["error"].startswith("the line is not JSON: ")


@pytest.mark.parametrize(
    "line", ["null", "3", '"text"', "[]", "{}", '{"id": 1}', '{"text": null}', '{"text": 3}', '{"text": ["a"]}']
)
def test_a_line_without_a_text_says_what_it_needs(line: str) -> None:
    assert error(line)["error"] == "the line needs an object with a string field 'text'"


@pytest.mark.parametrize("half", ["\\ud800", "a\\udfffb", "\\ude00\\ud83d"])
def test_half_a_surrogate_pair_is_refused(half: str) -> None:
    found = error(f'{{"id": "x", "text": "{half}"}}')
    assert (found["id"], found["error"]) == (
        "x",
        "the field 'text' holds bytes that are no UTF-8, or half a surrogate pair",
    )


def test_a_whole_surrogate_pair_is_one_character() -> None:
    found = answer(json.loads('{"text": "\\ud83d\\udea2 sank."}'))
    assert found["sentences"] == [[0, 7]]


def test_bytes_that_are_no_utf8_are_refused_in_the_text() -> None:
    line = b'{"id": 1, "text": "caf\xe9"}'.decode("utf-8", "surrogateescape")
    assert "no UTF-8" in error(line)["error"]


def test_offsets_point_into_a_text_that_is_not_nfc() -> None:
    text = "Cafe\u0301 owner Ana Vega said: “We paid 40 dollars.”"
    found = answer({"text": text})
    assert [text[s:e] for q in found["quotes"] for s, e in q["content"]] == ["We paid 40 dollars."]
    assert [text[m["start"] : m["end"]] for m in found["measures"]] == ["40 dollars"]
    composed = answer({"text": text.replace("e\u0301", "é")})
    assert composed["measures"][0]["start"] == found["measures"][0]["start"] - 1


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\n\n"])
def test_offsets_point_into_a_text_with_any_line_ends(end: str) -> None:
    text = f"The lock was shut.{end}It cost 40 dollars.{end}"
    found = answer({"text": text})
    assert [text[m["start"] : m["end"]] for m in found["measures"]] == ["40 dollars"]
    assert [text[s:e] for s, e in found["sentences"]] == ["The lock was shut.", "It cost 40 dollars."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t \r\n"])
def test_a_text_of_nothing_has_nothing(text: str) -> None:
    assert answer({"id": "x", "text": text}) == {
        "id": "x",
        "language": None,
        "blocks": [],
        "sentences": [],
        "mentions": [],
        "quotes": [],
        "times": [],
        "measures": [],
    }


def test_a_huge_line_is_one_answer() -> None:
    text = "The lock of Merrow cost 40 dollars. " * 500
    found = answer({"text": text})
    assert len(found["sentences"]) == len(found["measures"]) == 500
    assert {text[m["start"] : m["end"]] for m in found["measures"]} == {"40 dollars"}


def test_lines_keep_step() -> None:
    lines = ['{"id": 1, "text": "One."}\n', "\n", '{"id": 2}\n', '{"id": 3, "text": "Three."}']
    answers = list(annotate_lines(lines))
    assert [(a["id"], ok) for a, ok in answers] == [(1, True), (None, False), (2, False), (3, True)]


def test_answers_come_while_lines_come() -> None:
    read: list[int] = []

    def lines() -> Any:
        for n in range(3):
            read.append(n)
            yield json.dumps({"id": n, "text": "One."})

    found = annotate_lines(lines())
    next(found)
    assert read == [0]


def test_a_defect_in_one_line_is_named_and_the_rest_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = module.annotate

    def fails(article: Article, settings: Settings) -> Marks:
        if article.id == "2":
            raise IndexError("list index out of range")
        return whole(article, settings)

    monkeypatch.setattr(module, "annotate", fails)
    answers = list(annotate_lines([json.dumps({"id": n, "text": "One."}) for n in (1, 2, 3)]))
    assert [ok for _, ok in answers] == [True, False, True]
    assert answers[1][0] == {"id": 2, "error": "IndexError: list index out of range; please report this defect"}


def test_settings_reach_the_annotators(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Settings] = []

    def annotate(article: Article, settings: Settings) -> Marks:
        seen.append(settings)
        return Marks(Words(article, (), (), Tokens()))

    monkeypatch.setattr(module, "annotate", annotate)
    wanted = Settings(tagger="other")
    list(annotate_lines(['{"text": "One."}'], wanted))
    annotate_row({"text": "One."})
    assert seen == [wanted, Settings()]


@pytest.mark.parametrize("row", [None, [], "text", 3, {}, {"text": b"bytes"}])
def test_a_row_without_a_text_is_a_value_error(row: Any) -> None:
    with pytest.raises(ValueError, match="string field 'text'"):
        annotate_row(row)


def test_the_blocks_of_a_report_with_a_title() -> None:
    text = "Lock of Merrow shut\n\nThe lock of Merrow was shut on Tuesday, the harbour office said."
    found = answer({"text": text, "title": "Lock of Merrow shut"})
    assert [(b["kind"], text[b["start"] : b["end"]]) for b in found["blocks"]] == [
        ("title", "Lock of Merrow shut"),
        ("body", "The lock of Merrow was shut on Tuesday, the harbour office said."),
    ]
