"""A small desk of own-written reports, made once and copied for each test, and clients of its application."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="needs the extra rashomon[serve]")
pytest.importorskip("mcp", reason="needs the extra rashomon[serve]")

from starlette.testclient import TestClient

from rashomon.desk import Desk
from rashomon.serve import app

NOON, ONE = "2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z"
HARBOUR = {
    "post": (
        "Crane topples in Norhavn harbour\n"
        "A crane toppled onto the quay in Norhavn harbour on Tuesday, and 12 people were injured.\n"
        "“We must find out why the crane fell,” Harbour Minister Anna Vega said.\n"
        "Divers from Merrow searched the harbour basin of Norhavn until dawn. Lars Holm, the harbour master, waited.\n"
    ),
    "times": (
        "Fourteen injured as harbour crane falls\n"
        "The crane fell onto the quay in Norhavn harbour on Tuesday. In the accident, 14 people were injured.\n"
        "“We should find out why the crane fell,” Minister Anna Vega told reporters in Norhavn.\n"
        "The crane belongs to Norhavn Lifting. Divers searched the basin of the harbour for Lars Holm.\n"
    ),
    "echo": (
        "Harbour crane: minister promises inquiry\n"
        "Harbour Minister Anna Vega promised an inquiry after a crane toppled in Norhavn harbour on Tuesday.\n"
        "Divers searched the harbour basin for the injured, harbour master Lars Holm said.\n"
    ),
}
MILL = {
    "gazette": (
        "Kesten <b>mill</b> sold to Brightwell & Sons\n"
        "Brightwell & Sons bought the Kesten mill on Friday for 40 million dollars, the company said.\n"
        "“Nobody will lose a job at the mill,” chief executive Piet Dorn said. Kesten employs 300 people.\n"
        "<script>document.title = 'taken'</script> <img src=x onerror=alert(1)> stood on the page.\n"
    )
}
TOKEN = "a-token-of-many-letters"


def report(name: str, text: str, day: str) -> dict[str, Any]:
    """A record as programs give it."""
    outlet = f"The {name.title()}"
    return {
        "id": name, "text": text, "outlet": outlet, "path": f"/secret/{name}.txt", "published": day,
        "url": f"https://{name}.example/1",
    }  # fmt: skip


def fill(folder: Path) -> None:
    """A desk with two stories, a revision that changed lines, a decision and a saved search."""
    with Desk.init(folder, now=lambda: NOON) as desk:
        desk.add([report(n, t, "2026-11-17") for n, t in HARBOUR.items()])
        desk.add([report(n, t, "2026-11-20") for n, t in MILL.items()])
        for row in desk.stories().items:
            desk.dossier(row.id)
        desk.save_search("cranes", "crane")
    with Desk.open(folder, now=lambda: ONE) as desk:
        revised = HARBOUR["times"].replace("14 people", "16 people").replace("Fourteen", "Sixteen")
        desk.add([report("times", revised, "2026-11-17")])
        desk.same_actor("Anna Vega", "Minister Vega", note="one person", by="editor")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that desk; never written to."""
    folder = tmp_path_factory.mktemp("served") / "desk"
    fill(folder)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copytree(made, tmp_path / "desk"))


def served(folder: Path, token: str | None = None, base_url: str = "http://127.0.0.1:8765", **how: Any) -> TestClient:
    """A client of an application over the desk in `folder`; more arguments go to the application."""
    return TestClient(
        app(folder, token, now=lambda: ONE, **how),
        base_url,
        raise_server_exceptions=False,
        follow_redirects=False,
        headers={"Content-Type": "application/json"},
    )


@pytest.fixture
def serving(folder: Path) -> Iterator[Callable[..., TestClient]]:
    """Serves a copy of one's own."""
    open_ones = []

    def serve(*given: Any, **how: Any) -> TestClient:
        open_ones.append(served(folder, *given, **how))
        open_ones[-1].__enter__()
        return open_ones[-1]

    yield serve
    for client in open_ones:
        client.__exit__(None, None, None)


@pytest.fixture(scope="session")
def client(made: Path) -> Iterator[TestClient]:
    """A client of the server as it is by default: on loopback, without a token. For tests that only read."""
    with served(made) as client:
        yield client


@pytest.fixture(scope="session")
def locked(made: Path) -> Iterator[TestClient]:
    """The same with a token. For tests that only read."""
    with served(made, TOKEN) as client:
        yield client


@pytest.fixture
def writing(serving: Callable[..., TestClient]) -> TestClient:
    """The same over a copy of one's own, which may be written to."""
    return serving()


@pytest.fixture(scope="session")
def harbour(client: TestClient) -> str:
    """The id of the story of three reports."""
    return next(s["id"] for s in client.get("/api/stories").json()["items"] if s["reports"] == 3)


@pytest.fixture(scope="session")
def mill(client: TestClient) -> str:
    """The id of the story of one report, whose text looks like markup."""
    return next(s["id"] for s in client.get("/api/stories").json()["items"] if s["reports"] == 1)
