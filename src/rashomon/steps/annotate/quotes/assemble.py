"""Puts the pieces of one utterance together inside a report and hangs them on their tag.

Decides, sentence by sentence, which tag a quoted piece belongs to (left of it, right of it, or the clause it stands
in), which pieces are one utterance (split tags, later sentences of the paragraph, paragraphs with repeated opening
marks), and which untagged paragraphs go on with the speaker before. What has no tag and no speaker before it stays
without one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.cues import CueTable
from rashomon.steps.annotate.quotes.drafts import Draft
from rashomon.steps.annotate.quotes.frames import Frame
from rashomon.steps.annotate.quotes.phrases import CALENDAR, PREPOSITIONS, Phrase, left, right
from rashomon.steps.annotate.quotes.segments import classify
from rashomon.steps.annotate.quotes.tags import DASHES, Tag, find_tags, main_subject
from rashomon.text.quotemarks import Region

TELLS = frozenset(("tell", "inform", "assure", "remind", "notify", "advise", "warn", "urge", "ask", "beg", "promise"))
CLOSING = frozenset((",", ".", ";", ":", "!", "?", "…", ")", "—", "–", "-", "”", "’", "'"))
FINAL = tuple(".,!?…—–-”’;:")


@dataclass(slots=True)
class State:
    """What is known while reading an article from top to bottom."""

    text: str
    table: CueTable
    drafts: list[Draft] = field(default_factory=list)
    active: Draft | None = None
    """The last quotation with a speaker: floating paragraphs go on with it."""
    colon: tuple[int, Tag | None, Phrase | None, Frame] | None = None
    """A sentence that ends in a colon and nothing quoted after it: (paragraph, tag, phrase, frame)."""
    used: set[tuple[int, int]] = field(default_factory=set)
    frames: list[tuple[Frame, list[Tag]]] = field(default_factory=list)


def read_paragraph(state: State, number: int, frames: list[Frame]) -> None:
    """Add the quotations of one paragraph to `state.drafts`."""
    here: list[Draft] = []
    waiting: list[Region] = []
    for frame in frames:
        tags = find_tags(frame, state.table) if frame.kind != "teaser" else []
        state.frames.append((frame, tags))
        places = frame.places
        if not places:
            _colon(state, number, frame, tags)
            _heard(state, frame, tags)
            continue
        if (_bare(frame) or (not tags and _sentence(state.text, frame))) and _joins(state, frame, here, waiting):
            continue
        made = _frame_drafts(state, frame, tags, places)
        if waiting and made and made[0].kind == "direct":
            _prepend(made[0], waiting)
            waiting = []
        here += made
        _colon(state, number, frame, tags)
    if waiting:
        here[:0] = _floating(state, number, frames[0], waiting)
    for draft in here:
        if draft.speaker is not None and (draft.says or state.active is None):
            state.active = draft
    state.drafts += here


def _heard(state: State, frame: Frame, tags: list[Tag]) -> None:
    """A reported clause makes its speaker the one a floating quotation goes on with."""
    for tag in tags:
        if tag.phrase is not None and tag.cue.says and not tag.gerund and not tag.modal and tag.outer is None:
            draft = Draft("indirect", frame.paragraph, frame.kind)
            set_speaker(draft, frame, tag.phrase)
            draft.rule = tag.rule
            state.active = draft
            return


def _bare(frame: Frame) -> bool:
    """True for a sentence that is nothing but quotation."""
    return all(region is not None or not frame.words[n][0].isalnum() for n, region in enumerate(frame.quotes))


def _sentence(text: str, frame: Frame) -> bool:
    """True when the frame begins with a whole quoted sentence of some length, and only scraps follow."""
    region = frame.quotes[0]
    if region is None or sum(1 for r in frame.quotes if r is not None) > 1:
        return False
    inner = text[region.inner.start : region.inner.end]
    return inner[:1].isupper() and inner.count(" ") >= 5 and len(frame) <= 6


def _joins(state: State, frame: Frame, here: list[Draft], waiting: list[Region]) -> bool:
    """Hang a bare quotation on what stands before it; True when that is settled (or waits for a later tag)."""
    regions = [r for r in frame.quotes if r is not None]
    last = state.drafts[-1] if state.drafts else None
    if not here and not waiting and regions[0].follows and last is not None and last.kind != "indirect":
        for region in regions:
            last.pieces.append(region.inner)
            last.regions.append(region)
        here_first = state.drafts.pop()
        here.append(here_first)
        return True
    if here and here[-1].kind == "direct" and not _introduced(state, frame):
        for region in regions:
            here[-1].pieces.append(region.inner)
            here[-1].regions.append(region)
        return True
    if _introduced(state, frame):
        return False
    if not here:
        waiting += regions
        return True
    draft = _new(frame, regions, "direct")
    draft.link = "joined"
    _copy_speaker(draft, here[-1])
    here.append(draft)
    return True


def _introduced(state: State, frame: Frame) -> bool:
    return state.colon is not None and state.colon[0] >= frame.paragraph - 1


def _copy_speaker(draft: Draft, other: Draft) -> None:
    draft.speaker, draft.head, draft.name, draft.pronoun = other.speaker, other.head, other.name, other.pronoun
    draft.rule = other.rule


def _prepend(draft: Draft, regions: list[Region]) -> None:
    draft.pieces[:0] = [r.inner for r in regions]
    draft.regions[:0] = regions


def _floating(state: State, number: int, frame: Frame, regions: list[Region]) -> list[Draft]:
    """A paragraph of quotation alone: it goes on with the speaker before, when that is near enough."""
    draft = _new(frame, regions, "direct")
    draft.link = "floating"
    former = state.active
    if former is not None and number - former.paragraph <= 3 and former.place == draft.place:
        _copy_speaker(draft, former)
    return [draft]


def _new(frame: Frame, regions: list[Region], kind: str) -> Draft:
    draft = Draft(kind, frame.paragraph, frame.kind)  # type: ignore[arg-type]
    draft.pieces = [r.inner for r in regions]
    draft.regions = list(regions)
    return draft


def _colon(state: State, number: int, frame: Frame, tags: list[Tag]) -> None:
    """Remember a sentence that ends in a colon."""
    if frame.low[-1] == ":" and frame.quotes[-1] is None:
        tag = next((t for t in reversed(tags) if t.phrase is not None), None)
        phrase = tag.phrase if tag else main_subject(frame, len(frame))
        state.colon = (number, tag, phrase, frame)
    elif state.colon is not None and (frame.places or number > state.colon[0]):
        state.colon = None


def _frame_drafts(state: State, frame: Frame, tags: list[Tag], places: list[int]) -> list[Draft]:
    """The quotations of one folded sentence, pieces of one tag joined."""
    groups: list[tuple[Tag | None, str, list[int]]] = []
    for place in places:
        tag, link = _choose(frame, tags, place)
        inner = tag
        while tag is not None and tag.weak and tag.outer is not None:
            tag = tag.outer
        link = link if tag is inner else "clause"
        introduced = place == 0 and state.colon is not None
        if not introduced and classify(frame, place, tag, link, state.text) not in ("quotation", "partial"):
            continue
        if groups and tag is not None and groups[-1][0] is tag:
            groups[-1][2].append(place)
        else:
            groups.append((tag, link, [place]))
    made: list[Draft] = []
    for tag, link, members in groups:
        regions = [frame.quotes[p] for p in members]
        draft = _new(
            frame,
            [r for r in regions if r is not None],
            "direct" if _whole(state.text, frame, tag, members) else "mixed",
        )
        draft.link = link
        if tag is not None:
            _hang(state, draft, frame, tag, members)
        else:
            _untagged(state, draft, frame, members)
        made.append(draft)
    return made


def _hang(state: State, draft: Draft, frame: Frame, tag: Tag, members: list[int]) -> None:
    state.used.add((frame.starts[0], tag.at))
    draft.cue = frame.span(tag.at if tag.rule != "according" else tag.first, tag.at)
    draft.lemma, draft.rule, draft.says = tag.cue.lemma, tag.rule, tag.cue.says
    draft.tag_span = frame.span(0, len(frame) - 1)
    draft.status = tag.cue.status
    draft.addressee = listener_of(frame, tag)
    if tag.negated and draft.status == "said":
        draft.status = "not-said"
    agent = _agent(frame, tag, members)
    if agent is not None:
        set_speaker(draft, frame, agent)
        draft.rule = "passive"
    elif tag.phrase is not None:
        set_speaker(draft, frame, tag.phrase)
        if draft.pronoun and state.colon is not None and state.colon[2] is not None and state.colon[2].kind == "name":
            draft.head = state.colon[3].span(state.colon[2].core, state.colon[2].head)
            draft.pronoun = False
    elif tag.gerund and tag.first == 0 and state.drafts and state.drafts[-1].paragraph >= frame.paragraph - 1:
        _copy_speaker(draft, state.drafts[-1])
    outer = tag.outer
    while outer is not None:
        if outer.phrase is not None and not outer.weak:
            draft.through.insert(0, frame.span(outer.phrase.first, outer.phrase.last))
        outer = outer.outer
    if tag.through is not None:
        draft.through.append(frame.span(tag.through.first, tag.through.last))
    if draft.kind == "mixed":
        draft.clause = clause_of(frame, tag, members)


def _agent(frame: Frame, tag: Tag, members: list[int]) -> Phrase | None:
    """`hailed as “historic” by Ruiz`: the one after `by`."""
    after = members[-1] + 1
    if "call" not in tag.cue.classes or tag.at > members[0] or after + 1 >= len(frame) or frame.low[after] != "by":
        return None
    return right(frame, after + 1)


def set_speaker(draft: Draft, frame: Frame, phrase: Phrase) -> None:
    """The words of `phrase` as speaker of `draft`."""
    draft.speaker = frame.span(phrase.first, phrase.last)
    draft.head = frame.span(phrase.core, phrase.head)
    draft.pronoun = phrase.kind == "pronoun"


def listener_of(frame: Frame, tag: Tag) -> Span | None:
    """The one who is told: after `told`, or after `said to`."""
    first = tag.end + 1
    if first + 1 < len(frame) and tag.cue.lemma == "say" and frame.low[first] == "to":
        first += 1
    elif tag.cue.lemma not in TELLS or tag.inverted or tag.passive:
        return None
    phrase = right(frame, first)
    return frame.span(phrase.first, phrase.last) if phrase is not None else None


def content_start(frame: Frame, tag: Tag, limit: int) -> int:
    """First item of what is reported: after the listener of `told`, after time and place, after `that`."""
    first = tag.end + 1 if not (tag.passive and tag.phrase and tag.phrase.first > tag.at) else tag.at + 1
    if tag.cue.lemma in TELLS and not tag.inverted and first < limit:
        listener = right(frame, first, limit)
        if listener is not None:
            first = listener.last + 1
    for k in range(first, min(first + 12, limit)):
        if frame.low[k] == "that" and (k == first or frame.low[first] in PREPOSITIONS | CALENDAR):
            return k + 1
        if frame.tags[k] in ("VBD", "VBZ", "VBP", "MD") or frame.quotes[k] is not None:
            break
    while first < limit and frame.low[first] in ("that", ",", ":", "as", "—", "–"):
        first += 1
    return first


def clause_of(frame: Frame, tag: Tag, members: list[int]) -> Span | None:
    """The reported clause that holds the items `members`, its marks included."""
    if members[0] > tag.at:
        first = content_start(frame, tag, members[0])
        last = len(frame) - 1
    else:
        first, last = 0, tag.begin - 1
    while last > members[-1] and frame.quotes[last] is None and frame.low[last] in CLOSING:
        last -= 1
    return frame.span(min(first, members[0]), max(last, members[-1]))


def _whole(text: str, frame: Frame, tag: Tag | None, members: list[int]) -> bool:
    """True when every piece stands as a quotation of its own, not woven into the outlet's sentence."""
    for order, place in enumerate(members):
        region = frame.quotes[place]
        assert region is not None
        inner = text[region.inner.start : region.inner.end]
        first = next((c for c in inner if c.isalnum()), "")
        before = frame.low[place - 1] if place else ""
        opens = place == 0 or before in (",", ":", "—", "–", "-") or (tag is not None and tag.end == place - 1)
        if not opens or not (first.isupper() or first.isdigit() or order or (place == 0 and tag is not None)):
            return False
        if order == 0 and first.islower() and not (place == 0 or before == ":"):
            return False
        if order and before not in (",", ".", "—", ";"):
            return False
        after = frame.low[place + 1] if place + 1 < len(frame) else ""
        if not inner.endswith(FINAL) and after not in (",", ".", "—", "–", "-", "", "!", "?"):
            return False
    return True


