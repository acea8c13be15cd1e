"""Fits the weights of `rashomon.steps.reconcile.checks`: src/rashomon/weights/checks.json.

Data: the own-written stories of `benchmarks/planted` as they stand, without what is planted there (reports of one
event that agree). Two equal numbers of two reports are taken to stand for one thing, two different ones are not.
A logistic regression with a ridge penalty, by Newton's method; the size of a difference cannot be learnt from reports
that agree, so for equal numbers it is drawn from half a normal distribution with a fixed seed. Printed is what
leaving out a sixth of the stories at a time gives: how many shared numbers would be found again if one report had
another value, and how many false pairs a story has.

Usage, with numpy installed: python training/checks.py [--stories DIR ...] --out src/rashomon/weights
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from rashomon.records.dossier import Story
from rashomon.steps.annotate import annotate
from rashomon.steps.clean import clean
from rashomon.steps.read import read_mapping
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.checks import days, numbers
from rashomon.steps.reconcile.checks.dated import dated
from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.passages import Passages
from rashomon.steps.reconcile.checks.weighing import size
from rashomon.steps.reconcile.figures.entries import gather

HERE = Path(__file__).parent
STORIES = [HERE.parent / "benchmarks" / "planted" / name for name in ("stories", "numbers")]
SPREAD, FARTHEST, SEED = 0.5, 2.0, 20261122
RIDGE = 3.0
FOLDS = 6


class Sample(NamedTuple):
    """One pair: story, both passages (numbers of the story), report pair and kind, features, whether they are one."""

    story: str
    one: int
    other: int
    where: tuple[Any, ...]
    features: dict[str, float]
    same: bool


def read(folders: Sequence[Path]) -> Iterator[tuple[str, Story, Cast]]:
    """Name, story and cast of every story, as the step sees them."""
    for path in sorted(p for folder in folders for p in folder.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        rows = [
            {"id": f"r{n}", "outlet": r["outlet"], "text": r["text"].strip() + "\n", "date": str(data["date"])}
            for n, r in enumerate(data["report"])
        ]
        articles = tuple(clean(read_mapping(row, row["id"])) for row in rows)
        story = Story(articles, tuple(annotate(article) for article in articles))
        yield path.stem, story, find_actors(story)


def number_samples(folders: Sequence[Path]) -> list[Sample]:
    """Every pair of numbers of one dimension."""
    dice = random.Random(SEED)
    found = []
    for name, story, cast in read(folders):
        entries = gather(story, cast)
        likeness = Likeness([m.words for m in story.marks])
        for a, b, features in numbers.samples(entries, Passages(story, cast, entries), likeness):
            same = abs(a.base - b.base) < 1e-9
            if same:
                features["size"] = min(FARTHEST, abs(dice.gauss(0, SPREAD)))
            elif size(a.base, b.base) >= FARTHEST:
                continue
            found.append(Sample(name, a.number, b.number, (a.article, b.article, a.dimension), features, same))
    return found


GAPS = {"day": (1, 1, 1, 2, 2, 3, 4, 7, 10, 30, 31), "month": (31, 31, 61, 92, 365), "year": (365, 365, 730, 1095)}
"""Days by which a desk misses a day, a month, a year."""


def day_samples(folders: Sequence[Path]) -> list[Sample]:
    """Every pair of days (months, years); of the pairs that agree only the best one of each time is kept.

    Which that is, a rough sum of what is shared decides: a day stands in many sentences of a report.
    """
    dice = random.Random(SEED)
    found = []
    for name, story, cast in read(folders):
        entries = gather(story, cast)
        passages, likeness = Passages(story, cast, entries), Likeness([m.words for m in story.marks])
        times = dated(story, passages.landmarks())
        rows = list(days.samples(times, passages, likeness))
        best: dict[tuple[int, int], float] = {}
        for a, b, f in rows:
            if not a.apart(b):
                for key in ((a.number, b.article), (b.number, a.article)):
                    best[key] = max(best.get(key, 0.0), _rough(f))
        for a, b, features in rows:
            same = not a.apart(b)
            if same:
                if _rough(features) < max(best[a.number, b.article], best[b.number, a.article], ROUGH):
                    continue
                gap = dice.choice(GAPS[a.precision])
                features["gap"] = float(np.log(1 + gap))
                moved = timedelta(days=gap * dice.choice((-1, 1)))
            else:
                moved = timedelta()
            one, other = ([t for t in times if t.article == n] for n in (a.article, b.article))
            told = days.lone(a, b.first + moved, b.last + moved, one), days.lone(b, a.first, a.last, other)
            features["lone"] = float(sum(told))
            found.append(Sample(name, a.number, b.number, (a.article, b.article, a.precision), features, same))
    return found


ROUGH = 0.6


def _rough(features: dict[str, float]) -> float:
    return 2 * features["clause"] + features["sentence"] + 0.5 * features["verb"] + 0.3 * features["landmarks"]


def fit(rows: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Weights for the columns of `rows`, the last of which is the constant."""
    scale = rows.std(0)
    scale[scale == 0] = 1
    scaled = rows / scale
    ridge = np.eye(rows.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    w = np.zeros(rows.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(scaled @ w, -30, 30)))
        w -= np.linalg.solve(
            (scaled * (p * (1 - p) + 1e-9)[:, None]).T @ scaled + ridge, scaled.T @ (p - same) + ridge @ w
        )
    return w / scale


