"""Part-of-speech tags (Penn Treebank) and lemmas for tokens.

Decides with an averaged perceptron from the word, its neighbours and the two tags before it; frequent words with one
tag need no decision. All weights are whole numbers, so every machine gives the same tags. The weights of all tags of
one feature are packed into one big integer with a cell for each tag: adding features is adding integers. It never
refuses: an unknown word gets the tag that its form and place make most likely.
"""

from __future__ import annotations

import struct
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from rashomon.records.reading import Tokens
from rashomon.text import features as f
from rashomon.text.lemmas import lemma_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+,./:;<=>?@[]^_{|}~"
CELL = 16
CELL_LIMIT = 999
KEEP = 60_000


@dataclass(slots=True)
class Context:
    """What is known of a line before any tag is given: words, plain forms, their usual tags, the line's case."""

    words: list[str]
    lows: list[str]
    usuals: list[str]
    case: str


class Pieces(dict[str, int]):
    """Written weights of single tags ("C-12") as packed integers, each worked out once."""

    def __init__(self, tags: int) -> None:
        self.shift = {letter: CELL * n for n, letter in enumerate(LETTERS[:tags])}

    def __missing__(self, piece: str) -> int:
        self[piece] = value = int(piece[1:]) << self.shift[piece[0]]
        return value


class Model:
    """A trained tagger; `weights` maps features to written weights, unpacked when first used."""

    def __init__(
        self, weights: dict[str, str | int], tags: list[str], allowed: dict[str, str], usual: dict[str, str]
    ) -> None:
        self.weights, self.tags, self.allowed, self.usual = weights, tags, allowed, usual
        self.pieces = Pieces(len(tags))
        self.place = {tag: CELL * n for n, tag in enumerate(tags)}
        self.middle = sum(1 << (CELL - 1 + CELL * n) for n in range(len(tags)))
        self.cells = struct.Struct(f"<{len(tags)}H")
        self.sums: dict[str, Sums] = {}
        self.choices = {word: [(tag, self.place[tag]) for tag in text.split()] for word, text in allowed.items()}
        self.choices |= {word.replace("'", "’"): options for word, options in self.choices.items() if "'" in word}

    def contexts(self, words: list[str]) -> Context:
        """What is known of a line of `words` before tagging."""
        lows = [f.plain(word) for word in words]
        if '"' in lows:
            _mark_sides(words, lows)
        get = self.usual.get
        return Context(words, lows, [get(low, "") for low in lows], f.line_case(words))

    def static(self, words: list[str]) -> list[list[str]]:
        """The features of each word that need no tags."""
        line = self.contexts(words)
        lows, usuals, case = line.lows, line.usuals, line.case
        out = []
        for n, word in enumerate(words):
            names = f.own(word, lows[n], case, "" if n else "^", usuals[n])
            if n:
                names += f.left(words[n - 1], lows[n - 1], case, usuals[n - 1])
                names.append(f.pair(lows[n - 1], lows[n])[1])
            if n > 1:
                names += f.left2(lows[n - 2], usuals[n - 2])
            if n + 1 < len(words):
                names += f.right(words[n + 1], lows[n + 1], case, usuals[n + 1])
                names.append(f.pair(lows[n], lows[n + 1])[0])
            if n + 2 < len(words):
                names += f.right2(lows[n + 2], usuals[n + 2])
            out.append(names)
        return out

    def dynamic(self, line: Context, n: int, before: str, before2: str) -> list[str]:
        """The features of word `n` that need the tags before it."""
        names = f.history(before, before2, line.lows[n], line.usuals[n])
        if n + 1 < len(line.words):
            names += f.ahead(before, line.lows[n + 1], line.usuals[n + 1])
        return names

    def unpack(self, feature: str) -> int:
        """The weights of `feature` as one integer with a cell for each tag."""
        value = self.weights.get(feature, 0)
        if isinstance(value, str):
            self.weights[feature] = value = sum(map(self.pieces.__getitem__, value.split()))
        return value

    def tag(self, words: list[str]) -> list[str]:
        """The tags of one line."""
        line = self.contexts(words)
        keys, sums = _keys(words, line.lows), self.sums.setdefault(line.case, Sums())
        choices = {} if line.case else self.choices
        size, last, out = self.cells.size, len(words) - 1, []
        before = before2 = ""
        for n, word in enumerate(words):
            options = choices.get(word)
            if options is None or len(options) > 1:
                total = self._score(line, keys, sums, n, last, before, before2)
                if options:
                    best, most = "", -1
                    for name, place in options:
                        if (score := (total >> place) & 0xFFFF) > most:
                            best, most = name, score
                else:
                    cells = self.cells.unpack(total.to_bytes(size, "little"))
                    best = self.tags[cells.index(max(cells))]
            else:
                best = options[0][0]
            out.append(best)
            before, before2 = best, before
        return out

    def _score(self, line: Context, keys: list[str], sums: Sums, n: int, last: int, before: str, before2: str) -> int:
        """The scores of all tags for word `n`, packed; the sums of each word form and place are kept."""
        key, lows, usuals = keys[n], line.lows, line.usuals
        low, usual, weights, words = lows[n], usuals[n], self.weights, line.words
        known = sums.own if n else sums.first
        if (part := known.get(key)) is None:
            part = self._keep(known, key, f.own(words[n], low, line.case, "" if n else "^", usual)) + self.middle
            known[key] = part
        total = part
        names = [f"u{before2} {before}", f"y{before2} {before} {usual}"]
        if n:
            if (part := sums.left.get(key := keys[n - 1])) is None:
                part = self._keep(sums.left, key, f.left(words[n - 1], lows[n - 1], line.case, usuals[n - 1]))
            total += part
            names.append(f"m{lows[n - 1]} {low}")
            if n > 1:
                if (part := sums.left2.get(key := keys[n - 2])) is None:
                    part = self._keep(sums.left2, key, f.left2(lows[n - 2], usuals[n - 2]))
                total += part
        after = sums.after[before]
        if (part := after.get(low)) is None:
            part = self._keep(after, low, [f"t{before}", f"v{before} {low}", f"x{before} {low[-3:]}"])
        total += part
        if n < last:
            if (part := sums.right.get(key := keys[n + 1])) is None:
                part = self._keep(sums.right, key, f.right(words[n + 1], lows[n + 1], line.case, usuals[n + 1]))
            total += part
            ahead = sums.ahead[before]
            if (part := ahead.get(low2 := lows[n + 1])) is None:
                part = self._keep(ahead, low2, f.ahead(before, low2, usuals[n + 1]))
            total += part
            names.append(f"n{low} {low2}")
            if n + 1 < last:
                if (part := sums.right2.get(key := keys[n + 2])) is None:
                    part = self._keep(sums.right2, key, f.right2(lows[n + 2], usuals[n + 2]))
                total += part
        for name in names:
            if name in weights:
                total += self.unpack(name)
        return total

    def _keep(self, table: dict[str, int], key: str, names: list[str]) -> int:
        if len(table) >= KEEP:
            table.clear()
        table[key] = total = sum(map(self.unpack, names))
        return total


