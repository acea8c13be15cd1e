"""The verbs and phrases that tell who said something, read from `lexicons/en/cues.toml`.

Decides which word forms can be a cue, of which class, with which status of the utterance. What is a verb in its
sentence is decided where it stands (`frames`, `tags`), not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import QuoteStatus
from rashomon.text.lexicon import lexicon

VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Cue:
    """One verb of saying: its lemma and the classes of `cues.toml` it belongs to."""

    lemma: str
    classes: frozenset[str]

    @property
    def says(self) -> bool:
        """True for verbs that alone can introduce a quotation."""
        return bool(self.classes & {"say", "ask", "deny", "decline"})

    @property
    def status(self) -> QuoteStatus:
        """The status that the verb gives to what it introduces."""
        if "decline" in self.classes:
            return "declined"
        if "deny" in self.classes:
            return "denied"
        return "asked" if "ask" in self.classes and "say" not in self.classes else "said"


@dataclass(frozen=True, slots=True)
class CueTable:
    """All word forms: base, third person, past, participles."""

    finite: dict[str, Cue]
    """Past tense and third person: may have a subject to the left."""
    base: dict[str, Cue]
    """Infinitive or plural present."""
    gerund: dict[str, Cue]
    participle: dict[str, Cue]
    """Past participle, after have or be."""
    nouns: frozenset[str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    forms: dict[str, Cue]
    direct_only: frozenset[str]
    """Verbs that introduce quotations but no reported clauses."""
    idioms: dict[str, tuple[tuple[str, ...], ...]]
    """Word form → what must follow it to make it a cue: "let" → "it be known"; longest first."""

    def idiom(self, words: list[str], n: int) -> int:
        """How many of the lower-case `words` behind word `n` make it a cue of several words; 0 when it is none."""
        return next(
            (len(rest) for rest in self.idioms.get(words[n], ()) if (*words[n + 1 : n + 1 + len(rest)],) == rest), 0
        )


def inflect(lemma: str) -> tuple[str, str, str, str]:
    """Past, third person, -ing and participle of a regular English verb."""
    if lemma.endswith("e"):
        return lemma + "d", lemma + "s", lemma[:-1] + "ing", lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing", lemma[:-1] + "ied"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return lemma + "ed", third, lemma + "ing", lemma + "ed"


@cache
def table(language: str = "en") -> CueTable:
    """The cue forms of `language`; raises UsageError when it has no `cues.toml`."""
    data = lexicon("cues", language)
    classes: dict[str, set[str]] = {}
    for name, members in data["verbs"].items():
        for lemma in members.split():
            classes.setdefault(lemma, set()).add(name)
    finite: dict[str, Cue] = {}
    base: dict[str, Cue] = {}
    gerund: dict[str, Cue] = {}
    participle: dict[str, Cue] = {}
    for lemma, names in classes.items():
        cue = Cue(lemma, frozenset(names))
        odd = data["forms"].get(lemma)
        past, third, ing, done = odd if odd else inflect(lemma)
        finite.setdefault(past, cue)
        finite.setdefault(third, cue)
        base.setdefault(lemma, cue)
        gerund.setdefault(ing, cue)
        participle.setdefault(done, cue)
        if done.endswith("lled"):
            finite.setdefault(done, cue)
    forms = {**base, **participle, **gerund, **finite}
    idioms: dict[str, set[tuple[str, ...]]] = {}
    for phrase in data["phrases"]["idioms"]:
        lemma, *rest = phrase.split()
        for form in (lemma, *(data["forms"].get(lemma) or inflect(lemma))):
            idioms.setdefault(form, set()).add(tuple(rest))
    particles = data["particles"]
    return CueTable(
        finite,
        base,
        gerund,
        participle,
        frozenset(data["phrases"]["nouns"].split()),
        frozenset(particles["adverbs"].split()),
        frozenset(particles["auxiliaries"].split()),
        forms,
        frozenset(data["restrict"]["direct_only"].split()),
        {form: tuple(sorted(rests, key=lambda r: (-len(r), r))) for form, rests in idioms.items()},
    )
