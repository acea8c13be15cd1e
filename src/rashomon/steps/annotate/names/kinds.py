"""What a name names: person, organization, place, group, work or other.

Evidence in this order: the gazetteers, the last word of the name ("… Ministry", "… River"), a title or known given name,
what stands around it ("in X", "X said", "X, 45,"). Without evidence a name of two or three words is a person's, any
other is `other`.
"""

from __future__ import annotations

from rashomon.records.marks import ActorType
from rashomon.records.reading import Words
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world

PLACING = frozenset("in at near from outside inside across throughout around into via".split())
ACTING = frozenset(
    "said says told tells who whose added wrote tweeted asked replied insisted argued warned announced called claimed denied explained thinks believes".split()
)


def known_kind(form: str) -> ActorType | None:
    """The type of a name that the gazetteers know, else None."""
    known = world()
    if form in known.platforms or form in known.media:
        return "organization"
    if form in known.organizations:
        return "organization"
    if form in known.seats:
        return "organization"
    if form in known.countries or form in known.capitals:
        return "place"
    if form in known.peoples:
        return "group"
    return None


def kind_of(words: Words, first: int, stop: int, titled: bool) -> tuple[ActorType, bool]:
    """The type of the name at tokens `[first, stop)` and whether there is evidence for it."""
    tokens, known = words.tokens.words, world()
    form = " ".join(words.text[words.tokens.starts[first] : words.tokens.ends[stop - 1]].split())
    if titled:
        return "person", True
    told = known_kind(form)
    if told:
        return told, True
    last = tokens[stop - 1].lower()
    if stop - first > 1:
        named = fold(tokens[first]) in known.given
        if last in known.organization_heads and not (named and stop - first == 2):
            return "organization", True
        if last in known.place_heads and not (named and stop - first == 2):
            return "place", True
        if last in known.other_heads and not named:
            return "other", True
        if (
            tokens[first].lower()
            in (
                "mount",
                "lake",
                "cape",
                "fort",
                "port",
                "camp",
                "gulf",
                "isle",
                "new",
                "san",
                "santa",
                "los",
                "las",
                "saint",
                "north",
                "south",
                "east",
                "west",
            )
            and form in known.cities
        ):
            return "place", True
        if tokens[first].lower() in ("mount", "lake", "cape", "fort", "port", "camp", "gulf"):
            return "place", True
        if " of " in form or " for " in form or "&" in form:
            return "organization", True
        if named or len(tokens[first]) == 1:
            return "person", True
        if form in known.cities:
            return "place", True
    elif form in known.cities and fold(form) not in known.given:
        return "place", True
    elif form.isupper() and 2 < len(form) <= 6:
        return "organization", True
    elif fold(form) in known.given and not form.isupper():
        return "person", False
    return _around(words, first, stop)


def _around(words: Words, first: int, stop: int) -> tuple[ActorType, bool]:
    tokens = words.tokens.words
    before = tokens[first - 1].lower() if first else ""
    after = tokens[stop].lower() if stop < len(tokens) else ""
    beyond = tokens[stop + 1] if stop + 1 < len(tokens) else ""
    if after in ACTING or (after == "," and beyond.isdigit() and len(beyond) == 2):
        return ("organization" if before == "the" else "person"), before != "the"
    if before in PLACING and stop - first == 1:
        return "place", False
    if before == "the":
        return "organization", False
    return ("person", False) if 2 <= stop - first <= 3 else ("other", False)
