"""Gathers the quotations of a story into utterances.

Decides from the strongest link to the weakest. Verbatim links join whole groups; a fragment or a paraphrase joins one
group, its best, and never ties two groups together. Two groups whose known speakers differ stay apart unless a long
verbatim passage joins them, and then both speakers stay visible.
"""

from __future__ import annotations

from collections import defaultdict

from rashomon.steps.reconcile.utterances.candidates import candidates, weights_of
from rashomon.steps.reconcile.utterances.likeness import FRAGMENT, Link, link, nested
from rashomon.steps.reconcile.utterances.saying import Saying
from rashomon.steps.reconcile.utterances.speakers import Agreement, Speakers

LONG = 0.6
"""Strength from which a verbatim link may join two groups with different speakers."""


def gather(sayings: list[Saying], speakers: Speakers) -> list[list[Saying]]:
    """The groups of sayings that are one utterance each, in dossier order; every saying is in exactly one."""
    twins = _twins(sayings)
    heads = [max(group, key=lambda s: (len(s.stems), -s.place)) for group in twins]
    weights = weights_of(heads)
    links: list[tuple[Link, int, int]] = []
    for a, b in candidates(heads, weights):
        found = link(heads[a], heads[b], _agreement(heads[a], heads[b], speakers), weights)
        if found:
            links.append((found, a, b))
    order = {"words": 0, "meaning": 1, "fragment": 1}
    links.sort(key=lambda item: (order[item[0].kind], -item[0].strength, item[1], item[2]))
    groups = _Groups(twins, speakers)
    for found, a, b in links:
        groups.join(found, a, b)
    return groups.all()


def _agreement(a: Saying, b: Saying, speakers: Speakers) -> Agreement:
    """Whether two sayings have one speaker; that a pronoun was read differently proves nothing."""
    found = speakers.agree(a.quote.speaker, b.quote.speaker)
    return "open" if found == "other" and not (a.named and b.named) else found


def _twins(sayings: list[Saying]) -> list[list[Saying]]:
    """Sayings with the same words; fragments only when the same known speaker has them."""
    found: dict[tuple[object, ...], list[Saying]] = {}
    for s in sayings:
        short = len(s.keys) <= FRAGMENT or s.content < 3
        key = (s.keys, s.quote.id) if short else (s.keys, s.quote.speaker)
        found.setdefault(key, []).append(s)
    return list(found.values())


class _Groups:
    """Groups that grow; `known` are the speakers of each."""

    def __init__(self, twins: list[list[Saying]], speakers: Speakers) -> None:
        self.twins = twins
        self.speakers = speakers
        self.parent = list(range(len(twins)))
        self.members = [list(group) for group in twins]
        self.size = [1] * len(twins)
        self.known = [{s.quote.speaker for s in group if s.named and s.quote.speaker} for group in twins]

    def root(self, n: int) -> int:
        while self.parent[n] != n:
            self.parent[n] = self.parent[self.parent[n]]
            n = self.parent[n]
        return n

    def join(self, found: Link, a: int, b: int) -> None:
        x, y = sorted((self.root(a), self.root(b)))
        if x == y:
            return
        if found.kind != "words" and self.size[x] > 1 and self.size[y] > 1:
            return
        if not (found.kind == "words" and found.strength >= LONG) and self._at_odds(x, y):
            return
        if self._nested(x, y):
            return
        self.parent[y] = x
        self.members[x] += self.members[y]
        self.size[x] += self.size[y]
        self.known[x] |= self.known[y]

    def _nested(self, x: int, y: int) -> bool:
        """True when a saying of one group reports, inside a saying of the other, what somebody else said."""
        articles: dict[str, list[Saying]] = defaultdict(list)
        for s in self.members[x]:
            articles[s.quote.article].append(s)
        return any(
            _agreement(s, other, self.speakers) != "same" and nested(s, other)
            for s in self.members[y]
            for other in articles.get(s.quote.article, ())
        )

    def _at_odds(self, x: int, y: int) -> bool:
        return any(self.speakers.agree(p, q) == "other" for p in sorted(self.known[x]) for q in sorted(self.known[y]))

    def all(self) -> list[list[Saying]]:
        found: dict[int, list[Saying]] = {}
        for n, group in enumerate(self.twins):
            found.setdefault(self.root(n), []).extend(group)
        ordered = [sorted(group, key=lambda s: s.place) for group in found.values()]
        return sorted(ordered, key=lambda group: group[0].place)
