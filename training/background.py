"""Counts in how many documents each word occurs, for `rashomon group`: src/rashomon/weights/background.txt.

Documents are those of the openly licensed treebanks (UD English EWT and GUM: CC BY-SA 4.0) and of MEANTIME (Wikinews,
CC BY 4.0). Usage: python training/background.py --data ../shared/data --out src/rashomon/weights
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rashomon.steps.group.terms import WORD, stem

LEAST = 2


def documents(data: Path) -> Iterator[str]:
    words: list[str] = []
    for name in ("train.conllu", "dev.conllu"):
        for line in (data / "syntax" / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("# newdoc") and words:
                yield " ".join(words)
                words = []
            cells = line.split("\t")
            if len(cells) > 1 and cells[0].isdigit():
                words.append(cells[1])
    yield " ".join(words)
    for line in (data / "times" / "meantime_en.jsonl").read_text(encoding="utf-8").splitlines():
        yield str(json.loads(line)["text"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    seen: Counter[str] = Counter()
    total = 0
    for text in documents(args.data):
        # Long documents are cut into pieces of the length of a report, so that frequencies mean what they do there.
        words = [stem(m[0]) for m in WORD.finditer(text)]
        for start in range(0, len(words), 400):
            total += 1
            seen.update(set(words[start : start + 400]))
    rows = sorted((w, n) for w, n in seen.items() if n >= LEAST and len(w) > 1)
    head = "# Words by number of documents; made by training/background.py. CC BY-SA 4.0, see NOTICE.\n"
    body = "".join(f"{word}\t{n}\n" for word, n in [("", total), *rows])
    (args.out / "background.txt").write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
