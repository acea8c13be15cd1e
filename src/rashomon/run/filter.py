"""`rashomon annotate`: JSON lines in, JSON lines out, one line each, in order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.errors import RashomonError
from rashomon.records.article import Page
from rashomon.records.marks import Marks, Measure, QuoteMark, TimeMark
from rashomon.records.span import Span
from rashomon.settings import DEFAULTS, Settings
from rashomon.steps.annotate import annotate
from rashomon.steps.clean import clean

SURROGATE = re.compile("[\ud800-\udfff]")


def annotate_lines(lines: Iterable[str], settings: Settings = DEFAULTS) -> Iterator[tuple[dict[str, Any], bool]]:
    """For each input line, blank ones too, its answer and whether it succeeded: lines keep step."""
    for line in lines:
        name: Any = None
        try:
            row = _parse(line)
            name = row.get("id") if isinstance(row, dict) else None
            yield {"id": name, **annotate_row(row, settings)}, True
        except (ValueError, RashomonError) as problem:
            yield {"id": name, "error": str(problem)}, False
        except Exception as problem:
            # A defect of ours in one line must not take the others with it; it is named, never hidden.
            yield {"id": name, "error": f"{type(problem).__name__}: {problem}; please report this defect"}, False


def _parse(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise ValueError(f"the line is not JSON: {problem}") from problem


def annotate_row(row: Any, settings: Settings = DEFAULTS) -> dict[str, Any]:
    """The marks of one `{"id", "text", "date"?, "title"?, "language"?}` record; raises ValueError without a text.

    Offsets point into `text` as given. A date, title or language that is no text is as good as missing.
    """
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError("the line needs an object with a string field 'text'")
    text = row["text"]
    if SURROGATE.search(text):
        raise ValueError("the field 'text' holds bytes that are no UTF-8, or half a surrogate pair")
    title, day, language = (v if isinstance(v := row.get(k), str) else None for k in ("title", "date", "language"))
    page = Page(
        path=str(row.get("id") or "-"),
        text=text,
        format="given",
        id=str(row.get("id") or "-"),
        title=title,
        published=day,
        published_from="given" if day else None,
        language=language,
    )
    article = clean(page, settings)
    marks = annotate(article, settings)
    return {
        "language": article.language,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind} for b in article.blocks],
        "sentences": [[s.start, s.end] for s in marks.words.sentences],
        "mentions": _mentions(marks),
        "quotes": [_quote(q) for q in marks.quotes],
        "times": [_time(t) for t in marks.times],
        "measures": [_measure(m) for m in marks.measures],
    }


def _mentions(marks: Marks) -> list[dict[str, Any]]:
    return [
        {"start": m.span.start, "end": m.span.end, "type": m.type, "name": m.name}
        for m in marks.mentions
        if m.form == "name"
    ]


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _quote(q: QuoteMark) -> dict[str, Any]:
    return {
        "kind": q.kind,
        "content": [_pair(piece) for piece in q.content],
        "clause": _pair(q.clause),
        "speaker": _pair(q.speaker),
        "speaker_name": q.speaker_name,
        "cue": _pair(q.cue),
        "through": [_pair(span) for span in q.through],
        "status": q.status,
        "channel": q.channel,
        "addressee": _pair(q.addressee),
        "when": q.when,
        "confidence": round(q.confidence, 3),
    }


def _time(t: TimeMark) -> dict[str, Any]:
    return {
        "start": t.span.start,
        "end": t.span.end,
        "type": t.type,
        "value": t.value,
        "from": t.earliest,
        "to": t.latest,
        "mod": t.mod,
    }


def _measure(m: Measure) -> dict[str, Any]:
    return {
        "start": m.span.start,
        "end": m.span.end,
        "value": m.value,
        "low": m.low,
        "high": m.high,
        "unit": m.unit,
        "modifier": m.modifier,
        "counted": m.counted,
    }
