"""The noun that a number counts, and its singular."""

from __future__ import annotations

import pytest

from rashomon.records.reading import Tokens
from rashomon.steps.annotate.measures.counted import counted_noun, plural, singular


def tokens(tagged: str) -> Tokens:
    pairs = [pair.rsplit("/", 1) for pair in tagged.split()]
    made = Tokens()
    at = 0
    for word, tag in pairs:
        made.starts.append(at)
        made.ends.append(at + len(word))
        made.words.append(word)
        made.tags.append(tag)
        made.lemmas.append(word.lower())
        at += len(word) + 1
    return made


def noun(tagged: str, several: bool = True, vague: bool = False) -> str | None:
    made = tokens(tagged)
    found = counted_noun(made, 0, len(made), several, vague)
    return found.noun if found else None


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("boats/NNS sank/VBD", "boat"),
        ("badly/RB hurt/JJ sailors/NNS were/VBD", "sailor"),
        ("police/NN officers/NNS said/VBD", "officer"),
        ("people/NNS killed/VBN in/IN", "person"),
        ("“/`` badly/RB wounded/JJ ”/'' soldiers/NNS", "soldier"),
        ("dead/JJ and/CC", "dead"),
        ("injured/VBN people/NNS", "person"),
        ("injured/VBN ,/,", "injured"),
        ("page/NN document/NN leaked/VBD", "page"),
        ("aircraft/NN flew/VBD", "aircraft"),
        ("more/JJR boats/NNS", "boat"),
        ("of/IN the/DT boats/NNS", "boat"),
        ("POWs/NNS came/VBD", "POW"),
    ],
)
def test_several(tagged: str, expected: str) -> None:
    assert noun(tagged) == expected


@pytest.mark.parametrize(
    "tagged",
    ["were/VBD hurt/VBN", ",/, boats/NNS", "in/IN boats/NNS", "to/TO go/VB", "of/IN boats/NNS", "and/CC more/JJR"],
)
def test_none(tagged: str) -> None:
    assert noun(tagged) is None


def test_one_takes_the_noun_before_the_verb() -> None:
    assert noun("proposal/NN asks/VBZ boards/NNS", several=False) == "proposal"


def test_orders_of_magnitude_count_behind_of() -> None:
    assert noun("of/IN boats/NNS sank/VBD", vague=True) == "boat"


def test_the_phrase_is_given_in_tokens() -> None:
    made = tokens("tired/JJ sailors/NNS slept/VBD")
    found = counted_noun(made, 0, 3, True)
    assert found is not None
    assert (found.first, found.stop, found.head) == (0, 2, 1)


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("boats", "NNS", "boat"),
        ("cities", "NNS", "city"),
        ("boxes", "NNS", "box"),
        ("churches", "NNS", "church"),
        ("women", "NNS", "woman"),
        ("houses", "NNS", "house"),
        ("viruses", "NNS", "virus"),
        ("calves", "NNS", "calf"),
        ("campuses", "NNS", "campus"),
        ("tomatoes", "NNS", "tomato"),
        ("referenda", "NNS", "referendum"),
        ("lifeboatmen", "NNS", "lifeboatman"),
        ("specimen", "NN", "specimen"),
        ("POWs", "NNS", "POW"),
        ("Americans", "NNPS", "American"),
        ("glass", "NN", "glass"),
        ("troops", "NNS", "troops"),
        ("gas", "NN", "gas"),
    ],
)
def test_singular(word: str, tag: str, expected: str) -> None:
    assert singular(word, tag) == expected


def test_plural_by_tag_or_form() -> None:
    assert plural("boats", "NNS")
    assert plural("people", "NN")
    assert not plural("person", "NN")
    assert not plural("bus", "NN")
    assert not plural("Reuters", "NNP")
