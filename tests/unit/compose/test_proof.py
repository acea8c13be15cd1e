"""Every way in which a written dossier can be broken is named."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.records.article import digest
from rashomon.steps.compose.proof import prove

CARRIED = "the ferry carried 142 people"
TEXT = "Sorokina said the ferry carried 142 people. “We must learn the truth,” she said."


def cite(words: str, article: str = "a1") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"article": article, "start": start, "end": start + len(words)}


def dossier() -> dict[str, Any]:
    article = {"id": "a1", "path": "x.txt", "text": TEXT, "sha256": digest(TEXT), "blocks": [{"start": 0, "end": 10}]}
    other = {**article, "id": "a2", "path": "y.txt"}
    spelling = {"text": "Sorokina", "cites": [cite("Sorokina")]}
    quote = {
        "id": "q1",
        "article": "a1",
        "content": [cite("We must learn the truth")],
        "speaker": "sorokina",
        "through": [],
    }
    second = {**quote, "id": "q2", "article": "a2", "content": [cite("We must learn the truth", "a2")]}
    return {
        "schema": "rashomon.dossier/1",
        "story": {},
        "articles": [article, other],
        "actors": [{"id": "sorokina", "name": "Sorokina", "spellings": [spelling], "labels": []}],
        "quotes": [quote, second],
        "utterances": [
            {
                "id": "u1",
                "speaker": "sorokina",
                "quotes": ["q1", "q2"],
                "differences": [{"quotes": ["q1", "q2"], "words": [["must", "learn"], ["", "truth"]]}],
            }
        ],
        "figures": [{"id": "f1", "readings": [{"cite": cite("142 people"), "holder": "sorokina"}]}],
        "timeline": [],
        "statements": [{"id": "s1", "reports": [{"cite": cite("the ferry carried 142 people"), "holder": None}]}],
        "positions": [{"actor": "sorokina", "cites": [cite("Sorokina said")]}],
        "disagreements": [],
        "origins": [],
        "coverage": [{"statement": "s1", "cells": {"a1": "present"}}],
        "wording": [
            {"kind": "label", "about": "sorokina", "article": "a1", "text": "she", "cites": [cite("she")]},
            {"kind": "word", "about": "vessel", "article": "a1", "text": "ferry", "cites": [cite("ferry")]},
        ],
        "checks": [
            {
                "id": "k1",
                "sides": [
                    {"says": "the ferry  carried 142 people", "holder": None, "cites": [cite(CARRIED)],
                     "values": [cite("142 people")]},
                    {"says": "… must learn …", "holder": "sorokina", "cites": [cite("We must learn the truth", "a2")]},
                ],
            },
            {"id": "k2", "sides": [{"says": "the ferry carried 142 people", "holder": None, "cites": [cite(CARRIED)]}]},
        ],
        "unread": [],
    }  # fmt: skip


def test_a_good_dossier_holds() -> None:
    assert prove(dossier()) == []


def test_a_dossier_from_before_there_was_wording_holds() -> None:
    old = dossier()
    old.pop("wording")
    old.pop("checks")
    assert prove(old) == []


def test_a_word_stands_for_a_word_and_no_actor() -> None:
    told = dossier()
    told["wording"][1]["about"] = "no actor at all"
    assert prove(told) == []


BREAKS: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("schema", lambda d: d.update(schema="other/2"), "schema is 'other/2'"),
    ("a section is gone", lambda d: d.pop("quotes"), "quotes: not a list"),
    ("digest", lambda d: d["articles"][0].update(sha256="0" * 64), "article a1: sha256"),
    ("changed text", lambda d: d["articles"][0].update(text=TEXT + "!"), "article a1: sha256"),
    ("block", lambda d: d["articles"][0]["blocks"][0].update(end=999), "block 0-999 outside"),
    ("double id", lambda d: d["articles"][1].update(id="a1"), "two articles have this id"),
    ("past the end", lambda d: d["figures"][0]["readings"][0]["cite"].update(end=9999), "outside the text of a1"),
    ("empty cite", lambda d: d["figures"][0]["readings"][0]["cite"].update(end=0), "outside the text"),
    ("a true is no number", lambda d: d["positions"][0]["cites"][0].update(start=True), "outside the text"),
    ("unknown article", lambda d: d["positions"][0]["cites"][0].update(article="a9"), "no article 'a9'"),
    ("spelling", lambda d: d["actors"][0]["spellings"][0].update(text="Sorokin"), "'Sorokin' is 'Sorokina'"),
    ("word", lambda d: d["utterances"][0]["differences"][0].update(words=[["should", "learn"]]), "'should' is not in"),
    ("speaker", lambda d: d["quotes"][0].update(speaker="nobody"), "q1: no actor 'nobody'"),
    ("holder", lambda d: d["figures"][0]["readings"][0].update(holder="nobody"), "f1: no actor 'nobody'"),
    ("quote id", lambda d: d["utterances"][0].update(quotes=["q1", "q7"]), "u1: no quote 'q7'"),
    ("coverage", lambda d: d["coverage"][0].update(statement="s9"), "no statement 's9'"),
    ("wording: no list", lambda d: d.update(wording={}), "wording: not a list"),
    ("wording: actor", lambda d: d["wording"][0].update(about="nobody"), "wording: no actor 'nobody'"),
    ("wording: article", lambda d: d["wording"][1].update(article="a9"), "wording: no article 'a9'"),
    ("wording: other article", lambda d: d["wording"][1].update(article="a2"), "'ferry' of a2 cites a1"),
    ("wording: words", lambda d: d["wording"][1].update(text="boat"), "wording: 'boat' is 'ferry' in the text"),
    ("wording: a field gone", lambda d: d["wording"][1].pop("kind"), "a line lacks a field"),
    (
        "check: says",
        lambda d: d["checks"][0]["sides"][0].update(says="carried 141 people"),
        "k1: 'carried 141 people' is",
    ),
    ("check: a middle left out", lambda d: d["checks"][0]["sides"][1].update(says="We … truth"), "k1: 'We … truth' is"),
    ("check: nothing said", lambda d: d["checks"][0]["sides"][1].update(says="… …"), "k1: '… …' is not in"),
    ("check: value", lambda d: d["checks"][0]["sides"][0].update(values=[cite("Sorokina")]), "k1: 0-8 is outside"),
    (
        "check: value elsewhere",
        lambda d: d["checks"][0]["sides"][1].update(values=[cite("must")]),
        "outside the passages",
    ),
    ("check: holder", lambda d: d["checks"][0]["sides"][0].update(holder="nobody"), "k1: no actor 'nobody'"),
    ("check: same id", lambda d: d["checks"][1].update(id="k1"), "checks: two lines have one id"),
    ("check: a field gone", lambda d: d["checks"][0]["sides"][0].pop("says"), "a line lacks a field"),
    ("same id twice", lambda d: d["quotes"][1].update(id="q1"), "quotes: two lines have one id"),
]


@pytest.mark.parametrize(("change", "says"), [pytest.param(c, s, id=name) for name, c, s in BREAKS])
def test_every_break_is_named(change: Callable[[dict[str, Any]], object], says: str) -> None:
    broken = copy.deepcopy(dossier())
    change(broken)
    assert any(says in line for line in prove(broken)), prove(broken)


@pytest.mark.parametrize("odd", [None, 3, [], "text", {}, {"schema": "rashomon.dossier/1"}])
def test_odd_data_is_named_not_raised(odd: Any) -> None:
    assert prove(odd)
