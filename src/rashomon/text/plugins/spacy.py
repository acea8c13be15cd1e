"""A spaCy pipeline as tagger: the user's own `en_core_web_*`, or any pipeline that sets tags or parts of speech.

Takes fine tags when they are Penn Treebank tags (the ClearNLP models of spaCy have them) and maps universal parts of
speech with their features otherwise (pipelines trained on Universal Dependencies). Where a pipeline says nothing of a
token, the built-in tagger decides.
"""

from __future__ import annotations

from typing import Any

from rashomon.errors import MissingExtra, UsageError
from rashomon.records.reading import Tokens
from rashomon.text.plugins import Tagger
from rashomon.text.tagger import tag as built_in

PENN = frozenset(
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN "
    "VBP VBZ WDT WP WP$ WRB . , : '' `` -LRB- -RRB- $ # HYPH NFP ADD AFX".split()
)
ONE_TO_ONE = {"ADP": "IN", "CCONJ": "CC", "SCONJ": "IN", "INTJ": "UH", "NUM": "CD", "SYM": "SYM", "X": "FW"}


def load(name: str) -> Tagger:
    """The tagger around the installed spaCy pipeline `name`."""
    try:
        import spacy
    except ImportError as problem:
        raise MissingExtra("a spaCy tagger", "spacy") from problem
    try:
        return adapt(spacy.load(name))
    except OSError as problem:
        raise UsageError(f"spaCy has no pipeline {name!r}: {problem}") from problem


def adapt(pipeline: Any) -> Tagger:
    """A tagger around a loaded pipeline: anything with a `vocab` and components that take a document."""

    def tag(tokens: Tokens, bounds: list[tuple[int, int]]) -> None:
        built_in(tokens, bounds)
        for first, stop in bounds:
            for n, token in enumerate(_read(pipeline, tokens, first, stop), first):
                if found := penn(token.tag_, token.pos_, token.morph):
                    tokens.tags[n] = found
                if lemma := token.lemma_:
                    tokens.lemmas[n] = lemma.lower()

    return tag


def _read(pipeline: Any, tokens: Tokens, first: int, stop: int) -> Any:
    """The sentence as the pipeline reads it, on our tokens."""
    words = tokens.words[first:stop]
    gaps = [tokens.starts[n + 1] > tokens.ends[n] for n in range(first, stop - 1)]
    document = make_document(pipeline, words, [*gaps, False] if words else [])
    for _, component in pipeline.pipeline:
        document = component(document)
    return document


def make_document(pipeline: Any, words: list[str], spaces: list[bool]) -> Any:
    """A spaCy document of ready tokens."""
    from spacy.tokens import Doc

    return Doc(pipeline.vocab, words=words, spaces=spaces)


def penn(fine: str, coarse: str, features: Any) -> str:
    """The Penn tag for a fine tag, or for a universal part of speech with its features; "" when neither tells."""
    if fine in PENN:
        return fine
    value = dict(part.split("=", 1) for part in str(features).split("|") if "=" in part)
    if coarse in ("NOUN", "PROPN"):
        return ("NNP" if coarse == "PROPN" else "NN") + _plural(value)
    if coarse in ("VERB", "AUX"):
        return _verb(value, coarse)
    if coarse in ("ADJ", "ADV"):
        stem = "JJ" if coarse == "ADJ" else "WRB" if value.get("PronType") in ("Int", "Rel") else "RB"
        return stem + {"Cmp": "R", "Sup": "S"}.get(value.get("Degree", ""), "") if stem != "WRB" else stem
    if coarse in ("PRON", "DET"):
        return _pronoun(value, coarse)
    if coarse == "PART":
        return "RB" if value.get("Polarity") == "Neg" else "TO" if not value else "POS"
    return ONE_TO_ONE.get(coarse, "")


def _plural(value: dict[str, str]) -> str:
    """The ending of a plural noun tag (NNS, NNPS), or nothing."""
    return "S" if value.get("Number") == "Plur" else ""


def _verb(value: dict[str, str], coarse: str) -> str:
    form, tense = value.get("VerbForm", ""), value.get("Tense", "")
    if form == "Inf":
        return "VB"
    if form == "Ger" or (form == "Part" and tense == "Pres"):
        return "VBG"
    if form == "Part":
        return "VBN"
    if tense == "Past":
        return "VBD"
    if tense == "Pres":
        return "VBZ" if value.get("Person") == "3" and value.get("Number") != "Plur" else "VBP"
    return "MD" if coarse == "AUX" else "VB"


def _pronoun(value: dict[str, str], coarse: str) -> str:
    asking, owned = value.get("PronType") in ("Int", "Rel"), value.get("Poss") == "Yes"
    if owned:
        return "WP$" if asking else "PRP$"
    if asking:
        return "WDT" if coarse == "DET" else "WP"
    return "DT" if coarse == "DET" else "PRP" if value.get("PronType") in ("Prs", "Rcp", None) else "NN"
