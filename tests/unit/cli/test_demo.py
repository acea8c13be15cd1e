from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from rashomon.cli import demo
from rashomon.cli.main import main


def test_the_page_is_written_and_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    out = tmp_path / "ferry.html"
    assert main(["demo", "--out", str(out)]) == 0
    assert opened == [out.as_uri()]
    assert capsys.readouterr().out == f"{out}\n"
    assert "Rashomon" in out.read_text(encoding="utf-8")
    opened.clear()
    assert main(["demo", "--no-open", "--out", str(out)]) == 0
    assert opened == []


def test_without_a_browser_the_path_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(url: str) -> bool:
        raise webbrowser.Error(url)

    monkeypatch.setattr(webbrowser, "open", none)
    monkeypatch.setattr(demo, "example", lambda: _one(tmp_path))
    assert main(["demo", "--out", str(tmp_path / "page.html")]) == 0
    printed = capsys.readouterr()
    assert printed.out == f"{tmp_path / 'page.html'}\n"
    assert "no browser was found" in printed.err


def _one(folder: Path) -> Path:
    (folder / "report.txt").write_text("The ferry ran aground near the quay on Tuesday.", encoding="utf-8")
    return folder / "report.txt"


def test_only_a_page_can_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--out", "ferry.json"]) == 2
    assert "must end in .html" in capsys.readouterr().err


def test_the_example_is_found() -> None:
    assert len([p for p in demo.example().iterdir() if p.suffix in (".txt", ".html")]) >= 5
