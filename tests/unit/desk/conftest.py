"""Own-written reports of two stories, a clock that stands still, and desks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.desk import Desk

FERRY = {
    "post": (
        "Ferry runs aground off Merrow\n"
        "The ferry Alma ran aground on a sandbank off Merrow on Tuesday, and 12 people were killed.\n"
        "“We must learn the whole truth about this night,” Transport Minister Anna Vega said.\n"
        "Divers from Norhavn searched the hull of the ferry Alma until dawn. Lars Holm, the harbour master, waited.\n"
    ),
    "times": (
        "Twelve dead after ferry Alma hits sandbank\n"
        "The ferry Alma hit a sandbank off Merrow on Tuesday. In the disaster, 14 people were killed.\n"
        "“We must learn the whole truth about this night,” Minister Anna Vega told reporters in Norhavn.\n"
        "The ferry Alma belongs to Norhavn Lines. Divers searched its hull. Orla Finch saw the ferry list.\n"
    ),
    "echo": (
        "Ferry Alma: minister promises inquiry\n"
        "Transport Minister Anna Vega promised an inquiry after the ferry Alma ran aground off Merrow on Tuesday.\n"
        "Divers searched the hull of the ferry for survivors of the disaster, harbour master Lars Holm said.\n"
    ),
}
SMELTER = {
    "gazette": (
        "Kesten smelter sold to Brightwell Steel\n"
        "Brightwell Steel bought the Kesten smelter on Friday for 40 million dollars, the company said.\n"
        "“Nobody will lose a job at the smelter,” chief executive Piet Dorn said. Kesten employs 300 people.\n"
    ),
    "ledger": (
        "Union doubts Brightwell promise on Kesten smelter\n"
        "The union of the Kesten smelter doubts the promise of Brightwell Steel, which bought the smelter on Friday.\n"
        "“We have heard such promises about jobs before,” union leader Maja Roth said of chief executive Piet Dorn.\n"
    ),
}
NOON = "2026-11-22T12:00:00Z"


def report(name: str, text: str, **more: Any) -> dict[str, Any]:
    """A record as programs give it."""
    return {"id": name, "text": text, "outlet": f"The {name.title()}", "path": f"{name}.txt", **more}


def reports(*stories: dict[str, str]) -> list[dict[str, Any]]:
    """Every report of these stories, with an address each."""
    return [
        report(name, text, url=f"https://{name}.example/1")
        for story in stories or (FERRY, SMELTER)
        for name, text in story.items()
    ]


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> str:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_desk(tmp_path: Path, clock: Clock) -> Iterator[Callable[[str], Desk]]:
    """Makes an empty desk of that name."""
    made = []

    def make(name: str = "desk") -> Desk:
        made.append(Desk.init(tmp_path / name, now=clock))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def empty(make_desk: Callable[[str], Desk]) -> Desk:
    return make_desk("desk")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with both stories, made once; copy it."""
    folder = tmp_path_factory.mktemp("filled") / "desk"
    with Desk.init(folder, now=lambda: NOON) as desk:
        desk.add(reports())
    return folder


@pytest.fixture
def desk(filled: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk with both stories."""
    shutil.copytree(filled, tmp_path / "filled")
    with Desk.open(tmp_path / "filled", now=clock) as desk:
        yield desk


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    """The id of each report by its outlet."""
    return {r.path.removesuffix(".txt"): r.id for r in desk.articles().items}


@pytest.fixture
def ferry(desk: Desk, ids: dict[str, str]) -> str:
    """The story of the ferry."""
    story = desk.article(ids["post"])[0].story
    assert story is not None
    return story
