"""schema.org as JSON-LD: NewsArticle for each report, Quotation for each quotation, Claim for each statement.

schema.org has no relation between claims, so nothing says that claims agree or not; and no ClaimReview is written,
because a dossier passes no judgement. `appearance` names the reports that have a claim.
"""

from __future__ import annotations

from typing import Any

from rashomon.export.formats.names import line_uri, text_uri
from rashomon.export.view import Data, View

TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "group": "Organization"}


def graph(dossier: Data) -> dict[str, Any]:
    """`dossier` (JSON data) as one JSON-LD document with a graph."""
    view = View(dossier)
    nodes = [_article(view, a) for a in view.articles]
    nodes += [_actor(view, a) for a in dossier["actors"] if a["type"] in TYPES]
    nodes += [_quotation(view, q) for q in dossier["quotes"] if q["kind"] != "indirect"]
    nodes += [_claim(view, s) for s in dossier["statements"]]
    return {"@context": "https://schema.org", "@graph": nodes}


def _without_empty(node: Data) -> Data:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _article(view: View, a: Data) -> Data:
    url = str(a["url"] or "")
    return _without_empty(
        {
            "@type": "NewsArticle",
            "@id": line_uri(view.dossier, a["id"]),
            "identifier": text_uri(a),
            "headline": a["title"],
            "author": [{"@type": "Person", "name": name} for name in a["authors"]],
            "publisher": {"@type": "Organization", "name": a["outlet"]} if a["outlet"] else None,
            "datePublished": a["published"],
            "inLanguage": a["language"],
            "url": url if url.startswith(("http://", "https://")) else None,
            "articleBody": a["text"],
        }
    )


def _actor(view: View, a: Data) -> Data:
    others = [f["text"] for f in a["spellings"] if f["text"] != a["name"]]
    return _without_empty(
        {
            "@type": TYPES[a["type"]],
            "@id": line_uri(view.dossier, a["id"]),
            "name": a["name"],
            "alternateName": others,
        }
    )


def _reference(view: View, name: str | None) -> Data | None:
    known = name in view.actors and view.actors[name]["type"] in ("person", "organization", "group")
    return {"@id": line_uri(view.dossier, str(name))} if known else None


def _quotation(view: View, q: Data) -> Data:
    return _without_empty(
        {
            "@type": "Quotation",
            "@id": line_uri(view.dossier, q["id"]),
            "text": view.quoted(q),
            "creator": _reference(view, q["speaker"]),
            "dateCreated": q["when"],
            "isPartOf": {"@id": line_uri(view.dossier, q["article"])},
        }
    )


def _claim(view: View, s: Data) -> Data:
    articles = list(dict.fromkeys(r["cite"]["article"] for r in s["reports"]))
    dated = sorted((view.article(a)["published"] or "9", view.number[a], a) for a in articles)
    holders = {r["holder"] for r in s["reports"]}
    return _without_empty(
        {
            "@type": "Claim",
            "@id": line_uri(view.dossier, s["id"]),
            "text": s["gist"],
            "author": _reference(view, next(iter(holders))) if len(holders) == 1 else None,
            "appearance": [{"@id": line_uri(view.dossier, a)} for a in articles],
            "firstAppearance": {"@id": line_uri(view.dossier, dated[0][2])} if dated[0][0] != "9" else None,
        }
    )
