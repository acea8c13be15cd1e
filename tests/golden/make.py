"""Writes the golden dossiers anew: python tests/golden/make.py [NAME…]. Read the difference before you commit it."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import rashomon
from rashomon.export.markdown import to_markdown

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
NAMES = ("ferry", "hotel_fire", "border_talks", "smelter_sale")


def reports(name: str) -> list[dict[str, Any] | str]:
    """The own-written reports of the story `name`."""
    if name == "ferry":
        return [str(ROOT / "examples/ferry")]
    story = tomllib.loads((ROOT / f"benchmarks/planted/stories/{name}.toml").read_text(encoding="utf-8"))
    return [
        {"id": f"r{n}", "outlet": r["outlet"], "text": r["text"].strip() + "\n", "date": story["date"]}
        for n, r in enumerate(story["report"], start=1)
    ]


def dossier(name: str) -> str:
    """The dossier of the story `name` as Markdown, paths relative to the project."""
    return to_markdown(rashomon.compare(reports(name)).to_dict()).replace(f"{ROOT}/".replace("_", "\\_"), "")


if __name__ == "__main__":
    for name in sys.argv[1:] or NAMES:
        (HERE / f"{name}.md").write_text(dossier(name), encoding="utf-8")
