"""Reads numbers as news writes them: digits, words, fractions and orders of magnitude.

Decides on the characters and `lexicons/en/numbers.toml` alone where a number begins, where it ends and what it is
worth: "1,250", "2.5 million", "two and a half million", "three quarters", "half a dozen", "dozens". It does not say
what is counted, nor whether the number is a figure at all (a year, a model name): that is for its callers. A run of
digits that is no well-formed number ("1,2,3", "3,5", "192.168.0.1") and one longer than `MAX_DIGITS` is skipped: what
it means is left open, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.text.lexicon import lexicon

MAX_DIGITS = 21
"""Longer runs of digits are identifiers or noise."""
MAX_VALUE = 1e24

Form = Literal["digits", "words", "fraction", "vague"]

_GAP = r"(?:\s{1,3}|\s?-\s?)"
_RUN = re.compile(r"\.?\d(?:[\d.,]|[\u00a0\u202f\u2009](?=\d{3}))*")
_GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:\.\d+)?|\.\d+")
_THOUSANDS = re.compile(r" 000(?: 000)*(?![\d,.]\d|\d)")
_JOINT = re.compile(r"(?:\s{1,3}|-|\s-\s)(and[\s-]{1,3})?(?=[A-Za-z])", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_POWER = re.compile(r"\s?[x×]\s?10\s?\^?\s?([-−–]?\d{1,2})(?!\d)|[eE]([-+]?\d{1,2})(?![\w])")
_SLASHED = re.compile(r"\s?[/⁄]\s?(\d{1,4})(?![\d/⁄])")
_GLYPHS = {
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "⅕": 0.2,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 128, 1000})
_AND_A_HALF = re.compile(r"[\s-]and[\s-](?:an?|one)[\s-](half|quarter|third)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban?[\s-]$", re.IGNORECASE)
_A = re.compile(r"[\s-]an?\s+", re.IGNORECASE)
_OF_A = re.compile(r"\s+of\s+an?\s+([A-Za-z]+)", re.IGNORECASE)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_PART_FOLLOWS = re.compile(r"\s+(?:of|an?|the|its|their|his|her|our|all|that|those|these)\b|\s+[A-Z0-9]", re.ASCII)
_TENS_OF = re.compile(r"\s+of\s+(thousands|millions|billions|trillions)\b", re.IGNORECASE)
_ONE_IN = re.compile(r"\s(?:in|out of)\s(?:every\s)?(?:(\d{1,3}|1,?000)(?![\d.,:]*\d)|([a-z]+)\b)", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z]+)[\s-]*$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: characters `[start, end)`, what it is worth and how it is written.

    `low` and `high` differ from `value` only for orders of magnitude, whose `value` is the least their word allows.
    `scaled` is the power of its last scale word (1000000 for "2.5 million"), 1 without one.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    form: Form
    scaled: int = 1


@dataclass(frozen=True, slots=True)
class _Lexicon:
    cardinals: dict[str, int]
    scales: dict[str, int]
    fractions: dict[str, int]
    vague: dict[str, int]
    pairs: dict[str, int]
    ordinals: frozenset[str]
    no_part: frozenset[str]
    of_many: re.Pattern[str]
    scan: re.Pattern[str]
    scale: re.Pattern[str]


@cache
def _words(language: str = "en") -> _Lexicon:
    data = lexicon("numbers", language)
    starters = [*data["cardinals"], *data["scales"], *data["fractions"], *data["vague"], *data["pairs"]]
    alternatives = "|".join(sorted(starters, key=lambda w: (-len(w), w)))
    scales = "|".join(sorted(data["scales"], key=lambda w: (-len(w), w)))
    glyphs = "".join(_GLYPHS)
    return _Lexicon(
        data["cardinals"],
        data["scales"],
        data["fractions"],
        data["vague"],
        data["pairs"],
        frozenset(data["ordinals"]["words"]),
        frozenset(data["ordinals"]["not_a_part_after"]),
        re.compile(rf"[\s-](?:[a-z]+\s)?(?:{'|'.join(data['shares']['of'])})\b|\s(?!Minutes|Days|Hours)[A-Z][a-z]+s\b"),
        re.compile(rf"\.?\d|[{glyphs}]|\b(?:{alternatives})\b"),
        re.compile(rf"{_GAP}({scales})s?\b", re.IGNORECASE),
    )


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers of `text[start:end]`, in text order, without overlap."""
    known, stop = _words(), len(text) if end is None else end
    numbers: list[Number] = []
    folded, position = lowered(text, start, stop), start
    while match := known.scan.search(folded, position - start):
        first, at = match[0][-1], match.start() + start
        if first.isdigit() or first in _GLYPHS:
            found, position = _digits(text, at, stop, known)
        else:
            found, position = _spelt(text, match[0], at, stop, known, start)
        if found and abs(found.value) < MAX_VALUE:
            numbers.append(found)
    return numbers


@cache
def starters(language: str = "en") -> frozenset[str]:
    """Words that a number may begin with, with their singulars: a passage without them and without digits has none."""
    known = _words(language)
    words = {*known.cardinals, *known.scales, *known.fractions, *known.vague, *known.pairs}
    return frozenset(words | {w.removesuffix("s") for w in known.vague})


