"""A quotation while it is being put together: pieces, tag, speaker, and the evidence collected so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records.marks import QuoteKind, QuoteStatus
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import Phrase
from rashomon.steps.annotate.quotes.tagging.subjects import main_subject
from rashomon.text.quotemarks import Region


@dataclass(slots=True)
class Draft:
    """One utterance inside one report. `rule`: how its speaker was found, "" for none."""

    kind: QuoteKind
    paragraph: int
    place: str
    pieces: list[Span] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    speaker: Span | None = None
    head: Span | None = None
    name: str | None = None
    pronoun: bool = False
    proper: bool = False
    """True when the speaker words are a name, not a role."""
    joint: bool = False
    """True when several spoke: `Ruiz and Weber said`."""
    described: Span | None = None
    """The description whose name stands in apposition: `its head` of `its head, Tomas Ekberg`."""
    apposed: Span | None = None
    """The name in apposition; it becomes the speaker unless it is a place."""
    antecedent: Span | None = None
    """The subject named before a pronoun in the same sentence, or in the sentence that introduced the quotation."""
    cue: Span | None = None
    lemma: str = ""
    rule: str = ""
    link: str = ""
    """How it hangs on its tag: left, right, clause, joined, floating, beside, colon, dash, turn, headline."""
    through: list[Span] = field(default_factory=list)
    status: QuoteStatus = "said"
    clause: Span | None = None
    channel: str | None = None
    addressee: Span | None = None
    when: str | None = None
    tag_span: Span | None = None
    """The characters of the frame that holds the tag: where channel, addressee and day are looked for."""
    confidence: float = 0.0
    certainty: float = 1.0
    """How sure the name is, apart from the words: 1 for a name, less for a pronoun or a role."""
    says: bool = True
    """True when its verb is one of saying."""
    clausal: bool = True
    """False when what is reported has no verb: `denied the charge`."""
    speaks: bool = True
    """False for reported thoughts and plans: their holder is no speaker a later pronoun goes back to."""

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.pieces[0].start if self.pieces else 0


def set_speaker(draft: Draft, frame: Frame, phrase: Phrase) -> None:
    """The words of `phrase` as speaker of `draft`."""
    draft.speaker = frame.span(phrase.first, phrase.last)
    draft.head = frame.span(phrase.core, phrase.head)
    draft.pronoun = phrase.kind == "pronoun"
    draft.proper = phrase.kind == "name"
    draft.joint = phrase.first < phrase.core
    draft.apposed = frame.span(*phrase.named) if phrase.named is not None else None
    if draft.pronoun and phrase.first > 1:
        named = main_subject(frame, phrase.first)
        if named is not None and named.kind == "name" and named.last < phrase.first:
            draft.antecedent = frame.span(named.core, named.head)
