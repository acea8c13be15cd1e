"""The lines of a dossier as the change log compares them: what each cites, what it says, what may change of it.

A line is known by the words it cites and by whose report they stand in, not by its id, which may be another one in
every dossier. All versions of a report count as one report here (`roots`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rashomon.export.view import View
from rashomon.export.words import KINDS, RELATIONS, clipped, count, period, reading

Data = dict[str, Any]
Key = tuple[str, str]
WORD = re.compile(r"[^\W_]+")
LONGEST = 160
_INNER = str.maketrans("“”", "‘’")
VERDICTS = {"agreed": "agreed", "disputed": "disputed", "single": "told by one"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dossier.

    `keys`: the words it cites with the report they are from; `name`: what it is about, as in "figure 'people killed'";
    `text`: what it says, in one line; `facts`: what may change of it, each with the words that tell it; `said`: what
    each report gives, for figures; `lonely`: only one report has it.
    """

    section: str
    keys: frozenset[Key]
    name: str
    text: str
    facts: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lonely: bool = False
    articles: frozenset[str] = frozenset()

    @property
    def roots(self) -> frozenset[str]:
        """The reports it cites."""
        return frozenset(root for root, _ in self.keys)

    @property
    def whole(self) -> str:
        """The line as it is told when it comes or goes."""
        if self.section == "figures":
            return clipped(self.text, LONGEST)
        return f"{self.facts['speaker']}: {self.name}" if self.section == "utterances" else self.name

    @property
    def words(self) -> frozenset[str]:
        """The words it says, to find it again when a report was rewritten."""
        return frozenset(WORD.findall(self.text.casefold()))


