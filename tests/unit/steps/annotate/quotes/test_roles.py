"""Whom a description that stands alone means, and when it stays open."""

from __future__ import annotations

import pytest

from rashomon.records.marks import Mention
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.judging.roles import CALLED, GUESSED, SURE, Roles


def labelled(text: str, *pairs: tuple[str, str]) -> list[Mention]:
    """Mentions of persons with their labels: (label or "", name)."""
    found = []
    for label, name in pairs:
        at = text.index(name)
        span = Span(text.index(label), text.index(label) + len(label)) if label else None
        found.append(Mention(Span(at, at + len(name)), "person", name, label=span))
    return found


def ask(text: str, description: str, *pairs: tuple[str, str], bodies: tuple[str, ...] = (), last: str = "") -> object:
    """(name, certainty) of `description` at the end of `text`."""
    mentions = labelled(text, *pairs)
    for name in bodies:
        mentions.append(Mention(Span(text.index(name), text.index(name) + len(name)), "organization", name))
    roles = Roles(text, mentions)
    spoken = next(((m.span.start, m) for m in mentions if m.name == last), None)
    found = roles.find(description, Span(len(text), len(text) + 1), spoken, spoken)
    return None if found is None else (found[0].name, found[1])


MINISTER = ("the transport minister", "Jelena Sorin")


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("The minister", ("Jelena Sorin", SURE)),
        ("the transport minister", ("Jelena Sorin", SURE)),
        ("a minister", None),
        ("the ministers", None),
        ("the finance minister", None),
        ("the deputy minister", None),
        ("her minister", None),
        ("minister", None),
        ("the", None),
    ],
)
def test_an_office_said_before(description: str, expected: object) -> None:
    assert ask("Jelena Sorin, the transport minister, came.", description, MINISTER) == expected


def test_a_vice_president_is_not_the_president() -> None:
    text = "Vice President Ana Ruiz met President Tom Weber."
    pairs = (("Vice President", "Ana Ruiz"), (" President", "Tom Weber"))
    assert ask(text, "the president", pairs[0]) is None
    assert ask(text, "the president", ("President", "Tom Weber"), pairs[0]) == ("Tom Weber", SURE)


def test_of_two_bearers_only_the_one_who_spoke_last_is_meant() -> None:
    text = "Mayor Ana Ruiz met mayor Tom Weber."
    pairs = (("Mayor", "Ana Ruiz"), ("mayor", "Tom Weber"))
    assert ask(text, "the mayor", *pairs) is None
    assert ask(text, "the mayor", *pairs, last="Ana Ruiz") == ("Ana Ruiz", GUESSED)


@pytest.mark.parametrize(
    ("text", "pairs", "expected"),
    [
        ("Ana Ruiz, 44, met Tom Weber, 52.", (("", "Ana Ruiz"), ("", "Tom Weber")), ("Tom Weber", SURE)),
        ("The 52-year-old farmer Tom Weber left.", (("", "Tom Weber"),), ("Tom Weber", SURE)),
        ("Tom Weber, a 52-year-old farmer, left.", (("", "Tom Weber"),), ("Tom Weber", SURE)),
        ("Tom Weber left.", (("", "Tom Weber"),), ("Tom Weber", GUESSED)),
        ("Tom Weber, 30, left.", (("", "Tom Weber"),), None),
        ("Ana Ruiz met Tom Weber.", (("", "Ana Ruiz"), ("", "Tom Weber")), None),
        ("Ana Ruiz, 52, met Tom Weber, 52.", (("", "Ana Ruiz"), ("", "Tom Weber")), None),
    ],
)
def test_an_age(text: str, pairs: tuple[tuple[str, str], ...], expected: object) -> None:
    assert ask(text, "the 52-year-old", *pairs) == expected


def test_a_nationality() -> None:
    pairs = (("", "Ana Ruiz"), ("", "Luca Conti"))
    assert ask("Ana Ruiz met Luca Conti, an Italian.", "the Italian", *pairs) == ("Luca Conti", CALLED)
    assert ask("Ana Ruiz met Luca Conti.", "the Italian", *pairs) is None


def test_a_body_with_that_noun_in_its_name() -> None:
    text = "The Seamen's Union met Lantern Lines."
    bodies = ("Seamen's Union", "Lantern Lines")
    assert ask(text, "the union", bodies=bodies) == ("Seamen's Union", CALLED)
    assert ask(text, "the company", bodies=bodies) is None
    assert ask(text, "the company", bodies=bodies, last="Lantern Lines") == ("Lantern Lines", GUESSED)
    assert ask(text, "the company", bodies=bodies, last="Seamen's Union") is None
    assert ask(text, "the weather", bodies=bodies) is None
