"""What one article shows of its names beyond their letters: which are bodies, which are places, which are surnames.

A name with shares, employees or a spokesman is a body; a word whose people or adjective the article names ("Maravia",
"Maravian officials") is a place. A city that bears the surname of a person of the article is that person, except where
a word of place stands before it ("in Hamilton") or a region behind it. Countries and capitals stay what they are.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.records.marks import ActorType
from rashomon.records.reading import Words
from rashomon.steps.annotate.names.split import Found
from rashomon.text.lexicon import words as listed
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world

BEHIND = listed("titles", "beside_bodies.behind")
OF = listed("titles", "beside_bodies.of")
PLACES_OF = listed("titles", "beside_places.of")
STATE = frozenset("president minister king queen governor mayor chancellor premier".split())
PLACING = frozenset("in near outside inside across throughout around at from to of".split())
SETTLED = frozenset("police officials residents mayor authorities area city council airport".split())
OWNERS = ("'s", "’s")


class Facts:
    """Evidence of one article on the types of its names; `forms` are the names as written."""

    def __init__(self, words: Words, found: list[Found], forms: list[str]) -> None:
        self.words = words
        written = {word for word in words.tokens.words if word[:1].isupper()}
        self.demonyms = {root for word in written for root in roots(word)}
        self.peoples = {fold(word) for word in written if word.endswith("ans") and word[:-1] in written}
        named = {f.stop: f for f in found if f.type == "person" and f.label}
        self.places = {
            fold(form) for f, form in zip(found, forms, strict=True) if not f.label and self._has_office(f, named)
        }
        self.bodies = {
            fold(form) for f, form in zip(found, forms, strict=True) if not f.role and not f.label and self._beside(f)
        }

    def _beside(self, f: Found) -> bool:
        """True for a name with a company's things beside it ("Norda shares", "a spokesman for Norda")."""
        tokens = self.words.tokens.words
        n = f.stop + 1 if f.stop < len(tokens) and tokens[f.stop] in OWNERS else f.stop
        if n < len(tokens) and tokens[n] in BEHIND:
            return True
        return f.first > 1 and tokens[f.first - 1] in ("of", "for", "in", "at") and tokens[f.first - 2].lower() in OF

    def _has_office(self, f: Found, named: dict[int, Found]) -> bool:
        """True where an office, a people or a border is of it: "minister of Maravia", "President Reyes of Maravia"."""
        tokens = self.words.tokens.words
        if f.role or f.first < 2 or tokens[f.first - 1] != "of":
            return False
        holder = named.get(f.first - 1)
        if holder and holder.label:
            return any(word.lower() in STATE for word in tokens[slice(*holder.label)])
        return tokens[f.first - 2].lower() in PLACES_OF

    def kind(self, name: str) -> ActorType | None:
        """The type that the article shows for the folded `name`, else None."""
        if name in self.peoples:
            return "group"
        if name in self.demonyms or name in self.places:
            return "place"
        return "organization" if name in self.bodies else None

    def is_city(self, f: Found, form: str) -> bool:
        """True for a city where it may be somebody's surname as well."""
        known = world()
        if form in known.countries or form in known.capitals or form not in known.cities | known.regions:
            return False
        return not self.is_place(f, form)

    def is_place(self, f: Found, form: str) -> bool:
        """True for a city with a word of place before it, or the name of its region behind it."""
        known, tokens = world(), self.words.tokens.words
        if form not in known.cities and form not in known.regions:
            return False
        before = tokens[f.first - 1].lower() if f.first else ""
        behind = tokens[f.stop] if f.stop < len(tokens) else ""
        region = tokens[f.stop + 1] if f.stop + 1 < len(tokens) and behind == "," else ""
        return before in PLACING or behind in SETTLED or region in known.regions or region in known.countries


@lru_cache(maxsize=16384)
def roots(word: str) -> frozenset[str]:
    """The places, folded, whose people or adjective `word` may be ("Maravian": "maravia")."""
    low = fold(word).removesuffix("s")
    if len(low) < 6 or fold(word) in world().given or low in world().given:
        return frozenset()
    if low.endswith("ian"):
        return frozenset((low[:-1], low[:-3], low[:-2]))
    if low.endswith("an"):
        return frozenset((low[:-1], low[:-2]))
    return frozenset((low[:-3], low[:-3] + "a") if low.endswith("ese") else ())
