"""Proves a written dossier, alone or against its source files.

Alone: `steps.compose.prove`. With sources: a file is matched to an article by its path, else by its name, else by its
text; a matched file must still give the article's text. Articles for which no file was given are left unproven and
named as such, never counted as broken.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from rashomon.errors import BadDossier
from rashomon.records.article import digest
from rashomon.settings import DEFAULTS, Settings
from rashomon.steps.compose import prove
from rashomon.steps.read import expand, read_path


@dataclass(frozen=True, slots=True)
class Proof:
    """`broken`: one line per thing that does not hold. `unproven`: articles no given file was matched to.

    `cites`: how many cites the dossier has; 0 when it is broken in itself.
    """

    broken: tuple[str, ...]
    unproven: tuple[str, ...] = ()
    cites: int = 0

    @property
    def holds(self) -> bool:
        """True when nothing is broken."""
        return not self.broken


WRITE = "write one with `rashomon compare REPORTS… --out FILE.json`"
PAGE = f"this is a page for people; what can be verified is the dossier as JSON: {WRITE}, then verify that file"


def load(path: str) -> Any:
    """The JSON of the dossier at `path`; raises BadDossier with what is wrong."""
    try:
        data = Path(path).read_bytes()
    except OSError as problem:
        raise BadDossier(f"{path}: {problem.strerror or problem}") from problem
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        if data.lstrip()[:1] == b"<":
            raise BadDossier(f"{path}: {PAGE}") from problem
        raise BadDossier(f"{path}: no JSON dossier ({problem}); {WRITE}") from problem


def verify(dossier: Any, sources: Iterable[str] = (), settings: Settings = DEFAULTS) -> Proof:
    """What holds of `dossier` (JSON data), alone and against the files at `sources`."""
    broken = prove(dossier)
    paths = expand([str(path) for path in sources])
    if broken or not paths:
        return Proof(tuple(broken), cites=0 if broken else _count(dossier))
    given: dict[str, set[str]] = {}
    for path in paths:
        pages, unread = read_path(path, settings)
        broken += [f"{u.path}: {u.reason}" for u in unread]
        for page in pages:
            given.setdefault(page.path, set()).add(digest(page.text))
    unproven = []
    for article in dossier["articles"]:
        path = str(article.get("path"))
        texts = given.get(path) or _by_name(given, path)
        if texts is None:
            texts = next((t for t in given.values() if article["sha256"] in t), None)
        if texts is None:
            unproven.append(path)
        elif article["sha256"] not in texts:
            broken.append(f"article {article['id']}: {path} no longer gives this text")
    if len(unproven) == len(dossier["articles"]):
        broken.append("none of the given files belongs to an article of this dossier")
    return Proof(tuple(broken), tuple(unproven), _count(dossier))


def _by_name(given: dict[str, set[str]], path: str) -> set[str] | None:
    same = [texts for other, texts in given.items() if PurePath(other).name == PurePath(path).name]
    return same[0] if len(same) == 1 else None


def _count(node: Any) -> int:
    """How many cites the data holds."""
    if isinstance(node, dict):
        return ({"article", "start", "end"} <= node.keys()) + sum(_count(v) for v in node.values())
    return sum(_count(v) for v in node) if isinstance(node, list) else 0
