"""Are two names one person?

The family names must agree (same letters, or two romanisations of one spelling), and the given names must not
conflict: equal, an initial, a short form or a transliteration of one another, or absent on one side. Titles of
different gender, given names of different gender and different suffixes (father and son) are a veto. Where custom puts
the family name first, or a list does ("REYES Ana"), that order is tried too. Resemblance alone joins nobody: "Smith"
and "Smyth" are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rashomon.text.names.fold import blunt, fold, spelled_out
from rashomon.text.names.keys import guttural, key, skeleton
from rashomon.text.names.known import world
from rashomon.text.names.near import one_edit, same_sounds, swapped
from rashomon.text.names.parts import PARTICLES, Parts
from rashomon.text.names.titles import titles

PATRONYMIC = ("ovich", "evich", "ovych", "ovna", "evna", "ivna", "yovych", "ichna", "inichna")
OTHER_ORDER = 0.95
"""What is left of a score when one of the names had to be read in another order."""
SERVANT = re.compile(r"^abd[aeou](?:l|[rsn](?=[rsn]))[ -]?")
"""The beginning of "Abdul Karim", "Abdel-Karim", "Abdurrahman"."""
FEMININE = (
    ("ova", "ov"),
    ("eva", "ev"),
    ("ina", "in"),
    ("skaya", "sky"),
    ("skaya", "skii"),
    ("ska", "ski"),
    ("aya", "y"),
)


def person_score(a: Parts, b: Parts) -> float:
    """How well two persons' names agree: 0 to 1."""
    score = _score(a, b)
    if score >= 0.6:
        return score
    for x in (a, *orders(a)):
        for y in (b, *orders(b)):
            if x is not a or y is not b:
                score = max(score, OTHER_ORDER * _score(x, y))
    return score


def orders(p: Parts) -> Iterator[Parts]:
    """Other ways to read the words of a name: family name first, as capitals, patronymics or custom show."""
    words = p.words
    if len(words) < 2:
        return
    if words[0].isupper() and len(words[0]) > 3 and not words[-1].isupper():
        yield replace(p, given=words[1:], family=words[:1])
    if len(words) == 3 and fold(words[2]).endswith(PATRONYMIC):
        yield replace(p, given=words[1:], family=words[:1])
    if fold(words[0]) in world().family_first and len(words) == 3:
        yield replace(p, given=(words[2], words[1]), family=words[:1])
        yield replace(p, given=words[2:], family=words[:1])


def _score(a: Parts, b: Parts) -> float:
    """How well two names agree whose words are read in the order given."""
    if not a.family or not b.family or _veto(a, b) or _describes(a) or _describes(b):
        return 0.0
    if len(a.words) > 1 and len(b.words) > 1 and (_hyphenated(a) or _hyphenated(b)):
        return _by_syllables(a, b)
    family = family_score(a.family, b.family)
    if (len(a.words) == 1 and len(b.words) > 1) or (len(b.words) == 1 and len(a.words) > 1):
        short, long = (a, b) if len(a.words) == 1 else (b, a)
        if family >= 0.5:
            return 0.0 if _other_gender(short.family[-1], long) else 0.85 * family
        if _first_surname(short, long):
            return 0.6
        return _given_alone(short, long)
    if family < 0.5:
        return max(_other_order(a, b), _longer(a, b), _other_romanisation(a, b), _slip(a, b))
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


def _other_gender(short: str, long: Parts) -> bool:
    """True for "Petrova" beside "Ivan Petrov": one family, two persons."""
    x, y = fold(short), fold(long.family[-1])
    return any((x, y) in ((x, x[: -len(f)] + m), (y[: -len(f)] + m, y)) for f, m in FEMININE if _ends(x, y, f, m))


def _ends(x: str, y: str, feminine: str, masculine: str) -> bool:
    return x != y and (
        (x.endswith(feminine) and y.endswith(masculine)) or (y.endswith(feminine) and x.endswith(masculine))
    )


