"""Part-of-speech tags (Penn Treebank) and lemmas for tokens."""

from __future__ import annotations

from rashomon.records.reading import Tokens


def tag(tokens: Tokens, bounds: list[tuple[int, int]]) -> None:
    """Fill `tokens.tags` and `tokens.lemmas` in place; `bounds` are the token ranges of the sentences."""
    for first, stop in bounds:
        for n in range(first, stop):
            word = tokens.words[n]
            tokens.tags[n] = "CD" if word[0].isdigit() else "NNP" if word[0].isupper() and n > first else "NN"
            tokens.lemmas[n] = word.lower()
