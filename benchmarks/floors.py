"""Runs the scorers on the development sets and fails when a figure falls below its floor in `floors.toml`.

Usage: python benchmarks/floors.py [NAME…]. The data are found through RASHOMON_SHARED (default ../shared); where they
are absent nothing is measured and the exit status is 0, unless CI is set.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("RASHOMON_SHARED", HERE.parent.parent / "shared")).resolve()
RASHOMON = Path(sys.executable).with_name("rashomon")


def scores(row: dict[str, object]) -> dict[str, float]:
    """The numbers that the scorer of `row` prints, by name."""
    arguments = [str(a).format(shared=SHARED, rashomon=RASHOMON, files="{files}") for a in row.get("arguments", [])]
    # A scorer of the development data, or a program of our own in this folder.
    program = HERE / str(row["program"]) if "program" in row else SHARED / "score" / str(row["scorer"])
    done = subprocess.run(
        [sys.executable, str(program), *arguments, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        raw = json.loads(done.stdout)
    except ValueError:
        sys.exit(f"{program.name} gave no JSON: {done.stderr[-500:]}")
    flat: dict[str, float] = {}
    for part in (raw, raw.get("sections", {}), raw.get("numbers", {}), raw.get("metrics", {})):
        flat |= {k: float(v) for k, v in part.items() if isinstance(v, (int, float)) and not isinstance(v, bool)}
    return flat


def main(wanted: list[str]) -> int:
    if not SHARED.is_dir():
        print(f"no development data at {SHARED} (set RASHOMON_SHARED): nothing was measured")
        return 1 if os.environ.get("CI") else 0
    rows = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    failed = 0
    for name, row in rows.items():
        if wanted and name not in wanted:
            continue
        found = scores(row)
        for bound, sign in (("floor", 1), ("ceiling", -1)):
            for key, value in row.get(bound, {}).items():
                have = found.get(key)
                ok = have is not None and sign * have >= sign * value - 1e-9
                failed += not ok
                print(f"{'ok    ' if ok else 'FAILED'} {name:<16} {key:<28} {have} ({bound} {value})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
