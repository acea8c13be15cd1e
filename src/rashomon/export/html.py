"""A dossier as one self-contained HTML page."""

from __future__ import annotations

from html import escape
from typing import Any

from rashomon.export.markdown import to_markdown


def to_html(dossier: dict[str, Any]) -> str:
    """`dossier` (JSON data) as one HTML page without any outside request."""
    title, body = escape(dossier["story"]["title"]), escape(to_markdown(dossier))
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body><pre>{body}</pre></body></html>\n'
