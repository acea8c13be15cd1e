"""Marks reports that seem to be about something else.

Decides on what the other reports have in common: the names and content words that at least half of them use. A report
that has hardly any of these names and few of these words is a stray. It is conservative: of two reports none is marked
unless they share no name and almost no word; a very short report, and one in another language than most, is not judged;
when the reports that would be strays are half of all, there is no story to stray from and none is marked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.records.article import STORY_KINDS, Article
from rashomon.records.dossier import Story
from rashomon.text.folding import fold, keys_of, stems

INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A capitalised word inside a sentence: in English a name, whatever the name finder made of it."""
SHORTEST = 25
"""Different content words below which a report is not judged."""
FEW_NAMES = 0.15
"""Share of the others' common names below which a report may be a stray; reports of 37 stories have 0.20 or more."""
FEW_WORDS = 0.25
"""The same for their common words; nine of ten reports planted from another story are below both."""
KEPT = 512
"""Reports whose words are remembered: a story of a desk is compared again whenever a report comes."""
NOTHING = 0.06
"""With two reports only: the share of words below which they have nothing in common."""


def mark_strays(story: Story) -> Story:
    """`story` with `stray` set on the articles that share too little with the others; the others are unchanged."""
    words = [_words(article.text, _told(article)) for article in story.articles]
    names = [_names(article.text, _told(article)) for article in story.articles]
    languages = Counter(a.language for a in story.articles)
    usual = min(languages, key=lambda name: (-languages[name], name or ""), default=None)
    judged = [n for n, a in enumerate(story.articles) if a.language == usual and len(words[n]) >= SHORTEST]
    if len(judged) < 2:
        return story
    strays = _of_two(judged, words, names) if len(judged) == 2 else _of_many(judged, words, names)
    if not strays:
        return story
    return Story(tuple(replace(a, stray=n in strays) for n, a in enumerate(story.articles)), story.marks)


def _of_two(judged: Sequence[int], words: Sequence[frozenset[str]], names: Sequence[frozenset[str]]) -> set[int]:
    """Of two reports that have nothing in common, the second."""
    first, second = judged
    shared = len(words[first] & words[second]) / min(len(words[first]), len(words[second]))
    return {second} if shared < NOTHING and not names[first] & names[second] else set()


def _of_many(judged: Sequence[int], words: Sequence[frozenset[str]], names: Sequence[frozenset[str]]) -> set[int]:
    """The reports that lack what the others have in common; none when they would be half of all."""
    word_count = Counter(word for n in judged for word in words[n])
    name_count = Counter(name for n in judged for name in names[n])
    need = max(2, len(judged) // 2)
    often = [(w, count) for w, count in word_count.items() if count >= need]
    often_named = [(w, count) for w, count in name_count.items() if count >= need]
    found = set()
    for n in judged:
        usual_words = {w for w, count in often if count - (w in words[n]) >= need}
        usual_names = {w for w, count in often_named if count - (w in names[n]) >= need}
        if len(usual_names) < 3:
            continue
        few_words = len(usual_words & words[n]) < FEW_WORDS * len(usual_words)
        few_names = len(usual_names & words[n]) < FEW_NAMES * len(usual_names)
        if few_words and few_names:
            found.add(n)
    return found if 2 * len(found) < len(judged) else set()


def _told(article: Article) -> tuple[tuple[int, int], ...]:
    return tuple((b.start, b.end) for b in article.of_kind(STORY_KINDS))


@lru_cache(maxsize=KEPT)
def _words(text: str, told: tuple[tuple[int, int], ...]) -> frozenset[str]:
    return stems(w.key for start, end in told for w in fold(text, start, end))


@lru_cache(maxsize=KEPT)
def _names(text: str, told: tuple[tuple[int, int], ...]) -> frozenset[str]:
    found = {match[0] for start, end in told for match in INSIDE.finditer(text, start, end)}
    return stems(key for name in found for key in keys_of(name))
