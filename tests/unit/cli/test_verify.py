"""`rashomon verify` in process: one line for what is broken, statuses, what is said on the side."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.run.verify import verify

TEXT = "The ferry ran aground off Merrow on Tuesday. “We must learn the truth,” Minister Vega said.\n"
Run = Callable[..., Any]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    return rashomon.compare([tmp_path / "one.txt"]).save(tmp_path / "dossier.json")


def test_a_dossier_that_holds(command: Run, saved: Path) -> None:
    number = verify(json.loads(saved.read_text(encoding="utf-8"))).cites
    assert number > 0
    assert command("verify", saved) == (0, "", f"{saved}: {number} cites hold\n")
    assert command("verify", saved, saved.parent / "one.txt").status == 0


def test_every_broken_cite_is_a_line(command: Run, saved: Path) -> None:
    data = json.loads(saved.read_text(encoding="utf-8"))
    quote = data["quotes"][0]
    quote["content"][0]["end"] = quote["speaker_cite"]["end"] = 9999
    saved.write_text(json.dumps(data), encoding="utf-8")
    done = command("verify", saved)
    assert (done.status, done.err) == (1, "")
    places = [line.partition(": ")[0] for line in done.out.splitlines()]
    assert places == [f"{quote['id']}.content[0]", f"{quote['id']}.speaker_cite"]
    assert done.out.count("9999 is outside the text of ") == 2


def test_a_changed_source_is_a_line(command: Run, saved: Path) -> None:
    source = saved.parent / "one.txt"
    source.write_text(TEXT + "Corrected.\n", encoding="utf-8")
    done = command("verify", saved, source)
    assert (done.status, done.err) == (1, "")
    assert done.out.endswith(f": {source} no longer gives this text\n")
    assert done.out.count("\n") == 1


def test_what_was_not_checked_is_said_on_the_side(command: Run, saved: Path) -> None:
    other = saved.parent / "two.txt"
    other.write_text("Another story altogether.\n", encoding="utf-8")
    done = command("verify", saved, other)
    assert done.status == 1
    assert done.out == "none of the given files belongs to an article of this dossier\n"
    assert done.err == f"not checked against its source: {saved.parent / 'one.txt'}\n"


@pytest.mark.parametrize(("content", "says"), [("{", "no JSON dossier"), (None, "No such file or directory")])
def test_what_is_no_dossier(command: Run, tmp_path: Path, content: str | None, says: str) -> None:
    path = tmp_path / "d.json"
    if content is not None:
        path.write_text(content)
    done = command("verify", path)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"rashomon: {path}: {says}")
    assert done.err.count("\n") == 1


def test_json_that_is_no_dossier_is_broken(command: Run, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text("[]")
    assert command("verify", tmp_path / "d.json") == (1, "not a dossier: the top level is no object\n", "")
