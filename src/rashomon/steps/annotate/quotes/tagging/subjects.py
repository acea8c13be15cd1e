"""The subject of a verb, found by going left from it.

Decides over which words the way to the subject leads: adverbs and times, appositions and brackets, relative pronouns,
the first of two verbs with one subject. What ends the way without a subject (another finite verb, a quotation, an
object) gives none.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.steps.annotate.quotes.tagging.appositions import with_name
from rashomon.steps.annotate.quotes.tagging.cues import CueTable
from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import (
    CALENDAR,
    DETERMINERS,
    JOINERS,
    OBJECTS,
    PREPOSITIONS,
    SUBJECTS,
    TIME_NOUNS,
    Phrase,
    left,
    noun_like,
    right,
)
from rashomon.steps.annotate.quotes.tagging.tag import Tag

INDIRECT = frozenset(("according", "infinitive", "object", "passive", "quoted"))
PREMODIFIERS = 3
"""Words before a bare noun or name that a tagger may take for verbs."""
DASHES = frozenset(("-", "–", "—", "―", "--", "("))


def subject(frame: Frame, k: int, table: CueTable, former: list[Tag], depth: int = 0) -> tuple[Phrase | None, str]:
    """The subject that ends at or before item `k`, and the rule that found it."""
    while k >= 0 and (frame.low[k] in table.adverbs or frame.tags[k] == "RB"):
        k -= 1
    k = _before_time(frame, k)
    if k < 0 or frame.quotes[k] is not None or depth > 3:
        return None, ""
    low = frame.low[k]
    if low in ("who", "which", "that") and k > 0:
        before = k - 1 if frame.low[k - 1] != "," else k - 2
        phrase = left(frame, before) if before >= 0 else None
        if phrase is not None and phrase.kind != "pronoun" and frame.tags[phrase.head][:2] == "NN":
            return replace(phrase, last=k), "relative"
        return None, ""
    if low in (",", ")", "—", "–", "-", "--"):
        return _over_apposition(frame, k, table, former, depth)
    if low in ("and", "but", "or", "then"):
        return _shared(frame, k, former)
    if frame.tags[k] in ("VBD", "VBZ", "VBP", "VB", "VBN") and low not in SUBJECTS:
        return None, ""
    phrase = left(frame, k)
    if phrase is None:
        return None, ""
    before = phrase.first - 1
    if before > 0 and frame.low[before] == "," and phrase.kind == "role":
        named = left(frame, before_bracket(frame, before - 1))
        if named is not None and named.kind == "name" and _opens(frame, named.first, table):
            return named, "apposition"
    if (
        phrase.first > 0
        and frame.low[phrase.first - 1] in PREPOSITIONS
        and frame.low[phrase.first - 1] not in ("as", "after", "before", "since", "than", "until")
        and phrase.kind != "pronoun"
    ):
        return phrase, "object"
    return phrase, "subject"


def premodified(frame: Frame, phrase: Phrase, table: CueTable) -> Phrase:
    """`“…,” retired teacher Ada Pell said`: words taken for verbs between a quotation and a bare subject belong to it.

    Two verbs cannot share such a subject, so the first is no verb; a verb of saying is one ("“…,” said Weber as …").
    """
    first = phrase.first
    n = first - 1
    while (
        phrase.kind != "pronoun"
        and n >= 0
        and first - n <= PREMODIFIERS
        and frame.quotes[n] is None
        and frame.words[n].islower()
    ):
        cue = table.forms.get(frame.low[n])
        if frame.tags[n] not in ("VBD", "VBN", "VBZ", "VBG", "RB", "JJ") or (cue is not None and cue.says):
            return phrase
        if frame.low[n] in table.auxiliaries:
            return phrase
        n -= 1
    if n < 0 or n == first - 1 or frame.quotes[n] is None or frame.low[first] in DETERMINERS:
        return phrase
    return replace(phrase, first=n + 1, core=n + 1 if phrase.core == first else phrase.core)


def _opens(frame: Frame, n: int, table: CueTable) -> bool:
    """True when a clause begins at item `n`: the sentence, or right after a quotation."""
    while n > 0 and (frame.low[n - 1] in table.adverbs or frame.low[n - 1] in JOINERS):
        n -= 1
    return (
        n == 0
        or frame.quotes[n - 1] is not None
        or (frame.low[n - 1] == "," and n > 1 and frame.quotes[n - 2] is not None)
    )


def _before_time(frame: Frame, k: int) -> int:
    """`Weber on Friday`, `Weber late last week`: the item before the time."""
    n = k
    while n > 0 and (
        frame.low[n] in CALENDAR
        or frame.low[n] in TIME_NOUNS
        or (n < k and frame.low[n] in ("last", "this", "late", "early", "earlier", "that", "a", "the", "few"))
    ):
        n -= 1
    if n == k:
        return k
    return n - 1 if frame.low[n] in ("on", "in", "during", "at", "since", "by", "late", "early", "over") else n


def _over_apposition(frame: Frame, k: int, table: CueTable, former: list[Tag], depth: int) -> tuple[Phrase | None, str]:
    """`Weber, who has run the port since May, said`: the phrase before the first of the two commas."""
    if frame.low[k] == ")":
        n = before_bracket(frame, k)
        return subject(frame, n, table, former, depth + 1) if n < k - 1 else (None, "")
    mark = frame.low[k]
    start = k
    while start > 0 and frame.quotes[start - 1] is None and frame.low[start - 1] not in (";", ":"):
        start -= 1
    commas = [n for n in range(start, k) if frame.low[n] == mark or (mark in DASHES and frame.low[n] in DASHES)]
    best: tuple[Phrase | None, str] = (None, "")
    chunk = start
    if start < k and frame.low[start] == ",":
        chunk = start + 1
    for comma in commas:
        if comma <= chunk:
            chunk = comma + 1
            continue
        phrase = left(frame, before_bracket(frame, comma - 1), chunk)
        if (
            phrase is not None
            and phrase.first <= _skip(frame, chunk, table)
            and frame.low[phrase.head] not in TIME_NOUNS
        ):
            return with_name(frame, phrase), "apposition"
        chunk = comma + 1
    if not commas and k > 1 and frame.low[k - 1] == ")":
        phrase = left(frame, before_bracket(frame, k - 1))
        if phrase is not None and _opens(frame, phrase.first, table):
            return phrase, "apposition"
    if commas:
        phrase = with_name(frame, left(frame, commas[-1] - 1))
        if phrase is not None and (phrase.kind in ("name", "pronoun") or phrase.named is not None):
            best = phrase, "apposition" if phrase.named is not None else "apposition?"
    return best


def before_bracket(frame: Frame, n: int) -> int:
    """The item before a bracket that closes at `n`: `Weber (Green), noting`."""
    if frame.low[n] != ")":
        return n
    while n > 1 and frame.low[n] != "(":
        n -= 1
    return n - 1


def _skip(frame: Frame, n: int, table: CueTable) -> int:
    """First item at or after `n` that is no adverb or conjunction."""
    while n < len(frame) and (frame.low[n] in table.adverbs or frame.low[n] in JOINERS or frame.tags[n] == "RB"):
        n += 1
    return n


def _shared(frame: Frame, k: int, former: list[Tag]) -> tuple[Phrase | None, str]:
    """`Weber opened the meeting and said`: the subject of the verb before."""
    sharers = [t for t in former if t.phrase is not None and t.at < k and not t.gerund and t.rule not in INDIRECT]
    for tag in reversed(sharers):
        if tag.cue.says or not any(t.cue.says for t in sharers):
            return tag.phrase, "shared"
    phrase = main_subject(frame, k)
    return (phrase, "main") if phrase else (None, "")


def main_subject(frame: Frame, limit: int, start: int = 0) -> Phrase | None:
    """The subject of the first clause from item `start`: the first phrase followed by a verb, before item `limit`."""
    n = start
    while n < limit:
        if frame.quotes[n] is not None or not (noun_like(frame, n) or frame.low[n] in SUBJECTS):
            if frame.low[n] in PREPOSITIONS:
                skipped = right(frame, n + 1, limit)
                n = skipped.last + 1 if skipped else n + 1
                continue
            n += 1
            continue
        phrase = right(frame, n, limit)
        if phrase is None:
            n += 1
            continue
        dated = frame.low[phrase.head] in CALENDAR or frame.low[phrase.head] in OBJECTS | TIME_NOUNS
        after = phrase.last + 1
        if after < len(frame) and frame.low[after] in ("himself", "herself", "itself", "themselves"):
            after += 1
        follows = frame.low[after] if after < len(frame) else ""
        if not dated and (
            phrase.kind == "pronoun" or _verb_after(frame, after) or (follows == "," and phrase.kind == "name")
        ):
            return phrase
        n = phrase.last + 1
    return None


def _verb_after(frame: Frame, n: int) -> bool:
    """True when a finite verb comes within a few items, over adverbs and a prepositional phrase."""
    for k in range(n, min(n + 7, len(frame))):
        if frame.tags[k] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if frame.quotes[k] is not None or frame.low[k] in (",", ";", ":", "that") or frame.tags[k] in ("VBG", "CC"):
            return False
    return False
