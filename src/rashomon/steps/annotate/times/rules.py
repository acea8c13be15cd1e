"""Reads the rules of `lexicons/<language>/times.toml` and compiles each into a pattern over class letters.

The pattern language is explained at the top of that file. A pattern that cannot be read raises ValueError when the
lexicon is loaded, so a slip in a rule shows at once and not in a dossier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.steps.annotate.times.pieces import KINDS, NAMELIKE, PLAIN, Alphabet, digit_sets
from rashomon.text.lexicon import lexicon

TOKEN = re.compile(r"\(|\)(?:\{\d,\d\}|\?)?|[^\s()]+")
CLASS = re.compile(r"[A-Z]+(\d?)$")


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

    The pattern beside them fits where at least one of them does: one look instead of many.
    """

    alphabet: Alphabet
    starting: dict[str, tuple[re.Pattern[str], tuple[Rule, ...]]]
    calendar: dict[str, Any]
    times: dict[str, Any]
    guards: re.Pattern[str]


class _Pattern:
    """Translates one pattern; `first` collects the letters it can begin with."""

    def __init__(self, text: str, alphabet: Alphabet) -> None:
        self.tokens: Iterator[str] = iter(TOKEN.findall(text))
        self.alphabet = alphabet
        self.named = 0

    def translate(self) -> tuple[str, frozenset[str]]:
        regex, first, _, closer = self._sequence()
        if closer:
            raise ValueError("a bracket is closed that was not opened")
        return regex, frozenset(first)

    def _sequence(self) -> tuple[str, set[str], bool, str]:
        """Regex, first letters, whether it can be empty, and the bracket that closed it."""
        branches: list[tuple[str, set[str], bool]] = []
        out, first, empty = "", set[str](), True
        for token in self.tokens:
            if token.startswith(")"):
                branches.append((out, first, empty))
                return self._join(branches, token)
            if token == "|":
                branches.append((out, first, empty))
                out, first, empty = "", set(), True
                continue
            if token == "(":
                inner, begins, blank, closer = self._sequence()
                optional = closer != ")"
                out += f"(?:{inner}){closer[1:]}"
                blank = blank or optional
            elif token[0] in "<>":
                out += self._look(token)
                continue
            else:
                regex, begins, blank = self._item(token)
                out += regex
            if empty:
                first |= begins
                empty = blank
        branches.append((out, first, empty))
        return self._join(branches, "")

    @staticmethod
    def _join(branches: list[tuple[str, set[str], bool]], closer: str) -> tuple[str, set[str], bool, str]:
        first = set().union(*(b[1] for b in branches))
        return "|".join(b[0] for b in branches), first, any(b[2] for b in branches), closer

    def _item(self, token: str) -> tuple[str, set[str], bool]:
        optional = len(token) > 1 and token.endswith("?")
        parts = (token[:-1] if optional else token).split("|")
        letters = "".join(self._letters(part) for part in parts)
        if not letters:
            raise ValueError(f"no word is known by {token!r}")
        name = next((p.lower() for p in parts if CLASS.match(p)), "")
        regex = f"[{letters}]"
        if name:
            self.named += 1
            regex = f"(?P<{name}_{self.named}>{regex})"
        return regex + ("?" if optional else ""), set(letters), optional

    def _look(self, token: str) -> str:
        sign = "=" if token[1] != "!" else "!"
        letters = "".join(self._letters(p) for p in token[1 if sign == "=" else 2 :].split("|"))
        side = "<" if token[0] == "<" else ""
        return f"(?{side}{sign}[{letters}])"

    def _letters(self, part: str) -> str:
        return self.alphabet.members(re.sub(r"\d$", "", part) if CLASS.match(part) else f"={part}")


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
    starting: dict[str, list[Rule]] = {}
    for order, (rule, text) in enumerate(zip(raw, patterns, strict=True)):
        try:
            regex, first = _Pattern(text, alphabet).translate()
            made = Rule(rule["name"], re.compile(regex), first, rule.get("read", ""), rule.get("value", ""), order)
        except (ValueError, re.error) as problem:
            raise ValueError(f"rule {rule['name']!r} of times.toml: {problem}") from problem
        for letter in sorted(first):
            starting.setdefault(letter, []).append(made)
    names = "|".join(re.escape(name) for name in sorted(times["guards"]["names"], key=lambda n: (-len(n), n)))
    return Grammar(
        alphabet,
        {k: (_any(v), tuple(v)) for k, v in starting.items()},
        calendar,
        times,
        re.compile(rf"\b(?:{names})\b"),
    )