def _choose(frame: Frame, tags: list[Tag], place: int) -> tuple[Tag | None, str]:
    """The tag of the quotation at `place`, and how it hangs on it."""
    before = [t for t in tags if t.end < place or (t.passive and t.at < place)]
    after = [t for t in tags if t.begin > place]
    near_left = before[-1] if before else None
    near_right = after[0] if after else None
    right_strong = (
        near_right is not None
        and near_right.phrase is not None
        and near_right.cue.says
        and _touch(frame, place + 1, near_right.begin)
    )
    if near_left is not None and near_left.end == place - 1 and not near_left.modal:
        return near_left, "left"
    if (
        right_strong
        and near_right is not None
        and not (near_left is not None and _touch(frame, near_left.end + 1, place))
    ):
        return near_right, "right"
    if near_left is not None and _lead(frame, near_left, place):
        return near_left, "left"
    if right_strong:
        return near_right, "right"
    for tag in reversed(before):
        if tag.phrase is not None and not any(frame.low[k] == ";" for k in range(tag.end, place)):
            return tag, "clause"
    for tag in after:
        if (
            tag.phrase is not None
            and tag.cue.says
            and not tag.gerund
            and tag.begin
            and frame.low[tag.begin - 1] in (",", "—", "–")
        ):
            return tag, "clause"
        if tag.passive and tag.phrase is not None and tag.first and frame.low[tag.first - 1] == "as":
            return tag, "clause"
    return (near_left, "clause") if near_left is not None else (None, "")


