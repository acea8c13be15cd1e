"""Who stands with a verb of saying: the tag of a quotation.

For every cue in a folded sentence the structural rules look for its subject: left of it over auxiliaries, adverbs,
appositions, relative clauses and concessions; right of it when inverted; after `by` in the passive; the subject of the
first verb when two verbs share it; the owner of the main clause for `…, adding that`. Where no rule fits there is no
speaker: nothing is taken merely because it is near.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.steps.annotate.quotes.cues import Cue, CueTable
from rashomon.steps.annotate.quotes.frames import Frame
from rashomon.steps.annotate.quotes.phrases import (
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
    word_class,
)

BE = word_class("be")
NEGATIONS = word_class("negations")
MODALS = word_class("modals")
BOUNDARIES = frozenset(
    (
        "and",
        "but",
        "while",
        "when",
        "where",
        "after",
        "which",
        "who",
        "as",
        "whereas",
        "although",
        "though",
        "because",
        "so",
    )
)
INDIRECT = frozenset(("according", "infinitive", "object", "passive", "quoted"))
CLOSERS = frozenset(("subject", "inverted", "according", "apposition"))
OWNING = frozenset(("with", "of", "from", "by", "after", "to", "for", ",", ";", "and", "without"))
PARTICLES = frozenset(("out", "on", "back", "in", "off"))
DASHES = frozenset(("-", "–", "—", "―", "--", "("))


@dataclass(slots=True)
class Tag:
    """One cue in a frame with its speaker. `first`..`last`: the items of cue and its auxiliaries."""

    cue: Cue
    first: int
    at: int
    phrase: Phrase | None
    rule: str
    """Which rule found the speaker; "" when none did."""
    inverted: bool = False
    passive: bool = False
    gerund: bool = False
    negated: bool = False
    modal: bool = False
    through: Phrase | None = None
    last: int = 0
    outer: Tag | None = None
    """The verb of saying or thinking in whose reported clause this one stands."""

    @property
    def weak(self) -> bool:
        """True when the verb alone is no utterance: plans, thoughts, and what a pronoun of the outer speaker did."""
        pronoun = self.phrase is not None and self.phrase.kind == "pronoun"
        return self.modal or pronoun or not self.cue.classes & {"say", "ask", "deny", "call"}

    @property
    def begin(self) -> int:
        """First item of the whole tag, speaker included."""
        return min(self.first, self.phrase.first) if self.phrase and self.phrase.last < self.at else self.first

    @property
    def end(self) -> int:
        """Last item of the whole tag, speaker included."""
        return max(self.at, self.phrase.last) if self.phrase and self.phrase.first > self.at else self.at


def find_tags(frame: Frame, table: CueTable) -> list[Tag]:
    """The tags of `frame` in order."""
    tags: list[Tag] = []
    for n, low in enumerate(frame.low):
        if low == "according" and n + 1 < len(frame) and frame.low[n + 1] == "to":
            phrase = right(frame, n + 2)
            tags.append(
                Tag(
                    Cue("according to", frozenset(("say",))),
                    n,
                    n + 1,
                    phrase,
                    "according" if phrase else "",
                    inverted=True,
                )
            )
            continue
        cue = table.forms.get(low)
        if cue is not None and n + 1 < len(frame) and frame.low[n + 1] in PARTICLES and "say" not in cue.classes:
            cue = Cue(cue.lemma, cue.classes | {"say"})
        if cue is None or not _verbal(frame, n, low, table):
            continue
        tag = _tag(frame, n, cue, table, tags)
        if tag is not None:
            tag.last = tag.end
            tags.append(tag)
    last = _closing(frame, tags)
    for order, tag in enumerate(tags):
        tag.outer = _outer(frame, tags[:order], tag) if tag is not last else None
        if tag.outer is None and last is not None and tag.end < last.begin - 1:
            tag.outer = last
    return tags


def _closing(frame: Frame, tags: list[Tag]) -> Tag | None:
    """The tag of `…, Weber said` or `…, according to Weber` at the end: it vouches for all before it."""
    for tag in reversed(tags):
        if tag.phrase is None or not tag.cue.says or tag.gerund or tag.modal:
            continue
        before = tag.begin - 1
        if before > 1 and (frame.low[before] == "," or frame.quotes[before] is not None) and tag.rule in CLOSERS:
            after = tag.end + 1
            if (
                after >= len(frame)
                or not frame.words[after][0].isalnum()
                or frame.tags[after] in ("IN", "RB", "VBG", "NNP", "TO")
            ):
                return tag
        return None
    return None


def _outer(frame: Frame, former: list[Tag], tag: Tag) -> Tag | None:
    """The nearest tag before whose clause is still open where `tag` begins."""
    if tag.gerund or tag.rule in ("shared", "main", "according") or (tag.inverted and not tag.passive):
        return None
    for other in reversed(former):
        if other.phrase is None or (other.inverted and other.rule != "according"):
            continue
        if not other.cue.classes & {"say", "ask", "deny", "think", "clause"} or other.end >= tag.begin:
            continue
        if other.rule == "according":
            return other if other.first == 0 or frame.low[other.first - 1] == "," else None
        gap = range(other.end + 1, tag.begin)
        if any(frame.low[k] in (";", ":") or (frame.low[k] == "," and frame.low[k + 1] in BOUNDARIES) for k in gap):
            return None
        return other
    return None


def _verbal(frame: Frame, n: int, low: str, table: CueTable) -> bool:
    """True when the word at `n` is a verb here, as far as its tag and its neighbours show."""
    tag = frame.tags[n]
    former = frame.low[n - 1] if n else ""
    if former[:1].isdigit():
        return False
    if tag.startswith("VB"):
        return True
    if (
        low in table.base
        and n
        and frame.tags[n - 1] in ("NNS", "NNPS")
        and any(r is not None for r in frame.quotes[:n])
    ):
        return "say" in table.base[low].classes
    if (former in DETERMINERS and former not in ("that", "all", "both")) or (former in ("'s", "’s") and tag != "NN"):
        return False
    following = frame.low[n + 1] if n + 1 < len(frame) else "."
    if frame.words[n][0].isupper() and n > 0:
        return False
    if tag.startswith(("JJ", "RB", "IN", "CD")):
        return False
    if low in table.finite and (low.endswith("ed") or low in ("said", "told", "wrote", "says")):
        return True
    beside = frame.quotes[n + 1] is not None if n + 1 < len(frame) else False
    return low in table.finite and tag != "NN" and (beside or following in ("that", ":", ","))


def _tag(frame: Frame, n: int, cue: Cue, table: CueTable, former: list[Tag]) -> Tag | None:
    low = frame.low[n]
    tag = Tag(cue, n, n, None, "")
    k = n - 1
    helpers: list[str] = []
    while k >= 0 and (frame.low[k] in table.auxiliaries or frame.low[k] in table.adverbs or frame.tags[k] == "RB"):
        if frame.low[k] in ("all", "both") and k and frame.low[k - 1] not in SUBJECTS:
            break
        helpers.append(frame.low[k])
        k -= 1
    tag.first = k + 1
    tag.negated = any(h in NEGATIONS for h in helpers)
    tag.modal = any(h in MODALS for h in helpers)
    if low in table.gerund and not any(h in BE for h in helpers):
        tag.gerund = True
        return _gerund(frame, tag, k, table, former)
    reduced = not helpers and frame.tags[n] == "VBN" and cue.classes & {"call"} and not cue.says
    if reduced and (k < 0 or "what" in frame.low[max(0, k - 12) : k + 1]):
        reduced = False
    if not helpers and cue.lemma == "ask" and low == "asked" and (k < 0 or frame.low[k] == ","):
        reduced = True
    passive = (any(h in BE for h in helpers) or reduced) and low in table.participle and low not in table.gerund
    if passive and low != "told":
        return _passive(frame, tag, k)
    if passive:
        tag.passive = True
    if low in table.base and low not in table.finite and k >= 0 and frame.low[k] == "to":
        return _infinitive(frame, tag, k, table, former)
    phrase, rule = subject(frame, k, table, former)
    inverted = None
    if phrase is None or rule in ("shared", "main"):
        inverted = _inverted(frame, n)
    if inverted is not None:
        tag.phrase, tag.rule, tag.inverted = inverted, "inverted", True
    elif phrase is not None:
        tag.phrase, tag.rule = phrase, rule
    return tag


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
        if phrase is not None and phrase.kind != "pronoun":
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
    if (
        phrase.first > 0
        and frame.low[phrase.first - 1] in PREPOSITIONS
        and frame.low[phrase.first - 1] not in ("as", "after", "before", "since", "than", "until")
        and phrase.kind != "pronoun"
    ):
        return phrase, "object"
    return phrase, "subject"


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
        n = _before_bracket(frame, k)
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
        phrase = left(frame, _before_bracket(frame, comma - 1), chunk)
        if (
            phrase is not None
            and phrase.first <= _skip(frame, chunk, table)
            and frame.low[phrase.head] not in TIME_NOUNS
        ):
            return phrase, "apposition"
        chunk = comma + 1
    if not commas and k > 1 and frame.low[k - 1] == ")":
        phrase = left(frame, _before_bracket(frame, k - 1))
        if phrase is not None and _opens(frame, phrase.first, table):
            return phrase, "apposition"
    if commas:
        phrase = left(frame, commas[-1] - 1)
        if phrase is not None and phrase.kind in ("name", "pronoun"):
            best = phrase, "apposition?"
    return best


def _before_bracket(frame: Frame, n: int) -> int:
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


def _gerund(frame: Frame, tag: Tag, k: int, table: CueTable, former: list[Tag]) -> Tag | None:
    """`…, adding that` belongs to the main clause; `Speaking in Oslo, Weber …` to the subject after it."""
    if k >= 0 and frame.tags[k][:2] in ("NN", "PR") and frame.low[k] not in CALENDAR:
        own = left(frame, k)
        if own is not None and (own.first == 0 or frame.low[own.first - 1] in OWNING):
            tag.phrase, tag.rule = own, "own"
            return tag
    start = next((n for n in range(k, 0, -1) if frame.low[n] in BOUNDARIES and frame.low[n - 1] == ","), 0)
    fronted = k < 0 or (k < 3 and frame.low[k] in PREPOSITIONS)
    first = next(
        (t for t in former if t.phrase and not t.gerund and t.at > start and t.rule not in ("infinitive", "object")),
        None,
    )
    if not fronted:
        phrase = main_subject(frame, k + 1, start) or (main_subject(frame, k + 1) if start else None)
        if first is not None and first.phrase is not None and (phrase is None or first.phrase.first <= phrase.first):
            tag.phrase, tag.rule = first.phrase, "participle"
        elif phrase is not None:
            tag.phrase, tag.rule = phrase, "participle?"
        return tag
    comma = next(
        (
            n
            for n in range(tag.at + 1, len(frame))
            if frame.low[n] == "," or (frame.quotes[n] is not None and n + 1 < len(frame) and frame.low[n + 1] != ",")
        ),
        None,
    )
    if comma is not None:
        phrase = right(frame, comma + 1)
        if phrase is not None:
            tag.phrase, tag.rule = phrase, "participle"
    return tag


def _passive(frame: Frame, tag: Tag, k: int) -> Tag | None:
    """`was described by the ministry as`: the speaker stands after `by`; `was quoted as saying` has it as subject."""
    tag.passive = True
    following = frame.low[tag.at + 1] if tag.at + 1 < len(frame) else ""
    if tag.cue.lemma in ("quote", "cite"):
        phrase = left(frame, k) if k >= 0 else None
        tag.phrase, tag.rule = phrase, "quoted" if phrase else ""
        if following == "by":
            tag.through = right(frame, tag.at + 2)
        return tag
    for n in range(tag.at + 1, min(tag.at + 9, len(frame))):
        if frame.low[n] == "by":
            tag.phrase = right(frame, n + 1)
            tag.rule = "passive" if tag.phrase else ""
            tag.inverted = True
            return tag
        if frame.low[n] in (",", ";"):
            break
    return tag


def _infinitive(frame: Frame, tag: Tag, k: int, table: CueTable, former: list[Tag]) -> Tag | None:
    """`went on to say`, `refused to call it`: the subject of the verb before `to`."""
    n = k - 1
    steps = 0
    while (
        n >= 0
        and steps < 4
        and (frame.tags[n][:2] in ("VB", "RB", "RP", "IN", "JJ", "MD") or frame.low[n] in table.auxiliaries)
    ):
        if frame.low[n] in ("decline", "declined", "declines", "refused", "refuses", "refuse"):
            tag.negated = True
        if frame.low[n] in NEGATIONS:
            tag.negated = True
        n -= 1
        steps += 1
    if n < 0:
        return tag
    phrase, rule = subject(frame, n, table, former)
    if rule == "object" or (phrase is not None and phrase.first and frame.tags[phrase.first - 1] == "TO"):
        phrase = main_subject(frame, n + 1) or phrase
    tag.phrase, tag.rule = phrase, "infinitive" if phrase else ""
    tag.first = n + 1
    return tag


def _inverted(frame: Frame, n: int) -> Phrase | None:
    """`“…,” said Weber`; `Said Weber: “…”`; `the road is shut, said Weber`."""
    before = n - 1
    while before >= 0 and frame.tags[before] == "RB":
        before -= 1
    if before >= 0 and frame.quotes[before] is None and frame.low[before] not in (",", "”", ";", "—", "–", "-"):
        return None
    phrase = right(frame, n + 1)
    if phrase is None or frame.low[phrase.first] in CALENDAR:
        return None
    return phrase
