"""One end for a whole request, over every single read and write of it.

A time limit for each read is not enough: a server that sends one byte now and then keeps a follower for ever. So each
thread sets the end of the request it makes, and no operation on a connection may last beyond it.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable
from typing import Any

import httpcore2


class Deadline:
    """The end of the request that this thread makes, in seconds of `clock`; once `over` is set, that of all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, over: threading.Event | None = None) -> None:
        self._clock = clock
        self._over = over or threading.Event()
        self._ends = threading.local()

    def set(self, end: float) -> None:
        """No operation of this thread may last beyond `end`."""
        self._ends.end = end

    def left(self, timeout: float | None) -> float | None:
        """Seconds that an operation may take, `timeout` at most. Raises httpcore2.ReadTimeout when none are left."""
        if self._over.is_set():
            raise httpcore2.ReadTimeout("nothing is asked any more")
        end = getattr(self._ends, "end", None)
        if end is None:
            return timeout
        left = float(end) - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for this request is over")
        return left if timeout is None else min(timeout, left)


class TimedStream(httpcore2.NetworkStream):
    """A connection whose every operation obeys a `Deadline`."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """At most `max_bytes` bytes."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends all of `buffer`."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Closes the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted, for the host that was asked for (not its address)."""
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection below knows of itself."""
        return self._stream.get_extra_info(info)
