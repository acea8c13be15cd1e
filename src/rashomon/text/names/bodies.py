"""Are two names one place, organisation, ship or work?

Decides on the words that tell who it is: legal forms, "the", marks and the kind of writing ("Dept.", "2nd", "Defence")
do not count, and "Ministry of Works" is "Works Ministry". Known aliases, an acronym, a describing noun in front or a
word for its kind behind join two names; any other word on one side alone keeps them apart.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rashomon.text.lexicon import lexicon, words
from rashomon.text.names.fold import blunt, fold
from rashomon.text.names.keys import key, skeleton
from rashomon.text.names.known import world
from rashomon.text.names.near import one_edit
from rashomon.text.names.parts import POSSESSIVE
from rashomon.text.names.vocabulary import is_common

SMALL = frozenset("the of and for a an in on at to & + de del la".split())
ARTICLES = frozenset(("al", "el"))
TURNING = frozenset(("of", "for"))
DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?|\b[a-z](?:/[a-z])+\b")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
SPACED_HYPHEN = re.compile(r"\s+-\s+")
OF_FAITH = re.compile(r"[\s-]?[aeiu](?:l[\s-]|dd?[\s-]?)d(?:i|ee|ei|ie)n\b")
"""The end of "Salah al-Din", "Salaheddin"."""
BRACKETED = re.compile(r"\s*[(\[][^)\]]*(?:[)\]]|$)")
CORPORATE = frozenset("inc inc. co co. corp corp. corporation company ltd ltd. plc llc ag gmbh sa department".split())
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@cache
def legal() -> frozenset[tuple[str, ...]]:
    """Legal forms as tuples of words."""
    told = words("bodies", "legal.words") | words("bodies", "legal.phrases")
    return frozenset(tuple(form.split()) for form in told)


@cache
def legal_front() -> frozenset[tuple[str, ...]]:
    """Legal forms that stand before the name."""
    return frozenset(tuple(form.split()) for form in words("bodies", "legal.front"))


def is_body(name: str) -> bool:
    """True when the words of `name` show a place or an organisation."""
    known, parts = world(), name.split()
    if not parts:
        return False
    if name in known.organizations or name in known.countries or name in known.media:
        return True
    last = parts[-1].lower()
    return last in CORPORATE or (
        len(parts) > 1 and last in known.organization_heads and fold(parts[0]) not in known.given
    )


def body_score(a: str, b: str) -> float:
    """How well the names of two places, organisations or works agree: 0 to 1."""
    known = world()
    x, y = known.names(a), known.names(b)
    if x and y:
        return 0.98 if x == y else 0.05
    left, right = content(a), content(b)
    if not left or not right:
        return 0.0
    if left == right or "".join(left) == "".join(right):
        return 0.97
    if acronym(a, b) or acronym(b, a) or (len(a) > 3 and [blunt(w) for w in left] == [blunt(w) for w in right]):
        return 0.9
    if turned(a) == right or left == turned(b) or (sorted(left) == sorted(right) and _either_side(left, right)):
        return 0.9
    if _described(left, right) or _described(right, left):
        return 0.85
    if len(left) == len(right) and [key(w) for w in left] == [key(w) for w in right]:
        return 0.85
    if _begins(a, right) or _begins(b, left) or one_or_many(a, b):
        return 0.6
    if len(left) == len(right) and all(_romanised(v, w) for v, w in zip(left, right, strict=True)):
        return 0.7
    return 0.7 if _misspelt(left, right) else 0.0


@lru_cache(maxsize=16384)
def content(name: str) -> tuple[str, ...]:
    """The words of `name` that tell who it is, in the spelling they are compared in."""
    found = _plain(name)
    return tuple(w for w in found if w not in SMALL and (w not in ARTICLES or len(found) < 2)) or found


@lru_cache(maxsize=16384)
def _plain(name: str) -> tuple[str, ...]:
    """All words of `name` without legal forms; short forms are written in full, ordinals as figures."""
    text = BRACKETED.sub("", name).strip() or name
    office, _, owner = text.rpartition(" of ")
    if " of " in office and owner.removeprefix("the ") in world().countries:
        text = f"{owner.removeprefix('the ')} {office}"
    first, _, rest = text.partition(" ")
    country = world().countries.get(text) or world().adjectives.get(text)
    if country:
        text = country
    elif rest:
        if first in words("bodies", "words.describing"):
            return _plain(rest)
        head = world().countries.get(POSSESSIVE.sub("", first)) or world().adjectives.get(first)
        head = head or (world().organizations.get(first) if first.replace(".", "").isupper() else None)
        text = f"{head} {rest}" if head else text
    low = OF_FAITH.sub("eddin", SPACED_HYPHEN.sub("-", fold(text)).removesuffix(".com"))
    low = DOTTED.sub(lambda hit: hit[0].replace(".", "").replace("/", "") + " ", low)
    told, out = lexicon("bodies")["short"], list[str]()
    for word in WORD.findall(low):
        word = word.removesuffix("'s")
        number = ORDINAL.fullmatch(word)
        out.append(number[1] if number else str(told.get(word, word)))
    if out[-2:] == ["police", "department"]:
        out.pop()
    if "ministry" in out and "affairs" in out[1:]:
        out.remove("affairs")
    return tuple(_without_forms(out))


def _without_forms(found: list[str]) -> list[str]:
    """`found` without the legal forms in front and behind, unless nothing else is left."""
    out, longest = found, 4
    for forms, front in ((legal(), False), (legal_front(), True)):
        cut = True
        while cut:
            cut = False
            for size in range(min(longest, len(out) - 1), 0, -1):
                part = tuple(w for w in (out[:size] if front else out[-size:]) if w != "&")
                if part in forms:
                    out, cut = (out[size:] if front else out[:-size]), True
                    break
        while len(out) > 1 and not front and out[-1] in ("&", "and"):
            out = out[:-1]
    return out


@lru_cache(maxsize=16384)
def turned(name: str) -> tuple[str, ...]:
    """The content of "Works Ministry" for "Ministry of Works"; empty when nothing turns."""
    found = _plain(name)
    place = next((n for n, w in enumerate(found) if w in TURNING and n), 0)
    if not place or any(w in TURNING for w in found[place + 1 :]):
        return ()
    begin = next((n for n in (2, 1) if n < place and " ".join(found[:n]) in _country_names()), 0)
    return tuple(w for w in (*found[:begin], *found[place + 1 :], *found[begin:place]) if w not in SMALL)


@cache
def _country_names() -> frozenset[str]:
    return frozenset(fold(name) for name in world().countries.values())


def _either_side(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True for "Lake Orrin" and "Orrin Lake": the kind of place has changed sides."""
    told = words("bodies", "words.either")
    return (left[0] in told and left[1:] + left[:1] == right) or (right[0] in told and right[1:] + right[:1] == left)


