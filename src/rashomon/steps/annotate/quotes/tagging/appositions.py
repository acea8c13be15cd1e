"""The name that stands beside a description: `its head, Tomas Ekberg, said`.

Decides by form alone: a description, a comma, nothing but a name, and a mark that closes it. Whether that name is a
place ("the mayor of Springfield, Illinois,") is known only to the name layer, which has the last word. A list of names
and a name that goes on with `and` are no apposition.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import CALENDAR, NAME_PARTS, Phrase, right
from rashomon.text.lexicon import lexicon

LONGEST = 6
CLOSED = frozenset((",", ".", ";", ":", "!", "?", ")", "(", "—", "–", "-", "--", "”", "who", "which"))
MANY = frozenset(lexicon("counted")["invariant"]["words"])
OWNERS = frozenset(("'s", "’s", "'", "’"))


def with_name(frame: Frame, phrase: Phrase | None) -> Phrase | None:
    """`phrase` with the name in apposition after it, if one stands there."""
    if phrase is None or phrase.named is not None or phrase.last + 2 >= len(frame):
        return phrase
    if frame.low[phrase.last + 1] != "," or not _describes(frame, phrase):
        return phrase
    named = right(frame, phrase.last + 2)
    if named is None or named.kind != "name" or not _all_name(frame, named.first, named.last):
        return phrase
    after = named.last + 1
    if after < len(frame) and frame.quotes[after] is None and frame.low[after] not in CLOSED:
        return phrase
    return replace(phrase, named=(named.first, named.last))


def _describes(frame: Frame, phrase: Phrase) -> bool:
    """True for a role, and for `Kivimaki's Chief Executive`."""
    if phrase.kind == "role" and (frame.tags[phrase.head] == "NNS" or frame.low[phrase.head] in MANY):
        return False  # "according to police, Tomas Ekberg, 36, drove off"
    owned = any(frame.low[n] in OWNERS for n in range(phrase.first, phrase.last))
    return phrase.kind == "role" or (phrase.kind == "name" and owned)


def _all_name(frame: Frame, first: int, last: int) -> bool:
    """True for a short run of capitals with nothing else but small name parts and hyphens."""
    return last - first < LONGEST and all(
        (frame.words[n][0].isupper() and frame.low[n] not in CALENDAR)
        or frame.low[n] in NAME_PARTS
        or (frame.tags[n] == "HYPH" and n > first)
        for n in range(first, last + 1)
    )
