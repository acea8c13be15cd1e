"""What is remembered of a text is what is worked out from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.folding import Folded, fold, folded, keys_of
from rashomon.text.words_of import content_words, lower_words

SAID = st.text(alphabet="aAs'’ſ -.US%10é\n", max_size=40)


def test_folded_words_of_a_whole_text() -> None:
    assert folded("The U.S. co-operates.") == (Folded("the", 0, 3), Folded("us.", 4, 8), Folded("cooperates", 9, 20))
    assert keys_of("The U.S. co-operates.") == ("the", "us.", "cooperates")


def test_different_words_in_lower_case() -> None:
    assert lower_words("Orla's boat, the BOAT") == {"orla", "boat", "the"}


@given(SAID, SAID, SAID)
def test_a_part_of_a_text_is_folded_as_if_it_stood_alone(before: str, said: str, after: str) -> None:
    text, start = before + said + after, len(before)
    inside = fold(text, start, start + len(said))
    assert [(w.key, w.start - start, w.end - start) for w in inside] == [tuple(w) for w in folded(said)]
    assert keys_of(said) == tuple(w.key for w in inside)


@given(SAID)
def test_a_list_that_somebody_changes_changes_nothing(said: str) -> None:
    found = content_words(said)
    before = tuple(found)
    found.append("more")
    assert tuple(content_words(said)) == before
    assert lower_words(said) == {w.lower() for w in before}
