"""Tokens a second on one core for sentences, tokens and tags, and the time to load the weights.

`python benchmarks/tagger_speed.py FILE.txt...` The first round begins with empty tables, as a fresh process does;
the later rounds are what a long run sees.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from rashomon.records.reading import Tokens
from rashomon.text.sentences import split_sentences
from rashomon.text.tagger import model, tag
from rashomon.text.tokens import tokenize


def split(text: str) -> tuple[Tokens, list[tuple[int, int]]]:
    tokens, bounds = Tokens(), []
    for span in split_sentences(text, 0, len(text)):
        first = len(tokens)
        more = tokenize(text, span.start, span.end)
        for name in ("starts", "ends", "words", "tags", "lemmas"):
            getattr(tokens, name).extend(getattr(more, name))
        bounds.append((first, len(tokens)))
    return tokens, bounds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in options.files]
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    begun = time.process_time()
    model()
    print(f"load {1000 * (time.process_time() - begun):.0f} ms")
    for turn in range(options.rounds):
        begun = time.process_time()
        split_lines = [split(line) for line in lines]
        between = time.process_time()
        for tokens, bounds in split_lines:
            tag(tokens, bounds)
        ended = time.process_time()
        count = sum(len(tokens) for tokens, _ in split_lines)
        print(
            f"round {turn + 1}: {count} tokens; sentences and tokens {count / (between - begun):,.0f}/s, "
            f"tags and lemmas {count / (ended - between):,.0f}/s, together {count / (ended - begun):,.0f}/s"
        )


if __name__ == "__main__":
    main()
