"""Kills a follower after each transaction of a round, one after the other: `kill9.py --points`.

What is on the disk changes with a transaction only; who is killed in the middle of one leaves what the one before
left. So these are all the states in which a round of following can be left; `kill9_follow` meets some by chance. After
each kill the round is asked again, and one more round follows, in which what was lost would be missed.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kill9_follow import begin, follow_through, unlike
from kill9_news import News
from rashomon.desk import Desk
from rashomon.store import Store


def die_after(count: int) -> None:
    """From now on this process is killed after so many transactions."""
    transaction = Store.transaction
    left = count

    @contextmanager
    def counted(self: Store) -> Iterator[None]:
        nonlocal left
        with transaction(self):
            yield
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    Store.transaction = counted  # type: ignore[method-assign]


def every_point(folder: Path, step: int) -> tuple[int, list[str]]:
    """Kill the round of this step after each of its transactions; how many there were, and all that was wrong."""
    news, problems, count = News(), list[str](), 0
    folder.mkdir()
    with news.open() as host:
        begin(folder / "base", news, host)
        if step:
            follow_through(folder / "base", news, host, step - 1)
        news.step = step
        shutil.copytree(folder / "base", folder / "whole")
        follow_through(folder / "whole", news, host, step + 1)
        while True:
            place = folder / f"killed{count + 1}"
            shutil.copytree(folder / "base", place)
            news.step = step
            child = os.fork()
            if not child:
                try:
                    die_after(count + 1)
                    follow_through(place, news, host, step)
                    os._exit(0)
                finally:
                    os._exit(1)
            _, status = os.waitpid(child, 0)
            if not os.WIFSIGNALED(status):  # the round was over before
                return count, problems + ([] if status == 0 else ["a round ended by itself"])
            count += 1
            follow_through(place, news, host, step + 1)
            with Desk.open(place, now=news.now) as desk, Desk.open(folder / "whole", now=news.now) as whole:
                problems += [f"after transaction {count}: {problem}" for problem in unlike(desk, whole)]
            shutil.rmtree(place)
