"""Renderings of a dossier. Every line of any of them comes from the same record."""

from __future__ import annotations

import json
from typing import Any

from rashomon.errors import UsageError


def render(dossier: dict[str, Any], suffix: str) -> str:
    """`dossier` (JSON data) as text in the form that `suffix` names: `.json`, `.md` or `.html`."""
    if suffix == ".json":
        return json.dumps(dossier, ensure_ascii=False, indent=1) + "\n"
    if suffix == ".md":
        from rashomon.export.markdown import to_markdown

        return to_markdown(dossier)
    if suffix == ".html":
        from rashomon.export.html import to_html

        return to_html(dossier)
    raise UsageError(f"cannot write a dossier as {suffix!r}: use .html, .json or .md")
