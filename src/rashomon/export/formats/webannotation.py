"""W3C Web Annotation (JSON-LD): one annotation for each passage of each line.

The target is the text the offsets count in, named by its digest, with a TextPositionSelector (code points) and a
TextQuoteSelector; where the report has an address, the target names it as `scope`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rashomon.export.checks import checks
from rashomon.export.formats.names import line_uri, text_uri
from rashomon.export.view import Data, View

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
QUESTION = "worth a look:"
"""The section of what is asked and not told: its annotations have a motivation of their own."""
_AROUND = 32


def collection(dossier: Data) -> dict[str, Any]:
    """All annotations of `dossier` (JSON data) as one AnnotationCollection with one page."""
    view = View(dossier)
    items = [_annotation(view, *line) for line in _lines(view)]
    name = line_uri(dossier, "annotations")
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": dossier["story"]["title"],
        "total": len(items),
        "first": {"id": f"{name}/page1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items},
    }


def _lines(view: View) -> Iterator[tuple[str, int, str, str, Data]]:
    """Line id, number of the passage, what the line says, its section, the cite."""
    d = view.dossier
    for s in d["statements"]:
        for n, r in enumerate(s["reports"], 1):
            yield s["id"], n, s["gist"], f"statement {s['verdict']}, {r['polarity']}", r["cite"]
    for g in d["disagreements"]:
        cites = [(side, c) for side in g["sides"] for c in side["cites"]]
        for n, (side, c) in enumerate(cites, 1):
            yield g["id"], n, f"{g['note']} {side['says']}", f"disagreement {g['kind']}", c
    for k in checks(view):
        cites = [(side, c) for side in k["sides"] for c in side["cites"]]
        for n, (_, c) in enumerate(cites, 1):
            yield k["id"], n, k["note"], f"{QUESTION} {k['kind']}", c
    for q in d["quotes"]:
        for n, c in enumerate(q["content"], 1):
            yield q["id"], n, view.actor(q["speaker"], "speaker not known"), f"quote {q['kind']}", c
    for f in d["figures"]:
        for n, r in enumerate(f["readings"], 1):
            yield f["id"], n, f["about"], f"figure {f['relation']}", r["cite"]
    for t in d["timeline"]:
        for n, c in enumerate(t["cites"], 1):
            yield t["id"], n, f"{t['start']}/{t['end']}: {t['what']}", f"time {t['mode']}", c
    for p, position in enumerate(d["positions"], 1):
        for n, c in enumerate(position["cites"], 1):
            says = f"{view.actor(position['actor'])} {position['stance']}: {position['object']}"
            yield f"p{p}", n, says, "position", c


def _annotation(view: View, line: str, n: int, says: str, section: str, cite: Data) -> Data:
    article = view.article(cite["article"])
    text, start, end = article["text"], cite["start"], cite["end"]
    target: Data = {
        "source": text_uri(article),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }
    if str(article["url"] or "").startswith(("http://", "https://")):
        target["scope"] = article["url"]
    return {
        "id": line_uri(view.dossier, f"{line}.{n}"),
        "type": "Annotation",
        "motivation": "questioning" if section.startswith(QUESTION) else "describing",
        "body": [
            {"type": "TextualBody", "value": says, "format": "text/plain", "purpose": "describing"},
            {"type": "TextualBody", "value": section, "format": "text/plain", "purpose": "tagging"},
        ],
        "target": target,
    }
