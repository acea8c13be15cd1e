"""Tokens a second on one core for sentences, tokens, tags and names, beside spaCy's blank English tokenizer.

`python benchmarks/tagger_speed.py FILE.txt...` CPU time. The first round begins with empty tables, as a fresh process
does; the later rounds are what a long run sees of words it knows. `--unseen` keeps the second half of the files back
for a round of its own: warm tables, new text. The ratio to spaCy is given where spaCy is installed; spaCy's blank
tokenizer finds no sentences, tags or names.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words
from rashomon.text.tagger import model


def report(label: str, articles: list[Article]) -> None:
    """Read `articles` once and print how fast that went."""
    begun = time.process_time()
    read = [split_words(article) for article in articles]
    between = time.process_time()
    for words in read:
        find_mentions(words)
    ended = time.process_time()
    count = sum(len(words.tokens) for words in read)
    together = count / (ended - begun)
    print(
        f"{label}: {count} tokens; tokens and tags {count / (between - begun):,.0f}/s, "
        f"names {count / (ended - between):,.0f}/s, together {together:,.0f}/s{spacy_ratio(articles, together)}"
    )


def spacy_ratio(articles: list[Article], ours: float) -> str:
    """SpaCy's speed on the same texts, and ours as a share of it; nothing where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return ""
    tokenizer = spacy.blank("en").tokenizer
    begun = time.process_time()
    count = sum(len(tokenizer(line)) for article in articles for line in article.text.split("\n") if line.strip())
    theirs = count / (time.process_time() - begun)
    return f"; spaCy's blank tokenizer {theirs:,.0f}/s, ratio {ours / theirs:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--unseen", action="store_true", help="a last round on files that no round before has read")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in options.files]
    articles = [
        Article(str(n), str(n), text, (Block(0, len(text), "body"),), language="en") for n, text in enumerate(texts)
    ]
    half = len(articles) // 2 if options.unseen else len(articles)
    begun = time.process_time()
    model()
    print(f"load {1000 * (time.process_time() - begun):.0f} ms")
    for turn in range(options.rounds):
        report(f"round {turn + 1}", articles[:half])
    if options.unseen:
        report("unseen", articles[half:])


if __name__ == "__main__":
    main()
