"""Tables of people and words: who is named and quoted, how versions differ, who stands where, what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.export.tables.columns import CITE, Row, cited, columns
from rashomon.export.view import View

ACTORS = (
    columns(
        """
        actor      text   id
        name       text   canonical name
        type       text   person, organization, place …
        authority  text   id in an authority file
        kind       text   spelling or label
        form       text   the words
        """
    )
    + CITE
)


def actors(view: View) -> Iterator[Row]:
    """Rows of `actors`."""
    for a in view.dossier["actors"]:
        for kind in ("spelling", "label"):
            for form in a[f"{kind}s"]:
                for cite in form["cites"]:
                    yield {"actor": a["id"], "name": a["name"], "type": a["type"], "authority": a.get("authority"),
                           "kind": kind, "form": form["text"], **cited(view, cite)}  # fmt: skip


QUOTES = (
    columns(
        """
        quote         text   id
        piece         int    number of the verbatim piece
        utterance     text   utterance it belongs to
        relation      text   of the utterance's versions
        kind          text   direct, mixed or indirect
        speaker       text   actor id
        speaker_name  text   name
        through       text   who relays it, outermost first, by ;
        channel       text   where it was said
        status        text   said, asked, denied, declined, not-said
        when          text   day of the utterance
        confidence    float  0 to 1, of the attribution
        """
    )
    + CITE
)


def quotes(view: View) -> Iterator[Row]:
    """Rows of `quotes`."""
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
                **cited(view, cite),
            }


DIFFERENCES = columns(
    """
    utterance  text   id
    quote_a    text   quote id
    quote_b    text   quote id
    words_a    text   words of a
    words_b    text   words of b, empty when b has none
    """
)


def differences(view: View) -> Iterator[Row]:
    """Rows of `differences`."""
    for u in view.dossier["utterances"]:
        for d in u["differences"]:
            for left, right in d["words"]:
                yield {"utterance": u["id"], "quote_a": d["quotes"][0], "quote_b": d["quotes"][1],
                       "words_a": left, "words_b": right}  # fmt: skip


POSITIONS = (
    columns(
        """
        actor   text   id
        name    text   name
        stance  text   proposes … supports
        object  text   on what
        """
    )
    + CITE
)


def positions(view: View) -> Iterator[Row]:
    """Rows of `positions`."""
    for p in view.dossier["positions"]:
        for cite in p["cites"]:
            yield {"actor": p["actor"], "name": view.actor(p["actor"]), "stance": p["stance"], "object": p["object"],
                   **cited(view, cite)}  # fmt: skip


WORDING = (
    columns(
        """
        kind        text   label, verb-of-saying, word
        about       text   actor id or term
        about_name  text   name
        words       text   the words of this outlet alone
        score       float  weight of the difference
        """
    )
    + CITE
)


def wording(view: View) -> Iterator[Row]:
    """Rows of `wording`."""
    for w in view.dossier.get("wording", []):
        for cite in w["cites"]:
            yield {"kind": w["kind"], "about": w["about"], "about_name": view.actor(w["about"], w["about"]),
                   "words": w["text"], "score": float(w.get("score", 0)), **cited(view, cite)}  # fmt: skip
