"""A dossier as a summary on the terminal: what an editor wants to see first, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from rashomon.export.checks import checks
from rashomon.export.sections import CAUTION
from rashomon.export.view import View, teaser_only
from rashomon.export.words import KINDS, RELATIONS, clipped, count, reading

LIMIT = 6
"""Lines shown per section; the rest is counted."""
LOOKS = 3
"""The same of what is worth a look."""


def print_summary(dossier: dict[str, Any], console: Console) -> None:
    """Print `dossier` (JSON data) to `console`; texts of reports are never read as markup."""
    view = View(dossier)
    head = dossier["story"]
    console.print(Text(head["title"], style="bold"))
    days = f" · {view.days()}" if view.days() else ""
    console.print(Text(f"{count(head['reports'], 'report')} · {count(head['origins'], 'origin')}{days}"))
    for n, article in enumerate(view.articles, 1):
        flag = " (seems to be about something else)" if article["stray"] else ""
        console.print(Text(f"  [{n}] {view.outlet(article['id'])}{flag}", style="dim"))
    _section(console, "Agreed", list(_statements(view, "agreed")))
    _section(console, "Differ", list(_differ(view)) or _nothing(view))
    _section(console, *_checks(view), most=LOOKS)
    _section(console, "Who said what, differently", list(_said(view)))
    _section(console, "Where they stand", list(_positions(view)))
    _section(console, "Figures", list(_figures(view)))
    _section(console, "Only one reports", list(_statements(view, "single")))
    _section(console, "Could not be read", [Text(f"{u['path']}: {u['reason']}") for u in dossier["unread"]])


def _nothing(view: View) -> list[Text]:
    """Said instead of differences where none was found among several reports."""
    told = "Nothing was found that clearly does not fit together; not all differences are found."
    return [Text(told)] if len(view.articles) > 1 else []


def _checks(view: View) -> tuple[str, list[Text], str]:
    found = [
        Text(f"{c['note']} {_numbers(view, [cite for s in c['sides'] for cite in s['cites']])}") for c in checks(view)
    ]
    return f"Worth a look ({len(found)})", found, CAUTION


def _section(console: Console, title: str, lines: list[Text], how: str = "", most: int = LIMIT) -> None:
    if not lines:
        return
    console.print()
    console.print(Text(title, style="bold underline"))
    if how:
        console.print(Text(f"  {how}", style="dim"))
    console.print(Padding(Group(*lines[:most]), (0, 0, 0, 2)))
    if len(lines) > most:
        console.print(Text(f"  … and {len(lines) - most} more (use --out FILE.html to see all)", style="dim"))


def _numbers(view: View, cites: list[dict[str, Any]]) -> str:
    return "[" + ",".join(str(n) for n in sorted({view.number[c["article"]] for c in cites})) + "]"


def _statements(view: View, verdict: str) -> Iterator[Text]:
    for s in view.statements(verdict):
        holders = dict.fromkeys(view.actor(r["holder"], "") for r in s["reports"])
        # Only what somebody vouches for in every report carries the name: the outlets do not say it themselves.
        said = f" (according to {', '.join(holders)})" if "" not in holders else ""
        yield Text(f"{s['gist']}{said} {_numbers(view, [r['cite'] for r in s['reports']])}")


def _differ(view: View) -> Iterator[Text]:
    for d in view.dossier["disagreements"]:
        lines = [f"{KINDS[d['kind']]}: {d['note']}"]
        for side in d["sides"]:
            who = view.actor(side["holder"], "the outlets")
            lines.append(f"  – {who}: {side['says']} {_numbers(view, side['cites'])}")
        yield Text("\n".join(lines))
    for s in view.statements("disputed"):
        yield Text(f"Denied by some: {s['gist']} {_numbers(view, [r['cite'] for r in s['reports']])}")


def _said(view: View) -> Iterator[Text]:
    for u in view.dossier["utterances"]:
        if u["relation"] in ("single", "same") or u["outlets"] < 2:
            continue
        first = view.quotes[u["quotes"][0]]
        words = "; ".join(f"“{a or '–'}” / “{b or '–'}”" for d in u["differences"] for a, b in d["words"][:4])
        cites = [c for q in u["quotes"] for c in view.quotes[q]["content"]]
        who = view.actor(u["speaker"], "speaker not known")
        line = f"{who}: “{clipped(view.quoted(first), 110)}” {_numbers(view, cites)}"
        yield Text(line + (f"\n  {words}" if words else ""))


def _positions(view: View) -> Iterator[Text]:
    for p in view.dossier["positions"]:
        yield Text(f"{view.actor(p['actor'])} {p['stance']}: {clipped(p['object'], 110)} {_numbers(view, p['cites'])}")


def _figures(view: View) -> Iterator[Text]:
    for f in view.dossier["figures"]:
        if f["relation"] == "single":
            continue
        teased = {r["value"] for r in teaser_only(f)}
        values = ", ".join(
            dict.fromkeys(
                reading(r, f["unit"]) + (" (only in a link headline)" if r["value"] in teased else "")
                for r in f["readings"]
            )
        )
        note = f" ({f['note']})" if f["note"] else ""
        numbers = _numbers(view, [r["cite"] for r in f["readings"]])
        yield Text(f"{f['about']}: {values} – {RELATIONS[f['relation']]}{note} {numbers}")
