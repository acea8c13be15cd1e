"""How pages are made: the templates of this package over those of the export, style, script and their policy."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from starlette.responses import Response

from rashomon.export.html.context import SHOWN_AS, web_address
from rashomon.export.html.shell import SCRIPTS, dress, environment
from rashomon.export.words import clipped, day, short_day
from rashomon.serve.answers import HTML

HERE = "rashomon.serve"
SITE = (
    ("/stories", "Stories"),
    ("/search", "Search"),
    ("/changes", "Changes"),
    ("/decisions", "Decisions"),
    ("/sources", "Sources"),
)
TROUBLE = {
    400: "That cannot be meant",
    401: "The token is needed",
    403: "That is not allowed here",
    404: "There is nothing here",
    405: "That cannot be done here",
    422: "That cannot be meant",
    503: "The desk is busy",
}
_HALVES = re.compile("[\0\ud800-\udfff]")


def page(template: str, *, dossier: bool = False, **shown: Any) -> bytes:
    """A page as bytes. `dossier`: it has source texts and passages, which need more script."""
    found = environment(HERE).get_template(template)
    words = {"day": day, "short_day": short_day, "clipped": clipped, "when": when, "web": web_address, "site": SITE}
    text = found.render(**dressed(dossier), **words, **shown)
    return _HALVES.sub("\ufffd", text).encode()


@cache
def dressed(dossier: bool) -> dict[str, object]:
    """What the base template needs; the policy allows asking this server and nothing else."""
    style, script = _asset("desk.css"), _asset("desk.js")
    scripts = SCRIPTS if dossier else SCRIPTS[:1]
    return dress(scripts=scripts, forms="'self'", style=style, script=script, connect="'self'")


def policy(dossier: bool = False) -> dict[str, str]:
    """The header that says what a page may do."""
    return {"Content-Security-Policy": f"{dressed(dossier)['policy']}; frame-ancestors 'none'"}


def when(moment: str | None) -> str:
    """A time of the desk for people: `22 Nov, 09:30`."""
    if not moment:
        return ""
    clock = f", {moment[11:16]}" if "T" in moment else ""
    return f"{short_day(moment)} {moment[:4]}{clock}"


def readable(text: str) -> str:
    """A text as a page can hold it; every character stays in its place."""
    return text.translate(SHOWN_AS)


def problem_page(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    """What went wrong, as a page."""
    title = TROUBLE.get(status, "Something went wrong")
    body = page("problem.html.jinja", here="", title=title, status=status, message=message)
    return Response(body, status, {**(headers or {}), **policy()}, HTML)


def _asset(name: str) -> str:
    return (resources.files(HERE) / "assets" / name).read_text(encoding="utf-8")
