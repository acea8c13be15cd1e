"""One tree of errors. Each message says what, where and what to do.

RashomonError               exit 1, HTTP 500
├── UsageError              exit 2, HTTP 400   arguments that cannot be meant
├── NothingRead             exit 3, HTTP 422   not one usable report
├── Unreadable              exit 3, HTTP 422   one file that cannot be used; the others are done
├── BadDossier              exit 1, HTTP 422   a dossier that is no dossier, or does not hold
├── Uncited                 exit 1, HTTP 500   a line was built without a cite: a defect of ours
└── MissingExtra            exit 2, HTTP 501   an optional package is not installed
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
