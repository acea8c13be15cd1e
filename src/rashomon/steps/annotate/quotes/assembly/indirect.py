"""Reported clauses: what somebody said, in the outlet's words.

Decides where the clause begins (after `that`, after the addressee, before a closing `, Weber said`) and where it ends
(the sentence, a new tag with its own subject, `, adding`). Verbs that only tell what somebody believes or wants give a
clause with little confidence; a verb of saying followed by a mere time, place or manner gives none.
"""

from __future__ import annotations

from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.clauses import content_start, listener_of, relay
from rashomon.steps.annotate.quotes.assembly.drafts import Draft, set_speaker
from rashomon.steps.annotate.quotes.assembly.state import State
from rashomon.steps.annotate.quotes.tagging.frames import FINITE, Frame
from rashomon.steps.annotate.quotes.tagging.phrases import CALENDAR, OBJECTS, PREPOSITIONS, SUBJECTS, right
from rashomon.steps.annotate.quotes.tagging.tag import Tag
from rashomon.text.datelines import after_dateline

WRITES = frozenset(("write", "post", "text", "email", "e-mail", "sing", "blog"))
SILENT = frozenset(("comment", "respond", "elaborate", "answer", "reply", "speak", "talk", "discuss", "clarify"))
LEADING = frozenset((",", ":", "that", "—", "–"))
TRAILING = frozenset((",", ".", ";", ":", "!", "?", "…", "—", "–", "-", ")"))
PLAIN = frozenset(("say", "tell", "add", "warn", "note", "explain", "insist", "argue", "claim"))
DONE = frozenset(("agree", "begin", "start", "continue", "volunteer"))
"""Verbs that with "to" tell what somebody does: "leaders agreed to share the cost"."""
UNTURNED = frozenset(("that", "there", "this", "these", "those", "his", "her", "their", "its", "my", "our"))
PUT_BACK = frozenset(("would", "could", "might", "should"))
BREAKS = frozenset(("and", "but", "while", "though", "although", "as"))


def add_indirect(state: State) -> None:
    """Append the reported clauses of all frames whose tags no quotation has used."""
    for frame, tags in state.frames:
        for order, tag in enumerate(tags):
            following = tags[order + 1] if order + 1 < len(tags) else None
            if tag.cue.lemma in state.table.direct_only or _governs(tag, following):
                continue
            if tag.phrase is None or (frame.starts[0], tag.at) in state.used or tag.rule in ("object", "relay"):
                continue
            pieces = _parted(frame, tag, tags[order + 1 :]) or _clause(frame, tag, tags[order + 1 :])
            if not pieces:
                continue
            pieces = [Span(after_dateline(state.text, *pieces[0]), pieces[0].end), *pieces[1:]]
            draft = Draft("indirect", frame.paragraph, frame.kind, pieces)
            draft.clausal = _has_clause(frame, pieces)
            draft.cue = frame.span(tag.at if tag.rule != "according" else tag.first, tag.at)
            draft.lemma, draft.rule, draft.link = tag.cue.lemma, tag.rule, "clause"
            draft.status = tag.cue.status if not tag.negated or tag.cue.status != "said" else "not-said"
            draft.tag_span = frame.span(0, len(frame) - 1)
            done = tag.cue.lemma in DONE and state.text.startswith("to ", pieces[0].start)
            draft.says, draft.speaks = tag.cue.says and not done, tag.cue.says and tag.outer is None
            if order and tag.rule == "infinitive" and tags[order - 1].cue.status == "declined":
                draft.status = "declined"
            relay(draft, frame, tag)
            draft.addressee = listener_of(frame, tag)
            set_speaker(draft, frame, tag.phrase)
            state.drafts.append(draft)


def _has_clause(frame: Frame, pieces: list[Span]) -> bool:
    """False for a mere thing (`denied the charge`, `rejected this`): there is no verb in what is reported."""
    return any(
        frame.tags[n][:2] in ("VB", "MD") or frame.quotes[n] is not None
        for piece in pieces
        for n in range(frame.item(piece.start), frame.item(piece.end))
    )


def _governs(tag: Tag, following: Tag | None) -> bool:
    """True for `refused to say whether`: the inner verb reports, the outer one gives the status."""
    if tag.cue.status != "declined" or following is None or following.rule != "infinitive":
        return False
    return following.at - tag.at < 4 and following.cue.lemma not in SILENT


def _parted(frame: Frame, tag: Tag, later: list[Tag]) -> list[Span]:
    """`The strike, Weber said, will go on`: the two parts around the tag, or nothing."""
    before, after = tag.begin - 1, tag.end + 1
    if tag.rule not in ("subject", "inverted", "apposition", "according") or not tag.cue.says or before < 1:
        return []
    if after >= len(frame) or frame.low[before] != "," or frame.low[after] != ",":
        return []
    if frame.low[0] in PREPOSITIONS or after + 1 >= len(frame) or frame.tags[after + 1] in ("VBG", "WP", "WDT"):
        return []
    if any(region is not None for region in frame.quotes):
        return []
    parts = (_span(frame, 0, before), _span(frame, after + 1, _stop(frame, after + 1, later)))
    return [part for part in parts if part is not None]


