from __future__ import annotations

import json
from pathlib import Path

import pytest

import rashomon
from rashomon.cli import export
from rashomon.cli.main import main
from rashomon.export import formats

REPORT = "The ferry ran aground near the quay on Tuesday. “We must learn the truth,” Minister Sorokina said."


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    dossier = rashomon.compare([{"text": REPORT, "date": "2025-10-15"}])
    return dossier.save(tmp_path / "dossier.json")


def test_the_command_offers_what_the_exporter_knows() -> None:
    assert export.FORMATS == formats.FORMATS


def test_a_file_and_a_folder(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(saved), "--to", "schemaorg", "--out", str(tmp_path / "graph.json")]) == 0
    assert json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))["@context"] == "https://schema.org"
    assert main(["export", str(saved), "--to", "csv", "--out", str(tmp_path / "tables")]) == 0
    assert (tmp_path / "tables" / "quotes.csv").is_file()
    assert f"wrote {tmp_path / 'graph.json'}" in capsys.readouterr().err


def test_a_dossier_that_does_not_hold_is_not_exported(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = json.loads(saved.read_text(encoding="utf-8"))
    data["articles"][0]["text"] = "something else"
    saved.write_text(json.dumps(data), encoding="utf-8")
    assert main(["export", str(saved), "--to", "ninjs", "--out", str(tmp_path / "x.json")]) == 1
    assert "does not hold" in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()


def test_a_folder_that_is_not_there(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(saved), "--to", "csv", "--out", str(tmp_path / "no" / "where")]) == 2
    assert "does not exist" in capsys.readouterr().err


def test_data_frames_of_a_dossier() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("polars", reason="polars is not installed")
    dossier = rashomon.compare([{"text": REPORT, "date": "2025-10-15"}])
    assert dossier.to_pandas("quotes")["text"].tolist()[:1] == ["We must learn the truth,"]
    assert dossier.to_polars("quotes")["kind"].to_list()[:1] == ["direct"]
