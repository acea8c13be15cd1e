"""At a glance: the few lines of a dossier that an editor asks for first, each a link to the line itself.

It picks, it does not judge: what does not fit together, one of each kind before the second of any; whose words are
quoted differently, one of each speaker first; figures that only a link headline gives; reports that repeat one text;
how much is worth a look.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import groupby
from typing import NamedTuple

from rashomon.export.checks import checks
from rashomon.export.html.cites import Cites
from rashomon.export.view import Data, View, teaser_only
from rashomon.export.words import KINDS, clipped, count, reading, via

SHOWN = 4
"""Lines under one heading."""
_LEAST = {"reworded": 0, "paraphrased": 1, "cut": 2}
_NOTE, _SIDE, _BEGINS = 150, 150, 48


class Outlet(NamedTuple):
    """A report by its number and short name."""

    n: int
    name: str


class Glance:
    """Makes the lines from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites

    def groups(self) -> list[Data]:
        """The headings that have something to show, in order."""
        made = (
            ("What does not fit together", "differ", self.differ()),
            ("Quoted differently", "said", self.quoted()),
            ("Figure only in a link headline", "figures", self.teased()),
            ("Not independent", "sources", self.copied()),
            ("Worth a look", "checks", self.looked()),
        )
        return [
            {"heading": heading, "section": section, "rows": rows[:SHOWN], "more": len(rows) > SHOWN}
            for heading, section, rows in made
            if rows
        ]

    def differ(self) -> list[Data]:
        """Disagreements and disputed statements; those about quoted words stand under their own heading.

        Two short sides say more than a long note.
        """
        rows = []
        found = [d for d in self.view.dossier["disagreements"] if d["kind"] != "wording"]
        for d in _spread(found, lambda d: d["kind"]):
            sides = [" ".join(s["says"].split()) for s in d["sides"]]
            tell = len(d["note"]) > _NOTE and len(sides) == 2
            text = " / ".join(f"“{clipped(s, _SIDE)}”" for s in sides) if tell else clipped(d["note"], 2 * _NOTE)
            text = text[:1].upper() + text[1:]
            rows.append(self._row(d["id"], KINDS[d["kind"]], text, [s["cites"] for s in d["sides"]], "against"))
        for s in self.view.statements("disputed"):
            told = [[r["cite"] for r in s["reports"] if (r["polarity"] == "denied") is no] for no in (False, True)]
            text = clipped(" ".join(s["gist"].split()), _NOTE)
            rows.append(self._row(s["id"], "Denied by some", text, [t for t in told if t], "against"))
        return rows

    def quoted(self) -> list[Data]:
        """Utterances whose versions differ, by how many outlets have them."""
        found = [u for u in self.view.dossier["utterances"] if u["relation"] in _LEAST and len(u["quotes"]) > 1]
        found.sort(key=lambda u: (-u["outlets"], _LEAST[u["relation"]]))
        rows = []
        for u in _spread(found, lambda u: u["speaker"]):
            name = self.view.actor(u["speaker"], "Speaker not known")
            quotes = [self.view.quotes[q] for q in u["quotes"]]
            pairs = dict.fromkeys((a, b) for d in u["differences"] for a, b in d["words"] if a and b)
            if pairs:
                text = ", ".join(f"“{clipped(a, 40)}” or “{clipped(b, 40)}”" for a, b in list(pairs)[:3])
                rows.append(self._row(u["id"], name, text, [[c for q in quotes for c in q["content"]]], ""))
                continue
            by_length = sorted(quotes, key=lambda q: -self.view.length(q))
            longest, shortest = (
                [q for q in quotes if self.view.length(q) == self.view.length(by_length[n])] for n in (0, -1)
            )
            most, least = self.view.length(longest[0]), self.view.length(shortest[0])
            extent = f" in {count(most, 'word')} or {least:,}" if most > least else f" {u['relation']}"
            text = f"“{clipped(self.view.quoted(longest[0]), _BEGINS)}”{extent}"
            sides = [[c for q in side for c in q["content"]] for side in (longest, shortest)]
            rows.append(self._row(u["id"], f"{name} {via(u['channel'])}".strip(), text, sides, "against"))
        return rows

    def teased(self) -> list[Data]:
        """Figures that no report gives, only a headline that links to another article."""
        return [
            self._row(f["id"], reading(r, f["unit"]), "", [[r["cite"]]], "")
            for f in self.view.dossier["figures"]
            for r in teaser_only(f)
        ]

    def copied(self) -> list[Data]:
        """Reports that repeat one text."""
        return [
            self._row(
                o["id"],
                count(len({c["article"] for p in o["passages"] for c in p["cites"]}), "report"),
                f"repeat one text ({o['source']})" if o["source"] else "repeat one text",
                [[c for p in o["passages"] for c in p["cites"]]],
                "",
            )
            for o in self.view.dossier["origins"]
            if o["kind"] == "copies"
        ]

    def looked(self) -> list[Data]:
        """How much there is that may be a difference: a count, for it is no finding."""
        many = len(checks(self.view))
        text = "where passages seem to tell one thing and give different values"
        return [self._row("checks", count(many, "place"), text, [], "")] if many else []

    def _row(self, line: str, lead: str, text: str, sides: list[list[Data]], between: str) -> Data:
        outlets = [self._outlets(cites) for cites in sides]
        if all(side == outlets[0] for side in outlets):
            outlets = outlets[:1]
        return {"id": line, "lead": lead, "text": text, "sides": outlets, "between": between}

    def _outlets(self, cites: list[Data]) -> list[Outlet]:
        ordered = groupby(self.view.order(cites), key=lambda c: str(c["article"]))
        return [Outlet(self.view.number[article], self.view.short(article)) for article, _ in ordered]


def _spread(rows: list[Data], key: Callable[[Data], Hashable]) -> list[Data]:
    """`rows` so that the first of every key stands before the second of any; order kept else."""
    seen: dict[Hashable, int] = {}
    ranked = []
    for row in rows:
        seen[key(row)] = seen.get(key(row), 0) + 1
        ranked.append((seen[key(row)], row))
    return [row for _, row in sorted(ranked, key=lambda item: item[0])]
