"""`--tagger`: a spaCy pipeline, trained here on own sentences, reads the words; unknown names are refused."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rashomon.cli.main import main
from rashomon.errors import MissingExtra, UsageError
from rashomon.text.plugins import tagger
from rashomon.text.tokens import tokenize

SENTENCES = [
    ("Anna sang loudly", "NNP VBD RB", "PROPN VERB ADV", ["Number=Sing", "Tense=Past|VerbForm=Fin", ""]),
    (
        "The ferry sank",
        "DT NN VBD",
        "DET NOUN VERB",
        ["Definite=Def|PronType=Art", "Number=Sing", "Tense=Past|VerbForm=Fin"],
    ),
    ("Boats sank slowly", "NNS VBD RB", "NOUN VERB ADV", ["Number=Plur", "Tense=Past|VerbForm=Fin", ""]),
    (
        "She has sung",
        "PRP VBZ VBN",
        "PRON AUX VERB",
        ["PronType=Prs", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "Tense=Past|VerbForm=Part"],
    ),
    (
        "Anna saw the ferry",
        "NNP VBD DT NN",
        "PROPN VERB DET NOUN",
        ["Number=Sing", "Tense=Past|VerbForm=Fin", "Definite=Def|PronType=Art", "Number=Sing"],
    ),
]
"""Text, Penn tags (the ClearNLP scheme), universal parts of speech and their features (the UD scheme)."""


@pytest.fixture(scope="module", params=["clearnlp", "ud"])
def trained(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a small pipeline that knows `SENTENCES`, with a name recogniser beside the tagger."""
    scheme, folder = request.param, tmp_path_factory.mktemp("pipelines")
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'rashomon[spacy]'")
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(7)
    pipeline: Any = spacy.blank("en")
    pipeline.add_pipe("tagger" if scheme == "clearnlp" else "morphologizer")
    pipeline.add_pipe("ner")
    examples = []
    for text, fine, coarse, features in SENTENCES:
        told: dict[str, Any] = {"entities": [(0, 4, "PERSON")] if text.startswith("Anna") else []}
        told |= {"tags": fine.split()} if scheme == "clearnlp" else {"pos": coarse.split(), "morphs": features}
        examples.append(Example.from_dict(pipeline.make_doc(text), told))
    step = pipeline.initialize(lambda: examples)
    for _ in range(25):
        pipeline.update(examples, sgd=step)
    pipeline.to_disk(folder / scheme)
    return str(folder / scheme)


def test_a_trained_pipeline_tags_in_either_scheme(trained: str) -> None:
    read = tagger(f"spacy:{trained}")
    for text, fine, _, _ in SENTENCES:
        tokens = tokenize(text, 0, len(text))
        read(tokens, [(0, len(tokens))])
        assert tokens.tags == fine.split()
        assert tokens.words == text.split()


def test_annotate_with_a_trained_pipeline(
    trained: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": "1", "text": "Anna Reyes saw the ferry. Reyes sang loudly."}).encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(line)))
    assert main(["annotate", "--tagger", f"spacy:{trained}"]) == 0
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    assert [(m["start"], m["end"], m["type"], m["name"]) for m in mentions] == [
        (0, 10, "person", "Anna Reyes"),
        (26, 31, "person", "Anna Reyes"),
    ]


@pytest.mark.parametrize("command", [["annotate"], ["compare", "missing.txt"]])
def test_an_unknown_tagger_is_refused_before_anything_is_read(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--tagger", "nobody"]) == 2
    assert "No tagger 'nobody'. Known taggers: rashomon, spacy:PIPELINE" in capsys.readouterr().err


def test_a_pipeline_that_is_not_there_is_refused() -> None:
    with pytest.raises((MissingExtra, UsageError), match="spaCy"):
        tagger("spacy:no_such_pipeline")


def test_the_built_in_tagger_may_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Mayor Anna Reyes said the ferry sank on Monday.", encoding="utf-8")
    assert main(["compare", str(report), "--json"]) == 0
    plain = capsys.readouterr().out
    assert main(["compare", str(report), "--json", "--tagger", "rashomon"]) == 0
    assert capsys.readouterr().out == plain
