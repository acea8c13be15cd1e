"""One frozen record of settings; every field says what it means and in which unit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run. The defaults are the only ones that quality is measured with."""

    date: str | None = None
    """Publication day `YYYY-MM-DD` for reports that state none (`--date`)."""
    strict: bool = False
    """Stop with `Unreadable` at the first file that cannot be read."""
    max_bytes: int = 20_000_000
    """Files larger than this (bytes) are not read; they are listed as unread."""
    max_characters: int = 200_000
    """Characters of one report that are read; what is beyond is cut at a line end, and the report says so."""
    authority: str | None = None
    """Path of an authority file (CSV or JSONL: name, spellings, type, id) whose names win over the rules."""

    tagger: str = "rashomon"
    """Which part-of-speech tagger reads the words: the built-in one, `spacy:PIPELINE`, or an installed plug-in."""


DEFAULTS = Settings()
