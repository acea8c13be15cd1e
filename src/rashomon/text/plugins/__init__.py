"""Taggers from outside: any installed package can replace the built-in part-of-speech tagger.

A tagger is a function `tag(tokens, bounds)` that fills `tokens.tags` (Penn Treebank) and `tokens.lemmas` (lower case)
in place; `bounds` are the token ranges of the sentences. A package offers one under the entry-point group
`rashomon.taggers`; `spacy:NAME` stands for a spaCy pipeline. The tokens themselves are never changed, so that no
offset can move. A name that nobody offers is refused with the list of those that exist.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from rashomon.errors import UsageError
from rashomon.records.reading import Tokens

Tagger = Callable[[Tokens, list[tuple[int, int]]], None]
GROUP = "rashomon.taggers"
BUILT_IN = "rashomon"


@cache
def tagger(name: str = BUILT_IN) -> Tagger:
    """The tagger called `name`; raises UsageError when there is none, MissingExtra when spaCy is not installed."""
    if name == BUILT_IN:
        from rashomon.text.tagger import tag

        return tag
    if name.startswith("spacy:"):
        from rashomon.text.plugins.spacy import load

        return load(name.removeprefix("spacy:"))
    from importlib import metadata

    offered = {entry.name: entry for entry in metadata.entry_points(group=GROUP)}
    if name not in offered:
        known = ", ".join([BUILT_IN, "spacy:PIPELINE", *sorted(offered)])
        raise UsageError(f"No tagger {name!r}. Known taggers: {known}.")
    found: Tagger = offered[name].load()
    return found
