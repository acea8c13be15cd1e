"""A floor under the quality of times, on news nobody here wrote (shared data; skipped where there is none)."""

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words

FLOOR = 0.76
TEXTS = 60


def times_of(row: dict[str, Any]) -> list[tuple[int, int, str]]:
    text = row["text"]
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), published=row.get("date"))
    low, high = row["zone"]
    marks = find_times(split_words(article))
    return [(m.span.start, m.span.end, m.value) for m in marks if low <= m.span.start < high]


def test_values_on_annotated_news(shared: Path) -> None:
    path = shared / "data" / "times" / "meantime_en.jsonl"
    if not path.is_file():
        pytest.skip(f"no annotated news at {path}")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:TEXTS]]
    given = gold = right = 0
    for row in rows:
        low, high = row["zone"]
        want = [g for g in row["timex"] if low <= g["start"] < high]
        stamps = [g for g in want if g.get("ignore")]
        want = [g for g in want if not g.get("ignore")]
        have = [t for t in times_of(row) if not any(t[0] < g["end"] and g["start"] < t[1] for g in stamps)]
        given, gold = given + len(have), gold + len(want)
        right += sum(any(t[0] < g["end"] and g["start"] < t[1] and t[2] == g["value"] for t in have) for g in want)
    assert 2 * right / (given + gold) >= FLOOR
