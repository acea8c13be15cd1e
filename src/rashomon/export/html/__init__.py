"""A dossier as one self-contained HTML page that works offline, can be mailed, printed and filed as evidence.

Nothing is loaded from anywhere. The sources are in the page as text, so it reads without JavaScript too; the script
adds previews, highlighting, filters and search.
"""

from __future__ import annotations

from typing import Any

from rashomon.export.html.context import context
from rashomon.export.html.shell import dress, environment
from rashomon.export.view import View


def to_html(dossier: dict[str, Any]) -> str:
    """`dossier` (JSON data) as one HTML page without any outside request."""
    return environment().get_template("page.html.jinja").render(**dress(), **context(View(dossier)))
