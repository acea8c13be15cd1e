"""Subjects of decisions, made from what a reader sees: ids of a dossier become words and places.

Each raises NotFound when the dossier has no such line, UsageError when the decision could not take effect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rashomon.errors import NotFound, UsageError
from rashomon.records.decisions import named
from rashomon.text.names.fold import fold

Data = dict[str, Any]
SHOWN = 200
"""Characters of a quotation that a decision repeats, for people to read."""


def speaker(dossier: Data, quote: str, name: str | None) -> Data:
    """The quotation `quote` was said by `name`; the name must stand in some report of the story."""
    line = _line(dossier, "quotes", quote)
    article = next(a for a in dossier["articles"] if a["id"] == line["article"])
    start, end = line["content"][0]["start"], line["content"][-1]["end"]
    if name is not None and not _is_named(dossier, name):
        actors = ", ".join(a["name"] for a in dossier["actors"][:12])
        raise UsageError(f"no report of this story names {name!r}; its actors are {actors} …")
    words = " ".join(article["text"][start:end].split())[:SHOWN]
    place = {"sha256": article["sha256"], "start": start, "end": end, "article": article["id"]}
    return {**place, "name": name, "words": words}


def contradiction(dossier: Data, line_id: str) -> Data:
    """The disagreement or the check of this id is none: between all its sides, of a check for these values only."""
    if line_id.startswith("k"):
        line = _line(dossier, "checks", line_id)
        sides = [_values(dossier, side) for side in line["sides"]]
    else:
        line = _line(dossier, "disagreements", line_id)
        sides = [[_at(dossier, c) for c in side["cites"]] for side in line["sides"]]
    articles = sorted({c["article"] for side in line["sides"] for c in side["cites"]})
    return {"kind": line["kind"], "sides": sides, "note": line["note"], "articles": articles}


def split(story: str, members: Sequence[str], articles: Sequence[str]) -> Data:
    """These reports leave the story together."""
    strangers = [a for a in articles if a not in members]
    if strangers:
        raise NotFound(f"story {story} has no report {', '.join(strangers)}: `rashomon desk show {story}` names them")
    rest = [m for m in members if m not in articles]
    if not articles or not rest:
        raise UsageError(
            f"story {story} has {len(members)} reports: name some of them, not {'all' if articles else 'none'}"
        )
    return {"story": story, "articles": [list(dict.fromkeys(articles)), rest]}


def _values(dossier: Data, side: Data) -> list[str]:
    return [
        named(_at(dossier, v), _at(dossier, c))
        for v in side["values"]
        for c in side["cites"]
        if c["article"] == v["article"] and c["start"] <= v["start"] and v["end"] <= c["end"]
    ]


def _at(dossier: Data, cite: Data) -> str:
    text = next(a["text"] for a in dossier["articles"] if a["id"] == cite["article"])
    return str(text[cite["start"] : cite["end"]])


def _line(dossier: Data, section: str, name: str) -> Data:
    lines = dossier.get(section, [])
    found = next((line for line in lines if line["id"] == name), None)
    if found is None:
        known = [line["id"] for line in lines]
        span = f"{known[0]} to {known[-1]}" if known else "none"
        raise NotFound(f"this story has no {section[:-1]} {name!r}; it has {span}")
    return dict(found)


def _is_named(dossier: Data, name: str) -> bool:
    wanted = " ".join(fold(name).split())
    for a in dossier["actors"]:
        if wanted in {" ".join(fold(form).split()) for form in (a["name"], *(s["text"] for s in a["spellings"]))}:
            return True
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)")
    return bool(name.strip()) and any(pattern.search(a["text"]) for a in dossier["articles"])
