"""The memory of a stream as bytes and back: compressed JSON of whole numbers and words, with a version; no pickle.

The same past gives the same bytes. Decides nothing; bytes of another version or of something else are refused.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from rashomon.steps.group.events import Apart, Decision, Pin, Together

VERSION = "rashomon.stream/3"
KINDS: dict[str, type[Pin] | type[Together] | type[Apart]] = {"pin": Pin, "together": Together, "apart": Apart}


def encode(record: dict[str, Any]) -> bytes:
    """The record, which holds only what JSON can, with the version."""
    text = json.dumps({"version": VERSION, **record}, ensure_ascii=True, separators=(",", ":"))
    return zlib.compress(text.encode(), 6)


def decode(state: bytes) -> dict[str, Any]:
    """What `encode` was given; ValueError for anything else."""
    try:
        record = json.loads(zlib.decompress(state))
    except (zlib.error, ValueError, RecursionError) as problem:
        raise ValueError(f"these bytes are no state of a stream: {problem}") from None
    found = record.get("version") if isinstance(record, dict) else None
    if found != VERSION:
        raise ValueError(f"the state is of version {found!r}; this program reads {VERSION!r}: recall the articles")
    return dict(record)


def from_decision(decision: Decision) -> list[Any]:
    """A decision as a row."""
    if isinstance(decision, Pin):
        return ["pin", decision.number, decision.beside]
    return ["together" if isinstance(decision, Together) else "apart", decision.one, decision.other]


def to_decision(row: list[Any]) -> Decision:
    """The decision of a row."""
    kind, one, other = row
    return KINDS[kind](int(one), int(other))
