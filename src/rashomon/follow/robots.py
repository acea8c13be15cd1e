"""What a site allows, by its robots.txt (RFC 9309, read by protego).

A site without the file allows everything (an answer 4xx, except 429). A site whose file cannot be had at the moment (no
answer, 5xx) is left alone, as the RFC asks: that is `unknown`, and asked again after a while. Rules are kept a day.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from protego import Protego

if TYPE_CHECKING:
    from rashomon.follow.fetch import Answer

MOST = 500_000
"""Bytes of a robots.txt that are read; the RFC asks for at least 500 KiB."""
KEPT = 86_400.0
"""Seconds that rules hold."""
KEPT_UNKNOWN = 600.0

Verdict = Literal["yes", "no", "unknown"]


class Robots:
    """The rules of all sites met so far. `get` fetches one address without looking at robots.txt; `clock`: seconds."""

    def __init__(self, get: Callable[[str], Answer], agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._get, self._agent, self._clock = get, agent, clock
        self._sites: dict[str, tuple[float, Protego | Verdict]] = {}
        self._troubles: dict[str, str] = {}
        self._lock = threading.Lock()

    def verdict(self, url: str) -> Verdict:
        """Whether the site lets us read `url`."""
        rules = self._rules(url)
        if isinstance(rules, Protego):
            return "yes" if rules.can_fetch(url, self._agent) else "no"
        return rules

    def delay(self, url: str) -> float | None:
        """Seconds between requests that the site asks for, None when it does not."""
        rules = self._rules(url)
        return rules.crawl_delay(self._agent) if isinstance(rules, Protego) else None

    def trouble(self, url: str) -> str:
        """Why the rules of a site whose verdict is `unknown` cannot be had."""
        return self._troubles.get(_site(url), "no answer")

    def _rules(self, url: str) -> Protego | Verdict:
        site = _site(url)
        with self._lock:
            until, known = self._sites.get(site, (0.0, None))
        if known is not None and self._clock() < until:
            return known
        found = self._ask(f"{site}/robots.txt")
        with self._lock:
            self._sites[site] = (self._clock() + (KEPT_UNKNOWN if found == "unknown" else KEPT), found)
        return found

    def _ask(self, url: str) -> Protego | Verdict:
        from rashomon.follow.fetch import Failed, Fetched

        answer = self._get(url)
        if isinstance(answer, Fetched):
            return Protego.parse(answer.body[:MOST].decode("utf-8-sig", "replace"))
        if not isinstance(answer, Failed):
            return "unknown"
        if answer.why == "refused":
            # The host itself is refused; the request for the page says so, and why.
            return "yes"
        self._troubles[_site(url)] = answer.reason
        missing = answer.status is not None and 400 <= answer.status < 500 and answer.status != 429
        return "yes" if missing else "unknown"


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
