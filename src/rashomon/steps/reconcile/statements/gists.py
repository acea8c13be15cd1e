"""The line that stands for a statement: the clearest of its clauses, to the letter.

Decides which clause stands alone, has most of what all share and is short. Where the clearest hangs on another clause,
begins or ends in the middle of a phrase, its whole sentence is shown. Nothing is reworded, nothing put together.
"""

from __future__ import annotations

import re
from collections import Counter

from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.similarity import term

LONGEST_GIST = 320
"""Characters of a sentence that can still be shown whole."""
MORE = 20
"""Characters beyond twice its clause up to which a sentence is shown for a clause that several reports share."""
UNENDED = frozenset(
    "a an the of on in to for by with from at as and or but nor than that which who about after before between into"
    " over under its his her their our my your two".split()
)
"""Words that no clause ends with."""
OPENERS = frozenset(
    "that and but or so yet because when while as after before since if whether which who said says told tells adds"
    " added reported reports where although though however then until unless saying for".split()
)
"""Words after which a clause may begin."""
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
ARTICLE_BEFORE = re.compile(r"\b(?:A|An|The)\s$")
AGAIN = 3
"""Words that come again in the same order where a headline stands before its sentence."""
AT_FRONT = 3
"""A headline's first words: one of these is the first that comes again."""
EDGES = " \n,;:"
WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\s$")
LIST_BEFORE = re.compile(r"\b[A-Z][\w’'-]*,\s$")
COMPARED = re.compile(r"\bas (?:far|long|much|many|early|late|soon|high|low|old)(?: \w+)?$")
GOES_ON = re.compile(r"\s(?:before|after|as|when|while|since|until|ahead|following|that|which)\b")


def gist(units: list[Unit], texts: dict[int, str] | None = None) -> str:
    """The line for `units`; `texts` are the articles' texts by their number, to show whole sentences."""
    found = Counter(t for u in units for t in u.terms)
    core = {t for t, n in found.items() if 2 * n >= len(units) and t[:2] != "k:"}
    cut = {u.index: fragment(u, texts[u.article] if texts else None) for u in units}
    mixed = len({u.polarity == "denied" for u in units}) > 1
    best = min(
        units,
        key=lambda u: (
            mixed and u.polarity == "denied",  # what some deny is put as the others affirm it
            cut[u.index],
            cut[u.index] and u.sentence.end - u.sentence.start > MORE + 2 * len(u.text),
            2 * len(core & u.terms) < len(core),
            u.quoted,
            u.place != "body",
            u.polarity != "affirmed",
            u.holder is not None,
            -len(core & u.terms),
            len(u.text),
            u.cite,
        ),
    )
    if not texts or not cut[best.index]:
        return after_headline(neat(best.text))
    whole = after_headline(neat(best.sentence.of(texts[best.article])))
    # What only this report adds must not look shared: a sentence that says much more is not shown.
    most = LONGEST_GIST if len({u.article for u in units}) == 1 else min(LONGEST_GIST, MORE + 2 * len(best.text))
    return whole if 0 < len(whole) <= most else after_headline(neat(best.text))


def after_headline(words: str) -> str:
    """The sentence behind a headline that stands in one line with it: what begins anew with the same three words.

    As in "Blast kills six in port Radio Alba A blast killed six in the port". Words that tell nothing twice stay.
    """
    found = [(m, root) for m in WORD.finditer(words) if (root := term(m[0]))]
    roots = [root for _, root in found]
    for first in range(min(AT_FRONT, len(roots))):
        opening = roots[first : first + AGAIN]
        for k in range(first + AGAIN, len(roots) - AGAIN + 1):
            if roots[k : k + AGAIN] == opening:
                begin = ARTICLE_BEFORE.search(words, 0, found[k][0].start())
                at = begin.start() if begin else found[k][0].start()
                return words[at:] if words[at].isupper() else words
    return words


def fragment(unit: Unit, text: str | None = None) -> bool:
    """It cannot be read alone: it hangs on another clause or frame, or lacks its beginning or its end in the `text`."""
    return (
        not unit.stands
        or unit.asserted.bare
        or unit.asserted.framed
        or breaks_off(neat(unit.text))
        or (text is not None and _is_cut(unit, text))
    )


def _is_cut(unit: Unit, text: str) -> bool:
    """It begins behind a word that belongs to it or in a list of names, or says too little without what follows."""
    lead = text[unit.sentence.start : unit.span.start]
    before = WORD_BEFORE.search(lead)
    if before and before[1].lower() not in OPENERS:
        return True
    if unit.text[:1].isupper() and LIST_BEFORE.search(lead):
        return True
    asserted = unit.asserted
    return not asserted.verbs and not asserted.state and bool(unit.acts) and bool(GOES_ON.match(text, unit.span.end))


def breaks_off(words: str) -> bool:
    """It ends with a word that more must follow, or within brackets or quotation marks."""
    last = words.rsplit(maxsplit=1)[-1].lower() if words else ""
    odd = words.count("(") != words.count(")") or words.count("“") != words.count("”") or words.count('"') % 2 == 1
    return odd or last in UNENDED or bool(COMPARED.search(words))


def neat(words: str) -> str:
    """The words without marks at their edges; a quotation mark stays where its partner is there too."""
    out = words.strip(EDGES)
    for opening, closing in (("“", "”"), ('"', '"')):
        odd = out.count(opening) != out.count(closing) if opening != closing else out.count(opening) % 2 == 1
        if odd:
            out = out.removeprefix(opening).removesuffix(closing).strip(EDGES)
    return out.removeprefix("”").strip(EDGES)
