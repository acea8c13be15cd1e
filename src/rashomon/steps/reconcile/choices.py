"""Words that outlets choose differently for one thing: "row" here, "bust-up" there.

Decides on the sets of `lexicons/<language>/choices.toml`. A choice is shown when one report alone uses a word of a set
in its own voice, never the word the others use, and when the sentence it stands in tells the same as a sentence of
another report in which the usual word stands: both share several words that say something, apart from the set.
Without such a pair of sentences two words may be about two things, and nothing is shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from rashomon.records.article import Article
from rashomon.records.dossier import Story
from rashomon.records.findings import WordingRow
from rashomon.records.marks import Marks
from rashomon.records.span import Cite, Span
from rashomon.text.folding import keys_of, stems
from rashomon.text.lexicon import lexicon

TOLD = frozenset({"body", "title", "subtitle", "subhead"})
SHARED = 3
"""Words that say something which two sentences must share, apart from the words of the set."""
SHARE = 0.4
"""Share of the shorter sentence, of those words, that both must have."""
MOST = 60
"""Uses of a set of words in one story that are compared; what comes later in the reports repeats them."""

Set = tuple[str, int]
"""A set of words: their part of speech and its number."""


@dataclass(frozen=True, slots=True)
class _Use:
    """One word of a set in the own voice of report number `report`, with what its sentence says beside it."""

    report: int
    word: str
    span: Span
    says: frozenset[str]


@cache
def _sets() -> tuple[dict[tuple[str, str], Set], dict[str, tuple[str, ...]]]:
    """The set of each word by its part of speech, and the parts of words that are written with a hyphen."""
    of: dict[tuple[str, str], Set] = {}
    parts: dict[str, tuple[str, ...]] = {}
    for kind, tag in (("nouns", "NN"), ("verbs", "VB")):
        for n, words in enumerate(lexicon("choices")[kind]):
            for word in words:
                of.setdefault((tag, str(word)), (tag, n))
                if "-" in word:
                    first, *rest = str(word).split("-")
                    parts[first] = ("-", *"-".join(rest).replace("-", " - ").split())
    return of, parts


def choices(story: Story) -> list[WordingRow]:
    """The rows of `story`, reports in dossier order; `about` is the word that the others use, as they write it."""
    told = [(a, m) for a, m in zip(story.articles, story.marks, strict=True) if not a.stray]
    by_set: dict[Set, list[_Use]] = defaultdict(list)
    for n, (article, marks) in enumerate(told):
        for of, word, span, says in marks.once("uses", partial(_uses, article, marks)):
            by_set[of].append(_Use(n, word, span, says))
    rows = []
    for of in sorted(by_set):
        rows += _rows([article for article, _ in told], by_set[of])
    order = {article.id: n for n, (article, _) in enumerate(told)}
    return sorted(rows, key=lambda r: (order[r.article], r.cites[0].start))


def _rows(articles: Sequence[Article], uses: Sequence[_Use]) -> list[WordingRow]:
    """The rows of one set of words."""
    holders: dict[str, set[int]] = defaultdict(set)
    for use in uses:
        holders[use.word].add(use.report)
    reports = {use.report for use in uses}
    need = 2 if len(reports) > 2 else 1
    rows = []
    for word in sorted(w for w, held in holders.items() if len(held) == 1):
        (report,) = holders[word]
        mine = [u for u in uses if u.word == word][:MOST]
        usual: Counter[str] = Counter()
        for other in [u for u in uses if u.report != report and report not in holders[u.word]][:MOST]:
            if len(holders[other.word]) >= need and any(_alike(u.says, other.says) for u in mine):
                usual[other.word] += 1
        if usual:
            theirs = min(usual, key=lambda w: (-len(holders[w]), -usual[w], w))
            rows.append(_row(articles, mine, next(u for u in uses if u.word == theirs), usual[theirs]))
    return rows


def _row(articles: Sequence[Article], mine: Sequence[_Use], theirs: _Use, count: int) -> WordingRow:
    article = articles[mine[0].report]
    said = mine[0].span.of(article.text)
    cites = tuple(Cite(article.id, *u.span) for u in mine if u.span.of(article.text) == said)
    return WordingRow("word", theirs.span.of(articles[theirs.report].text), article.id, said, cites, float(count))


def _alike(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two sentences tell the same, apart from the words of a set."""
    both = len(x & y)
    return both >= SHARED and both >= SHARE * min(len(x), len(y))


def _uses(article: Article, marks: Marks) -> list[tuple[Set, str, Span, frozenset[str]]]:
    """The words of sets in the own voice of a report, none inside quotation marks or a name."""
    sets, parts = _sets()
    tokens, words = marks.words.tokens, marks.words
    quoted = [piece for q in marks.quotes if q.kind != "indirect" for piece in q.content]
    hidden = sorted([*quoted, *(m.span for m in marks.mentions if m.form == "name")])
    uses: list[tuple[Set, str, Span, frozenset[str]]] = []
    at = 0
    for sentence in words.sentences:
        if words.paragraphs[sentence.paragraph].kind not in TOLD:
            continue
        found: list[tuple[Set, str, Span]] = []
        for n in range(sentence.first, sentence.stop):
            start, lemma = tokens.starts[n], tokens.lemmas[n]
            while at < len(hidden) and hidden[at].end <= start:
                at += 1
            near = at < len(hidden) and hidden[at].start <= start
            if near and any(h.start <= start < h.end for h in hidden[at : at + 4]):
                continue
            stop = n + 1
            rest = parts.get(lemma)
            if rest and tuple(w.casefold() for w in tokens.words[stop : stop + len(rest)]) == rest:
                lemma, stop = lemma + "".join(rest), stop + len(rest)
            of = sets.get((tokens.tags[stop - 1][:2] if stop == n + 1 else "NN", lemma))
            if of:
                found.append((of, lemma, tokens.span(n, stop)))
        if found:
            says = stems(keys_of(article.text[sentence.start : sentence.end]))
            for of, word, span in found:
                others = stems(keys_of(span.of(article.text)))
                uses.append((of, word, span, says - others))
    return uses
