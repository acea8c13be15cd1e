"""Labels, verbs of saying and words that outlets choose differently for what all of them report.

Decides nothing about bias and gives no score for it: it lists choices and where they stand. A label is listed when one
report alone uses it for an actor that others name too, and it says more than the name or than what the others write,
however they put it ("head" beside "head of the harbour", "Alban minister" beside "minister of Alba"). A verb of saying
is listed when it is not a neutral one and one report alone uses it for a speaker whom others quote too; one that says
that nothing was said ("did not answer") is not. A word is listed when it is a choice between words for one thing that
two reports tell alike (see `choices`); what a report alone dwells on is no choice of words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.records.dossier import Story
from rashomon.records.findings import Actor, Quote, WordingRow
from rashomon.records.reading import Words
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.choices import choices
from rashomon.text.lexicon import lexicon
from rashomon.text.names.known import world
from rashomon.text.similarity import term
from rashomon.text.words_of import content_words

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
SMALL = frozenset({"of", "the", "a", "an", "for", "and", "s", "to", "in"})
UNSAID = frozenset({"not", "n't", "n’t", "never", "to"})
NEXT_NAME = re.compile(r"[^\S\n]([A-Z][\w’'-]+)")
SAYING = ("say", "call", "deny")
"""Classes of `lexicons/<language>/cues.toml` whose verbs say how something was said."""


def find_wording(story: Story, cast: Cast, quotes: tuple[Quote, ...]) -> tuple[WordingRow, ...]:
    """The wording rows of `story`: labels, then verbs of saying, then words; reports in dossier order."""
    order = {a.id: n for n, a in enumerate(story.articles)}
    return (*_labels(story, cast, order), *_verbs(story, quotes, order), *choices(story))


def _labels(story: Story, cast: Cast, order: dict[str, int]) -> list[WordingRow]:
    rows: list[WordingRow] = []
    texts = {a.id: a.text for a in story.articles}
    for actor in cast.actors:
        named_by = {c.article for form in (*actor.spellings, *actor.labels) for c in form.cites}
        if len(named_by) < 2:
            continue
        users: dict[frozenset[str], set[str]] = defaultdict(set)
        for label in actor.labels:
            users[_sense(label.text)] |= {c.article for c in label.cites}
        name = frozenset(key for form in actor.spellings for key in _sense(form.text))
        rows += [
            WordingRow("label", actor.id, label.cites[0].article, label.text, label.cites, float(len(label.cites)))
            for label in actor.labels
            if len(users[_sense(label.text)]) == 1
            and not _part(_sense(label.text), users, name)
            and not _names_itself(label.text, actor)
            and not _is_cut(label.text, label.cites[0], texts, name)
        ]
    return sorted(rows, key=lambda r: (order.get(r.article, -1), r.about, r.cites[0].start))


@cache
def _sense(label: str) -> frozenset[str]:
    """What a label says, however it is put: one for "French Minister of Defence" and "France's defense minister"."""
    short = lexicon("choices")["short"]
    written = (short.get(w.casefold(), w).split() for w in content_words(label))
    words = (world().adjectives.get(w, w) for parts in written for w in parts)
    return frozenset(term(w) or w.casefold() for w in words if w.casefold() not in SMALL)


def _part(label: frozenset[str], users: dict[frozenset[str], set[str]], name: frozenset[str]) -> bool:
    """Whether a label of one report is a part of the name, or a shorter or longer form of a label of another report."""
    if label <= name:
        return True
    others = (other for other, held in users.items() if other != label and held - users[label])
    return any(label <= other or other <= label for other in others)


def _names_itself(label: str, actor: Actor) -> bool:
    """As in "Harbour Board spokesman": who speaks for a body, in the body's own name, is no word for the body."""
    if actor.type == "person":
        return False
    said = f" {' '.join(content_words(label.casefold()))} "
    return any(f" {' '.join(content_words(form.text.casefold()))} " in said for form in actor.spellings)


def _is_cut(label: str, where: Cite, texts: Mapping[str, str], name: frozenset[str]) -> bool:
    """Only the beginning of a title was read ("Chief" of "Chief Cabinet Secretary"), or an adjective ("official")."""
    if label.casefold().endswith(("official", "chief", "'s", "’s")):
        return True
    behind = NEXT_NAME.match(texts.get(where.article, ""), where.end)
    return behind is not None and not _sense(behind[1]) & name


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
    """The lemma of the finite verb among the words of a cue, None without one."""
    tokens = words.tokens
    for n in tokens.within(cue.start, cue.end):
        if tokens.tags[n].startswith("VB"):
            # "did not answer", "refused to comment": nothing was said.
            return None if tokens.tags[n] == "VB" or (n and tokens.words[n - 1].lower() in UNSAID) else tokens.lemmas[n]
    return None
