"""Which words are ordinary English words: a capital letter at the head of a sentence proves nothing for them.

Decides by the list `common_words.toml` (words that a treebank writes in lower case), by the words for groups of people
in `titles.toml` ("firefighters") and, for forms these have not, by taking off a regular ending or a hyphen; a noun in
-ization is never a name. It says nothing about words that are both ("Brown", "Bush"): the article must show those.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rashomon.text.lexicon import lexicon

ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("er", ""),
    ("ers", ""),
    ("ly", ""),
    ("ors", ""),
)
ABSTRACT = ("ization", "isation", "izations", "isations")


@cache
def common_words() -> frozenset[str]:
    """Words written in lower case in ordinary text."""
    groups = [word for word in lexicon("titles")["groups"]["people"] if " " not in word]
    of_one = [word[: -len(end)] for word in groups for end in ("s", "es") if word.endswith(end)]
    alone = lexicon("name_stops")["alone"]["words"]
    return frozenset(lexicon("common_words")["words"].split()).union(alone, groups, of_one)


@cache
def never() -> frozenset[str]:
    """Function words, days and months: never a name by themselves."""
    return frozenset(lexicon("name_stops")["never"]["words"].split())


@lru_cache(maxsize=65536)
def is_common(low: str) -> bool:
    """True when the lower-case word `low` is an ordinary word, or a regular form of one."""
    words = common_words()
    if low in words or low in never() or low.endswith(ABSTRACT):
        return True
    if "-" in low:
        return all(part and is_common(part) for part in low.split("-"))
    return len(low) > 5 and any(low.endswith(end) and low[: -len(end)] + put in words for end, put in ENDINGS)
