"""Fixtures of all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder of the project (articles, gold and scorers); the test is skipped where there is none."""
    folder = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).parents[1] / ".." / "shared")).resolve()
    if not folder.is_dir():
        pytest.skip(f"no shared data at {folder}: set RASHOMON_SHARED to the folder that holds seeds/ and stories/")
    return folder
