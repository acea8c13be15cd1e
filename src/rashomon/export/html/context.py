"""What the template of the page needs, in the order it shows it. Adds no line that is not in the dossier."""

from __future__ import annotations

import bisect
from typing import Any
from urllib.parse import urlsplit

from rashomon.export.html.charts import figure_chart, timeline_chart
from rashomon.export.html.differences import marked_versions
from rashomon.export.sections import SECTIONS
from rashomon.export.view import Data, View, reading

STATES = {"present": "✓", "differs": "≠", "absent": "–", "not-captured": "?"}


def context(view: View) -> dict[str, Any]:
    """The variables of `page.html.jinja`."""
    page = Page(view)
    return {
        "head": view.dossier["story"],
        "days": view.days(),
        "sections": {s.key: s for s in SECTIONS},
        "sources": page.sources(),
        "agreed": [page.statement(s) for s in view.statements("agreed") + view.statements("disputed")],
        "single": [page.statement(s) for s in view.statements("single")],
        "differ": [page.disagreement(d) for d in view.dossier["disagreements"]],
        "said": [page.utterance(u) for u in view.dossier["utterances"]],
        "figures": [page.figure(f) for f in view.dossier["figures"]],
        "timeline": [page.entry(t) for t in view.dossier["timeline"]],
        "timeline_chart": timeline_chart(view.dossier["timeline"]),
        "wording": [page.wording(w) for w in view.dossier.get("wording", [])],
        "origins": [page.origin(o) for o in view.dossier["origins"]],
        "coverage": page.coverage(),
        "states": STATES,
        "actors": page.actors(),
        "unread": view.dossier["unread"],
    }


class Page:
    """Builds the parts of the page from one dossier."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.starts = {a["id"]: [b["start"] for b in a["blocks"]] for a in view.articles}

    def chip(self, cite: Data) -> Data:
        """A cite as the reader sees it: source number, outlet, the words, and where it leads."""
        passage = self.view.passage(cite)
        starts = self.starts[cite["article"]]
        block = max(0, bisect.bisect_right(starts, cite["start"]) - 1)
        return {
            "n": passage.source,
            "outlet": passage.outlet,
            "start": passage.start,
            "end": passage.end,
            "text": passage.text,
            "anchor": f"s{passage.source}-{block}",
        }

    def chips(self, cites: list[Data]) -> list[Data]:
        """Cites in source order."""
        return sorted((self.chip(c) for c in cites), key=lambda c: (c["n"], c["start"]))

    def sources(self) -> list[Data]:
        """The reports with their blocks, in order."""
        out = []
        for n, a in enumerate(self.view.articles, 1):
            blocks = [
                {"id": f"s{n}-{i}", "start": b["start"], "end": b["end"], "kind": b["kind"], "reason": b.get("reason", ""),
                 "text": a["text"][b["start"] : b["end"]]}
                for i, b in enumerate(a["blocks"])
            ]  # fmt: skip
            out.append({**a, "n": n, "name": self.view.outlet(a["id"]), "blocks": blocks, "url": web_address(a["url"])})
        return out

    def statement(self, s: Data) -> Data:
        """A statement with its chips."""
        return {**s, "chips": self.chips([r["cite"] for r in s["reports"]])}

    def disagreement(self, d: Data) -> Data:
        """A disagreement with names for holders."""
        sides = [
            {"who": self.view.actor(s["holder"], "the outlets"), "says": s["says"], "chips": self.chips(s["cites"])}
            for s in d["sides"]
        ]
        return {**d, "sides": sides}

    def utterance(self, u: Data) -> Data:
        """An utterance card: the reference version and every other one, differing words marked."""
        versions = []
        for version in marked_versions(self.view, u):
            q = self.view.quotes[version["quote"]]
            versions.append(
                {**q, **version, "chips": self.chips(q["content"]), "outlet": self.view.outlet(q["article"])}
            )
        return {**u, "name": self.view.actor(u["speaker"], "speaker not known"), "versions": versions}

    def figure(self, f: Data) -> Data:
        """A figure with its readings and the drawing on a common scale."""
        rows = [
            {**r, "words": reading(r, f["unit"]), "who": self.view.actor(r["holder"], ""), "chip": self.chip(r["cite"])}
            for r in f["readings"]
        ]
        return {**f, "rows": rows, "chart": figure_chart(f)}

    def entry(self, t: Data) -> Data:
        """A timeline entry."""
        when = t["start"] if t["start"] == t["end"] else f"{t['start']} – {t['end']}"
        return {**t, "when": when, "chips": self.chips(t["cites"])}

    def wording(self, w: Data) -> Data:
        """A wording row with the outlet's name."""
        chips = self.chips(w["cites"])
        return {**w, "who": self.view.actor(w["about"], w["about"]), "outlet": chips[0]["outlet"], "chips": chips}

    def origin(self, o: Data) -> Data:
        """An origin with its passages."""
        passages = [{"share": round(100 * p["shared"]), "chips": self.chips(p["cites"])} for p in o["passages"]]
        names = sorted({c["n"] for p in passages for c in p["chips"]})
        return {**o, "passages": passages, "numbers": names}

    def coverage(self) -> Data:
        """The matrix: one row per statement that says something about more than one report."""
        gists = {s["id"]: s for s in self.view.dossier["statements"]}
        rows = [
            {"id": c["statement"], "gist": gists[c["statement"]]["gist"],
             "cells": [c["cells"].get(a["id"], "not-captured") for a in self.view.articles]}
            for c in self.view.dossier["coverage"]
            if c["statement"] in gists and gists[c["statement"]]["verdict"] != "single"
        ]  # fmt: skip
        return {"rows": rows, "columns": [self.view.outlet(a["id"]) for a in self.view.articles]}

    def actors(self) -> list[Data]:
        """Actors with their spellings and labels, most cited first."""

        def weight(a: Data) -> int:
            return sum(len(f["cites"]) for f in [*a["spellings"], *a["labels"]])

        rows = sorted(self.view.dossier["actors"], key=lambda a: (-weight(a), a["name"]))
        return [{**a, "weight": weight(a), "forms": self._forms(a)} for a in rows if weight(a) > 1]

    def _forms(self, actor: Data) -> list[Data]:
        forms = [("spelling", f) for f in actor["spellings"]] + [("label", f) for f in actor["labels"]]
        return [{"kind": kind, "text": f["text"], "chips": self.chips(f["cites"])} for kind, f in forms]


def web_address(url: Any) -> str | None:
    """`url` when it is an http(s) address, else None: no other scheme may become a link."""
    if not isinstance(url, str):
        return None
    try:
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
