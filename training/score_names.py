"""Scores `find_mentions` against CoNLL-U files with `NER=` in the last column: F1 by type on exact spans.

Run: `python training/score_names.py names_dev.conllu`. GPE, LOC and FAC count as places; dates, nationalities,
events and miscellanea are left out on both sides.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words

TYPES = {"PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
Spans = set[tuple[int, int, str]]


def documents(path: Path) -> list[tuple[str, Spans]]:
    """Texts with their gold spans."""
    out: list[tuple[str, Spans]] = []
    for part in path.read_text("utf-8").split("# newdoc")[1:]:
        text, spans, begun = "", set[tuple[int, int, str]](), -1
        kind = ""
        for line in [*part.split("\n"), "\t" * 9 + "NER=O"]:
            cells = line.split("\t")
            if len(cells) != 10:
                continue
            tag = dict(x.split("=", 1) for x in cells[9].split("|") if "=" in x).get("NER", "O")
            if begun >= 0 and not tag.startswith("I-"):
                spans.add((begun, len(text.rstrip()), kind))
                begun = -1
            if tag.startswith("B-") and tag[2:] in TYPES:
                begun, kind = len(text), TYPES[tag[2:]]
            text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        out.append((text, spans))
    return out


def main(path: Path) -> None:
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for n, (text, spans) in enumerate(documents(path)):
        if not text.strip():
            continue
        article = Article(str(n), "-", text, (Block(0, len(text), "body"),), language="en")
        said = {(*m.span, m.type) for m in find_mentions(split_words(article)) if m.form == "name"}
        for kind in ("person", "organization", "place"):
            mine, theirs = {s for s in said if s[2] == kind}, {s for s in spans if s[2] == kind}
            right[kind] += len(mine & theirs)
            found[kind] += len(mine)
            gold[kind] += len(theirs)
        bare = {s[:2] for s in said}
        right["any type"] += len(bare & {s[:2] for s in spans})
        found["any type"] += len(bare)
        gold["any type"] += len(spans)
    for kind in ("person", "organization", "place", "any type"):
        p, r = right[kind] / max(1, found[kind]), right[kind] / max(1, gold[kind])
        print(f"{kind:<14} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  ({gold[kind]} in the gold)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