def _described(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True when `long` is `short` with a noun in front that describes it, or a word for its kind behind."""
    more = len(long) - len(short)
    if more <= 0 or (short[0] in SMALL) or all(w in words("bodies", "words.tails") for w in short):
        return False
    if long[more:] == short:
        before = " ".join(long[:more])
        return before in words("bodies", "words.ships") or long[more - 1] in words("bodies", "words.describing")
    behind = long[-more:]
    tails = words("bodies", "words.tails")
    town = len(short) > 1 and behind[0] in words("bodies", "words.city")
    return long[:-more] == short and more == 1 and (behind[0] in tails or town)


def _begins(short: str, long: tuple[str, ...]) -> bool:
    """True for letters that begin a longer name ("RTL", "RTL Technologies"); a country's letters begin many names."""
    letters = len(short) > 2 and short.isupper() and short.isalpha() and short not in world().countries
    return letters and len(long) > 1 and long[0] == fold(short) and not is_common(fold(short))


def one_or_many(a: str, b: str) -> bool:
    """True for names of two words and more whose last words differ by an s ("Norda Metal", "Norda Metals")."""
    left, right = sorted((content(a), content(b)))
    return len(left) > 1 and left[:-1] == right[:-1] and len(left[-1]) > 3 and left[-1] + "s" == right[-1]


def _romanised(a: str, b: str) -> bool:
    """True when two words differ in vowels only ("Sheikhun", "Shaykhoun")."""
    if key(a) == key(b):
        return True
    left = skeleton(a)
    return min(len(a), len(b)) >= 5 and left == skeleton(b) and len(left) >= 3 and not (is_common(a) or is_common(b))


def _misspelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True when names of two words and more differ by one letter of one long word that is no ordinary one."""
    if len(left) != len(right) or len(left) < 2:
        return False
    unlike = [(v, w) for v, w in zip(left, right, strict=True) if v != w]
    if len(unlike) != 1:
        return False
    v, w = unlike[0]
    if min(len(v), len(w)) < 6 or v[0] != w[0] or not one_edit(v, w):
        return False
    return not (is_common(v) and is_common(w)) and not (v.isdigit() or w.isdigit())


def team(short: str, long: str) -> bool:
    """True for a team and the last word of its name ("Rovers", "Ellery Rovers")."""
    word, found = fold(POSSESSIVE.sub("", short)), fold(POSSESSIVE.sub("", long)).split()
    return word in world().team_heads and len(found) > 1 and found[-1] == word


def acronym(short: str, long: str) -> bool:
    """True when `short` is made of the first letters of the words of `long` ("WFP", "World Food Programme").

    Brackets and legal forms of `long` do not count, or count all; a police may leave its "Department" out.
    """
    capitals = BRACKETED.sub("", short).replace(".", "").replace("-", "").strip()
    if not 2 <= len(capitals) <= 8 or sum(c.isupper() for c in capitals) < 2 or " " in capitals:
        return False
    told = BRACKETED.search(long)
    if told and told[0].strip(" ()[]").replace(".", "") == capitals:
        return True
    return capitals.lower() in _initials(long)


@lru_cache(maxsize=16384)
def _initials(long: str) -> frozenset[str]:
    """The acronyms that the words of a name may make."""
    text = fold(BRACKETED.sub("", long) or long)
    whole = [w for w in SPACED_HYPHEN.sub(" ", text).replace("-", " ").replace("&", " ").split() if w[0].isalnum()]
    out: set[str] = set()
    for found in (whole, _without_forms([w.strip(".,") for w in whole])):
        if found[-1:] == ["police"]:
            out |= {_first_letters([*found, "department"], True)}
        out |= {_first_letters(found, False), _first_letters(found, True)}
    return frozenset(letters for letters in out if len(letters) > 1)


def _first_letters(found: list[str], small: bool) -> str:
    """The first letters; of a dotted abbreviation ("U.S.") all of them. `small`: without "of" and "the"."""
    parts = ("".join(w.split(".")) if "." in w[1:-1] else w[0] for w in found if not small or w not in SMALL)
    return "".join(parts)
