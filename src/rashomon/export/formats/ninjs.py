"""ninjs 3.1 (IPTC): the dossier as one news object of text, its reports as associated objects.

The body is the Markdown of the dossier. Where no report states its time, none is given; nothing reads the clock.
"""

from __future__ import annotations

from typing import Any

from rashomon.export.formats.names import line_uri, moment
from rashomon.export.markdown import to_markdown
from rashomon.export.view import Data, View

LISTS = {"person": "people", "organization": "organisations", "group": "organisations", "place": "places"}


def item(dossier: Data) -> dict[str, Any]:
    """`dossier` (JSON data) as a ninjs object."""
    view = View(dossier)
    named: dict[str, list[Data]] = {}
    for actor in dossier["actors"]:
        if actor["type"] in LISTS:
            named.setdefault(LISTS[actor["type"]], []).append({"name": actor["name"], "literal": actor["id"]})
    moments = sorted(m for m in (moment(a["published"]) for a in view.articles) if m)
    outlets = dict.fromkeys(a["outlet"] for a in view.articles if a["outlet"])
    out: Data = {
        "uri": line_uri(dossier, "dossier"),
        "standard": {"name": "ninjs", "version": "3.1"},
        "type": "text",
        "representationType": "full",
        "profile": "rashomon-dossier",
        "title": dossier["story"]["title"],
        "headlines": [{"value": dossier["story"]["title"]}],
        "bodies": [{"role": "dossier", "contentType": "text/markdown", "value": to_markdown(dossier)}],
        "infoSources": [{"name": name, "role": "outlet"} for name in outlets],
        **named,
        "associations": [_report(view, a) for a in view.articles],
        "altIds": [{"role": "schema", "value": dossier["schema"]}],
    }
    if dossier["story"]["languages"]:
        out["language"] = dossier["story"]["languages"][0]
    if moments:
        out["contentCreated"] = moments[-1]
    return out


def _report(view: View, a: Data) -> Data:
    out: Data = {
        "uri": line_uri(view.dossier, a["id"]),
        "name": view.outlet(a["id"]),
        "rel": "source",
        "type": "text",
        "bodies": [{"contentType": "text/plain", "value": a["text"], "charCount": len(a["text"])}],
        "altIds": [{"role": "sha256", "value": a["sha256"]}],
    }
    if a["title"]:
        out["headlines"] = [{"value": a["title"]}]
    if a["authors"]:
        out["by"] = ", ".join(a["authors"])
    if a["language"]:
        out["language"] = a["language"]
    created = moment(a["published"])
    if created:
        out["contentCreated"] = created
    return out
