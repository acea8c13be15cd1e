"""Proves a dossier: re-reads every cite in the text it points at.

Works on the plain data, so the very same check runs before a dossier is handed out and on a file somebody sends.
Checks: schema, digests, every cite inside its text, every quoted string equal to the text at its cite, every id
resolvable. One line per thing that does not hold.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.records.article import digest
from rashomon.records.dossier import SCHEMA

LISTS = tuple(
    """articles actors quotes utterances figures timeline statements positions disagreements origins coverage
    unread""".split()
)

LATER = ("wording", "times", "checks")


def prove(dossier: Any) -> list[str]:
    """What does not hold in `dossier` (JSON data), one line each; empty when all holds."""
    if not isinstance(dossier, dict):
        return ["not a dossier: the top level is no object"]
    broken = [f"schema is {dossier.get('schema')!r}, not {SCHEMA!r}"] if dossier.get("schema") != SCHEMA else []
    # Dossiers written before these sections existed hold without them.
    for name in (*LISTS, *(later for later in LATER if later in dossier)):
        rows = dossier.get(name)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            return [*broken, f"{name}: not a list of objects"]
    texts: dict[str, str] = {}
    for article in dossier["articles"]:
        broken += _article(article, texts)
    try:
        if not _all_inside(dossier, texts):
            for where, node in _cites(dossier):
                broken += _cite(where, node, texts)
    except RecursionError:
        return [*broken, "not a dossier: it is nested too deep to be read"]
    if not broken:
        try:
            broken += _words(dossier, texts)
            broken += _checks(dossier, texts)
            broken += _ids(dossier)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            # Data of somebody else's making: a line without its fields proves nothing.
            broken.append(f"a line lacks a field, or has it in another form ({type(problem).__name__}: {problem})")
    return broken


def _article(article: dict[str, Any], texts: dict[str, str]) -> list[str]:
    name, text = article.get("id"), article.get("text")
    if not isinstance(name, str) or not isinstance(text, str):
        return [f"article {name!r}: id and text must be strings"]
    broken = [f"article {name}: two articles have this id"] if name in texts else []
    texts[name] = text
    if article.get("sha256") != digest(text):
        broken.append(f"article {name}: sha256 is not that of its text")
    if text != unicodedata.normalize("NFC", text) or "\r" in text:
        broken.append(f"article {name}: text is not NFC with \\n line ends")
    blocks = article.get("blocks") or []
    if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
        return [*broken, f"article {name}: blocks are no list of objects"]
    outside = [b for b in blocks if not _inside(b, text)]
    return broken + [f"article {name}: block {b.get('start')}-{b.get('end')} outside its text" for b in outside]


def _inside(node: Any, text: str) -> bool:
    start, end = (node.get("start"), node.get("end")) if isinstance(node, dict) else (None, None)
    return type(start) is int and type(end) is int and 0 <= start < end <= len(text)


def _all_inside(node: Any, texts: dict[str, str]) -> bool:
    """Whether every cite is one, without saying which is not: nearly always that is all there is to know."""
    children: Iterable[Any] = ()
    if isinstance(node, dict):
        if {"article", "start", "end"} <= node.keys() and _cite("", node, texts):
            return False
        children = node.values()
    elif isinstance(node, list):
        children = node
    for child in children:  # noqa: SIM110 - a generator would be one more level for each level of the data
        if isinstance(child, (dict, list)) and not _all_inside(child, texts):
            return False
    return True


def _cites(node: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        if {"article", "start", "end"} <= node.keys():
            yield where, node
        label = node.get("id") if isinstance(node.get("id"), str) else None
        for key, value in node.items():
            yield from _cites(value, f"{label or where}.{key}" if where or label else str(key))
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from _cites(value, f"{where}[{n}]")


def _cite(where: str, node: dict[str, Any], texts: dict[str, str]) -> list[str]:
    text = texts.get(node["article"]) if isinstance(node["article"], str) else None
    if text is None:
        return [f"{where}: no article {node['article']!r}"]
    if not _inside(node, text):
        return [f"{where}: {node['start']}-{node['end']} is outside the text of {node['article']}"]
    return []


def _words(dossier: dict[str, Any], texts: dict[str, str]) -> list[str]:
    """Every string that claims to be a quotation of a text is one."""

    def at(cite: dict[str, Any]) -> str:
        return texts[cite["article"]][cite["start"] : cite["end"]]

    broken = []
    for actor in dossier["actors"]:
        for form in [*actor.get("spellings", []), *actor.get("labels", [])]:
            broken += [
                f"{actor['id']}: {form['text']!r} is {at(c)!r} in the text"
                for c in form["cites"]
                if at(c) != form["text"]
            ]
    for row in dossier.get("wording", []):
        broken += [f"wording: {row['text']!r} is {at(c)!r} in the text" for c in row["cites"] if at(c) != row["text"]]
    quotes = {q["id"]: q for q in dossier["quotes"]}
    for utterance in dossier["utterances"]:
        for difference in utterance.get("differences", []):
            for pair in difference["words"]:
                for side, word in zip(difference["quotes"], pair, strict=False):
                    said = " ".join(at(c) for c in quotes[side]["content"]) if side in quotes else ""
                    if word and " ".join(word.split()) not in " ".join(said.split()):
                        broken.append(f"{utterance['id']}: {word!r} is not in quote {side}")
    return broken


def _checks(dossier: dict[str, Any], texts: dict[str, str]) -> Iterator[str]:
    """What a check says stands in its passages, though it may be cut at either end; so do the values that differ."""
    for check in dossier.get("checks", []):
        for side in check["sides"]:
            passages = [" ".join(texts[c["article"]][c["start"] : c["end"]].split()) for c in side["cites"]]
            says = " ".join(side["says"].split())
            cut = says.removeprefix("…").removesuffix("…").strip()
            if not cut or not any(says in passage or cut in passage for passage in passages):
                yield f"{check['id']}: {side['says']!r} is not in what it cites"
            for value in side.get("values", []):
                if not any(_covers(c, value) for c in side["cites"]):
                    yield f"{check['id']}: {value['start']}-{value['end']} is outside the passages of its side"


def _covers(cite: dict[str, Any], part: dict[str, Any]) -> bool:
    same = cite["article"] == part["article"]
    return bool(same and cite["start"] <= part["start"] and part["end"] <= cite["end"])


def _ids(dossier: dict[str, Any]) -> list[str]:
    """Every id that one line uses belongs to another line."""
    known = {name: {row.get("id") for row in dossier[name]} for name in LISTS}
    broken = [
        f"{name}: two lines have one id" for name in LISTS if name not in ("coverage", "positions", "unread")
        and len(known[name]) != len(dossier[name])
    ]  # fmt: skip
    used = [("actors", q["id"], [q["speaker"], *q["through"], q.get("addressee")]) for q in dossier["quotes"]]
    used += [("articles", q["id"], [q["article"]]) for q in dossier["quotes"]]
    used += [("actors", u["id"], [u["speaker"]]) for u in dossier["utterances"]]
    used += [("quotes", u["id"], u["quotes"]) for u in dossier["utterances"]]
    used += [("actors", f["id"], [r["holder"] for r in f["readings"]]) for f in dossier["figures"]]
    used += [("actors", s["id"], [r["holder"] for r in s["reports"]]) for s in dossier["statements"]]
    checks = dossier.get("checks", [])
    used += [("actors", d["id"], [s["holder"] for s in d["sides"]]) for d in (*dossier["disagreements"], *checks)]
    used += [("actors", "positions", [p["actor"] for p in dossier["positions"]])]
    used += [("actors", a["id"], [a.get("speaks_for")]) for a in dossier["actors"]]
    used += [("statements", "coverage", [c["statement"] for c in dossier["coverage"]])]
    used += [("articles", "coverage", list(c["cells"])) for c in dossier["coverage"]]
    wording = dossier.get("wording", [])
    used += [("articles", "wording", [w["article"] for w in wording])]
    # A word stands for another word, a label or a verb of saying for an actor.
    used += [("actors", "wording", [w["about"] for w in wording if w["kind"] != "word"])]
    if len({c["id"] for c in checks}) != len(checks):
        broken.append("checks: two lines have one id")
    broken += [
        f"wording: {w['text']!r} of {w['article']} cites {c['article']}"
        for w in wording
        for c in w["cites"]
        if c["article"] != w["article"]
    ]
    for section, line, ids in used:
        broken += [f"{line}: no {section[:-1]} {i!r}" for i in ids if i is not None and i not in known[section]]
    return broken
