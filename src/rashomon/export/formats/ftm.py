"""FollowTheMoney entities, one JSON object a line: reports, actors, mentions and quotations.

FollowTheMoney has no schema for quotations: each becomes a `Note` on its report and speaker that quotes the words, with
the passage in its summary. Places are no legal entities there and stay names mentioned in a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.export.formats.names import dossier_digest
from rashomon.export.view import Data, View

SCHEMATA = {"person": "Person", "organization": "Organization", "group": "LegalEntity"}
LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pt": "por", "nl": "nld", "pl": "pol",
             "uk": "ukr", "ru": "rus", "ar": "ara", "tr": "tur", "zh": "zho", "ja": "jpn"}  # fmt: skip


def entities(dossier: Data) -> Iterator[Data]:
    """The entities of `dossier` (JSON data) in a fixed order."""
    view, story = View(dossier), dossier_digest(dossier)[:12]
    for a in view.articles:
        yield _article(view, story, a)
    for actor in dossier["actors"]:
        schema = SCHEMATA.get(actor["type"])
        if schema:
            others = [f["text"] for f in actor["spellings"] if f["text"] != actor["name"]]
            yield _entity(story, actor["id"], schema, name=[actor["name"]], alias=others)
        yield from _mentions(story, actor, schema)
    for q in dossier["quotes"]:
        yield _note(view, story, q)


def _entity(story: str, ident: str, schema: str, /, **properties: list[str]) -> Data:
    filled = {key: list(dict.fromkeys(v for v in values if v)) for key, values in properties.items()}
    return {"id": f"rsh-{story}-{ident}", "schema": schema, "properties": {k: v for k, v in filled.items() if v}}


def _article(view: View, story: str, a: Data) -> Data:
    url = str(a["url"] or "")
    return _entity(
        story,
        a["id"],
        "Article",
        title=[a["title"] or ""],
        fileName=[a["path"].rsplit("/", 1)[-1] or a["id"]],
        author=a["authors"],
        publisher=[a["outlet"] or ""],
        publishedAt=[(a["published"] or "")[:16]],
        language=[LANGUAGES.get(a["language"] or "", "")],
        sourceUrl=[url if url.startswith(("http://", "https://")) else ""],
        bodyText=[a["text"]],
        mimeType=["text/plain"],
    )


def _mentions(story: str, actor: Data, schema: str | None) -> Iterator[Data]:
    names: dict[str, list[str]] = {}
    for form in actor["spellings"]:
        for cite in form["cites"]:
            names.setdefault(cite["article"], []).append(form["text"])
    for article, forms in names.items():
        resolved = [f"rsh-{story}-{actor['id']}"] if schema else []
        yield _entity(
            story,
            f"{actor['id']}-in-{article}",
            "Mention",
            document=[f"rsh-{story}-{article}"],
            name=forms,
            resolved=resolved,
            detectedSchema=[schema or ""],
        )


def _note(view: View, story: str, q: Data) -> Data:
    first = q["content"][0]
    known = q["speaker"] in view.actors and view.actors[q["speaker"]]["type"] in SCHEMATA
    about = [f"rsh-{story}-{q['speaker']}"] if known else []
    where = f"{view.outlet(q['article'])}, characters {first['start']}-{q['content'][-1]['end']}"
    return _entity(
        story,
        q["id"],
        "Note",
        name=[f"Quotation ({q['kind']}) of {view.actor(q['speaker'], 'a speaker not known')}"],
        description=[view.quoted(q)],
        summary=[where],
        entity=[f"rsh-{story}-{q['article']}", *about],
        date=[q["when"] or ""],
        publisher=[view.article(q["article"])["outlet"] or ""],
    )
