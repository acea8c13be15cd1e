"""A writer that is killed leaves a whole desk: what it reported is there, nothing is there twice or in part.

`benchmarks/kill9.py` does the same 200 times.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system on which a process can be forked and killed")
def test_a_killed_writer_loses_nothing(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("kill9", ROOT / "benchmarks/kill9.py")
    assert spec and spec.loader
    kill9 = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kill9)
    batches, problems = kill9.rounds(tmp_path / "desk.db", count=6, seed=3, longest=0.4)
    assert problems == []
    assert batches > 0
