"""Every rule of the lexicon proves itself by its own example, and a broken rule is refused when it is loaded."""

from typing import Any

import pytest

from rashomon.steps.annotate.times import LETTERS
from rashomon.steps.annotate.times import rules as module
from rashomon.steps.annotate.times.patterns import Pattern
from rashomon.steps.annotate.times.pieces import Alphabet
from rashomon.steps.annotate.times.readers import READERS
from rashomon.steps.annotate.times.rules import grammar
from rashomon.text.lexicon import lexicon

RULES = lexicon("times")["rule"]


@pytest.mark.parametrize("rule", RULES, ids=[r["name"] for r in RULES])
def test_the_example_of_a_rule_is_read(rule: dict[str, str], marks: Any) -> None:
    found = [m.value + (f" {m.mod}" if m.mod else "") for m in marks(rule["example"])]
    assert rule["gives"] in found


def test_names_of_rules_are_unique() -> None:
    names = [r["name"] for r in RULES]
    assert len(names) == len(set(names))


def test_every_reader_is_used_and_known() -> None:
    assert {r["read"] for r in RULES if "read" in r} == set(READERS)


def test_every_rule_has_a_value_or_a_reader() -> None:
    assert all(("read" in r) != ("value" in r) for r in RULES)


def test_each_rule_starts_with_letters_the_alphabet_knows() -> None:
    rules = grammar()
    known = {*rules.alphabet.of.values(), *rules.alphabet.known()}
    assert set(rules.starting) <= known


@pytest.mark.parametrize("pattern", ["MONTH )", "NOSUCHCLASS", "( MONTH ) )"])
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|known"):
        Pattern(pattern, grammar().alphabet).translate()


def test_macros_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        module._expand("@A", {"A": "@B", "B": "@A"})


def test_macros_are_put_in_brackets() -> None:
    assert module._expand("the @A? x", {"A": "b | c"}).split() == "the ( b | c )? x".split()


@pytest.mark.parametrize("rule", RULES, ids=[r["name"] for r in RULES])
def test_the_example_of_a_rule_holds_a_trigger_or_a_digit(rule: dict[str, str]) -> None:
    words = LETTERS.findall(rule["example"])
    assert any(c.isdigit() for c in rule["example"]) or not grammar().triggers.isdisjoint(words)


def test_words_of_any_sentence_are_no_triggers() -> None:
    assert grammar().triggers.isdisjoint(lexicon("times")["common"]["words"])


def test_a_sentence_without_a_trigger_is_not_cut(monkeypatch: Any, marks: Any) -> None:
    cut: list[str] = []
    whole = Alphabet.cut

    def watched(self: Alphabet, text: str, start: int, end: int) -> Any:
        cut.append(text[start:end])
        return whole(self, text, start, end)

    monkeypatch.setattr(Alphabet, "cut", watched)
    found = marks("The mayor spoke at length to a full hall. She left on Monday. Nobody followed her.")
    assert [m.value for m in found] == ["2025-03-17"]
    assert [piece.strip() for piece in cut] == ["She left on Monday."]
