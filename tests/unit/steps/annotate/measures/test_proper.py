"""Numbers that are part of a name by their capitals."""

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.reading import Words
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.measures.proper import in_a_name
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words
from rashomon.text.numbers import find_numbers


def words_of(text: str) -> Words:
    return split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),), published="2025-03-19"))


def figures(text: str) -> list[str]:
    words = words_of(text)
    return [m.span.of(text) for m in find_measures(words, (), find_times(words))]


@pytest.mark.parametrize(
    "text",
    [
        "The Big Ten said it would vote.",
        "The Alba Seven were tried in secret.",
        "Members of the Gang of Four fled.",
        "The Twelve Apostles road was shut.",
        "The Magnificent Nine opened on Friday.",
        "She spoke to 60 Minutes about the raid.",
        "He won the Mill Race for the Two Rivers club.",
    ],
)
def test_a_number_with_a_capital_inside_a_sentence_is_part_of_a_name(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve people died.", ["Twelve people"]),
        ("“Two men came,” he said.", ["Two men"]),
        ("She said: Three men left.", ["Three men"]),
        ("`` Thirty years ago it was calm.", ["Thirty years"]),
        ("Six Killed in Alba Bombing", ["Six Killed"]),
        ("Alba Resumes Talks Six people were killed there.", ["Six people"]),
        ("Photo by Alba Press Six years of war had passed.", ["Six years"]),
        ("He spent 60 minutes there.", ["60 minutes"]),
        ("Two Million Voters were lost.", ["Two Million Voters"]),
    ],
)
def test_a_capital_at_the_start_or_before_a_plural_in_small_letters_tells_nothing(text: str, found: list[str]) -> None:
    assert figures(text) == found


def test_the_rest_of_the_report_tells_what_a_headline_means() -> None:
    assert figures("Two Rivers Floods Again\nThe mayor of Two Rivers asked for help.") == []
    assert figures("Two Buses Collide\nThe buses met at noon.") == ["Two Buses"]
    assert figures("Two Rivers was flooded. Two Rivers lost homes.") == ["Two Rivers", "Two Rivers"]


def test_a_title_case_line_proves_nothing() -> None:
    text = "Alba Council Jails Seven Over Raid"
    words = words_of(text)
    assert not in_a_name(words, words.sentences[0], find_numbers(text)[0])
