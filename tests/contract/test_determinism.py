"""The same input bytes give the same output bytes: file order, hash seed and locale change nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon

ROOT = Path(__file__).parents[2]
PATHS = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "examples/ferry").iterdir())


@cache
def run(paths: tuple[str, ...], seed: str = "0", locale: str = "C.UTF-8", zone: str = "UTC") -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
    command = [sys.executable, "-m", "rashomon.cli.main", "compare", *paths, "--json"]
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=True).stdout


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(PATHS), st.integers(0, 4_000_000_000), st.sampled_from(["C", "C.UTF-8", "POSIX"]))
def test_order_hash_seed_and_locale_change_no_byte(paths: list[str], seed: int, locale: str) -> None:
    zone = "Asia/Kathmandu" if seed % 2 else "America/New_York"
    assert run(tuple(paths), str(seed), locale, zone) == run(tuple(PATHS))


@settings(max_examples=10, deadline=None)
@given(st.permutations(PATHS))
def test_order_changes_nothing_in_the_library(paths: list[str]) -> None:
    absolute = [str(ROOT / p) for p in paths]
    assert rashomon.compare(absolute).to_json() == rashomon.compare(sorted(absolute)).to_json()
