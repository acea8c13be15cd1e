"""`rashomon group` as CONTRACT.md says: one line for each line, in order; bad lines in their place."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

ROWS = [
    {"id": "a", "title": "Ferry Halcyon aground", "text": "The ferry Halcyon ran aground off Port Merrow on Tuesday."},
    {"id": 7, "title": "Tamarua quake", "text": "An earthquake of magnitude 6.4 killed 11 people on Tamarua."},
    {"id": "b", "title": "Halcyon rescue", "text": "Lifeboats reached the ferry Halcyon, aground off Port Merrow."},
]


def run(lines: list[str], *options: str) -> tuple[int, list[dict[str, Any]]]:
    command = [sys.executable, "-m", "rashomon.cli.main", "group", *options]
    done = subprocess.run(command, input="\n".join(lines).encode(), capture_output=True, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.mark.parametrize("options", [(), ("--stream",)])
def test_stories_in_input_order(options: tuple[str, ...]) -> None:
    status, answers = run([json.dumps(r) for r in ROWS], *options)
    assert status == 0
    assert [a["id"] for a in answers] == ["a", 7, "b"]
    assert answers[0]["story"] == answers[2]["story"] != answers[1]["story"]


@pytest.mark.parametrize("options", [(), ("--stream",)])
def test_bad_lines_stand_in_their_place(options: tuple[str, ...]) -> None:
    status, answers = run(
        [json.dumps(ROWS[0]), "no json", '{"id": "x"}', '{"text": "t"}', json.dumps(ROWS[2])], *options
    )
    assert status == 1
    assert ["error" in a for a in answers] == [False, True, True, True, False]
    assert answers[0]["story"] == answers[4]["story"]


def test_no_input_is_no_output() -> None:
    assert run([]) == (0, [])
