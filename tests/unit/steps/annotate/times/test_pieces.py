import pytest

from rashomon.steps.annotate.times.pieces import PIECE, digit_classes
from rashomon.steps.annotate.times.rules import grammar


def kinds(text: str) -> list[tuple[str, str]]:
    return [(m[0], m.lastgroup or "") for m in PIECE.finditer(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2025-03-18", "iso"),
        ("2025-03-18T16:38", "iso"),
        ("22/04/2024", "numdate"),
        ("22.04.24", "numdate"),
        ("2024/4/22", "numdate"),
        ("16:38", "clock"),
        ("4:38:20", "clock"),
        ("1970s", "decade"),
        ("80s", "decade"),
        ("22nd", "orddigit"),
        ("p.m.", "ampm"),
        ("AM", "ampm"),
        ("1,250", "float"),
        ("2.5", "float"),
        ("S-300", "junk"),
        ("100m", "junk"),
        ("1234567", "junk"),
        ("10.0.0.1", "junk"),
        ("17", "digits"),
        ("March", "word"),
        ("élan", "word"),
        ("-", "mark"),
    ],
)
def test_kinds_of_pieces(text: str, kind: str) -> None:
    assert kinds(text) == [(text, kind)]


def test_an_hour_glued_to_its_half_day_is_two_pieces() -> None:
    assert kinds("2pm") == [("2", "digits"), ("pm", "ampm")]
    assert kinds("4:38pm") == [("4:38", "clock"), ("pm", "ampm")]


def test_scores_and_telephone_numbers_are_no_clock_times() -> None:
    assert [k for _, k in kinds("3:2")] == ["digits", "mark", "digits"]
    assert "clock" not in [k for _, k in kinds("12:345")]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("0", {"DIGITS", "NUM", "HOUR"}),
        ("12", {"DIGITS", "NUM", "HOUR", "DAYNO", "SHORTYEAR"}),
        ("31", {"DIGITS", "NUM", "DAYNO", "SHORTYEAR"}),
        ("99", {"DIGITS", "NUM", "SHORTYEAR"}),
        ("500", {"DIGITS", "NUM"}),
        ("2025", {"DIGITS", "NUM", "YEAR"}),
        ("2500", {"DIGITS", "NUM"}),
        ("1234567", {"PLAIN"}),
        ("٣", {"PLAIN"}),
    ],
)
def test_classes_of_digits(word: str, names: set[str]) -> None:
    assert digit_classes(word) == names


def test_offsets_are_those_of_the_article() -> None:
    text = "Alba. On March 3."
    pieces = grammar().alphabet.cut(text, 6, len(text))
    assert [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)] == pieces.words
    assert pieces.words == ["On", "March", "3", "."]
    assert len(pieces.codes) == 4


def test_months_need_their_capital() -> None:
    alphabet = grammar().alphabet
    assert alphabet.cut("March", 0, 5).codes in alphabet.members("MONTH")
    assert alphabet.cut("march", 0, 5).codes not in alphabet.members("MONTH")
    assert alphabet.cut("MARCH", 0, 5).codes in alphabet.members("MONTH")
