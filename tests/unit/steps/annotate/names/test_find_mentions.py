from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import Mention
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words


def mentions(text: str, title: str = "") -> list[Mention]:
    whole = f"{title}\n{text}" if title else text
    blocks = [Block(0, len(title), "title")] if title else []
    blocks.append(Block(len(whole) - len(text), len(whole), "body"))
    article = Article("a", "a.txt", whole, tuple(blocks), language="en")
    return list(find_mentions(split_words(article)))


def named(text: str, title: str = "") -> list[tuple[str, str, str]]:
    """(words, type, fullest name) of the mentions by name."""
    whole = f"{title}\n{text}" if title else text
    return [(m.span.of(whole), m.type, m.name) for m in mentions(text, title) if m.form == "name"]


def labelled(text: str) -> list[tuple[str, str | None]]:
    return [
        (m.span.of(text), m.label.of(text) if m.label else None)
        for m in mentions(text)
        if m.type == "person" and m.form == "name"
    ]


def roles(text: str) -> list[str]:
    return [m.span.of(text) for m in mentions(text) if m.form == "role"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norwegian President Anna Lindqvist spoke.", ("Anna Lindqvist", "Norwegian President")),
        ("She met US State Secretary Martin Halloway there.", ("Martin Halloway", "US State Secretary")),
        ("It was White House spokeswoman Clara Benning who spoke.", ("Clara Benning", "White House spokeswoman")),
        ("He spoke with Secretary of State Martin Halloway.", ("Martin Halloway", "Secretary of State")),
        (
            "We asked Martin Halloway, White House deputy chief of staff, about it.",
            ("Martin Halloway", "White House deputy chief of staff"),
        ),
        ("We asked Martin Halloway, 45, a former teacher, about it.", ("Martin Halloway", "former teacher")),
        ("The mayor of Oslo Martin Halloway agreed.", ("Martin Halloway", "mayor of Oslo")),
        ("The ministry's spokesman, Martin Halloway, agreed.", ("Martin Halloway", "spokesman")),
        ("Then Lt. Gen. Martin Halloway agreed.", ("Martin Halloway", "Lt. Gen.")),
        ("Then Mr Halloway agreed.", ("Halloway", "Mr")),
        ("She praised her Norwegian counterpart Martin Halloway.", ("Martin Halloway", "Norwegian counterpart")),
    ],
)  # fmt: skip
def test_titles_around_names(text: str, found: tuple[str, str]) -> None:
    assert found in labelled(text)


def test_a_new_clause_is_no_apposition() -> None:
    assert labelled("After the call with her Norwegian counterpart, Martin Halloway stated his view.") == [
        ("Martin Halloway", None)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops left for Norway on Monday.", [("Norway", "place", "Norway")]),
        (
            "The Ministry of Foreign Affairs said so.",
            [("Ministry of Foreign Affairs", "organization", "Ministry of Foreign Affairs")],
        ),
        ("He wrote it on Truth Social.", [("Truth Social", "organization", "Truth Social")]),
        ("The London-based firm and the Norway-Chile pact failed.", []),
        ("That Statement will be out on Tuesday, May 5.", []),
        ("The South Korean side agreed.", []),
        (
            "The Securities and Exchange Commission agreed.",
            [("Securities and Exchange Commission", "organization", "Securities and Exchange Commission")],
        ),
        ("He read the New York Times daily.", [("New York Times", "organization", "New York Times")]),
        ("It was near King Power Stadium.", [("King Power Stadium", "place", "King Power Stadium")]),
        ("They are Norwegians.", [("Norwegians", "group", "Norwegians")]),
    ],
)  # fmt: skip
def test_kinds(text: str, found: list[tuple[str, str, str]]) -> None:
    assert named(text) == found


def test_one_decision_for_a_name_in_an_article() -> None:
    text = "Martin Halloway arrived. Halloway spoke. On Halloway much depends."
    assert named(text) == [
        ("Martin Halloway", "person", "Martin Halloway"),
        ("Halloway", "person", "Martin Halloway"),
        ("Halloway", "person", "Martin Halloway"),
    ]


def test_a_surname_of_two_stays_as_it_is() -> None:
    text = "Martin Halloway arrived. Anna Halloway left. Halloway spoke."
    assert named(text)[-1] == ("Halloway", "person", "Halloway")


def test_headlines_in_title_case_are_believed_only_with_the_body() -> None:
    found = named("Police said that Martin Halloway left.", "Angry Storm Hits Quiet Valley As Halloway Leaves Town")
    assert found == [("Halloway", "person", "Martin Halloway"), ("Martin Halloway", "person", "Martin Halloway")]


def test_an_article_in_capitals_gives_no_names_but_known_ones() -> None:
    assert [f[0] for f in named("THE STORM HIT NORWAY AND THE OLD TOWN BURNED DOWN LAST NIGHT.")] in ([], ["NORWAY"])


def test_sentence_beginnings_are_not_names() -> None:
    assert named("Rescuers came. Yesterday it rained. Statements followed. However, nobody spoke.") == []


def test_roles_that_stand_alone() -> None:
    text = "The Norwegian leader met the head of the White House. His spokesman and police agreed."
    assert roles(text) == ["Norwegian leader", "head of the White House", "spokesman", "police"]


def test_a_role_after_an_indefinite_article_names_nobody() -> None:
    assert roles("A teacher spoke to an engineer.") == []


def test_pronouns_have_a_gender() -> None:
    found = [(m.name, m.gender) for m in mentions("He left and she stayed, they said.") if m.form == "pronoun"]
    assert found == [("He", "m"), ("she", "f"), ("they", "")]


def test_gender_comes_from_titles_and_given_names() -> None:
    found = {
        m.name: m.gender
        for m in mentions("Spokeswoman K. Reyes met Martin Halloway and Xylo Torp.")
        if m.form == "name"
    }
    assert found == {"K. Reyes": "f", "Martin Halloway": "m", "Xylo Torp": ""}


@pytest.mark.parametrize(
    "text",
    [
        "A" + "b" * 500 + " spoke.",
        "Anna\u0000 Lindqvist\u200f said.",
        "\u202eAnna Lindqvist\u202c",
        "— “” ’s ’ ' . , Mr",
        "X " * 400,
        "Of The And Of The",
    ],
)  # fmt: skip
def test_bad_input_raises_nothing(text: str) -> None:
    for m in mentions(text):
        assert 0 <= m.span.start < m.span.end <= len(text)
        assert m.span.end - m.span.start <= 130


def test_a_role_with_its_country_before_a_name() -> None:
    text = "Earlier, Peru's deputy foreign minister, Martin Halloway, agreed."
    assert labelled(text) == [("Martin Halloway", "Peru's deputy foreign minister")]


def test_a_department_is_no_office() -> None:
    assert roles("The Department of Justice agreed.") == []
    assert named("The Department of Justice agreed.")[0][:2] == ("Department of Justice", "organization")


def test_credits_fall_apart_into_names() -> None:
    found = named("Anna Lindqvist waved. The picture shows Getty Images Anna Lindqvist in the rain.")
    assert [f[0] for f in found] == ["Anna Lindqvist", "Getty Images", "Anna Lindqvist"]


def test_a_description_before_an_ordinary_word_names_nobody() -> None:
    assert [f for f in labelled("They spoke of the Oslo Terrorist Attack on Monday.") if f[0] == "Attack"] == []
    assert roles("The terrorist group agreed.") == ["terrorist group"]
