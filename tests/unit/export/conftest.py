"""A small dossier written by hand: two reports of one grounding, hostile titles included."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.article import digest

ONE = (
    "Ferry runs aground\nThe ferry carried about 140 people. "
    "“We must learn the truth,” Minister Sorokina said on Tuesday.\nAlso read: Ferry held 142 people"
)
TWO = (
    "The ferry carried 142 people.\n“We should learn the truth,” Ms Sorokina said. Nobody was hurt, <b>police</b> said."
)


def cite(article: str, words: str) -> dict[str, Any]:
    text = {"a-1": ONE, "a-2": TWO}[article]
    start = text.index(words)
    return {"article": article, "start": start, "end": start + len(words)}


def _article(name: str, text: str, outlet: str | None, path: str, kinds: list[str]) -> dict[str, Any]:
    blocks, at = [], 0
    for line, kind in zip(text.split("\n"), kinds, strict=True):
        blocks.append({"start": at, "end": at + len(line), "kind": kind, "reason": "by hand"})
        at += len(line) + 1
    return {
        "id": name,
        "path": path,
        "url": "javascript:alert(1)",
        "outlet": outlet,
        "title": "</script><script>alert(1)</script>",
        "authors": ["A & B"],
        "published": "2025-10-15",
        "published_from": "metadata",
        "language": "en",
        "sources": [],
        "captured": True,
        "sha256": digest(text),
        "text": text,
        "blocks": blocks,
        "stray": False,
    }


def _quote(name: str, article: str, words: str) -> dict[str, Any]:
    return {
        "id": name,
        "article": article,
        "kind": "direct",
        "content": [cite(article, words)],
        "speaker": "sorokina",
        "speaker_cite": cite(article, "Sorokina"),
        "cue": None,
        "through": [],
        "channel": None,
        "addressee": None,
        "status": "said",
        "when": None,
        "confidence": 0.9,
        "clause": None,
        "teaser": False,
    }


def _reading(article: str, words: str, value: int, modifier: str | None = None, kind: str = "report") -> dict[str, Any]:
    return {
        "cite": cite(article, words),
        "value": value,
        "low": value,
        "high": value,
        "modifier": modifier,
        "counted": "people",
        "holder": None,
        "kind": kind,
    }


@pytest.fixture
def dossier() -> dict[str, Any]:
    return {
        "schema": "rashomon.dossier/1",
        "story": {
            "title": "Ferry <i>aground</i>",
            "date": "2025-10-15",
            "languages": ["en"],
            "reports": 2,
            "origins": 2,
        },
        "articles": [
            _article("a-1", ONE, "The Lamp", "one.txt", ["title", "body", "teaser"]),
            _article("a-2", TWO, None, "two.txt", ["body", "body"]),
        ],
        "actors": [
            {
                "id": "sorokina",
                "name": "Sorokina",
                "type": "person",
                "spellings": [{"text": "Sorokina", "cites": [cite("a-1", "Sorokina"), cite("a-2", "Sorokina")]}],
                "labels": [{"text": "Minister", "cites": [cite("a-1", "Minister")]}],
            }
        ],
        "quotes": [_quote("q1", "a-1", "We must learn the truth"), _quote("q2", "a-2", "We should learn the truth")],
        "utterances": [
            {
                "id": "u1",
                "speaker": "sorokina",
                "quotes": ["q1", "q2"],
                "relation": "reworded",
                "differences": [{"quotes": ["q1", "q2"], "words": [["must", "should"]]}],
                "outlets": 2,
                "channel": None,
                "when": None,
            }
        ],
        "figures": [
            {
                "id": "f1",
                "about": "people carried",
                "unit": None,
                "relation": "compatible",
                "note": "about 140 allows 142",
                "readings": [
                    _reading("a-1", "about 140 people", 140, "about"),
                    _reading("a-2", "142 people", 142),
                    _reading("a-1", "142 people", 142, kind="teaser"),
                ],
            }
        ],
        "timeline": [
            {
                "id": "t1",
                "start": "2025-10-14",
                "end": "2025-10-14",
                "precision": "day",
                "what": "Minister Sorokina said on Tuesday",
                "cites": [cite("a-1", "Minister Sorokina said on Tuesday")],
                "times": [cite("a-1", "on Tuesday")],
                "outlets": 1,
                "mode": "happened",
                "of": "utterance",
            }
        ],
        "statements": [
            {
                "id": "s1",
                "gist": "The ferry carried 142 people.",
                "reports": [
                    {"cite": cite("a-1", "The ferry carried about 140 people."), "holder": None, "polarity": "hedged"},
                    {"cite": cite("a-2", "The ferry carried 142 people."), "holder": None, "polarity": "affirmed"},
                ],
                "verdict": "agreed",
                "outlets": 2,
                "origins": 2,
            },
            {
                "id": "s2",
                "gist": "Nobody was hurt",
                "reports": [{"cite": cite("a-2", "Nobody was hurt"), "holder": None, "polarity": "affirmed"}],
                "verdict": "single",
                "outlets": 1,
                "origins": 1,
            },
        ],
        "positions": [
            {"actor": "sorokina", "stance": "demands", "object": "the truth", "cites": [cite("a-1", "the truth")]}
        ],
        "disagreements": [
            {
                "id": "d1",
                "kind": "wording",
                "note": "“must” or “should”",
                "reason": "quoted-words",
                "sides": [
                    {"says": "must", "holder": "sorokina", "cites": [cite("a-1", "We must learn the truth")]},
                    {"says": "should", "holder": None, "cites": [cite("a-2", "We should learn the truth")]},
                ],
            }
        ],
        "checks": [
            {
                "id": "k1",
                "kind": "figure",
                "note": "People carried: “140 people” or “142 people”?",
                "sides": [
                    {
                        "says": "The ferry carried about 140 people.",
                        "holder": None,
                        "cites": [cite("a-1", "The ferry carried about 140 people.")],
                        "values": [cite("a-1", "140 people")],
                    },
                    {
                        "says": "… carried 142 people.",
                        "holder": "sorokina",
                        "cites": [cite("a-2", "The ferry carried 142 people."), cite("a-1", "Ferry held 142 people")],
                        "values": [cite("a-2", "142 people"), cite("a-1", "142 people")],
                    },
                ],
            }
        ],
        "origins": [
            {
                "id": "o1",
                "kind": "shares-source",
                "source": "Sorokina's words",
                "passages": [
                    {"cites": [cite("a-1", "learn the truth"), cite("a-2", "learn the truth")], "shared": 0.75}
                ],
            }
        ],
        "coverage": [{"statement": "s1", "cells": {"a-1": "present", "a-2": "present"}}],
        "wording": [
            {
                "kind": "label",
                "about": "sorokina",
                "article": "a-1",
                "text": "Minister",
                "cites": [cite("a-1", "Minister")],
                "score": 1.0,
            }
        ],
        "times": [],
        "unread": [{"path": "three.bin", "reason": "not text"}],
    }
