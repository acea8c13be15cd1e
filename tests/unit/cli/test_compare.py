"""`rashomon compare` in process: where its output goes, and what it refuses before the work begins."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon import api
from rashomon.cli.compare import day
from rashomon.errors import UsageError
from rashomon.settings import Settings

ONE = "The ferry ran aground off Merrow on Tuesday. “We must learn the truth,” Minister Vega said.\n"
TWO = "A ferry hit a sandbank near Merrow on Tuesday. No one was hurt, the coastguard said.\n"
Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "in" / "two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path / "in"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, Settings]]:
    """What the command asks the library for; the work itself is not done."""
    seen: list[tuple[Any, Settings]] = []
    done = api.compare([{"text": ONE}])

    def compare(reports: Any, settings: Settings, progress: object = None) -> api.Dossier:
        seen.append((reports, settings))
        return done

    monkeypatch.setattr(api, "compare", compare)
    return seen


def test_json_goes_to_standard_output(command: Run, folder: Path) -> None:
    done = command("compare", folder, "--json")
    assert (done.status, done.err) == (0, "")
    data = json.loads(done.out)
    assert [a["text"] for a in data["articles"]] == [ONE, TWO]
    assert done.out == api.compare([folder]).to_json()


@pytest.mark.parametrize("name", ["d.json", "d.html", "d.md"])
def test_a_file_is_written_and_named(command: Run, folder: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert command("compare", folder, "--out", out) == (0, "", f"wrote {out}\n")
    assert out.read_text(encoding="utf-8")


def test_the_summary_is_for_people(command: Run, folder: Path) -> None:
    done = command("compare", folder)
    assert (done.status, done.err) == (0, "")
    assert "We must learn the truth" in done.out
    assert "{" not in done.out


def test_standard_input_is_a_report(command: Run, folder: Path) -> None:
    done = command("compare", folder / "one.txt", "-", "--json", stdin=TWO.encode())
    assert sorted(a["path"] for a in json.loads(done.out)["articles"]) == ["-", str(folder / "one.txt")]
    assert {a["text"] for a in json.loads(done.out)["articles"]} == {ONE, TWO}


def test_standard_input_may_be_a_feed(command: Run) -> None:
    rows = "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in (("a", ONE), ("b", TWO)))
    done = command("compare", "-", "--json", stdin=rows.encode())
    assert [a["id"] for a in json.loads(done.out)["articles"]] == ["a", "b"]


def test_an_empty_standard_input_is_nothing_read(command: Run) -> None:
    done = command("compare", "-", "--json")
    assert (done.status, done.out) == (3, "")
    assert done.err == "rashomon: nothing could be read: -: it is empty: save the report again\n"


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(command: Run, folder: Path) -> None:
    gone = folder / "gone.txt"
    done = command("compare", folder / "one.txt", gone, "--json")
    assert done.status == 0
    assert done.err == f"rashomon: not read: {gone}: no such file: check the spelling of the path\n"
    assert json.loads(done.out)["unread"] == [
        {"path": str(gone), "reason": "no such file: check the spelling of the path"}
    ]


def test_strict_stops_at_it(command: Run, folder: Path) -> None:
    gone = folder / "gone.txt"
    done = command("compare", folder / "one.txt", gone, "--json", "--strict")
    assert done == (3, "", f"rashomon: {gone}: no such file: check the spelling of the path\n")


def test_nothing_to_read_is_status_three(command: Run, tmp_path: Path) -> None:
    done = command("compare", tmp_path)
    assert (done.status, done.out) == (3, "")
    assert "the folder holds no file to read" in done.err


def test_a_list_of_names_that_is_not_there_is_refused_before_the_work(
    command: Run, asked: list[Any], tmp_path: Path
) -> None:
    names = tmp_path / "nope.csv"
    done = command("compare", "a.txt", "--authority", names)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        f"rashomon: authority file {names}: no such file or directory; give a CSV file with the columns name, "
        "spellings, type, id, or JSON lines with these fields\n"
    )
    names.write_bytes(b"name\nJos\xe9\n")
    assert "it is not UTF-8 text; save it as UTF-8" in command("compare", "a.txt", "--authority", names).err
    assert asked == []


@pytest.mark.parametrize(
    "day", ["2025-13-01", "2025-02-30", "yesterday", "19.3.2025", "", "2025-03", "2025-03-19T10:00"]
)
def test_a_day_that_is_none_is_refused(command: Run, asked: list[Any], day: str) -> None:
    done = command("compare", "a.txt", "--date", day)
    assert (done.status, done.out, asked) == (2, "", [])
    assert done.err == f"rashomon: --date {day}: give a day as YYYY-MM-DD, for example 2025-03-19\n"


@pytest.mark.parametrize("day", ["2024-02-29", "1999-12-31"])
def test_a_day_is_passed_on(command: Run, asked: list[tuple[Any, Settings]], day: str) -> None:
    assert command("compare", "a.txt", "--json", "--date", day).status == 0
    assert asked == [(["a.txt"], Settings(date=day))]


def test_a_day_is_written_in_one_way() -> None:
    assert day(None) is None
    assert day("20250319") == "2025-03-19"
    with pytest.raises(UsageError):
        day("2025-3-19")


def test_options_become_settings(command: Run, asked: list[tuple[Any, Settings]], tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name\n", encoding="utf-8")
    command("compare", "a.txt", "b", "-", "--strict", "--authority", names, "--json")
    assert asked == [(["a.txt", "b", "-"], Settings(strict=True, authority=str(names)))]


@pytest.mark.parametrize("name", ["d.pdf", "d", "d.JSON", "json", ".html"])
def test_a_form_that_cannot_be_written_is_refused_first(
    command: Run, asked: list[Any], tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    done = command("compare", "a.txt", "--out", out)
    assert done == (2, "", f"rashomon: --out {out}: the name must end in .html, .json, .md\n")
    assert asked == []


def test_a_folder_that_is_not_there_is_refused_first(command: Run, asked: list[Any], tmp_path: Path) -> None:
    out = tmp_path / "no" / "d.json"
    done = command("compare", "a.txt", "--out", out)
    assert done == (2, "", f"rashomon: --out {out}: the folder {tmp_path / 'no'} does not exist\n")
    assert asked == []


def test_an_unknown_tagger_is_refused_first(command: Run, asked: list[Any]) -> None:
    done = command("compare", "a.txt", "--tagger", "nobody")
    assert (done.status, done.out, asked) == (2, "", [])
    assert done.err.startswith("rashomon: No tagger 'nobody'. Known taggers: rashomon, spacy:PIPELINE")


def test_a_file_that_cannot_be_written_is_one_line(command: Run, asked: list[Any], tmp_path: Path) -> None:
    out = tmp_path / "d.json"
    out.mkdir()
    done = command("compare", "a.txt", "--out", out)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("rashomon: ")
    assert done.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == [out]


def test_progress_is_said_to_people_only(command: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    done = command("compare", folder, "--json")
    assert done.err == f"reading {folder / 'one.txt'}\nreading {folder / 'two.txt'}\ncomparing\n"
    assert json.loads(done.out)["schema"] == "rashomon.dossier/1"
