"""Where the clauses of a sentence begin and end, and whether the verb of a clause is told as so, turned round or open.

Reads tokens and tags only. A segment ends at a mark, at a word that opens a clause, and at "and" before another verb.
"Not", "no", "failed to", "yet to" and their like turn a verb round. What is wanted, feared or alleged is not told as
so, and what is to come is a plan; what somebody decided is both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.records.marks import Marks
from rashomon.records.reading import Sentence, Tokens
from rashomon.records.span import Span
from rashomon.text.lexicon import lexicon

STOPS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", "“", "”", '"', "-"})
OPENERS = frozenset(
    "that which who whom whose because after before when while where although though since as if until till whether"
    " so unless once despite than amid how why what".split()
)
AUXILIARIES = frozenset("be have do will would can could shall should may might must ought".split())
NOT = frozenset(lexicon("acts")["negations"]["words"] + lexicon("acts")["none"]["words"])
_MODES = lexicon("tellings")["modes"]
UNDONE = frozenset(lexicon("acts")["undone"]["verbs"])
"""What their infinitive names was not done: "refused to leave"."""
NOT_DOING = frozenset(lexicon("acts")["undone"]["doing"])
"""The same before "-ing": "avoided paying". Before "to" they tell what for: "stopped to pay"."""
NOT_TO = UNDONE.union(lexicon("acts")["undone"]["adjectives"])
"""The same before "to", and of somebody who cannot: "was unable to leave"."""
FAILING = NOT_TO | NOT_DOING
DECIDED = frozenset(_MODES["decided"])
"""What is decided or ordered is told as done, or as planned."""
WANTED = frozenset(_MODES["wanted"])
"""What is wanted, feared or alleged is not told as so."""
NOT_FACT = frozenset(_MODES["unsure"])
"""Verbs after which a clause is not told as so."""
MEANT = frozenset(_MODES["meant"])
"""Before "of" they say that it is only meant: "no intention of leaving"."""
BELIEF = frozenset(lexicon("acts")["belief"]["verbs"])
"""With "not" they deny what follows, "I don't think he won", and say only what somebody believes."""
OPEN_ENDED = frozenset({"until", "till", "unless", "if", "whether", "why"})
"""What a clause that opens so tells has not happened, or nobody knows."""
UNTIL = re.compile(r"\b(?:until|till|before|unless)\b", re.I)
"""With "not" they tell when, not whether: "not … until Friday"."""
AFRESH = frozenset({"resume", "reopen", "restart", "open", "close", "stop", "end", "halt"})
"""Verbs of a change: what will resume has stopped."""
SHORT_OF = frozenset({"yet to", "short of", "instead of", "rather than", "far from"})
ONLY = frozenset("only first last latest second third".split())
"""Before a noun and "to": it happened ("the only one to object")."""
QUANTITIES = frozenset("some all none many most few both several any each half two three one much".split())


@dataclass(slots=True)
class Segment:
    """Tokens `[first, stop)` of one clause; `opener`: the word that opens it; `marked`: a mark stands before it."""

    first: int
    stop: int
    opener: str
    marked: bool
    subject: Span | None = None


def cutter_of(marks: Marks) -> Cutter:
    """The cutter of a report."""
    return marks.once("cutter", lambda: Cutter(marks.words.tokens))


class Cutter:
    """Reads the segments of one article."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.low = [w.lower() for w in tokens.words]

    def segments(self, sentence: Sentence) -> list[Segment]:
        """The segments of a sentence, in order."""
        out: list[Segment] = []
        start, marked = sentence.first, True
        verb = False
        for k in range(sentence.first, sentence.stop):
            word = self.low[k]
            stop = word in STOPS or self.tokens.tags[k] in (".", ":")
            opens = word in OPENERS and k > start
            joins = self.tokens.tags[k] == "CC" and k > start and verb and self._verb_behind(k, sentence.stop)
            if stop or opens or joins:
                if k > start:
                    out.append(self._segment(start, k, marked))
                start, marked = (k + 1 if stop else k), stop
                verb = False
            verb = verb or self.tokens.tags[k].startswith("VB")
        if sentence.stop > start:
            out.append(self._segment(start, sentence.stop, marked))
        return out

    def _segment(self, first: int, stop: int, marked: bool) -> Segment:
        opens = self.low[first] in OPENERS or self.tokens.tags[first] == "CC"
        return Segment(first, stop, self.low[first] if opens else "", marked)

    def _verb_behind(self, at: int, stop: int) -> bool:
        """A verb with a form of its own follows before the next mark."""
        for k in range(at + 1, min(stop, at + 9)):
            if self.low[k] in STOPS or self.low[k] in OPENERS:
                return False
            if self.tokens.tags[k] in ("VBD", "VBZ", "VBP", "MD", "VBN", "VB") and self.low[k - 1] != "to":
                return True
        return False

    def verbs(self, segment: Segment) -> list[int]:
        """Its verbs and auxiliaries."""
        return [k for k in range(segment.first, segment.stop) if self.tokens.tags[k].startswith(("VB", "MD"))]

    def subject(self, segment: Segment, last: Segment | None) -> Span | None:
        """What stands before the first verb; for "who" and "and" without one, what the clause before is about."""
        first = segment.first + (1 if segment.opener else 0)
        verbs = [k for k in self.verbs(segment) if k >= first]
        stop = verbs[0] if verbs else segment.stop
        while first < stop and self.tokens.tags[first] in ("RB", "CC", "WRB"):
            first += 1
        while stop > first and self.tokens.tags[stop - 1] in ("RB", "TO"):
            stop -= 1
        if first < stop and self.tokens.tags[first] in ("IN", "TO"):  # "In return the company gave …"
            heads = [
                k
                for k in range(first + 2, stop)
                if self.tokens.tags[k] in ("DT", "PRP", "PRP$", "NNP")
                and self.tokens.tags[k - 1] not in ("IN", "DT", "NNP", "JJ")
            ]
            first = heads[-1] if heads else stop
        if first < stop and verbs:
            if self.tokens.tags[stop - 1] == "PRP":
                first = stop - 1  # "as bishop he …"
            elif self.low[first] in QUANTITIES and self.low[first + 1 : first + 2] == ["of"] and stop - first > 2:
                first += 2  # "some of it …"
            return self.tokens.span(first, stop)
        if last is None:
            return None
        if segment.opener in ("who", "which", "that", "whom"):
            heads = [
                k
                for k in range(last.first, last.stop)
                if self.tokens.tags[k] in ("DT", "PRP$")
                or (self.tokens.tags[k] == "NNP" and self.tokens.tags[k - 1] not in ("NNP", "DT"))
            ]
            return self.tokens.span(heads[-1], last.stop) if heads else None
        return last.subject

    def not_fact(self, last: Segment, segment: Segment) -> bool:
        """The clause before says that this one is not told as so: "denied that …"."""
        if segment.marked or segment.opener not in ("that", ""):
            return False
        verbs = [k for k in self.verbs(last) if self.tokens.lemmas[k] not in AUXILIARIES]
        return bool(verbs) and self.tokens.lemmas[verbs[-1]] in NOT_FACT

    def turned(self, k: int, own: tuple[int, ...], segment: Segment) -> int:
        """-1 where what stands around the verb turns it round, 0 where only somebody's disbelief does."""
        sign, j = 1, k - 1
        while j >= segment.first:
            lemma, tag = self.tokens.lemmas[j], self.tokens.tags[j]
            if self._turns(j, k):
                sign = -sign
            elif tag.startswith("VB") and lemma not in AUXILIARIES | DECIDED | FAILING | BELIEF:
                break
            if lemma in BELIEF and tag.startswith("VB"):
                return 0 if any(self._turns(n, j) for n in range(max(segment.first, j - 3), j)) else sign
            if tag in ("WP", "WRB", "WDT") or (tag == "JJ" and self.tokens.lemmas[j - 1] in ("be", "not")):
                break
            j -= 1
        for j in range(k + 1, max(own)):  # "was not happy", "has no deal"
            if j not in own and (self.low[j] in NOT or self.tokens.lemmas[j] == "not"):
                sign = -sign
        for j in range(max(own) + 1, min(segment.stop, max(own) + 3)):
            if self.low[j] in ("no", "nothing", "nobody", "none", "neither"):
                sign = -sign
        return sign

    def _turns(self, j: int, k: int) -> bool:
        """The word at `j` turns the verb at `k` round."""
        low, lemma = self.low[j], self.tokens.lemmas[j]
        if low in NOT or lemma == "not":
            return True
        if lemma in NOT_DOING and self.low[j + 1] != "short" and self.tokens.tags[k] == "VBG":
            return True
        if lemma in NOT_TO and ("to" in self.low[j + 1 : k] or self.tokens.tags[k] == "VBG"):
            return True
        return f"{low} {self.low[j + 1]}" in SHORT_OF  # "stopped short of": only the second

    def modes(self, k: int, segment: Segment) -> frozenset[str]:
        """Whether the verb at `k` happened, is planned, or neither (empty)."""
        j = k - 1
        while j >= segment.first and (
            self.tokens.tags[j].startswith("RB") or self.tokens.lemmas[j] in ("be", "have", "do", "not", "get")
        ):
            j -= 1
        if j < segment.first:
            return frozenset({"happened"})
        tag, low = self.tokens.tags[j], self.low[j]
        if tag == "TO" or low == "to":
            behind = [self.tokens.lemmas[n] for n in range(max(segment.first, j - 3), j)]
            if any(self.tokens.lemmas[n] in WANTED for n in range(segment.first, j)):
                return frozenset()
            if any(w in ONLY for w in self.low[segment.first : j]):
                return frozenset({"happened"})
            if any(w in NOT_TO or w == "yet" for w in behind):
                return frozenset({"happened"})
            return frozenset({"planned", "happened"}) if any(w in DECIDED for w in behind) else frozenset({"planned"})
        if tag == "MD":
            return frozenset({"planned"}) if low in ("will", "'ll", "’ll", "would", "shall") else frozenset()
        doing = self.tokens.tags[k] == "VBG" and low in ("of", "against", "for", "about", "towards", "from")
        if doing and not any(self._turns(n, k) for n in range(max(segment.first, j - 3), j)):
            return frozenset()  # "accused of taking bribes"
        if doing and low == "of" and self.tokens.lemmas[j - 1] in MEANT:
            return frozenset({"planned"})
        return frozenset({"happened"})

    def passive(self, k: int, segment: Segment) -> bool:
        """What stands before the verb at `k` is what it is done to."""
        if self.tokens.tags[k] not in ("VBN", "VBD"):
            return False
        lemmas = [self.tokens.lemmas[n] for n in range(max(segment.first, k - 5), k)]
        if "be" in lemmas or "get" in lemmas:
            return True
        if self.tokens.tags[k] != "VBN" or "have" in lemmas:
            return False
        after = k + 2 if self.tokens.tags[k + 1 : k + 2] == ["RP"] else k + 1
        return after >= segment.stop or not self.tokens.tags[after].startswith(("DT", "PRP", "JJ", "NN", "CD"))
