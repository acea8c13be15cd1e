"""Which verb of saying stands inside the reported clause of another: chains of attribution.

Decides for every tag its `outer` one: the nearest tag before it whose clause is still open, else the tag that closes
the sentence ("…, Weber said").
"""

from __future__ import annotations

from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.tag import Tag

CLOSERS = frozenset(("subject", "inverted", "according", "apposition"))
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


def link(frame: Frame, tags: list[Tag]) -> None:
    """Set `outer` of every tag in place."""
    last = _closing(frame, tags)
    for order, tag in enumerate(tags):
        tag.outer = _outer(frame, tags[:order], tag) if tag is not last else None
        if tag.outer is None and last is not None and tag.end < last.begin - 1:
            tag.outer = last


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
    if (
        tag.gerund
        or tag.rule == "quoted"
        or tag.rule in ("shared", "main", "according")
        or (tag.inverted and not tag.passive)
    ):
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
