"""A store in memory and one in a file: every test here runs on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.records.article import Article, Block
from rashomon.store import Store

Make = Callable[..., Article]


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with Store() if request.param == "memory" else Store.create(tmp_path / "desk.db") as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A desk in a file, closed."""
    path = tmp_path / "desk.db"
    Store.create(path).close()
    return path


@pytest.fixture
def report() -> Make:
    """Makes an article: a title line, then body lines."""

    def make(text: str = "Ferry aground\nThe ferry ran aground near Marlow.", **fields: Any) -> Article:
        blocks, at = [], 0
        for n, line in enumerate(text.split("\n")):
            if line:
                blocks.append(Block(at, at + len(line), "body" if n else "title", "text"))
            at += len(line) + 1
        given = {"id": "", "path": "a.txt", "blocks": tuple(blocks), "title": text.split("\n")[0], **fields}
        return Article(text=text, **given)

    return make
