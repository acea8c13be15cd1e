"""Word forms of the verbs of saying and what each tells."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.quotes.tagging.cues import Cue, inflect, table


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("claim", ("claimed", "claims", "claiming", "claimed")),
        ("argue", ("argued", "argues", "arguing", "argued")),
        ("reply", ("replied", "replies", "replying", "replied")),
        ("stress", ("stressed", "stresses", "stressing", "stressed")),
        ("teach", ("teached", "teaches", "teaching", "teached")),
        ("bray", ("brayed", "brays", "braying", "brayed")),
    ],
)
def test_regular_forms(lemma: str, forms: tuple[str, str, str, str]) -> None:
    assert inflect(lemma) == forms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("says", "say"),
        ("saying", "say"),
        ("told", "tell"),
        ("wrote", "write"),
        ("written", "write"),
        ("quipped", "quip"),
        ("admitting", "admit"),
        ("denied", "deny"),
        ("labelled", "label"),
        ("labeled", "label"),
        ("shot", "shoot"),
        ("thought", "think"),
    ],
)
def test_every_form_leads_to_its_lemma(form: str, lemma: str) -> None:
    assert table().forms[form].lemma == lemma


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ("said", "said"),
        ("asked", "asked"),
        ("wondered", "said"),
        ("inquired", "asked"),
        ("denied", "denied"),
        ("disputed", "denied"),
        ("declined", "declined"),
        ("refused", "declined"),
        ("warned", "said"),
    ],
)
def test_the_verb_gives_the_status(form: str, status: str) -> None:
    assert table().forms[form].status == status


def test_only_verbs_of_saying_introduce_a_quotation_alone() -> None:
    forms = table().forms
    assert [forms[w].says for w in ("said", "asked", "denied", "called", "believes", "found")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_forms_are_kept_apart_by_what_they_can_be() -> None:
    cues = table()
    assert "said" in cues.finite and "said" in cues.participle
    assert "saying" in cues.gerund and "saying" not in cues.finite
    assert "say" in cues.base and "say" not in cues.finite


def test_nouns_and_particles_are_read() -> None:
    cues = table()
    assert {"statement", "slogan"} <= cues.nouns
    assert {"also", "n't"} <= cues.adverbs
    assert {"has", "would"} <= cues.auxiliaries
    assert "laugh" in cues.direct_only


def test_a_cue_is_a_plain_value() -> None:
    assert Cue("say", frozenset(("say",))) == Cue("say", frozenset(("say",)))
