"""Readers of one desk: a few threads, each with its own read-only desk, and one place where anything is written.

Whatever is asked of the desk runs in one of these threads, so that the loop of the server never waits for the file.
A dossier that is stale is made once, however many ask for it, kept through a desk that is opened for writing, and
remembered for all threads. Where the server is read-only, or another process is writing, it is made all the same and
only not kept: nobody is ever refused an answer because of that.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

from rashomon.desk import Desk
from rashomon.desk.reading import Reading, utc_now
from rashomon.errors import DeskBusy, DeskFull, DeskReadOnly, NotADesk, RashomonError
from rashomon.records.desk import OutletRow, StoryRow
from rashomon.store.connection import WAIT

T = TypeVar("T")
Data = dict[str, Any]
THREADS = 8
"""Readers at the most; one more than that waits."""
REMEMBERED = 32
"""Dossiers, and pages made of them, that are kept in memory."""
AHEAD = 64
"""Stories that wait at the most to be compared before somebody asks for them."""
PATIENCE = 2.0
"""Seconds that a reader's question waits for another process that is writing, before a dossier is not kept."""
COUNTED = 10.0
"""Seconds for which a count of outlets is good enough."""


class Kept(NamedTuple):
    """A dossier with the word that changes whenever it does."""

    version: str
    data: Data


class Reader(Reading):
    """The desk of one thread; dossiers come from the memory that all threads share."""

    desks: Desks

    def kept(self, story: str) -> Kept:
        """The dossier of a story with its version. Raises NotFound."""
        name = self.story(story).id
        version, kept = self.version(name)
        found = self.desks.recall(("dossier", name), version)
        if found is None:
            found = super().dossier(name) if kept else self.desks.compare(name) or super().dossier(name)
            self.desks.remember(("dossier", name), version, found)
        return Kept(version, found)

    def dossier(self, story: str) -> Data:
        """The dossier of a story, up to date. Raises NotFound."""
        return self.kept(story).data

    def _at_hand(self, story: str) -> Data:
        name = self.story(story).id
        found = None if self.version(name)[1] else self._dossiers.of_older_code(name)
        if found is None:
            return self.dossier(name)
        self.desks.bring_forward([name])
        return found


class Desks:
    """The readers and the writer of the desk in `folder`; `stop` ends them. Raises NotADesk."""

    def __init__(self, folder: str | Path, read_only: bool = False, now: Callable[[], str] = utc_now) -> None:
        self.folder, self.read_only, self.now = Path(folder), read_only, now
        try:
            Reading.open(folder, read_only=True).close()  # says at once when there is none
        except NotADesk:
            if read_only:
                raise
            Reading.open(folder).close()  # brings one of an older version forward
        self._jobs: SimpleQueue[tuple[Future[Any], Callable[[Reader], Any]] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._writing = threading.Lock()
        self._memory: OrderedDict[Any, tuple[str, Any]] = OrderedDict()
        self._guard = threading.Lock()
        self._ahead: OrderedDict[str, None] = OrderedDict()
        self._outlets: tuple[float, int, tuple[OutletRow, ...]] = (0.0, 0, ())
        self._stopped = False

    async def ask(self, question: Callable[[Reader], T]) -> T:
        """What `question` finds out from a desk, in one of the threads."""
        future: Future[T] = Future()
        self._put(future, question)
        return await asyncio.wrap_future(future)

    async def write(self, change: Callable[[Desk], T]) -> T:
        """What `change` does to a desk that is open for writing. Raises DeskReadOnly, DeskBusy."""
        return await self.ask(lambda _: self._write(change))

    def stop(self) -> None:
        """Let the threads finish what they do, and end them."""
        self._stopped = True
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join(5)
        self._threads.clear()
        self._stopped = False

    # What threads share

    def recall(self, key: Any, version: str) -> Any:
        """What is remembered under `key`, when it is of this version."""
        with self._guard:
            found = self._memory.get(key)
            if found is None or found[0] != version:
                return None
            self._memory.move_to_end(key)
            return found[1]

    def remember(self, key: Any, version: str, value: Any) -> None:
        """Remember `value` for a while."""
        with self._guard:
            self._memory[key] = (version, value)
            self._memory.move_to_end(key)
            while len(self._memory) > REMEMBERED:
                self._memory.popitem(last=False)

    def compare(self, story: str) -> Data | None:
        """Make the dossier of a story and keep it; None where nothing can be kept now."""
        try:
            return self._write(lambda desk: desk.dossier(story), PATIENCE)
        except (DeskReadOnly, DeskBusy, DeskFull, NotADesk):
            return None

    def outlets(self, desk: Reading) -> tuple[OutletRow, ...]:
        """The outlets of the desk; counted anew when a report has come, but not again and again while many come."""
        newest = desk.articles(limit=1).items
        number = newest[0].number if newest else 0
        at, known, found = self._outlets
        if number != known and (not known or time.monotonic() - at >= COUNTED):
            found = desk.outlets()
            self._outlets = (time.monotonic(), number, found)
        return found

    def look_ahead(self, rows: Iterable[StoryRow]) -> None:
        """Compare these stories in the background where nobody has yet, so that lists can say what differs."""
        self.bring_forward(row.id for row in rows if row.origins is None and row.reports > 1)

    def bring_forward(self, stories: Iterable[str]) -> None:
        """Compare these stories in the background."""
        if self.read_only:
            return
        with self._guard:
            started = bool(self._ahead)
            for story in stories:
                if len(self._ahead) < AHEAD:
                    self._ahead[story] = None
            if started or not self._ahead:
                return
        self._put(Future(), self._compare_ahead)

    def _compare_ahead(self, _: Reader) -> None:
        """One story after the other; gives way to questions in between."""
        while True:
            with self._guard:
                story = next(iter(self._ahead), None)
            if story is None or self._stopped:
                return
            try:
                self.compare(story)
            except RashomonError:
                pass  # gone meanwhile; whoever asks for it is told
            finally:
                with self._guard:
                    self._ahead.pop(story, None)

    def _write(self, change: Callable[[Desk], T], wait: float = WAIT) -> T:
        if self.read_only:
            raise DeskReadOnly("this server only reads: nothing can be decided or saved here")
        if not self._writing.acquire(timeout=60):
            raise DeskBusy("somebody else is writing to this desk; try again")
        try:
            with Desk.open(self.folder, now=self.now, wait=wait) as desk:
                return change(desk)
        finally:
            self._writing.release()

    # Threads

    def _put(self, future: Future[Any], question: Callable[[Reader], Any]) -> None:
        self._jobs.put((future, question))
        with self._guard:
            if self._jobs.qsize() > self._idle and len(self._threads) < THREADS:
                thread = threading.Thread(target=self._work, name=f"desk-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()

    def _count(self, more: int) -> None:
        with self._guard:
            self._idle += more

    def _work(self) -> None:
        reader: Reader | None = None
        try:
            while True:
                self._count(1)
                job = self._jobs.get()
                self._count(-1)
                if job is None:
                    return
                future, question = job
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    if reader is None:
                        reader = Reader.open(self.folder, read_only=True, now=self.now)
                        reader.desks = self
                    future.set_result(question(reader))
                except BaseException as problem:
                    future.set_exception(problem)
                del job, future, question
        finally:
            if reader is not None:
                reader.close()
