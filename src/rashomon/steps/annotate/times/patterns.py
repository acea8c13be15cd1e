"""Translates one pattern of times.toml into a regular expression over class letters.

The pattern language is explained at the top of that file. Beside the expression it works out which letters a match can
begin with and which it cannot do without: where none of those stands, no rule has to be tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.steps.annotate.times.pieces import Alphabet

TOKEN = re.compile(r"\(|\)(?:\{\d,\d\}|\?)?|[^\s()]+")
CLASS = re.compile(r"[A-Z]+(\d?)$")


@dataclass(slots=True)
class Part:
    """A pattern or a piece of one: expression, letters it can begin with, whether it can be empty.

    Every match holds a letter of `needs`; of several such sets it is the rarest one. Empty: nothing is needed.
    """

    regex: str = ""
    first: set[str] = field(default_factory=set)
    blank: bool = True
    needs: frozenset[str] = frozenset()


class Pattern:
    """Translates one pattern; `common` are letters of words that stand in any sentence."""

    def __init__(self, text: str, alphabet: Alphabet, common: frozenset[str] = frozenset()) -> None:
        self.tokens: Iterator[str] = iter(TOKEN.findall(text))
        self.alphabet = alphabet
        self.common = common
        self.named = 0

    def translate(self) -> Part:
        """The whole pattern; raises ValueError when it cannot be read."""
        part, closer = self._sequence()
        if closer:
            raise ValueError("a bracket is closed that was not opened")
        return part

    def _sequence(self) -> tuple[Part, str]:
        """The part up to the bracket that closes it, and that bracket."""
        branches = [Part()]
        for token in self.tokens:
            if token.startswith(")"):
                return _join(branches), token
            if token == "|":
                branches.append(Part())
            elif token[0] in "<>":
                branches[-1].regex += self._look(token)
            elif token == "(":
                inner, closer = self._sequence()
                self._append(
                    branches[-1],
                    Part(f"(?:{inner.regex}){closer[1:]}", inner.first, inner.blank or closer != ")", inner.needs),
                )
            else:
                self._append(branches[-1], self._item(token))
        return _join(branches), ""

    def _append(self, whole: Part, part: Part) -> None:
        whole.regex += part.regex
        if whole.blank:
            whole.first |= part.first
            whole.blank = part.blank
        if not part.blank and (not whole.needs or self._cost(part.needs) < self._cost(whole.needs)):
            whole.needs = part.needs

    def _cost(self, letters: frozenset[str]) -> tuple[int, int]:
        """How little a set of letters tells: those of common words first, then the number of letters."""
        return len(letters & self.common), len(letters)

    def _item(self, token: str) -> Part:
        optional = len(token) > 1 and token.endswith("?")
        parts = (token[:-1] if optional else token).split("|")
        letters = "".join(self._letters(part) for part in parts)
        if not letters:
            raise ValueError(f"no word is known by {token!r}")
        name = next((p.lower() for p in parts if CLASS.match(p)), "")
        regex = f"[{letters}]"
        if name:
            self.named += 1
            regex = f"(?P<{name}_{self.named}>{regex})"
        return Part(regex + ("?" if optional else ""), set(letters), optional, frozenset(letters))

    def _look(self, token: str) -> str:
        sign = "=" if token[1] != "!" else "!"
        letters = "".join(self._letters(p) for p in token[1 if sign == "=" else 2 :].split("|"))
        side = "<" if token[0] == "<" else ""
        return f"(?{side}{sign}[{letters}])"

    def _letters(self, part: str) -> str:
        return self.alphabet.members(re.sub(r"\d$", "", part) if CLASS.match(part) else f"={part}")


def _join(branches: list[Part]) -> Part:
    """The branches of one bracket as one part."""
    return Part(
        "|".join(b.regex for b in branches),
        set().union(*(b.first for b in branches)),
        any(b.blank for b in branches),
        frozenset().union(*(b.needs for b in branches)) if all(b.needs for b in branches) else frozenset(),
    )
