"""Divides a run into title and name: "US State Secretary Marco Rubio" → label "US State Secretary", name "Marco Rubio".

The title ends at the last office, rank or form of address that leaves a name behind it; words after "of" that belong to
the office ("of State", "of Ukraine") are part of it. A run that is all title is a role. Gazetteer names that stand
inside a title are mentions of their own, and names that merely stand side by side ("London AP") are taken apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.records.marks import ActorType
from rashomon.records.reading import Words
from rashomon.steps.annotate.names.kinds import BODY_AFTER, VESSELS, is_demonym, kind_of, known_kind
from rashomon.text.lexicon import words as listed
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles
from rashomon.text.names.vocabulary import is_common

PLACE_LIKE = listed("titles", "offices.place_like")
STRONG = listed("titles", "offices.strong")
LINKS = ("of", "for")
MARKED = listed("titles", "named.marks")
SHORT = re.compile(r"[A-Z]{2,5}")


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
    whole, tokens = form_at(words, first, stop), words.tokens.words
    if whole in world().adjectives or (stop - first == 1 and is_demonym(words, first)):
        return []
    if first and tokens[first - 1] in VESSELS and stop - first > 1:
        return [_name(words, first, stop, None)]
    if known_kind(whole) or whole in world().cities:
        return [_name(words, first, stop, None)]
    last = tokens[stop - 1].lower()
    headed = last in world().organization_heads or last in world().place_heads
    if name_end := _name_before_title(words, first, stop):
        end = title_stop(words, name_end, stop)
        return [Found(first, name_end, "person", True, (name_end, end)), *known_inside(words, name_end, stop)]
    if begin := _after_of(words, first, stop):
        return [*known_inside(words, first, begin), _name(words, begin, stop, None)]
    end = title_stop(words, first, stop)
    if end == stop and any(w in LINKS for w in tokens[first:stop]):
        headed = False
    if headed and stop - first > 1 and (end in (first, stop) or _place_like(words, first, stop, end)):
        return _parts(words, _skip_adjectives(words, first, stop), stop, None)
    inside = known_inside(words, first, end) if end > first else []
    if end == stop:
        return [*inside, Found(first, stop, "person", True, None, True)]
    if end > first and not _weak(words, end, stop):
        return [*inside, *_parts(words, end, stop, (first, end))]
    begin = _skip_adjectives(words, first, stop)
    if begin == stop:
        return []
    stop = _with_body(words, begin, stop)
    return _parts(words, begin, stop, None)


def _with_body(words: Words, first: int, stop: int) -> int:
    """Take a lower-case "police", "hospital" behind an unknown name into it: "Marsh Valley police"."""
    tokens = words.tokens.words
    if (
        stop >= len(tokens)
        or tokens[stop] not in BODY_AFTER
        or words.tokens.starts[stop] - words.tokens.ends[stop - 1] != 1
    ):
        return stop
    form = form_at(words, first, stop)
    if (
        form in world().countries
        or form in world().adjectives
        or fold(tokens[first]) in world().given
        or stop - first < 2
    ):
        return stop
    return stop + 1


def _weak(words: Words, end: int, stop: int) -> bool:
    """True when the title is a mere description and the name an ordinary word ("Terrorist Attack")."""
    tokens, told = words.tokens.words, titles()
    if stop - end > 1 or not is_common(tokens[end].lower()):
        return False
    last = tokens[end - 1].lower()
    return last not in STRONG and last not in told.honorifics and last not in told.ranks


def _name_before_title(words: Words, first: int, stop: int) -> int:
    """Where a title follows a full name without a comma ("Ana Reyes Executive Director of the …"), else 0."""
    tokens = words.tokens.words
    if fold(tokens[first]) not in world().given:
        return 0
    for n in range(first + 2, min(stop - 1, first + 4)):
        if tokens[n].lower() in titles().heads or tokens[n].lower() in (
            "executive",
            "chief",
            "vice",
            "deputy",
            "prime",
        ):
            return n if title_stop(words, n, stop) > n and fold(tokens[n]) not in world().given else 0
    return 0


def _after_of(words: Words, first: int, stop: int) -> int:
    """Where the name begins after "secretary of", "mayor of the" and what the office is of; 0 when it does not."""
    tokens = words.tokens.words
    before = first - 1 if first and tokens[first - 1] != "the" else first - 2
    if before < 1 or tokens[before] not in LINKS or not titles().is_title(tokens[before - 1]):
        return 0
    for n in range(first + 1, stop - 1):
        if fold(tokens[n]) in world().given and fold(tokens[first]) not in world().given:
            return n
    for n in range(stop - 1, first, -1):
        form = form_at(words, first, n)
        if (known_kind(form) or form in world().cities) and stop - n > 1 and not is_common(tokens[stop - 1].lower()):
            return n
    return 0


def _place_like(words: Words, first: int, stop: int, end: int) -> bool:
    """True for "King Power Stadium", "General Assembly": a title word that begins the name of a place or body."""
    if stop - end == 1 and is_common(words.tokens.words[stop - 1].lower()):
        return True
    return end == first + 1 and words.tokens.words[first].lower() in PLACE_LIKE and (
        stop - first > 2 or is_common(words.tokens.words[stop - 1].lower())
    )  # fmt: skip


def _skip_adjectives(words: Words, first: int, stop: int) -> int:
    """Leave "Russian" out of "Russian Vladimir …" and "Russian FSB", keep it in "Russian Navy"."""
    begin, known = first, world().adjectives
    while begin < stop:
        if words.tokens.words[begin] in known:
            begin += 1
        elif begin + 2 <= stop and form_at(words, begin, begin + 2) in known:
            begin += 2
        else:
            break
    if begin in (first, stop) or (stop - begin == 1 and SHORT.fullmatch(words.tokens.words[begin])):
        return begin
    return begin if fold(words.tokens.words[begin]) in world().given and stop - begin > 1 else first


def _parts(words: Words, first: int, stop: int, label: tuple[int, int] | None) -> list[Found]:
    """One name, unless known names stand side by side in the run."""
    if stop - first > 1 and not known_kind(form_at(words, first, stop)):
        cut = _cut(words, first, stop)
        if cut:
            left = _parts(words, first, cut, label if label else None)
            right = [] if form_at(words, cut, stop) in world().adjectives else _parts(words, cut, stop, None)
            return left + right
    return [_name(words, first, stop, label)]


def _cut(words: Words, first: int, stop: int) -> int:
    """Where the run falls apart into two names, 0 when it is one."""
    tokens, known = words.tokens.words, world()
    for cut in range(stop - 1, first, -1):
        form = form_at(words, first, cut)
        if form in known.agencies and not (cut == first + 1 and stop - cut == 1 and fold(form) in known.given):
            return cut
    head = tokens[first]
    if head.endswith("s") and known_kind(head) is None and head not in known.cities and head.lower() not in MARKED:
        stem = head[:-1]
        if SHORT.fullmatch(stem) or known_kind(stem) == "place" or (len(stem) > 4 and stem in known.cities):
            return first + 1  # a possessive that lost its apostrophe
    for cut in range(first + 1, stop):
        left, right = form_at(words, first, cut), form_at(words, cut, stop)
        if right in known.agencies:
            return cut
        if left in known.organizations and (right in known.regions or right in known.countries):
            return cut
        if left in known.media and (left.isupper() or right in known.organizations) and right.lower() != "news":
            return cut
        if known_kind(right) == "organization" and stop - cut > 1 and not known_kind(left):
            return cut
        if left in known.countries and right in known.countries:
            return cut
        named = fold(tokens[cut]) in known.given and stop - cut > 1
        if named and (
            left in known.organizations or (stop - cut == 2 and (left in known.cities or left in known.countries))
        ):
            return cut
    return 0


def _name(words: Words, first: int, stop: int, label: tuple[int, int] | None) -> Found:
    if words.tokens.words[stop - 1] == "." and stop - first > 1 and len(words.tokens.words[stop - 2]) > 1:
        stop -= 1
    kind, sure = kind_of(words, first, stop, label is not None)
    return Found(first, stop, kind, sure, label)


def form_at(words: Words, first: int, stop: int) -> str:
    """The characters of tokens `[first, stop)` with single spaces."""
    if stop - first == 1:
        return words.tokens.words[first]
    return " ".join(words.text[words.tokens.starts[first] : words.tokens.ends[stop - 1]].split())


def title_stop(words: Words, first: int, stop: int) -> int:
    """Token after the title at the head of the run; `first` when it has none, `stop` when it is all title."""
    tokens, known = words.tokens.words, titles()
    end = n = first
    while n < stop:
        linked = n > first and (tokens[n - 1] in LINKS or (tokens[n - 1] == "the" and tokens[n - 2] in LINKS))
        if (
            not linked
            and known.is_title(tokens[n])
            and not (n == stop - 1 and n > first and fold(tokens[n - 1]) in world().given)
        ):
            end = n + 1
            if end < stop and tokens[end] == ".":
                end += 1
            n = end = _of(words, end, stop)
        else:
            n += 1
    if end == stop and not _all_title(words, first, stop):
        return first
    return end


def _of(words: Words, end: int, stop: int) -> int:
    """The end of what belongs to an office: "of State", "of Ukraine", "of the British Transport Police"."""
    tokens = [w.lower() for w in words.tokens.words[end : min(stop, end + 5)]]
    for phrase in titles().after:
        if tuple(tokens[: len(phrase)]) == phrase:
            return end + len(phrase)
    if not tokens or tokens[0] not in LINKS:
        return end
    begin = end + 2 if len(tokens) > 1 and tokens[1] == "the" else end + 1
    for reach in range(min(stop, begin + 4), begin, -1):
        form = form_at(words, begin, reach)
        if known_kind(form) or form in world().cities:
            return reach
    for n in range(begin + 1, stop - 1):
        if fold(words.tokens.words[n]) in world().given:
            return n
    last = words.tokens.words[stop - 1].lower()
    if stop - begin > 2 and not is_common(last):
        return stop - 2
    return stop


def _all_title(words: Words, first: int, stop: int) -> bool:
    """True when every word of the run belongs to a title, or to what its office is of."""
    known, titled = world(), titles()
    for n in range(first, stop):
        word = words.tokens.words[n]
        low = word.lower()
        if low in LINKS:
            return n > first and titled.is_title(words.tokens.words[n - 1])
        if (
            low in titled.modifiers
            or titled.is_title(word)
            or word in known.adjectives
            or word in known.countries
            or word == "."
        ):
            continue
        around = ((n, n + 1), (n, n + 2), (n - 1, n + 1))
        if not any(known_kind(form_at(words, a, b)) for a, b in around if first <= a and b <= stop):
            return n == first and stop - first > 1 and is_common(low)
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
