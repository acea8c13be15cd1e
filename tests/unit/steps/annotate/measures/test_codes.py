"""Numbers that address or file something and count nothing."""

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.measures.codes import numbered
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words


def figures(text: str) -> list[str]:
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), published="2025-03-19")
    words = split_words(article)
    return [m.span.of(text) for m in find_measures(words, (), find_times(words))]


@pytest.mark.parametrize(
    "text",
    [
        "Call 0800 555 111 for help.",
        "Tips go to +44 20 7946 0958.",
        "Phone (212) 555-0199.",
        "Call 116 123 if you need to talk.",
        "Tips go to 1-800-555-0100.",
        "The number is 555 0134.",
        "A neighbour called 911 and the 911 caller hung up.",
        "The serial number 0815 was filed off.",
    ],
)
def test_telephone_and_serial_numbers(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Police went to 221 Baker Street.",
        "He lives at 14 Mill Lane, Alba.",
        "The shop at 200 W. Alba Blvd. was shut.",
        "It stands at 350 5th Avenue in Alba.",
        "The studio at 12 rue de Lune was shut.",
        "Fire broke out at 40 Old Post Route.",
        "It moved to Alba, OH 45011 then.",
        "It moved to 10117 Alba.",
    ],
)
def test_house_numbers_and_postal_codes(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Docket No. 14-556 was filed.",
        "Docket 4512 was heard.",
        "Bus 43 crashed.",
        "The 43 bus crashed at noon.",
        "It hit train 188 and tram 12 there.",
        "Articles 2, 3 and 5 of the treaty apply.",
        "Sections 4 to 6 were struck down.",
        "Article 5(2) applies.",
        "It is barred by §230 of the code.",
        "A top 10 finish was lost.",
    ],
)
def test_numbers_of_dockets_lines_and_laws(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("About 911 people were hurt.", ["About 911 people"]),
        ("They called 300 people to help.", ["300 people"]),
        ("He called 12 witnesses.", ["12 witnesses"]),
        ("The 12 Mill Lane residents left.", ["12 Mill Lane residents"]),
        ("Bus 12 passengers to the pier.", ["12 passengers"]),
        ("Articles 2 and 3 and 12 protocols were struck down.", ["12 protocols"]),
        ("He cited section 4 and 12 percent of them left.", ["12 percent"]),
        ("They sold 12000 Alba cars.", ["12000 Alba cars"]),
        ("It rose by 0.5 points.", ["0.5 points"]),
        ("On page 3, 40 dead were named.", ["40 dead"]),
        ("A tram derailed, killing at Least 7", ["at Least 7"]),
    ],
)
def test_a_plural_behind_them_keeps_them_figures(text: str, found: list[str]) -> None:
    assert figures(text) == found


def test_hostile_digits_end_quickly() -> None:
    for text in ("1 " * 20_000, "call " * 20_000, "0800 " * 20_000, "+1 (" * 20_000, "12 A " * 20_000):
        assert isinstance(numbered(text, 0, len(text)), list)


def test_the_hours_of_a_clock_are_no_length() -> None:
    assert figures("It was hit at about 1100 hrs local time and left at 1630 hours.") == []
    assert figures("They trained for 1200 hours.") == ["1200 hours"]
