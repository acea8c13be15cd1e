from __future__ import annotations

import re

import pytest

from rashomon.steps.clean.names import (
    agencies,
    is_section,
    known_outlet,
    outlet_like,
    person_like,
    split_authors,
    wires_named,
)
from rashomon.steps.clean.rules import bare, fold, rule_for
from rashomon.text.lexicon import lexicon

KINDS = {"advert", "furniture", "links", "teaser", "caption", "credit"}


def test_every_table_of_the_lexicon_can_be_used():
    for kind, tables in lexicon("furniture").items():
        assert kind in KINDS
        for name, table in tables.items():
            assert table["why"], name
            assert set(table) <= {
                "why", "whole", "starts", "contains", "pattern", "limit", "list", "cut", "comments", "open", "needs",
            }, name  # fmt: skip
            for pattern in table.get("pattern", ()):
                re.compile(pattern, re.IGNORECASE)


def test_every_phrase_of_the_lexicon_claims_its_own_line():
    for kind, tables in lexicon("furniture").items():
        for name, table in tables.items():
            for phrase in table.get("whole", ()):
                rule = rule_for(phrase, True)
                assert rule is not None, (name, phrase)
                assert rule.kind in KINDS
            for phrase in table.get("starts", ()):
                assert rule_for(phrase + (" 12 the" if phrase[-1] != " " else "12 the"), True) is not None, (
                    kind,
                    name,
                    phrase,
                )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ADVERTISEMENT", "advert.label"),
        ("- Advertisement -", "advert.label"),
        ("Read also:", "links.head"),
        ("READ MORE: Ferry sinks", "teaser.also-read"),
        ("Don’t miss: a day at sea", "teaser.also-read"),
        ("[Video: the ferry leaves the harbour]", "teaser.also-read"),
        ("12 Comments", "furniture.comments"),
        ("https://fjord.example/ferry", "furniture.address"),
    ],
)
def test_rules(line, name):
    rule = rule_for(line, True)
    assert rule is not None
    assert rule.name == name


def test_a_line_beyond_the_limit_is_text():
    assert rule_for("Also read: " + "the ferry " * 40, True) is None
    assert rule_for("x" * 2000, True) is None


def test_folding():
    assert fold("Don’t “MISS”\u00a0it") == 'don\'t "miss" it'
    assert bare("• More news: ") == "more news"


def test_names_of_outlets():
    assert known_outlet("BBC News") == "BBC News"
    assert known_outlet("told BBC News") is None
    assert outlet_like("The Fjord Herald") == "The Fjord Herald"
    assert outlet_like("Ferry runs aground near the post") is None
    assert is_section("World")
    assert not is_section("Ferry")


def test_names_of_people():
    names = ("Ada Lund", "Per van der Moe", "J. R. Vik", "Power Cut Today", "ada lund", "Ada")
    assert [person_like(name) for name in names] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
    assert split_authors("Ada Lund, Per Moe and Ida Vik") == ("Ada Lund", "Per Moe", "Ida Vik")


def test_agencies():
    assert wires_named("Per Moe, AFP and the Associated Press; Getty Images") == [
        "Agence France-Presse",
        "Associated Press",
    ]
    assert wires_named("APPLE and SAFPA") == []
    assert agencies()["AP Photo"] == "Associated Press"