def family_score(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """1 same letters, 0.95 one key, 0.8 one part of a compound name, else 0."""
    x, y = " ".join(map(fold, a)), " ".join(map(fold, b))
    if x == y or x.replace("-", " ") == y.replace("-", " "):
        return 1.0
    bare_x, bare_y = _bare(a), _bare(b)
    if bare_x == bare_y or "".join(bare_x) == "".join(bare_y):
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
    """True for long words whose keys differ by one letter, or that are two romanisations with the same consonants."""
    x, y = key(a), key(b)
    if min(len(x), len(y)) >= 6 and x[:1] == y[:1] and len(skeleton(a)) >= 4 and same_sounds(a, b):
        return True
    return min(len(x), len(y)) >= 7 and x[0] == y[0] and one_edit(x, y)


def _slip(a: Parts, b: Parts) -> float:
    """Two letters of a short family name have changed places ("Cartre"), where the full given names are equal."""
    if not (a.given and b.given and len(a.family) == len(b.family) == 1):
        return 0.0
    x, y = fold(a.family[0]), fold(b.family[0])
    return 0.6 if len(x) > 4 and swapped(x, y) and len(a.given[0]) > 2 and fold(a.given[0]) == fold(b.given[0]) else 0.0


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    parts = [p for w in words for p in fold(w).split("-") if p]
    kept = [p.replace("'", "") for p in parts if p not in ("al", "el", "bin", "ibn", "abu", "ul", "ur")]
    return tuple(kept or parts or map(fold, words))


def given_score(a: Parts, b: Parts) -> float:
    """0 when the given names conflict, else how well they agree."""
    x, y = _given(a), _given(b)
    whole_x, whole_y = "".join(x), "".join(y)
    if (
        len(x) != len(y)
        and key(whole_x)[:2] == key(whole_y)[:2]
        and min(len(x[0]), len(y[0])) > 1
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


def _given(p: Parts) -> list[str]:
    """The given names word by word; initials written together ("JT Warden") are taken apart."""
    out: list[str] = []
    for word in p.given:
        letters = word.replace(".", "")
        dotted = len(word) >= 2 * len(letters) > 2
        initials = len(letters) in (2, 3) and letters.isupper() and (dotted or not p.family[-1].isupper())
        out += list(fold(letters)) if initials else _bare((word,))
    return out


@lru_cache(maxsize=65536)
def same_given(a: str, b: str) -> float:
    """Equal, initial, nickname or transliteration of one another: 0 when none."""
    x, y = (SERVANT.sub("abd", fold(name).replace(".", "")) for name in (a, b))
    if x == y:
        return 1.0
    if not x or not y:
        return 0.0
    if len(x) > 1 and len(y) > 1 and _two_genders(x, y):
        return 0.0
    if key(x) == key(y) and len(x) > 2 and len(y) > 2:
        return 0.95
    if len(x) == 1 or len(y) == 1:
        return 0.8 if x[0] == y[0] else 0.0
    groups = world().nicknames
    left, right = groups.get(x, frozenset()), groups.get(y, frozenset())
    if left & right:
        return 0.9
    if len(x) <= 3 and len(y) <= 3 and (len(x) == 2 or len(y) == 2) and x[0] == y[0]:
        return 0.0
    shorter = min(len(x), len(y))
    if shorter >= 4 and blunt(x) == blunt(y):
        return 0.9
    if left and right and world().given.get(x) and world().given.get(y):
        return 0.0  # two well-known names of different groups
    if shorter >= 5 and guttural(x) == guttural(y):
        return 0.85
    if shorter >= 4 and len(skeleton(x)) >= 3 and x[0] == y[0] and same_sounds(x, y):
        return 0.85
    if shorter >= 6 and key(x)[0] == key(y)[0] and (one_edit(key(x), key(y)) or swapped(x, y)):
        return 0.7
    return 0.0


def _two_genders(x: str, y: str) -> bool:
    """True for "Martin" and "Martina": a man's name and a woman's."""
    known = world().given
    if {known.get(x), known.get(y)} == {"m", "f"}:
        return not world().nicknames.get(x, frozenset()) & world().nicknames.get(y, frozenset())
    short, long = sorted((x, y), key=len)
    return len(short) > 2 and long in (short + "a", short + "le", short + "ne") and known.get(short) != known.get(long)


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
    left, right = _bare(a.family), _bare(b.family)
    if not (len(left) == len(right) == 1 and a.given and b.given):
        return 0.0
    x, y = left[0], right[0]
    alike = min(len(x), len(y)) >= 6 and guttural(x) == guttural(y) and "h" in fold(x + y)
    alike |= min(len(x), len(y)) >= 5 and blunt(x) == blunt(y)
    alike |= min(len(x), len(y)) >= 5 and len(skeleton(x)) >= 3 and same_sounds(x, y)
    return 0.7 if alike and given_score(a, b) >= 0.9 else 0.0


def _joined(p: Parts) -> str:
    return "".join(map(fold, p.words)).replace("-", "").replace("'", "")
