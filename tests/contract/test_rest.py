"""The REST interface keeps to its own description: schemathesis asks every path, rightly and wrongly."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="needs the extra rashomon[serve]")
pytest.importorskip("mcp", reason="needs the extra rashomon[serve]")
pytest.importorskip("schemathesis", reason="needs requirements-dev.txt")

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.python import asgi
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from rashomon.desk import Desk
from rashomon.serve import app

NOON = "2026-11-22T12:00:00Z"
TEXTS = (
    "Crane topples in Norhavn\nA crane toppled in Norhavn harbour on Tuesday, and 12 people were injured.\n",
    "Crane falls in Norhavn\nA crane fell in Norhavn harbour on Tuesday. In all, 14 people were injured.\n",
)
EXAMPLES = int(os.environ.get("RASHOMON_EXAMPLES", "4"))
"""Requests of each sort for each path; more find more."""
CHECKED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("rest") / "desk"
    fill(folder)
    application = app(folder, hosts=None, now=lambda: NOON)
    with TestClient(application):
        yield application


def fill(folder: Path) -> None:
    with Desk.init(folder, now=lambda: NOON) as desk:
        desk.add([{"id": str(n), "text": text, "outlet": f"Outlet {n}"} for n, text in enumerate(TEXTS)])
        desk.save_search("cranes", "crane")
        for row in desk.stories().items:
            desk.dossier(row.id)


MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.mark.parametrize("mode", MODES, ids=["rightly", "wrongly"])
def test_every_answer_is_one_that_is_described(served: Any, mode: GenerationMode) -> None:
    """No 5xx, no status, header or shape that the description does not name."""
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", served)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 20
    with asgi.get_client(served) as session:
        for operation in operations:
            if mode == GenerationMode.NEGATIVE and not has_parameters(operation):
                continue

            @given(case=operation.as_strategy(generation_mode=mode))
            @CHECKED
            def asked(case: Any) -> None:
                # A cursor, a query or a subject may have the right shape and yet mean nothing: then 400 is right.
                case.call_and_validate(session=session, excluded_checks=[positive_data_acceptance])

            asked()


def has_parameters(operation: Any) -> bool:
    return bool({"parameters", "requestBody"} & set(operation.definition.raw))
