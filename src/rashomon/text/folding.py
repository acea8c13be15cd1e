"""Words made comparable: what stays of a passage when spelling, case, accents, marks and contractions do not count.

Decides that two words are the same word in different dress (colour / color, don't / do not, co-operate / cooperate,
ten / 10, Café / cafe) from the tables of `lexicons/<language>/spelling.toml`. It never decides that two different words
mean the same: "must" and "should" stay apart, and so do "U.S." and "United States". Every folded word keeps the
characters it comes from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.text.lexicon import lexicon

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|['’](?:em|cause)\b|[^\W_]+(?:['’][^\W\d_]+)*|[%$€£]")
HYPHENS = frozenset("-‐‑")
CURRENCY = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
VERB_NEXT = re.compile(r"\s(?:[^\W\d_]+ing|not|been|an?|the|very|too|so|no|still|already)\b")
"""What follows a word whose 's is "is" or "has": no possessive stands before it."""
COUNTRY = "us."  # "US" and "U.S." are one word, the pronoun "us" is another


class Folded(NamedTuple):
    """One comparable word: its `key`, and the characters `[start, end)` it stands for."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """The tables of one language, ready for look-up."""

    words: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    keep: int
    contractions: dict[str, tuple[str, ...]]
    contraction_endings: tuple[tuple[str, str], ...]
    contraction_is: frozenset[str]
    joined: frozenset[str]
    joined_words: frozenset[str]
    plain: frozenset[str]


@cache
def spelling(language: str = "en") -> Spelling:
    """The spelling tables of `language`; raises UsageError when it has none."""
    table = lexicon("spelling", language)
    return Spelling(
        words=table["words"] | table["numerals"],
        endings=tuple((old, new) for old, new in table["endings"]["pairs"]),
        keep=int(table["endings"]["keep"]),
        contractions={word: tuple(full.split()) for word, full in table["contractions"].items()},
        contraction_endings=tuple(table["contraction_endings"].items()),
        contraction_is=frozenset(table["contraction_is"]["words"]),
        joined=frozenset(table["joined_prefixes"]["words"]),
        joined_words=frozenset(table["joined_words"]["words"]),
        plain=frozenset(table["plain"]["words"]),
    )


def fold(text: str, start: int = 0, end: int | None = None, language: str = "en") -> list[Folded]:
    """The comparable words of `text[start:end]`, with offsets into `text`.

    A contraction gives several words with the same characters; a hyphen parts words except after a short prefix.
    """
    out: list[Folded] = []
    stop = len(text) if end is None else min(end, len(text))
    table = spelling(language)
    append, new = out.append, tuple.__new__  # the constructor of a named tuple takes twice as long
    for match in WORD.finditer(text, start, stop):
        begin, finish = match.span()
        keys = fold_word(match[0], language)
        if len(keys) == 1 and keys[0].endswith("'s") and VERB_NEXT.match(text, finish, stop):
            keys = (keys[0][:-2], "is")
        if out and (last := out[-1]).end == begin - 1:
            if last.key == "per" and keys == ("cent",):
                out[-1] = Folded("percent", last.start, finish)
                continue
            if text[begin - 1] in HYPHENS and _joins(last.key, keys[0], table):
                out[-1] = Folded(fold_word(last.key + keys[0], language)[0], last.start, finish)
                continue
        for key in keys:
            append(new(Folded, (key, begin, finish)))
    return out


@lru_cache(maxsize=4096)
def folded(text: str, language: str = "en") -> tuple[Folded, ...]:
    """`fold` of a whole text, remembered: for quotations and sentences, which are asked for again and again."""
    return tuple(fold(text, language=language))


@lru_cache(maxsize=8192)
def keys_of(text: str, language: str = "en") -> tuple[str, ...]:
    """The keys of `fold`, remembered."""
    return tuple([w.key for w in fold(text, language=language)])


def _joins(before: str, after: str, table: Spelling) -> bool:
    """Whether the two parts of a hyphenated word are compared as one word."""
    return before in table.joined or before + after in table.joined_words


@lru_cache(maxsize=50_000)
def fold_word(word: str, language: str = "en") -> tuple[str, ...]:
    """The keys of one word: usually one, several for a contraction."""
    table = spelling(language)
    if word in CURRENCY:
        return (CURRENCY[word],)
    if word[0].isdigit():
        return (word.replace(",", "").rstrip("."),)
    if "." in word or word == "US":
        letters = word.replace(".", "").casefold()
        return (COUNTRY if letters == "us" else letters,)
    plain = _bare(word)
    if plain in table.contractions:
        return table.contractions[plain]
    for ending, full in table.contraction_endings:
        if plain.endswith(ending) and len(plain) > len(ending):
            return (_respelt(plain[: -len(ending)], table), full)
    if plain.endswith("'s") and plain[:-2] in table.contraction_is:
        return (plain[:-2], "is")
    if plain.endswith("'s"):
        return (_respelt(plain[:-2], table) + "'s",)
    return (_respelt(plain, table),)


def _bare(word: str) -> str:
    """Lower case, straight apostrophes, no accents."""
    low = word.casefold().replace("’", "'")
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def _respelt(word: str, table: Spelling) -> str:
    known = table.words.get(word)
    if known:
        return known
    for old, new in table.endings:
        if word.endswith(old) and len(word) - len(old) >= table.keep:
            return word[: -len(old)] + new
    return word


def content(keys: Iterable[str], language: str = "en") -> list[str]:
    """The keys that carry meaning: neither articles, pronouns, auxiliaries nor verbs of saying."""
    plain = spelling(language).plain
    return [key for key in keys if key not in plain]


SUFFIXES = (
    "ational",
    "ations",
    "ation",
    "ements",
    "ement",
    "ments",
    "ment",
    "ings",
    "ing",
    "ied",
    "ies",
    "ed",
    "es",
    "ly",
    "s",
    "e",
)


@lru_cache(maxsize=50_000)
def stem(key: str) -> str:
    """A folded word without its ending, so that "rejecting", "rejected" and "rejects" meet; at least 4 letters stay."""
    word = key[:-2] if key.endswith("'s") else key
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4 and not (suffix == "s" and word.endswith("ss")):
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def stems(keys: Iterable[str], language: str = "en") -> frozenset[str]:
    """The stems of the keys that carry meaning."""
    return frozenset(stem(key) for key in content(keys, language))
