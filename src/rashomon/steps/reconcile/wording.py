"""Labels, verbs of saying and words that outlets choose differently for what all of them report.

Decides nothing about bias and gives no score for it: it lists choices and where they stand. A label is listed when one
report alone uses it for an actor that others name too. A verb of saying is listed when it is not a neutral one and one
report alone uses it for a speaker whom others quote too. A word is listed when one report alone uses it, in its own
voice, more than the rest would lead one to expect: log-odds ratio with an informative Dirichlet prior, the prior being
the whole story (Monroe, Colaresi and Quinn 2008, "Fightin' Words"), as a z score. `about` of a word is the shared word
that most often stands in the same sentence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from rashomon.records.article import Article
from rashomon.records.dossier import Story
from rashomon.records.findings import Quote, WordingRow
from rashomon.records.marks import Marks
from rashomon.records.reading import Words
from rashomon.records.span import Cite, Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.text.folding import spelling
from rashomon.text.lexicon import lexicon

TOLD = frozenset({"body", "title", "subtitle", "subhead"})
NEUTRAL = frozenset(
    {
        "say",
        "tell",
        "add",
        "write",
        "state",
        "note",
        "announce",
        "tweet",
        "post",
        "report",
        "continue",
        "call",
        "describe",
    }
)
"""Verbs of saying (lemmas) that say no more than that something was said, asked or written."""
SAYING = ("say", "call", "deny")
"""Classes of `lexicons/<language>/cues.toml` whose verbs say how something was said."""
TAGS = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
"""Words that name or describe something: nouns, adjectives, verbs."""
LEAST = 2
"""Times a word must stand in a report to be listed."""
SURE = 1.645
"""z score from which a word is listed (one-sided, 95 in 100)."""
MOST = 5
"""Words listed for one report."""
SENTENCE = 60
"""Words of a sentence that are looked at for what stands beside a word."""
PRIOR = 0.1
"""Weight of the prior, as a share of the words of the whole story; it is spread over words as they are in the story."""


@dataclass(slots=True)
class _Voice:
    """What one report says in its own voice: how often each lemma, where, and with which others in a sentence."""

    article: Article
    counts: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def find_wording(story: Story, cast: Cast, quotes: tuple[Quote, ...]) -> tuple[WordingRow, ...]:
    """The wording rows of `story`: labels, then verbs of saying, then words; reports in dossier order."""
    order = {a.id: n for n, a in enumerate(story.articles)}
    return (*_labels(cast, order), *_verbs(story, quotes, order), *_words(story))


def _labels(cast: Cast, order: dict[str, int]) -> list[WordingRow]:
    rows: list[WordingRow] = []
    for actor in cast.actors:
        named_by = {c.article for form in (*actor.spellings, *actor.labels) for c in form.cites}
        if len(named_by) < 2:
            continue
        users: dict[str, set[str]] = defaultdict(set)
        for label in actor.labels:
            users[label.text.casefold()] |= {c.article for c in label.cites}
        rows += [
            WordingRow("label", actor.id, label.cites[0].article, label.text, label.cites, float(len(label.cites)))
            for label in actor.labels
            if len(users[label.text.casefold()]) == 1
        ]
    return sorted(rows, key=lambda r: (order.get(r.article, -1), r.about, r.cites[0].start))


def _verbs(story: Story, quotes: Sequence[Quote], order: dict[str, int]) -> list[WordingRow]:
    texts = {a.id: a.text for a in story.articles}
    words = {a.id: m.words for a, m in zip(story.articles, story.marks, strict=True)}
    known = _sayings()
    speakers: dict[str, set[str]] = defaultdict(set)
    used: dict[tuple[str, str], dict[str, list[Cite]]] = defaultdict(lambda: defaultdict(list))
    for q in quotes:
        if q.speaker is None or q.teaser:
            continue
        speakers[q.speaker].add(q.article)
        if q.cue:
            verb = _verb(words[q.article], q.cue)
            if verb and verb in known and verb not in NEUTRAL:
                used[q.speaker, verb][q.article].append(q.cue)
    rows = []
    for (speaker, _), by_article in used.items():
        if len(by_article) == 1 and len(speakers[speaker]) > 1:
            ((article, cues),) = by_article.items()
            cues = sorted(set(cues))
            text = texts[article][cues[0].start : cues[0].end]
            same = tuple(c for c in cues if texts[article][c.start : c.end] == text)
            rows.append(WordingRow("verb-of-saying", speaker, article, text, same, float(len(cues))))
    return sorted(rows, key=lambda r: (order.get(r.article, -1), r.about, r.cites[0].start))


@cache
def _sayings() -> frozenset[str]:
    """The verbs of saying that the cue lexicon knows (lemmas)."""
    table = lexicon("cues").get("verbs", {})
    return frozenset(word for name in SAYING for word in str(table.get(name, "")).split())


def _verb(words: Words, cue: Cite) -> str | None:
    """The lemma of the verb among the words of a cue, None without one."""
    tokens = words.tokens
    return next((tokens.lemmas[n] for n in tokens.within(cue.start, cue.end) if tokens.tags[n].startswith("VB")), None)


def _words(story: Story) -> list[WordingRow]:
    voices = [_voice(a, m) for a, m in zip(story.articles, story.marks, strict=True) if not a.stray]
    if len(voices) < 2:
        return []
    whole: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for voice in voices:
        whole.update(voice.counts)
        held.update(voice.counts.keys())
    total = sum(whole.values())
    shared = {word for word, count in held.items() if count > 1 and 2 * count >= len(voices)}
    rows = []
    for voice in voices:
        own = sum(voice.counts.values())
        scored = [
            (log_odds(count, own, whole[word] - count, total - own, PRIOR * whole[word], PRIOR * total), word)
            for word, count in voice.counts.items()
            if count >= LEAST and held[word] == 1
        ]
        for score, word in sorted(((s, w) for s, w in scored if s >= SURE), key=lambda item: (-item[0], item[1]))[
            :MOST
        ]:
            rows.append(_row(voice, word, score, shared))
    return [row for row in rows if row is not None]


def log_odds(here: int, here_all: int, there: int, there_all: int, prior: float, prior_all: float) -> float:
    """The z score of the log-odds ratio of a word, `here` of `here_all` words against `there` of `there_all`.

    `prior` of `prior_all` pseudo-counts are added to both sides. 0 when a side has no words at all.
    """
    rest_here, rest_there = here_all + prior_all - here - prior, there_all + prior_all - there - prior
    if min(rest_here, rest_there, prior) <= 0:
        return 0.0
    ratio = math.log((here + prior) / rest_here) - math.log((there + prior) / rest_there)
    return ratio / math.sqrt(1 / (here + prior) + 1 / (there + prior))


def _row(voice: _Voice, word: str, score: float, shared: set[str]) -> WordingRow | None:
    """The row of a word; none when no sentence with it has a word that other reports share."""
    near = [(count, w) for w, count in voice.beside[word].items() if w in shared]
    if not near:
        return None
    about = min(near, key=lambda item: (-item[0], item[1]))[1]
    text = voice.article.text
    first = voice.places[word][0]
    said = text[first.start : first.end]
    cites = tuple(Cite(voice.article.id, w.start, w.end) for w in voice.places[word] if text[w.start : w.end] == said)
    shown = voice.places[about][0]
    return WordingRow("word", text[shown.start : shown.end], voice.article.id, said, cites, score)


def _voice(article: Article, marks: Marks) -> _Voice:
    voice = _Voice(article)
    tokens, words = marks.words.tokens, marks.words
    quoted = sorted(piece for q in marks.quotes if q.kind != "indirect" for piece in q.content)
    hidden = sorted([*quoted, *(m.span for m in marks.mentions)])
    plain = spelling().plain
    at = 0
    for sentence in words.sentences:
        if words.paragraphs[sentence.paragraph].kind not in TOLD:
            continue
        seen: Counter[str] = Counter()
        for n in range(sentence.first, min(sentence.stop, sentence.first + SENTENCE)):
            start, word, lemma = tokens.starts[n], tokens.words[n], tokens.lemmas[n]
            while at < len(hidden) and hidden[at].end <= start:
                at += 1
            covered = any(h.start <= start < h.end for h in hidden[at : at + 4])
            if covered or not word.isalpha() or len(word) < 3 or lemma in plain or word.casefold() in plain:
                continue
            if tokens.tags[n] not in TAGS or (word[0].isupper() and n > sentence.first):
                continue
            voice.counts[lemma] += 1
            voice.places[lemma].append(Span(start, tokens.ends[n]))
            seen[lemma] += 1
        for lemma in seen:
            voice.beside[lemma].update(other for other in seen if other != lemma)
    return voice
