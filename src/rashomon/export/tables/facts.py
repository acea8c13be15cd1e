"""Tables of what is told: figures, times, statements, where they do not fit together, and where one should look."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.export import checks as looks
from rashomon.export.tables.columns import CITE, HOLDER, Row, cited, columns, held
from rashomon.export.view import Data, View

FIGURES = (
    columns(
        """
        figure    text   id
        about     text   what is counted
        unit      text   unit or ISO 4217 code
        relation  text   of the readings
        note      text   why
        value     float  the figure
        low       float  lowest value its words allow, empty when open
        high      float  highest value its words allow, empty when open
        modifier  text   about, over …
        counted   text   head noun
        kind      text   report or teaser
        """
    )
    + HOLDER
    + CITE
)


def figures(view: View) -> Iterator[Row]:
    """Rows of `figures`."""
    for f in view.dossier["figures"]:
        for r in f["readings"]:
            bounds = {k: None if r[k] is None else float(r[k]) for k in ("value", "low", "high")}
            yield {"figure": f["id"], "about": f["about"], "unit": f["unit"], "relation": f["relation"],
                   "note": f["note"], **bounds, "modifier": r["modifier"], "counted": r["counted"],
                   "kind": r["kind"], **held(view, r["holder"]), **cited(view, r["cite"])}  # fmt: skip


TIMELINE = (
    columns(
        """
        entry      text   id
        start      text   ISO 8601
        end        text   ISO 8601
        precision  text   minute … year
        what       text   the clause
        mode       text   happened, planned, reported
        of         text   event, utterance …
        outlets    int    outlets that tell it
        """
    )
    + CITE
)


def timeline(view: View) -> Iterator[Row]:
    """Rows of `timeline`."""
    for t in view.dossier["timeline"]:
        for cite in t["cites"]:
            yield {"entry": t["id"], "start": t["start"], "end": t["end"], "precision": t["precision"],
                   "what": t["what"], "mode": t["mode"], "of": t.get("of", "event"), "outlets": t["outlets"],
                   **cited(view, cite)}  # fmt: skip


STATEMENTS = (
    columns(
        """
        statement  text   id
        gist       text   the clause
        verdict    text   agreed, disputed, single
        outlets    int    outlets that state it
        origins    int    independent origins
        polarity   text   affirmed, denied, hedged
        """
    )
    + HOLDER
    + CITE
)


def statements(view: View) -> Iterator[Row]:
    """Rows of `statements`."""
    for s in view.dossier["statements"]:
        for r in s["reports"]:
            yield {"statement": s["id"], "gist": s["gist"], "verdict": s["verdict"], "outlets": s["outlets"],
                   "origins": s["origins"], "polarity": r["polarity"], **held(view, r["holder"]),
                   **cited(view, r["cite"])}  # fmt: skip


DISAGREEMENTS = (
    columns(
        """
        disagreement  text   id
        kind          text   figure … name
        reason        text   code
        note          text   in words
        side          int    number of the side
        says          text   what this side says
        """
    )
    + HOLDER
    + CITE
)


def disagreements(view: View) -> Iterator[Row]:
    """Rows of `disagreements`."""
    for d in view.dossier["disagreements"]:
        for n, side in enumerate(d["sides"], 1):
            for cite in side["cites"]:
                yield {"disagreement": d["id"], "kind": d["kind"], "reason": d.get("reason", ""), "note": d["note"],
                       "side": n, "says": side["says"], **held(view, side["holder"]),
                       **cited(view, cite)}  # fmt: skip


CHECKS = (
    columns(
        """
        check  text   id
        kind   text   figure, time, stance
        note   text   the question
        side   int    number of the side
        says   text   what this side says, perhaps cut
        value  text   the words of the passage that differ
        """
    )
    + HOLDER
    + CITE
)


def checks(view: View) -> Iterator[Row]:
    """Rows of `checks`."""
    for c in looks.checks(view):
        for n, side in enumerate(c["sides"], 1):
            for cite in side["cites"]:
                values = [view.passage(v).text for v in side.get("values", []) if _inside(v, cite)]
                yield {"check": c["id"], "kind": c["kind"], "note": c["note"], "side": n, "says": side["says"],
                       "value": "; ".join(values), **held(view, side["holder"]), **cited(view, cite)}  # fmt: skip


def _inside(part: Data, cite: Data) -> bool:
    same = part["article"] == cite["article"]
    return bool(same and cite["start"] <= part["start"] and part["end"] <= cite["end"])
