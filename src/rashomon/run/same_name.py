"""`rashomon same-name`: JSON lines of two names in, one verdict line each out, in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.text.names.compare import same_name

KINDS = {"organisation": "organization", "company": "organization", "location": "place", "per": "person"}


def same_name_lines(lines: Iterable[str]) -> Iterator[tuple[dict[str, Any], bool]]:
    """For each input line, blank ones too, its answer and whether it could be read: lines keep step."""
    for line in lines:
        try:
            yield same_name_row(json.loads(line)), True
        except (ValueError, RecursionError) as problem:
            yield {"same": False, "score": 0.0, "error": str(problem)}, False


def same_name_row(row: Any) -> dict[str, Any]:
    """The verdict for `{"a", "b", "type"?}`; raises ValueError when the two names are missing."""
    if not isinstance(row, dict) or not isinstance(row.get("a"), str) or not isinstance(row.get("b"), str):
        raise ValueError("the line needs an object with the strings 'a' and 'b'")
    kind = str(row.get("type") or "person").lower()
    verdict = same_name(row["a"], row["b"], KINDS.get(kind, kind))
    return {"same": verdict.same, "score": round(verdict.score, 3)}
