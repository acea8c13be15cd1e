"""What the dossiers of a desk say of a claim: lines that share its rare words, each with its passages.

Decides nothing about truth. A line is shown when it has most of the words of the claim that tell something, or fewer of
them together with a number of the claim; a line that gives another number of the same thing is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rashomon.export.view import View
from rashomon.export.words import reading
from rashomon.text.folding import content, fold, stems

Data = dict[str, Any]
ENOUGH = 0.5
"""Share of the claim's telling words that a line must have."""
WITH_NUMBER = 0.3
"""The same for a line of two or more of these words that has a number of the claim, or gives another one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dossier that speaks of a claim.

    `verdict`: of a statement `agreed`, `disputed` or `single`, of a figure its relation, of a disagreement its kind;
    `numbers`: `same` when the line has all numbers of the claim, `other` when it gives others, else None. `cites`:
    passages with the words, the outlet, the report's id and the characters. `score`: share of the claim's words.
    """

    story: str
    section: str
    id: str
    text: str
    verdict: str
    outlets: int
    origins: int | None
    numbers: str | None
    cites: tuple[Data, ...]
    score: float


def lines_on(claim: str, story: str, dossier: Data) -> list[Line]:
    """The lines of `dossier` (JSON data) that speak of `claim`, the closest first."""
    wanted, numbers = _words(claim)
    if not wanted:
        return []
    view = View(dossier)
    found = []
    for section, line, text, verdict, cites in _lines(dossier, view):
        passages = view.passages(cites)
        words, theirs = _words(" ".join([text, *(p.text for p in passages)]))
        shared = len(wanted & words)
        score = shared / len(wanted)
        relation = None if not numbers or not theirs else "same" if numbers <= theirs else "other"
        if score >= (WITH_NUMBER if relation and shared > 1 else ENOUGH):
            found.append(
                Line(
                    story,
                    section,
                    line["id"],
                    " ".join(text.split()),
                    verdict,
                    len({p.outlet for p in passages}),
                    line.get("origins"),
                    relation,
                    tuple(_cite(view, c) for c in cites),
                    round(score, 3),
                )
            )
    return sorted(found, key=lambda x: (-x.score, x.section, x.id))


def _lines(dossier: Data, view: View) -> Iterator[tuple[str, Data, str, str, list[Data]]]:
    for s in dossier["statements"]:
        yield "statements", s, s["gist"], s["verdict"], [r["cite"] for r in s["reports"]]
    for f in dossier["figures"]:
        values = ", ".join(dict.fromkeys(reading(r, f["unit"]) for r in f["readings"]))
        yield "figures", f, f"{f['about']}: {values}", f["relation"], [r["cite"] for r in f["readings"]]
    for d in dossier["disagreements"]:
        yield "disagreements", d, d["note"], d["kind"], [c for s in d["sides"] for c in s["cites"]]
    for u in dossier["utterances"]:
        quotes = [view.quotes[q] for q in u["quotes"]]
        who = view.actor(u["speaker"], "somebody")
        yield "utterances", u, f"{who}: “{view.quoted(quotes[0])}”", u["relation"], quotes[0]["content"]


def _cite(view: View, cite: Data) -> Data:
    passage, article = view.passage(cite), view.article(cite["article"])
    return {
        **cite,
        "outlet": passage.outlet,
        "url": article["url"],
        "published": article["published"],
        "text": passage.text,
    }


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text that tell something, and its numbers; remembered, for who asks once asks again."""
    keys = [w.key for w in fold(text)]
    telling = stems(key for key in content(keys) if not key[0].isdigit())
    return telling, frozenset(key for key in keys if key[0].isdigit())


def query(claim: str) -> str:
    """A search for reports that speak of the claim: any of its telling words."""
    words = dict.fromkeys(claim[w.start : w.end] for w in fold(claim) if content([w.key]))
    plain = (word for word in words if any(c.isalnum() for c in word) and '"' not in word)
    return " OR ".join(f'"{word}"' for word in list(plain)[:24])
