"""How fast a host is asked: one request after the other, with a pause between them.

A pause is at least `least` seconds, longer when robots.txt asks for it (`Crawl-delay`), never longer than `most`: who
asks for more is asked as slowly as that. Hosts do not wait for one another.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Pace:
    """Remembers when each host may be asked again. `clock` and `sleep` are in seconds; tests hand in their own."""

    def __init__(
        self,
        least: float = 1.0,
        most: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._least, self._most = least, most
        self._clock, self._sleep = clock, sleep
        self._free: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, asked: float | None = None) -> float:
        """Waits until `host` may be asked, with `asked` seconds between requests if the site wants so; the wait."""
        pause = min(max(self._least, asked or 0.0), self._most)
        with self._lock:
            now = self._clock()
            start = max(now, self._free.get(host, now))
            self._free[host] = start + pause
        if start > now:
            self._sleep(start - now)
        return start - now
