"""One SQLite file: how it is opened, made, brought to the newest schema, and how errors of SQLite become ours.

A file is a desk when it carries the desk's application id; nothing else is ever written to. A desk of a newer version
is refused, one of an older version is brought forward in one transaction, so that it is either old or new, never
between. A statement that fails inside `transaction()` takes back the whole transaction.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rashomon.errors import DeskBusy, DeskFull, DeskReadOnly, NewerDesk, NotADesk, RashomonError, UsageError
from rashomon.store import sql

MEMORY = ":memory:"
SMALLEST = 512
"""Bytes of an SQLite file at the least."""
WAIT = 10.0
"""Seconds a writer waits for another one."""

NO_SQLITE = "is no desk of Rashomon (no SQLite file): if it was one, restore the last copy, see docs/store.md"
NOT_HERE = "this desk cannot be written to here; copy it to a folder that can be written"

Values = Sequence[Any]


class Connection:
    """A desk's file, open. One thread, one connection: open another for each thread or process."""

    def __init__(
        self, path: str | Path = MEMORY, *, read_only: bool = False, wait: float = WAIT, older: bool = False
    ) -> None:
        self.path = str(path)
        self.read_only = read_only
        self._older = older
        self._open = False
        self._stale: set[int] = set()
        self._db = _connect(self.path, read_only, wait)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Make the desk at `path`; raises UsageError when something is there already. Leaves nothing when it fails.

        A file without a byte, and without a log, is what a `create` that was killed at once leaves: it is gone on with.
        """
        files = [Path(f"{path}{part}") for part in ("", "-wal")]
        if any(file.exists() and (not file.is_file() or file.stat().st_size) for file in files):
            raise UsageError(f"{path} exists already; open it instead, or choose another name")
        try:
            return cls(path)
        except BaseException:
            for left in ("", "-wal", "-shm"):
                Path(f"{path}{left}").unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: str | Path, read_only: bool = False, *, wait: float = WAIT, older: bool = False) -> Self:
        """Open the desk at `path`. Raises NotADesk when there is none, NewerDesk when ours is too old for it.

        `older`: for reading also one of an older version, as it is; it can be copied, not everything can be asked.
        """
        if not Path(path).is_file():
            raise NotADesk(f"{path}: there is no desk here; `rashomon desk init FOLDER` makes one")
        # Never opened beside SQLite: to close such a file gives up all locks of this process on the desk (POSIX);
        # another process then takes itself for the last one, removes the log, and readers here read what is no more.
        if not read_only and not all(os.access(place, os.W_OK) for place in (path, Path(path).absolute().parent)):
            raise DeskReadOnly(f"{path}: {NOT_HERE}")
        size = Path(path).stat().st_size
        if not size:  # SQLite would begin a new desk in it, and what was lost would look like a desk without reports
            raise NotADesk(
                f"{path} is empty: restore the last copy; if there never was a report in it, "
                f"`rashomon desk init {Path(path).parent}` makes it a desk"
            )
        if size < SMALLEST:  # SQLite itself would overwrite a file of a few bytes
            raise NotADesk(f"{path} {NO_SQLITE}")
        return cls(path, read_only=read_only, wait=wait, older=older)

    def backup(self, target: str | Path) -> Path:
        """Write a copy of this moment to `target`, beside whoever writes; it is there whole or not at all.

        Raises UsageError when something is there already or nothing can be written, DeskFull when there is no room.
        """
        target = Path(target)
        if target.exists():
            raise UsageError(f"{target} exists already; choose another name for the copy")
        part = target.with_name(target.name + ".part")
        try:
            part.unlink(missing_ok=True)
            self._do(sql.COPY_INTO, (str(part),))
            with part.open("rb+") as copy:  # SQLite leaves a copy to the system, which may lose it with the power
                os.fsync(copy.fileno())
            part.replace(target)
        except DeskFull as problem:
            raise not_copied(target, OSError(errno.ENOSPC, "")) from problem
        except NotADesk as problem:
            raise UsageError(f"the copy {target} cannot be written: is its folder there, and may it be?") from problem
        except OSError as problem:
            raise not_copied(target, problem) from problem
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return target

    def close(self) -> None:
        """Close the file; nothing can be asked afterwards."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is written inside is kept together at the end, or not at all.

        Waits for another writer and raises DeskBusy when that takes too long; UsageError when one is open already.
        """
        if self._db.in_transaction:
            raise UsageError("a transaction is open already; put both into one")
        if self.read_only:
            raise DeskReadOnly(f"{self.path} is open for reading only")
        self._do(sql.BEGIN_WRITING)
        self._open = True
        try:
            yield
            self._alive()
            self._settle()
            self._do(sql.COMMIT)
        except BaseException:
            if self._db.in_transaction:
                self._db.execute(sql.ROLLBACK)
            raise
        finally:
            self._open = False
            self._stale.clear()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside comes from one moment, whatever others write meanwhile."""
        if self._db.in_transaction:
            yield
            return
        self._do(sql.BEGIN_READING)
        try:
            yield
        finally:
            if self._db.in_transaction:
                self._do(sql.COMMIT)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """One step that is written whole or not at all, inside an open transaction or in one of its own."""
        if not self._open:
            with self.transaction():
                yield
            return
        self._alive()
        self._do(sql.SAVEPOINT)
        try:
            yield
            self._do(sql.RELEASE)
        except BaseException:
            if self._db.in_transaction:
                self._db.execute(sql.ROLLBACK_TO)
                self._db.execute(sql.RELEASE)
            raise

    def _alive(self) -> None:
        """SQLite itself takes a transaction back when the disk is full: going on would write half of it."""
        if not self._db.in_transaction:
            raise DeskFull(f"{self.path}: the change was taken back after an error; begin it again")

    def _settle(self) -> None:
        """Bring up to date what is counted only once for a transaction."""

    def _do(self, statement: str, values: Values = ()) -> sqlite3.Cursor:
        try:
            return self._db.execute(statement, values)
        except (sqlite3.Error, UnicodeEncodeError, OverflowError) as problem:
            raise translated(problem, self.path) from problem

    def _rows(self, statement: str, values: Values = ()) -> list[Any]:
        try:
            return self._db.execute(statement, values).fetchall()
        except (sqlite3.Error, UnicodeEncodeError, OverflowError) as problem:
            raise translated(problem, self.path) from problem

    def _row(self, statement: str, values: Values = ()) -> Any:
        rows = self._rows(statement, values)
        return rows[0] if rows else None

    def _prepare(self) -> None:
        """Make an empty file a desk, bring an older one forward, refuse everything else."""
        for option in sql.OPTIONS:
            self._do(option)
        application, version = self._row(sql.READ_APPLICATION)[0], self._row(sql.READ_VERSION)[0]
        empty = not application and not version and not self._row(sql.COUNT_TABLES)[0]
        if not empty and application != sql.APPLICATION:
            raise NotADesk(f"{self.path} is an SQLite file, but no desk of Rashomon")
        if version > len(sql.VERSIONS):
            raise NewerDesk(
                f"{self.path} was written by a newer version of Rashomon (its schema is {version}, this one knows "
                f"{len(sql.VERSIONS)}): upgrade Rashomon, nothing was changed"
            )
        if self.read_only:
            if empty:
                raise NotADesk(f"{self.path} is empty: `rashomon desk init FOLDER` makes a desk")
            if version < len(sql.VERSIONS) and not self._older:
                raise NotADesk(
                    f"{self.path} is from an older version of Rashomon (its schema is {version}, this one reads "
                    f"{len(sql.VERSIONS)}): `rashomon desk check --desk {Path(self.path).parent}` brings it forward "
                    "where it can be written to; there is no way back, so copy it first (`rashomon desk backup`)"
                )
            return
        for option in sql.OPTIONS_OF_A_WRITER:
            self._do(option)
        if version < len(sql.VERSIONS):
            self._migrate()

    def _migrate(self) -> None:
        with self.transaction():
            version = self._row(sql.READ_VERSION)[0]  # another process may have been quicker
            for number, script in enumerate(sql.VERSIONS[version:], version + 1):
                for statement in statements(script):
                    self._do(statement)
                self._do(sql.WRITE_VERSION.format(version=number))
            self._do(sql.WRITE_APPLICATION)


