"""`rashomon compare` and `verify` on the bundled example, as CONTRACT.md says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FERRY = "examples/ferry"
FIELDS = {
    "articles": "id path url outlet title authors published published_from language sha256 text blocks stray",
    "actors": "id name type spellings labels",
    "quotes": "id article kind content speaker speaker_cite cue through channel status when confidence",
    "utterances": "id speaker quotes relation differences",
    "figures": "id about unit readings relation note",
    "timeline": "id start end precision what cites times outlets mode",
    "statements": "id gist reports verdict outlets origins",
    "positions": "actor stance object cites",
    "disagreements": "id kind note sides",
    "origins": "id kind source passages",
    "coverage": "statement cells",
}
CLOSED = {
    ("quotes", "kind"): {"direct", "indirect", "mixed"},
    ("quotes", "status"): {"said", "asked", "denied", "declined", "not-said"},
    ("actors", "type"): {"person", "organization", "place", "group", "work", "other"},
    ("utterances", "relation"): {"single", "same", "cut", "reworded", "paraphrased"},
    ("figures", "relation"): {"single", "same", "compatible", "part", "sum", "different-scope", "conflict"},
    ("timeline", "precision"): {"minute", "hour", "part-of-day", "day", "month", "year"},
    ("timeline", "mode"): {"happened", "planned", "reported"},
    ("statements", "verdict"): {"agreed", "disputed", "single"},
    ("positions", "stance"): {
        "proposes", "accepts", "rejects", "demands", "offers", "denies", "accuses", "supports",
    },
    ("disagreements", "kind"): {"figure", "time", "stance", "attribution", "wording", "scope", "name"},
    ("origins", "kind"): {"copies", "shares-source"},
}  # fmt: skip
KINDS = "title subtitle byline date body subhead caption advert teaser links credit furniture".split()


def rashomon(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rashomon.cli.main", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, **options)


@pytest.fixture(scope="module")
def dossier() -> dict[str, Any]:
    done = rashomon("compare", FERRY, "--json")
    assert done.returncode == 0, done.stderr
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def test_every_field_of_the_contract_is_there(dossier: dict[str, Any]) -> None:
    assert dossier["schema"] == "rashomon.dossier/1"
    assert {"title", "date", "languages", "reports", "origins"} <= dossier["story"].keys()
    assert dossier["unread"] == []
    for section, names in FIELDS.items():
        for row in dossier[section]:
            assert set(names.split()) <= row.keys(), section


@pytest.mark.parametrize("section", FIELDS)
def test_every_section_is_filled_by_the_example(dossier: dict[str, Any], section: str) -> None:
    assert dossier[section]


def test_closed_lists(dossier: dict[str, Any]) -> None:
    for (section, field), allowed in CLOSED.items():
        assert {row[field] for row in dossier[section]} <= allowed
    assert {b["kind"] for a in dossier["articles"] for b in a["blocks"]} <= set(KINDS)
    assert {s for row in dossier["coverage"] for s in row["cells"].values()} <= {
        "present",
        "differs",
        "absent",
        "not-captured",
    }


def test_every_non_blank_character_is_in_one_block(dossier: dict[str, Any]) -> None:
    for article in dossier["articles"]:
        seen = [0] * len(article["text"])
        for block in article["blocks"]:
            for n in range(block["start"], block["end"]):
                seen[n] += 1
        assert max(seen) == 1
        assert all(n or c.isspace() for n, c in zip(seen, article["text"], strict=True)), article["path"]


def test_text_files_are_given_to_the_letter(dossier: dict[str, Any]) -> None:
    texts = {Path(a["path"]).name: a["text"] for a in dossier["articles"]}
    assert texts["harbour_courier.txt"] == (ROOT / FERRY / "harbour_courier.txt").read_text(encoding="utf-8")
    assert texts["lamplight.txt"] == (ROOT / FERRY / "lamplight.txt").read_text(encoding="cp1252")


def test_out_writes_what_json_prints(dossier: dict[str, Any], tmp_path: Path) -> None:
    done = rashomon("compare", FERRY, "--out", str(tmp_path / "d.json"))
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "d.json").read_text(encoding="utf-8")) == dossier
    for suffix in (".html", ".md"):
        assert rashomon("compare", FERRY, "--out", str(tmp_path / f"d{suffix}")).returncode == 0
        assert "Sorokhina" in (tmp_path / f"d{suffix}").read_text(encoding="utf-8")


def test_terminal_summary_fits_eighty_columns() -> None:
    done = rashomon("compare", FERRY)
    assert done.returncode == 0
    assert "6 reports" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["compare", "no/such/file.txt"], 3, "no/such/file.txt"),
        (["compare", FERRY, "--out", "x.pdf"], 2, ".html, .json, .md"),
        (["compare", FERRY, "--out", "no/such/folder/x.html"], 2, "does not exist"),
        (["compare", FERRY, "--date", "2025-02-31"], 2, "YYYY-MM-DD"),
        (["compare", FERRY, "--json", "--out", "x.json"], 2, "not allowed with"),
        (["compare"], 2, "PATH"),
        (["compare", FERRY, "no/such/file.txt", "--strict"], 3, "no/such/file.txt"),
        (["nonsense"], 2, "invalid choice"),
        (["verify", "no/such/dossier.json"], 1, "no/such/dossier.json"),
    ],
)
def test_bad_arguments(arguments: list[str], status: int, says: str) -> None:
    done = rashomon(*arguments)
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_one_bad_file_does_not_stop_the_others() -> None:
    done = rashomon("compare", FERRY, "no/such/file.txt", "--json")
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(data["articles"]) == 6
    assert [u["path"] for u in data["unread"]] == ["no/such/file.txt"]


def test_one_report_alone_is_a_dossier_of_single_statements() -> None:
    data = json.loads(rashomon("compare", f"{FERRY}/harbour_courier.txt", "--json").stdout)
    assert data["story"]["reports"] == 1
    # What the report itself lets one party say and another deny is disputed, never agreed.
    assert {s["verdict"] for s in data["statements"]} == {"single", "disputed"}
    assert data["disagreements"] == [] or all(len(d["sides"]) > 1 for d in data["disagreements"])


def test_verify_proves_and_finds_a_changed_source(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    rashomon("compare", FERRY, "--out", str(path))
    good = rashomon("verify", str(path), FERRY)
    assert (good.returncode, good.stdout) == (0, "")
    changed = tmp_path / "harbour_courier.txt"
    text = (ROOT / FERRY / "harbour_courier.txt").read_text(encoding="utf-8")
    changed.write_text(text.replace("118 passengers", "119 passengers"), encoding="utf-8")
    bad = rashomon("verify", str(path), str(changed))
    assert bad.returncode == 1
    assert "no longer gives this text" in bad.stdout


def test_verify_prints_one_line_per_broken_cite(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    rashomon("compare", FERRY, "--out", str(path))
    data = json.loads(path.read_text(encoding="utf-8"))
    data["statements"][0]["reports"][0]["cite"]["end"] = 10**6
    data["statements"][1]["reports"][0]["cite"]["start"] = -1
    path.write_text(json.dumps(data), encoding="utf-8")
    done = rashomon("verify", str(path))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2


def test_verify_refuses_what_is_no_dossier(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text("no json", encoding="utf-8")
    assert rashomon("verify", str(path)).returncode == 1
    path.write_text("[]", encoding="utf-8")
    assert "not a dossier" in rashomon("verify", str(path)).stdout
