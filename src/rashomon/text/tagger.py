"""Part-of-speech tags (Penn Treebank) and lemmas for tokens.

Decides with an averaged perceptron from the word, its neighbours and the two tags before it; frequent words with one
tag need no decision. All weights are whole numbers, so every machine gives the same tags. It never refuses: an unknown
word gets the tag that its form and place make most likely.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.records.reading import Tokens
from rashomon.text import features as f
from rashomon.text.lemmas import lemmas_of
from rashomon.text.sums import CELL, LETTERS, Options, States, Weights, Words

CELL_MASK = 0xFFFF
CELL_LIMIT = 999
QUOTES = ('"', "“", "”")


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a line before tagging, with two empty words at each side, and how it is written."""

    words: list[str]
    lows: list[str]
    usuals: list[str]
    case: str


class Model:
    """A trained tagger: written weights by feature, tags, the tags of frequent forms, the usual tags of words."""

    def __init__(
        self, written: dict[str, str], tags: list[str], allowed: dict[str, str], usual: dict[str, str]
    ) -> None:
        self.tags, self.allowed, self.usual = tags, allowed, usual
        self.weights = weights = Weights(written, len(tags))
        self.middle = sum(1 << (CELL - 1 + CELL * n) for n in range(len(tags)))
        self.cells = struct.Struct(f"<{len(tags)}H")
        place = {tag: CELL * n for n, tag in enumerate(tags)}
        choices = {word: [(tag, place[tag]) for tag in text.split()] for word, text in allowed.items()}
        choices |= {word.replace("'", "’"): options for word, options in choices.items() if "'" in word}
        self.choices: dict[str, Options] = choices
        self.words = {case: Words(weights, usual, {} if case else choices, case) for case in ("", "U", "T")}
        self.states = States(weights, usual)

    def line(self, words: list[str]) -> Line:
        """What is known of a line of `words` before tagging; for training."""
        padded = ["", "", *mark_sides(words), "", ""]
        lows = [f.plain(word) for word in padded]
        return Line(padded, lows, [self.usual.get(low, "") for low in lows], f.line_case(words))

    def static(self, line: Line, n: int) -> list[str]:
        """The features of the word at `n` of the padded line that need no tags; for training."""
        words, lows, usuals, case = line.words, line.lows, line.usuals, line.case
        return [
            *f.own(words[n], lows[n], usuals[n], case, "^" if n == 2 else ""),
            *f.left(words[n - 1], lows[n - 1], usuals[n - 1], case),
            *f.left2(lows[n - 2], usuals[n - 2]),
            *f.right(words[n + 1], lows[n + 1], usuals[n + 1], case),
            *f.right2(lows[n + 2], usuals[n + 2]),
            f"m{lows[n - 1]} {lows[n]}",
            f"n{lows[n]} {lows[n + 1]}",
        ]

    def dynamic(self, line: Line, n: int, before: str, before2: str) -> list[str]:
        """The features of the word at `n` of the padded line that need the tags before it; for training."""
        return [
            *f.after(before, line.lows[n]),
            *f.ahead(before, line.lows[n + 1], line.usuals[n + 1]),
            *f.turn(before2, before, line.usuals[n]),
        ]

    def tag(self, words: list[str]) -> list[str]:
        """The tags of one line."""
        case, marked = f.line_case(words), mark_sides(words)
        table, states, weights, out = self.words[case], self.states, self.weights, list[str]()
        row = [table[word] for word in marked]
        allowed = [word.options for word in row]
        if marked is not words and not case:
            allowed = [self.choices.get(word) for word in words]
        prev2 = prev = table[""]
        row += (prev, prev)
        state, begin = states[""], table.begin
        turn = state.turns[""]
        for n, options in enumerate(allowed):
            here, follows = row[n], row[n + 1]
            if options and len(options) == 1:
                best = options[0][0]
            else:
                total = (here.own if n else begin[marked[0]]) + prev.left + prev2.left2 + follows.right
                total += row[n + 2].right2 + state.after[here.low] + state.ahead[follows.low] + turn[here.usual]
                total += self.middle
                if name := here.after.get(prev.low):
                    total += weights[name]
                if name := here.ahead.get(follows.low):
                    total += weights[name]
                best = self._best(total, options)
            out.append(best)
            prev2, prev, turn, state = prev, here, state.turns[best], states[best]
        return out

    def _best(self, total: int, options: Options | None) -> str:
        """The tag with the highest score, of `options` if any; of equals the first."""
        if options:
            best, most = "", -1
            for name, place in options:
                if (score := (total >> place) & CELL_MASK) > most:
                    best, most = name, score
            return best
        cells = self.cells.unpack(total.to_bytes(self.cells.size, "little"))
        return self.tags[cells.index(max(cells))]


def mark_sides(words: list[str]) -> list[str]:
    """The words with quotation marks told apart: curly ones by their form, straight ones by their order."""
    if '"' not in words and "“" not in words and "”" not in words:
        return words
    out, opened = [], False
    for word in words:
        if word in QUOTES:
            opened = word == "“" or (word == '"' and not opened)
            word = '"(' if opened else '")'
        out.append(word)
    return out


@cache
def model() -> Model:
    """The shipped tagger."""
    data = (resources.files("rashomon.weights") / "tagger.txt.z").read_bytes()
    tags, *blocks = zlib.decompress(data).decode().split("\0")
    columns = [block.split("\n") for block in blocks]
    allowed, usual, written = (dict(zip(columns[n], columns[n + 1], strict=True)) for n in (0, 2, 4))
    return Model(written, tags.split(), allowed, usual)


def tag(tokens: Tokens, bounds: list[tuple[int, int]]) -> None:
    """Fill `tokens.tags` and `tokens.lemmas` in place; `bounds` are the token ranges of the sentences."""
    tagger = model()
    for first, stop in bounds:
        tokens.tags[first:stop] = tagger.tag(tokens.words[first:stop])
    tokens.lemmas[:] = lemmas_of(tokens.words, tokens.tags)


__all__ = ["CELL", "CELL_LIMIT", "LETTERS", "Line", "Model", "mark_sides", "model", "tag"]
