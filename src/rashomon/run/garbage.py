"""Fewer searches for garbage while a story is compared.

A comparison makes many small records that nearly all live until it ends, so that looking through them every few
hundred new ones, as Python does, finds nothing and takes a tenth of the time. Nothing is switched off: where memory is
taken up by garbage it is still found, only later. The setting is one for the whole process, so that of comparisons in
several threads the first changes it and the last puts it back.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""New records between two searches."""
_guard = threading.Lock()
_running: list[tuple[int, int, int]] = []
"""One for each comparison that runs: the setting as it was before the first of them."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Search for garbage seldom while the block, or the function it decorates, runs."""
    with _guard:
        before = _running[0] if _running else gc.get_threshold()
        _running.append(before)
        if 0 < before[0] < SELDOM:  # 0: somebody has switched it off
            gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        with _guard:
            _running.pop()
            if not _running:
                gc.set_threshold(*before)
