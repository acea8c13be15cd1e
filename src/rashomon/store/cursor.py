"""Where a list was left: an opaque word that the caller hands back for the next page.

It carries the key of the last row, never a count of rows, so that what is added meanwhile shifts nothing.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from rashomon.errors import UsageError

MOST = 1000
"""Rows of one page at most."""
LONGEST = 20_000
"""Characters a cursor can have; a longer one is none of ours."""


def write(of: str, *key: Any) -> str:
    """The cursor of list `of` after the row with this key."""
    data = json.dumps([of, *key], ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def read(of: str, cursor: str | None, *kinds: type) -> list[Any] | None:
    """The key in `cursor`, None without one; raises UsageError when it is none of list `of`."""
    if cursor is None:
        return None
    try:
        if len(cursor) > LONGEST:
            raise ValueError
        data = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
        if data[0] != of or len(data) != len(kinds) + 1:
            raise ValueError
        if any(type(value) is not kind for value, kind in zip(data[1:], kinds, strict=True)):
            raise ValueError
        if any(kind is int and not -(2**63) <= value < 2**63 for value, kind in zip(data[1:], kinds, strict=True)):
            raise ValueError
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        raise UsageError("the cursor is not one that this list gave; begin again without it") from None
    return list(data[1:])


def size(limit: int) -> int:
    """`limit`, when it can be meant; raises UsageError otherwise."""
    if not 1 <= limit <= MOST:
        raise UsageError(f"a page holds 1 to {MOST} rows, {limit} cannot be given")
    return limit
