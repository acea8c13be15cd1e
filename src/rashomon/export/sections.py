"""The sections of every rendering, in reading order, each with one line on how it was made."""

from __future__ import annotations

from typing import NamedTuple

CAUTION = "These may be about two different things: look before you use them."
"""What a reader must know of what is worth a look."""


class Section(NamedTuple):
    """A section: its heading, how it was made, and the key of its body."""

    title: str
    how: str
    key: str


SECTIONS = (
    Section(
        "Agreed",
        "Statements of at least two outlets, matched clause by clause. Copies of one text count as one origin.",
        "agreed",
    ),
    Section(
        "Differ",
        "Passages found not to fit together. Vaguer, hedged or later is no difference; not all differences are found.",
        "differ",
    ),
    Section(
        "Worth a look",
        f"Passages that seem to tell one thing and give different values. {CAUTION}",
        "checks",
    ),
    Section(
        "Only one reports",
        "Statements found in one outlet only. That others do not have them does not make them untrue.",
        "single",
    ),
    Section(
        "Who said what",
        "Quotations put together where they are one utterance: the longest version first, other words underlined.",
        "said",
    ),
    Section(
        "Where they stand",
        "Who proposes, accepts, rejects or demands what, read from the verb of the clause; nothing is inferred.",
        "positions",
    ),
    Section(
        "Figures",
        "Numbers with what they count and who gives them, compared only where object and scope are the same.",
        "figures",
    ),
    Section(
        "Timeline",
        "Clauses with a time, read against the day of publication or, in quotations, of the utterance.",
        "timeline",
    ),
    Section(
        "Wording",
        "Labels, verbs of saying and words that outlets choose differently. A finding, not a judgement.",
        "wording",
    ),
    Section(
        "Sources and copies",
        "The reports as they were read, and passages that several of them took from one place.",
        "sources",
    ),
    Section("What we could not read", "Files that were given and could not be used, each with its reason.", "unread"),
)
