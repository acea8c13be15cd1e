from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from rashomon.errors import UsageError
from rashomon.records.reading import Tokens
from rashomon.text import tagger as own
from rashomon.text.plugins import spacy as adapter
from rashomon.text.plugins import tagger
from rashomon.text.tokens import tokenize


@pytest.mark.parametrize(
    ("fine", "coarse", "features", "tag"),
    [
        ("NNP", "PROPN", "Number=Sing", "NNP"),
        ("VBD", "", "", "VBD"),
        ("", "PROPN", "Number=Sing", "NNP"),
        ("", "PROPN", "Number=Plur", "NNPS"),
        ("", "NOUN", "Number=Plur", "NNS"),
        ("", "VERB", "Tense=Past|VerbForm=Fin", "VBD"),
        ("", "VERB", "Tense=Past|VerbForm=Part", "VBN"),
        ("", "VERB", "VerbForm=Inf", "VB"),
        ("", "VERB", "VerbForm=Ger", "VBG"),
        ("", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VBZ"),
        ("", "VERB", "Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "VBP"),
        ("", "AUX", "VerbForm=Fin", "MD"),
        ("", "ADJ", "Degree=Sup", "JJS"),
        ("", "ADV", "Degree=Cmp", "RBR"),
        ("", "ADV", "PronType=Int", "WRB"),
        ("", "PRON", "Case=Nom|PronType=Prs", "PRP"),
        ("", "PRON", "Poss=Yes|PronType=Prs", "PRP$"),
        ("", "PRON", "PronType=Rel", "WP"),
        ("", "DET", "Definite=Def|PronType=Art", "DT"),
        ("", "PART", "Polarity=Neg", "RB"),
        ("", "PART", "", "TO"),
        ("", "ADP", "", "IN"),
        ("", "PUNCT", "", ""),
        ("strange", "", "", ""),
    ],
)
def test_labels_of_both_schemes(fine: str, coarse: str, features: str, tag: str) -> None:
    assert adapter.penn(fine, coarse, features) == tag


@dataclass
class Token:
    text: str
    tag_: str = ""
    pos_: str = ""
    lemma_: str = ""
    morph: str = ""


class Pipeline:
    """What the adapter needs of spaCy: a vocabulary and components."""

    vocab = None
    seen: list[list[bool]]

    def __init__(self) -> None:
        self.pipeline = [("upper", self.component)]
        self.seen = []

    def component(self, document: list[Token]) -> list[Token]:
        for token in document:
            if token.text == "sang":
                token.pos_, token.morph, token.lemma_ = "VERB", "Tense=Past|VerbForm=Fin", "Sing"
        return document


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pipeline]:
    fake = Pipeline()

    def make(_: object, words: list[str], spaces: list[bool]) -> list[Token]:
        fake.seen.append(spaces)
        return [Token(w) for w in words]

    monkeypatch.setattr(adapter, "make_document", make)
    yield fake


def test_the_pipeline_wins_where_it_tells_something(pipeline: Pipeline) -> None:
    tokens = tokenize("Anna sang.", 0, 10)
    plain = tokenize("Anna sang.", 0, 10)
    own.tag(plain, [(0, 3)])
    adapter.adapt(pipeline)(tokens, [(0, 3)])
    assert tokens.tags == [plain.tags[0], "VBD", plain.tags[2]]
    assert tokens.lemmas[1] == "sing"
    assert pipeline.seen == [[True, False, False]]


def test_nothing_to_tag(pipeline: Pipeline) -> None:
    tokens = Tokens()
    adapter.adapt(pipeline)(tokens, [])
    assert len(tokens) == 0


def test_the_built_in_tagger_has_a_name() -> None:
    assert tagger() is own.tag


def test_an_unknown_tagger_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="rashomon, spacy:PIPELINE"):
        tagger("nobody")


def test_a_real_blank_pipeline_changes_no_token() -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'rashomon[spacy]'")
    text = "Anna doesn't sing (well)."
    tokens = tokenize(text, 0, len(text))
    words = list(tokens.words)
    adapter.adapt(spacy.blank("en"))(tokens, [(0, len(tokens))])
    assert tokens.words == words
    assert all(tokens.tags)