def _connect(path: str, read_only: bool, wait: float) -> sqlite3.Connection:
    if path == MEMORY and read_only:
        raise UsageError("a desk in memory cannot be opened for reading only: it would be empty")
    name = path if path == MEMORY else Path(path).absolute().as_uri() + _mode(Path(path), read_only)
    try:
        return sqlite3.connect(name, timeout=wait, isolation_level=None, uri=path != MEMORY, cached_statements=256)
    except sqlite3.Error as problem:
        raise translated(problem, path) from problem


def _mode(path: Path, read_only: bool) -> str:
    """A reader leaves marks beside the file; where it may not, and nobody is writing, it reads the file as it lies."""
    if not read_only:
        return ""
    log = path.with_name(path.name + "-wal")
    quiet = not log.exists() or not log.stat().st_size
    return "?immutable=1" if quiet and not os.access(path.absolute().parent, os.W_OK) else "?mode=ro"


def not_copied(target: str | Path, problem: OSError) -> RashomonError:
    """Why a copy could not be written."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DeskFull(f"the copy {target} cannot be written: no room left on its disk. Make room and try again")
    return UsageError(f"the copy {target} cannot be written: {problem.strerror}")


def statements(script: str) -> Iterable[str]:
    """The statements of a script, one by one, so that they can run inside one transaction."""
    rest = ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            yield rest.strip()
            rest = ""


def translated(problem: Exception, path: str) -> RashomonError:
    """The error of ours that says what happened and what to do."""
    if isinstance(problem, UnicodeEncodeError):
        return UsageError("a text holds half a surrogate pair: no file could keep it")
    if isinstance(problem, OverflowError):
        return UsageError("a number is larger than any that a desk gives")
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DeskBusy(f"{path}: another process is writing to this desk; try again when it has finished")
    if code == sqlite3.SQLITE_FULL:
        return DeskFull(f"{path}: no room left on the disk; nothing was half written. Make room and try again")
    if code == sqlite3.SQLITE_IOERR:
        return RashomonError(
            f"{path}: the disk did not do what was asked ({problem}); nothing was half written. Is it full, over a "
            "quota, or gone?"
        )
    if code == sqlite3.SQLITE_READONLY:
        return DeskReadOnly(f"{path}: {NOT_HERE}")
    if code == sqlite3.SQLITE_CANTOPEN:
        return NotADesk(f"{path} cannot be opened: is the folder there, and may you read and write in it?")
    if code == sqlite3.SQLITE_NOTADB:
        return NotADesk(f"{path} {NO_SQLITE}")
    if code == sqlite3.SQLITE_CORRUPT:
        return NotADesk(f"{path} is damaged ({problem}): restore the last copy, see docs/store.md")
    if isinstance(problem, sqlite3.ProgrammingError):
        return UsageError(f"{path}: {problem}")
    return RashomonError(f"{path}: {problem}")
