from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.records.marks import Marks
from rashomon.steps.annotate.acts import find_acts
from rashomon.steps.annotate.words import split_words
from rashomon.text.similarity import likeness, stem, terms

WORDS = st.sampled_from(
    "the a Alba Berta board union said that agreed to reject"
    " rejected halt and but , ; : - which who by was not may will"
    " have “ ” if after truce 's proposed US-proposed according only . ? killing".split()
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_gives_acts_inside_it(text: str) -> None:
    blocks = (Block(0, len(text), "body"),) if text else ()
    acts = find_acts(Marks(split_words(Article("a", "a", text, blocks, language="en"))))
    for act in acts:
        for span in (act.clause, act.actor, act.object, act.holder):
            assert span is None or 0 <= span.start < span.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40))
def test_a_stem_is_never_longer_than_its_word(word: str) -> None:
    assert len(stem(word)) <= len(word.lower()) + 1


@given(st.lists(st.text(max_size=12), max_size=20))
def test_terms_do_not_depend_on_order(words: list[str]) -> None:
    assert terms(words) == terms(reversed(words))


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 1))
def test_likeness_lies_between_nothing_and_all(one: float, other: float, part: float) -> None:
    assert 0.0 <= likeness(part * min(one, other), one, other) <= 1.0001
