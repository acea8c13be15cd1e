"""The base of every page, used as a server would use it: from a package of one's own."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound

from rashomon.export.html.shell import SCRIPTS, STYLES, asset, dress, environment, fingerprint


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package with one page of its own."""
    folder = tmp_path / "invented_pages" / "templates"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "stories.html.jinja").write_text(
        '{% extends "base.html.jinja" %}{% import "macros.html.jinja" as m %}'
        "{% block title %}Stories{% endblock %}{% block header %}<h1>{{ name }}</h1>{% endblock %}"
        '{% block content %}<main id="main">{{ count(1, "story") }} {{ m.share(2, 3) }}</main>{% endblock %}',
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "invented_pages"
    sys.modules.pop("invented_pages", None)


def test_a_package_of_ones_own_extends_the_base(pages: str) -> None:
    page = environment(pages).get_template("stories.html.jinja").render(**dress(forms="'self'"), name="<b>Pier</b>")
    assert "<title>Stories</title>" in page
    assert "<h1>&lt;b&gt;Pier&lt;/b&gt;</h1>" in page
    assert "1 story <svg" in page
    assert "form-action 'self'" in page
    assert f"<style>{asset(*STYLES)}</style>" in page
    assert f"<script>{asset(*SCRIPTS)}</script>" in page


def test_the_page_of_a_dossier_is_found_from_a_package_of_ones_own(pages: str) -> None:
    assert environment(pages).get_template("page.html.jinja").name == "page.html.jinja"
    with pytest.raises(TemplateNotFound):
        environment().get_template("stories.html.jinja")


def test_a_page_without_dossier_brings_less_script() -> None:
    few = dress(scripts=("base.js",))
    assert few["script"] == asset("base.js")
    assert f"script-src '{fingerprint(asset('base.js'))}'" in str(few["policy"])
    assert "form-action 'none'" in str(few["policy"])


def test_no_asset_could_end_its_element_or_load_anything() -> None:
    both = asset(*STYLES) + asset(*SCRIPTS)
    assert not re.search(r"</(style|script)|@import|url\(|https?://", both, re.I)