def _clause(frame: Frame, tag: Tag, later: list[Tag]) -> list[Span]:
    """The one clause that the tag reports, or nothing."""
    span = _whole_clause(frame, tag, later)
    return [span] if span is not None else []


def _whole_clause(frame: Frame, tag: Tag, later: list[Tag]) -> Span | None:
    if frame.low[-1] == ":" and tag.cue.says:
        return None
    first = tag.end + 1
    stop = _stop(frame, first, later)
    begun = content_start(frame, tag, stop)
    if tag.cue.says and tag.cue.lemma in PLAIN and any(frame.low[k] == "as" for k in range(first, begun)):
        return None  # "Weber said on Friday as he left the talks"
    said_that = any(frame.low[k] == "that" for k in range(first, begun))
    if tag.rule == "according" or (tag.inverted and tag.begin > 0):
        if tag.begin > 1 and frame.low[tag.begin - 1] == ",":
            return _span(frame, 0, tag.begin - 1)
        if tag.rule == "according":
            if tag.begin > 1 and stop - begun < 4:
                return _span(frame, 0, tag.begin)
            return _span(frame, begun, stop)
        return None
    if _closing(frame, tag, begun, stop):
        start = 0
        return _span(frame, start, tag.begin - 1)
    if stop - begun == 1 and frame.low[begun] in SUBJECTS | OBJECTS:
        return None
    if tag.cue.lemma in WRITES and not any(frame.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(begun, stop)):
        return None
    if stop - begun < 1 or tag.cue.lemma == "according to":
        return None
    if said_that or ("say" in tag.cue.classes and _starts_clause(frame, begun)):
        return _span(frame, begun, stop)
    if tag.cue.classes & {"think", "decline", "deny", "ask", "clause"} and frame.low[begun] in (
        "to",
        "that",
        "if",
        "whether",
        "how",
        "why",
        "what",
        "for",
    ):
        return _span(frame, begun, stop)
    if (
        tag.cue.classes & {"call", "deny", "think"}
        and _starts_clause(frame, begun)
        and not tag.cue.classes & {"clause"}
    ):
        return _span(frame, begun, stop)
    return None


def _closing(frame: Frame, tag: Tag, first: int, stop: int) -> bool:
    """True for `…, Weber said` at the end of a sentence: a comma before the tag and hardly anything after it."""
    if tag.begin < 3 or frame.low[tag.begin - 1] != "," or not tag.cue.says:
        return False
    if any(region is not None for region in frame.quotes[: tag.begin]) or frame.low[0] in PREPOSITIONS:
        return False
    if not any(frame.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(tag.begin)):
        return False
    return stop - first <= 1 or frame.low[first] in PREPOSITIONS | CALENDAR | {"."}


def _starts_clause(frame: Frame, n: int) -> bool:
    low = frame.low[n]
    owned = n + 1 < len(frame) and frame.low[n + 1] in ("'s", "’s")
    if not frame.words[n][0].isalnum() or (low in CALENDAR and not owned) or (low in OBJECTS and low != "her"):
        return False
    return low not in PREPOSITIONS or low in ("about", "to", "for", "there", "after", "despite", "since")


def _stop(frame: Frame, first: int, later: list[Tag]) -> int:
    stop = len(frame)
    for tag in later:
        n = tag.begin
        if tag.first - 1 > first and tag.gerund and frame.low[tag.at - 1] == ",":
            stop = min(stop, tag.at - 1)
        elif (
            n - 2 > first
            and frame.low[n - 1] in BREAKS
            and tag.cue.says
            and tag.phrase is not None
            and tag.rule not in ("shared", "main")
        ):
            stop = min(stop, n - 1)
        elif tag.rule == "shared" and frame.low[tag.first - 1] in ("and", "but") and tag.first - 1 > first:
            stop = min(stop, tag.first - 1)
    stop = _turned(frame, first, stop)
    while stop > first and frame.quotes[stop - 1] is None and frame.low[stop - 1] in TRAILING:
        stop -= 1
    return stop


def _turned(frame: Frame, first: int, stop: int) -> int:
    """`Weber said the pier was safe, but police shut it`: behind the comma and a noun of its own the outlet goes on.

    A pronoun, `that` or a verb that is put back with the reported ones (`but the pier would close`) may still be his.
    """
    verb = False
    for n in range(first, stop - 2):
        if frame.low[n] == "but" and frame.low[n - 1] == "," and verb:
            subject = right(frame, n + 1, stop)
            if subject is None or subject.kind == "pronoun" or frame.low[n + 1] in UNTURNED:
                return stop
            finite = next((k for k in range(subject.last + 1, stop) if frame.tags[k] in FINITE), None)
            return stop if finite is None or frame.low[finite] in PUT_BACK else n
        verb = verb or frame.tags[n] in FINITE
    return stop


def _span(frame: Frame, first: int, stop: int) -> Span | None:
    while first < stop and frame.low[first] in LEADING:
        first += 1
    while stop > first and frame.quotes[stop - 1] is None and frame.low[stop - 1] in TRAILING:
        stop -= 1
    return frame.span(first, stop - 1) if stop > first else None
