"""Part-of-speech tags (Penn Treebank) and lemmas for tokens.

Decides with an averaged perceptron from the word, its neighbours and the two tags before it; frequent words with one
tag need no decision. All weights are whole numbers, so every machine gives the same tags. The weights of all tags of
one feature are packed into one big integer with a cell for each tag: adding features is adding integers. It never
refuses: an unknown word gets the tag that its form and place make most likely.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.records.reading import Tokens
from rashomon.text import features as f
from rashomon.text.lemmas import lemma_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+,./:;<=>?@[]^_{|}~"
CELL, CELL_MASK = 16, 0xFFFF
CELL_LIMIT = 999
KEEP = 50_000


class Pieces(dict[str, int]):
    """Written weights of single tags ("C-12") as packed integers, each worked out once."""

    def __init__(self, tags: int) -> None:
        self.shift = {letter: CELL * n for n, letter in enumerate(LETTERS[:tags])}

    def __missing__(self, piece: str) -> int:
        self[piece] = value = int(piece[1:]) << self.shift[piece[0]]
        return value


class Weights(dict[str, int]):
    """The weights of a feature as one integer with a cell for each tag, unpacked when first asked for."""

    def __init__(self, written: dict[str, str], tags: int) -> None:
        self.written, self.pieces = written, Pieces(tags)

    def __missing__(self, feature: str) -> int:
        written = self.written.get(feature)
        if written is None:
            return 0
        self[feature] = value = sum(map(self.pieces.__getitem__, written.split(" ")))
        return value


class Sums(dict[str, int]):
    """The sums of the features that `names` gives for a key, each worked out once; emptied when too many."""

    def __init__(self, weights: Weights, names: Callable[[str], list[str]]) -> None:
        self.weights, self.names = weights, names

    def __missing__(self, key: str) -> int:
        if len(self) >= KEEP:
            self.clear()
        self[key] = value = sum(map(self.weights.__getitem__, self.names(key)))
        return value


class Forms(dict[str, tuple[str, str]]):
    """The plain form of a word and the tags it usually has."""

    def __init__(self, usual: dict[str, str]) -> None:
        self.usual = usual

    def __missing__(self, word: str) -> tuple[str, str]:
        if len(self) >= KEEP:
            self.clear()
        low = f.plain(word)
        self[word] = value = low, self.usual.get(low, "")
        return value


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a line before tagging, with two empty words at each side, and how it is written."""

    words: list[str]
    lows: list[str]
    usuals: list[str]
    case: str


class Places:
    """Sums by the place of the word that gives the evidence, for one way of writing a line."""

    def __init__(self, weights: Weights, forms: Forms, case: str) -> None:
        self.own = Sums(weights, lambda word: f.own(word, *forms[word], case, ""))
        self.first = Sums(weights, lambda word: f.own(word, *forms[word], case, "^"))
        self.left = Sums(weights, lambda word: f.left(word, *forms[word], case))
        self.left2 = Sums(weights, lambda word: f.left2(*forms[word]))
        self.right = Sums(weights, lambda word: f.right(word, *forms[word], case))
        self.right2 = Sums(weights, lambda word: f.right2(*forms[word]))


class Model:
    """A trained tagger: written weights by feature, tags, the tags of frequent forms, the usual tags of words."""

    def __init__(
        self, written: dict[str, str], tags: list[str], allowed: dict[str, str], usual: dict[str, str]
    ) -> None:
        self.tags, self.allowed = tags, allowed
        self.forms = forms = Forms(usual)
        self.weights = weights = Weights(written, len(tags))
        self.middle = sum(1 << (CELL - 1 + CELL * n) for n in range(len(tags)))
        self.cells = struct.Struct(f"<{len(tags)}H")
        self.places = {case: Places(weights, forms, case) for case in ("", "U", "T")}
        self.after = Sums(weights, lambda key: f.after(*key.split(" ", 1)))
        self.ahead = Sums(weights, self._ahead)
        self.turns = Sums(weights, lambda key: f.turn(*key.split(" ", 2)))
        place = {tag: CELL * n for n, tag in enumerate(tags)}
        self.choices = {word: [(tag, place[tag]) for tag in text.split()] for word, text in allowed.items()}
        self.choices |= {word.replace("'", "’"): options for word, options in self.choices.items() if "'" in word}

    def _ahead(self, key: str) -> list[str]:
        before, low = key.split(" ", 1)
        return f.ahead(before, low, self.forms.usual.get(low, ""))

    def line(self, words: list[str]) -> Line:
        """What is known of a line of `words` before tagging."""
        padded = ["", "", *mark_sides(words), "", ""]
        forms = [self.forms[word] for word in padded]
        return Line(padded, [low for low, _ in forms], [usual for _, usual in forms], f.line_case(words))

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
        line = self.line(words)
        forms, lows, usuals, places = line.words, line.lows, line.usuals, self.places[line.case]
        choices = {} if line.case else self.choices
        weights, written = self.weights, self.weights.written
        own, left, left2, right, right2 = places.first, places.left, places.left2, places.right, places.right2
        after, ahead, turns, out = self.after, self.ahead, self.turns, list[str]()
        before = before2 = ""
        for n, word in enumerate(words, 2):
            options = choices.get(word)
            if options and len(options) == 1:
                best = options[0][0]
            else:
                low, follows = lows[n], lows[n + 1]
                total = own[forms[n]] + left[forms[n - 1]] + left2[forms[n - 2]] + right[forms[n + 1]]
                total += right2[forms[n + 2]] + after[f"{before} {low}"] + ahead[f"{before} {follows}"]
                total += turns[f"{before2} {before} {usuals[n]}"] + self.middle
                if (name := f"m{lows[n - 1]} {low}") in written:
                    total += weights[name]
                if (name := f"n{low} {follows}") in written:
                    total += weights[name]
                best = self._best(total, options)
            out.append(best)
            before, before2, own = best, before, places.own
        return out

    def _best(self, total: int, options: list[tuple[str, int]] | None) -> str:
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
        if word in ('"', "“", "”"):
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
    tokens.lemmas[:] = map(lemma_of, tokens.words, tokens.tags)
