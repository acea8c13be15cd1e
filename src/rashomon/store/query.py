"""What somebody typed into a search box, read: words, "phrases", AND, OR, NOT, brackets, prefix*, title:word.

Words side by side must all be there. Upper-case AND, OR and NOT are operators, in lower case they are words; NOT binds
tightest, then AND, then OR. Everything else is searched for to the letter, so nothing a reader types can be taken for
a command of the index; what cannot be meant raises UsageError and says what is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rashomon.errors import UsageError

LONGEST = 1000
"""Characters of a query."""
MOST_TERMS = 50
DEEPEST = 10
SHORTEST_PREFIX = 3
"""Characters before a `*`: fewer would stand for a good part of all words."""

_TOKEN = re.compile(r'(?P<quoted>"[^"]*"?)|(?P<bracket>[()])|(?P<word>[^\s"()]+)|\s+')
_WORD = re.compile(r"(?:[^\W_][̀-ͯ]*)+")
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing searched for: `words` in a row, the last one a prefix when `prefix`; in the title only if `title`."""

    words: tuple[str, ...]
    prefix: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query for the index of words, and the terms that a reader wants to see in an excerpt (none under NOT)."""

    match: str
    terms: tuple[Term, ...]


def parse(text: str, everywhere: bool = False) -> Query:
    """Read a query. With `everywhere` the furniture of a page is searched as well. Raises UsageError."""
    if len(text) > LONGEST:
        raise UsageError(f"the search has {len(text)} characters, more than {LONGEST}")
    reader = _Reader(_tokens(text))
    match = reader.either(0)
    if reader.here is not None:
        raise UsageError("the search has a closing bracket without an opening one")
    columns = "" if everywhere else "{title body} : "
    return Query(f"{columns}({match})", tuple(reader.terms))


def _tokens(text: str) -> list[tuple[str, str]]:
    return [(found.lastgroup, found.group()) for found in _TOKEN.finditer(text) if found.lastgroup]


class _Reader:
    """Reads tokens from left to right; each method reads one level of the grammar and gives its text for the index."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.count = 0
        self.terms: list[Term] = []
        self.negated = False

    @property
    def here(self) -> tuple[str, str] | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def operator(self, name: str) -> bool:
        """Step over the operator `name`, if it stands here."""
        if self.here == ("word", name):
            self.at += 1
            return True
        return False

    def either(self, depth: int) -> str:
        parts = [self.all(depth)]
        while self.operator("OR"):
            parts.append(self.all(depth))
        return parts[0] if len(parts) == 1 else "(" + " OR ".join(parts) + ")"

    def all(self, depth: int) -> str:
        wanted, unwanted = [], []
        while True:
            if self.operator("NOT"):
                before, self.negated = self.negated, True
                unwanted.append(self.one(depth))
                self.negated = before
            else:
                wanted.append(self.one(depth))
            if self.operator("AND"):
                continue
            if self.here is None or self.here == ("bracket", ")") or self.here == ("word", "OR"):
                break
        if not wanted:
            raise UsageError("NOT needs something it is taken from: a word that the reports must have")
        text = " AND ".join(wanted) if len(wanted) == 1 else "(" + " AND ".join(wanted) + ")"
        return text if not unwanted else "(" + " NOT ".join([text, *unwanted]) + ")"

    def one(self, depth: int) -> str:
        if self.here is None:
            last = self.tokens[self.at - 1][1] if self.tokens else ""
            raise UsageError(f"nothing follows {last!r} in the search" if last else "there is nothing to search for")
        kind, text = self.here
        self.at += 1
        if kind == "bracket":
            if text == ")":
                raise UsageError("there is nothing before a closing bracket of the search")
            if depth >= DEEPEST:
                raise UsageError(f"the search has brackets in more than {DEEPEST} levels")
            inner = self.either(depth + 1)
            if self.here != ("bracket", ")"):
                raise UsageError("an opening bracket of the search is never closed")
            self.at += 1
            return inner
        if kind == "word" and text in _OPERATORS:
            raise UsageError(f'{text} stands where a word is needed; to search for it, write "{text.lower()}"')
        return self.term(kind, text)

    def term(self, kind: str, text: str) -> str:
        title = False
        if kind == "word" and text.casefold().startswith("title:"):
            title, text = True, text[6:]
            if not text and self.here is not None and self.here[0] == "quoted":
                kind, text = self.here
                self.at += 1
        if kind == "quoted":
            if len(text) < 2 or not text.endswith('"'):
                raise UsageError("a quotation mark of the search is never closed")
            text = text[1:-1]
            prefix = self.here == ("word", "*")
            self.at += prefix
        else:
            prefix = text.endswith("*")
        text = unicodedata.normalize("NFC", text.replace("\0", " "))
        words = tuple(fold(word) for word in _WORD.findall(text))
        if not words:
            raise UsageError(f"{text!r} has no letter or digit to search for")
        if prefix and len(words[-1]) < SHORTEST_PREFIX:
            raise UsageError(f"a * needs at least {SHORTEST_PREFIX} characters before it, {words[-1]!r} has fewer")
        self.count += 1
        if self.count > MOST_TERMS:
            raise UsageError(f"the search has more than {MOST_TERMS} terms")
        if not self.negated:
            self.terms.append(Term(words, prefix, title))
        return ("title : " if title else "") + f'"{text.strip("*")}"' + (" *" if prefix else "")


def fold(word: str) -> str:
    """A word in lower case, without accents."""
    plain = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))
