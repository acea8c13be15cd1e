"""Divides a run into title and name: "US State Secretary Marco Rubio" → label "US State Secretary", name "Marco Rubio".

The title ends at the last office, rank or form of address that leaves a name behind it; words after "of" that belong to
the office ("of State", "of Ukraine") are part of it. A run that is all title is a role. Gazetteer names that stand
inside a title are mentions of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.marks import ActorType
from rashomon.records.reading import Words
from rashomon.steps.annotate.names.kinds import kind_of, known_kind
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles


@dataclass(slots=True)
class Found:
    """A name found at tokens `[first, stop)`; `label` is a token range; `sure` tells whether its type has evidence."""

    first: int
    stop: int
    type: ActorType
    sure: bool = True
    label: tuple[int, int] | None = None
    role: bool = False


def split_run(words: Words, first: int, stop: int) -> list[Found]:
    """The names (and roles) of the run of tokens `[first, stop)`."""
    whole = form_at(words, first, stop)
    if known_kind(whole) or whole in world().cities:
        return [_name(words, first, stop, None)]
    end = title_stop(words, first, stop)
    inside = known_inside(words, first, end) if end > first else []
    if end == stop:
        return [*inside, Found(first, stop, "person", True, None, True)]
    if end > first:
        if words.tokens.words[stop - 1].lower() in world().organization_heads and stop - end == 1:
            return [_name(words, first, stop, None)]
        return [*inside, *_split_name(words, end, stop, (first, end))]
    begin = first
    while begin < stop and words.tokens.words[begin] in world().adjectives:
        begin += 1
    if begin == stop:
        return []
    if begin > first and words.tokens.words[stop - 1].lower() in world().organization_heads:
        begin = first
    return _split_name(words, begin, stop, None)


def _split_name(words: Words, first: int, stop: int, label: tuple[int, int] | None) -> list[Found]:
    """One name, unless gazetteer names stand side by side ("Trump White House")."""
    if label is None and stop - first > 1:
        for cut in range(first + 1, stop):
            left, right = form_at(words, first, cut), form_at(words, cut, stop)
            if known_kind(right) == "organization" and stop - cut > 1 and not known_kind(left) and cut - first == 1:
                return [_name(words, first, cut, None), _name(words, cut, stop, None)]
            if left in world().countries and right in world().countries:
                return [_name(words, first, cut, None), _name(words, cut, stop, None)]
    return [_name(words, first, stop, label)]


def _name(words: Words, first: int, stop: int, label: tuple[int, int] | None) -> Found:
    if words.tokens.words[stop - 1] == "." and stop - first > 1:
        stop -= 1 if len(words.tokens.words[stop - 2]) > 1 else 0
    kind, sure = kind_of(words, first, stop, label is not None)
    return Found(first, stop, kind, sure, label)


def form_at(words: Words, first: int, stop: int) -> str:
    """The characters of tokens `[first, stop)` with single spaces."""
    return " ".join(words.text[words.tokens.starts[first] : words.tokens.ends[stop - 1]].split())


def title_stop(words: Words, first: int, stop: int) -> int:
    """Token after the title at the head of the run; `first` when it has none, `stop` when it is all title."""
    tokens, known = words.tokens.words, titles()
    end = first
    n = first
    while n < stop:
        word = tokens[n]
        if known.is_title(word) and not (end and n == stop - 1 and n > first and _surname_like(tokens, n, first)):
            end = n + 1
            if end < stop and tokens[end] == ".":
                end += 1
            end = _of(words, end, stop)
            n = end
            continue
        n += 1
    if end == stop and not _all_title(words, first, stop):
        return first
    return end


def _surname_like(tokens: list[str], n: int, first: int) -> bool:
    """A title word that closes a person's name ("Jamie Judge")."""
    return fold(tokens[n - 1]) in world().given and tokens[n].lower() not in (
        "president",
        "minister",
        "secretary",
        "spokesman",
        "spokeswoman",
    )


def _of(words: Words, end: int, stop: int) -> int:
    """The end of what belongs to an office: "of State", "of Ukraine", "for Foreign Affairs"."""
    tokens = [w.lower() for w in words.tokens.words[end : min(stop, end + 5)]]
    for phrase in titles().after:
        if tuple(tokens[: len(phrase)]) == phrase:
            return end + len(phrase)
    if tokens and tokens[0] in ("of", "for"):
        for reach in range(min(stop, end + 5), end + 1, -1):
            form = form_at(words, end + 1, reach)
            if known_kind(form.removeprefix("the ")) or form.removeprefix("the ") in world().cities:
                return reach
    return end


def _all_title(words: Words, first: int, stop: int) -> bool:
    known, titled = world(), titles()
    for n in range(first, stop):
        word = words.tokens.words[n]
        low = word.lower()
        if not (
            low in titled.modifiers
            or titled.is_title(word)
            or word in known.adjectives
            or word in known.countries
            or low in ("of", "the", "for", "and", ".")
        ):
            if not any(
                known_kind(form_at(words, a, b))
                for a, b in ((n, n + 1), (n, n + 2), (n - 1, n + 1))
                if first <= a and b <= stop
            ):
                return False
    return True


def known_inside(words: Words, first: int, stop: int) -> list[Found]:
    """Countries and bodies that the gazetteers know, inside a title."""
    found, n = [], first
    while n < stop:
        for reach in range(min(stop, n + 4), n, -1):
            form = form_at(words, n, reach)
            kind = known_kind(form)
            if kind and (reach - n > 1 or not titles().is_title(form)):
                found.append(Found(n, reach, kind))
                n = reach
                break
        else:
            n += 1
    return found
