"""Which tag a quoted piece hangs on, and whether it stands as a quotation of its own.

Decides by what lies between: a tag that touches the piece on the right, one that leads into it on the left, the
clause it is woven into. A quotation of its own begins its clause with a capital and ends with a mark; all else is
mixed.
"""

from __future__ import annotations

from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.tag import Tag

FINAL = tuple(".,!?…—–-”’;:")


def whole(text: str, frame: Frame, tag: Tag | None, members: list[int]) -> bool:
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


def choose(frame: Frame, tags: list[Tag], place: int) -> tuple[Tag | None, str]:
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
        if near_left is not None and _relayed(frame, near_left, near_right, place):
            return near_left, "clause"
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


def _relayed(frame: Frame, near_left: Tag, near_right: Tag, place: int) -> bool:
    """`Weber said it was “late”, Radio Ash reported`: the one who relays it is not the one who said it."""
    return (
        near_left.outer is near_right
        and near_right.cue.lemma == "report"
        and near_left.phrase is not None
        and near_left.cue.says
        and not (near_left.gerund or near_left.modal or near_left.passive)
        and all(frame.quotes[k] is None for k in range(near_left.end + 1, place))
    )


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
