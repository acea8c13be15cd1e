"""The record of one verb of saying in a folded sentence, with the words that name who says it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.steps.annotate.quotes.tagging.cues import Cue
from rashomon.steps.annotate.quotes.tagging.phrases import Phrase


@dataclass(slots=True)
class Tag:
    """One cue in a frame with its speaker. `first`..`last`: the items of cue and its auxiliaries."""

    cue: Cue
    first: int
    at: int
    phrase: Phrase | None
    rule: str
    """Which rule found the speaker; "" when none did."""
    inverted: bool = False
    passive: bool = False
    gerund: bool = False
    negated: bool = False
    modal: bool = False
    progressive: bool = False
    """`was saying`, `were screaming`."""
    through: Phrase | None = None
    last: int = 0
    outer: Tag | None = None
    """The verb of saying or thinking in whose reported clause this one stands."""

    @property
    def weak(self) -> bool:
        """True when the verb alone is no utterance: plans, thoughts, and what a pronoun of the outer speaker did."""
        pronoun = self.phrase is not None and self.phrase.kind == "pronoun"
        return self.modal or self.progressive or pronoun or not self.cue.classes & {"say", "ask", "deny", "call"}

    @property
    def begin(self) -> int:
        """First item of the whole tag, speaker included."""
        return min(self.first, self.phrase.first) if self.phrase and self.phrase.last < self.at else self.first

    @property
    def end(self) -> int:
        """Last item of the whole tag, speaker included."""
        if self.phrase is None or self.phrase.first <= self.at:
            return self.at
        return max(self.at, self.phrase.last if self.phrase.named is None else self.phrase.named[1])
