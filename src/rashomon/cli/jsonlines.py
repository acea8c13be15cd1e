"""Standard input and output of the filters: UTF-8 JSON lines under every locale, one answer for one line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any


def read_lines(errors: str = "replace") -> Iterator[str]:
    """The lines of standard input; only a line feed ends one. `errors`: what becomes of bytes that are no UTF-8."""
    return iter(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors=errors, newline="\n"))


def write_answers(answers: Iterable[tuple[dict[str, Any], bool]], flush: bool = False) -> int:
    """Write each answer as a line; the exit status is 1 when one of them is an error. `flush` after every line."""
    good = True
    for answer, ok in answers:
        good &= ok
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        if flush:
            sys.stdout.flush()
    return 0 if good else 1
