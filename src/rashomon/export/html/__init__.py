"""A dossier as one self-contained HTML page that works offline, can be mailed, printed and filed as evidence.

Texts of reports are data, never markup: the template escapes everything, the content security policy allows only the
page's own style and script by their hashes, and nothing is loaded from anywhere. The sources are in the page as text,
so it reads without JavaScript too; the script adds previews, highlighting, filters and search.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from rashomon.export.html.context import context
from rashomon.export.view import View

FILES = "rashomon.export.html"


def to_html(dossier: dict[str, Any]) -> str:
    """`dossier` (JSON data) as one HTML page without any outside request."""
    style, script = _asset("page.css", "parts.css", "print.css"), _asset("passages.js", "page.js")
    page = _environment().get_template("page.html.jinja")
    return page.render(
        **context(View(dossier)),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


@cache
def _asset(*names: str) -> str:
    return "".join((resources.files(FILES) / "assets" / name).read_text(encoding="utf-8") for name in names)


def _template(name: str) -> str:
    return (resources.files(FILES) / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        loader=FunctionLoader(_template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
