"""Scores of tokens, tags and lemmas on a treebank the weights were not learnt from.

`python training/scores.py --data ../shared/data/syntax` prints the numbers of `weights/tagger.card.toml`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rashomon.text.lemmas import lemma_of
from rashomon.text.tagger import model
from rashomon.text.tokens import tokenize
from treebank import Line, join_hyphens, read, text_of


def on_gold_tokens(lines: list[Line]) -> Iterator[tuple[str, float]]:
    """Shares of right tags and lemmas when the words are given."""
    tags = lemmas = right_lemmas = total = 0
    for line in lines:
        for word, tag in zip(line, model().tag([word.form for word in line]), strict=True):
            lemma = word.lemma.lower().replace("’", "'")
            total += 1
            tags += tag == word.tag
            lemmas += lemma_of(word.form, tag) == lemma
            right_lemmas += lemma_of(word.form, word.tag) == lemma
    yield "xpos_gold_tokens", tags / total
    yield "lemmas_gold_tokens", lemmas / total
    yield "lemmas_gold_tags", right_lemmas / total


def on_raw_text(lines: list[Line]) -> Iterator[tuple[str, float]]:
    """F1 of tokens and of tagged tokens on the sentences as written, hyphenated words being one token."""
    same = tagged = given = wanted = 0
    for line in map(join_hyphens, lines):
        text, at, gold = text_of(line), 0, {}
        for word in line:
            at = text.index(word.form, at)
            gold[at, at + len(word.form)] = word.tag
            at += len(word.form)
        tokens = tokenize(text, 0, len(text))
        found = dict(zip(zip(tokens.starts, tokens.ends, strict=True), model().tag(tokens.words), strict=True))
        given, wanted = given + len(found), wanted + len(gold)
        same += len(found.keys() & gold.keys())
        tagged += sum(gold.get(span) == tag for span, tag in found.items())
    yield "tokens_f1_raw", 2 * same / (given + wanted)
    yield "xpos_f1_raw", 2 * tagged / (given + wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    lines = list(read(parser.parse_args().data / "dev.conllu"))
    for name, value in [*on_gold_tokens(lines), *on_raw_text(lines)]:
        print(f"{name} = {100 * value:.2f}")


if __name__ == "__main__":
    main()
