"""What the world calls its places, bodies, outlets and people: lexicons and gazetteers, read once.

Every table is looked up by the exact spelling where case carries meaning ("US", "WHO") and by the folded one elsewhere.
It says what a name usually is; a text may always mean something else by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.text.lexicon import lexicon
from rashomon.text.names.fold import fold


@dataclass(frozen=True, slots=True)
class World:
    """Tables of known names. Values of `countries`, `adjectives`, `capitals` and `seats` are country names."""

    countries: dict[str, str]
    adjectives: dict[str, str]
    peoples: dict[str, str]
    capitals: dict[str, str]
    cities: frozenset[str]
    regions: frozenset[str]
    organizations: dict[str, str]
    media: frozenset[str]
    agencies: frozenset[str]
    platforms: frozenset[str]
    seats: dict[str, str]
    head_seats: dict[str, str]
    places: dict[str, str]
    """Other spellings of a place → its usual one."""
    given: dict[str, str]
    nicknames: dict[str, frozenset[int]]
    family_first: frozenset[str]
    """Family names that stand in front of given names."""
    organization_heads: frozenset[str]
    team_heads: frozenset[str]
    place_heads: frozenset[str]
    other_heads: frozenset[str]
    company_heads: frozenset[str]
    surname_heads: frozenset[str]
    """Words of the lists of heads that are family names too."""

    def names(self, form: str) -> str | None:
        """The usual name of a known country, city or organisation written `form`, else None."""
        return self._usual(form) or self._usual(form.replace(". ", "."))  # "U. K."

    def _usual(self, form: str) -> str | None:
        for formal in ("Republic of ", "Kingdom of ", "Commonwealth of "):
            if form.startswith(formal) and form[len(formal) :] in self.countries:
                form = form[len(formal) :]
        told = self.countries.get(form) or self.organizations.get(form) or self.places.get(form)
        return told or (form if form in self.cities or form in self.regions else None)


def listed(text: str) -> list[str]:
    """The items of a comma list that may run over lines."""
    return [item for item in (part.strip() for part in text.replace("\n", " ").split(",")) if item]


@cache
def world() -> World:
    """The tables, read from the lexicons of English at the first call."""
    countries, adjectives, peoples, capitals = _countries()
    places, given = lexicon("places"), lexicon("given_names")
    bodies, media, seats = lexicon("institutions"), lexicon("media"), lexicon("metonyms")
    organizations = {form: name for name, forms in bodies["known"].items() for form in (name, *forms)}
    heads, nicknames = bodies["heads"], _nicknames()
    return World(
        countries,
        adjectives,
        peoples,
        capitals,
        frozenset(listed(places["cities"])),
        frozenset(listed(places["us_states"]) + lexicon("countries")["regions"]["names"]),
        organizations,
        frozenset(media["outlets"]["names"] + media["outlets"]["agencies"]),
        frozenset(media["outlets"]["agencies"]),
        frozenset(media["platforms"]["names"]),
        dict(seats["speaks_for"]),
        dict(seats["seat_of_head"]),
        {form: name for name, forms in lexicon("countries")["same_places"].items() for form in (name, *forms)},
        dict.fromkeys(nicknames, "") | {n: sex for sex in ("m", "f", "both") for n in given[sex].split()},
        nicknames,
        frozenset(lexicon("nicknames")["family_first"].split()),
        frozenset(heads["organization"] + heads["team"]),
        frozenset(heads["team"]),
        frozenset(heads["place"]),
        frozenset(heads["other"]),
        frozenset(heads["company"]),
        frozenset(heads["surnames"]),
    )


def _countries() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    countries: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    peoples: dict[str, str] = {}
    capitals: dict[str, str] = {}
    tables = lexicon("countries")
    for name, line in tables["countries"].items():
        aliases, words, seats = (listed(part) for part in (line + "||").split("|")[:3])
        countries[name] = name
        countries.update(dict.fromkeys(aliases, name))
        capitals.update(dict.fromkeys(seats, name))
        for word in words:
            (peoples if word.endswith("s") and word[:-1] in words else adjectives)[word] = name
    adjectives.update(dict.fromkeys(tables["adjectives"]["other"], ""))
    peoples.update(dict.fromkeys(tables["adjectives"]["people"], ""))
    return countries, adjectives, peoples, capitals


def _nicknames() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(lexicon("nicknames")["groups"].strip().split("\n")):
        for word in line.split():
            groups.setdefault(fold(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}
