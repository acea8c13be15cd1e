"""Asks for one address: politely, within limits, and with an answer for everything that can go wrong.

What it decides: whether an answer is something new (`Fetched`), what we have already (`Unchanged`, the server's 304),
or nothing usable (`Failed`, with the reason in plain words and whether asking again makes sense). Redirects are
followed here, hop by hop, so that each hop is checked like a first address. An answer is read to its end or thrown
away: beyond `Limits.bytes` or `Limits.seconds` nothing half-read is handed on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Literal
from urllib.parse import urljoin, urlsplit

import httpx2

from rashomon.follow.deadline import Deadline
from rashomon.follow.guard import Guard, GuardedTransport, Refused, Resolve, check_url, resolve
from rashomon.follow.pace import Pace
from rashomon.follow.robots import Robots
from rashomon.follow.unpack import Broken, unpacked

AGENT = f"Rashomon/{version('rashomon')} (compares news reports; obeys robots.txt)"
"""How a follower introduces itself."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})

Why = Literal["refused", "robots", "gone", "denied", "later", "broken"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one request. Sizes in bytes after unpacking, times in seconds."""

    bytes: int = 20_000_000
    seconds: float = 60.0
    """From the first hop to the last byte."""
    silence: float = 15.0
    """Without a byte, and for opening a connection."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `final`: the address after redirects; `moved`: where it now lives for good (301, 308), else None."""

    url: str
    final: str
    body: bytes
    media_type: str
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that what we have is still what it has."""

    url: str
    etag: str | None = None
    modified: str | None = None
    status: int = 304


@dataclass(frozen=True, slots=True)
class Failed:
    """No usable answer. Asking again makes sense after `later` and `broken`, not after the other kinds of `why`.

    `wait`: seconds the server asked us to stay away, None when it said nothing. `status`: its answer, None without one.
    `kept_away`: it was not asked, because it had asked us to stay away.
    """

    url: str
    why: Why
    reason: str
    wait: float | None = None
    status: int | None = None
    kept_away: bool = False


Answer = Fetched | Unchanged | Failed


class Fetcher:
    """Asks for addresses with one connection pool. May be used from several threads; close it when done."""

    def __init__(
        self,
        limits: Limits = Limits(),
        *,
        permit: Iterable[str] = (),
        obey_robots: bool = True,
        pace: Pace | None = None,
        resolver: Resolve = resolve,
        clock: Callable[[], float] = time.monotonic,
        agent: str = AGENT,
    ) -> None:
        self.limits = limits
        self.agent = agent
        self._over = threading.Event()
        self._pace = pace or Pace(sleep=self._over.wait)
        self._clock = clock
        self._away: dict[str, float] = {}
        self._robots = Robots(self._plain, agent, clock) if obey_robots else None
        self._deadline = Deadline(clock, self._over)
        transport = GuardedTransport(Guard(permit, resolver, self._deadline))
        # Only gzip and deflate: what the standard library unpacks in bounded steps (`unpack`).
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate", "Accept-Language": "*"}
        self._client = httpx2.Client(
            transport=transport,
            headers=headers,
            timeout=httpx2.Timeout(limits.silence),
            follow_redirects=False,
            trust_env=False,
            cookies=None,
        )

    def close(self) -> None:
        """Closes all connections."""
        self._client.close()

    def stop(self) -> None:
        """Give up what is being asked, within one read of it, and ask nothing more until `go_on`."""
        self._over.set()

    def go_on(self) -> None:
        """Ask again after a `stop`."""
        self._over.clear()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """What is at `url`; with `etag` or `modified` (as the server gave them) only if it changed. Never raises."""
        here, moved, permanent, left = url, None, True, self.limits.seconds
        for _ in range(self.limits.redirects + 1):
            try:
                here = check_url(here)
                if kept_out := self._kept_out(url, here):
                    return kept_out
                self._pace.wait(_host(here), self._robots.delay(here) if self._robots else None)
                start = self._clock()  # our own politeness is no slowness of the server
                answer = self._ask(url, here, etag, modified, start + left)
                left -= self._clock() - start
                if not isinstance(answer, _Hop):
                    self._hear(here, answer)
                    return _with_move(answer, moved)
                permanent = permanent and answer.permanent
                here = _target(here, answer.to)
            except Refused as problem:
                return Failed(url, "refused", str(problem))
            moved = here if permanent else moved
        return Failed(url, "broken", f"{_host(url)}: more than {self.limits.redirects} redirects")

    def stay_away(self, host: str, seconds: float) -> None:
        """Leave `host` alone for so long: it has asked for that in an earlier round."""
        self._away[host] = max(self._away.get(host, 0.0), self._clock() + seconds)

    def away(self) -> dict[str, float]:
        """The hosts that asked us to stay away, each with the seconds that are left."""
        now = self._clock()
        return {host: until - now for host, until in sorted(self._away.copy().items()) if until > now}

    def _hear(self, here: str, answer: Answer) -> None:
        """Remembers that a host asked us to stay away."""
        if isinstance(answer, Failed) and answer.wait:
            self.stay_away(_host(here), answer.wait)

    def _kept_out(self, url: str, here: str) -> Failed | None:
        """What robots.txt, or the host itself a moment ago, has against asking for `here`."""
        away = self._away.get(_host(here), 0.0) - self._clock()
        if away > 0:
            reason = f"{_host(here)}: asked us to come later, in {away:.0f} seconds"
            return Failed(url, "later", reason, away, kept_away=True)
        verdict = self._robots.verdict(here) if self._robots else "yes"
        if verdict == "no":
            return Failed(url, "robots", f"{_host(here)}: its robots.txt asks us not to read this address")
        if self._robots and verdict == "unknown":
            why = self._robots.trouble(here).removeprefix(f"{_host(here)}: ")
            reason = f"its robots.txt cannot be had ({why}), so the site is left alone for now"
            return Failed(url, "later", f"{_host(here)}: {reason}")
        return None

    def _plain(self, url: str) -> Answer:
        """One address without a look at robots.txt: for robots.txt itself, through its redirects."""
        end, here = self._clock() + self.limits.seconds, url
        for _ in range(self.limits.redirects + 1):
            try:
                answer = self._ask(url, check_url(here), None, None, end)
                if not isinstance(answer, _Hop):
                    return answer
                here = _target(here, answer.to)
            except Refused as problem:
                return Failed(url, "refused", str(problem))
        return Failed(url, "broken", "too many redirects")

    def _ask(self, url: str, here: str, etag: str | None, modified: str | None, end: float) -> Answer | _Hop:
        headers = {}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        self._deadline.set(end)
        try:
            with self._client.stream("GET", here, headers=headers) as response:
                return self._read(url, here, response, end)
        except Broken as problem:
            return Failed(url, "broken", f"{_host(here)}: the answer cannot be unpacked ({_brief(problem)})")
        except httpx2.TimeoutException:
            if self._clock() >= end:
                return Failed(url, "later", f"{_host(here)}: took longer than {self.limits.seconds:g} seconds")
            return Failed(url, "later", f"{_host(here)}: silent for {self.limits.silence:g} seconds")
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, UnicodeError) as problem:
            return Failed(url, "later", f"{_host(here)}: {_brief(problem).removeprefix(f'{_host(here)}: ')}")

    def _read(self, url: str, here: str, response: httpx2.Response, end: float) -> Answer | _Hop:
        status = response.status_code
        headers = response.headers
        etag, modified = headers.get("etag"), headers.get("last-modified")
        if status == 304:
            return Unchanged(url, etag, modified)
        if status in _REDIRECTS:
            target = headers.get("location")
            if not target:
                return Failed(url, "broken", f"{_host(here)}: a redirect without an address", status=status)
            return _Hop(target, status in (301, 308))
        if status != 200:
            return _refusal(url, here, status, headers.get("retry-after"))
        declared = headers.get("content-length", "")
        if declared.isdigit() and int(declared) > self.limits.bytes:
            return Failed(url, "broken", f"{_host(here)}: larger than {self.limits.bytes:,} bytes", status=status)
        parts, size = [], 0
        for part in unpacked(response.iter_raw(), headers.get("content-encoding", "")):
            size += len(part)
            if size > self.limits.bytes:
                return Failed(url, "broken", f"{_host(here)}: larger than {self.limits.bytes:,} bytes", status=status)
            parts.append(part)
        kind, _, rest = headers.get("content-type", "").partition(";")
        body = b"".join(parts)
        return Fetched(url, here, body, kind.strip().lower(), _charset(rest), etag, modified, status=status)


@dataclass(frozen=True, slots=True)
class _Hop:
    to: str
    permanent: bool


def _target(here: str, to: str) -> str:
    """Where a redirect leads. Raises Refused for what is no address."""
    try:
        return urljoin(here, to)
    except ValueError as problem:
        raise Refused(f"{_host(here)}: redirects to what is no address ({problem})") from None


def _with_move(answer: Answer, moved: str | None) -> Answer:
    if not isinstance(answer, Fetched) or moved is None:
        return answer
    a = answer
    return Fetched(a.url, a.final, a.body, a.media_type, a.charset, a.etag, a.modified, moved, a.status)


def _refusal(url: str, here: str, status: int, retry: str | None) -> Failed:
    """What an answer other than 200 means for us."""
    host = _host(here)
    if status in (404, 410):
        return Failed(url, "gone", f"{host}: not there any more ({status})", status=status)
    if status in (401, 402, 403, 451):
        return Failed(url, "denied", f"{host}: not open to us ({status})", status=status)
    if status in _AGAIN or status >= 500:
        return Failed(url, "later", f"{host}: asks to come later ({status})", wait_of(retry), status)
    return Failed(url, "broken", f"{host}: answers {status}", status=status)


def wait_of(retry: str | None, now: datetime | None = None) -> float | None:
    """Seconds of a `Retry-After` header, which holds seconds or a date; None when it holds neither."""
    if not retry:
        return None
    if retry.strip().isdigit():
        return float(min(int(retry.strip()[:9]), 30 * 86_400))
    try:
        day = parsedate_to_datetime(retry)
    except (TypeError, ValueError, IndexError):
        return None
    day = day if day.tzinfo else day.replace(tzinfo=UTC)
    return max(0.0, min((day - (now or datetime.now(UTC))).total_seconds(), 30 * 86_400.0))


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip():
            return value.strip().strip("\"'").lower()[:40]
    return None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url[:80]
    except ValueError:
        return url[:80]


def _brief(problem: Exception) -> str:
    return str(problem).splitlines()[0][:200] if str(problem) else type(problem).__name__
