"""The planted-difference benchmark changes what it says it changes."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
STORIES = sorted((ROOT / "benchmarks/planted/stories").glob("*.toml"))


@pytest.fixture(scope="module")
def planted() -> ModuleType:
    spec = importlib.util.spec_from_file_location("planted", ROOT / "benchmarks/planted/run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_every_plant_changes_one_report(planted: ModuleType, path: Path) -> None:
    story: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    plain = planted.reports(story)
    assert len({r["outlet"] for r in plain}) == len(plain) >= 3
    for plant in story["plant"]:
        changed = planted.reports(story, plant)
        assert [n for n, (a, b) in enumerate(zip(plain, changed, strict=True)) if a != b] == [plant["report"]]


def test_a_plant_that_changes_nothing_is_refused(planted: ModuleType) -> None:
    story = tomllib.loads(STORIES[0].read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="nothing to change"):
        planted.reports(story, {"kind": "number", "report": 0, "old": "no such words", "new": "x"})


def test_a_difference_is_found_only_against_another_report(planted: ModuleType) -> None:
    texts = ["Ten died.\n", "Twelve died.\n"]
    articles = [{"id": f"r{n}", "outlet": f"O{n}", "text": text} for n, text in enumerate(texts)]
    plant = {"kind": "number", "new": "Twelve", "outlet": "O1"}
    sides = [{"cites": [{"article": "r0", "start": 0, "end": 3}]}, {"cites": [{"article": "r1", "start": 0, "end": 6}]}]
    found: dict[str, Any] = {"articles": articles, "disagreements": [{"sides": sides}], "figures": []}
    assert planted.touches(plant, found)
    found["disagreements"][0]["sides"][0] = sides[1]
    assert not planted.touches(plant, found)


def test_one_lot_of_stories_is_measured_alone(planted: ModuleType, tmp_path: Path) -> None:
    reports = "".join(f'[[report]]\noutlet = "O{n}"\ntext = "Rain fell on Tarn."\n' for n in range(3))
    for name, lots in (("one", 'lot = "X"\n'), ("two", 'lot = "Y"\n'), ("three", "")):
        story = f'{lots}date = "2025-03-19"\n{reports}[[plant]]\nkind = "copy"\nreport = 1\n'
        (tmp_path / f"{name}.toml").write_text(story, encoding="utf-8")
    assert [planted.measure(folder=tmp_path, lot=lot)["counts"]["runs"] for lot in ("X", "Y", None)] == [1, 1, 3]


def test_every_story_held_out_says_with_which_it_was_written() -> None:
    stories = sorted((ROOT / "benchmarks/planted/held_out").glob("*.toml"))
    lots = [tomllib.loads(path.read_text(encoding="utf-8"))["lot"] for path in stories]
    assert {lot: lots.count(lot) for lot in lots} == {"C": 6, "E": 12, "F": 12}
