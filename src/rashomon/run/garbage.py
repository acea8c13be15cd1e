"""Fewer searches for garbage while a story is compared.

A comparison makes many small records that nearly all live until it ends, so that looking through them every few
hundred new ones, as Python does, finds nothing and takes a tenth of the time. Nothing is switched off: where memory is
taken up by garbage it is still found, only later.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""New records between two searches."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Search for garbage seldom while the block, or the function it decorates, runs."""
    before = gc.get_threshold()
    if 0 < before[0] < SELDOM:  # 0: somebody has switched it off
        gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
