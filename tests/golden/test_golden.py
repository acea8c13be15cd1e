"""Whole dossiers of own-written stories, line by line: a change of quality is seen and read, never slipped in.

After a change that is meant: python tests/golden/make.py, and read the difference.
"""

from __future__ import annotations

import difflib
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent


def _make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("golden_make", HERE / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = _make()


@pytest.mark.parametrize("name", MAKE.NAMES)
def test_the_dossier_is_the_one_that_was_read(name: str) -> None:
    golden = (HERE / f"{name}.md").read_text(encoding="utf-8")
    found = MAKE.dossier(name)
    difference = difflib.unified_diff(golden.splitlines(), found.splitlines(), "golden", "now", lineterm="", n=0)
    assert golden == found, "\n".join(difference)
