"""Work on many reports: in this process or in several, with the same answers in the same order.

A report that brings our code down is named with the reason and never stops the others; so does a worker that dies, in
whose place this process goes on. Workers end with the process they work for, however that ends. The steps are imported
where they are called: whoever only looks at a desk does not wait for them.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self, TypeVar

from rashomon.records.article import Article, Page
from rashomon.records.dossier import Unread
from rashomon.records.marks import Marks
from rashomon.settings import Settings

In = TypeVar("In")
Out = TypeVar("Out")
FEW = 12
"""Items that are done in this process: starting workers would take longer."""
Cleaned = tuple[list[tuple[Page, Article]], list[Unread]]


def read_report(path: str, settings: Settings) -> Cleaned:
    """The reports in the file at `path`, and what of it could not be read."""
    from rashomon.steps.read import read_path

    pages, unread = read_path(path, settings)
    return clean_pages(pages, unread, settings)


def clean_pages(pages: Iterable[Page], unread: Iterable[Unread], settings: Settings) -> Cleaned:
    """Pages with their labels; those that bring our code down join what could not be read."""
    from rashomon.steps.clean import clean

    done: list[tuple[Page, Article]] = []
    refused = list(unread)
    for page in pages:
        try:
            done.append((page, clean(page, settings)))
        except Exception as problem:
            refused.append(Unread(page.path, defect("cleaned", problem)))
    return done, refused


def mark_report(article: Article, settings: Settings) -> Marks | str:
    """The marks of a report, or why there are none."""
    from rashomon.steps.annotate import annotate

    try:
        return annotate(article, settings)
    except Exception as problem:
        return defect("annotated", problem)


def defect(done: str, problem: Exception) -> str:
    """A defect of ours in one report, as it is shown."""
    return f"could not be {done} ({type(problem).__name__}: {problem}); please report this defect"


class Crew:
    """Up to `jobs` processes (0: one for each core). Use it as a context; they start when there is enough to do."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs if jobs > 0 else os.cpu_count() or 1
        self._pool: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stop()

    def read(self, paths: Sequence[str], settings: Settings) -> Iterator[Cleaned]:
        """The reports of each file, in order."""
        return self._map(partial(read_report, settings=settings), paths)

    def mark(self, articles: Sequence[Article], settings: Settings) -> Iterator[Marks | str]:
        """The marks of each report, in order."""
        return self._map(partial(mark_report, settings=settings), articles)

    def _map(self, work: Callable[[In], Out], items: Sequence[In]) -> Iterator[Out]:
        done = 0
        if self.jobs > 1 and (self._pool is not None or len(items) >= FEW):
            try:
                with _deaf_children():
                    size = max(1, min(8, len(items) // (4 * self.jobs)))
                    results = self._started().map(work, items, chunksize=size)
                for result in results:
                    done += 1
                    yield result
            except (BrokenProcessPool, OSError):  # no memory for workers, say: the rest is done here, more slowly
                self._stop()
                self.jobs = 1
        for item in items[done:]:
            yield work(item)

    def _started(self) -> Executor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, get_context("spawn"), initializer=_end_with_parent)
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes that start inside do not hear Ctrl-C, which a terminal sends to all: they end with their parent."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # started on the way, it would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """In a worker: end as soon as the process that started it is gone, even when it was killed."""

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
