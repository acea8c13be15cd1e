"""A dossier as a reader meets it: numbered sources, names for ids, the words behind a cite.

Reads only the plain data of a dossier, so every rendering shows the same record; adds no line of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from rashomon.export.words import clipped

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words behind one cite. `source`: number of the article in the list of sources, from 1."""

    source: int
    outlet: str
    start: int
    end: int
    text: str

    @property
    def mark(self) -> str:
        """`[2:412-430]`: source number and characters."""
        return f"[{self.source}:{self.start}-{self.end}]"


class View:
    """Look-ups over one dossier (JSON data)."""

    def __init__(self, dossier: Data) -> None:
        self.dossier = dossier
        self.articles: list[Data] = dossier["articles"]
        self.number = {a["id"]: n for n, a in enumerate(self.articles, 1)}
        self._by_id = {a["id"]: a for a in self.articles}

    @cached_property
    def actors(self) -> dict[str, Data]:
        """Actors by id."""
        return {a["id"]: a for a in self.dossier["actors"]}

    @cached_property
    def quotes(self) -> dict[str, Data]:
        """Quotes by id."""
        return {q["id"]: q for q in self.dossier["quotes"]}

    def outlet(self, article: str) -> str:
        """The outlet's name, or the file's name where the report names no outlet."""
        a = self._by_id[article]
        return str(a["outlet"] or f"{PurePosixPath(a['path']).name} (outlet not named)")

    def short(self, article: str) -> str:
        """A name for the report that fits on a chip: the outlet, cut at 26 characters, or `unnamed outlet`."""
        return clipped(str(self._by_id[article]["outlet"] or "unnamed outlet"), 26)

    def named(self, article: str) -> str:
        """The outlet, or `Unnamed outlet` and the file, for headings."""
        a = self._by_id[article]
        return str(a["outlet"] or f"Unnamed outlet ({PurePosixPath(a['path']).name})")

    def article(self, article: str) -> Data:
        """The article with this id."""
        found: Data = self._by_id[article]
        return found

    def text(self, article: str) -> str:
        """The whole text of an article."""
        return str(self._by_id[article]["text"])

    def actor(self, name: str | None, default: str = "the outlet") -> str:
        """The canonical name of an actor id."""
        return str(self.actors[name]["name"]) if name in self.actors else default

    def passage(self, cite: Data) -> Passage:
        """The words at `cite`, white space made single."""
        text = self._by_id[cite["article"]]["text"][cite["start"] : cite["end"]]
        number = self.number[cite["article"]]
        return Passage(number, self.outlet(cite["article"]), cite["start"], cite["end"], " ".join(text.split()))

    def passages(self, cites: list[Data]) -> list[Passage]:
        """The words at each cite, in order."""
        return [self.passage(c) for c in cites]

    def quoted(self, quote: Data) -> str:
        """The pieces of a quote, joined by an ellipsis."""
        return " […] ".join(p.text for p in self.passages(quote["content"]))

    def length(self, quote: Data) -> int:
        """How many words the pieces of a quote have together."""
        return sum(len(p.text.split()) for p in self.passages(quote["content"]))

    def order(self, cites: list[Data]) -> list[Data]:
        """Cites in the order of the sources, then of the text, each once."""
        unique = {(self.number[c["article"]], c["start"], c["end"]): c for c in cites}
        return [unique[key] for key in sorted(unique)]

    def statements(self, verdict: str) -> list[Data]:
        """Statements with this verdict, in dossier order."""
        return [s for s in self.dossier["statements"] if s["verdict"] == verdict]

    def days(self) -> str:
        """First and last publication day, or one day, or the empty string."""
        days = sorted({a["published"][:10] for a in self.articles if a["published"]})
        return days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}" if days else ""


def teaser_only(figure: Data) -> list[Data]:
    """The readings of `figure` that stand in link headlines and whose value no report gives."""
    told = {r["value"] for r in figure["readings"] if r["kind"] != "teaser"}
    first = {r["value"]: r for r in reversed(figure["readings"]) if r["value"] not in told}
    return [first[value] for value in sorted(first)]
