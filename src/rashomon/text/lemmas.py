"""Lemmas (stub while being built)."""

from __future__ import annotations


def lemma_of(word: str, tag: str) -> str:
    """Lower-case form."""
    return word.lower()
