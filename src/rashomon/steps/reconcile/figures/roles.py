"""What is told of a number, as a role: killed, arrested, fined, share of the vote; and which class of things it counts.

Decides on `lexicons/en/figure_roles.toml` and the words of the number's own clause, so that two reports can be held
side by side that share no word. A number whose clause has no word of a role has none, and a counted noun that stands
in no class is its own class; "the number of homes lost stands at 70" counts homes. A whole ("of the 160 seats") has
no role, for it is told of nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import Measure
from rashomon.records.reading import Words
from rashomon.records.span import Span
from rashomon.text.lexicon import lexicon

WHOLE = re.compile(
    r"\b(?:of|out of|among)\s"
    r"(?:(?:the\s)?[^\W\d_][\w.-]*(?:['’]s|s['’])|the|its|their|his|her|all|a total of)\s?(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a number of which some are told: "of the 160 seats", "of the club's 16 games"."""
_OF_WHOLE = re.compile(r"\sof\s(?:the|its|their|those|all)\s(?:the\s)?\d", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_TIMES = frozenset({"time", "calendar"})
_NUMBER_OF = frozenset({"number", "total", "tally", "count", "toll"})
_PERSON = re.compile(r"[\w-]{3,}(?:ian|ist|woman|goer|holder)")
"""Endings of nouns that count people: Savelians, cyclists, ticket holders."""
BACK = 14
"""Tokens before a number in which "the number of homes" is looked for."""
AHEAD = 4
"""Tokens behind a number in which its noun is looked for: "160 captured soldiers"."""


@dataclass(frozen=True, slots=True)
class Role:
    """`told`: roles of the clause; `counts`: classes of the counted noun; `whole`: only what a share is taken from.

    `share`: taken from a whole that stands beside it.
    """

    told: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    people: bool = False
    whole: bool = False
    share: bool = False


NOTHING = Role()


@dataclass(frozen=True, slots=True)
class _Table:
    words: dict[str, frozenset[str]]
    phrases: tuple[tuple[str, str], ...]
    of: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    people: frozenset[str]
    money: frozenset[str]
    instead: dict[str, frozenset[str]]
    only: dict[str, frozenset[str]]


@cache
def _table(language: str = "en") -> _Table:
    data = lexicon("figure_roles", language)
    found: dict[str, set[str]] = {}
    phrases = []
    for role, row in data["roles"].items():
        for word in row["words"]:
            if " " in word:
                phrases.append((word, role))
            else:
                found.setdefault(word, set()).add(role)
    nouns: dict[str, set[str]] = {}
    for group in data["nouns"]["classes"]:
        for noun in group:
            nouns.setdefault(noun, set()).add(group[0])
    return _Table(
        {word: frozenset(roles) for word, roles in found.items()},
        tuple(phrases),
        {role: frozenset(row["of"]) for role, row in data["roles"].items()},
        {noun: frozenset(groups) for noun, groups in nouns.items()},
        frozenset(data["people"]["nouns"]),
        frozenset(data["money"]["nouns"]),
        {role: frozenset(row["instead"]) for role, row in data["roles"].items() if "instead" in row},
        {role: frozenset(row["nouns"]) for role, row in data["roles"].items() if "nouns" in row},
    )


def kind_of(dimension: str) -> str:
    """The kind of number that roles are told of: count, money, percent, time, or the dimension itself."""
    return "money" if dimension.isupper() else "time" if dimension in _TIMES else dimension


@cache
def ahead(language: str = "en") -> frozenset[str]:
    """Roles of numbers that lie ahead by nature: a forecast of them is no other thing than a plan for them."""
    return frozenset(name for name, row in lexicon("figure_roles", language)["roles"].items() if row.get("ahead"))


@cache
def common(language: str = "en") -> frozenset[str]:
    """Nouns of which a report counts many things, seasons or games; the noun alone says nothing."""
    return frozenset(lexicon("figure_roles", language)["common"]["nouns"])


@cache
def wide(language: str = "en") -> frozenset[str]:
    """Roles of what one event makes once: two numbers of it are of one thing however far apart they are."""
    return frozenset(name for name, row in lexicon("figure_roles", language)["roles"].items() if row.get("wide"))


def counts_people(noun: str) -> bool:
    """True for a counted noun, in small letters, that counts people."""
    return noun in _table().people or bool(_PERSON.fullmatch(noun))


def role_of(words: Words, measure: Measure, others: list[Span], dimension: str, start: int, end: int) -> Role:
    """The role of `measure`, whose clause is `[start, end)`; `others`: what other numbers there count."""
    table, tokens, told = _table(), words.tokens, set[str]()
    noun = (measure.counted or "").lower()
    kind = "money" if noun in table.money else kind_of(dimension)
    start, end = min(start, measure.span.start), max(end, measure.span.end)
    if not any(tokens.tags[n].startswith("VB") for n in tokens.within(start, end)):
        sentence = words.sentence_at(measure.span.start)  # "22 homes and 3 barns were searched"
        end = max(end, sentence.end) if sentence else end
    for n in tokens.within(start, end):
        if tokens.tags[n].startswith("NNP") or any(other.start <= tokens.starts[n] < other.end for other in others):
            continue
        low = tokens.words[n].lower()
        if low == "last" and not tokens.tags[n].startswith("VB"):
            continue  # "the last two decades"
        told |= table.words.get(low, frozenset()) | table.words.get(tokens.lemmas[n], frozenset())
    clause = f" {' '.join(_WORD.findall(words.text[start:end].lower()))} "
    told |= {role for phrase, role in table.phrases if f" {phrase} " in clause}
    before = words.text[max(0, measure.span.start - 24) : measure.span.start]
    whole = bool(WHOLE.search(before)) and measure.modifier is None
    if not noun and kind == "count":
        noun = _noun_beside(words, measure.span, start, end)
    counts = table.nouns.get(noun, frozenset({noun}) if noun else frozenset())
    told = {
        r
        for r in told
        if kind in table.of[r] and not (noun and r in table.only and not table.only[r] & {noun, *counts})
    }
    told -= {other for role in told & table.instead.keys() for other in table.instead[role]}
    people = counts_people(noun)
    return Role(
        frozenset() if whole else frozenset(told),
        counts,
        people,
        whole,
        bool(_OF_WHOLE.match(words.text, measure.span.end)),
    )


def _noun_beside(words: Words, span: Span, start: int, end: int) -> str:
    """The noun of a number that has none: "160 captured soldiers", "the number of homes lost stands at 70"; else ""."""
    tokens = words.tokens
    first, stop = tokens.at(span.start), tokens.at(span.end)
    for n in range(stop, min(len(tokens), stop + AHEAD)):
        if tokens.starts[n] >= end or tokens.tags[n][:2] not in ("JJ", "VB", "NN") or tokens.tags[n] in ("VBZ", "VBP"):
            break
        if tokens.tags[n] == "NNS":
            return str(tokens.lemmas[n])
    for n in range(first - 1, max(0, first - BACK), -1):
        if tokens.starts[n] < start:
            break
        if tokens.words[n].lower() == "of" and tokens.words[n - 1].lower() in _NUMBER_OF:
            found = next((k for k in range(n + 1, first) if tokens.tags[k] in ("NNS", "NNPS")), None)
            return str(tokens.lemmas[found]).lower() if found is not None else ""
    return ""
