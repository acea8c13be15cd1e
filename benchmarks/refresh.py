"""How long a dossier takes to be brought up to date when a story has got one report more.

`python benchmarks/refresh.py --shared ../shared [--sizes 5,20,50] [--rounds 3]`, least CPU seconds of some rounds, each
in a process of its own with word lists loaded. `opened`: the first refresh of a desk that was just opened, as in
`rashomon desk add`; `running`: one in a desk that has compared the other reports before, as in `follow`. Both must give
the dossier that a desk makes that remembers nothing, to the letter. Two sets of reports: `mixed` (of many events, put
into one story; the table of docs/quality.md) and `events` (of a few events).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon import compare
from rashomon.desk import Desk
from rashomon.desk.dossiers import Dossiers, make
from rashomon.store import Store

AT = "2026-01-01T00:00:00Z"
STORY, ELSEWHERE = "s999999", "s999998"
EVENTS = 5
"""Stories that the reports of the set `events` are taken from: those with most reports."""
FERRY = Path(__file__).parents[1] / "examples/ferry"


def mixed(shared: Path, size: int) -> list[dict[str, Any]]:
    """Reports of many events with their titles and days."""
    lines = (shared / "data/clusters/basil_dev.jsonl").read_text(encoding="utf-8").splitlines()[:size]
    rows = [json.loads(line) for line in lines]
    return [{name: row.get(name) for name in ("id", "text", "title", "date")} for row in rows]


def events(shared: Path, size: int) -> list[dict[str, Any]]:
    """Reports of a few events."""
    folders = [sorted(folder.glob("*.txt")) for folder in sorted((shared / "stories").iterdir()) if folder.is_dir()]
    files = [file for found in sorted(folders, key=lambda found: -len(found))[:EVENTS] for file in found]
    return [{"id": file.name, "text": file.read_text(encoding="utf-8")} for file in files[:size]]


def move(desk: Desk, names: Sequence[str], story: str) -> None:
    """Put reports into a story."""
    with desk.store.transaction():
        for name in names:
            desk.store.assign(name, story, "for measuring", AT)


def prepare(folder: Path, reports: list[dict[str, Any]]) -> None:
    """A desk with one story of all reports, and a dossier of it that lacks the last one."""
    with Desk.init(folder) as desk:
        desk.add(reports)
        names = desk.store.article_ids(limit=1000).items
        move(desk, names[:-1], STORY)
        move(desk, names[-1:], ELSEWHERE)
        desk.refresh(STORY)
        move(desk, names[-1:], STORY)


def measure(folder: Path) -> None:
    """Print the seconds of two refreshes and how many reports there are."""
    compare([str(FERRY)])
    with Desk.open(folder) as desk:
        last = max(desk.store.rows(desk.store.members(STORY)), key=lambda row: row.number).id
        found = []
        for round_ in range(2):
            if round_:
                move(desk, [last], ELSEWHERE)
                desk.refresh(STORY)
                move(desk, [last], STORY)
            dossiers = Dossiers(desk.store, desk.settings, lambda: AT)
            begun = time.process_time()
            dossiers.refresh(STORY)
            found.append(time.process_time() - begun)
            with Store.open(desk.store.path, read_only=True) as store:
                scratch = make(store, store.members(STORY), desk.settings).data
            if dossiers.get(STORY) != json.loads(json.dumps(scratch)):
                raise SystemExit("the refreshed dossier is not the one made from scratch")
        print(json.dumps([*found, len(scratch["articles"])]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    parser.add_argument("--sizes", default="5,20,50")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sets", default="mixed,events")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure is not None:
        measure(options.measure)
        return
    if not (options.shared / "data/clusters/basil_dev.jsonl").is_file():
        raise SystemExit(f"no reports to measure with in {options.shared}: name their folder with --shared")
    print("set     reports  opened  running   (CPU seconds)")
    for name in options.sets.split(","):
        for size in map(int, options.sizes.split(",")):
            reports = {"mixed": mixed, "events": events}[name](options.shared, size)
            with tempfile.TemporaryDirectory() as place:
                prepare(Path(place) / "desk", reports)
                rounds = []
                for n in range(options.rounds):
                    copy = Path(place) / str(n)
                    shutil.copytree(Path(place) / "desk", copy)
                    run = [sys.executable, __file__, "--measure", str(copy)]
                    rounds.append(json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout))
            opened, running = (min(seconds) for seconds in list(zip(*rounds, strict=True))[:2])
            print(f"{name:7} {rounds[0][2]:7} {opened:7.2f} {running:8.2f}", flush=True)


if __name__ == "__main__":
    main()
