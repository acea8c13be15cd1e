"""Trains the part-of-speech tagger: an averaged perceptron, seeded, in whole numbers, equal to the byte at every run.

`python training/tagger.py --data ../shared/data/syntax --out src/rashomon/weights`
"""

from __future__ import annotations

import argparse
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np

from rashomon.text import features as f
from rashomon.text.tagger import CELL_LIMIT, LETTERS, Model
from treebank import Line, further, read

SEED = 20261122
PASSES = 7
SCALE = 40  # whole steps kept of one unit of an averaged weight
SMALLEST = 8  # weights below are dropped
PEAK = 45  # features with no weight as high are dropped
RARE = 2  # features seen less often are not learnt
SURE_COUNT, SURE_SHARE = 25, 0.996
LISTED = 12
USUAL_COUNT, USUAL_SHARE = 4, 0.06
MARGIN = 1


def tables(lines: list[Line]) -> tuple[dict[str, str], dict[str, str]]:
    """For frequent word forms the tags they may have; for lower-case forms their usual tags, most frequent first."""
    exact: dict[str, Counter[str]] = defaultdict(Counter)
    low: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for word in line:
            exact[word.form.replace("’", "'")][word.tag] += 1
            low[f.plain(word.form)][word.tag] += 1
    allowed: dict[str, str] = {}
    for form, counts in sorted(exact.items()):
        total, (best, count) = sum(counts.values()), min(counts.most_common(), key=lambda item: (-item[1], item[0]))
        if total >= SURE_COUNT and count >= SURE_SHARE * total:
            allowed[form] = best
        elif total >= LISTED * 4:
            allowed[form] = " ".join(sorted(tag for tag, n in counts.items() if n > 1 or n > 0.01 * total))
    usual: dict[str, str] = {}
    for form, counts in sorted(low.items()):
        total = sum(counts.values())
        if total >= USUAL_COUNT:
            kept = [t for t, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if n >= USUAL_SHARE * total]
            usual[form] = "|".join(kept[:3])
    return allowed, usual


class Trainer:
    """Feature rows and whole-number weights while they are learnt."""

    def __init__(self, lines: list[Line], allowed: dict[str, str], usual: dict[str, str]) -> None:
        self.tags = sorted({word.tag for line in lines for word in line})
        self.number = {tag: n for n, tag in enumerate(self.tags)}
        self.view = Model({}, self.tags, allowed, usual)
        self.rows: dict[str, int] = {}
        self.seen = [self.view.line([word.form for word in line]) for line in lines]
        self._count(lines)
        self.static = [
            [self._rows(self.view.static(seen, n + 2)) for n in range(len(line))]
            for line, seen in zip(lines, self.seen, strict=True)
        ]
        self.weights = np.zeros((len(self.rows) + 1, len(self.tags)), dtype=np.int32)
        self.sums = np.zeros(self.weights.shape, dtype=np.int64)

    def _count(self, lines: list[Line]) -> None:
        counts: Counter[str] = Counter()
        for line, seen in zip(lines, self.seen, strict=True):
            before, before2 = "", ""
            for n, word in enumerate(line, 2):
                counts.update(self.view.static(seen, n))
                counts.update(self.view.dynamic(seen, n, before, before2))
                before, before2 = word.tag, before
        kept = sorted(name for name, count in counts.items() if count >= RARE)
        self.rows = {name: row for row, name in enumerate(kept, 1)}

    def _rows(self, names: list[str]) -> list[int]:
        return [row for row in map(self.rows.get, names) if row]

    def learn(self, lines: list[Line], passes: int, report: Callable[[str], None]) -> None:
        """Go over `lines` `passes` times in a seeded order and correct the weights where they are wrong."""
        random, order, step = Random(SEED), list(range(len(lines))), 0
        weights, sums = self.weights, self.sums
        for turn in range(passes):
            random.shuffle(order)
            wrong = total = 0
            for k in order:
                line, seen, before, before2 = lines[k], self.seen[k], "", ""
                case = seen.case
                for n, word in enumerate(line):
                    options = "" if case else self.view.allowed.get(word.form.replace("’", "'"), "")
                    if options and " " not in options:
                        before, before2 = options, before
                        continue
                    step += 1
                    names = self.view.dynamic(seen, n + 2, before, before2)
                    index = self.static[k][n] + self._rows(names)
                    scores = np.add.reduce(weights.take(index, axis=0), axis=0)
                    gold = self.number[word.tag]
                    if options:
                        choice = [self.number[o] for o in options.split()]
                        guess = choice[int(scores[choice].argmax())]
                    else:
                        guess = int(scores.argmax())
                    total += 1
                    wrong += guess != gold
                    rival = guess
                    if guess == gold:
                        kept, scores[gold] = scores[gold], -(10**9)
                        rival = int(scores.argmax())
                        if kept - scores[rival] >= MARGIN:
                            rival = gold
                    if rival != gold:
                        weights[index, gold] += 1
                        weights[index, rival] -= 1
                        sums[index, gold] += step
                        sums[index, rival] -= step
                    before, before2 = self.tags[guess], before
            report(f"pass {turn + 1}: {wrong} of {total} wrong")
        self.steps = step

    def averaged(self) -> dict[str, str]:
        """The averaged weights as the weights file has them: letters of tags with whole numbers."""
        out: dict[str, str] = {}
        for name, row in self.rows.items():
            sums = self.weights[row].astype(np.int64) * (self.steps + 1) - self.sums[row]
            cells, peak = [], 0
            for n in np.flatnonzero(sums):
                value = int(sums[n]) * SCALE
                value = (abs(value) + self.steps // 2) // self.steps * (1 if value > 0 else -1)
                peak = max(peak, abs(value))
                if abs(value) >= SMALLEST:
                    cells.append(f"{LETTERS[n]}{max(-CELL_LIMIT, min(CELL_LIMIT, value))}")
            if peak >= PEAK:
                out[name] = " ".join(cells)
        return out


def train(lines: list[Line], passes: int = PASSES, report: Callable[[str], None] = print) -> bytes:
    """The weights file for treebank sentences `lines`."""
    allowed, usual = tables(lines)
    both = lines + list(further(lines, Random(SEED)))
    trainer = Trainer(both, allowed, usual)
    report(f"{len(both)} sentences, {sum(map(len, both))} words, {len(trainer.rows)} features")
    trainer.learn(both, passes, report)
    weights = trainer.averaged()
    report(f"{len(weights)} features kept")
    blocks = [" ".join(trainer.tags)]
    for table in (allowed, usual, weights):
        keys = sorted(table)
        blocks += ["\n".join(keys), "\n".join(table[key] for key in keys)]
    return zlib.compress("\0".join(blocks).encode(), 9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=PASSES)
    options = parser.parse_args()
    begun = time.monotonic()
    lines = [[w for w in line if w.tag not in ("", "_")] for line in read(options.data / "train.conllu")]
    data = train([line for line in lines if line], options.passes, lambda text: print(text, flush=True))
    (options.out / "tagger.txt.z").write_bytes(data)
    print(f"{len(data)} bytes, {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
