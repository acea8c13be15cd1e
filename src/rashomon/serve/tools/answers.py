"""What each tool answers: few lines, each with cites; what was left out is counted, never dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rashomon.export.checks import checks
from rashomon.export.sections import CAUTION
from rashomon.export.view import View
from rashomon.export.words import clipped
from rashomon.records.desk import Filter, StoryRow
from rashomon.serve.desks import Reader
from rashomon.serve.rest import sections
from rashomon.text.folding import content, fold, stems

Data = dict[str, Any]
LONGEST = 400
"""Characters of the words of a cite that are shown; `start` and `end` give all of them."""
CITES = 6
"""Cites of a line that are shown."""


def search_stories(
    desk: Reader, query: str, since: str | None, until: str | None, outlet: str | None, limit: int
) -> Data:
    """Stories whose reports have the words, the best first, each with the passage that shows it; all without words."""
    only = Filter(since=since, until=until, outlet=outlet)
    if not query.strip():
        found = desk.stories(only, limit=limit)
        return {"stories": [_head(row) for row in found.items], "more": found.next is not None}
    hits = desk.search(query, only, limit=min(200, 5 * limit))
    stories: dict[str, Data] = {}
    for hit in hits.items:
        if hit.story is None or (hit.story not in stories and len(stories) >= limit):
            continue
        story = stories.setdefault(hit.story, {**_head(desk.story(hit.story)), "cites": []})
        if len(story["cites"]) < 3:
            row = desk.store.rows([hit.article])[0]
            place = {"article": hit.article, "outlet": hit.outlet, "url": row.url, "start": hit.start, "end": hit.end}
            story["cites"].append({**place, "words": " ".join(hit.excerpt.split())})
    return {"stories": list(stories.values()), "more": hits.next is not None}


def get_dossier(desk: Reader, story: str, limit: int) -> Data:
    """A story in short: its reports, what is agreed and disputed, counts of the rest."""
    view = View(desk.dossier(story))
    head = view.dossier["story"]
    verdicts = {v: view.statements(v) for v in ("disputed", "agreed", "single")}
    return {
        **_head(desk.story(story)),
        "origins": head["origins"],
        "reports_in_order": [
            {
                "article": a["id"],
                "outlet": a["outlet"],
                "title": a["title"],
                "published": a["published"],
                "url": a["url"],
                "captured_whole": a.get("captured", True),
            }
            for a in view.articles
        ],
        "disputed": _some([_statement(view, s) for s in verdicts["disputed"]], limit),
        "agreed": _some([_statement(view, s) for s in verdicts["agreed"]], limit),
        "told_by_one": len(verdicts["single"]),
        "figures": len(view.dossier["figures"]),
        "utterances": len(view.dossier["utterances"]),
        "disagreements": len(view.dossier["disagreements"]),
        "worth_a_look": len(checks(view)),
    }


def get_quotes(desk: Reader, story: str, speaker: str | None, differing: bool, limit: int) -> Data:
    """What was said, every outlet's version; of one speaker, or only where versions differ, when asked."""

    def wanted(line: Data) -> bool:
        return _is_named(speaker, line["speaker"]) and not (differing and line["relation"] in ("single", "same"))

    return _section(desk, story, sections.quotes, wanted, limit)


def get_figures(desk: Reader, story: str, about: str | None, differing: bool, limit: int) -> Data:
    """Figures with every reading; about something, or only where readings differ, when asked."""

    def wanted(line: Data) -> bool:
        return _speaks_of(about, line["about"]) and not (differing and line["relation"] in ("single", "same"))

    return _section(desk, story, sections.figures, wanted, limit)


def get_disagreements(desk: Reader, story: str, kind: str | None, limit: int) -> Data:
    """Where the reports do not fit together, side by side; apart from it what is worth a look and may be none."""
    found = _section(desk, story, sections.disagreements, lambda line: kind in (None, line["kind"]), limit)
    asked = _section(desk, story, sections.checks, lambda line: kind in (None, line["kind"]), limit)
    del asked["story"]
    return {**found, "worth_a_look": {"caution": CAUTION, **asked}}


def get_coverage(desk: Reader, story: str, about: str | None, limit: int) -> Data:
    """Which outlet has which statement, and which lacks it although its report was captured whole."""
    return _section(desk, story, sections.coverage, lambda line: _speaks_of(about, line["gist"]), limit)


def check_claim(desk: Reader, claim: str, limit: int) -> Data:
    """Lines of dossiers that speak of a claim; whether it is true is not said."""
    lines = desk.check_claim(claim, limit)
    return {
        "claim": claim,
        "lines": [
            _short(
                {
                    "story": line.story,
                    "section": line.section,
                    "id": line.id,
                    "text": line.text,
                    "verdict": line.verdict,
                    "numbers": line.numbers,
                    "outlets": line.outlets,
                    "origins": line.origins,
                    "cites": [
                        {**{k: c[k] for k in ("article", "outlet", "url", "start", "end")}, "words": c["text"]}
                        for c in line.cites
                    ],
                }
            )
            for line in lines
        ],
        "note": "" if lines else "no line of this desk speaks of it; that says nothing about whether it is true",
    }


def _head(row: StoryRow) -> Data:
    return {
        "story": row.id,
        "title": row.title,
        "first": row.first,
        "last": row.last,
        "reports": row.reports,
        "outlets": row.outlets,
        "origins": row.origins,
        "disagreements": row.disagreements,
    }


def _statement(view: View, s: Data) -> Data:
    return {
        "id": s["id"],
        "gist": s["gist"],
        "outlets": s["outlets"],
        "origins": s["origins"],
        "reports": [
            {
                "polarity": r["polarity"],
                "holder": view.actor(r["holder"]) if r["holder"] else None,
                "cite": sections.cited(view, r["cite"]),
            }
            for r in s["reports"]
        ],
    }


def _section(
    desk: Reader, story: str, lines: Callable[[View], list[Data]], wanted: Callable[[Data], bool], limit: int
) -> Data:
    found = [line for line in lines(View(desk.dossier(story))) if wanted(line)]
    return {"story": desk.story(story).id, **_some(found, limit)}


def _some(lines: list[Data], limit: int) -> Data:
    return {"lines": [_short(line) for line in lines[:limit]], "left_out": max(0, len(lines) - limit)}


def _short(value: Any) -> Any:
    """`value` with long words clipped and long lists of cites cut; what was cut is counted beside them."""
    if isinstance(value, dict):
        out = {key: _short(v) for key, v in value.items()}
        for key in ("cites", "values", "readings", "versions", "reports"):
            if isinstance(value.get(key), list) and len(value[key]) > CITES:
                out[key], out[f"{key}_left_out"] = out[key][:CITES], len(value[key]) - CITES
        if isinstance(value.get("words"), str):
            out["words"] = clipped(value["words"], LONGEST)
        return out
    return [_short(v) for v in value] if isinstance(value, list) else value


def _is_named(asked: str | None, name: str | None) -> bool:
    if asked is None:
        return True
    return name is not None and {w.key for w in fold(asked)} <= {w.key for w in fold(name)}


def _speaks_of(asked: str | None, text: str) -> bool:
    if asked is None:
        return True
    wanted = stems(content([w.key for w in fold(asked)]))
    return wanted <= stems(content([w.key for w in fold(text)]))
