"""What a name names: person, organization, place, group, work or other.

Evidence in this order: the gazetteers, the last word of the name ("… Ministry", "… River"), a title or given name,
what stands around it ("in X", "X said", "X, 45,"). Without evidence a name of two or three words none of which is
an ordinary word or a place is a person's; any other is `other`.
"""

from __future__ import annotations

import re

from rashomon.records.marks import ActorType
from rashomon.records.reading import Words
from rashomon.text.lexicon import words as listed
from rashomon.text.names.bodies import legal
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world
from rashomon.text.names.vocabulary import is_common

PLACING = frozenset("in near outside inside across throughout around".split())
ACTING = frozenset(
    "said says told tells who whose added wrote tweeted asked replied insisted argued warned announced called claimed "
    "denied explained thinks believes".split()
)
PLACE_AFTER = frozenset(
    "district province region village town city county regency neighborhood neighbourhood suburb".split()
)
PLACE_FIRST = frozenset(["mount", "lake", "cape", "fort", "port", "camp", "gulf", "saint", "st", "st."])
ROMAN = re.compile(r"[IVX]{1,4}")
LETTERS = re.compile(r"[A-Z][a-z][A-Z]{1,3}|[A-Z]{2,4}[a-z]")
"""Acronyms with a small letter: "TfL", "MoD"."""
PLACE_OF = frozenset(
    "strait straits gulf bay sea cape isle isles port city town district province state kingdom republic".split()
)
"""First words of the names of places with "of" ("Strait of Orrin")."""
STORMS = listed("titles", "named.storms")
VESSELS = listed("titles", "named.vessels") | STORMS
SHIP_MARKS = listed("titles", "named.marks")
BODY_AFTER = frozenset(
    "police ministry government council hospital university college school club court church army company airline bank "
    "group team league union party airport station prison museum theatre theater".split()
)


def known_kind(form: str) -> ActorType | None:
    """The type of a name that the gazetteers know, else None."""
    known = world()
    if ". " in form:
        form = form.replace(". ", ".")
    if form in known.platforms or form in known.media or form in known.organizations or form in known.seats:
        return "organization"
    if form in known.countries or form in known.capitals or form in known.regions:
        return "place"
    if form in known.peoples:
        return "group"
    return "place" if " of " in form and known.names(form) in known.countries else None


def kind_of(words: Words, first: int, stop: int, titled: bool) -> tuple[ActorType, bool]:
    """The type of the name at tokens `[first, stop)` and whether there is evidence for it."""
    if titled:
        return "person", True
    if _vessel(words, first, stop):
        return "other", True
    form = " ".join(words.text[words.tokens.starts[first] : words.tokens.ends[stop - 1]].split())
    told = known_kind(form)
    if told:
        return told, True
    tokens = words.tokens.words[first:stop]
    return _long(words, first, tokens, form) if len(tokens) > 1 else _single(words, first, form)


def is_demonym(words: Words, n: int) -> bool:
    """True for the adjective of a country or place at token `n`, known or told by its ending ("Maravian officials")."""
    tokens = words.tokens
    word = tokens.words[n]
    if word in world().adjectives:
        return True
    if n + 1 >= len(tokens) or len(word) < 7 or not word.endswith(("ian", "ean", "ese")) or not word[0].isupper():
        return False
    after = tokens.words[n + 1]
    noun = tokens.tags[n + 1] in ("NN", "NNS", "JJ") and after.islower()
    return noun and fold(word) not in world().given and not word.isupper() and not is_common(word.lower())


def _vessel(words: Words, first: int, stop: int) -> bool:
    """True for ships and storms: "the trawler Ana Dunn", "the Ana Dunn sank", "Hurricane Teresa", "USS Dunn"."""
    tokens = words.tokens
    head, before = tokens.words[first], tokens.words[first - 1] if first else ""
    if before.lower() in VESSELS:
        return True
    if stop - first > 1 and (head.lower() in STORMS or (head.isupper() and head.lower() in SHIP_MARKS)):
        return True
    if before.lower() != "the" or stop - first != 2 or fold(head) not in world().given:
        return False
    after = tokens.tags[stop] if stop < len(tokens) else "."
    return (
        after in ("VBD", "VBZ", "MD", "IN", ".", ",")
        and tokens.words[stop - 1].lower() not in world().organization_heads
    )


