"""Labels, verbs of saying and words that outlets choose differently for what all of them report.

Decides nothing about bias and gives no score for it: it lists choices and where they stand. A label is listed when one
report alone uses it for an actor that others name too, and it is more than a part of the name or of what the others
write ("head" beside "head of the harbour"). A verb of saying is listed when it is not a neutral one and one report
alone uses it for a speaker whom others quote too. A word is listed when it is a choice between words for one thing
that two reports tell alike (see `choices`); what a report alone dwells on is no choice of words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from rashomon.records.dossier import Story
from rashomon.records.findings import Quote, WordingRow
from rashomon.records.reading import Words
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.choices import choices
from rashomon.text.lexicon import lexicon

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


def find_wording(story: Story, cast: Cast, quotes: tuple[Quote, ...]) -> tuple[WordingRow, ...]:
    """The wording rows of `story`: labels, then verbs of saying, then words; reports in dossier order."""
    order = {a.id: n for n, a in enumerate(story.articles)}
    return (*_labels(cast, order), *_verbs(story, quotes, order), *choices(story))


def _labels(cast: Cast, order: dict[str, int]) -> list[WordingRow]:
    rows: list[WordingRow] = []
    for actor in cast.actors:
        named_by = {c.article for form in (*actor.spellings, *actor.labels) for c in form.cites}
        if len(named_by) < 2:
            continue
        users: dict[str, set[str]] = defaultdict(set)
        for label in actor.labels:
            users[label.text.casefold()] |= {c.article for c in label.cites}
        name = {w for form in actor.spellings for w in form.text.casefold().split()}
        rows += [
            WordingRow("label", actor.id, label.cites[0].article, label.text, label.cites, float(len(label.cites)))
            for label in actor.labels
            if len(users[label.text.casefold()]) == 1 and not _part(label.text.casefold(), users, name)
        ]
    return sorted(rows, key=lambda r: (order.get(r.article, -1), r.about, r.cites[0].start))


def _part(label: str, users: dict[str, set[str]], name: set[str]) -> bool:
    """Whether a label of one report is a part of the name, or a shorter or longer form of a label of another report."""
    words = set(label.split())
    if words <= name:
        return True
    others = (set(other.split()) for other, held in users.items() if other != label and held - users[label])
    return any(words <= other or other <= words for other in others)


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
