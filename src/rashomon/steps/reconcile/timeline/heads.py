"""What a stretch of text does: the heads by which two reports are held to tell one event, and its phases.

Decides on the verb (with its particle: "broke into", "stepped down") and the nouns of events, each as a class in which
words that reports use for one event stand together. A verb that says nothing gives way to the noun beside it. It
refuses to take a state, a modal or a bare name for something that happened.
"""

from __future__ import annotations

from functools import cache

from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.text.lexicon import lexicon, words
from rashomon.text.similarity import Terms, term


@cache
def words_of(section: str) -> frozenset[str]:
    """The words listed in `section` of timeline.toml."""
    return frozenset(words("timeline", section))


@cache
def classes_of(section: str) -> frozenset[str]:
    """The classes of the words listed in `section` of timeline.toml."""
    return frozenset(t for w in words("timeline", section) if (t := term(w)))


@cache
def event_nouns() -> frozenset[str]:
    """Classes of nouns that name an act or an event."""
    named = {n for sense in lexicon("acts")["senses"].values() for n in sense["nouns"] if " " not in n}
    return frozenset(t for w in named if (t := term(w))) | classes_of("events.nouns")


@cache
def listed() -> frozenset[str]:
    """Nouns that are listed as events in this very form."""
    named = {n for sense in lexicon("acts")["senses"].values() for n in sense["nouns"]}
    return frozenset(named) | frozenset(words("timeline", "events.nouns"))


def is_doer(word: str) -> bool:
    """True for who does a thing, not the thing ("attackers"): the stem of an event behind the ending of a doer."""
    one = word.removesuffix("s")
    return one.endswith(("er", "or")) and not listed() & {word, one}


@cache
def deeds() -> dict[str, str]:
    """Class of a body → class of the event that its acts are: what a court does is a ruling."""
    out = {}
    for noun, bodies in lexicon("timeline")["deeds"].items():
        for body in bodies:
            if (made := term(noun)) and (of := term(body)):
                out[of] = made
    return out


@cache
def alike() -> dict[str, str]:
    """Word and class of a word → class of the first word of its line in [alike] of timeline.toml."""
    out: dict[str, str] = {}
    for group in lexicon("timeline")["alike"]["groups"]:
        first = term(group[0]) or group[0]
        out.update({t: first for w in group for t in (w, term(w)) if t})
    return out


def unified(found: Terms) -> Terms:
    """Terms with the classes of events in place of their members."""
    table = alike()
    return frozenset(table.get(t, t) for t in found)


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a phrase → the words that follow it and the word it stands for, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, word in lexicon("timeline")["phrases"].items():
        first, *rest = phrase.split()
        out.setdefault(first, []).append((tuple(rest), word))
    return {
        first: tuple(sorted(found, key=lambda f: (-len(f[0]), [-len(w) for w in f[0]], f)))
        for first, found in out.items()
    }


def phrase_at(tokens: Tokens, n: int, stop: int) -> str | None:
    """The word that the phrase which begins at token `n` stands for ("broke into" → "steal"); None for no phrase."""
    low = tokens.words[n].lower()
    for first in dict.fromkeys((tokens.lemmas[n] or low, low)):
        for rest, word in phrases().get(first, ()):
            follow = range(n + 1, n + 1 + len(rest))
            if follow.stop <= stop and all(
                w in (tokens.words[k].lower(), tokens.lemmas[k]) for k, w in zip(follow, rest, strict=True)
            ):
                return word
    return None


def doing(tokens: Tokens, region: Span, hidden: list[Span], limit: bool = False) -> tuple[Terms, Terms]:
    """What `region` does, and its phases; `hidden`: its times. Of a `limit` ("closed until") all its verbs count.

    Its verb with the nouns of events that are its subject; where the verb says nothing, or there is none, all nouns
    of events; those behind "in", "during" and "by" always.
    """
    verbs, subjects, objects, phases = list[str](), set[str](), set[str](), set[str]()
    light, phase, named = classes_of("light.verbs"), classes_of("phases.verbs"), event_nouns() | set(alike().values())
    states, within, after = classes_of("states.verbs"), tokens.within(region.start, region.end), False
    for n in within:
        tag, low = tokens.tags[n], tokens.words[n].lower()
        if tag.startswith("NN") and is_doer(low) and low not in deeds() and term(low) not in deeds():
            continue
        whole = phrase_at(tokens, n, within.stop) if tag[:2] in ("VB", "RB", "JJ", "IN", "RP") else None
        if whole and " " in whole:  # a phase and what has it: "went on strike"
            first, _, whole = whole.partition(" ")
            phases.add(term(first) or first)
        lemma = tokens.lemmas[n] or low
        found = alike().get(whole) or term(whole) if whole else alike().get(low) or alike().get(lemma) or term(lemma)
        if any(h.start <= tokens.starts[n] < h.end for h in hidden):
            continue
        if tag.startswith("VB") or whole:
            after = True
            if found in phase or (found == term("open") and subjects & event_nouns() and not limit):
                found = found if found in phase else term("begin")
                phases.update({found} if found and not verbs else ())
            elif found and (whole or found not in light | states) and (limit or not verbs):
                verbs.append(found)
        elif found and limit and tag.startswith("JJ") and after:
            verbs.append(found)
        elif found and tag.startswith("NN"):
            into = not after or _cause(tokens, n)
            (subjects if into else objects).update({found} & named)
            if not after and (made := deeds().get(found)):
                subjects.add(made)
    heads = subjects | (set(verbs) or objects)
    return unified(frozenset(heads)), frozenset(phases)


def _cause(tokens: Tokens, n: int) -> bool:
    """As in "died in a fire": a preposition of cause or occasion stands before the noun phrase."""
    for k in range(n - 1, max(-1, n - 4), -1):
        if tokens.tags[k] == "IN":
            return tokens.words[k].lower() in words_of("causes.words")
    return False
