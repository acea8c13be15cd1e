"""Which words are ordinary English words: a capital letter at the head of a sentence proves nothing for them.

Decides by the list `common_words.toml` (words that a treebank writes in lower case) and, for forms it has not, by
taking off a regular ending. It says nothing about words that are both ("Brown", "Bush"): the article must show those.
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


@cache
def common_words() -> frozenset[str]:
    """Words written in lower case in ordinary text."""
    alone = lexicon("name_stops")["alone"]["words"]
    return frozenset(lexicon("common_words")["words"].split()) | frozenset(alone)


@cache
def never() -> frozenset[str]:
    """Function words, days and months: never a name by themselves."""
    return frozenset(lexicon("name_stops")["never"]["words"].split())


@lru_cache(maxsize=65536)
def is_common(low: str) -> bool:
    """True when the lower-case word `low` is an ordinary word, or a regular form of one."""
    words = common_words()
    if low in words or low in never():
        return True
    return len(low) > 5 and any(low.endswith(end) and low[: -len(end)] + put in words for end, put in ENDINGS)
