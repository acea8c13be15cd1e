"""Cuts a paragraph into pieces and gives each the letter of its class, so that rules can be matched as short patterns.

A piece is a word, a number, a written date or clock time, or one mark. Its class letter stands for the set of classes
the calendar and the rules know it by ("May" is a month, "second" a unit and an ordinal, "18:00" a clock time); words
nobody asks for share one letter. Only looks are judged here; what a piece means is for the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PIECE = re.compile(
    r"""(?=\S)(?:
        (?P<word>(?![AaPp]\.?\s?[Mm]\b|[A-Z]{1,4}-\d)[^\W\d_]+)
      | (?P<mark>[^\w\s])
      | (?P<iso>(?<![\w.-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-]))
      | (?P<numdate>(?<![\w./-])(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)|\d{4}[/.]\d{1,2}[/.]\d{1,2})(?![\w/]|[.]\d))
      | (?P<clock>(?<![\w.:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d|:|[^\W\d_](?<![AaPp]))
          | (?<![\w.:])[01]?\d\.[0-5]\d(?=\s?[AaPp]\.?[Mm]\b))
      | (?P<decade>(?<!\w)(?:\d{4}|[2-9]\d)['’]?s\b)
      | (?P<orddigit>(?<!\w)\d{1,3}(?:st|nd|rd|th)\b)
      | (?P<ampm>[AaPp](?:\.\s?[Mm]\.|\.?[Mm]\b))
      | (?P<junk>(?<!\w)(?:[A-Z]{1,4}-\d\w*|\d+(?!['’]?[AaPp]\.?[Mm]\b)(?:[^\W\d_]\w*|\.\d+\.[\d.]*)|\d{7,}))
      | (?P<float>\d+(?:,\d{3})+(?:\.\d+)?|\d+[.]\d+)
      | (?P<digits>\d+)
      | (?P<rest>\w))""",
    re.VERBOSE,
)
DASHES = frozenset("-–—‑‒")
QUOTES = {"’": "'", "‘": "'"}


PLAIN = frozenset({"PLAIN"})
NAMELIKE = frozenset({"NAMELIKE"})
KINDS = {
    "iso": frozenset({"ISO"}),
    "numdate": frozenset({"NUMDATE"}),
    "clock": frozenset({"CLOCK"}),
    "decade": frozenset({"DECADE"}),
    "orddigit": frozenset({"ORDDIGIT", "DAYNO"}),
    "ampm": frozenset({"AMPM"}),
    "junk": PLAIN,
    "rest": PLAIN,
    "float": frozenset({"NUM"}),
}


@dataclass(slots=True)
class Pieces:
    """The pieces of one paragraph; `codes[n]` is the class letter of `words[n]`, offsets are those of the article."""

    codes: str = ""
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


class Alphabet:
    """One letter for each set of classes that a word can have."""

    def __init__(self) -> None:
        self.classes: dict[str, set[str]] = {}
        self._letters: dict[frozenset[str], str] = {}
        self.of: dict[str, str] = {}
        self.plain = self.letter(PLAIN)
        self.namelike = self.letter(NAMELIKE)

    def add(self, word: str, name: str) -> None:
        """Let `word` (as written, or lower-case for any writing) belong to class `name`."""
        self.classes.setdefault(word, set()).add(name)

    def letter(self, names: frozenset[str]) -> str:
        """The letter of a set of classes, made when it is new."""
        return self._letters.setdefault(names, chr(0xE000 + len(self._letters)))

    def close(self) -> None:
        """Fix the letters; every lower-case word is also known capitalised and in capitals."""
        forms: dict[str, set[str]] = {}
        for word, names in self.classes.items():
            spellings = (word, word.capitalize(), word.upper()) if word == word.lower() else (word, word.upper())
            for spelling in dict.fromkeys(spellings):
                forms.setdefault(spelling, set()).update(names)
        self.of = {word: self.letter(frozenset(names)) for word, names in forms.items()}

    def members(self, name: str) -> str:
        """All letters whose set has class `name`."""
        return "".join(letter for names, letter in self._letters.items() if name in names)

    def known(self) -> frozenset[str]:
        """All letters there are."""
        return frozenset(self._letters.values())

    def cut(self, text: str, start: int, end: int) -> Pieces:
        """The pieces of `text[start:end]`."""
        pieces, letters = Pieces(), []
        words, starts, ends, known = pieces.words, pieces.starts, pieces.ends, self.of
        for found in PIECE.finditer(text, start, end):
            word = found[0]
            first, last = found.span()
            letters.append(known.get(word) or self._other(found.lastgroup or "mark", word))
            words.append(word)
            starts.append(first)
            ends.append(last)
        pieces.codes = "".join(letters)
        return pieces

    def _other(self, kind: str, word: str) -> str:
        """The letter of a number, a mark or a word that no list has."""
        if kind == "word":
            return self.namelike if word[0].isupper() else self.plain
        if kind == "mark":
            mark = QUOTES.get(word, "-" if word in DASHES else word)
            return self.of.get(mark, self.plain)
        if kind == "digits":
            return self.letter(digit_classes(word))
        return self.letter(KINDS[kind])


def digit_classes(word: str) -> frozenset[str]:
    """What a run of digits can be: a day, an hour, a year, a plain number."""
    if len(word) > 6 or not word.isascii():
        return PLAIN
    names, value = {"DIGITS", "NUM"}, int(word)
    if len(word) <= 2:
        if 1 <= value <= 31:
            names.add("DAYNO")
        if value <= 24:
            names.add("HOUR")
        if len(word) == 2:
            names.add("SHORTYEAR")
    if len(word) == 4 and 1000 <= value <= 2199:
        names.add("YEAR")
    return frozenset(names)


def digit_sets() -> list[frozenset[str]]:
    """Every set that `digit_classes` can give, so that all letters exist before rules are compiled."""
    samples = ("0", "00", "1", "01", "24", "25", "31", "32", "99", "500", "1900", "9999")
    return [digit_classes(s) for s in samples]
