"""Numbers that are no figures: years, dates, clock times, names of things, scores, phone numbers, list marks.

Decides on the characters around a number, its token's tag and `lexicons/en/designations.toml`. When a number can be
a name ("Model 3") as well as a count it is left out unless a unit, a hedge or a plural noun speaks for the count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import TimeMark
from rashomon.records.reading import Sentence, Words
from rashomon.steps.annotate.measures.counted import counted_noun, counts
from rashomon.text.lexicon import lexicon
from rashomon.text.names.known import world
from rashomon.text.numbers import Number, lowered

_CLOCK = re.compile(
    r"\s?(?:[ap]\.?m\b\.?|o['’]clock|hrs\b|GMT\b|BST\b|EST\b|EDT\b|UTC\b)|:\d\d|\.\d\d\s?[ap]\.?m\b", re.IGNORECASE
)
_GLUED = re.compile(r"[A-Za-z_]|['’]s\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CHAIN = re.compile(r"[-–:/]\d")
_CHAIN_BEFORE = re.compile(r"\d[-–:/]$")
_LIST = re.compile(r"[.):]\s")
_PIECES = re.compile(r"[\s(\[\"'“‘,;:]")
_AFTER = re.compile(r"[\s-]?([^\s,.;:)\]\"”’]+)")
_TIED = re.compile(r"-([A-Za-z]+)\b")
_PREFIX = re.compile(r"([A-Za-z]+)-$")
_SPACED_PREFIX = re.compile(r"\b([A-Z]{1,4}) - $")
_PREFIXES = frozenset({"sub", "then", "now", "nearly", "almost", "about", "over"})
FIRST_WITHIN = 48
"""Characters from the start of a sentence in which its first word can end."""
_HOUR = re.compile(r"T\d\d:\d\d")
_LISTED = re.compile(r"\s*(?:,|,?\s(?:and|or|to|through)\s|&|[-–/])\s*")
_MEASURED = re.compile(r"\s?(?:%|percent|per\scent|million|billion|[ap]\.?m\b)")
_SIGNS = frozenset("#@_=&\\/^~§")


@dataclass(frozen=True, slots=True)
class _Names:
    before: frozenset[str]
    capital: frozenset[str]
    digits: frozenset[str]
    before_year: frozenset[str]
    thousands: frozenset[str]
    pronoun_before: frozenset[str]
    pronoun_after: frozenset[str]
    months: frozenset[str]
    tied_before: frozenset[str]
    tied_after: frozenset[str]
    idioms: re.Pattern[str]
    scores: frozenset[str]


@cache
def _names(language: str = "en") -> _Names:
    data = lexicon("designations", language)
    idioms = "|".join(re.escape(i) for i in sorted(data["idioms"], key=lambda i: (-len(i), i)))
    return _Names(
        frozenset(data["before"]) - frozenset(data["capital"]),
        frozenset(data["capital"]),
        frozenset(data["digits"]),
        frozenset(data["before_year"]),
        frozenset(data["counted_by_thousands"]),
        frozenset(data["pronoun_before"]),
        frozenset(data["pronoun_after"]),
        frozenset(data["months"]),
        frozenset(data["tied_before"]),
        frozenset(data["tied_after"]),
        re.compile(rf"(?<![\w-])(?:{idioms})(?![\w-])"),
        frozenset(data["scores"]),
    )


def idioms(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches of `text[start:end]` whose numbers are no figures ("one by one", "9/11")."""
    found = _names().idioms.finditer(lowered(text, start, end))
    return [(match.start() + start, match.end() + start) for match in found]


def dated(number: Number, times: list[TimeMark]) -> bool:
    """True when `number` stands inside a date or a clock time that is no length of time."""
    return any(mark.span.start <= number.start and number.end <= mark.span.end for mark in times)


def clocked(number: Number, times: list[TimeMark]) -> bool:
    """True when `number` stands in a clock time: "1100 hrs"."""
    return any(
        mark.type == "TIME" and mark.span.start <= number.start < mark.span.end and _HOUR.search(mark.value)
        for mark in times
    )


def glued(text: str, number: Number, floor: int, stop: int) -> bool:
    """True when letters or marks tie the digits to a name, a score, a clock time, a phone number or an ordinal."""
    start, end = number.start, number.end
    before = text[start - 1] if start > floor else ""
    if number.form != "digits":
        return False
    if before in _SIGNS or (before.isalpha()) or (before in (":", "(") and text[start - 2 : start - 1].isdigit()):
        return True
    if before in ("-", "–") and (
        _CHAIN_BEFORE.search(text, max(floor, start - 2), start) or _prefixed(text, start, floor)
    ):
        return True
    apart = _SPACED_PREFIX.search(text, max(floor, start - 8), start) if before == " " else None
    if apart and not world().names(apart[1]):
        return True  # "F - 16"; "the UK - 12 boats" has a dash
    if _CLOCK.match(text, end, stop) or _ORDINAL.match(text, end, stop):
        return True
    if _CHAIN.match(text, end, stop) or _GLUED.match(text, end, stop):
        return True
    return bool(start == floor and number.value < 100 and _LIST.match(text, end, stop))


def _prefixed(text: str, start: int, floor: int) -> bool:
    """True for the letters of "S-300" and "COVID-19", not for those of "sub-300"."""
    prefix = _PREFIX.search(text, max(floor, start - 16), start)
    return bool(prefix) and prefix[1].lower() not in _PREFIXES if prefix else False


