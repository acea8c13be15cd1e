"""The same words put into different mouths.

Decides from quotations that say the same in different reports: pieces of at least two words that are equal word for
word (fewer than four are a phrase that many use, and count where the sentences around them tell of one thing), and
quotations of one utterance that share a long passage, however a report cuts it or splits it in two. Both speakers must
be known, named beside the words and unrelated. A spokesman and the one he speaks for are no disagreement,
nor are two names of which one may be a shorter form of the other. A speaker known only from a pronoun counts for a
whole sentence where the pronoun cannot mean the other one: he has not been named before it, is of the other gender, or
was named last before the one it is read as, and the reading is sure. Better no line than one that rests on our own
mistake.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from rashomon.records.findings import Actor, Quote, Utterance
from rashomon.records.span import Cite
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, side_of
from rashomon.steps.reconcile.genders import PRONOUNS, fits, genders_of
from rashomon.text.align import align, common
from rashomon.text.folding import fold
from rashomon.text.similarity import stop_words, terms
from rashomon.text.words_of import content_words

OF = re.compile(r"\s(?:of|from|in|at|for)\s")
LEAST_WORDS = 2
PHRASE = 4
"""A piece of fewer words ("without merit") is a phrase that many use."""
AROUND = 3
"""Words that the sentences around two phrases share, beside them and the names of who says them."""
LEAST_CONFIDENCE = 0.5
SURE = 0.8
FIRM = 0.85
"""Confidence from which a pronoun is surely read."""
SENTENCE = 4
"""Words of a whole sentence between marks that its speaker may be told of by a pronoun."""
LONG = 6
"""Words of a passage that shows one utterance although the speakers differ."""
SHARED = 0.8
"""Share of the shorter quotation that both have."""
BESIDE = 80
"""Characters behind a description in which the speaker's name stands: "the director of the line, Ida Lund"."""
SHOWN = 120
"""Characters of a quotation that a note shows."""
MOUTHS = ("spokes", "press", "lawyer", "attorney", "representative", "aide")


def other_speakers(scene: Scene, quotes: Sequence[Quote], utterances: Sequence[Utterance] = ()) -> list[Draft]:
    """A disagreement for each wording with two speakers who have nothing to do with one another."""
    ledger = _Ledger(scene, quotes)
    groups = [ledger.alike([ledger.kept[q] for q in u.quotes if q in ledger.kept]) for u in utterances]
    groups += [found for _, found in sorted(ledger.by_piece().items())]
    drafts: list[Draft] = []
    shown: set[str] = set()
    for found in groups:
        ids = {q.id for q in found}
        if ids <= shown:
            continue
        draft = ledger.draft(found)
        if draft:
            drafts.append(draft)
            shown |= ids
    return drafts


