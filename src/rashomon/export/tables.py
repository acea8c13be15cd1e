"""A dossier as flat tables, one for each section, with documented columns: the base of CSV, Parquet and data frames.

Every table that rests on passages has one row for each passage, with `article`, `char_start`, `char_end` (code points,
half open) and `text`, the characters themselves. Values are text, whole numbers, numbers, truth values or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from rashomon.errors import UsageError
from rashomon.export.view import Data, View

Type = Literal["text", "int", "float", "bool"]
Row = dict[str, Any]


class Column(NamedTuple):
    """A column: its name, the type of its values and what it says."""

    name: str
    type: Type
    says: str


class Table(NamedTuple):
    """The rows of one section under its columns."""

    name: str
    columns: tuple[Column, ...]
    rows: list[Row]


def _text(*pairs: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, "text", says) for name, says in pairs)


CITE = (
    Column("article", "text", "id of the report"),
    Column("outlet", "text", "outlet of the report, empty when it names none"),
    Column("char_start", "int", "first character of the passage"),
    Column("char_end", "int", "character after the passage"),
    Column("text", "text", "the passage to the letter"),
)
HOLDER = _text(("holder", "actor who vouches for it, empty for the outlet"), ("holder_name", "name of that actor"))


def _cited(view: View, cite: Data) -> Row:
    article = view.article(cite["article"])
    text = article["text"][cite["start"] : cite["end"]]
    return {
        "article": cite["article"],
        "outlet": article["outlet"],
        "char_start": cite["start"],
        "char_end": cite["end"],
        "text": text,
    }


def _held(view: View, holder: str | None) -> Row:
    return {"holder": holder, "holder_name": view.actors[holder]["name"] if holder in view.actors else None}


def _articles(view: View) -> Iterator[Row]:
    for n, a in enumerate(view.articles, 1):
        same = ("id", "outlet", "title", "published", "published_from", "language", "url", "path", "sha256", "stray")
        yield {
            "number": n,
            **{key: a[key] for key in same},
            "authors": "; ".join(a["authors"]),
            "captured": a.get("captured", True),
            "characters": len(a["text"]),
        }


def _actors(view: View) -> Iterator[Row]:
    for a in view.dossier["actors"]:
        for kind in ("spelling", "label"):
            for form in a[f"{kind}s"]:
                for cite in form["cites"]:
                    yield {"actor": a["id"], "name": a["name"], "type": a["type"], "authority": a.get("authority"),
                           "kind": kind, "form": form["text"], **_cited(view, cite)}  # fmt: skip


def _quotes(view: View) -> Iterator[Row]:
    of = {q: u for u in view.dossier["utterances"] for q in u["quotes"]}
    for q in view.dossier["quotes"]:
        u = of.get(q["id"], {})
        for piece, cite in enumerate(q["content"], 1):
            yield {
                "quote": q["id"],
                "piece": piece,
                "utterance": u.get("id"),
                "relation": u.get("relation"),
                "kind": q["kind"],
                "speaker": q["speaker"],
                "speaker_name": view.actors[q["speaker"]]["name"] if q["speaker"] in view.actors else None,
                "through": "; ".join(q["through"]),
                "channel": q["channel"],
                "status": q["status"],
                "when": q["when"],
                "confidence": float(q["confidence"]),
                **_cited(view, cite),
            }


def _differences(view: View) -> Iterator[Row]:
    for u in view.dossier["utterances"]:
        for d in u["differences"]:
            for left, right in d["words"]:
                yield {"utterance": u["id"], "quote_a": d["quotes"][0], "quote_b": d["quotes"][1],
                       "words_a": left, "words_b": right}  # fmt: skip


def _figures(view: View) -> Iterator[Row]:
    for f in view.dossier["figures"]:
        for r in f["readings"]:
            bounds = {k: None if r[k] is None else float(r[k]) for k in ("value", "low", "high")}
            yield {"figure": f["id"], "about": f["about"], "unit": f["unit"], "relation": f["relation"],
                   "note": f["note"], **bounds, "modifier": r["modifier"], "counted": r["counted"],
                   "kind": r["kind"], **_held(view, r["holder"]), **_cited(view, r["cite"])}  # fmt: skip


def _timeline(view: View) -> Iterator[Row]:
    for t in view.dossier["timeline"]:
        for cite in t["cites"]:
            yield {"entry": t["id"], "start": t["start"], "end": t["end"], "precision": t["precision"],
                   "what": t["what"], "mode": t["mode"], "of": t.get("of", "event"), "outlets": t["outlets"],
                   **_cited(view, cite)}  # fmt: skip


def _statements(view: View) -> Iterator[Row]:
    for s in view.dossier["statements"]:
        for r in s["reports"]:
            yield {"statement": s["id"], "gist": s["gist"], "verdict": s["verdict"], "outlets": s["outlets"],
                   "origins": s["origins"], "polarity": r["polarity"], **_held(view, r["holder"]),
                   **_cited(view, r["cite"])}  # fmt: skip


def _positions(view: View) -> Iterator[Row]:
    for p in view.dossier["positions"]:
        for cite in p["cites"]:
            yield {"actor": p["actor"], "name": view.actor(p["actor"]), "stance": p["stance"], "object": p["object"],
                   **_cited(view, cite)}  # fmt: skip


def _disagreements(view: View) -> Iterator[Row]:
    for d in view.dossier["disagreements"]:
        for n, side in enumerate(d["sides"], 1):
            for cite in side["cites"]:
                yield {"disagreement": d["id"], "kind": d["kind"], "reason": d.get("reason", ""), "note": d["note"],
                       "side": n, "says": side["says"], **_held(view, side["holder"]),
                       **_cited(view, cite)}  # fmt: skip


def _origins(view: View) -> Iterator[Row]:
    for o in view.dossier["origins"]:
        for n, passage in enumerate(o["passages"], 1):
            for cite in passage["cites"]:
                yield {"origin": o["id"], "kind": o["kind"], "source": o["source"], "passage": n,
                       "shared": float(passage["shared"]), **_cited(view, cite)}  # fmt: skip


def _coverage(view: View) -> Iterator[Row]:
    for row in view.dossier["coverage"]:
        for a in view.articles:
            state = row["cells"].get(a["id"], "not-captured")
            yield {"statement": row["statement"], "article": a["id"], "outlet": a["outlet"], "state": state}


def _wording(view: View) -> Iterator[Row]:
    for w in view.dossier.get("wording", []):
        for cite in w["cites"]:
            yield {"kind": w["kind"], "about": w["about"], "about_name": view.actor(w["about"], w["about"]),
                   "words": w["text"], "score": float(w.get("score", 0)), **_cited(view, cite)}  # fmt: skip


def _unread(view: View) -> Iterator[Row]:
    for u in view.dossier["unread"]:
        yield {"path": u["path"], "reason": u["reason"]}


TABLES: dict[str, tuple[tuple[Column, ...], Callable[[View], Iterator[Row]]]] = {
    "articles": (
        (
            Column("number", "int", "number in the list of sources"),
            *_text(("id", "id of the report"), ("outlet", "outlet"), ("title", "headline"), ("authors", "by ;")),
            *_text(("published", "ISO 8601, as precise as known"), ("published_from", "where that is from")),
            *_text(("language", "ISO 639-1"), ("url", "address"), ("path", "file"), ("sha256", "of the text")),
            Column("stray", "bool", "seems to be about something else"),
            Column("captured", "bool", "false when the report was cut off"),
            Column("characters", "int", "length of the text"),
        ),
        _articles,
    ),
    "actors": (
        (
            *_text(("actor", "id"), ("name", "canonical name"), ("type", "person, organization, place …")),
            *_text(("authority", "id in an authority file"), ("kind", "spelling or label"), ("form", "the words")),
            *CITE,
        ),
        _actors,
    ),
    "quotes": (
        (
            *_text(("quote", "id")),
            Column("piece", "int", "number of the verbatim piece"),
            *_text(("utterance", "utterance it belongs to"), ("relation", "of the utterance's versions")),
            *_text(("kind", "direct, mixed or indirect"), ("speaker", "actor id"), ("speaker_name", "name")),
            *_text(("through", "who relays it, outermost first, by ;"), ("channel", "where it was said")),
            *_text(("status", "said, asked, denied, declined, not-said"), ("when", "day of the utterance")),
            Column("confidence", "float", "0 to 1, of the attribution"),
            *CITE,
        ),
        _quotes,
    ),
    "differences": (
        _text(("utterance", "id"), ("quote_a", "quote id"), ("quote_b", "quote id"), ("words_a", "words of a"),
              ("words_b", "words of b, empty when b has none")),
        _differences,
    ),
    "figures": (
        (
            *_text(("figure", "id"), ("about", "what is counted"), ("unit", "unit or ISO 4217 code")),
            *_text(("relation", "of the readings"), ("note", "why")),
            Column("value", "float", "the figure"),
            Column("low", "float", "lowest value its words allow, empty when open"),
            Column("high", "float", "highest value its words allow, empty when open"),
            *_text(("modifier", "about, over …"), ("counted", "head noun"), ("kind", "report or teaser")),
            *HOLDER,
            *CITE,
        ),
        _figures,
    ),
    "timeline": (
        (
            *_text(("entry", "id"), ("start", "ISO 8601"), ("end", "ISO 8601"), ("precision", "minute … year")),
            *_text(("what", "the clause"), ("mode", "happened, planned, reported"), ("of", "event, utterance …")),
            Column("outlets", "int", "outlets that tell it"),
            *CITE,
        ),
        _timeline,
    ),
    "statements": (
        (
            *_text(("statement", "id"), ("gist", "the clause"), ("verdict", "agreed, disputed, single")),
            Column("outlets", "int", "outlets that state it"),
            Column("origins", "int", "independent origins"),
            *_text(("polarity", "affirmed, denied, hedged")),
            *HOLDER,
            *CITE,
        ),
        _statements,
    ),
    "positions": (
        (*_text(("actor", "id"), ("name", "name"), ("stance", "proposes … supports"), ("object", "on what")), *CITE),
        _positions,
    ),
    "disagreements": (
        (
            *_text(("disagreement", "id"), ("kind", "figure … name"), ("reason", "code"), ("note", "in words")),
            Column("side", "int", "number of the side"),
            *_text(("says", "what this side says")),
            *HOLDER,
            *CITE,
        ),
        _disagreements,
    ),
    "origins": (
        (
            *_text(("origin", "id"), ("kind", "copies or shares-source"), ("source", "what they share")),
            Column("passage", "int", "number of the passage"),
            Column("shared", "float", "share of words in common"),
            *CITE,
        ),
        _origins,
    ),
    "coverage": (
        _text(("statement", "id"), ("article", "id"), ("outlet", "outlet"),
              ("state", "present, differs, absent, not-captured")),
        _coverage,
    ),
    "wording": (
        (
            *_text(("kind", "label, verb-of-saying, word"), ("about", "actor id or term"), ("about_name", "name")),
            *_text(("words", "the words of this outlet alone")),
            Column("score", "float", "weight of the difference"),
            *CITE,
        ),
        _wording,
    ),
    "unread": (_text(("path", "file"), ("reason", "why it could not be used")), _unread),
}  # fmt: skip


def tables(dossier: Data) -> list[Table]:
    """All tables of `dossier` (JSON data), also the empty ones, in the order of the documentation."""
    view = View(dossier)
    return [Table(name, columns, list(rows(view))) for name, (columns, rows) in TABLES.items()]


def table(dossier: Data, name: str) -> Table:
    """The table `name` of `dossier` (JSON data). Raises UsageError for a name that is none."""
    if name not in TABLES:
        raise UsageError(f"a dossier has no table {name!r}: use one of {', '.join(TABLES)}")
    columns, rows = TABLES[name]
    return Table(name, columns, list(rows(View(dossier))))