def previous_word(text: str, start: int, floor: int) -> str:
    """The word right before `start`, as written; "" at the start or after a mark."""
    window = text[max(floor, start - 32) : start]
    word = window.rstrip(" \t\n\u00a0\u202f-")
    if len(word) == len(window):
        return ""
    pieces = _PIECES.split(word)
    return pieces[-1]


def next_word(text: str, end: int, stop: int) -> str:
    """The word right behind `end`, as written."""
    found = _AFTER.match(text, end, min(stop, end + 40))
    return found[1] if found else ""


def named(words: Words, number: Number, floor: int, noun: str | None, several: bool) -> bool:
    """True when the word before makes the number a name: "Section 4", "Route 66", "lap seven", "Apple Watch 5".

    `noun` is what would be counted, `several` whether more than one: "Lap 14 Bell" names a lap, "each day 3 boats" not.
    """
    text = words.text
    before = previous_word(text, number.start, floor)
    digits = number.form == "digits"
    counts = several and noun is not None and noun.islower()
    if before.lower() in _names().before:
        return True
    if designated(text, number, floor):
        return not counts or not (before[0].islower() or _first(words, number.start, floor, before))
    grouped = "," in text[number.start : number.end]
    if not before or not before[0].isupper() or (digits and number.value >= 10000) or grouped:
        return False
    if several or _first(words, number.start, floor, before):
        return False
    return digits and _proper(words, number.start)


def designated(text: str, number: Number, floor: int) -> bool:
    """True right behind a word that numbers a thing: "Section 4", "docket 14"."""
    known, before = _names(), previous_word(text, number.start, floor)
    plain = before.lower()
    return plain in known.before or (plain in known.capital and (before[0].isupper() or plain in known.digits))


def others_of(words: Words, numbers: list[Number], n: int, sentence: Sentence) -> int:
    """How many numbers from `numbers[n]` go on a list of designations: "Articles 2, 3 and 5 of the treaty"."""
    text, tokens, used = words.text, words.tokens, 0
    while n + used < len(numbers):
        number = numbers[n + used]
        if not _LISTED.fullmatch(text, numbers[n + used - 1].end, number.start):
            break
        noun = counted_noun(tokens, tokens.at(number.end), sentence.stop, number.value != 1)
        if (noun and counts(tokens, noun)) or _MEASURED.match(text, number.end):
            break
        used += 1
    return used


def tied(text: str, number: Number, floor: int, stop: int) -> bool:
    """True when a hyphen makes the number a rank or a repetition: "top-three finish", "four-time champion"."""
    before = _PREFIX.search(text, max(floor, number.start - 16), number.start)
    if before and before[1].lower() in _names().tied_before:
        return True
    after = _TIED.match(text, number.end, stop)
    return bool(after and after[1].lower() in _names().tied_after)


def _first(words: Words, start: int, floor: int, before: str) -> bool:
    """True when `before` is the first word of the stretch from `floor`: its capital tells nothing."""
    if start - floor > FIRST_WITHIN:
        return False
    return not words.text[floor:start].strip()[: -len(before)].strip() if before else True


def _proper(words: Words, start: int) -> bool:
    """True when the token before `start` is tagged as a name or not tagged at all."""
    n = words.tokens.at(start) - 1
    return n >= 0 and (words.tokens.tags[n] or "NNP").startswith("NNP")


def month_day(text: str, number: Number, floor: int, stop: int) -> bool:
    """True for a number beside the name of a month: "Dec. 28", "28 October"."""
    if number.form != "digits" or number.value > 31:
        return False
    before, after = previous_word(text, number.start, floor), next_word(text, number.end, stop)
    return any(w[:1].isupper() and w.lower().rstrip(".") in _names().months | {"may"} for w in (before, after))


def year(text: str, number: Number, floor: int, stop: int) -> bool:
    """True for a bare four-digit number that reads as a year."""
    if number.form != "digits" or number.end - number.start != 4 or not 1000 <= number.value < 2100:
        return False
    if not float(number.value).is_integer() or "." in text[number.start : number.end]:
        return False
    after = next_word(text, number.end, stop).lower()
    if after in _names().thousands:
        return previous_word(text, number.start, floor).lower() in ("in", "since", "the")
    before = previous_word(text, number.start, floor).lower().rstrip(".")
    return number.value >= 1900 or before in _names().before_year


def score(text: str, first: Number, second: Number, floor: int, stop: int) -> bool:
    """True when two numbers joined by a bare dash read as a result: "won 2-1"."""
    between = text[first.end : second.start]
    if between not in ("-", "–", "‑") or first.form != "digits" or second.form != "digits":
        return False
    if max(first.value, second.value) > 199:
        return False
    around = {
        w.lower() for w in re.findall(r"[A-Za-z]+", text[max(floor, first.start - 60) : min(stop, second.end + 40)])
    }
    return bool(around & _names().scores) or not next_word(text, second.end, stop)[:1].isalpha()


def pronoun(text: str, number: Number, floor: int, stop: int) -> bool:
    """True when "one" stands for a thing and does not count it."""
    if text[number.start : number.end].lower() != "one":
        return False
    known = _names()
    after = next_word(text, number.end, stop).lower()
    if previous_word(text, number.start, floor).lower() in known.pronoun_before:
        return True
    return not after or not after[0].isalpha() or after in known.pronoun_after
