from __future__ import annotations

import threading

import httpcore2
import pytest

from rashomon.follow.deadline import Deadline, TimedStream


class Line(httpcore2.NetworkStream):
    """A connection that notes how long each operation may take."""

    def __init__(self) -> None:
        self.timeouts: list[float | None] = []

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.timeouts.append(timeout)
        return b"x"

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.timeouts.append(timeout)

    def get_extra_info(self, info: str) -> str:
        return info


def test_no_operation_lasts_beyond_the_end_of_its_request() -> None:
    now = [0.0]
    deadline, line = Deadline(lambda: now[0]), Line()
    stream = TimedStream(line, deadline)
    stream.read(1, 15.0)
    deadline.set(10.0)
    stream.read(1, 15.0)
    now[0] = 8.0
    stream.write(b"x", 15.0)
    stream.read(1, None)
    stream.read(1, 1.0)
    assert line.timeouts == [15.0, 10.0, 2.0, 2.0, 1.0]
    now[0] = 10.0
    with pytest.raises(httpcore2.ReadTimeout):
        stream.read(1, 15.0)
    assert stream.get_extra_info("socket") == "socket"


def test_each_thread_has_its_own_end() -> None:
    deadline = Deadline(lambda: 5.0)
    deadline.set(1.0)
    found: list[float | None] = []
    other = threading.Thread(target=lambda: found.append(deadline.left(3.0)))
    other.start()
    other.join()
    assert found == [3.0]
