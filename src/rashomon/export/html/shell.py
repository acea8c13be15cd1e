"""What every page of Rashomon is wrapped in: the base template, its macros, and style and script with their policy.

The self-contained file of a dossier and the pages of a server use the same parts: `environment` finds templates in a
package of one's own first and in this one after it, `dress` gives `base.html.jinja` what it needs. Texts of reports are
data, never markup: everything is escaped, and the policy allows the page's own style and script by their hashes only.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.export.words import count

HERE = "rashomon.export.html"
STYLES = ("page.css", "parts.css", "print.css")
"""Layout and palette; the parts of a dossier; paper."""
SCRIPTS = ("base.js", "passages.js", "page.js")
"""What every page needs; previews and pinned passages; search, filters and deep links of a dossier."""


@cache
def environment(*packages: str) -> Environment:
    """The templates of `packages`, each in its folder `templates`, and after them those of this one."""
    return Environment(
        autoescape=True,
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, HERE)]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def dress(
    styles: tuple[str, ...] = STYLES,
    scripts: tuple[str, ...] = SCRIPTS,
    *,
    forms: str = "'none'",
    style: str = "",
    script: str = "",
    connect: str = "",
) -> dict[str, object]:
    """The variables of `base.html.jinja`: style and script as markup, the policy that allows only these, `count`.

    `forms`: where forms may be sent; a server that searches passes `'self'`. `style`, `script`: texts that come after
    those of the files. `connect`: where the script may ask; nowhere when empty.
    """
    style, script = asset(*styles) + style, asset(*scripts) + script
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{fingerprint(style)}'",
            f"script-src '{fingerprint(script)}'",
            "base-uri 'none'",
            f"form-action {forms}",
            *([f"connect-src {connect}"] if connect else []),
        )
    )
    return {"style": Markup(style), "script": Markup(script), "policy": Markup(policy), "count": count}


@cache
def asset(*names: str) -> str:
    """The files of `assets` with these names, one after the other."""
    return "".join((resources.files(HERE) / "assets" / name).read_text(encoding="utf-8") for name in names)


def fingerprint(text: str) -> str:
    """How a content security policy names an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
