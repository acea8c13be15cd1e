"""A writer that is killed leaves a whole desk: what it reported is there, nothing is there twice or in part.

`Desk.add` that is killed and finished has told in its log what one tells that nobody killed. `benchmarks/kill9.py` does
the same 200 times, and `--desk` for the second.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="needs a system on which a process can be forked and killed"
)


@pytest.fixture(scope="module")
def kill9() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kill9", ROOT / "benchmarks/kill9.py")
    assert spec and spec.loader
    kill9 = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kill9)
    return kill9


def test_a_killed_writer_loses_nothing(kill9: ModuleType, tmp_path: Path) -> None:
    batches, problems = kill9.rounds(tmp_path / "desk.db", count=6, seed=3, longest=0.8)
    assert problems == []
    assert batches > 0


def test_a_killed_desk_tells_every_change(kill9: ModuleType, tmp_path: Path) -> None:
    _, problems = kill9.desk_rounds(tmp_path / "desk", count=3, seed=5, longest=1.2)
    assert problems == []
