"""The five seed articles: every quotation of the gold is found, and no speaker is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.run.filter import annotate_row


def wanted(shared: Path) -> list[tuple[str, int, int, list[str]]]:
    """(file, start, end, accepted speakers) of every quotation in the gold that is not optional."""
    found = []
    for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        item: dict[str, Any] = json.loads(line)
        for quote in item.get("quotes", []) if item["kind"] == "utterance" else []:
            if quote["kind"] == "indirect" or quote.get("optional"):
                continue
            for n in quote["content"]:
                evidence = item["evidence"][n]
                names = quote.get("speaker_accept") or [quote["speaker"]]
                found.append((quote["file"], evidence["start"], evidence["end"], names))
    return found


def same_person(name: str, accepted: list[str]) -> bool:
    """One name part in common is enough: spellings are not this test's business."""
    parts = set(name.casefold().split())
    return any(parts & set(other.casefold().split()) for other in accepted)


@pytest.fixture(scope="module")
def answers(shared: Path) -> dict[str, dict[str, Any]]:
    files = sorted((shared / "seeds").glob("*.txt"))
    return {f.name: annotate_row({"id": f.name, "text": f.read_text(encoding="utf-8")}) for f in files}


def test_quotations_are_found_and_no_speaker_is_wrong(shared: Path, answers: dict[str, dict[str, Any]]) -> None:
    missed, wrong = [], []
    for file, start, end, names in wanted(shared):
        quotes = [q for q in answers[file]["quotes"] if any(a < end and start < b for a, b in q["content"])]
        quotes = [q for q in quotes if q["kind"] != "indirect"]
        if not quotes:
            missed.append((file, start))
        elif any(q["speaker_name"] and not same_person(q["speaker_name"], names) for q in quotes):
            wrong.append((file, start, [q["speaker_name"] for q in quotes]))
    assert (missed, wrong) == ([], [])


def test_every_quotation_span_is_sound(answers: dict[str, dict[str, Any]], shared: Path) -> None:
    for name, answer in answers.items():
        size = len((shared / "seeds" / name).read_text(encoding="utf-8"))
        for quote in answer["quotes"]:
            spans = [*quote["content"], *quote["through"]]
            spans += [quote[key] for key in ("speaker", "cue", "clause", "addressee") if quote[key]]
            assert all(0 <= a < b <= size for a, b in spans)