def _long(words: Words, first: int, tokens: list[str], form: str) -> tuple[ActorType, bool]:
    known, last = world(), tokens[-1].lower()
    named = fold(tokens[0]) in known.given
    strict = named and tokens[0] not in known.cities and tokens[0] not in known.regions
    named = named and (strict or len(tokens) == 2)
    pair = strict and len(tokens) == 2 and last in known.surname_heads
    if form in known.cities:
        return "place", True
    if (last in known.organization_heads or last in known.company_heads) and not pair:
        return "organization", True
    if len(last) < 5 and (last,) in legal() and tokens[-1][0].isupper() and not strict:
        return "organization", True
    if (last in known.place_heads and not pair) or tokens[0].lower() in PLACE_FIRST:
        return "place", True
    if (last in known.other_heads or _numbered(tokens)) and not strict:
        return "other", True
    if " of " in form and tokens[0].lower() in PLACE_OF:
        return "place", True
    if " of " in form or " for " in form or "&" in form:
        return "organization", True
    if named and _placed(words, first, first + len(tokens)):
        return "place", True
    if named or tokens[1] == "." or any(len(w) == 1 or (len(w) == 2 and w[1] == ".") for w in tokens[:-1] if w != "X"):
        return "person", True
    if _followed(words, first + len(tokens)):
        return "place", True
    kind, sure = _around(words, first, first + len(tokens))
    if not sure and kind == "person" and any(_no_person(w) for w in tokens):
        return "other", False
    return kind, sure


def _numbered(tokens: list[str]) -> bool:
    """True for "Saturn V", "Falcon 9": one of a series of things."""
    return tokens[-1].isdigit() or (len(tokens) == 2 and ROMAN.fullmatch(tokens[-1]) is not None)


def _placed(words: Words, first: int, stop: int) -> bool:
    """True after "in", "near" and the like, unless something of the name follows ("in Ana Reyes's house")."""
    tokens = words.tokens.words
    after = tokens[stop] if stop < len(tokens) else ""
    return bool(first) and tokens[first - 1] in ("in", "near", "outside", "at") and after not in ("'s", "’s", "'", "’")


def _followed(words: Words, stop: int) -> bool:
    """True before a lower-case "district", "province" and the like."""
    tokens = words.tokens.words
    return stop < len(tokens) and tokens[stop] in PLACE_AFTER


def _no_person(word: str) -> bool:
    known = world()
    return is_common(word.lower()) or word in known.cities or word in known.adjectives or word in known.countries


def _single(words: Words, first: int, form: str) -> tuple[ActorType, bool]:
    known = world()
    if form in known.cities:
        before = words.tokens.words[first - 1].lower() if first else ""
        return "place", fold(form) not in known.given or before in PLACING or before in ("to", "from", "of")
    cased = form.capitalize()
    if form.isupper() and len(form) > 3 and (cased in known.cities or known_kind(cased) == "place"):
        return "place", True
    if (form.isupper() and 2 < len(form) <= 6) or LETTERS.fullmatch(form):
        return ("other", False) if any(c.isdigit() for c in form) else ("organization", True)
    if _followed(words, first + 1):
        return "place", True
    if fold(form) in known.given and not form.isupper():
        return "person", False
    return _around(words, first, first + 1)


def _around(words: Words, first: int, stop: int) -> tuple[ActorType, bool]:
    tokens = words.tokens.words
    before = tokens[first - 1].lower() if first else ""
    after = tokens[stop].lower() if stop < len(tokens) else ""
    beyond = tokens[stop + 1] if stop + 1 < len(tokens) else ""
    if before == "the":
        return ("organization" if stop - first > 1 else "other"), False
    if after in ACTING or (after == "," and beyond.isdigit() and len(beyond) == 2):
        return "person", stop - first > 1
    if before in PLACING and stop - first <= 3:
        return "place", False
    return ("person", False) if 2 <= stop - first <= 3 else ("other", False)
