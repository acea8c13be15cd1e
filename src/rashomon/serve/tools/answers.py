"""What each tool answers: few lines, each with cites; what was left out is counted, never dropped in silence.

The words of a cite are the text of the report from `start` on, to the letter: a program can hold them against the
report, and `get_passage` gives it the report.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Any

from rashomon.errors import UsageError
from rashomon.export.checks import checks
from rashomon.export.sections import CAUTION
from rashomon.export.view import View
from rashomon.records.article import Article
from rashomon.records.desk import ArticleRow, Filter, StoryRow
from rashomon.serve.answers import encoded
from rashomon.serve.desks import Reader
from rashomon.serve.rest import sections
from rashomon.text.folding import content, fold, stems

Data = dict[str, Any]
LONGEST = 400
"""Characters of the words of a cite that are shown; `get_passage` gives all of them."""
CITES = 6
"""Cites of a line that are shown."""
ROOM = 24_000
"""Characters that the lines of an answer take together, whatever their number; one line is always shown."""
LINES = 50
"""Lines of an answer at the most."""
REPORTS = 60
"""Reports of a story that are listed."""
NAMES = 30
"""Speakers that are named to who asked for one that says nothing."""
AROUND = 300
"""Characters that are shown before and after a passage."""
PASSAGE = 4000
"""Characters of a passage that are shown."""


def search_stories(
    desk: Reader, query: str, since: str | None, until: str | None, outlet: str | None, limit: int
) -> Data:
    """Stories whose reports have the words, the best first, each with the passage that shows it; all without words."""
    only = Filter(since=since, until=until, outlet=outlet)
    if not query.strip():
        found = desk.stories(only, limit=limit)
        return {"stories": [_head(row) for row in found.items], "more": found.next is not None, "note": ""}
    hits = desk.search(query, only, limit=min(200, 5 * limit))
    stories: dict[str, Data] = {}
    for hit in hits.items:
        if hit.story is None or (hit.story not in stories and len(stories) >= limit):
            continue
        story = stories.setdefault(hit.story, {**_head(desk.story(hit.story)), "cites": []})
        if len(story["cites"]) < 3:
            url = desk.store.rows([hit.article])[0].url
            cite = sections.passage(hit.article, hit.outlet, url, hit.start, hit.end, hit.excerpt)
            story["cites"].append(cite)
    shown = _fitting([_short(story) for story in stories.values()], ROOM)
    note = "" if shown else "no report has these words; try fewer, or a beginning such as evacuat*"
    return {"stories": shown, "more": hits.next is not None or len(shown) < len(stories), "note": note}


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
            for a in view.articles[:REPORTS]
        ],
        "reports_left_out": max(0, len(view.articles) - REPORTS),
        "disputed": _some([_statement(view, s) for s in verdicts["disputed"]], limit, ROOM // 2),
        "agreed": _some([_statement(view, s) for s in verdicts["agreed"]], limit, ROOM // 2),
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

    found = _section(desk, story, sections.quotes, wanted, limit)
    if speaker is not None and not found["lines"]:
        names = dict.fromkeys(line["speaker"] for line in sections.quotes(View(desk.dossier(story))) if line["speaker"])
        found["speakers"] = list(names)[:NAMES]
    return found


def get_figures(desk: Reader, story: str, about: str | None, differing: bool, limit: int) -> Data:
    """Figures with every reading; about something, or only where readings differ, when asked."""

    def wanted(line: Data) -> bool:
        return _speaks_of(about, line["about"]) and not (differing and line["relation"] in ("single", "same"))

    return _section(desk, story, sections.figures, wanted, limit)


def get_disagreements(desk: Reader, story: str, kind: str | None, limit: int) -> Data:
    """Where the reports do not fit together, side by side; apart from it what is worth a look and may be none."""
    view = View(desk.dossier(story))
    found, asked = (
        _some([line for line in lines(view) if kind in (None, line["kind"])], limit, ROOM // 2)
        for lines in (sections.disagreements, sections.checks)
    )
    return {"story": desk.story(story).id, **found, "worth_a_look": {"caution": CAUTION, **asked}}


def get_coverage(desk: Reader, story: str, about: str | None, limit: int) -> Data:
    """Which outlet has which statement, and which lacks it although its report was captured whole."""
    return _section(desk, story, sections.coverage, lambda line: _speaks_of(about, line["gist"]), limit)


def check_claim(desk: Reader, claim: str, limit: int) -> Data:
    """Lines of dossiers that speak of a claim; whether it is true is not said."""
    found = desk.check_claim(claim, LINES)
    names = dict.fromkeys(c["article"] for line in found[:limit] for c in line.cites)
    reports = {name: desk.article(name) for name in names}
    lines = [
        {
            "story": line.story,
            "section": line.section,
            "id": line.id,
            "text": line.text,
            "verdict": line.verdict,
            "numbers": line.numbers,
            "outlets": line.outlets,
            "origins": line.origins,
            "cites": [_cite(*reports[c["article"]], c["start"], c["end"]) for c in line.cites],
        }
        for line in found[:limit]
    ]
    shown = _some(lines, limit)
    note = "" if lines else "no line of this desk speaks of it; that says nothing about whether it is true"
    return {"claim": claim, **shown, "left_out": len(found) - len(shown["lines"]), "note": note}


def get_passage(desk: Reader, article: str, start: int, end: int) -> Data:
    """What stands in a report from character `start` to `end`, and around it. Raises UsageError, NotFound."""
    row, found = desk.article(article)
    if not start < end <= len(found.text):
        raise UsageError(f"this report has {len(found.text)} characters: give `start` less than `end`, and both in it")
    return {
        **_cut(_cite(row, found, start, end), PASSAGE),
        "before": found.text[max(0, start - AROUND) : start],
        "after": found.text[end : end + AROUND],
        "title": row.title,
        "published": row.published,
        "story": row.story,
        "captured_whole": found.captured,
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


def _cite(row: ArticleRow, found: Article, start: int, end: int) -> Data:
    return sections.passage(row.id, row.outlet, row.url, start, end, found.text[start:end])


def _section(
    desk: Reader, story: str, lines: Callable[[View], list[Data]], wanted: Callable[[Data], bool], limit: int
) -> Data:
    every = lines(View(desk.dossier(story)))
    found = [line for line in every if wanted(line)]
    note = f"none of the {len(every)} lines is like that: ask without a filter" if every and not found else ""
    return {"story": desk.story(story).id, **_some(found, limit), "note": note}


def _some(lines: list[Data], limit: int, room: int = ROOM) -> Data:
    """The first lines, as many as were asked for and have room."""
    shown = _fitting([_short(line) for line in lines[:limit]], room)
    return {"lines": shown, "left_out": len(lines) - len(shown)}


def _fitting(lines: list[Data], room: int) -> list[Data]:
    """The first lines that take no more than `room` characters together; at least one."""
    ends = accumulate(len(encoded(line)) for line in lines)
    return [line for n, (line, end) in enumerate(zip(lines, ends, strict=True)) if n == 0 or end <= room]


def _short(value: Any) -> Any:
    """`value` with long words cut and long lists of cites too; what was cut is counted beside them."""
    if isinstance(value, dict):
        out = {key: _short(v) for key, v in value.items()}
        for key in ("cites", "values", "readings", "versions", "reports"):
            if isinstance(value.get(key), list) and len(value[key]) > CITES:
                out[key], out[f"{key}_left_out"] = out[key][:CITES], len(value[key]) - CITES
        return _cut(out, LONGEST)
    return [_short(v) for v in value] if isinstance(value, list) else value


def _cut(cite: Data, longest: int) -> Data:
    """A cite with the first `longest` characters of its words."""
    words = cite.get("words")
    if not isinstance(words, str) or len(words) <= longest:
        return cite
    return {**cite, "words": words[:longest], "words_left_out": len(words) - longest}


def _is_named(asked: str | None, name: str | None) -> bool:
    if asked is None:
        return True
    return name is not None and {w.key for w in fold(asked)} <= {w.key for w in fold(name)}


def _speaks_of(asked: str | None, text: str) -> bool:
    if asked is None:
        return True
    wanted = stems(content([w.key for w in fold(asked)]))
    return wanted <= stems(content([w.key for w in fold(text)]))
