"""Dossier → plain data: the JSON of schema `rashomon.dossier/1`, field by field.

Writing is explicit, so that a renamed field of a record cannot change the schema by accident. What reads a dossier
(`verify`, `export`) works on the plain data.
"""

from __future__ import annotations

from typing import Any

from rashomon.records.article import Article
from rashomon.records.dossier import SCHEMA, Record
from rashomon.records.findings import (
    Actor,
    Check,
    CoverageRow,
    Disagreement,
    Figure,
    Form,
    Origin,
    Position,
    Quote,
    Side,
    Statement,
    TimelineEntry,
    TimeReading,
    Utterance,
    WordingRow,
)
from rashomon.records.span import Cite

Data = dict[str, Any]


def encode(record: Record) -> Data:
    """The dossier as JSON-ready data, keys in the order of the schema."""
    head, found = record.story, record.findings
    return {
        "schema": SCHEMA,
        "story": {
            "title": head.title,
            "date": head.date,
            "languages": list(head.languages),
            "reports": head.reports,
            "origins": head.origins,
        },
        "articles": [article(a) for a in found.articles],
        "actors": [actor(a) for a in found.actors],
        "quotes": [quote(q) for q in found.quotes],
        "utterances": [utterance(u) for u in found.utterances],
        "figures": [figure(f) for f in found.figures],
        "timeline": [timeline_entry(t) for t in found.timeline],
        "statements": [statement(s) for s in found.statements],
        "positions": [position(p) for p in found.positions],
        "disagreements": [disagreement(d) for d in found.disagreements],
        "origins": [origin(o) for o in found.origins],
        "coverage": [coverage_row(c) for c in found.coverage],
        "wording": [wording_row(w) for w in found.wording],
        "times": [time_reading(t) for t in found.times],
        "checks": [check(c) for c in found.checks],
        "unread": [{"path": u.path, "reason": u.reason} for u in record.unread],
    }


def cite(c: Cite) -> Data:
    """A cite."""
    return {"article": c.article, "start": c.start, "end": c.end}


def cites(many: tuple[Cite, ...]) -> list[Data]:
    """A list of cites."""
    return [cite(c) for c in many]


def article(a: Article) -> Data:
    """A report with its whole text and its blocks."""
    return {
        "id": a.id,
        "path": a.path,
        "url": a.url,
        "outlet": a.outlet,
        "title": a.title,
        "authors": list(a.authors),
        "published": a.published,
        "published_from": a.published_from,
        "language": a.language,
        "sources": list(a.sources),
        "captured": a.captured,
        "sha256": a.sha256,
        "text": a.text,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind, "reason": b.reason} for b in a.blocks],
        "stray": a.stray,
    }


def form(f: Form) -> Data:
    """A spelling or label."""
    return {"text": f.text, "cites": cites(f.cites)}


def actor(a: Actor) -> Data:
    """An actor."""
    return {
        "id": a.id,
        "name": a.name,
        "type": a.type,
        "spellings": [form(f) for f in a.spellings],
        "labels": [form(f) for f in a.labels],
        "speaks_for": a.speaks_for,
        "authority": a.authority,
    }


def quote(q: Quote) -> Data:
    """A quotation."""
    return {
        "id": q.id,
        "article": q.article,
        "kind": q.kind,
        "content": cites(q.content),
        "speaker": q.speaker,
        "speaker_cite": cite(q.speaker_cite) if q.speaker_cite else None,
        "cue": cite(q.cue) if q.cue else None,
        "through": list(q.through),
        "channel": q.channel,
        "addressee": q.addressee,
        "status": q.status,
        "when": q.when,
        "confidence": round(q.confidence, 3),
        "clause": cite(q.clause) if q.clause else None,
        "teaser": q.teaser,
    }


def utterance(u: Utterance) -> Data:
    """An utterance."""
    return {
        "id": u.id,
        "speaker": u.speaker,
        "quotes": list(u.quotes),
        "relation": u.relation,
        "differences": [{"quotes": list(d.quotes), "words": [list(pair) for pair in d.words]} for d in u.differences],
        "outlets": u.outlets,
        "channel": u.channel,
        "when": u.when,
    }


def number(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and float(value).is_integer() and abs(value) < 1e15 else value


def figure(f: Figure) -> Data:
    """A figure with its readings."""
    readings = [
        {
            "cite": cite(r.cite),
            "value": number(r.value),
            "low": number(r.low),
            "high": number(r.high),
            "modifier": r.modifier,
            "counted": r.counted,
            "holder": r.holder,
            "kind": r.kind,
        }
        for r in f.readings
    ]
    return {"id": f.id, "about": f.about, "unit": f.unit, "readings": readings, "relation": f.relation, "note": f.note}


def timeline_entry(t: TimelineEntry) -> Data:
    """A timeline entry."""
    return {
        "id": t.id,
        "start": t.start,
        "end": t.end,
        "precision": t.precision,
        "what": t.what,
        "cites": cites(t.cites),
        "times": cites(t.times),
        "outlets": t.outlets,
        "mode": t.mode,
        "of": t.of,
    }


def statement(s: Statement) -> Data:
    """A statement with its reports."""
    return {
        "id": s.id,
        "gist": s.gist,
        "reports": [{"cite": cite(r.cite), "holder": r.holder, "polarity": r.polarity} for r in s.reports],
        "verdict": s.verdict,
        "outlets": s.outlets,
        "origins": s.origins,
    }


def position(p: Position) -> Data:
    """A position."""
    return {"actor": p.actor, "stance": p.stance, "object": p.object, "cites": cites(p.cites)}


def disagreement(d: Disagreement) -> Data:
    """A disagreement with its sides."""
    return {"id": d.id, "kind": d.kind, "note": d.note, "reason": d.reason, "sides": [_side(s) for s in d.sides]}


def check(c: Check) -> Data:
    """What should be looked at, with its sides."""
    return {
        "id": c.id,
        "kind": c.kind,
        "note": c.note,
        "sides": [{**_side(s), "values": cites(s.values)} for s in c.sides],
    }


def _side(s: Side) -> Data:
    return {"says": s.says, "holder": s.holder, "cites": cites(s.cites)}


def origin(o: Origin) -> Data:
    """A shared origin with its passages."""
    passages = [{"cites": cites(p.cites), "shared": round(p.shared, 3)} for p in o.passages]
    return {"id": o.id, "kind": o.kind, "source": o.source, "passages": passages}


def coverage_row(c: CoverageRow) -> Data:
    """A row of the coverage matrix."""
    return {"statement": c.statement, "cells": dict(c.cells)}


def wording_row(w: WordingRow) -> Data:
    """A wording row."""
    return {
        "kind": w.kind,
        "about": w.about,
        "article": w.article,
        "text": w.text,
        "cites": cites(w.cites),
        "score": round(w.score, 3),
    }


def time_reading(t: TimeReading) -> Data:
    """A time expression, in the form of `rashomon annotate` with its article."""
    return {
        **cite(t.cite),
        "type": t.type,
        "value": t.value,
        "from": t.earliest,
        "to": t.latest,
        "mod": t.mod,
    }
