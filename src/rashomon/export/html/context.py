"""What the templates of the page need, in the order it is shown. Adds no line that is not in the dossier."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit

from rashomon.export.html.checks import SHOWN as CHECKS_SHOWN
from rashomon.export.html.checks import Checks
from rashomon.export.html.cites import Cites
from rashomon.export.html.figures import Figures
from rashomon.export.html.glance import Glance
from rashomon.export.html.lines import Lines
from rashomon.export.html.origins import Origins
from rashomon.export.html.timeline import Timeline
from rashomon.export.html.utterances import Utterances
from rashomon.export.html.wording import Wording
from rashomon.export.sections import SECTIONS
from rashomon.export.view import Data, View
from rashomon.export.words import clipped, day, short_day

STORY = {"title", "subtitle", "body", "subhead", "caption"}
"""Blocks that are read as the report; all others are shown dimmed."""
KIND_WORDS = {
    "title": "headline",
    "subtitle": "subtitle",
    "byline": "byline",
    "date": "date line",
    "body": "text",
    "subhead": "subheading",
    "caption": "picture caption",
    "advert": "advertisement",
    "teaser": "link headline",
    "links": "links",
    "credit": "credit",
    "furniture": "page furniture",
}
AGREED_SHOWN = 14
LONG = 100_000
"""Characters from which on the paragraphs of a source are laid out only when they come into view."""
_UNSHOWN = re.compile("[\0\r\ud800-\udfff]")
SHOWN_AS = {0: "\ufffd", 13: "\n", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
"""Characters a page cannot hold; each is shown as one other character, so that offsets stay right."""


def context(view: View) -> dict[str, Any]:
    """The variables of `page.html.jinja`."""
    cites = Cites(view)
    lines, said, figures = Lines(view, cites), Utterances(view, cites), Figures(view, cites)
    wording, origins, timeline = Wording(view, cites), Origins(view, cites), Timeline(view, cites)
    agreed = [lines.statement(s) for s in view.statements("agreed")]
    differ, checks = lines.differ(), Checks(view, cites).rows()
    counts = {
        "agreed": len(agreed),
        "differ": sum(len(g["cards"]) for g in differ),
        "checks": len(checks),
        "single": len(view.statements("single")),
        "said": len(view.dossier["utterances"]),
        "positions": len(view.dossier["positions"]),
        "figures": len(view.dossier["figures"]),
        "timeline": len(view.dossier["timeline"]),
        "wording": len(view.dossier.get("wording", [])),
        "sources": len(view.articles),
        "unread": len(view.dossier["unread"]),
    }
    alone = len(view.articles) == 1
    always = ("sources",) if alone else ("agreed", "differ", "sources")
    return {
        "head": view.dossier["story"],
        "span": _span(view),
        "sections": {s.key: s for s in SECTIONS},
        "order": [s for s in SECTIONS if counts[s.key] or s.key in always],
        "alone": alone,
        "counts": counts,
        "sources": sources(view),
        "glance": Glance(view, cites).groups(),
        "agreed": agreed[:AGREED_SHOWN],
        "agreed_more": agreed[AGREED_SHOWN:],
        "coverage": lines.coverage(),
        "differ": differ,
        "checks": checks[:CHECKS_SHOWN],
        "checks_more": checks[CHECKS_SHOWN:],
        "single": lines.single(view.statements("single")),
        "shared": said.shared(),
        "lone": said.lone(),
        "positions": lines.positions(),
        "figures": figures.compared(),
        "lone_figures": figures.lone(),
        "days": timeline.days(),
        "strip": timeline.strip(),
        "labels": wording.labels(),
        "choices": wording.choices(),
        "spellings": wording.spellings(),
        "actors": wording.actors(),
        "origins": origins.table(),
        "graph": origins.graph(),
        "unread": view.dossier["unread"],
    }


def _span(view: View) -> str:
    """First and last publication, in words."""
    days = sorted(a["published"][:10] for a in view.articles if a["published"] and len(a["published"]) >= 10)
    if not days:
        return ""
    return day(days[0]) if days[0] == days[-1] else f"{day(days[0])} to {day(days[-1])}"


def sources(view: View) -> list[Data]:
    """The reports with their blocks, in order."""
    out = []
    for n, a in enumerate(view.articles, 1):
        published = a["published"] or ""
        out.append(
            {
                **a,
                "n": n,
                "name": view.named(a["id"]),
                "short": a["outlet"] or "Unnamed outlet",
                "lead": clipped(a["title"] or "", 90) or PurePosixPath(a["path"]).name,
                "day": short_day(published) if len(published) >= 10 else "date not known",
                "clock": published[11:16],
                "long": len(a["text"]) > LONG,
                "blocks": blocks(n, a),
                "url": web_address(a["url"]),
            }
        )
    return out


def blocks(n: int, article: Data) -> list[Data]:
    """The blocks of source `n`; `first` begins a run of blocks of one kind that is not the story."""
    text = article["text"].translate(SHOWN_AS) if _UNSHOWN.search(article["text"]) else article["text"]
    out, before = [], ""
    for i, b in enumerate(article["blocks"]):
        kind = KIND_WORDS[b["kind"]]
        out.append(
            {
                "id": f"s{n}-{i}",
                "start": b["start"],
                "kind": b["kind"],
                "hint": f"{kind}: {b['reason']}" if b.get("reason") else kind,
                "label": kind if b["kind"] not in STORY and b["kind"] != before else "",
                "dim": b["kind"] not in STORY,
                "text": text[b["start"] : b["end"]],
            }
        )
        before = b["kind"]
    return out


def web_address(url: Any) -> str | None:
    """`url` when it is an http(s) address, made safe to print, else None: no other scheme may become a link."""
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(url, safe="/:?#[]@!$&'()*+,;=%-._~")