@dataclass(slots=True)
class Sums:
    """Packed sums of weights already met, by word form and place, for one way of writing a line."""

    own: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    left2: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    right2: dict[str, int] = field(default_factory=dict)
    after: defaultdict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    ahead: defaultdict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))


def _keys(words: list[str], lows: list[str]) -> list[str]:
    """What the sums of each word are kept under: its form, and for quotation marks their side."""
    if '"(' not in lows and '")' not in lows:
        return words
    return [word + low if low in ('"(', '")') else word for word, low in zip(words, lows, strict=True)]


def _mark_sides(words: list[str], lows: list[str]) -> None:
    """Tell opening from closing quotation marks: curly ones by their form, straight ones by their order."""
    opened = False
    for n, low in enumerate(lows):
        if low == '"':
            opened = words[n] == "“" or (words[n] == '"' and not opened)
            lows[n] = '"(' if opened else '")'


@cache
def model() -> Model:
    """The shipped tagger."""
    data = (resources.files("rashomon.weights") / "tagger.txt.z").read_bytes()
    tags, *blocks = zlib.decompress(data).decode().split("\0")
    tables = [
        dict(zip(a.split("\n"), b.split("\n"), strict=True)) for a, b in zip(blocks[::2], blocks[1::2], strict=True)
    ]
    return Model(tables[2], tags.split(), tables[0], tables[1])


def tag(tokens: Tokens, bounds: list[tuple[int, int]]) -> None:
    """Fill `tokens.tags` and `tokens.lemmas` in place; `bounds` are the token ranges of the sentences."""
    tagger = model()
    for first, stop in bounds:
        tokens.tags[first:stop] = tagger.tag(tokens.words[first:stop])
    tokens.lemmas[:] = map(lemma_of, tokens.words, tokens.tags)
