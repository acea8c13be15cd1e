"""All SQL is in one module, and every statement there can be prepared and is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import rashomon
from rashomon.store import Store, sql

PACKAGE = Path(rashomon.__file__).parent
VERBS = re.compile(
    r"\b(?:SELECT\b.+\bFROM|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(?:\w+\s+)?(?:TABLE|INDEX)"
    r"|PRAGMA\s|BEGIN\s+IMMEDIATE|DROP\s+TABLE|ALTER\s+TABLE|VACUUM|SAVEPOINT)",
    re.DOTALL,
)


def strings(path: Path) -> Iterator[str]:
    code = path.read_text(encoding="utf-8")
    if not VERBS.search(code):  # most modules need no closer look
        return
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_other_module_holds_sql() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(VERBS.search(text) for text in strings(path))
    }
    assert found == {"store/sql.py"}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT a\nFROM b",
        "INSERT OR IGNORE INTO a VALUES (1)",
        "UPDATE a SET b = 1",
        "DELETE FROM a",
        "CREATE VIRTUAL TABLE a USING fts5 (b)",
        "PRAGMA quick_check",
        "BEGIN IMMEDIATE",
        "VACUUM INTO ?",
    ],
)
def test_a_statement_would_be_noticed(statement: str) -> None:
    assert VERBS.search(statement)


def test_no_other_part_opens_a_database() -> None:
    found = {p.relative_to(PACKAGE).as_posix() for p in PACKAGE.rglob("*.py") if "sqlite3" in p.read_text("utf-8")}
    assert found == {"store/connection.py"}


def test_every_statement_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "store").glob("*.py"))
    names = [name for name in vars(sql) if name.isupper() and not name.startswith("_")]
    unused = [name for name in names if not re.search(rf"\bsql\.{name}\b", code) and not name.startswith("SCHEMA_")]
    assert unused == []


def test_every_statement_can_be_prepared() -> None:
    with Store() as store:
        for name, value in vars(sql).items():
            for statement in value if isinstance(value, tuple) else (value,):
                if not isinstance(statement, str) or not re.match(r"\s*(?:SELECT|INSERT|UPDATE|DELETE)", statement):
                    continue
                if "again" in statement or "kept_words" in statement:
                    continue
                statement = statement.format(where="", join="") if "{" in statement else statement
                slots = re.findall(r"\?(\d*)", statement)
                count = 1 if any(slots) else len(slots)
                store._rows("EXPLAIN " + statement, (None,) * count)
                assert name
