"""A browser for the tests of the page: Debian's Chromium through Playwright, nothing downloaded.

Without them the tests are skipped with the reason; where the variable `CI` is set that is a failure instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.export.html import to_html

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _missing(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"browser tests must run in CI: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium for all tests of a worker."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed: pip install -r requirements-dev.txt")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        _missing("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


class Opened:
    """A page in the browser with all it asked for and all it complained about."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("console", lambda m: self.complaints.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: self.complaints.append(f"error: {e}"))
        page.on("dialog", lambda d: (self.dialogs.append(d.message), d.dismiss()))


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a dossier (JSON data) or a ready page at a width in a colour scheme."""
    contexts = []

    def _show(what: dict[str, Any] | Path, width: int = 1280, scheme: str = "light", **options: Any) -> Opened:
        path = what if isinstance(what, Path) else tmp_path / "dossier.html"
        if not isinstance(what, Path):
            path.write_text(to_html(what), encoding="utf-8", errors="surrogatepass")
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, **options)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.goto(path.as_uri())
        return opened

    yield _show
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def ferry() -> dict[str, Any]:
    """The dossier of the bundled example, as it is really made, with ten checks made by hand."""
    dossier = rashomon.compare([Path(__file__).parents[2] / "examples" / "ferry"]).to_dict()
    return {**dossier, "checks": asked(dossier, 10)}


def asked(dossier: dict[str, Any], many: int) -> list[dict[str, Any]]:
    """Checks on the beginnings of passages: two reports of one statement, and the first words of each."""
    told = [s["reports"] for s in dossier["statements"] if s["verdict"] == "agreed"][:many]
    texts = {a["id"]: a["text"] for a in dossier["articles"]}

    def side(cite: dict[str, Any]) -> dict[str, Any]:
        says = " ".join(texts[cite["article"]][cite["start"] : cite["end"]].split())
        return {"says": says, "holder": None, "cites": [cite], "values": [{**cite, "end": cite["start"] + 6}]}

    return [
        {"id": f"k{n}", "kind": "figure", "note": f"Is it {n} or 12?", "sides": [side(r["cite"]) for r in reports[:2]]}
        for n, reports in enumerate(told, 1)
    ]


@pytest.fixture(scope="session")
def ferry_page(ferry: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page, made once."""
    path = tmp_path_factory.mktemp("page") / "ferry.html"
    path.write_text(to_html(ferry), encoding="utf-8")
    return path
