"""Trains `weights/speakers.json`: who speaks, judged from place and tags alone.

Silver labels: quotations whose speaker the structural rules find right beside the quotation (a verb of saying with
its subject), in openly licensed text: MEANTIME English (Wikinews, CC BY 4.0) and the freely usable part of the
treebanks in `data/syntax` (CC BY-SA 4.0 annotation, open texts). No text is shipped, only whole-number weights.
Averaged perceptron, fixed order, no randomness: the same data give the same file.

Usage: python training/quotes_speakers.py SHARED_DATA_FOLDER
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from rashomon.records.article import Article, Block
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes import read_article
from rashomon.steps.annotate.quotes.judging.ranker import Candidate, candidates, region_index
from rashomon.steps.annotate.words import split_words

EPOCHS = 8
SCALE = 100
KEEP = 2
TARGET = Path(__file__).parent.parent / "src" / "rashomon" / "weights" / "speakers.json"

Example = list[tuple[bool, tuple[str, ...]]]


def plain(text: str) -> str:
    """Tokenised text as it would be printed: marks and clitics joined to their words."""
    text = re.sub(r"`` ?", "“", re.sub(r" ?''", "”", text))
    text = re.sub(r' "([^"\n]*?) ?"', r" “\1”", re.sub(r'^"([^"\n]*?) ?"', r"“\1”", text, flags=re.M))
    text = re.sub(r"“ ", "“", text)
    return re.sub(r" ([,.;:!?%)”]|'s|n't|'re|'ve|'ll|'d)(?=\s|$|”)", r"\1", re.sub(r"([($]) ", r"\1", text))


def texts(shared: Path) -> list[str]:
    """All silver texts in a fixed order."""
    rows = (shared / "times" / "meantime_en.jsonl").read_text(encoding="utf-8").splitlines()
    found = [plain(json.loads(row)["text"]) for row in rows]
    document: list[str] = []
    for line in (shared / "syntax" / "train.conllu").read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") and document:
            found.append("\n".join(document))
            document = []
        elif line.startswith("# newpar") and document:
            document.append("")
        elif line.startswith("# text = "):
            if document and document[-1]:
                document[-1] += " " + line[9:]
            else:
                document = [*document[:-1], line[9:]]
    return [*found, "\n".join(document)]


def examples(text: str) -> list[Example]:
    """For each sure quotation its candidates, the right one marked."""
    article = Article("silver", "silver", text, (Block(0, len(text), "body"),), language="en")
    state = read_article(split_words(article))
    frames = [frame for frame, _ in state.frames]
    index = region_index(frames)
    found: list[Example] = []
    for draft in state.drafts:
        if (
            not draft.regions
            or draft.speaker is None
            or draft.link not in ("left", "right", "clause")
            or not draft.says
        ):
            continue
        if draft.rule not in ("subject", "inverted", "apposition"):
            continue
        options = list(candidates(frames, index, draft))
        marked = [(_same(option, draft.speaker), option.features) for option in options]
        if sum(right for right, _ in marked) == 1:
            found.append(marked)
    return found


def _same(option: Candidate, speaker: Span) -> bool:
    return option.span.overlaps(speaker)


def train(data: list[Example]) -> dict[str, int]:
    """Averaged perceptron; weights as whole numbers."""
    now: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    last: dict[str, int] = defaultdict(int)
    step = 0
    for _ in range(EPOCHS):
        for example in data:
            step += 1
            guess = max(range(len(example)), key=lambda n: (sum(now[f] for f in example[n][1]), -n))
            if example[guess][0]:
                continue
            gold = next(n for n, (right, _) in enumerate(example) if right)
            for features, change in ((example[gold][1], 1), (example[guess][1], -1)):
                for feature in features:
                    total[feature] += now[feature] * (step - last[feature])
                    last[feature] = step
                    now[feature] += change
    averaged = {f: (total[f] + now[f] * (step - last[f])) * SCALE // max(step, 1) for f in now}
    return {f: averaged[f] for f in sorted(averaged) if abs(averaged[f]) >= KEEP}


def main() -> None:
    shared = Path(sys.argv[1])
    data = [example for text in texts(shared) for example in examples(text)]
    held = data[::5]
    weights = train([example for n, example in enumerate(data) if n % 5])
    right = sum(
        max(enumerate(e), key=lambda pair: (sum(weights.get(f, 0) for f in pair[1][1]), -pair[0]))[1][0] for e in held
    )
    print(f"{len(data)} silver quotations, {right}/{len(held)} of the fifth kept back right")
    card = {
        "what": "ranks the noun phrases around a quotation by how likely they name its speaker",
        "data": "silver labels by the structural rules on MEANTIME English (Wikinews, CC BY 4.0) and UD_English-EWT + "
        "freely usable UD_English-GUM texts (CC BY-SA 4.0)",
        "licence": "CC BY-SA 4.0",
        "made by": "training/quotes_speakers.py, averaged perceptron, whole numbers, no randomness",
        "silver": len(data),
    }
    TARGET.write_text(json.dumps({"card": card, "weights": train(data)}, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
