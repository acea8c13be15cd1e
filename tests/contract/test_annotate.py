"""`rashomon annotate` as CONTRACT.md says: lines keep their order, a bad line stands in its place."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import rashomon

TEXT = "“We will rebuild the pier,” said Minister Elena Sorokina on Tuesday. About 140 people were on board."


def annotate(lines: str) -> tuple[int, list[dict[str, Any]]]:
    done = subprocess.run(
        [sys.executable, "-m", "rashomon.cli.main", "annotate"], input=lines.encode(), capture_output=True, check=False
    )
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_a_line_is_annotated() -> None:
    status, (answer,) = annotate(json.dumps({"id": "x", "text": TEXT, "date": "2025-10-15"}) + "\n")
    assert status == 0
    assert answer.keys() >= {"id", "language", "blocks", "sentences", "mentions", "quotes", "times", "measures"}
    (quote,) = [q for q in answer["quotes"] if q["kind"] == "direct"]
    assert [TEXT[s:e] for s, e in quote["content"]] == ["We will rebuild the pier,"]
    assert "Sorokina" in TEXT[slice(*quote["speaker"])]
    assert [t["value"] for t in answer["times"]] == ["2025-10-14"]
    assert [(m["value"], m["modifier"], m["counted"]) for m in answer["measures"]] == [(140, "about", "person")]


def test_bad_lines_stand_in_their_place() -> None:
    lines = [
        '{"id": 1, "text": "One."}',
        "no json",
        "",
        '{"id": 2}',
        "[3]",
        '{"id": 4, "text": "\\ud800"}',
        '{"id": 5, "text": ""}',
    ]
    status, answers = annotate("\n".join(lines))
    assert status == 1
    assert [("error" in a, a.get("id")) for a in answers] == [
        (False, 1),
        (True, None),
        (True, None),
        (True, 2),
        (True, None),
        (True, 4),
        (False, 5),
    ]


def test_the_library_gives_the_same() -> None:
    _, (answer,) = annotate(json.dumps({"id": "x", "text": TEXT}) + "\n")
    assert {"id": "x", **rashomon.annotate({"id": "x", "text": TEXT})} == answer
