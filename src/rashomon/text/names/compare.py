"""Are two names one actor? Rules over name parts, with a veto; returns a verdict and a score.

For persons: the family names must agree (same letters, or two romanisations of one spelling), and the given names must
not conflict: equal, an initial, a short form or a transliteration of one another, or absent on one side. Titles of
different gender and different suffixes (father and son) are a veto. For everything else: equal words, known aliases,
an acronym, or one name inside the other. It refuses to guess from resemblance alone: "Smith" and "Smyth" are two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rashomon.text.names.fold import HIDDEN, blunt, fold, spelled_out
from rashomon.text.names.keys import guttural, key, skeleton
from rashomon.text.names.known import world
from rashomon.text.names.parts import PARTICLES, POSSESSIVE, Parts, person
from rashomon.text.names.titles import titles
from rashomon.text.names.vocabulary import is_common


class Verdict(NamedTuple):
    """Whether two names may be one actor, and how sure that is (0 to 1; `same` means 0.5 or more)."""

    same: bool
    score: float


GLUED = re.compile(r"(?<=[A-Za-z][a-z]\.)(?=[A-Z][a-z])")
"""Between a short title and the name that lost its space ("Gov.Ana Reyes")."""
SMALL = frozenset("the of and for a an in on at to".split())


def same_name(a: str, b: str, kind: str = "person") -> Verdict:
    """Compare two names of the given actor type; never raises."""
    a, b = _trim(a), _trim(b)
    if not a or not b:
        return Verdict(False, 0.0)
    if fold(a) == fold(b):
        return Verdict(True, 1.0)
    if _numbers(a) != _numbers(b):
        return Verdict(False, 0.0)
    if kind != "person" or is_body(a) or is_body(b):
        score = max(body_score(a, b), 0.8 if team(a, b) or team(b, a) else 0.0)
    else:
        score = max(person_score(person(a), person(b)), 0.9 if acronym(a, b) or acronym(b, a) else 0.0)
    return Verdict(score >= 0.5, score)


def _trim(name: str) -> str:
    """One line without quotation marks around it, and without a description after a comma."""
    words = HIDDEN.sub(" ", name[:300]).split()
    whole = GLUED.sub(" ", " ".join(words)).strip("\"'“”‘’„« »").replace(" , ", ", ")
    head, comma, tail = whole.partition(", ")
    described = comma and not (tail.split() or [""])[0].lower().rstrip(".").startswith(
        ("jr", "sr", "inc", "ltd", "llc")
    )
    return head if described and " " in head else whole


def _numbers(name: str) -> list[str]:
    return [w.rstrip("thsndr") for w in fold(name).split() if w[:1].isdigit()]


def is_body(name: str) -> bool:
    """True when the words of `name` show a place or an organisation."""
    known, words = world(), name.split()
    if name in known.organizations or name in known.countries or name in known.media:
        return True
    last = words[-1].lower()
    return last in CORPORATE or (
        len(words) > 1 and last in known.organization_heads and fold(words[0]) not in known.given
    )


DESCRIBING = frozenset("company firm group maker bank airline operator retailer carrier".split())
CORPORATE = frozenset("inc inc. co co. corp corp. corporation company ltd ltd. plc llc ag gmbh sa department".split())


def person_score(a: Parts, b: Parts) -> float:
    """How well two persons' names agree: 0 to 1."""
    if not a.family or not b.family or _veto(a, b) or _describes(a) != _describes(b):
        return 0.0
    if len(a.words) > 1 and len(b.words) > 1 and (_hyphenated(a) or _hyphenated(b)):
        return _by_syllables(a, b)
    family = family_score(a.family, b.family)
    if (len(a.words) == 1 and len(b.words) > 1) or (len(b.words) == 1 and len(a.words) > 1):
        short, long = (a, b) if len(a.words) == 1 else (b, a)
        if family >= 0.5:
            return 0.85 * family
        if _first_surname(short, long):
            return 0.6
        return _given_alone(short, long)
    if family < 0.5:
        return max(_other_order(a, b), _longer(a, b), _other_romanisation(a, b))
    if not a.given or not b.given:
        return 0.9 * family
    return family * given_score(a, b)


def _hyphenated(p: Parts) -> bool:
    """True for a name of two words, one a given name of two syllables as in Korean and Chinese ("Pak Jong-hun")."""
    parts = [w.partition("-") for w in p.words]
    return len(parts) == 2 and any(len(h) > 1 and t.islower() and fold(h) not in PARTICLES for h, _, t in parts)


def _by_syllables(a: Parts, b: Parts) -> float:
    """All syllables agree, whichever way they are joined and whether the family name stands first or last."""
    x, y = ([key(s) for w in p.words for s in fold(w).split("-")] for p in (a, b))
    if x == y or _joined(a) == _joined(b):
        return 0.95
    return 0.85 if len(x) == len(y) and (x[1:] + x[:1] == y or y[1:] + y[:1] == x) else 0.0


