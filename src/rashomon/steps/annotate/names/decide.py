"""One decision per name and article: all mentions of one spelling get one type, and short forms the fullest name.

A last word alone ("Reyes") is the short form of the one person of the article whose full name ends so; when two fit
("Ana Reyes", "Luis Reyes") it stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from rashomon.records.marks import ActorType
from rashomon.records.reading import Words
from rashomon.steps.annotate.names.facts import Facts
from rashomon.steps.annotate.names.kinds import SHIP_MARKS, STORMS, known_kind
from rashomon.steps.annotate.names.split import Found, form_at
from rashomon.text.names.compare import CORPORATE, same_name
from rashomon.text.names.fold import fold
from rashomon.text.names.parts import person
from rashomon.text.names.titles import titles
from rashomon.text.names.vocabulary import is_common

SURE = 50
"""Votes of a mention whose type has evidence of its own."""
MOST = 60
"""Full names of an article that a short one is compared with letter by letter."""


def drop_ordinary(words: Words, by_sentence: list[list[Found]]) -> None:
    """Leave out ordinary words with a capital ("Statement") that no longer name of the article contains."""
    longer: set[str] = set()
    lasts = {words.tokens.words[f.stop - 1] for here in by_sentence for f in here}
    for here in by_sentence:
        for f in here:
            if f.stop - f.first > 1 or f.label:
                longer.add(words.tokens.words[f.stop - 1])
                if f.type == "person":
                    longer.add(words.tokens.words[f.first])
    for here in by_sentence:
        here[:] = [f for f in here if f.role or not (_ordinary(words, f, longer) or _pair(words, f, lasts))]


def _pair(words: Words, f: Found, lasts: set[str]) -> bool:
    """True for two names of the article joined by a hyphen ("the Reyes-Dunn talks")."""
    parts = words.tokens.words[f.first].split("-")
    return f.stop - f.first == 1 and len(parts) > 1 and all(part in lasts for part in parts)


def _ordinary(words: Words, f: Found, longer: set[str]) -> bool:
    word = words.tokens.words[f.first]
    if f.stop - f.first == 1 and ((len(word) == 1 and word != "X") or word.lower() in CORPORATE):
        return True
    if f.stop - f.first > 1 and not f.sure and form_at(words, f.first, f.stop).isupper():
        return True
    if f.stop - f.first > 1 or f.label or known_kind(word):
        return False
    low = word.lower()
    if not is_common(low):
        return False
    return word not in longer or low in titles().people or low in titles().organizations or low in titles().heads


def decide(words: Words, found: list[Found]) -> dict[int, str]:
    """Set one type for each spelling; returns for each name (by its place in `found`) its fullest form."""
    forms = [form_at(words, f.first, f.stop) for f in found]
    _types(words, found, forms)
    full = _short_forms(found, forms)
    return {n: full.get((forms[n], found[n].type), forms[n]) for n in range(len(found)) if not found[n].role}


def _types(words: Words, found: list[Found], forms: list[str]) -> None:
    votes: dict[str, Counter[ActorType]] = defaultdict(Counter)
    for f, form in zip(found, forms, strict=True):
        if not f.role:
            # A lower-case role before one word ("rival Acme") says less than a title.
            weak = f.label and f.stop - f.first == 1 and words.tokens.words[f.label[1] - 1].islower()
            votes[fold(form)][f.type] += (8 if weak else SURE) if f.sure else 1
            if f.type == "organization" and " " in form and form.split()[-1].lower() in CORPORATE:
                votes[fold(" ".join(form.split()[:-1]))]["organization"] += SURE
    people, ships, facts = _surnames(found, forms), _ships(found, forms), Facts(words, found, forms)
    for f, form in zip(found, forms, strict=True):
        name = fold(form)
        if f.role:
            if name in ships:
                f.role, f.type = False, "other"
            continue
        best = _best(votes[name])
        if name in people and not (f.sure and f.type != "person") and not facts.is_place(f, form):
            best = "person"
        elif not f.label and max(votes[name].values()) < SURE:
            best = facts.kind(name) or best
        elif name in people and facts.is_city(f, form):
            best = "person"
        if name in ships:
            best = "other"
        f.type = best


def _surnames(found: list[Found], forms: list[str]) -> set[str]:
    """The last words and the whole family names ("de Wit") of the full names of persons."""
    out: set[str] = set()
    for f, form in zip(found, forms, strict=True):
        if f.type == "person" and not f.role and f.sure and " " in form:
            out |= {fold(form.split()[-1]), fold(" ".join(person(form).family))}
    return out


def _ships(found: list[Found], forms: list[str]) -> set[str]:
    """Names of ships and storms that no mention gives a title, and the last words of storms' names."""
    titled = {fold(form) for f, form in zip(found, forms, strict=True) if f.label and not f.role}
    ships = {fold(form) for f, form in zip(found, forms, strict=True) if f.type == "other" and f.sure and not f.role}
    storms = {s.split()[-1] for s in ships if " " in s and s.split()[0] in STORMS}
    marked = {s.partition(" ")[2] for s in ships if " " in s and s.split()[0] in SHIP_MARKS}
    return (ships | storms | marked) - titled


def extends(form: str, people: Counter[str]) -> bool:
    """True when the name is a more common full name and a word more ("Ana Reyes Acme"): its last word is no surname."""
    head = form.rpartition(" ")[0]
    return " " in head and people[head] > people[form]


def _best(votes: Counter[ActorType]) -> ActorType:
    """The type with most votes; `other` is no evidence, so a third of its votes are enough for any type."""
    told = sorted(((n, kind) for kind, n in votes.items() if kind != "other"), reverse=True)
    return told[0][1] if told and 3 * told[0][0] >= votes["other"] else "other"


def _short_forms(found: list[Found], forms: list[str]) -> dict[tuple[str, ActorType], str]:
    by_type: dict[ActorType, Counter[str]] = defaultdict(Counter)
    for f, form in zip(found, forms, strict=True):
        if not f.role:
            by_type[f.type][form] += 1
    out: dict[tuple[str, ActorType], str] = {}
    people = by_type["person"]
    by_last: dict[str, list[str]] = defaultdict(list)
    for form in people:
        if " " in form and not extends(form, people):
            for last in sorted({fold(form.split()[-1]), fold(" ".join(person(form).family))}):
                by_last[last].append(form)
    others = [p for p in people if " " in p and not extends(p, people)][:MOST]
    for form in people:
        if person(form).given:
            continue
        options = by_last.get(fold(form)) or [p for p in others if same_name(form, p).same]
        same = [p for p in options if all(same_name(p, q).same for q in options)]
        if options and len(same) == len(options):
            out[form, "person"] = max(options, key=lambda p: (people[p], len(p), p))
    return out
