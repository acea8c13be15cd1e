"""What stands between two quotation marks: somebody's words, or only a title, a term, a nickname or distance.

Decides from length, capitals, the words before and after, and whether a tag governs it. A short segment that no verb of
saying governs is the outlet's own distance (scare quote); capitals after "on", "the" or "film" make a title. When it
can be either, the tag wins: leaving out a quotation is worse than a low confidence.
"""

from __future__ import annotations

from typing import Literal

from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.tag import Tag
from rashomon.text.lexicon import lexicon

SegmentClass = Literal["quotation", "partial", "scare", "title", "term", "nickname"]

BEFORE: dict[str, frozenset[str]] = {k: frozenset(v.split()) for k, v in lexicon("quoted")["before"].items()}
SPOKEN = frozenset((":", ","))
SHORT = 3


def classify(frame: Frame, place: int, tag: Tag | None, link: str, text: str) -> SegmentClass:
    """The class of the quoted region at item `place` of `frame`, whose tag, if any, is `tag`."""
    region = frame.quotes[place]
    assert region is not None
    inner = text[region.inner.start : region.inner.end]
    words = inner.split()
    before = frame.low[place - 1] if place else ""
    after = frame.words[place + 1] if place + 1 < len(frame) else ""
    spoken = link in ("left", "right") and tag is not None and tag.cue.says and (before in SPOKEN or link == "right")
    if _nickname(frame, place, words, before, after):
        return "nickname"
    if before in BEFORE["hedges"] or (frame.low[place - 2 : place] == ["so", "called"] and place > 1):
        return "term"
    if frame.kind not in ("title", "subtitle", "teaser") and _title(
        frame, place, words, inner, before, after, tag, spoken
    ):
        return "title"
    if tag is None and before in BEFORE["terms"]:
        return "term"
    if tag is None and len(words) <= SHORT and not _standing(frame, place, inner):
        return "scare"
    return "quotation" if spoken or place == 0 else "partial"


def _standing(frame: Frame, place: int, inner: str) -> bool:
    """True for an exclamation that is a sentence of its own: “Resign!”, or words after a colon."""
    alone = all(r is not None or not frame.words[n][0].isalnum() for n, r in enumerate(frame.quotes))
    return alone or (place > 0 and frame.low[place - 1] == ":")


def _nickname(frame: Frame, place: int, words: list[str], before: str, after: str) -> bool:
    """`Juan “Chico” Ruiz`: one or two words between two parts of a name, or after `nicknamed`."""
    if len(words) > 3 or not words[0][:1].isalnum():
        return False
    if before in BEFORE["nicknames"] or (before == "as" and place > 1 and frame.low[place - 2] in BEFORE["nicknames"]):
        return True
    former = frame.words[place - 1] if place else ""
    return bool(
        former[:1].isupper()
        and after[:1].isupper()
        and words[0][0].isupper()
        and frame.tags[place - 1] == "NNP"
        and frame.tags[place + 1] == "NNP"
        and len(words) <= 2
    )


def _title(
    frame: Frame, place: int, words: list[str], inner: str, before: str, after: str, tag: Tag | None, spoken: bool
) -> bool:
    """True for the title of a work or the name of a show, a shop, a ship."""
    letters = [w for w in words if w[:1].isalpha()]
    capital = bool(letters) and letters[0][0].isupper() and all(w[0].isupper() for w in letters if len(w) > 3)
    near = frame.low[max(0, place - 3) : place]
    work = any(word in BEFORE["works"] for word in near)
    if before in BEFORE["named"] and (capital or work) and (tag is None or tag.phrase is None or work):
        return len(words) <= 12
    if spoken and not (before in BEFORE["places"] and len(words) <= 6):
        return False
    if not capital or len(words) > 12 or (inner.rstrip("”\"'’").endswith(("?", "!")) and not work):
        return False
    if work and before not in (":",):
        return True
    if tag is not None and tag.end == place - 1:
        return False
    if tag is None:
        return place > 0 or bool(after[:1].islower())
    return len(words) > 1 and (before in BEFORE["places"] or after[:1].islower())
