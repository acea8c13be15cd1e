"""A dossier as Markdown: numbered sources, every line with the characters it rests on, as `[source:start-end]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rashomon.export.checks import checks, shown
from rashomon.export.sections import SECTIONS
from rashomon.export.view import Data, Passage, View
from rashomon.export.words import KINDS, RELATIONS, count, period, reading

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~]|&(?=#?\w+;)|^[-+=](?=\s|$)|(?<=^\d)[.)](?=\s|$)|(?<=^\d\d)[.)](?=\s|$))")
"""Marks of Markdown, HTML entities, and what at the head of a line would make it an item of a list."""


def to_markdown(dossier: dict[str, Any]) -> str:
    """`dossier` (JSON data) as a Markdown document."""
    view = View(dossier)
    return "\n".join(_lines(view)).rstrip() + "\n"


def escape(text: str) -> str:
    """`text` with every character that Markdown or HTML would read as markup made plain."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _plain(text: str) -> str:
    """`escape` for a piece of a sentence: a blank at its ends stays."""
    return f"{' ' * text[:1].isspace()}{escape(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"


def _marks(passages: list[Passage]) -> str:
    return " ".join(p.mark for p in passages)


def _lines(view: View) -> Iterator[str]:
    head = view.dossier["story"]
    yield f"# {escape(head['title'])}"
    yield ""
    counts = f"{count(head['reports'], 'report')} · {count(head['origins'], 'origin')}"
    yield f"{counts} · {view.days()}" if view.days() else counts
    for title, how, body in SECTIONS:
        lines = list(BODIES[body](view))
        if lines:
            yield from ("", f"## {title}", "", f"*{how}*", "", *lines)


def _statements(verdict: str) -> Any:
    def lines(view: View) -> Iterator[str]:
        for s in view.statements(verdict):
            yield f"- {escape(s['gist'])} — {_reports(view, s['reports'])}"

    return lines


def _reports(view: View, reports: list[Data]) -> str:
    """Who tells it, by who vouches for it; where reports stand against one another, which of them say it is not so."""
    mixed = len({r["polarity"] == "denied" for r in reports}) > 1
    groups: dict[tuple[bool, str], list[Passage]] = {}
    for r in sorted(reports, key=lambda r: (mixed and r["polarity"] == "denied", r["holder"] is not None)):
        key = (mixed and r["polarity"] == "denied", view.actor(r["holder"], ""))
        groups.setdefault(key, []).append(view.passage(r["cite"]))
    parts = []
    for (against, holder), passages in groups.items():
        outlets = ", ".join(dict.fromkeys(escape(p.outlet) for p in passages))
        words = ["not so"] if against else []
        words += [f"according to {escape(holder)}"] if holder else []
        parts.append(f"{', '.join(words)}{' in ' if words else ''}{outlets} {_marks(passages)}")
    return "; ".join(parts)


def _differ(view: View) -> Iterator[str]:
    for d in view.dossier["disagreements"]:
        yield f"- **{KINDS[d['kind']]}**: {escape(d['note'])}"
        for side in d["sides"]:
            passages = view.passages(side["cites"])
            holder = escape(view.actor(side["holder"], "the outlets"))
            yield f"    - {holder}: {escape(side['says'])} {_marks(passages)}"

    for s in view.statements("disputed"):
        yield f"- **Denied by some**: {escape(s['gist'])}"
        for r in s["reports"]:
            holder = escape(view.actor(r["holder"], "the outlet"))
            passage = view.passage(r["cite"])
            yield f"    - {r['polarity']} by {holder}: “{escape(passage.text)}” {passage.mark}"


def _checks(view: View) -> Iterator[str]:
    for c in checks(view):
        yield f"- {escape(c['note'])}"
        for side in c["sides"]:
            said, passages = shown(view, side), view.passages(side["cites"])
            more = f" and {count(said.more, 'more report')}" if said.more else ""
            holder = f"{escape(view.actor(side['holder']))}, in " if side["holder"] else ""
            words = "".join(f"**{escape(p['text'])}**" if p["differs"] else _plain(p["text"]) for p in said.parts)
            yield f"    - {holder}{escape(view.outlet(said.article))}{more}: {words} {_marks(passages)}"


