"""Lines that are too long to be read as one sentence."""

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.words import LONGEST_SENTENCE, split_words


def sentences(text: str) -> list[str]:
    words = split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),)))
    return [s.span.of(text) for s in words.sentences]


def test_a_sentence_of_ordinary_length_stays_whole() -> None:
    text = "the ferry left, and " * 100 + "it sank."
    assert sentences(text) == [text]


def test_a_text_without_full_stops_is_cut_behind_its_commas() -> None:
    text = ("the ferry left the pier, " * 400).strip()
    found = sentences(text)
    assert all(len(s) <= LONGEST_SENTENCE for s in found)
    assert [s[-5:] for s in found[:-1]] == ["pier,"] * (len(found) - 1)
    assert " ".join(found) == text


def test_a_semicolon_goes_before_a_comma() -> None:
    text = ("the ferry left, it sank; " * 400).strip()
    assert {s[-5:] for s in sentences(text)} == {"sank;"}


def test_letters_without_a_space_are_cut_where_the_length_ends() -> None:
    text = "a" * (2 * LONGEST_SENTENCE + 5)
    assert [len(s) for s in sentences(text)] == [LONGEST_SENTENCE, LONGEST_SENTENCE, 5]
