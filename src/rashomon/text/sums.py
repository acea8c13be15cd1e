"""Sums of the tagger's weights, each worked out once and looked up afterwards.

The weights of all tags of one feature are packed into one big integer with a cell for each tag, so adding features is
adding integers. What depends on one word alone is kept by word (`Word`), what depends on the tags before it by tag
(`State`): reading a line of known words builds no feature names. Tables that grow too long are emptied; a sum is the
same whenever it is worked out. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rashomon.text import features as f

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+,./:;<=>?@[]^_{|}~"
CELL = 16
KEEP = 50_000
KEEP_OF_TAG = 8_000

Options = list[tuple[str, int]]
Neighbours = dict[str, dict[str, str]]


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
        self.pairs = self._neighbours("m", 1), self._neighbours("n", 0)
        """Features that join a word to the one before it, and to the one behind it."""

    def __missing__(self, feature: str) -> int:
        written = self.written.get(feature)
        if written is None:
            return 0
        self[feature] = value = sum(map(self.pieces.__getitem__, written.split(" ")))
        return value

    def total(self, names: Iterable[str]) -> int:
        """The sum over the features `names`."""
        return sum(map(self.__getitem__, filter(self.written.__contains__, names)))

    def _neighbours(self, kind: str, key: int) -> Neighbours:
        """The features of `kind` that join two words ("mof course"), by the word at place `key` and the other one."""
        out: Neighbours = {}
        for name in self.written:
            if name[0] == kind:
                pair = name[1:].split(" ", 1)
                out.setdefault(pair[key], {})[pair[1 - key]] = name
        return out


class Word:
    """A word as the tagger sees it: its plain and usual forms, its possible tags, its sums by place.

    `own` counts where it is tagged itself, `left` and `right` beside the tagged word, `left2` and `right2` two places
    away. `after` and `ahead` have the names of the features that join it to the word before and behind it.
    """

    __slots__ = ("after", "ahead", "left", "left2", "low", "options", "own", "right", "right2", "usual")

    def __init__(
        self, low: str, usual: str, options: Options | None, own: int, sides: tuple[int, int, int, int]
    ) -> None:
        self.low, self.usual, self.options, self.own = low, usual, options, own
        self.left, self.left2, self.right, self.right2 = sides
        self.after: dict[str, str] = {}
        self.ahead: dict[str, str] = {}


class Words(dict[str, Word]):
    """The words of lines that are written in one `case`; `begin` has the sums of words that open a line."""

    def __init__(self, weights: Weights, usual: dict[str, str], choices: dict[str, Options], case: str) -> None:
        self.weights, self.usual, self.choices, self.case = weights, usual, choices, case
        self.begin = Table(lambda word: weights.total(f.own(word, self[word].low, self[word].usual, case, "^")), KEEP)

    def __missing__(self, word: str) -> Word:
        if len(self) >= KEEP:
            self.clear()
        low, total, case = f.plain(word), self.weights.total, self.case
        usual = self.usual.get(low, "")
        sides = (
            total(f.left(word, low, usual, case)),
            total(f.left2(low, usual)),
            total(f.right(word, low, usual, case)),
            total(f.right2(low, usual)),
        )
        own = total(f.own(word, low, usual, case, ""))
        self[word] = value = Word(low, usual, self.choices.get(word), own, sides)
        value.after, value.ahead = (pairs.get(low, {}) for pairs in self.weights.pairs)
        return value


class Table(dict[str, int]):
    """Sums by key, each worked out by `work_out` when first asked for; emptied at `limit` keys."""

    def __init__(self, work_out: Callable[[str], int], limit: int) -> None:
        self.work_out, self.limit = work_out, limit

    def __missing__(self, key: str) -> int:
        if len(self) >= self.limit:
            self.clear()
        self[key] = value = self.work_out(key)
        return value


class Turns(dict[str, Table]):
    """For the tag two places before: sums by the tag before, then by the usual tags of the word."""

    def __init__(self, weights: Weights, before2: str) -> None:
        self.weights, self.before2 = weights, before2

    def __missing__(self, before: str) -> Table:
        weights, before2 = self.weights, self.before2
        self[before] = value = Table(lambda usual: weights.total(f.turn(before2, before, usual)), KEEP_OF_TAG)
        return value


class State:
    """What the tag before tells: sums by the word (`after`), by the word behind it (`ahead`), by tags (`turns`)."""

    __slots__ = ("after", "ahead", "turns")

    def __init__(self, weights: Weights, usual: dict[str, str], tag: str) -> None:
        self.after = Table(lambda low: weights.total(f.after(tag, low)), KEEP_OF_TAG)
        self.ahead = Table(lambda low: weights.total(f.ahead(tag, low, usual.get(low, ""))), KEEP_OF_TAG)
        self.turns = Turns(weights, tag)


class States(dict[str, State]):
    """The states by tag; "" before a line begins."""

    def __init__(self, weights: Weights, usual: dict[str, str]) -> None:
        self.weights, self.usual = weights, usual

    def __missing__(self, tag: str) -> State:
        self[tag] = value = State(self.weights, self.usual, tag)
        return value
