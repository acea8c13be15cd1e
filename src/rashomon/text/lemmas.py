"""The lemma of a word: the lower-case form a dictionary would list it under.

Decides by the tag: a table of irregular forms learnt from treebanks first, else rules for plurals, verb endings and
comparison. Words of other tags are their own lemma in lower case. It never looks at the neighbours of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from rashomon.text.lexicon import lexicon

FAMILY = {
    "NNS": "N", "NNPS": "N", "VB": "V", "VBD": "V", "VBG": "V", "VBN": "V", "VBP": "V", "VBZ": "V", "MD": "M",
    "JJR": "A", "JJS": "A", "RBR": "R", "RBS": "R",
}  # fmt: skip
VOWELS = "aeiou"
NEEDS_E = re.compile(
    r"(?:[^aeiou]l|[cvzu]|[^n]g|dg|rg|ng|[^aeiou]?[aeiouy]s|ns|rs|[iou]r|[^aeo][aiou]t|[^aeiou][aiu]d|[^aeiou]o[kdpt]|[aeio]k|[^aeiou][aiu]n|[^aeiou][aiuy]p|[^aeiou][aiou]m|[^aeiou][aiou]b|r[ai]l|th)$"
)
E_LESS = re.compile(
    r"(?:[^aeiou]ing|[aeiou][a-z]*(?:en|er|it|on|or|et|op|el|al|ol|ow|ew|aw|ish|ock|ick|ack)|[aeiou]{2}[^aeiouvczsg]|w|x|y)$"
)
LONG_L = re.compile(r"[aeiouy][^aeiou]+[eo]ll$")
DOUBLED = re.compile(r"([bdgkmnprt])\1$")


KEEP = 10_000
"""Words of a tag whose lemmas are kept."""


class Lemmas(dict[str, str]):
    """Word → lemma under one tag, each worked out once."""

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def __missing__(self, word: str) -> str:
        if len(self) >= KEEP:
            self.clear()
        self[word] = value = lemma_of(word, self.tag)
        return value


class ByTag(dict[str, Lemmas]):
    """Tag → its lemmas; emptied when there are more tags than any tag set has."""

    def __missing__(self, tag: str) -> Lemmas:
        if len(self) >= 200:
            self.clear()
        self[tag] = value = Lemmas(tag)
        return value


_KEPT = ByTag()


def lemmas_of(words: Iterable[str], tags: Iterable[str]) -> list[str]:
    """The lemma of each word under its tag."""
    kept = _KEPT
    return [kept[tag][word] for word, tag in zip(words, tags, strict=True)]


def lemma_of(word: str, tag: str) -> str:
    """The lemma of `word` under Penn Treebank `tag`, lower-case."""
    low, family = word.lower().replace("’", "'"), FAMILY.get(tag, "")
    listed = irregular().get(f"{low} {family}") or table().get(f"{low} {family or tag}")
    return listed or by_rule(low, tag)


@cache
def table() -> dict[str, str]:
    """Irregular forms: "word family" to lemma."""
    text = (resources.files("rashomon.weights") / "lemmas.txt").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines() if "\t" in line)


@cache
def irregular() -> dict[str, str]:
    """Irregular verbs and nouns of the lexicon: "word family" to lemma."""
    lists = lexicon("irregular")
    return {
        f"{form} {family}": lemma
        for key, family in (("verbs", "V"), ("nouns", "N"))
        for lemma, forms in lists[key].items()
        for form in forms.split()
    }


def by_rule(low: str, tag: str) -> str:
    """The lemma of a regular form."""
    if len(low) < 4 or not low.isalpha():
        head, hyphen, last = low.rpartition("-")
        return head + hyphen + by_rule(last, tag) if hyphen and last.isalpha() else low
    if tag in ("NNS", "NNPS", "VBZ"):
        return _singular(low)
    if tag == "VBG" and low.endswith("ing") and len(low) > 4:
        return _stem(low[:-3])
    if tag in ("VBD", "VBN") and low.endswith("ed"):
        return low[:-3] + "y" if low.endswith("ied") and len(low) > 4 else _stem(low[:-2])
    if tag in ("JJR", "RBR") and low.endswith("er"):
        return low[:-3] + "y" if low.endswith("ier") else _stem(low[:-2])
    if tag in ("JJS", "RBS") and low.endswith("est"):
        return low[:-4] + "y" if low.endswith("iest") else _stem(low[:-3])
    return low


def _singular(low: str) -> str:
    if low.endswith("men") and len(low) > 5:
        return low[:-2] + "an"
    if not low.endswith("s") or low.endswith("ss"):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low[:-2]
    return low[:-1]


def _stem(stem: str) -> str:
    """The verb or adjective whose ending was cut from `stem`."""
    if not any(char in "aeiouy" for char in stem):
        return stem
    if stem.endswith("ll"):
        return stem[:-1] if LONG_L.search(stem) else stem
    if DOUBLED.search(stem):
        return stem[:-1]
    if stem.endswith(("i",)):
        return stem + "e"
    if E_LESS.search(stem):
        return stem
    return stem + "e" if NEEDS_E.search(stem) else stem
