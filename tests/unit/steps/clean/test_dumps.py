"""Own-written dumps of many styles: the kind of every line, and what the head says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from rashomon.records.article import Article, Page
from rashomon.steps.clean import clean

DUMPS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("dumps.toml").read_text(encoding="utf-8"))


def lines_of(dump: str) -> list[tuple[str, str]]:
    """The kind and the text of each line; both empty for a blank one."""
    pairs = (line.partition("> ") for line in dump.strip("\n").split("\n"))
    return [(kind, text) for kind, _, text in pairs]


def article(name: str) -> Article:
    return clean(Page(f"{name}.txt", "\n".join(text for _, text in lines_of(DUMPS[name]["dump"]))))


@pytest.mark.parametrize("name", DUMPS)
def test_each_line_has_its_kind(name):
    found = article(name)
    labels = [(b.kind, found.text[b.start : b.end]) for b in found.blocks]
    assert labels == [pair for pair in lines_of(DUMPS[name]["dump"]) if pair[1]]


@pytest.mark.parametrize("name", DUMPS)
def test_what_the_head_says(name):
    found, wanted = article(name), DUMPS[name]
    title = next((text for kind, text in lines_of(wanted["dump"]) if kind == "title"), None)
    assert found.title == title
    assert (found.outlet or "", list(found.authors)) == (wanted["outlet"], wanted["authors"])
    assert (found.published or "", list(found.sources)) == (wanted["published"], wanted["sources"])
    assert found.captured is wanted.get("captured", True)
    assert found.language == "en"
