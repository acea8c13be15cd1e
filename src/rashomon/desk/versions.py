"""Which code made a result: a digest of the files that decide it, so that a changed rule makes stale what it made.

Word lists and weights count like code. The digest of one installation is worked out once for a process.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

MARKING = ("records", "text", "lexicons", "weights", "steps/clean", "steps/annotate")
"""What decides the labels and marks of one report."""
COMPARING = (*MARKING, "steps/group/dating.py", "steps/reconcile", "steps/compose")
"""What decides a dossier."""


@cache
def digest_of(parts: tuple[str, ...]) -> str:
    """The digest of these files and folders of the package."""
    root = Path(__file__).parents[1]
    found = hashlib.sha256()
    for part in parts:
        path = root / part
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                found.update(file.relative_to(root).as_posix().encode())
                found.update(_digest(file))
    return found.hexdigest()[:16]


@cache
def _digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


def marking() -> str:
    """The version of the code that marks a report."""
    return digest_of(MARKING)


def comparing() -> str:
    """The version of the code that compares reports."""
    return digest_of(COMPARING)
