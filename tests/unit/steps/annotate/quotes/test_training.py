"""The trainer of the second method: plain text from tokens, and whole numbers from examples."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[5] / "training" / "quotes_speakers.py"


@pytest.fixture(scope="module")
def trainer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quotes_speakers", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("`` We are late , '' said Ana Weber .", "“We are late,” said Ana Weber."),
        ("The port 's mayor did n't say .", "The port's mayor didn't say."),
        ('She said " no " and left .', "She said “no” and left."),
        ("It cost $ 40 ( or so ) .", "It cost $40 (or so)."),
    ],
)
def test_tokens_become_text(trainer: ModuleType, tokens: str, text: str) -> None:
    assert trainer.plain(tokens) == text


def test_training_finds_the_telling_feature_and_repeats_itself(trainer: ModuleType) -> None:
    data = [
        [(False, ("far", f"x{n}")), (True, ("near", f"y{n}"))] if n % 2 else [(True, ("near",)), (False, ("far",))]
        for n in range(20)
    ]
    weights = trainer.train(data)
    assert weights["near"] > 0 > weights["far"]
    assert weights == trainer.train(data)
    assert all(type(value) is int for value in weights.values())


def test_silver_examples_have_one_right_candidate(trainer: ModuleType) -> None:
    examples = trainer.examples("“We are late,” Ana Weber said.\n“We know,” said Tom Ruiz, the mayor.")
    assert [sum(right for right, _ in example) for example in examples] == [1, 1]


def test_a_quotation_without_a_speaker_gives_no_example(trainer: ModuleType) -> None:
    assert trainer.examples("“We are late and the port is shut.”") == []
