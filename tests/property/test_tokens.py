from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text.sentences import split_sentences
from rashomon.text.tagger import tag
from rashomon.text.tokens import tokenize

NEWS = st.lists(
    st.sampled_from(
        [
            "Vell",
            "'s",
            "did",
            "n’t",
            ".",
            ". ",
            '."',
            " ",
            "“",
            "”",
            "U.S.",
            "Mr.",
            "5",
            "p.m.",
            "No.",
            "…",
            "?",
            "(",
            ")",
            "A",
            "\u202e",
            "👍",
            "-",
        ]
    )
).map("".join)
TEXT = st.one_of(st.text(max_size=80), NEWS)


@settings(deadline=None)
@given(TEXT)
def test_tokens_are_the_text_in_order(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(tokens.words)
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    assert not any(char.isspace() for word in tokens.words for char in word)


@settings(deadline=None)
@given(TEXT)
def test_no_letter_or_figure_is_lost(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    kept = "".join(tokens.words)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@settings(deadline=None)
@given(TEXT)
def test_sentences_hold_all_that_is_written(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    covered = "".join(text[span.start : span.end] for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)


@settings(deadline=None)
@given(TEXT)
def test_every_token_gets_a_tag_and_a_lemma(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    tag(tokens, [(0, len(tokens))])
    assert len(tokens.tags) == len(tokens.lemmas) == len(tokens.words)
    assert all(tokens.tags)
    assert all(tokens.lemmas)
