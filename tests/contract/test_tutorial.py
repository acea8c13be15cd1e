"""The tutorial runs as it stands; every command of a desk is documented."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
DESK = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(console|json)\n(.*?)```", re.S)
ANY = "…"


def run(folder: Path, command: str, environment: dict[str, str]) -> tuple[int, list[str]]:
    program = [sys.executable, "-m", "rashomon.cli.main", *shlex.split(command)[1:]]
    if program[4:5] == ["add"]:
        program += ["--jobs", "1"]
    done = subprocess.run(program, capture_output=True, cwd=folder, env=environment, check=False)
    return done.returncode, done.stdout.decode().splitlines()


def matches(shown: list[str], printed: list[str]) -> bool:
    """Whether the lines shown are those printed; a line "…" stands for any lines, "…" in a line for any words."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == ANY else ".*".join(map(re.escape, line.split(ANY))) + r" *\n" for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def test_the_tutorial_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "ferry", tmp_path / "reports")
    environment = {k: v for k, v in os.environ.items() if k != "RASHOMON_DESK"}
    names = iter(("late.jsonl", "later.jsonl"))
    commands = 0
    for kind, body in BLOCK.findall(TUTORIAL):
        if kind == "json":
            (tmp_path / next(names)).write_text(body, encoding="utf-8")
            continue
        for step in re.split(r"^\$ ", body, flags=re.M)[1:]:
            command, *shown = step.splitlines()
            if command.startswith("export "):
                name, value = command.removeprefix("export ").split("=")
                environment[name] = value
                continue
            status, printed = run(tmp_path, command, environment)
            assert status == 0, command
            assert not shown or matches(shown, printed), (command, printed)
            commands += 1
    assert commands > 12
    assert (tmp_path / "ferry.html").is_file()
    assert (tmp_path / "coast" / "exports" / "s1-csv").is_dir()


def test_every_command_and_decision_is_in_the_page() -> None:
    def names(*arguments: str) -> list[str]:
        shown = subprocess.run(
            [sys.executable, "-m", "rashomon.cli.main", "desk", *arguments, "--help"], capture_output=True, check=True
        )
        return re.findall(r"^    ([a-z-]+)(?: |$)", shown.stdout.decode(), re.M)

    assert [name for name in names() if f"`desk {name}" not in DESK] == []
    assert [name for name in names("decide") if f"desk decide {name}" not in DESK] == []


def test_a_page_that_lies_would_be_seen() -> None:
    assert matches(["a", ANY, "c … e"], ["a", "b", "b", "c d e"])
    assert matches([ANY, "a"], ["a"])
    assert not matches(["a"], ["a", "b"])
    assert not matches(["a b"], ["a c"])
