from __future__ import annotations

from typing import Any

from rashomon.export.markdown import escape, to_markdown


def test_every_section_with_its_marks(dossier: dict[str, Any]) -> None:
    text = to_markdown(dossier)
    assert text.startswith("# Ferry \\<i\\>aground\\</i\\>\n\n2 reports · 2 origins · 2025-10-15\n")
    assert "- The ferry carried 142 people. — The Lamp, two.txt (outlet not named) [1:19-54] [2:0-29]" in text
    assert "- Nobody was hurt — two.txt (outlet not named) [2:77-92]" in text
    assert "    - differs: “must” / “should”" in text
    assert "- **people carried** (fit together) — about 140 allows 142" in text
    assert "(link headline) “142 people”" in text
    assert "- Sorokina **demands**: the truth [1:" in text
    assert "- Tuesday 14 October 2025: Minister Sorokina" in text
    assert "- three.bin: not text" in text
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        "## Agreed",
        "## Differ",
        "## Worth a look",
        "## Only one reports",
        "## Who said what",
        "## Where they stand",
        "## Figures",
        "## Timeline",
        "## Wording",
        "## Sources and copies",
        "## What we could not read",
    ]


def test_a_disputed_statement_stands_with_what_differs(dossier: dict[str, Any]) -> None:
    dossier["statements"][0]["verdict"] = "disputed"
    dossier["statements"][0]["reports"][1]["polarity"] = "denied"
    text = to_markdown(dossier)
    assert "- **Denied by some**: The ferry carried 142 people.\n    - hedged by the outlet: “The ferry" in text
    assert "    - denied by the outlet: “The ferry carried 142 people.” [2:0-29]" in text


def test_text_of_reports_is_never_markup() -> None:
    assert escape("*a* <script> [x](y)\n# b") == "\\*a\\* \\<script\\> \\[x\\](y) \\# b"


def test_what_is_worth_a_look_stands_apart_with_the_words_that_differ(dossier: dict[str, Any]) -> None:
    text = to_markdown(dossier)
    first, second = text.split("## Worth a look\n")
    assert first.rstrip().splitlines()[-1].startswith("    - the outlets: should")
    lines = second.split("\n## ")[0].splitlines()
    assert lines[1].endswith("These may be about two different things: look before you use them.*")
    assert lines[3:6] == [
        "- People carried: “140 people” or “142 people”?",
        "    - The Lamp: The ferry carried about **140 people**. [1:19-54]",
        "    - Sorokina, in two.txt (outlet not named) and 1 more report: … carried **142 people**. "
        "[2:0-29] [1:128-149]",
    ]
    dossier["checks"] = []
    assert "Worth a look" not in to_markdown(dossier)