def _positions(view: View) -> Iterator[str]:
    for p in view.dossier["positions"]:
        marks = _marks(view.passages(p["cites"]))
        yield f"- {escape(view.actor(p['actor']))} **{p['stance']}**: {escape(p['object'])} {marks}"


def _said(view: View) -> Iterator[str]:
    for u in view.dossier["utterances"]:
        yield f"- **{escape(view.actor(u['speaker'], 'speaker not known'))}** ({RELATIONS[u['relation']]})"
        for name in u["quotes"]:
            q = view.quotes[name]
            marks = _marks(view.passages(q["content"]))
            status = "" if q["status"] == "said" else f", {q['status']}"
            yield f"    - {escape(view.outlet(q['article']))}, {q['kind']}{status}: “{escape(view.quoted(q))}” {marks}"
        for d in u["differences"]:
            pairs = ", ".join(f"“{escape(a) or '–'}” / “{escape(b) or '–'}”" for a, b in d["words"])
            yield f"    - differs: {pairs}"


def _figures(view: View) -> Iterator[str]:
    for f in view.dossier["figures"]:
        note = f" — {escape(f['note'])}" if f["note"] else ""
        yield f"- **{escape(f['about'])}** ({RELATIONS[f['relation']]}){note}"
        for r in f["readings"]:
            passage = view.passage(r["cite"])
            teaser = " (link headline)" if r["kind"] == "teaser" else ""
            holder = f", {escape(view.actor(r['holder']))}" if r["holder"] else ""
            words = escape(reading(r, f["unit"]))
            yield f"    - {words}: {escape(passage.outlet)}{holder}{teaser} “{escape(passage.text)}” {passage.mark}"


def _timeline(view: View) -> Iterator[str]:
    for t in view.dossier["timeline"]:
        span = period(t["start"], t["end"], t["precision"])
        planned = " (planned)" if t["mode"] == "planned" else ""
        yield f"- {span}{planned}: {escape(t['what'])} {_marks(view.passages(t['cites']))}"


def _wording(view: View) -> Iterator[str]:
    for w in view.dossier.get("wording", []):
        passages = view.passages(w["cites"])
        about = escape(view.actor(w["about"], w["about"]))
        yield f"- {about} ({w['kind']}): {escape(passages[0].outlet)} writes “{escape(w['text'])}” {_marks(passages)}"


def _sources(view: View) -> Iterator[str]:
    for n, a in enumerate(view.articles, 1):
        stray = " — seems to be about something else" if a["stray"] else ""
        title = f": {escape(a['title'])}" if a["title"] else ""
        published = a["published"] or "date not known"
        yield f"{n}. {escape(view.outlet(a['id']))}{title} ({published}), {escape(a['path'])}{stray}"
    for o in view.dossier["origins"]:
        source = f", {escape(o['source'])}" if o["source"] else ""
        yield f"- {'One text' if o['kind'] == 'copies' else 'One source'}{source}: " + "; ".join(
            _shared(view, p) for p in o["passages"]
        )


def _shared(view: View, passage: Data) -> str:
    return f"{round(100 * passage['shared'])} % of the words {_marks(view.passages(passage['cites']))}"


def _unread(view: View) -> Iterator[str]:
    for u in view.dossier["unread"]:
        yield f"- {escape(u['path'])}: {escape(u['reason'])}"


BODIES = {
    "agreed": _statements("agreed"),
    "differ": _differ,
    "checks": _checks,
    "single": _statements("single"),
    "said": _said,
    "positions": _positions,
    "figures": _figures,
    "timeline": _timeline,
    "wording": _wording,
    "sources": _sources,
    "unread": _unread,
}
