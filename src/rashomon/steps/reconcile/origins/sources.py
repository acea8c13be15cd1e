"""Where a shared text comes from, as the reports say it.

Decides on credits: the agencies that the reports' credit lines and metadata name, a dateline like "ERIE, Pa. (AP)",
and "told AFP". A source is named when one agency is credited by more of the reports than any other; else there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from rashomon.records.article import Article
from rashomon.records.findings import Utterance
from rashomon.text.lexicon import lexicon

PLACED = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,30})? \(([A-Z][\w&. -]{1,30})\)\s{0,2}[-–—]")
"""A dateline: a place in capitals, who reports from it in brackets, a dash; whether or not the name is known."""
OPENING = 400
"""Characters at the start of the body in which a dateline stands."""


@cache
def _agencies() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Spelling to agency, the pattern of a dateline credit, the pattern of "told AFP"."""
    table = lexicon("agencies").get("wire", {})
    names = {str(s).casefold(): name for name, spelt in table.items() for s in [name, *spelt]}
    either = "|".join(
        re.escape(s) for s in sorted({s for n, spelt in table.items() for s in [n, *spelt]}, key=lambda s: (-len(s), s))
    )
    dateline = re.compile(rf"\(({either})\)\s*[-–—:]|^\s*({either})\s*[-–—,:]", re.MULTILINE)
    told = re.compile(
        rf"\b(?:told|to|said|reported|reports)\s+(?:the\s+|news agency\s+)?({either})\b"
        rf"|\b({either}) (?:journalist|correspondent|reporter|witness)\b"
    )
    return names, dateline, told


def agency_of(articles: Iterable[Article]) -> str | None:
    """The agency most of the reports credit for their text; None when none is, or two are credited alike."""
    named: Counter[str] = Counter()
    for article in articles:
        for name in sorted(_credited(article)):
            named[name] += 1
    ranked = sorted(named.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _credited(article: Article) -> set[str]:
    """The agencies a report credits: in metadata and credit lines, as its dateline, or as those that were told."""
    names, dateline, told = _agencies()
    stated = {names.get(s.casefold(), s) for s in article.sources}
    if article.outlet and article.outlet.casefold() in names:
        stated.add(names[article.outlet.casefold()])
    body = next((b.start for b in article.of_kind(frozenset({"body"}))), 0)
    opening = dateline.search(article.text, body, body + OPENING)
    if opening:
        stated.add(names[(opening[1] or opening[2]).casefold()])
    placed = PLACED.match(article.text, body)
    if placed:
        stated.add(names.get(placed[1].casefold(), placed[1]))
    return stated or {names[(m[1] or m[2]).casefold()] for m in told.finditer(article.text)}


def words_for(utterance: Utterance, name: str | None) -> str | None:
    """What many quote: "Ana Silva's post on Blue Square", "Ana Silva's statement"; None without a speaker."""
    if name is None:
        return None
    owner = f"{name}'" if name.endswith("s") else f"{name}'s"
    channel = (utterance.channel or "").strip()
    if not channel:
        return f"{owner} words"
    if channel == "social media" or (channel[:1].isupper() and not _is_outlet(channel)):
        return f"{owner} post on {channel}"
    return f"{owner} words to {channel}" if channel[:1].isupper() else f"{owner} {channel}"


def _is_outlet(channel: str) -> bool:
    """True for the name of an outlet that was told: its last word is one that outlets end in."""
    return channel.split()[-1].casefold() in lexicon("channels")["outlets"]["words"].split()
