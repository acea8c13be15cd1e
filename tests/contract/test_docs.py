"""What the documents show is what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "rashomon.cli.main", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True, encoding="utf-8").stdout


def test_the_first_runnable_line_comes_within_fifteen_lines_and_shows_its_output() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("$ "))
    assert start < 15
    assert lines[start] == "$ rashomon compare examples/ferry"
    shown = lines[start + 1 : lines.index("```", start)]
    assert len(shown) > 5
    cut = shown.index("…") if "…" in shown else len(shown)
    printed = [line.rstrip() for line in run("compare", "examples/ferry").splitlines()]
    assert shown[:cut] == printed[:cut]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_between_documents_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_command_is_documented() -> None:
    commands = re.findall(r"^    ([a-z-]+)(?: |$)", run("--help"), re.M)
    text = (ROOT / "docs/quickstart.md").read_text(encoding="utf-8")
    assert {"compare", "verify", "annotate", "same-name"} <= set(commands)
    assert [c for c in commands if f"rashomon {c}" not in text] == []


def test_every_section_of_the_record_is_explained() -> None:
    import rashomon

    text = (ROOT / "docs/dossier.md").read_text(encoding="utf-8")
    record = rashomon.compare([{"text": "The ferry ran aground."}]).to_dict()
    assert [section for section in record if section != "schema" and f"`{section}`" not in text] == []


def test_no_page_names_a_registry_or_a_machine() -> None:
    tracked = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False).stdout.split(
        "\n"
    )
    files = [
        ROOT / name for name in tracked if name.endswith((".md", ".toml", ".txt", ".py", ".yaml", "Makefile", "run"))
    ]
    if not files:
        pytest.skip("not a git checkout: the tracked files are not known")
    registries = ["py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js"]
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace").lower()
        assert not [name for name in registries if name in text], path
