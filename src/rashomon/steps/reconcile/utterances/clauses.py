"""Which reported clauses tell something: a quotation without marks must be a clause that somebody vouches for.

Decides on the tags of the words. A reported clause has a finite verb that no relative clause and no "when …" lends it,
or is an infinitive ("promised to leave", "asked the court to stop it", "whether to leave"), or a gerund ("denied
hiding it", "accused the line of hiding it"). A pronoun or a bare noun phrase ("denied this", "demanded answers")
reports nothing. What somebody declined to do is kept as it is: the refusal is the news.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.records.marks import QuoteMark
from rashomon.records.reading import Tokens, Words
from rashomon.records.span import Span
from rashomon.text.datelines import after_dateline

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BORROWS = frozenset(
    (
        "who whom whose which where when while after before since until till because although though if unless than"
    ).split()
)
"""Words inside a clause after which the next finite verb belongs to another clause."""
ASKING = frozenset(
    (
        "ask urge order tell call demand want instruct request appeal beg warn promise press advise invite encourage "
        "command direct expect force persuade plead"
    ).split()
)
"""Verbs (lemmas) that ask somebody to do something."""
STATING = frozenset(("say tell accord state think believe elaborate").split())
"""Verbs (lemmas) that take clauses only: any verb in what follows is the clause's, whatever form the tagger saw."""
LONGEST = 80
"""Words of a clause that are looked at."""


def telling_mark(mark: QuoteMark, words: Words) -> QuoteMark | None:
    """`mark`, an indirect one without the dateline its words begin with; None when it is indirect and tells nothing."""
    if mark.kind != "indirect" or not mark.content:
        return mark
    first = mark.content[0]
    start = after_dateline(words.text, first.start, first.end)
    if start != first.start:
        mark = replace(mark, content=(Span(start, first.end), *mark.content[1:]))
    verb = _verb(mark, words.tokens)
    tells = mark.status == "declined" or any(is_clause(words.tokens, piece, verb) for piece in mark.content)
    return mark if tells else None


def _verb(mark: QuoteMark, tokens: Tokens) -> str:
    """The lemma of the verb among the words that introduce the clause, else of their first word; "" without any."""
    if mark.cue is None:
        return ""
    inside = tokens.within(*mark.cue)
    verbs = [n for n in inside if tokens.tags[n].startswith("VB")] or list(inside[:1])
    return tokens.lemmas[verbs[0]] if verbs else ""


def is_clause(tokens: Tokens, span: Span, verb: str = "") -> bool:
    """Whether the words of `span` are a clause; `verb` is the lemma of the verb that introduces them."""
    inside = tokens.within(*span)[:LONGEST]
    tags = [tokens.tags[n] for n in inside]
    said = [tokens.words[n].casefold() for n in inside]
    if not tags:
        return False
    if said[0] == "to":
        return "VB" in tags[1:3]
    if tags[0] == "VBG" or (verb in STATING and any(tag.startswith("VB") for tag in tags)):
        return True
    if verb == "accuse" and any(a == "of" and tag == "VBG" for a, tag in zip(said, tags[1:], strict=False)):
        return True
    lent = 0
    for n, tag in enumerate(tags):
        before = tags[n - 1] if n else ""
        infinitive = tag == "VB" and "TO" in tags[max(0, n - 2) : n]
        if n and (said[n] in BORROWS or (said[n] == "that" and before.startswith("NN"))):
            lent += 1
        elif infinitive and not lent and (verb in ASKING or said[0] in ("whether", "how", "what", "when", "where")):
            return True
        elif tag in FINITE or (tag == "VB" and not infinitive):
            if not lent:
                return True
            lent -= 1
    return False
