"""Reads the word lists and rules of a language from `lexicons/<language>/<name>.toml`.

Code interprets, the files know: a journalist can review and extend them without reading Python.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from rashomon.errors import UsageError


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon folder, sorted."""
    root = resources.files("rashomon.lexicons")
    return tuple(sorted(entry.name for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith("_")))


@cache
def lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """The table `name` of `language`; raises UsageError when the language or the table does not exist."""
    path = resources.files("rashomon.lexicons") / language / f"{name}.toml"
    if not path.is_file():
        known = ", ".join(languages())
        raise UsageError(f"No lexicon {name!r} for language {language!r}. Languages with a lexicon: {known}.")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, key: str, language: str = "en") -> frozenset[str]:
    """The list at dotted `key` of lexicon `name`, as a set of lower-case words or phrases."""
    value: Any = lexicon(name, language)
    for part in key.split("."):
        value = value[part]
    return frozenset(str(item).casefold() for item in value)
