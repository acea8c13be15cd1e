"""Splits news text into tokens and keeps every offset.

Decides where words, numbers, abbreviations, marks and URLs begin and end, on the characters alone. It never changes a
character: `text[start:end]` is the token. Clitics are split as the Penn Treebank does ("Trump" + "'s", "did" + "n't").
"""

from __future__ import annotations

import re

from rashomon.records.reading import Tokens

TOKEN = re.compile(
    r"""https?://\S+|www\.\S+
      | (?:[A-Za-z]\.){2,}                        # U.S.
      | \d+(?:[.,:]\d+)*
      | \w+(?=n['’]t\b) | n['’]t\b | ['’](?:s|re|ve|ll|d|m|S)\b
      | \w+(?:[-/&]\w+)*
      | \.\.\.+ | --+ | [^\w\s]""",
    re.VERBOSE,
)


def tokenize(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into `text`; tags and lemmas are empty strings."""
    tokens = Tokens()
    for match in TOKEN.finditer(text, start, end):
        tokens.starts.append(match.start())
        tokens.ends.append(match.end())
        tokens.words.append(match[0])
    tokens.tags = [""] * len(tokens.words)
    tokens.lemmas = [word.lower() for word in tokens.words]
    return tokens