class _Ledger:
    """The quotations that may show it: verbatim, said, by somebody who can speak; `named` are those surely theirs."""

    def __init__(self, scene: Scene, quotes: Sequence[Quote]) -> None:
        self.scene = scene
        self.texts = {a.id: a.text for a in scene.story.articles}
        self.actors = {a.id: a for a in scene.cast.actors}
        self.words = {
            a.id: frozenset(w.lower() for f in a.spellings for w in content_words(f.text)) for a in scene.cast.actors
        }
        can_speak = {a.id for a in scene.cast.actors if _speaks(a)}
        self.kept = {
            q.id: q
            for q in quotes
            if q.kind != "indirect" and not q.teaser and q.speaker in can_speak and q.status == "said"
        }
        self.named = {q.id for q in self.kept.values() if self._is_named(q)}
        self.meant = {q.id for q in self.kept.values() if self._is_meant(q)}
        self.sentences = {
            a.id: m.words.sentence_at for a, m in zip(scene.story.articles, scene.story.marks, strict=True)
        }
        self.genders = genders_of(scene.story, scene.cast)
        self.places: dict[tuple[str, str], list[int]] = defaultdict(list)
        quoted = {
            a.id: sorted(c for q in m.quotes if q.kind != "indirect" for c in q.content)
            for a, m in zip(scene.story.articles, scene.story.marks, strict=True)
        }
        for article, span in sorted(scene.cast.of):
            before = bisect_left(quoted.get(article, []), span)
            if not any(q.covers(span) for q in quoted.get(article, [])[max(0, before - 1) : before + 1]):
                self.places[article, scene.cast.of[article, span]].append(span.start)

    def by_piece(self) -> dict[tuple[str, ...], list[Quote]]:
        """The quotations by the words of each piece; no titles of works, no names."""
        groups: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
        for quote in self.kept.values():
            for piece in quote.content:
                said = content_words(piece.span.of(self.texts[piece.article]))
                words = tuple(w.lower() for w in said)
                if all(w[0].isupper() for w in said if w.lower() not in stop_words()):
                    continue  # the title of a work, or a name
                if len(words) >= LEAST_WORDS and any(w not in stop_words() for w in words):
                    groups[words].append(quote)
        return groups

    def alike(self, quotes: Sequence[Quote]) -> list[Quote]:
        """Of the quotations of one utterance the longest sure one and those that share a long passage with it."""
        if len({q.speaker for q in quotes if q.id in self.named | self.meant}) < 2:
            return []
        keys = {q.id: [w.key for c in q.content for w in fold(self.texts[c.article], c.start, c.end)] for q in quotes}
        first = max(quotes, key=lambda q: (q.id in self.named, q.id in self.meant, len(keys[q.id])))
        found = []
        for quote in quotes:
            both = common(align(keys[quote.id], keys[first.id]))
            short = min(len(keys[quote.id]), len(keys[first.id]))
            whole = both == short >= SENTENCE and quote.kind == first.kind == "direct"
            if whole or (both >= LONG and both >= SHARED * short):
                found.append(quote)
        return found

    def draft(self, found: Sequence[Quote]) -> Draft | None:
        """The disagreement of these quotations; None when fewer than two unrelated speakers are surely named."""
        by_speaker: dict[str, list[Quote]] = defaultdict(list)
        for quote in found:
            by_speaker[quote.speaker or ""].append(quote)
        sure = {s for s, told in by_speaker.items() if any(q.id in self.named for q in told)}
        rivals = sure or set(by_speaker)
        by_speaker = {
            s: told
            for s, told in by_speaker.items()
            if s in sure or any(self._only_means(q, rivals - {s}) for q in told)
        }
        if not sure and len({self._pronoun(q) for told in by_speaker.values() for q in told}) < 2:
            return None
        order = sorted(by_speaker, key=lambda s: (-len({q.article for q in by_speaker[s]}), s))
        if len(order) < 2:
            return None
        first, second = order[0], order[1]
        if self._stands_for(first, second):
            return None
        if {q.article for q in by_speaker[first]} & {q.article for q in by_speaker[second]}:
            return None
        if not any(self._of_one_thing(q, r) for q in by_speaker[first] for r in by_speaker[second]):
            return None
        words = min((self._said(q) for s in (first, second) for q in by_speaker[s]), key=lambda w: (len(w), w))
        sides = tuple(
            side_of(
                f"{self.scene.name(s)}: “{words}”",
                s,
                (c for q in by_speaker[s] for c in (*q.content, *((q.speaker_cite,) if q.speaker_cite else ()))),
            )
            for s in (first, second)
        )
        one, other = self.scene.name(first), self.scene.name(second)
        note = f"The words “{words}” are {_owner(one)} in one place and {_owner(other)} in another."
        return Draft("attribution", "same-words-other-speaker", note, sides)

    def _of_one_thing(self, one: Quote, other: Quote) -> bool:
        """What two phrases are said of is told in the same words; longer pieces say it themselves."""
        said = [[w.lower() for c in q.content for w in content_words(self._at(c))] for q in (one, other)]
        if min(len(words) for words in said) >= PHRASE:
            return True
        names = frozenset(w for q in (one, other) for w in self.words.get(q.speaker or "", ()))
        told = [terms(w for w in content_words(self._around(q)) if w.lower() not in names) for q in (one, other)]
        return len((told[0] & told[1]) - terms(said[0])) >= AROUND

    def _around(self, quote: Quote) -> str:
        """The sentence in which a quotation begins."""
        first = quote.content[0]
        sentence = self.sentences[quote.article](first.start)
        return sentence.span.of(self.texts[quote.article]) if sentence else ""

    def _at(self, cite: Cite) -> str:
        return cite.span.of(self.texts[cite.article])

    def _said(self, quote: Quote) -> str:
        """What a note shows of a quotation."""
        pieces = (" ".join(c.span.of(self.texts[c.article]).split()).rstrip(" ,.;") for c in quote.content)
        flat = " … ".join(pieces)
        return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rsplit(" ", 1)[0] + " …"

    def _is_named(self, quote: Quote) -> bool:
        """The last word that tells who speaks is of the speaker's name, or the name stands behind a description."""
        if quote.speaker is None or quote.speaker_cite is None or quote.cue is None:
            return False
        if quote.confidence < (LEAST_CONFIDENCE if quote.kind == "mixed" else SURE):
            return False
        text, cite = self.texts[quote.article], quote.speaker_cite
        head = OF.split(cite.span.of(text), maxsplit=1)[0]  # "President Ona Reyes of Alba"
        said, names = content_words(head), self.words.get(quote.speaker, frozenset())
        if not said:
            return False
        if said[-1].lower() in names:
            return True
        if not text.startswith(", ", cite.end):
            return False
        behind = content_words(text[cite.end : cite.end + BESIDE])
        return behind[:1] != [] and behind[0][0].isupper() and behind[0].lower() in names

    def _pronoun(self, quote: Quote) -> str:
        """The gender of the pronoun that tells who speaks; "" where none does."""
        cite = quote.speaker_cite
        return PRONOUNS.get(cite.span.of(self.texts[quote.article]).casefold(), "") if cite else ""

    def _is_meant(self, quote: Quote) -> bool:
        """A sentence or long words whose speaker is told by "he" or "she"."""
        if quote.speaker is None or quote.confidence < LEAST_CONFIDENCE or not self._pronoun(quote):
            return False
        size = sum(len(content_words(c.span.of(self.texts[quote.article]))) for c in quote.content)
        return size >= (SENTENCE if quote.kind == "direct" and quote.confidence >= FIRM else LONG)

    def _only_means(self, quote: Quote, rivals: set[str]) -> bool:
        """The pronoun cannot stand for any of the others."""
        cite = quote.speaker_cite
        if quote.id not in self.meant or cite is None:
            return False
        word = cite.span.of(self.texts[quote.article])
        own = self._last(quote, quote.speaker or "")
        if not fits(word, quote.speaker or "", self.genders):
            return False
        for rival in rivals:
            last = self._last(quote, rival)
            surely = quote.confidence >= FIRM and own > last
            if last >= 0 and not surely and fits(word, rival, self.genders):
                return False
        return True

    def _last(self, quote: Quote, actor: str) -> int:
        """Where the outlet itself names the actor last before the words that tell who speaks; -1 where nowhere."""
        places = self.places.get((quote.article, actor), [])
        n = bisect_left(places, quote.speaker_cite.start) if quote.speaker_cite else 0
        return places[n - 1] if n else -1

    def _stands_for(self, one: str, other: str) -> bool:
        """One is the mouth of the other (a spokeswoman and her ministry), or may be the other, named in full."""
        a, b = self.actors[one], self.actors[other]
        mine, theirs = (content_words(x.name.lower()) for x in (a, b))
        if (
            set(mine) <= set(theirs)
            or set(theirs) <= set(mine)
            or ("person" in (a.type, b.type) and mine[-1:] == theirs[-1:])
        ):
            return True
        if a.speaks_for == other or b.speaks_for == one or (a.speaks_for and a.speaks_for == b.speaks_for):
            return True
        voices = any(w.startswith(MOUTHS) for x in (a, b) for f in x.labels for w in f.text.lower().split())
        return voices and self.scene.kin.related(frozenset({one}), frozenset({other}))


def _speaks(actor: Actor) -> bool:
    """A person or a body with a name of its own; a place only where it stands for a government.

    Of a name that shows neither, two words with capitals: what is quoted under it speaks.
    """
    if not actor.name[:1].isupper():
        return False
    if actor.type == "other":
        return len(content_words(actor.name)) > 1 and actor.name.rpartition(" ")[2][:1].isupper()
    return actor.type in ("person", "organization") or actor.speaks_for is not None


def _owner(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