def lowered(text: str, start: int, stop: int) -> str:
    """`text[start:stop]` in lower case, character by character where lower case is longer ("İ")."""
    piece = text[start:stop]
    folded = piece.lower()
    return folded if len(folded) == len(piece) else "".join(c.lower() if len(c.lower()) == 1 else c for c in piece)


def _digits(text: str, start: int, stop: int, known: _Lexicon) -> tuple[Number | None, int]:
    """The number whose digits begin at `start`, and where to go on."""
    if text[start] in _GLYPHS:
        return _scaled(text, start, start + 1, _GLYPHS[text[start]], "fraction", stop, known)
    run = _RUN.match(text, start, stop)
    if run is None:
        return None, start + 1
    written = run[0].rstrip(".,")
    end = start + len(written)
    if len(written) > MAX_DIGITS + 8 or not _GROUPED.fullmatch(written) or (written[0] == "." and _inside(text, start)):
        return None, max(end, start + 1)
    plain = re.sub(r"[,\u00a0\u202f\u2009]", "", written)
    if len(plain.split(".")[0]) > MAX_DIGITS:
        return None, end
    if len(written) <= 3 and written.isdigit() and (more := _THOUSANDS.match(text, end, stop)):
        plain, end = plain + more[0].replace(" ", ""), more.end()
    value: float = float(plain) if "." in plain else int(plain)
    form: Form = "digits"
    if end < stop and text[end] in _GLYPHS:
        return _scaled(text, start, end + 1, value + _GLYPHS[text[end]], "fraction", stop, known)
    if (slash := _SLASHED.match(text, end, stop)) and "." not in plain and text[max(0, start - 1) : start] != "/":
        over = int(slash[1])
        if over not in _DENOMINATORS or value >= over or value == 0:
            return None, slash.end()
        value, end, form = value / over, slash.end(), "fraction"
    elif share := _one_in(text, end, value, stop, known):
        value, end, form = value / share[0], share[1], "fraction"
        return Number(start, end, value, value, value, form), end
    elif power := _POWER.match(text, end, stop):
        exponent = int((power[1] or power[2]).replace("−", "-").replace("–", "-"))
        value, end = (value * 10**exponent if abs(exponent) <= 24 else 0), power.end()
        return (Number(start, end, value, value, value, form) if value else None), end
    return _scaled(text, start, end, value, form, stop, known)


