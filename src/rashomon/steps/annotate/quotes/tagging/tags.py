"""Who stands with a verb of saying: the tag of a quotation.

For every cue in a folded sentence the structural rules look for its subject: left of it over auxiliaries, adverbs,
appositions, relative clauses and concessions; right of it when inverted; after `by` in the passive; the subject of the
first verb when two verbs share it; the owner of the main clause for `…, adding that`. Where no rule fits there is no
speaker: nothing is taken merely because it is near.
"""

from __future__ import annotations

from rashomon.steps.annotate.quotes.tagging.appositions import with_name
from rashomon.steps.annotate.quotes.tagging.chains import BOUNDARIES, link
from rashomon.steps.annotate.quotes.tagging.cues import Cue, CueTable
from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import (
    CALENDAR,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    Phrase,
    left,
    right,
    word_class,
)
from rashomon.steps.annotate.quotes.tagging.subjects import main_subject, premodified, subject
from rashomon.steps.annotate.quotes.tagging.tag import Tag

BE = word_class("be")
NEGATIONS = word_class("negations")
MODALS = word_class("modals")
OWNING = frozenset(("with", "of", "from", "by", "after", "to", "for", ",", ";", "and", "without"))
MATTERS = frozenset(("this", "plenty", "nothing", "something", "little", "more", "much", "chance", "moment"))
CAUSES = frozenset(("make", "makes", "made", "making", "let", "lets", "letting", "help", "helps", "helped"))
RELAYS = frozenset(("quote", "cite"))
INVERTING = frozenset(("say", "add", "write", "tell", "warn", "note", "report", "explain"))
SAYS = frozenset(("say",))
PARTICLES = frozenset(("out", "on", "back", "in", "off"))


def find_tags(frame: Frame, table: CueTable) -> list[Tag]:
    """The tags of `frame` in order."""
    tags: list[Tag] = []
    until = 0
    for n, low in enumerate(frame.low):
        if n < until:
            continue
        rest = table.idiom(frame.low, n) if frame.places else 0
        if rest:
            said = _tag(frame, n, Cue(f"{low} {' '.join(frame.low[n + 1 : n + 1 + rest])}", SAYS), table, tags)
            if said is not None and said.phrase is not None:
                until = n + 1 + rest
                said.last = said.end
                tags.append(said)
                continue
        if low == "according" and n + 1 < len(frame) and frame.low[n + 1] == "to":
            phrase = with_name(frame, right(frame, n + 2))
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
            while (
                tags and tags[-1].phrase is None and tag.phrase and tag.phrase.first <= tags[-1].at <= tag.phrase.last
            ):
                tags.pop()  # "dismissed miner Ada Pell told": no verb, a word of the subject
            tags.append(tag)
    link(frame, tags)
    return tags


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
    if low in table.finite and following in PARTICLES:
        return True
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
    tag.progressive = low in table.gerund and any(h in BE for h in helpers)
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
    if low in table.base and not helpers and CAUSES & set(frame.low[max(0, n - 4) : n]):
        return tag
    phrase, rule = subject(frame, k, table, former)
    if phrase is not None and rule == "subject":
        phrase = premodified(frame, phrase, table)
    inverted = None
    imperative = (n == 0 or frame.words[n][0].isupper()) and low in table.base and low not in table.finite
    if (phrase is None or rule in ("shared", "main")) and not imperative:
        inverted = _inverted(frame, n, cue)
    if phrase is None and inverted is None and k > 2 and frame.quotes[k] is not None:
        named = main_subject(frame, k)
        if named is not None and named.first == 0 and named.kind == "name" and frame.low[named.last + 1] == ",":
            phrase, rule = named, "apposition?"
    if inverted is not None:
        tag.phrase, tag.rule, tag.inverted = inverted, "inverted", True
    elif phrase is not None:
        tag.phrase, tag.rule = phrase, rule
    return tag


def _gerund(frame: Frame, tag: Tag, k: int, table: CueTable, former: list[Tag]) -> Tag | None:
    """`…, adding that` belongs to the main clause; `Speaking in Oslo, Weber …` to the subject after it."""
    if k >= 0 and frame.tags[k][:2] in ("NN", "PR") and frame.low[k] not in CALENDAR:
        own = left(frame, k)
        if own is not None and (own.first == 0 or frame.low[own.first - 1] in OWNING) and not _pair(frame, own):
            tag.phrase, tag.rule = own, "own"
            return tag
    start = next((n for n in range(k, 0, -1) if frame.low[n] in BOUNDARIES and frame.low[n - 1] == ","), 0)
    relayed = former[-1] if former and k > 0 and frame.low[k] == "as" and former[-1].cue.lemma in RELAYS else None
    if relayed is not None and not relayed.passive:
        tag.phrase, tag.rule, tag.through = left(frame, k - 1, relayed.at + 1), "quoted", relayed.phrase
        relayed.rule = "relay"
        return tag
    fronted = k < 0 or (k < 3 and frame.low[k] in PREPOSITIONS)
    first = next(
        (t for t in former if t.phrase and not t.gerund and t.at > start and t.rule not in ("infinitive", "object")),
        None,
    )
    if not fronted:
        phrase = main_subject(frame, k + 1, start) or (main_subject(frame, k + 1) if start else None)
        if first is not None and first.phrase is not None and (phrase is None or first.phrase.first <= phrase.first):
            tag.phrase, tag.rule, tag.through = first.phrase, "participle", first.through
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


def _pair(frame: Frame, own: Phrase) -> bool:
    """`full of confidence and poise saying`: the second of two bare nouns owns nothing."""
    bare = own.kind == "role" and frame.words[own.first].islower() and frame.low[own.first] not in DETERMINERS
    return bare and own.first > 0 and frame.low[own.first - 1] == "and" and frame.tags[own.head] == "NN"


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
            tag.phrase = with_name(frame, right(frame, n + 1))
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
    while n >= 0 and steps < 4:
        passable = frame.tags[n][:2] in ("VB", "RB", "RP", "IN", "JJ", "MD") or frame.low[n] in table.auxiliaries
        if not passable and frame.low[n] not in MATTERS:
            break
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


def _inverted(frame: Frame, n: int, cue: Cue) -> Phrase | None:
    """`“…,” said Weber`; `Said Weber: “…”`; `the road is shut, said Weber`."""
    before = n - 1
    while before >= 0 and frame.tags[before] == "RB":
        before -= 1
    if before >= 0 and frame.quotes[before] is None and frame.low[before] not in (",", "”", ";", "—", "–", "-"):
        return None
    if before > 0 and frame.low[before] == "," and frame.quotes[before - 1] is None and cue.lemma not in INVERTING:
        # `The coach, known for his hats, announced the decision`: what follows the verb is its object.
        return None
    phrase = right(frame, n + 1)
    if phrase is None or frame.low[phrase.first] in CALENDAR:
        return None
    after = phrase.last + 1
    if after < len(frame) and frame.tags[after] in ("VBD", "VBZ", "VBP", "MD"):
        # `alleged the port was shut`: a reported clause, not a speaker.
        return None
    return with_name(frame, phrase)
