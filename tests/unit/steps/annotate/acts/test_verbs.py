from __future__ import annotations

import pytest

from rashomon.steps.annotate.acts.verbs import inflect, is_speech, noun_senses, phrasal, sense_of, verb_forms


@pytest.mark.parametrize(
    ("lemma", "odd", "forms"),
    [
        ("attack", (), {"attack", "attacks", "attacked", "attacking"}),
        ("agree", (), {"agree", "agrees", "agreed", "agreeing"}),
        ("deny", (), {"deny", "denies", "denied", "denying"}),
        ("stop", (), {"stop", "stops", "stopped", "stopping"}),
        ("release", (), {"release", "releases", "released", "releasing"}),
        ("die", ("died", "dying"), {"die", "dies", "died", "dying"}),
        ("strike", ("struck", "stricken"), {"strike", "strikes", "struck", "stricken", "striking"}),
        ("veto", (), {"veto", "vetoes", "vetoed", "vetoing"}),
    ],
)
def test_every_form_of_a_verb_is_made(lemma: str, odd: tuple[str, ...], forms: set[str]) -> None:
    assert set(inflect(lemma, odd)) == forms


def test_the_shape_of_a_form_is_known() -> None:
    assert inflect("halt")["halted"] == {"past", "participle"}
    assert inflect("halt")["halting"] == {"gerund"}
    assert inflect("halt")["halts"] == {"third"}
    assert inflect("halt")["halt"] == {"base"}


@pytest.mark.parametrize(
    ("form", "lemma", "sense"),
    [
        ("refused", "refuse", "reject"),
        ("agreeing", "agree", "accept"),
        ("struck", "strike", "attack"),
        ("condemns", "condemn", "criticize"),
        ("told", "tell", None),
        ("ensured", "ensure", None),
    ],
)
def test_forms_lead_to_lemma_and_sense(form: str, lemma: str, sense: str | None) -> None:
    verb = verb_forms()[form]
    assert (verb.lemma, verb.sense) == (lemma, sense)


def test_a_verb_stands_under_its_first_sense_only() -> None:
    assert sense_of("reject") == "reject"
    assert sense_of("rejected") is None
    assert sense_of("blorb") is None


def test_two_word_verbs_are_found_by_their_first_word() -> None:
    assert ("off", "call off", "halt") in phrasal()["call"]
    assert ("down", "turn down", "reject") in phrasal()["turn"]


def test_nouns_of_acts_have_singular_and_plural() -> None:
    assert noun_senses()["rejection"] == noun_senses()["rejections"] == "reject"
    assert noun_senses()["injuries"] == "injure"
    assert noun_senses()["proposals"] == "propose"


def test_verbs_of_saying() -> None:
    assert is_speech("say")
    assert not is_speech("attack")
