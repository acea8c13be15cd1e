"""What a stretch of text does: verbs, nouns of events, what bodies do, phases."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.span import Span
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.timeline.heads import (
    alike,
    deeds,
    doing,
    event_nouns,
    is_doer,
    phrase_at,
    phrases,
    unified,
)
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, term


def classes(*words: str) -> Terms:
    """The classes of words, each class of events as one."""
    return unified(frozenset(term(w) or w for w in words))


def done(text: str, hidden: str = "", limit: bool = False) -> tuple[Terms, Terms]:
    """Heads and phases of a text, some words of which tell the time."""
    words = split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en"))
    at = text.find(hidden) if hidden else -1
    return doing(words.tokens, Span(0, len(text)), [Span(at, at + len(hidden))] if hidden else [], limit)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The council sold the ferry.", ["vote", "sell"]),
        ("The owner sold the ferry.", ["sell"]),
        ("The ferry was sold.", ["sell"]),
        ("The owner stopped the ferry.", ["close"]),
        ("The owner will stop the ferry.", ["close"]),
        ("The ruling came.", ["ruling"]),
        ("The wedding took place.", ["wedding"]),
        ("The thieves broke into the museum.", ["steal"]),
        ("The museum was robbed.", ["steal"]),
        ("A blaze destroyed the mill.", ["fire", "destroy"]),
        ("Ten people died in a fire.", ["kill", "fire"]),
        ("The concert was called off.", ["concert", "cancel"]),
        ("The mayor stepped down.", ["resign"]),
        ("The attackers surrendered.", ["surrender"]),
        ("The director resigned.", ["resign"]),
    ],
)
def test_what_is_done(text: str, heads: list[str]) -> None:
    assert done(text) == (classes(*heads), frozenset())


@pytest.mark.parametrize(("body", "deed"), [("court", "ruling"), ("judge", "ruling"), ("parliament", "vote")])
def test_what_a_body_does_is_an_event_of_its_own(body: str, deed: str) -> None:
    assert classes(deed, "approve") <= done(f"The {body} approved the ferry.")[0]
    assert not classes(deed) & done(f"The owner approved the {body}.")[0]


@pytest.mark.parametrize(
    ("text", "heads", "phases"),
    [
        ("The strike began.", ["strike"], ["begin"]),
        ("The strike ended.", ["strike"], ["end"]),
        ("Drivers walked out.", ["strike"], ["begin"]),
        ("Drivers went on strike.", ["strike"], ["begin"]),
        ("The talks concluded.", ["talk"], ["conclude"]),
        ("The hearing opened.", ["hearing"], ["begin"]),
        ("The strike was over.", ["strike"], ["end"]),
    ],
)
def test_a_phase_is_kept_apart_from_what_has_it(text: str, heads: list[str], phases: list[str]) -> None:
    assert done(text) == (classes(*heads), frozenset(term(p) or p for p in phases))


@pytest.mark.parametrize("text", ["The town was calm.", "The mayor has a plan.", "Ida Lund of Alba.", "", "1,2,3"])
def test_states_and_bare_names_do_nothing(text: str) -> None:
    heads, phases = done(text)
    assert (heads - classes("plan"), phases) == (frozenset(), frozenset())


def test_what_opens_is_no_phase_unless_an_event_opens() -> None:
    assert done("The bridge opened.") == (classes("open"), frozenset())


def test_the_first_verb_counts_but_of_a_limit_all() -> None:
    text = "The bridge was closed and blocked"
    assert done(text)[0] == classes("close")
    assert done(text, limit=True)[0] == classes("close", "block")


def test_an_adjective_tells_what_holds_until_a_day() -> None:
    assert done("The bridge is shut", limit=True)[0] == classes("close")
    assert done("The bridge is shut")[0] == frozenset()


def test_words_of_the_time_do_nothing() -> None:
    assert done("The ferry sank the day after the wedding.", "the day after the wedding")[0] == classes("sink")


@pytest.mark.parametrize(
    ("word", "doer"),
    [
        ("attacker", True),
        ("attackers", True),
        ("protesters", True),
        ("fire", False),
        ("takeover", False),
        ("handover", False),
        ("talks", False),
        ("er", True),
    ],
)
def test_who_does_a_thing_is_not_the_thing(word: str, doer: bool) -> None:
    assert is_doer(word) is doer


@pytest.mark.parametrize(
    ("text", "n", "word"),
    [
        ("They broke into it", 1, "steal"),
        ("They were breaking into it", 2, "steal"),
        ("They broke it", 1, None),
        ("The contract ran out", 2, "expire"),
        ("She became head of it", 1, "appoint"),
        ("He was found guilty", 2, "convict"),
        ("He was found guilty", 1, "convict"),
        ("They broke", 1, None),
    ],
)
def test_a_phrase_stands_for_a_word(text: str, n: int, word: str | None) -> None:
    tokens = split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en")).tokens
    assert phrase_at(tokens, n, len(tokens)) == word


def test_a_phrase_ends_with_its_region() -> None:
    text = "They broke into it"
    tokens = split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en")).tokens
    assert phrase_at(tokens, 1, 2) is None


def test_of_two_phrases_the_longer_is_tried_first() -> None:
    for rest in phrases().values():
        lengths = [len(words) for words, _ in rest]
        assert lengths == sorted(lengths, reverse=True)


def test_no_word_stands_for_two_events() -> None:
    seen: dict[str, str] = {}
    for group in lexicon("timeline")["alike"]["groups"]:
        for word in group:
            assert seen.setdefault(word, group[0]) == group[0], word


def test_words_that_stand_for_others_stand_for_themselves_no_more() -> None:
    table = alike()
    assert {table.get(first, first) for first in table.values()} == set(table.values())
    assert unified(unified(frozenset(table))) == unified(frozenset(table))


def test_every_body_acts_by_an_event() -> None:
    assert deeds()[term("court") or ""] == term("ruling")
    assert deeds()[term("parliament") or ""] == term("vote")
    assert set(deeds().values()) <= event_nouns()