def _touch(frame: Frame, first: int, stop: int) -> bool:
    """True when only marks lie between."""
    return all(
        frame.quotes[k] is None and (not frame.words[k][0].isalnum() or frame.low[k] == "as")
        for k in range(first, stop)
    )


def _lead(frame: Frame, tag: Tag, place: int) -> bool:
    """True for `said:`, `told reporters in Oslo,`, `said that` right before the quotation."""
    if frame.low[place - 1] in (":", ",", "that", "as") and tag.cue.says:
        return not any(frame.quotes[k] is not None for k in range(tag.end + 1, place))
    return (
        "call" in tag.cue.classes
        and place - tag.end < 12
        and not any(frame.low[k] in (",", ";") for k in range(tag.end + 1, place))
    )


def _untagged(state: State, draft: Draft, frame: Frame, members: list[int]) -> None:
    """Colon, dash signature, the introduction before, `her remark that`; else no speaker."""
    place = members[0]
    owner = _owner(state, frame, place)
    if owner is not None:
        set_speaker(draft, frame, owner)
        draft.rule, draft.link = "owner", "clause"
        return
    if place and frame.low[place - 1] == ":":
        phrase = left(frame, place - 2) if place > 1 else None
        if phrase is None or phrase.first > 0:
            phrase = main_subject(frame, place) or phrase
        if phrase is not None:
            set_speaker(draft, frame, phrase)
            draft.rule = draft.link = "colon"
            return
    end = members[-1]
    if end + 2 < len(frame) + 1 and end + 1 < len(frame) and frame.low[end + 1] in DASHES:
        phrase = _signature(frame, end + 2)
        if phrase is not None:
            set_speaker(draft, frame, phrase)
            draft.rule = draft.link = "dash"
            return
    if place == 0 and state.colon is not None and state.colon[0] >= frame.paragraph - 1 and state.colon[2] is not None:
        _, tag, intro, host = state.colon
        assert intro is not None
        set_speaker(draft, host, intro)
        draft.rule = draft.link = "colon"
        if tag is not None:
            draft.cue, draft.lemma = host.span(tag.at, tag.at), tag.cue.lemma
            state.used.add((host.starts[0], tag.at))
        draft.tag_span = host.span(0, len(host) - 1)


def _owner(state: State, frame: Frame, place: int) -> Phrase | None:
    """`her March remark that “…”`, `Ruiz's slogan, “…”`: who owns the noun of saying before the quotation."""
    noun = next((k for k in range(place - 1, max(-1, place - 4), -1) if frame.low[k] in state.table.nouns), None)
    if noun is None or any(frame.quotes[k] is not None for k in range(noun, place)):
        return None
    for k in range(noun - 1, max(-1, noun - 5), -1):
        if frame.low[k] in ("his", "her", "their", "its"):
            return Phrase(k, k, k, k, "pronoun")
        if frame.low[k] in ("'s", "’s") and k:
            return left(frame, k - 1)
        if frame.low[k] in PREPOSITIONS or not frame.words[k][0].isalnum():
            return None
    return None


def _signature(frame: Frame, first: int) -> Phrase | None:
    phrase = right(frame, first)
    if phrase is None or phrase.kind != "name":
        return None
    return phrase if len(frame) - phrase.last <= 9 else None
