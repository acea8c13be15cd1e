"""Every command: its help, its statuses, its one line for each error, its bytes under any locale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.cli import compare as compare_command
from rashomon.cli.main import main
from rashomon.errors import BadDossier, MissingExtra, NothingRead, RashomonError, Uncited, Unreadable, UsageError

COMMANDS = ("annotate", "compare", "demo", "export", "group", "same-name", "verify")
Run = Callable[..., Any]


def test_help_names_every_command(command: Run) -> None:
    done = command("--help")
    assert (done.status, done.err) == (0, "")
    named = [line.split()[0] for line in done.out.splitlines() if line.startswith("    ") and line.split()]
    assert sorted(name for name in named if name in COMMANDS) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(command: Run, name: str) -> None:
    done = command(name, "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"usage: rashomon {name}")


def test_version(command: Run) -> None:
    assert command("--version") == (0, f"rashomon {rashomon.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("no-such-command",),
        ("compare",),
        ("compare", "a.txt", "--json", "--out", "b.json"),
        ("compare", "a.txt", "--no-such-option"),
        ("verify",),
        ("export", "d.json", "--to", "docx", "--out", "x"),
        ("export", "d.json", "--to", "csv"),
        ("group", "a.txt"),
        ("annotate", "a.txt"),
    ],
)
def test_arguments_that_cannot_be_meant(command: Run, arguments: tuple[str, ...]) -> None:
    done = command(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: rashomon")


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        (RashomonError("x"), 1),
        (UsageError("x"), 2),
        (NothingRead("x"), 3),
        (Unreadable("a.txt", "x"), 3),
        (BadDossier("x"), 1),
        (Uncited("x"), 1),
        (MissingExtra("tables", "tables"), 2),
    ],
)
def test_an_error_is_one_line_and_its_status(
    command: Run, monkeypatch: pytest.MonkeyPatch, problem: RashomonError, status: int
) -> None:
    def fails(_: object) -> int:
        raise problem

    monkeypatch.setattr(compare_command, "run", fails)
    assert command("compare", "a.txt") == (status, "", f"rashomon: {problem}\n")


def test_an_error_of_the_system_is_one_line_too(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> int:
        raise OSError(28, "No space left on device", "d.json")

    monkeypatch.setattr(compare_command, "run", fails)
    assert command("compare", "a.txt") == (1, "", "rashomon: d.json: No space left on device\n")


def test_a_defect_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> int:
        raise IndexError("a defect")

    monkeypatch.setattr(compare_command, "run", fails)
    with pytest.raises(IndexError, match="a defect"):
        main(["compare", "a.txt"])


@pytest.mark.parametrize("lines", [1, 5_000], ids=["less than a buffer", "more than a pipe"])
def test_a_reader_that_goes_away_is_no_error_message(tmp_path: Path, lines: int) -> None:
    (tmp_path / "names.jsonl").write_text('{"a": "Ana", "b": "Bo"}\n' * lines, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        with open(tmp_path / "names.jsonl", "rb") as names:
            arguments = [sys.executable, "-m", "rashomon.cli.main", "same-name"]
            done = subprocess.run(arguments, stdin=names, stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert b"Traceback" not in done.stderr
    assert done.returncode != 0
    assert done.stderr == b""


def test_the_same_bytes_under_every_locale(tmp_path: Path) -> None:
    text = "“Låset er lukket,” sagde Søren Ågård på tirsdag. “We closed it – at last,” he said.\n"
    (tmp_path / "lås.txt").write_text(text, encoding="utf-8")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    arguments = [sys.executable, "-m", "rashomon.cli.main", "compare", ".", "--json"]
    done = subprocess.run(arguments, cwd=tmp_path, env=clean | locale, capture_output=True, check=True)
    (article,) = json.loads(done.stdout.decode("utf-8"))["articles"]
    assert article["text"] == text
    assert text.strip("\n") in done.stdout.decode("utf-8").replace('\\"', '"')
