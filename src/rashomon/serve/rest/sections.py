"""Sections of a dossier for programs: names for ids, and every cite with its outlet, address and the words it cites."""

from __future__ import annotations

from typing import Any

from rashomon.export.checks import checks as looks
from rashomon.export.view import View
from rashomon.export.words import KINDS, RELATIONS, reading

Data = dict[str, Any]


def cited(view: View, cite: Data) -> Data:
    """A cite with the report it is in and the words that stand there, to the letter."""
    article = view.article(cite["article"])
    start, end = cite["start"], cite["end"]
    return passage(cite["article"], article["outlet"], article["url"], start, end, article["text"][start:end])


def passage(article: str, outlet: str | None, url: str | None, start: int, end: int, words: str) -> Data:
    """A cite as all interfaces for programs give it."""
    return {"article": article, "outlet": outlet, "url": url, "start": start, "end": end, "words": words}


def figures(view: View) -> list[Data]:
    """Figures with what each report gives."""
    return [
        {
            "id": f["id"],
            "about": f["about"],
            "unit": f["unit"],
            "relation": f["relation"],
            "relation_in_words": RELATIONS[f["relation"]],
            "note": f["note"],
            "readings": [
                {
                    "says": reading(r, f["unit"]),
                    **{key: r[key] for key in ("value", "low", "high", "modifier", "counted", "kind")},
                    "holder": view.actor(r["holder"]) if r["holder"] else None,
                    "cite": cited(view, r["cite"]),
                }
                for r in f["readings"]
            ],
        }
        for f in view.dossier["figures"]
    ]


def quotes(view: View) -> list[Data]:
    """What was said: each utterance once, with the version of every outlet and the words that differ."""
    return [
        {
            "id": u["id"],
            "speaker": view.actor(u["speaker"], "") or None,
            "relation": u["relation"],
            "relation_in_words": RELATIONS[u["relation"]],
            "outlets": u["outlets"],
            "differing_words": [pair for d in u["differences"] for pair in d["words"]],
            "versions": [_version(view, view.quotes[q]) for q in u["quotes"]],
        }
        for u in view.dossier["utterances"]
    ]


def _version(view: View, q: Data) -> Data:
    return {
        "id": q["id"],
        "kind": q["kind"],
        "status": q["status"],
        "channel": q["channel"],
        "confidence": q["confidence"],
        "speaker_cite": cited(view, q["speaker_cite"]) if q["speaker_cite"] else None,
        "cites": [cited(view, c) for c in q["content"]],
    }


def disagreements(view: View) -> list[Data]:
    """Where the reports do not fit together, side by side."""
    return [
        {
            "id": d["id"],
            "kind": d["kind"],
            "kind_in_words": KINDS[d["kind"]],
            "note": d["note"],
            "sides": [_side(view, side) for side in d["sides"]],
        }
        for d in view.dossier["disagreements"]
    ]


def checks(view: View) -> list[Data]:
    """What is worth a look, side by side, with the words that differ; perhaps it is about two things."""
    return [
        {
            "id": c["id"],
            "kind": c["kind"],
            "kind_in_words": KINDS[c["kind"]],
            "note": c["note"],
            "sides": [
                {**_side(view, side), "values": [cited(view, v) for v in side.get("values", [])]} for side in c["sides"]
            ],
        }
        for c in looks(view)
    ]


def _side(view: View, side: Data) -> Data:
    return {
        "says": side["says"],
        "holder": view.actor(side["holder"]) if side["holder"] else None,
        "cites": [cited(view, c) for c in side["cites"]],
    }


def coverage(view: View) -> list[Data]:
    """Which report has which statement; `not-captured` where a report is not whole, so that absence proves nothing."""
    lines = {s["id"]: s for s in view.dossier["statements"]}
    return [
        {
            "statement": row["statement"],
            "gist": lines[row["statement"]]["gist"],
            "verdict": lines[row["statement"]]["verdict"],
            "cells": [
                {"article": a, "outlet": view.article(a)["outlet"], "state": state} for a, state in row["cells"].items()
            ],
            "cites": [cited(view, r["cite"]) for r in lines[row["statement"]]["reports"]],
        }
        for row in view.dossier["coverage"]
        if row["statement"] in lines
    ]


SECTIONS = {
    "figures": figures,
    "quotes": quotes,
    "disagreements": disagreements,
    "checks": checks,
    "coverage": coverage,
}