class Lines:
    """The lines of one dossier (JSON data), section by section."""

    def __init__(self, dossier: Data, roots: Mapping[str, str]) -> None:
        self.view = View(dossier)
        self._dossier, self._roots = dossier, roots
        self._texts: dict[str, str] = {a["id"]: a["text"] for a in dossier["articles"]}
        self.outlets = {self.root(a["id"]): self.view.named(a["id"]) for a in dossier["articles"]}

    def root(self, article: str) -> str:
        """The first version of a report."""
        return self._roots.get(article, article)

    def all(self) -> dict[str, list[Line]]:
        """The lines by section, each section in dossier order."""
        return {
            "figures": [self._figure(f) for f in self._dossier["figures"]],
            "disagreements": [self._disagreement(d) for d in self._dossier["disagreements"]],
            "statements": [self._statement(s) for s in self._dossier["statements"]],
            "utterances": [self._utterance(u) for u in self._dossier["utterances"]],
            "timeline": [self._entry(t) for t in self._dossier["timeline"] if t.get("of") != "publication"],
            "positions": [self._position(p) for p in self._dossier["positions"]],
        }

    def _figure(self, f: Data) -> Line:
        cites = [r["cite"] for r in f["readings"]]
        said: dict[str, list[str]] = {}
        for r in f["readings"]:
            told = reading({**r, "counted": None}, f["unit"])
            said.setdefault(self.root(r["cite"]["article"]), []).append(
                told + ("" if r["kind"] == "report" else " (link)")
            )
        about = f["about"] or "a figure"
        values = ", ".join(dict.fromkeys(reading(r, f["unit"]) for r in f["readings"]))
        return self._line(
            "figures",
            cites,
            f"figure “{about}”",
            f"{about}: {values}" + ("" if f["relation"] == "single" else f" ({RELATIONS[f['relation']]})"),
            {"relation": RELATIONS[f["relation"]]},
            {root: tuple(dict.fromkeys(values)) for root, values in said.items()},
        )

    def _statement(self, s: Data) -> Line:
        cites = [r["cite"] for r in s["reports"]]
        told = (
            f"{VERDICTS[s['verdict']]}, {count(s['outlets'], 'outlet')}" if s["verdict"] != "single" else "told by one"
        )
        return self._line("statements", cites, quoted(s["gist"], LONGEST), s["gist"], {"verdict": told})

    def _utterance(self, u: Data) -> Line:
        quotes = [self.view.quotes[q] for q in u["quotes"]]
        words = self.view.quoted(quotes[0])
        said_by = [u["speaker"]] if u["speaker"] is not None else [q["speaker"] for q in quotes]
        speaker = " or ".join(dict.fromkeys(self.view.actor(name, "somebody not named") for name in said_by))
        facts = {"speaker": speaker, "relation": RELATIONS[u["relation"]], "outlets": count(u["outlets"], "outlet")}
        cites = [c for q in quotes for c in q["content"]]
        return self._line("utterances", cites, quoted(words, LONGEST), words, facts)

    def _entry(self, t: Data) -> Line:
        when = period(t["start"], t["end"], t["precision"])
        return self._line("timeline", t["cites"], quoted(t["what"], LONGEST), t["what"], {"time": when})

    def _position(self, p: Data) -> Line:
        text = f"{self.view.actor(p['actor'])} {p['stance']}: {p['object']}"
        return self._line("positions", p["cites"], clipped(text, LONGEST), text)

    def _disagreement(self, d: Data) -> Line:
        cites = [c for s in d["sides"] for c in s["cites"]]
        sides = " / ".join(s["says"] for s in d["sides"])
        return self._line(
            "disagreements",
            cites,
            f"{KINDS[d['kind']].lower()}: {d['note'].rstrip('.')}",
            d["note"],
            {"sides": clipped(sides, LONGEST)},
        )

    def _line(
        self,
        section: str,
        cites: Iterable[Data],
        name: str,
        text: str,
        facts: Mapping[str, str] | None = None,
        said: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Line:
        places = list(cites)
        articles = frozenset(c["article"] for c in places)
        roots = {self.root(a) for a in articles}
        keys = frozenset((self.root(c["article"]), self._said(c)) for c in places)
        return Line(section, keys, name, " ".join(text.split()), facts or {}, said or {}, len(roots) == 1, articles)

    def _said(self, c: Data) -> str:
        """The words at a cite without case, white space made single."""
        return " ".join(self._texts[c["article"]][c["start"] : c["end"]].split()).casefold()


def pairs(old: list[Line], new: list[Line]) -> tuple[list[tuple[Line, Line]], list[Line], list[Line]]:
    """Lines that are one before and after, then those that went, then those that came.

    The more they cite in common the sooner; what is left over is paired by its words, when a report of both tells it
    nearly so: that is what a revision does.
    """
    left, right = dict(enumerate(old)), dict(enumerate(new))
    found: dict[int, int] = {}
    for scores in (_by_cites(left, right), _by_words(left, right)):
        for _, a, b in sorted(scores):
            if a in left and b in right:
                found[b] = a
                del left[a], right[b]
    return [(old[found[b]], new[b]) for b in sorted(found)], list(left.values()), list(right.values())


CITED = 0.5
"""Share of the shorter list of cites that two versions of a line have in common."""
ALIKE = 0.4
"""Share of words (of both) that a rewritten line has in common with what it was."""


def _by_cites(left: dict[int, Line], right: dict[int, Line]) -> Iterator[tuple[float, int, int]]:
    having: dict[Key, list[int]] = {}
    for n, line in left.items():
        for key in line.keys:
            having.setdefault(key, []).append(n)
    for b, line in right.items():
        shared: dict[int, int] = {}
        for key in line.keys:
            for a in having.get(key, ()):
                shared[a] = shared.get(a, 0) + 1
        for a, many in shared.items():
            share = many / min(len(left[a].keys), len(line.keys))
            same = 2 * (left[a].text == line.text) + len(left[a].roots & line.roots)
            if share >= CITED:
                yield (-share - many - same, a, b)


def _by_words(left: dict[int, Line], right: dict[int, Line]) -> Iterator[tuple[float, int, int]]:
    """A generator on purpose: it looks at what the first round has left."""
    told: dict[str, list[int]] = {}
    for n, line in left.items():
        for root in line.roots:
            told.setdefault(root, []).append(n)
    words = {n: line.words for n, line in left.items()}
    for b, line in right.items():
        mine = line.words
        for a in sorted({n for root in line.roots for n in told.get(root, ())}):
            share = len(mine & words[a]) / max(1, len(mine | words[a]))
            if share >= ALIKE or (line.said and left[a].name == line.name):
                yield (-share, a, b)


def quoted(text: str, limit: int) -> str:
    """The beginning of a text in quotation marks; marks inside it become single ones."""
    return f"“{clipped(text, limit).translate(_INNER)}”"
