"""The tree of errors: statuses, codes and messages are what scripts and services rely on."""

from __future__ import annotations

import pickle

import pytest

from rashomon import errors
from rashomon.errors import (
    BadDossier,
    DeskBusy,
    DeskFull,
    DeskReadOnly,
    MissingExtra,
    NewerDesk,
    NotADesk,
    NotFound,
    NothingRead,
    RashomonError,
    Uncited,
    Unreadable,
    UsageError,
)

TABLE = [
    (RashomonError, 1, 500, "error"),
    (UsageError, 2, 400, "usage"),
    (NothingRead, 3, 422, "nothing-read"),
    (Unreadable, 3, 422, "unreadable"),
    (BadDossier, 1, 422, "bad-dossier"),
    (Uncited, 1, 500, "uncited"),
    (MissingExtra, 2, 501, "missing-extra"),
    (NotFound, 3, 404, "not-found"),
    (NotADesk, 3, 500, "not-a-desk"),
    (NewerDesk, 3, 500, "newer-desk"),
    (DeskReadOnly, 1, 403, "desk-read-only"),
    (DeskBusy, 1, 503, "desk-busy"),
    (DeskFull, 1, 507, "desk-full"),
]


@pytest.mark.parametrize(("kind", "status", "http", "code"), TABLE)
def test_statuses_and_codes(kind: type[RashomonError], status: int, http: int, code: str) -> None:
    assert (kind.exit_code, kind.http_status, kind.code) == (status, http, code)
    assert issubclass(kind, RashomonError)


def test_the_table_is_complete_and_codes_are_unique() -> None:
    defined = {v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, RashomonError)}
    assert defined == {row[0] for row in TABLE}
    assert len({row[3] for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize(("kind", "status", "http", "code"), TABLE[1:])
def test_the_docstring_of_the_module_draws_the_same_tree(
    kind: type[RashomonError], status: int, http: int, code: str
) -> None:
    (drawn,) = [line for line in (errors.__doc__ or "").splitlines() if f"── {kind.__name__} " in line]
    assert f"exit {status}, HTTP {http}" in drawn


def test_no_error_is_caught_as_another_one() -> None:
    for kind, *_ in TABLE[1:]:
        assert kind.__mro__[1] is RashomonError
    assert not issubclass(RashomonError, (ValueError, OSError))


def test_an_unreadable_file_is_named_with_its_reason() -> None:
    problem = Unreadable("a.txt", "it is empty")
    assert str(problem) == "a.txt: it is empty"
    assert (problem.path, problem.reason) == ("a.txt", "it is empty")


def test_a_missing_package_says_how_to_get_it() -> None:
    problem = MissingExtra("--tagger spacy:x", "spacy")
    assert str(problem) == "--tagger spacy:x needs an optional package: pip install 'rashomon[spacy]'"


@pytest.mark.parametrize("problem", [UsageError("x"), NothingRead("x"), BadDossier("x"), Uncited("x")])
def test_plain_errors_cross_processes(problem: RashomonError) -> None:
    copy = pickle.loads(pickle.dumps(problem))
    assert (type(copy), str(copy)) == (type(problem), str(problem))
