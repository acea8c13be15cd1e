"""Names in other scripts, written with Latin letters so that they can be compared.

Decides letter by letter on the tables of `lexicons/en/scripts.toml`: Cyrillic, Greek, Georgian, Armenian, Arabic,
Hebrew, Hangul and the Chinese characters that are frequent in names. A character that no table has stays as it is, so
such a name equals only itself. Arabic and Hebrew leave vowels out: `bones` gives what is left to compare.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rashomon.text.lexicon import lexicon
from rashomon.text.names.fold import fold
from rashomon.text.names.keys import key

OTHER = re.compile(r"[\u0370-\u05ff\u0600-\u06ff\u10a0-\u10ff\u1100-\u11ff\u3400-\u9fff\uac00-\ud7af]")
UKRAINIAN = re.compile(r"[іїєґ]")
ABJAD = re.compile(r"[\u0590-\u06ff]")
HANGUL = re.compile(r"[\uac00-\ud7af]+")
HAN = re.compile(r"[\u3400-\u9fff]+")
SOFT = re.compile(r"[aeiouyvw]|h$")
TWICE = re.compile(r"(.)\1+")
VOICED = str.maketrans("gqcdbzjl", "kkktpsxr")


@cache
def letters(name: str) -> dict[str, str]:
    """Letter (or two letters) → Latin letters, of the script called `name`."""
    cells = lexicon("scripts")["letters"][name].split()
    return {a: "" if b == "-" else b for a, b in zip(cells[::2], cells[1::2], strict=True)}


@cache
def _table(ukrainian: bool) -> dict[str, str]:
    names = ("cyrillic", "greek", "georgian", "armenian", "arabic", "hebrew", *(("ukrainian",) if ukrainian else ()))
    return {a: b for name in names for a, b in letters(name).items()}


@cache
def _pinyin() -> dict[str, str]:
    tables = lexicon("scripts")
    out = {char: syllable for syllable, chars in tables["pinyin"].items() for char in chars}
    return out | {pair: name for name, pairs in tables["compounds"].items() for pair in pairs}


def is_abjad(name: str) -> bool:
    """True for a name in a script that leaves short vowels out."""
    return ABJAD.search(name) is not None


def is_hangul(name: str) -> bool:
    """True for a name in Korean letters."""
    return HANGUL.search(name) is not None


@lru_cache(maxsize=4096)
def romanise(name: str) -> str:
    """`name` with Latin letters, each word with a capital in front; a name in Latin letters stays as it is."""
    if name.isascii() or not OTHER.search(name):
        return name
    name = unicodedata.normalize("NFC", name)
    name = HAN.sub(lambda hit: _chinese(hit[0]), HANGUL.sub(lambda hit: _korean(hit[0]), name))
    words = (_spelled(word) for word in name.split())
    return " ".join(word for word in words if word)


def _spelled(word: str) -> str:
    if not OTHER.search(word):
        return word
    upper = word.isupper() and len(word) > 1
    low = word.lower()
    if ABJAD.search(low):
        low = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
        head = "al-" if low.startswith("ال") and len(low) > 4 else ""
        return head + _letters(low[2:] if head else low, False).capitalize()
    plain = "".join(c for c in unicodedata.normalize("NFD", low) if c != "\u0301" and c != "\u0308")
    low = unicodedata.normalize("NFC", plain) if "\u0370" <= low[0] < "\u0400" else low
    out = _letters(low, UKRAINIAN.search(low) is not None)
    return out.upper() if upper else out.capitalize()


def _letters(low: str, ukrainian: bool) -> str:
    table, out, n = _table(ukrainian), [], 0
    while n < len(low):
        pair = table.get(low[n : n + 2]) if n + 1 < len(low) else None
        out.append(pair if pair is not None else table.get(low[n], low[n]))
        n += 2 if pair is not None else 1
    return "".join(out)


def _korean(text: str) -> str:
    """Family name and given name, as in "Park Minjun"."""
    told = lexicon("scripts")["hangul"]
    cells = told["families"].split()
    families = dict(zip(cells[::2], cells[1::2], strict=True))
    whole = text[0] in families and 2 <= len(text) <= 4
    head = families[text[0]].capitalize() + " " if whole else ""
    parts = [told[place].split() for place in ("first", "vowel", "last")]
    out = ""
    for char in text[1:] if whole else text:
        number = ord(char) - 0xAC00
        if number > 11171:
            return text
        places = (number // 588, number % 588 // 28, number % 28)
        out += "".join(part[n] for part, n in zip(parts, places, strict=True) if part[n] != "-")
    return f" {head}{out.capitalize()} "


def _chinese(text: str) -> str:
    """Family name and given name in pinyin; the text as it is when a character is not known."""
    table = _pinyin()
    size = 2 if len(text) > 2 and text[:2] in table else 1
    if len(text) > 4 or any(c not in table for c in text[size:]) or text[:size] not in table:
        return text
    given = "".join(table[c] for c in text[size:])
    return f" {table[text[:size]].capitalize()} {given.capitalize()} ".replace("ü", "u")


@lru_cache(maxsize=8192)
def bones(word: str) -> str:
    """The consonants of a word, without those that some romanisations write as vowels."""
    plain = fold(word)
    for head in ("al-", "el-", "al ", "el "):
        plain = plain.removeprefix(head)
    return TWICE.sub(r"\1", SOFT.sub("", key(plain.replace("-", "").replace("dj", "g").replace("j", "g"))))


@lru_cache(maxsize=8192)
def korean_bones(name: str) -> str:
    """The consonants of a Korean name with one letter for the sounds that its romanisations write by two."""
    plain = fold(name).replace("-", "").replace("ch", "j").replace("sh", "s").replace("park", "pak")
    plain = plain.replace("lee", "yi").replace("roh", "no")
    return TWICE.sub(r"\1", re.sub(r"[aeiouyw\s]", "", plain).translate(VOICED))
