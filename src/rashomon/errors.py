"""One tree of errors. Each message says what, where and what to do.

RashomonError               exit 1, HTTP 500
├── UsageError              exit 2, HTTP 400   arguments that cannot be meant
├── NothingRead             exit 3, HTTP 422   not one usable report
├── Unreadable              exit 3, HTTP 422   one file that cannot be used; the others are done
├── BadDossier              exit 1, HTTP 422   a dossier that is no dossier, or does not hold
├── Uncited                 exit 1, HTTP 500   a line was built without a cite: a defect of ours
├── MissingExtra            exit 2, HTTP 501   an optional package is not installed
├── NotFound                exit 3, HTTP 404   no story, article or decision with that id
├── NotADesk                exit 3, HTTP 500   a file or folder that is no desk, or a damaged one
├── NewerDesk               exit 3, HTTP 500   a desk that a newer version of Rashomon wrote
├── DeskReadOnly            exit 1, HTTP 403   writing to a desk that is open for reading, or in a read-only place
├── DeskBusy                exit 1, HTTP 503   somebody else is writing; later it will work
└── DeskFull                exit 1, HTTP 507   no room left; nothing was half written
"""

from __future__ import annotations

from typing import ClassVar


class RashomonError(Exception):
    """Base of all errors of Rashomon."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    code: ClassVar[str] = "error"


class UsageError(RashomonError):
    """Arguments that cannot be meant."""

    exit_code = 2
    http_status = 400
    code = "usage"


class NothingRead(RashomonError):
    """Not one usable report among the input."""

    exit_code = 3
    http_status = 422
    code = "nothing-read"


class Unreadable(RashomonError):
    """One file or record that cannot be used; `path` says which."""

    exit_code = 3
    http_status = 422
    code = "unreadable"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class BadDossier(RashomonError):
    """A file that is no dossier, or a dossier whose cites do not hold."""

    http_status = 422
    code = "bad-dossier"


class Uncited(RashomonError):
    """A line of a dossier was built without a cite."""

    code = "uncited"


class MissingExtra(RashomonError):
    """An optional package is needed and not installed."""

    exit_code = 2
    http_status = 501
    code = "missing-extra"

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an optional package: pip install 'rashomon[{extra}]'")


class NotFound(RashomonError):
    """No story, article or decision has that id."""

    exit_code = 3
    http_status = 404
    code = "not-found"


class NotADesk(RashomonError):
    """A file or folder that is no desk, or one that is damaged."""

    exit_code = 3
    code = "not-a-desk"


class NewerDesk(RashomonError):
    """A desk that a newer version of Rashomon wrote."""

    exit_code = 3
    code = "newer-desk"


class DeskReadOnly(RashomonError):
    """The desk is open for reading only, or stands where nothing can be written."""

    http_status = 403
    code = "desk-read-only"


class DeskBusy(RashomonError):
    """Another process is writing to the desk and did not finish in time."""

    http_status = 503
    code = "desk-busy"


class DeskFull(RashomonError):
    """The disk, or the quota of the desk, is full; the change was taken back whole."""

    http_status = 507
    code = "desk-full"
