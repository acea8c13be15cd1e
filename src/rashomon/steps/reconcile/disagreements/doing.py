"""Words that tell what is done, beside the axes (`axes.py`): nouns of doing, verbs that say nothing, kinds of harm.

Decides only which words of `lexicons/en/events.toml` and `acts.toml` stand for which verb, sense or harm.
"""

from __future__ import annotations

from functools import cache

from rashomon.steps.reconcile.disagreements.axes import Axis
from rashomon.text.lexicon import lexicon


@cache
def nouns() -> dict[str, str]:
    """Noun of doing → its verb."""
    return dict(lexicon("events")["nouns"])


@cache
def harms() -> dict[str, Axis]:
    """Verb or noun → the kind of harm it tells; a word of two kinds tells the first."""
    table: dict[str, Axis] = {}
    for kind, words in lexicon("events")["none"].items():
        if kind != "people":
            for word in words:
                for form in (word, word + "s", word[:-1] + "ies"):
                    table.setdefault(form, Axis(f"any {kind}", "theme", none=True))
    return table


@cache
def anybody() -> frozenset[str]:
    """Words for people of whom nobody in particular is meant."""
    return frozenset(f for w in lexicon("events")["none"]["people"] for f in (w, w + "s")) | {"one", "noone"}


@cache
def senses() -> dict[str, str]:
    """Noun of an act → its sense; the first in the file wins."""
    table: dict[str, str] = {}
    for sense, entry in lexicon("acts")["senses"].items():
        for noun in entry["nouns"]:
            table.setdefault(noun, sense)
    return table


@cache
def light() -> frozenset[str]:
    """Verbs that say nothing by themselves."""
    return frozenset(lexicon("events")["light"]["verbs"])
