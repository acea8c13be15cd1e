from itertools import pairwise

import pytest

from rashomon.text.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Vell met Gen. Orrin and Dr. A. Smith.", "They talked."],
        ["J. K. Orrin wrote to John F. Ostley.", "He replied."],
        ["He came from the U.S. President Orrin said.", "It rained."],
        ["He lives in the U.S.", "The visit was short."],
        ["He lives in the U.S.", "“We know,” she said."],
        ["It began at 5 p.m. Tuesday in St. Ardo.", "Then it ended."],
        ["It began at 5 p.m.", "The crowd left."],
        ["It began at 5pm.", "Orrin left."],
        ["On Jan. 3 he paid $3.5m.", "On Feb. 4 he left."],
        ["See No. 5 and Fig. 3.", "He said no.", "Five came."],
        ["Acme Inc. and Borel Corp. merged.", "It is Acme Corp.", "The deal closed."],
        ['"We won."', "The crowd cheered."],
        ["“We won.”", "The crowd cheered."],
        ["He left (or so he said.)", "Nobody saw."],
        ['"Really?" Orrin asked.', '"Why?"', "He left."],
        ['"Really?" he asked.', "Yes!", "No?!", "Well."],
        ['"We came.', "We saw.", 'We left."', "He sat down."],
        ["ARDO, Pa. (ONA) - A boat sank.", "Snr. Comr. Vell said so."],
        ["He paused...", "Then he spoke."],
        ["“I… I know,” he said.", "So it was."],
        ["1. First of all.", "It works."],
        ["• Talks go on.", "5 people came."],
        ["It is so.[2]", "The rest is known."],
        ["Ostia falls silent as talks end"],
        ["prices e.g. of tea, i.e. leaves, rose vs. last year."],
        ["Vitamin C.", "The rest."],
        ["It rose 3.5 to 1.000 at ostia.com today."],
        ["Он ушёл.", "Она осталась."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We have reached."The deal was near.', ['"We have reached."', "The deal was near."]),
        ('"He is in Ostia."Vell then left.', ['"He is in Ostia."', "Vell then left."]),
        ("She had reached.The next day came.", ["She had reached.", "The next day came."]),
        ('She had left."We know," he said.', ["She had left.", '"We know," he said.']),
        ("“It ended.”The crowd left.", ["“It ended.”", "The crowd left."]),
        ("It is his duty.Commenting on it, he left.", ["It is his duty.", "Commenting on it, he left."]),
        ("“Why?” He said no.", ["“Why?”", "He said no."]),
        ("Read Ostia.Com today.", ["Read Ostia.Com today."]),
        ("At https://x.example/Abc.Then/def now.", ["At https://x.example/Abc.Then/def now."]),
        ("The U.S.The end", ["The U.S.The end"]),
    ],
)
def test_sentences_that_touch(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_late_closing_mark_belongs_to_the_sentence() -> None:
    assert cut("“It ended. ” The crowd left.") == ["“It ended. ”", "The crowd left."]
    assert cut('"It ended. " The crowd left.') == ['"It ended. "', "The crowd left."]


def test_spans_are_of_the_whole_text_without_outer_space() -> None:
    text = "Zero.   One here. Two there.  "
    spans = split_sentences(text, 5, len(text))
    assert [(span.start, span.end) for span in spans] == [(8, 17), (18, 28)]


def test_nothing_gives_nothing() -> None:
    assert split_sentences("", 0, 0) == []
    assert split_sentences("   ", 0, 3) == []


@pytest.mark.parametrize(
    "piece", [". ", ".", '"', "a. ", "A.", "?! ", ").", "Mr. ", "… ", "\u202e.", "[1]", '."A', " "]
)
def test_long_hostile_lines_are_read(piece: str) -> None:
    text = piece * 20_000
    spans = split_sentences(text, 0, len(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
