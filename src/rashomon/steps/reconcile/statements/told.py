"""Which clauses of a report are told: the stretches of its own text that somebody else could tell as well.

Decides from the acts of title, subtitle, body and subheads: short subordinate clauses that say nothing by themselves go
to the clause before them, frames ("she said that …") give way to what they report, and sentences without a verb count.
It asks nobody who the actors are, so the clauses of an article stay the same in every story.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from rashomon.records.article import STORY_KINDS
from rashomon.records.marks import Act, Marks
from rashomon.records.span import Span
from rashomon.steps.reconcile.statements.cover import Cover
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import terms
from rashomon.text.words_of import content_words

SUBORDINATE = frozenset("that as when while if because although though after before since unless until than".split())
TELLING = frozenset("when while because although though after since".split())
"""Their clauses mostly tell an event of their own."""
MOST_SCRAP = 3
"""Content words beyond which a subordinate clause tells something of its own."""
LONGEST_FRAME = 120
Clause = tuple[Span, tuple[Act, ...]]


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas whose clause is somebody's words."""
    return frozenset(lexicon("acts")["speech"]["verbs"])


def clauses_told(marks: Marks) -> list[Clause]:
    """The clauses one report tells, in text order, each with its acts; the same list whenever it is asked for."""
    return marks.once("clauses told", lambda: _Clauses(marks).told())


class _Clauses:
    """The clauses of one article."""

    def __init__(self, marks: Marks) -> None:
        self.marks, self.text = marks, marks.words.text
        self.clauses: list[Span] = []
        self.sentence_starts = [s.start for s in marks.words.sentences]
        self.cues = sorted(((q.cue, q) for q in marks.quotes if q.cue), key=lambda found: found[0])
        self.cue_starts = [cue.start for cue, _ in self.cues]

    def told(self) -> list[Clause]:
        """The clauses of the outlet's own text with their acts; frames give way to what they report."""
        by_span: dict[Span, list[Act]] = {}
        for act in self.marks.acts:
            if act.place in STORY_KINDS:
                by_span.setdefault(act.clause, []).append(act)
        by_span = self._with_scraps(by_span)
        self.clauses = sorted(by_span)
        whole = Cover([s for s in by_span if self._is_whole(s, by_span)])
        covered = [s for s in by_span if not whole.hides(s) and not self._is_frame(s, by_span)]
        held = {n for span in by_span for n in self._sentences_of(span)}
        for n, sentence in enumerate(self.marks.words.sentences):
            if n not in held and self.marks.words.paragraphs[sentence.paragraph].kind in STORY_KINDS:
                covered.append(sentence.span)
        return [(span, tuple(by_span.get(span, ()))) for span in sorted(set(covered))]

    def _with_scraps(self, by_span: dict[Span, list[Act]]) -> dict[Span, list[Act]]:
        """Short subordinate clauses that say nothing by themselves go to the clause right before them."""
        out: dict[Span, list[Act]] = {}
        last: Span | None = None
        for span in sorted(by_span, key=lambda s: (s.start, s.end)):
            gap = self.text[last.end : span.start] if last else ""
            if last is not None and last.end <= span.start and self._is_scrap(span, gap):
                acts = out.pop(last)
                last = Span(last.start, span.end)
                out.setdefault(last, []).extend(acts)
                continue
            out.setdefault(span, []).extend(by_span[span])
            last = span
        return out

    def _is_scrap(self, span: Span, gap: str) -> bool:
        """As in "before anyone sleeps well again"."""
        words = content_words(span.of(self.text)) if not gap.strip() else []
        if not words or words[0].lower() not in SUBORDINATE:
            return False
        most = 1 if words[0].lower() in TELLING else MOST_SCRAP
        return len(terms(words)) <= most and not any(w[:1].isupper() or w[:1].isdigit() for w in words)

    def _is_frame(self, span: Span, by_span: dict[Span, list[Act]]) -> bool:
        """As in "She said that …" with what she said in a clause of its own, or a bare "he added"."""
        last = by_span[span][-1]
        if last.sense == "deny" and last.object is not None and not self._inside(last.object):
            return False
        if not any(a.verb in speech_verbs() for a in by_span[span]):
            return False
        if any(a.object is not None and self._inside(a.object) for a in by_span[span]):
            return True
        if span.end - span.start <= LONGEST_FRAME and self._reports_elsewhere(span):
            return True
        return last.verb in speech_verbs() and span.end - span.start <= LONGEST_FRAME and self._is_empty(last.object)

    def _reports_elsewhere(self, span: Span) -> bool:
        """As in "she told reporters": the cue of a quotation all of whose words stand outside the clause."""
        n = bisect_left(self.cue_starts, span.start)
        while n < len(self.cues) and self.cues[n][0].start < span.end:
            quote = self.cues[n][1]
            parts = (*quote.content, *((quote.clause,) if quote.clause else ()))
            if parts and not any(span.overlaps(part) for part in parts):
                return True
            n += 1
        return False

    def _is_empty(self, target: Span | None) -> bool:
        """Nothing, or only a day."""
        return target is None or not terms(content_words(target.of(self.text)))

    def _is_whole(self, span: Span, by_span: dict[Span, list[Act]]) -> bool:
        """As in "They agreed that …": a frame that is itself what is told."""
        return any(
            a.object is not None and a.verb not in speech_verbs() and a.sense is not None and self._inside(a.object)
            for a in by_span[span]
        )

    def _inside(self, target: Span) -> bool:
        """A clause of its own lies in `target`."""
        n = bisect_left(self.clauses, target)
        while n < len(self.clauses) and self.clauses[n].start < target.end:
            if target.covers(self.clauses[n]):
                return True
            n += 1
        return False

    def _sentences_of(self, span: Span) -> range:
        first = max(0, bisect_right(self.sentence_starts, span.start) - 1)
        return range(first, max(first + 1, bisect_left(self.sentence_starts, span.end)))