def _inside(text: str, start: int) -> bool:
    """True when a point before digits belongs to what stands left of it."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] == ".")


def _scaled(
    text: str, start: int, end: int, value: float, form: Form, stop: int, known: _Lexicon
) -> tuple[Number | None, int]:
    """`value` times the scale words that follow, plus "and a half"."""
    scaled = 1
    if half := _AND_A_HALF.match(text, end, stop):
        value, end = value + 1 / known.fractions[half[1].lower()], half.end()
    while scale := known.scale.match(text, end, stop):
        scaled *= known.scales[scale[1].lower()]
        end = scale.end()
        if scaled > MAX_VALUE:
            return None, end
    value = _whole(value * scaled)
    return Number(start, end, value, value, value, form, scaled), end


def _whole(value: float) -> float:
    """`value` without the dust of binary fractions: 1.1 million is 1100000."""
    rounded = round(value)
    return rounded if abs(value - rounded) < 1e-9 * max(1.0, abs(value)) and abs(value) >= 1 else value


def _spelt(text: str, word: str, start: int, stop: int, known: _Lexicon, begin: int) -> tuple[Number | None, int]:
    """The number whose first word is `word` at `start`, and where to go on."""
    end = start + len(word)
    article = _ARTICLE.search(text, max(begin, start - 5), start)
    opened = article.start() if article else start
    if word in known.vague:
        return _magnitude(text, start, end, word, stop, known)
    if word in known.fractions:
        return _part(text, opened, start, end, word, stop, known, begin)
    if word in known.pairs:
        follows = article and _OF.match(text, end, stop)
        number = Number(opened, end, 2, 2, 2, "words") if follows else None
        return number, end
    if word in known.scales and not article:
        return None, end
    value, end, scaled = _sum(text, start, end, word, stop, known)
    ordinal = _WORD.match(text, end + 1, stop) if end < stop and text[end] in "- " else None
    if ordinal and ordinal[0].lower() in known.ordinals and (text[end] == "-" or scaled > 1 or value % 10 == 0):
        fraction = known.fractions.get(ordinal[0].lower())
        if not (fraction and value == 1):
            return None, ordinal.end()
    if part := _parts(text, end, stop, known) or _one_in(text, end, value, stop, known):
        over, end = part
        value = value / over
        return Number(opened, end, value, value, value, "fraction"), end
    if half := _AND_A_HALF.match(text, end, stop):
        value, end = value + 1 / known.fractions[half[1].lower()], half.end()
        return _scaled(text, opened, end, value, "words", stop, known)
    value = _whole(value)
    return Number(opened if word in known.scales else start, end, value, value, value, "words", scaled), end


def _sum(text: str, start: int, end: int, word: str, stop: int, known: _Lexicon) -> tuple[float, int, int]:
    """Adds up cardinals and scale words from `word` on, as far as they make one number."""
    total, current, scaled = 0, 0, 1
    if word in known.scales:
        current, scaled = known.scales[word], known.scales[word]
    else:
        current = known.cardinals[word]
    while True:
        gap = _JOINT.match(text, end, stop)
        following = _WORD.match(text, gap.end(), stop) if gap else None
        if not gap or not following:
            break
        following_word = following[0].lower()
        if following_word in known.scales and not gap[1]:
            scale = known.scales[following_word]
            if not current and total:  # "two thousand million"
                total *= scale
            elif scale > current or scale == 12:
                current = (current or 1) * scale
            elif scale > 1 and current:
                break
            if scale >= 1000:
                total, current = total + current, 0
            scaled = max(scaled, scale)
        elif following_word in known.cardinals:
            adds = known.cardinals[following_word]
            if not _adds(current, total, adds, bool(gap[1]), scaled):
                break
            current += adds
        else:
            break
        end = following.end()
        if total > MAX_VALUE:
            break
    return total + current, end, scaled


def _adds(current: int, total: int, adds: int, joined: bool, scaled: int) -> bool:
    """True when a cardinal goes on the number: "twenty" + "two", "hundred and" + "five", not "four and" + "five"."""
    if joined and scaled == 1:
        return False
    if current == 0:
        return total > 0 and adds > 0
    if current % 100 == 0:
        return adds > 0
    return current % 100 in range(20, 100, 10) and 0 < adds < 10 and not joined


def _magnitude(text: str, start: int, end: int, word: str, stop: int, known: _Lexicon) -> tuple[Number | None, int]:
    """Read "dozens", "tens of thousands": from once to ten times the word."""
    low = known.vague[word]
    if more := _TENS_OF.match(text, end, stop):
        low, end = low * known.vague[more[1].lower()], more.end()
    elif word in ("tens", "scores") and not _OF.match(text, end, stop):
        return None, end
    return Number(start, end, low, low, low * 10, "vague", low), end


def _part(
    text: str, opened: int, start: int, end: int, word: str, stop: int, known: _Lexicon, begin: int
) -> tuple[Number | None, int]:
    """Read "half of", "a quarter", "half a million"; an ordinal or a period is none."""
    before = _LAST_WORD.search(text, max(begin, opened - 16), opened)
    if before and before[1].lower() in known.no_part:
        return None, end
    value = 1 / known.fractions[word]
    if (of := _OF_A.match(text, end, stop)) and (worth := known.scales.get(of[1].lower())):
        return _scaled(text, opened, of.end(), value * worth, "words", stop, known)
    if word in ("half", "quarter") and (article := _A.match(text, end, stop)):
        following = _WORD.match(text, article.end(), stop)
        if following and following[0].lower() in known.scales:
            value = value * known.scales[following[0].lower()]
            return _scaled(text, start, following.end(), value, "words", stop, known)
        if word == "half":
            return Number(start, end, value, value, value, "fraction"), end
    scale = known.scale.match(text, end, stop)
    if word in ("half", "quarter") and scale:
        return _scaled(text, opened, end, value, "words", stop, known)
    if word == "half" and (opened < start or _PART_FOLLOWS.match(text, end, stop)):
        return Number(opened, end, value, value, value, "fraction"), end
    if word != "halve" and opened < start and _OF.match(text, end, stop):
        return Number(opened, end, value, value, value, "fraction"), end
    return None, end


def _parts(text: str, end: int, stop: int, known: _Lexicon) -> tuple[int, int] | None:
    """The denominator that follows a numerator: "two" + "-thirds"; and where it ends."""
    if end >= stop or text[end] not in " -":
        return None
    word = _WORD.match(text, end + 1, stop)
    if not word:
        return None
    name = word[0].lower()
    over = known.fractions.get(name) or known.fractions.get(name.removesuffix("s"))
    if not over or (name == "half" and not _OF.match(text, word.end(), stop)):
        return None
    plural = name.endswith("s")
    if plural or text[end] == "-" or _OF.match(text, word.end(), stop):
        return over, word.end()
    return None


def _one_in(text: str, end: int, value: float, stop: int, known: _Lexicon) -> tuple[int, int] | None:
    """The "in five" of "one in five", of "two in five voters" and "8 out of 10"; and where it ends."""
    share = _ONE_IN.match(text, end, stop) if 1 <= value < 1000 else None
    if not share:
        return None
    over = int(share[1].replace(",", "")) if share[1] else known.cardinals.get(share[2].lower(), 0)
    if value > 1 and (value >= over or not float(value).is_integer()):
        return None
    if (
        value > 1
        and not ("out" in share[0].split() and over in (10, 100))
        and not known.of_many.match(text, share.end(), stop)
    ):
        return None  # "five in ten minutes"
    return (over, share.end()) if over > 1 else None
