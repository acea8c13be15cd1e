from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.annotate.acts import find_acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("No pilot was aboard.", [("be", "denied")]),
        ("A pilot was aboard.", [("be", "affirmed")]),
        ("There was no pilot on that ship.", [("be", "denied")]),
        ("Nobody was killed in the fire.", [("kill", "denied")]),
        ("None of the boats sank.", [("sink", "denied")]),
        ("Neither side won the match.", [("win", "denied")]),
        ("Police found no trace of the boat.", [("find", "denied")]),
        ("The village was without power.", [("be", "denied")]),
        ("The mayor never signed the contract.", [("sign", "denied")]),
        ("The mayor did not sign the contract.", [("sign", "denied")]),
        ("The crew failed to close the valve.", [("fail", "affirmed"), ("close", "denied")]),
        ("The firm denied that the valve was open.", [("deny", "affirmed"), ("be", "denied")]),
        ("The firm did not deny that the valve was open.", [("deny", "denied"), ("be", "affirmed")]),
        ("The firm denied hiding its records.", [("deny", "affirmed"), ("hide", "denied")]),
        ("The union refused to sign the deal.", [("refuse", "affirmed"), ("sign", "denied")]),
        ("No fewer than ten boats sank.", [("sink", "affirmed")]),
    ],
)
def test_words_that_turn_a_clause_round(read: Callable, text: str, acts: list[tuple[str, str]]) -> None:
    assert [(a.verb, a.polarity) for a in find_acts(read(text))] == acts


@pytest.mark.parametrize(
    "text",
    [
        "The mayor accused the firm of hiding its records, a charge that Mr Ode denied.",
        "The mayor accused the firm of hiding its records, a charge Mr Ode denied.",
    ],
)
def test_a_noun_takes_up_the_clause_before(read: Callable, text: str) -> None:
    found = [(a.verb, a.actor and a.actor.of(text), a.object and a.object.of(text)) for a in find_acts(read(text))]
    assert found == [("accuse", "The mayor", "the firm of hiding its records"), ("deny", "Mr Ode", "a charge")]
