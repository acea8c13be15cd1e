"""Subjects of decisions, made from what a reader sees: ids of a dossier become words and places.

Each raises NotFound when the dossier has no such line, UsageError when the decision could not take effect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rashomon.errors import NotFound, UsageError
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


def contradiction(dossier: Data, disagreement: str) -> Data:
    """The disagreement `disagreement` is none: between all its sides."""
    line = _line(dossier, "disagreements", disagreement)
    texts = {a["id"]: a["text"] for a in dossier["articles"]}
    sides = [[texts[c["article"]][c["start"] : c["end"]] for c in side["cites"]] for side in line["sides"]]
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


def _line(dossier: Data, section: str, name: str) -> Data:
    found = next((line for line in dossier[section] if line["id"] == name), None)
    if found is None:
        known = [line["id"] for line in dossier[section]]
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
