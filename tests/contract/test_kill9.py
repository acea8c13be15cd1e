"""A writer that is killed leaves a whole desk: what it reported is there, nothing is there twice or in part.

`Desk.add` and `Desk.follow` that are killed and finished have told in their log what one tells that nobody killed.
`benchmarks/kill9.py` does the same 200 times, `--desk` for the second, `--follow` for the third; `--points` kills a
follower after each transaction of a round.
"""

from __future__ import annotations

import importlib
import os
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="needs a system on which a process can be forked and killed"
)


@pytest.fixture
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")


@pytest.fixture
def kill9(benchmarks: None) -> ModuleType:
    return importlib.import_module("kill9")


@pytest.fixture
def kill9_follow(benchmarks: None) -> ModuleType:
    pytest.importorskip("httpx2", reason="needs the extra rashomon[follow]")
    pytest.importorskip("feedparser", reason="needs the extra rashomon[follow]")
    pytest.importorskip("protego", reason="needs the extra rashomon[follow]")
    return importlib.import_module("kill9_follow")


def test_a_killed_writer_loses_nothing(kill9: ModuleType, tmp_path: Path) -> None:
    batches, problems = kill9.rounds(tmp_path / "desk.db", count=6, seed=3, longest=0.8)
    assert problems == []
    assert batches > 0


def test_a_killed_desk_tells_every_change(kill9: ModuleType, tmp_path: Path) -> None:
    _, problems = kill9.desk_rounds(tmp_path / "desk", count=3, seed=5, longest=1.2)
    assert problems == []


def test_a_killed_follower_has_what_one_has_that_nobody_killed(kill9_follow: ModuleType, tmp_path: Path) -> None:
    _, problems = kill9_follow.follow_rounds(tmp_path / "desk", count=2, seed=4, longest=2.5)
    assert [problem for problem in problems if not problem.startswith(("only", "no report"))] == []


def test_kills_that_strike_nothing_prove_nothing(kill9_follow: ModuleType) -> None:
    assert kill9_follow.too_few(Counter({"keeping reports": 5, "opening": 5}), 10, 1, 1) == []
    assert kill9_follow.too_few(Counter({"keeping reports": 1, "opening": 20}), 21, 0, 1) == [
        "only 1 of 21 kills struck a round of following",
        "only 1 of 21 kills struck while reports were kept",
        "no report was revised, or the log is empty",
    ]


def test_a_writer_that_ends_by_itself_is_told(benchmarks: None, capfd: pytest.CaptureFixture[str]) -> None:
    killing = importlib.import_module("killing")
    with pytest.raises(RuntimeError, match="ended by itself"):
        killing.one_round(lambda answer: [][answer], 0.5)
    assert "IndexError" in capfd.readouterr().err
