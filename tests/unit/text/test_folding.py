import pytest

from rashomon.text.folding import Folded, content, fold, fold_word, stem, stems


def keys(text: str) -> list[str]:
    return [word.key for word in fold(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour's defence programme", "the harbor's defense program"),
        ("They don't know", "They do not know"),
        ("They don’t know", "They do not know"),
        ("We can't and won't", "we can not and will not"),
        ("We cannot", "We can not"),
        ("It's late, he said", "it is late he said"),
        ("The weather's looking good, the ship’s not", "the weather is looking good the ship is not"),
        ("She'll go; they've gone", "She will go. They have gone"),
        ("co-operate and re-open", "cooperate and reopen"),
        ("a cease-fire", "a ceasefire"),
        ("ten people", "10 people"),
        ("1,200 homes", "1200 homes"),
        ("40 per cent", "40%"),
        ("the Café Olé", "the cafe ole"),
        ("the U.S. envoy", "the US envoy"),
        ("U.K. and E.U.", "UK and EU"),
        ("long-term plan", "long term plan"),
        ("organised, travelling, analysed", "organized traveling analyzed"),
    ],
)
def test_same_words_in_another_dress_fold_alike(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("must", "should"),
        ("the US", "us"),
        ("the U.S.", "the United States"),
        ("hour", "hor"),
        ("four", "for"),
        ("our", "or"),
        ("ten", "11"),
        ("mayor's", "mayors"),
        ("the mayor's office", "the mayor is office"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_every_folded_word_keeps_its_characters() -> None:
    text = "“Don’t,” said Zoë, “co-operate with 1,200 %.”"
    assert fold(text) == [
        Folded("do", 1, 6),
        Folded("not", 1, 6),
        Folded("said", 9, 13),
        Folded("zoe", 14, 17),
        Folded("cooperate", 20, 30),
        Folded("with", 31, 35),
        Folded("1200", 36, 41),
        Folded("percent", 42, 43),
    ]


def test_a_part_of_a_text_is_folded_with_offsets_of_the_whole() -> None:
    assert fold("one two three", 4, 7) == [Folded("2", 4, 7)]
    assert fold("one two three", 4, 99) == [Folded("2", 4, 7), Folded("3", 8, 13)]
    assert fold("", 0) == []


def test_per_cent_is_one_word_with_both_parts() -> None:
    assert fold("40 per cent") == [Folded("40", 0, 2), Folded("percent", 3, 11)]


@pytest.mark.parametrize("word", ["%", "$", "é", "’em", "9.", "x"])
def test_no_word_gives_nothing(word: str) -> None:
    assert all(fold_word(word))


def test_content_leaves_out_words_that_carry_little() -> None:
    assert content(["the", "ferry", "must", "not", "sail", "1"]) == ["ferry", "sail"]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["rejecting", "rejected", "rejects", "reject"], "reject"),
        (["planning", "plans", "planned"], "plan"),
        (["statement", "statements"], "stat"),
        (["ferry's"], "ferry"),
        (["boss"], "boss"),
        (["gas"], "gas"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: list[str], expected: str) -> None:
    found = {stem(form) for form in forms}
    assert found == {expected}


def test_stems_are_those_of_the_words_that_say_something() -> None:
    assert stems(["the", "mayor", "rejected", "it"]) == frozenset({"mayor", "reject"})
