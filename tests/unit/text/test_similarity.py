from __future__ import annotations

import pytest

from rashomon.text.similarity import Rarity, compound, likeness, stem, term, terms
from rashomon.text.words_of import content_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacked", "attacks"),
        ("halting", "halted"),
        ("energies", "energy"),
        ("stopping", "stop"),
        ("refuses", "refused"),
    ],
)
def test_inflections_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["cross", "process", "address"])
def test_a_double_s_is_no_ending(word: str) -> None:
    assert stem(word) == word
    assert stem(f"{word}ing") == stem(f"{word}ed") == stem(f"{word}es") == word


def test_different_words_keep_different_stems() -> None:
    assert stem("police") != stem("policies")
    assert stem("bus") == "bus"


def test_words_for_one_thing_are_one_term() -> None:
    assert term("truce") == term("ceasefire")
    assert term("refused") == term("rejection")
    assert term("kills") == term("death")
    assert term("quake") == term("earthquakes")


def test_stop_words_and_marks_are_no_terms() -> None:
    assert term("the") is None
    assert term("--") is None
    assert term("7") is None
    assert terms(["The", "lantern", "of", "Alba"]) == {stem("lantern"), "alba"}


def test_rare_terms_weigh_more() -> None:
    rarity = Rarity([frozenset({"a", "b"}), frozenset({"a"}), frozenset({"a"})])
    assert rarity.weight("b") > rarity.weight("a") > 0
    assert rarity.weight("never seen") > rarity.weight("b")
    assert rarity.total({"a", "b"}) == pytest.approx(rarity.weight("a") + rarity.weight("b"))


def test_a_kind_of_term_can_count_less() -> None:
    plain, scaled = Rarity([frozenset({"k:x"})]), Rarity([frozenset({"k:x"})], {"k:": 0.5})
    assert scaled.weight("k:x") == pytest.approx(plain.weight("k:x") / 2)


def test_likeness_asks_for_both_passages() -> None:
    assert likeness(2.0, 2.0, 2.0) == pytest.approx(1.0)
    assert likeness(2.0, 2.0, 8.0) == pytest.approx(0.7)
    assert likeness(0.0, 0.0, 2.0) == 0.0


def test_words_come_without_clitics_and_marks() -> None:
    assert content_words("Alba's 1,200 well-known “friends”") == ["Alba", "1,200", "well-known", "friends"]
    assert content_words("") == []


def test_a_compound_has_the_terms_of_its_parts() -> None:
    assert compound("lantern-owner") == terms(["lantern", "owner"])
    assert compound("the-lantern") == {stem("lantern")}
    assert compound("") == compound("-") == frozenset()


def test_terms_never_seen_weigh_most_and_are_not_kept() -> None:
    rarity = Rarity([frozenset({"a", "b"}), frozenset({"a"})], {"a:": 0.5})
    assert rarity.total(frozenset({"new"})) == rarity.weight("new") > rarity.weight("b")
    assert rarity.weight("a:new") == 0.5 * rarity.weight("new")
    assert rarity.total([]) == 0.0
    assert "new" not in rarity.found
    assert rarity.total(frozenset({"a", "b", "new"})) == sum(rarity.weight(t) for t in ("a", "b", "new"))


def test_the_likeness_of_two_passages_is_that_of_their_weights() -> None:
    rarity = Rarity([frozenset({"a", "b"}), frozenset({"a"}), frozenset({"c"})])
    one, other = frozenset({"a", "b"}), frozenset({"a", "c"})
    told = likeness(rarity.weight("a"), rarity.total(one), rarity.total(other))
    assert [rarity.likeness(one, other), rarity.likeness(other, one), rarity.likeness(one, other)] == [told] * 3
    assert 0 < told < rarity.likeness(one, one) == 1
