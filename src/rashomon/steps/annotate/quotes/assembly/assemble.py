"""Puts the pieces of one utterance together inside a report and hangs them on their tag.

Decides, sentence by sentence, which tag a quoted piece belongs to (left of it, right of it, or the clause it stands
in), which pieces are one utterance (split tags, later sentences of the paragraph, paragraphs with repeated opening
marks), and which untagged paragraphs go on with the speaker before. What has no tag and no speaker before it stays
without one.
"""

from __future__ import annotations

from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.choose import choose, whole
from rashomon.steps.annotate.quotes.assembly.clauses import clause_of, listener_of, relay
from rashomon.steps.annotate.quotes.assembly.drafts import Draft, set_speaker
from rashomon.steps.annotate.quotes.assembly.introductions import introduce, owner_of, remember_colon, signature
from rashomon.steps.annotate.quotes.assembly.segments import classify
from rashomon.steps.annotate.quotes.assembly.state import State
from rashomon.steps.annotate.quotes.tagging.appositions import with_name
from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import Phrase, right
from rashomon.steps.annotate.quotes.tagging.subjects import DASHES
from rashomon.steps.annotate.quotes.tagging.tag import Tag
from rashomon.steps.annotate.quotes.tagging.tags import find_tags
from rashomon.text.quotemarks import Region


def read_paragraph(state: State, number: int, frames: list[Frame]) -> None:
    """Add the quotations of one paragraph to `state.drafts`."""
    here: list[Draft] = []
    waiting: list[Region] = []
    for frame in frames:
        tags = find_tags(frame, state.table) if frame.kind != "teaser" else []
        state.frames.append((frame, tags))
        places = frame.places
        if not places and _signed(state, frame, here, waiting):
            continue
        if not places:
            remember_colon(state, number, frame, tags)
            _heard(state, frame, tags)
            continue
        if (_bare(frame) or (not tags and _sentence(state.text, frame))) and _joins(state, frame, here, waiting):
            continue
        made = _frame_drafts(state, frame, tags, places)
        if not made:
            _heard(state, frame, tags)
        if waiting and made and made[0].kind == "direct":
            _prepend(made[0], waiting)
            waiting = []
        here += made
        remember_colon(state, number, frame, tags)
    if waiting:
        here[:0] = _floating(state, number, frames[0], waiting)
    for draft in here:
        if draft.speaker is not None and (draft.says or state.active is None):
            state.active = draft
    state.drafts += here


def _signed(state: State, frame: Frame, here: list[Draft], waiting: list[Region]) -> bool:
    """`“A true expert.” —Commissioner Li`, or the name in a line of its own: the quotation before gets its speaker."""
    if frame.low[0] not in DASHES or not (phrase := signature(frame, 1)):
        return False
    last = here[-1] if here else state.drafts[-1] if state.drafts else None
    if waiting:
        draft = _new(frame, waiting, "direct")
        waiting.clear()
        here.append(draft)
    elif last is not None and last.link == "floating" and last.paragraph >= frame.paragraph - 1:
        draft = last
    else:
        return False
    draft.name = None
    set_speaker(draft, frame, phrase)
    draft.rule = draft.link = "dash"
    return True


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
    signed = len(frame) > 1 and frame.low[1] in DASHES
    named = any(word[0].isupper() for word in frame.words[1:])
    return inner[:1].isupper() and inner.count(" ") >= 5 and len(frame) <= 6 and not signed and not named


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
    draft.rule, draft.proper, draft.joint, draft.antecedent = other.rule, other.proper, other.joint, other.antecedent
    draft.apposed = other.apposed


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


def _frame_drafts(state: State, frame: Frame, tags: list[Tag], places: list[int]) -> list[Draft]:
    """The quotations of one folded sentence, pieces of one tag joined."""
    groups: list[tuple[Tag | None, str, list[int]]] = []
    for place in places:
        tag, link = choose(frame, tags, place)
        inner = tag
        while tag is not None and (tag.weak or tag.negated) and tag.outer is not None:
            tag = tag.outer
        link = link if tag is inner else "clause"
        if link == "clause" and tag is not None and tag.at > place and owner_of(state, frame, place) is not None:
            tag, link = None, ""
        introduced = frame.kind == "teaser" or (place == 0 and state.colon is not None)
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
            "direct" if whole(state.text, frame, tag, members) else "mixed",
        )
        draft.link = link
        if tag is not None:
            _hang(state, draft, frame, tag, members)
        else:
            introduce(state, draft, frame, members)
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
            draft.antecedent = state.colon[3].span(state.colon[2].core, state.colon[2].head)
        elif draft.pronoun and draft.antecedent is None:
            draft.antecedent = _just_heard(state, frame)
    elif tag.gerund and tag.first == 0 and state.drafts and state.drafts[-1].paragraph >= frame.paragraph - 1:
        _copy_speaker(draft, state.drafts[-1])
    draft.speaks = tag.outer is None
    relay(draft, frame, tag)
    if draft.kind == "mixed":
        draft.clause = clause_of(frame, tag, members)


def _just_heard(state: State, frame: Frame) -> Span | None:
    """The named speaker of the last tag, when it stands in this paragraph or the one before."""
    active = state.active
    if active is None or not active.proper or active.joint or frame.paragraph - active.paragraph > 1:
        return None
    return active.head


def _agent(frame: Frame, tag: Tag, members: list[int]) -> Phrase | None:
    """`hailed as “historic” by Ruiz`: the one after `by`."""
    after = members[-1] + 1
    if "call" not in tag.cue.classes or tag.at > members[0] or after + 1 >= len(frame) or frame.low[after] != "by":
        return None
    return with_name(frame, right(frame, after + 1))
