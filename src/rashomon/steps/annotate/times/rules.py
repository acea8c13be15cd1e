"""Reads the rules of `lexicons/<language>/times.toml` and compiles each into a pattern over class letters.

The pattern language is explained at the top of that file. A pattern that cannot be read raises ValueError when the
lexicon is loaded, so a slip in a rule shows at once and not in a dossier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.steps.annotate.times.patterns import CLASS, TOKEN, Pattern
from rashomon.steps.annotate.times.pieces import KINDS, NAMELIKE, PLAIN, Alphabet, digit_sets
from rashomon.text.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time: `pattern` over class letters, `reader` works out the value unless `value` gives it."""

    name: str
    pattern: re.Pattern[str]
    first: frozenset[str]
    reader: str
    value: str
    order: int

    def groups(self, match: re.Match[str]) -> dict[str, int]:
        """The piece that each class of the pattern took; of a class that stands in it twice, the first."""
        taken: dict[str, int] = {}
        for name in match.re.groupindex:
            if match.start(name) >= 0:
                taken.setdefault(name.rpartition("_")[0], match.start(name))
        return taken


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a language: `starting[letter]` are those that can begin with a piece of that letter.

    The pattern beside them fits where at least one of them does: one look instead of many. `begins` finds the next
    piece that a rule can start with; a sentence without a digit and without one of `triggers` holds no time.
    """

    alphabet: Alphabet
    starting: dict[str, tuple[re.Pattern[str], tuple[Rule, ...]]]
    calendar: dict[str, Any]
    times: dict[str, Any]
    guards: re.Pattern[str]
    begins: re.Pattern[str]
    triggers: frozenset[str]


GROUPS = {
    "months": ("MONTH",),
    "weekdays": ("WEEKDAY",),
    "weekdays_short": ("WDSHORT",),
    "units": ("UNIT", "UNITS"),
    "units_plural": ("PLURALS", "UNITS"),
    "units_short": ("UNITS",),
    "parts": ("PART",),
    "seasons": ("SEASON",),
    "numbers": ("NUM",),
    "ordinals": ("ORDINAL", "DAYNO"),
    "zones": ("ZONE",),
}


def _expand(text: str, macros: dict[str, str], depth: int = 0) -> str:
    """`text` with every @NAME replaced by its macro, in brackets."""
    if depth > 5:
        raise ValueError("macros refer to one another in a circle")
    return re.sub(r"@([A-Z_]+)(\?)?", lambda m: f"( {_expand(macros[m[1]], macros, depth + 1)} ){m[2] or ''} ", text)


def _alphabet(calendar: dict[str, Any], times: dict[str, Any], patterns: list[str]) -> Alphabet:
    alphabet = Alphabet()
    for section, names in GROUPS.items():
        for word in calendar[section]:
            for name in names:
                alphabet.add(word, name)
    names_of: dict[int, str] = {}
    for word, number in calendar["months"].items():
        if word != names_of.setdefault(number, word):
            alphabet.add(word, "ABBR")
    for section, name in (("relative", "REL"), ("days", "NEARDAY"), ("sets", "SETWORD")):
        for word in times[section]:
            alphabet.add(word, name)
    for mark, name in (("(", "LP"), (")", "RP")):
        alphabet.add(mark, name)
    for pattern in patterns:
        for token in TOKEN.findall(pattern):
            bare = token.lstrip("<>!") if len(token) > 1 else token
            bare = bare[:-1] if len(bare) > 1 and bare.endswith("?") else bare
            for part in bare.split("|"):
                if part and not CLASS.match(part) and part[0] not in "()":
                    alphabet.add(part, f"={part}")
    for classes in (PLAIN, NAMELIKE, *KINDS.values(), *digit_sets()):
        alphabet.letter(classes)
    alphabet.close()
    return alphabet


def _holiday_rules(calendar: dict[str, Any]) -> list[dict[str, str]]:
    """A rule for every name of a feast: the name, possibly a year, or a relative word."""
    rules = []
    for number, feast in enumerate(calendar["holidays"]):
        for name in feast["names"]:
            words = " ".join(re.findall(r"\w+|[^\w\s]", name.replace("’", "'")))
            rules.append({
                "name": name, "find": f"( this|last|next|past )? {words} ( ,? YEAR | of? REL2 year )? >!NAMELIKE",
                "read": f"holiday:{number}",
            })  # fmt: skip
    return rules


def _any(rules: list[Rule]) -> re.Pattern[str]:
    """A pattern that fits where one of `rules` fits."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in rules))


@cache
def grammar(language: str = "en") -> Grammar:
    """The rules of `language`, compiled once; raises ValueError for a rule that cannot be read."""
    calendar, times = lexicon("calendar", language), lexicon("times", language)
    raw = [*times["rule"], *_holiday_rules(calendar)]
    patterns = [_expand(rule["find"], times["macros"]) for rule in raw]
    alphabet = _alphabet(calendar, times, patterns)
    common = frozenset("".join(alphabet.of[word] for word in times["common"]["words"] if word in alphabet.of))
    starting: dict[str, list[Rule]] = {}
    needed: set[str] = set()
    for order, (rule, text) in enumerate(zip(raw, patterns, strict=True)):
        try:
            part = Pattern(text, alphabet, common).translate()
            first = frozenset(part.first)
            made = Rule(rule["name"], re.compile(part.regex), first, rule.get("read", ""), rule.get("value", ""), order)
        except (ValueError, re.error) as problem:
            raise ValueError(f"rule {rule['name']!r} of times.toml: {problem}") from problem
        needed |= part.needs
        for letter in sorted(first):
            starting.setdefault(letter, []).append(made)
    names = "|".join(re.escape(name) for name in sorted(times["guards"]["names"], key=lambda n: (-len(n), n)))
    return Grammar(
        alphabet,
        {k: (_any(v), tuple(v)) for k, v in starting.items()},
        calendar,
        times,
        re.compile(rf"\b(?:{names})\b"),
        re.compile(f"[{''.join(sorted(starting))}]"),
        frozenset(word for word, letter in alphabet.of.items() if letter in needed),
    )