def simulate(samples: Sequence[Sample], weight: np.ndarray, least: float) -> tuple[int, int, int]:
    """Shared passages found again, all of them, and false pairs."""
    groups: dict[tuple[Any, ...], list[tuple[Sample, float]]] = {}
    for sample, w in zip(samples, weight, strict=True):
        groups.setdefault((sample.story, *sample.where), []).append((sample, float(w)))
    found = whole = false = 0
    for rows in groups.values():
        one, other = {s.one for s, _ in rows if s.same}, {s.other for s, _ in rows if s.same}
        left = [(w, s) for s, w in rows if s.one not in one and s.other not in other]
        false += sum(w >= least and _best(w, s, left) for w, s in left)
        for sample, w in rows:
            twins = [s for s, _ in rows if s.same and (s.one == sample.one or s.other == sample.other)]
            if not sample.same or len(twins) > 1:
                continue
            whole += 1
            open_ = [
                (v, s)
                for s, v in rows
                if (s.one == sample.one or s.one not in one) and (s.other == sample.other or s.other not in other)
            ]
            found += w >= least and _best(w, sample, open_)
    return found, whole, false


def _best(weight: float, sample: Sample, rows: list[tuple[float, Sample]]) -> bool:
    return all(weight >= w for w, s in rows if s.one == sample.one or s.other == sample.other)


def learn(samples: Sequence[Sample]) -> dict[str, int]:
    """The weights in hundredths; prints what cross-validation by story gives."""
    names = list(samples[0].features)
    rows = np.array([[s.features[n] for n in names] + [1.0] for s in samples])
    same = np.array([float(s.same) for s in samples])
    stories = sorted({s.story for s in samples})
    fold = np.array([stories.index(s.story) % FOLDS for s in samples])
    weight = np.zeros(len(samples))
    for k in range(FOLDS):
        weight[fold == k] = rows[fold == k] @ fit(rows[fold != k], same[fold != k])
    for least in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
        found, whole, false = simulate(samples, weight, least)
        share = f"{found} of {whole} found ({found / whole:.3f})"
        print(f"  from {least:+.1f}: {share}, {false / len(stories):.2f} false a story")
    return {n: round(100 * w) for n, w in zip([*names, "bias"], fit(rows, same), strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, nargs="*", default=STORIES)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    table = {}
    for kind, samples in (("number", number_samples(args.stories)), ("day", day_samples(args.stories))):
        print(f"{kind}: {len(samples)} pairs, {sum(s.same for s in samples)} of them of one thing")
        table[kind] = learn(samples)
    card = {
        "what": "weights, in hundredths, of the features by which two passages of different value are of one thing",
        "data": "own-written stories of benchmarks/planted, as they stand",
        "licence": "that of the package",
        "made by": "training/checks.py, logistic regression",
    }
    (args.out / "checks.json").write_text(
        json.dumps({"card": card, "weights": table}, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
