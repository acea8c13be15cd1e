import pytest

from rashomon.text.lemmas import ByTag, Lemmas, by_rule, lemma_of, lemmas_of


@pytest.mark.parametrize(
    ("tag", "pairs"),
    [
        ("VBD", "said:say told:tell met:meet was:be had:have agreed:agree refused:refuse planned:plan visited:visit"),
        (
            "VBD",
            "travelled:travel called:call closed:close announced:announce denied:deny swore:swear tried:try died:die",
        ),
        (
            "VBG",
            "saying:say making:make stopping:stop dying:die declining:decline offering:offer bringing:bring",
        ),
        ("VBZ", "says:say is:be has:have goes:go denies:deny passes:pass does:do wishes:wish"),
        ("VBN", "been:be written:write taken:take killed:kill wounded:wound used:use"),
        ("VBP", "are:be have:have am:be say:say"),
        ("NNS", "leaders:leader countries:country men:man spokesmen:spokesman women:woman wives:wife crises:crisis"),
        ("NNS", "boxes:box houses:house forces:force talks:talk masses:mass children:child series:series"),
        ("JJR", "larger:large bigger:big easier:easy better:good worse:bad"),
        ("JJS", "largest:large biggest:big easiest:easy best:good highest:high"),
        ("RBR", "better:well faster:fast"),
        ("RB", "n't:not n’t:not quickly:quickly"),
        ("MD", "wo:will ca:can 'll:will"),
        ("NN", "Leader:leader bus:bus news:news"),
        ("NNP", "Vells:vells"),
    ],
)
def test_lemmas(tag: str, pairs: str) -> None:
    for pair in pairs.split():
        word, lemma = pair.split(":")
        assert lemma_of(word, tag) == lemma, pair


def test_a_hyphenated_word_takes_the_rule_of_its_last_part() -> None:
    assert by_rule("co-founders", "NNS") == "co-founder"
    assert by_rule("f-16s", "NNS") == "f-16s"


def test_marks_and_figures_are_their_own_lemma() -> None:
    assert lemma_of("1,000", "CD") == "1,000"
    assert lemma_of("$", "$") == "$"


def test_words_without_vowels_or_letters_do_not_raise() -> None:
    assert by_rule("pssed", "VBD") == "pss"
    assert by_rule("---s", "NNS") == "---s"
    assert by_rule("", "NNS") == ""


def test_lemmas_of_a_line_are_those_of_its_words() -> None:
    words, tags = ["Talks", "failed", "talks", "Talks"], ["NNS", "VBD", "VBZ", "NNP"]
    assert lemmas_of(words, tags) == ["talk", "fail", "talk", "talks"]
    assert lemmas_of([], []) == []
    with pytest.raises(ValueError, match="zip"):
        lemmas_of(["a"], [])


def test_kept_lemmas_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.text.lemmas.KEEP", 2)
    kept = Lemmas("NNS")
    assert [kept[word] for word in ("cars", "boats", "trains", "cars")] == ["car", "boat", "train", "car"]
    assert list(kept) == ["trains", "cars"]
    tags = ByTag()
    for n in range(450):
        assert tags[f"T{n}"]["Word"] == "word"
    assert len(tags) <= 200