def _describes(p: Parts) -> bool:
    """True when all there is of the name is a role word ("Doctor", "police"), which names nobody."""
    told, word = titles(), fold(p.family[0])
    return len(p.words) == 1 and (word in told.heads or word in told.organizations or word in told.people)


def _veto(a: Parts, b: Parts) -> bool:
    told = titles()
    sexes = {told.gender_of(" ".join(p.titles)) for p in (a, b)} - {""}
    return len(sexes) == 2 or bool(a.suffix and b.suffix and a.suffix != b.suffix)


def family_score(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """1 same letters, 0.95 one key, 0.8 one part of a compound name, else 0."""
    x, y = " ".join(map(fold, a)), " ".join(map(fold, b))
    if x == y or x.replace("-", " ") == y.replace("-", " "):
        return 1.0
    bare_x, bare_y = _bare(a), _bare(b)
    if bare_x == bare_y:
        return 0.98
    if [key(w) for w in bare_x] == [key(w) for w in bare_y]:
        return 0.95
    if " ".join(map(spelled_out, a)) == y or x == " ".join(map(spelled_out, b)):
        return 0.95
    left, right = set(map(key, bare_x)), set(map(key, bare_y))
    if left and right and (left < right or right < left) and max(map(len, left & right)) > 2:
        return 0.8
    if len(bare_x) == len(bare_y) == 1 and near(bare_x[0], bare_y[0]):
        return 0.7
    return 0.0


def near(a: str, b: str) -> bool:
    """True for long words whose keys differ by one letter, or that share a skeleton of four consonants and more."""
    x, y = key(a), key(b)
    if min(len(x), len(y)) >= 6 and x[:1] == y[:1] and skeleton(a) == skeleton(b) and len(skeleton(a)) >= 4:
        return True
    return min(len(x), len(y)) >= 7 and x[0] == y[0] and one_edit(x, y)


def one_edit(a: str, b: str) -> bool:
    """True when one letter is inserted, dropped, changed, or two neighbours are swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    parts = [p for w in words for p in fold(w).split("-") if p]
    kept = [p.replace("'", "") for p in parts if p not in ("al", "el", "bin", "ibn", "abu", "ul", "ur")]
    return tuple(kept or parts or map(fold, words))


def given_score(a: Parts, b: Parts) -> float:
    """0 when the given names conflict, else how well they agree."""
    x, y = [w for g in a.given for w in _bare((g,))], [w for g in b.given for w in _bare((g,))]
    whole_x, whole_y = "".join(x), "".join(y)
    if (
        len(x) != len(y)
        and key(whole_x)[:2] == key(whole_y)[:2]
        and len(x[0]) > 1
        and same_given(whole_x, whole_y) >= 0.8
    ):
        return 0.9  # "Abdel Karim", "Abdulkarim"
    first = same_given(x[0], y[0])
    if first:
        rest = [(u, v) for u, v in zip(x[1:], y[1:], strict=False)]
        return first * (0.3 if any(not same_given(u, v) for u, v in rest) and len(x) == len(y) == 2 else 1.0)
    for nick, other in ((a.nick, y), (b.nick, x)):
        if nick and same_given(fold(nick), other[0]):
            return 0.9
    # A first name that one side leaves out: "Nicolae Ion Popescu" is "Ion Popescu".
    if len(x) != len(y) and (set(map(key, x)) & set(map(key, y))) and min(len(w) for w in (x[-1], y[-1])) > 2:
        return 0.85
    return 0.0


@lru_cache(maxsize=65536)
def same_given(a: str, b: str) -> float:
    """Equal, initial, nickname or transliteration of one another: 0 when none."""
    x, y = fold(a).replace(".", ""), fold(b).replace(".", "")
    if x == y:
        return 1.0
    if not x or not y:
        return 0.0
    if key(x) == key(y) and len(x) > 2 and len(y) > 2:
        return 0.95
    if len(x) == 1 or len(y) == 1:
        return 0.8 if x[0] == y[0] else 0.0
    groups = world().nicknames
    if groups.get(x, frozenset()) & groups.get(y, frozenset()):
        return 0.9
    if len(x) <= 3 and len(y) <= 3 and (len(x) == 2 or len(y) == 2) and x[0] == y[0]:
        return 0.0
    if min(len(x), len(y)) >= 4 and blunt(x) == blunt(y):
        return 0.9
    if min(len(x), len(y)) >= 5 and guttural(x) == guttural(y):
        return 0.85
    if min(len(x), len(y)) >= 4 and skeleton(x) == skeleton(y) and len(skeleton(x)) >= 3 and x[0] == y[0]:
        return 0.85
    if min(len(x), len(y)) >= 6 and key(x)[0] == key(y)[0] and one_edit(key(x), key(y)):
        return 0.7
    return 0.0


def _given_alone(short: Parts, long: Parts) -> float:
    """A given name alone ("Hillary") against a full name."""
    word = short.family[0]
    if not long.given:
        return 0.0
    if _family_first(long) and fold(word) == fold(long.given[0]):
        return 0.7
    if fold(word) not in world().given:
        return 0.0
    if short.titles and not titles().gender_of(" ".join(short.titles)):
        return 0.0
    if any(fold(word) == fold(g) for g in long.given[:1]) and len(word) > 2:
        return 0.6
    return 0.0


def _first_surname(short: Parts, long: Parts) -> bool:
    """True for "Varga" and "Pedro Varga Molina": the first of two surnames, which is no given name itself."""
    known, word = world().given, fold(short.family[0])
    if len(long.words) != 3 or short.titles[1:] or len(word) < 4:
        return False
    return fold(long.words[0]) in known and word == fold(long.words[1]) and word not in known


def _family_first(p: Parts) -> bool:
    """True for "Park Min-jun": a family name in front, known as such, or shown by a hyphened given name."""
    head, _, tail = p.family[-1].partition("-")
    return fold(p.given[0]) in world().family_first or (len(head) > 1 and tail.islower())


def _other_order(a: Parts, b: Parts) -> float:
    """Family name first: "Xi Jinping" and "Jinping Xi", "Kim Jong Un" and "Kim Jong-un"."""
    x, y = _joined(a), _joined(b)
    if x == y:
        return 0.95
    left, right = sorted(map(key, a.words)), sorted(map(key, b.words))
    return 0.85 if left == right and len(left) > 1 else 0.0


def _longer(a: Parts, b: Parts) -> float:
    """One name has a word more at its end: "Amina Ali" and "Amina Ali Nkeki"."""
    short, long = sorted((a.words, b.words), key=len)
    if len(short) < 2 or len(short) == len(long):
        return 0.0
    return 0.75 if [key(w) for w in long[: len(short)]] == [key(w) for w in short] else 0.0


def _other_romanisation(a: Parts, b: Parts) -> float:
    """One family name with kh, ch, h or k, or with ue for ü: believed only where the given names agree."""
    if not (len(a.family) == len(b.family) == 1 and a.given and b.given):
        return 0.0
    x, y = a.family[0], b.family[0]
    alike = min(len(x), len(y)) >= 6 and guttural(x) == guttural(y) and "h" in fold(x + y)
    alike |= min(len(x), len(y)) >= 5 and blunt(x) == blunt(y)
    return 0.7 if alike and given_score(a, b) >= 0.9 else 0.0


def _joined(p: Parts) -> str:
    return "".join(map(fold, p.words)).replace("-", "").replace("'", "")


def body_score(a: str, b: str) -> float:
    """How well the names of two places, organisations or works agree: 0 to 1."""
    known = world()
    x, y = known.names(a), known.names(b)
    if x and y:
        return 0.98 if x == y else 0.05
    left, right = _content(a), _content(b)
    if not left or not right:
        return 0.0
    if left == right:
        return 0.97
    if "".join(left) == "".join(right):
        return 0.95
    if acronym(a, b) or acronym(b, a):
        return 0.9
    if len(left) == len(right) and [key(w) for w in left] == [key(w) for w in right]:
        return 0.85
    if len(left) == len(right) and all(_romanised(v, w) for v, w in zip(left, right, strict=True)):
        return 0.7
    return 0.0


def team(short: str, long: str) -> bool:
    """True for a team and the last word of its name ("Rovers", "Ellery Rovers")."""
    word, words = fold(POSSESSIVE.sub("", short)), fold(long).split()
    return word in world().team_heads and len(words) > 1 and words[-1] == word


def _romanised(a: str, b: str) -> bool:
    """True when two words differ in vowels only ("Sheikhun", "Shaykhoun")."""
    if key(a) == key(b):
        return True
    bones = skeleton(a)
    return min(len(a), len(b)) >= 5 and bones == skeleton(b) and len(bones) >= 3 and not (is_common(a) or is_common(b))


def _content(name: str) -> list[str]:
    name = name.partition("(")[0].strip() or name
    first, _, rest = name.partition(" ")
    if rest and (first.islower() and first in DESCRIBING):
        name = rest
    elif rest and first in world().countries:
        name = f"{world().countries[first]} {rest}"
    words = [w.strip(".,'’\"“”()") for w in fold(name).replace("-", " ").split()]
    words = [w[:-2] if w.endswith("'s") else w for w in words if w and w not in SMALL]
    kept = [w for n, w in enumerate(words) if not n or w not in CORPORATE]
    return [w for w in kept if not w.isdigit()] or kept


def acronym(short: str, long: str) -> bool:
    """True when `short` is made of the first letters of the words of `long` ("WFP", "World Food Programme")."""
    letters = short.replace(".", "").strip()
    if not 2 <= len(letters) <= 8 or sum(c.isupper() for c in letters) < 2 or " " in letters:
        return False
    words = [w for w in fold(long).replace("-", " ").split() if w]
    initials = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w not in SMALL)
    return len(content) > 1 and letters.lower() in (initials, content)
