"""The hard pairs of `benchmarks/agreement`: what must be found, and how little may be put together wrongly."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parents[3] / "benchmarks/agreement/run.py"


@pytest.fixture(scope="module")
def program() -> Any:
    spec = importlib.util.spec_from_file_location("agreement", HERE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_as_many_of_either_kind(program: Any) -> None:
    found = program.pairs()
    assert len(found) >= 60
    assert sum(p["same"] for p in found) == len(found) / 2
    assert len({(p["a"], p["b"]) for p in found}) == len(found)


def test_recall_and_false_agreement(program: Any) -> None:
    found = program.measure()
    assert found["recall"] >= 0.66, found["wrong"]
    assert found["false_agreement"] <= 0.06, found["wrong"]


def test_the_second_set(program: Any) -> None:
    pairs = program.pairs("second")
    assert sum(p["same"] for p in pairs) == len(pairs) / 2 == 20
    found = program.measure("second")
    assert found["recall"] >= 0.35, found["wrong"]
    assert found["false_agreement"] <= 0.1, found["wrong"]
