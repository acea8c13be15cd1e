"""Disagreements that rest on another ledger: figures, utterances, quotations, labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.records.findings import Difference, Figure, Form, Quote, Reading, Utterance
from rashomon.records.marks import QuoteMark
from rashomon.records.span import Cite, Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.disagreements import find_disagreements
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, set_scene, side_of
from rashomon.steps.reconcile.disagreements.figures import figure_conflicts, fits_together
from rashomon.steps.reconcile.disagreements.labels import loaded_labels
from rashomon.steps.reconcile.disagreements.speakers import other_speakers
from rashomon.steps.reconcile.disagreements.wording import WINDOW, _near, wording_differences
from rashomon.steps.reconcile.kin import Kin

CAST = (
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Harbour Board", "organization", ()),
    ("Olivia Finch", "person", ()),
    ("Tarn Harbour Board", "organization", ()),
    ("Tarn", "place", ()),
    ("City Scout Finch", "other", ()),
)


def at(scene: Scene, article: str, words: str) -> Cite:
    text = next(a.text for a in scene.story.articles if a.id == article)
    start = text.index(words)
    return Cite(article, start, start + len(words))


def quote(scene: Scene, article: str, words: str, speaker: str, named: str, **more: object) -> Quote:
    fields = {"kind": "mixed", "confidence": 0.9, "cue": at(scene, article, "said"), **more}
    return Quote(
        f"q{article}", article, content=(at(scene, article, words),), speaker=speaker,
        speaker_cite=at(scene, article, named), **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def figure(scene: Scene, relation: str, *values: tuple[str, str, float], kind: str = "report") -> Figure:
    readings = tuple(Reading(at(scene, a, words), v, v, v, kind=kind) for a, words, v in values)  # type: ignore[arg-type]
    return Figure("f1", "people hurt", None, readings, relation)  # type: ignore[arg-type]


def test_a_conflict_of_figures_has_a_side_per_value(scene: Callable) -> None:
    told = scene("At Tarn 12 people were hurt.", "At Tarn 40 people were hurt.", "In Tarn 40 people were hurt.")
    found = figure(told, "conflict", ("a", "12 people", 12), ("b", "40 people", 40), ("c", "40 people", 40))
    (draft,) = figure_conflicts(told, (found,))
    assert (draft.kind, draft.reason) == ("figure", "figures-exclude-each-other")
    assert draft.note == "people hurt: “40 people” or “12 people”."
    assert [[c.article for c in s.cites] for s in draft.sides] == [["b", "c"], ["a"]]


@pytest.mark.parametrize(
    ("relation", "second", "fits"),
    [
        ("compatible", "40 people", True),
        ("part", "40 people", True),
        ("different-scope", "40 people", True),
        ("conflict", "40 people", False),
        ("compatible", "9 sheep", False),
    ],
)
def test_what_the_ledger_lets_stand_together_is_no_conflict(
    scene: Callable, relation: str, second: str, fits: bool
) -> None:
    told = scene("At Tarn 12 people were hurt.", "At Tarn 40 people were hurt. At Tarn 9 sheep died.")
    known = figure(told, relation, ("a", "12 people", 12), ("b", "40 people", 40))
    values = (at(told, "a", "12"),), (at(told, "b", second.split()[0]),)
    sides = tuple(side_of("words", None, cites) for cites in values)
    assert fits_together(Draft("figure", "figures-exclude-each-other", "note", sides, values), (known,)) is fits
    assert not fits_together(Draft("time", "other-day", "note", sides, values), (known,))
    assert not fits_together(Draft("figure", "figures-exclude-each-other", "note", sides), (known,))


def test_figures_that_fit_or_only_round_are_no_disagreement(scene: Callable) -> None:
    told = scene("At Tarn 100 people were hurt.", "At Tarn 101 people were hurt.")
    values = (("a", "100 people", 100), ("b", "101 people", 101))
    assert figure_conflicts(told, (figure(told, "compatible", *values),)) == []
    assert figure_conflicts(told, (figure(told, "conflict", *values),)) == []


def test_a_teaser_is_no_side(scene: Callable) -> None:
    told = scene("At Tarn 12 people were hurt.", "At Tarn 40 people were hurt.")
    found = figure(told, "conflict", ("a", "12 people", 12), ("b", "40 people", 40), kind="teaser")
    assert figure_conflicts(told, (found,)) == []


def test_the_same_words_of_another_speaker(scene: Callable) -> None:
    words = "quite grim for the harbour"
    told = scene(f"Finch said it was “{words}”.", f"It was “{words}”, the Harbour Board said.")
    quotes = (quote(told, "a", words, "Orla Finch", "Finch"), quote(told, "b", words, "Harbour Board", "Harbour Board"))
    (draft,) = other_speakers(told, quotes)
    assert (draft.kind, draft.reason) == ("attribution", "same-words-other-speaker")
    assert {s.holder for s in draft.sides} == {"Orla Finch", "Harbour Board"}


def test_a_phrase_counts_where_it_is_said_of_one_thing(scene: Callable) -> None:
    told = scene(
        "Finch said the talks on the winter ferry to Tarn were “quite grim”.",
        "The talks on the winter ferry were “quite grim”, the Harbour Board said.",
    )
    quotes = (
        quote(told, "a", "quite grim", "Orla Finch", "Finch"),
        quote(told, "b", "quite grim", "Harbour Board", "Harbour Board"),
    )
    assert [d.reason for d in other_speakers(told, quotes)] == ["same-words-other-speaker"]


def test_a_phrase_of_two_things_is_nobodys(scene: Callable) -> None:
    """Both name both speakers, and the same harbour and winter: names tell who speaks, two words not of what."""
    told = scene(
        "Orla Finch said to Ben Ode that winter bread at the harbour was “quite grim”.",
        "The harbour lights in winter were “quite grim”, Ben Ode said to Orla Finch.",
    )
    quotes = (
        quote(told, "a", "quite grim", "Orla Finch", "Orla Finch"),
        quote(told, "b", "quite grim", "Ben Ode", "Ben Ode"),
    )
    assert other_speakers(told, quotes) == []


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        ("without merit", "Orla Finch", "Ben Ode"),  # what many say
        ("quite grim for the harbour", "Orla Finch", "Olivia Finch"),  # perhaps one person
        ("quite grim for the harbour", "Harbour Board", "Tarn Harbour Board"),
        ("quite grim for the harbour", "City Scout Finch", "Orla Finch"),  # a description that was read as a name
    ],
)
def test_words_that_may_well_be_of_both_or_of_one(scene: Callable, words: str, one: str, other: str) -> None:
    told = scene(f"It was “{words}”, {one} said.", f"It was “{words}”, {other} said.")
    assert other_speakers(told, (quote(told, "a", words, one, one), quote(told, "b", words, other, other))) == []


LONG_A = "We kept the harbour open all winter. Nobody thanked us."


def test_a_report_that_splits_the_words_of_another_speaker(scene: Callable) -> None:
    told = scene(
        "“We kept the harbour open all winter,” Finch said. “Nobody thanked us.”",
        f"“{LONG_A}” Ode said on Monday.",
    )
    first = quote(told, "a", "We kept the harbour open all winter,", "Orla Finch", "Finch", kind="direct")
    first = replace(first, content=(*first.content, at(told, "a", "Nobody thanked us.")))
    second = quote(told, "b", LONG_A, "Ben Ode", "Ode", kind="direct")
    assert other_speakers(told, (first, second)) == []
    one = Utterance("u1", None, ("qb", "qa"), "same")
    (draft,) = other_speakers(told, (first, second), (one,))
    assert [s.holder for s in draft.sides] == ["Ben Ode", "Orla Finch"]
    assert draft.sides[1].cites == (
        at(told, "a", "We kept the harbour open all winter,"),
        at(told, "a", "Finch"),
        at(told, "a", "Nobody thanked us."),
    )
    words = "We kept the harbour open all winter. Nobody thanked us"
    assert draft.note == f"The words “{words}” are Ben Ode's in one place and Orla Finch's in another."


def test_one_utterance_gives_one_line_however_many_pieces(scene: Callable) -> None:
    told = scene(
        "“We kept the harbour open,” Finch said. “Nobody thanked us at all.”",
        "“We kept the harbour open,” Ode said. “Nobody thanked us at all.”",
    )
    pieces = ("We kept the harbour open,", "Nobody thanked us at all.")
    quotes = [
        replace(
            quote(told, a, pieces[0], name, name.split()[-1], kind="direct"),
            content=tuple(at(told, a, piece) for piece in pieces),
        )
        for a, name in (("a", "Orla Finch"), ("b", "Ben Ode"))
    ]
    (draft,) = other_speakers(told, quotes, (Utterance("u1", None, ("qa", "qb"), "same"),))
    assert draft.sides[0].says == "Ben Ode: “We kept the harbour open … Nobody thanked us at all”"
    assert len(other_speakers(told, quotes)) == 1


def test_a_passage_that_only_begins_alike_is_nobodys(scene: Callable) -> None:
    told = scene(
        "“We kept the harbour open all winter,” Finch said.", "“We kept the harbour dark for years,” Ode said."
    )
    quotes = (
        quote(told, "a", "We kept the harbour open all winter", "Orla Finch", "Finch", kind="direct"),
        quote(told, "b", "We kept the harbour dark for years", "Ben Ode", "Ode", kind="direct"),
    )
    assert other_speakers(told, quotes, (Utterance("u1", None, ("qa", "qb"), "reworded"),)) == []


@pytest.mark.parametrize(("named", "found"), [("the board's director", 1), ("the man", 0)])
def test_a_description_with_the_name_behind_it(scene: Callable, named: str, found: int) -> None:
    told = scene(
        "It was “quite grim for the harbour”, the board's director, Finch, said. It hit the man, Ode thought.",
        "Ode said it was “quite grim for the harbour”.",
    )
    first = quote(told, "a", "quite grim for the harbour", "Orla Finch", named)
    second = quote(told, "b", "quite grim for the harbour", "Ben Ode", "Ode")
    assert len(other_speakers(told, (first, second))) == found


GRIM = "quite grim for the harbour"
"""As many words as show by themselves of what they are said."""


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, 1),
        ({"speaker": "Orla Finch"}, 0),
        ({"speaker": None}, 0),
        ({"speaker_cite": None}, 0),
        ({"cue": None}, 0),
        ({"confidence": 0.3}, 0),
        ({"confidence": 0.6}, 1),  # words run into the sentence of the report
        ({"confidence": 0.6, "kind": "direct"}, 0),
        ({"teaser": True}, 0),
        ({"kind": "indirect"}, 0),
        ({"status": "denied"}, 0),
        ({"speaker": "Tarn"}, 0),  # a place says nothing
        ({"speaker": "City Scout Finch"}, 0),
    ],
)
def test_whose_words_it_is_must_be_sure(scene: Callable, change: dict[str, object], found: int) -> None:
    told = scene(f"Finch said it was “{GRIM}”.", f"It was “{GRIM}”, the Harbour Board said.")
    first = quote(told, "a", GRIM, "Orla Finch", "Finch")
    second = replace(quote(told, "b", GRIM, "Harbour Board", "Harbour Board"), **change)  # type: ignore[arg-type]
    assert len(other_speakers(told, (first, second))) == found


@pytest.mark.parametrize(("named", "found"), [("Ode", 1), ("a Tarn resident", 0)])
def test_a_description_is_no_speaker_of_its_own(scene: Callable, named: str, found: int) -> None:
    told = scene(f"Finch said it was “{GRIM}”.", f"It was “{GRIM}”, {named} said.")
    quotes = quote(told, "a", GRIM, "Orla Finch", "Finch"), quote(told, "b", GRIM, "Ben Ode", named)
    assert len(other_speakers(told, quotes)) == found


def test_one_report_that_gives_the_words_to_both_is_no_side(scene: Callable) -> None:
    told = scene(f"Finch said it was “{GRIM}”. Ode said so too.", f"It was “{GRIM}”, Ode said.")
    first, second = quote(told, "a", GRIM, "Orla Finch", "Finch"), quote(told, "b", GRIM, "Ben Ode", "Ode")
    both = replace(quote(told, "a", GRIM, "Ben Ode", "Ode"), id="qc")
    assert len(other_speakers(told, (first, second))) == 1
    assert other_speakers(told, (first, second, both)) == []


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ({"labels": "Harbour Board spokesman"}, 0),
        ({"labels": "Harbour Board rival"}, 1),  # of the board, and not its mouth
        ({"speaks_for": "Harbour Board"}, 0),
        ({"speaks_for": "Tarn"}, 1),
        ({}, 1),
    ],
)
def test_a_spokesman_and_his_body_are_one_voice(scene: Callable, role: dict[str, str], found: int) -> None:
    told = scene(f"Ode said it was “{GRIM}”.", f"It was “{GRIM}”, the Harbour Board said.")
    more: dict[str, object] = dict(role)
    if "labels" in role:
        more["labels"] = (Form(role["labels"], (Cite("a", 0, 3),)),)
    actors = tuple(replace(a, **more) if a.id == "Ben Ode" else a for a in told.cast.actors)  # type: ignore[arg-type]
    cast = Cast(actors, told.cast.of)
    told = set_scene(told.story, cast, Kin(cast))
    quotes = (
        quote(told, "a", GRIM, "Ben Ode", "Ode"),
        quote(told, "b", GRIM, "Harbour Board", "Harbour Board"),
    )
    assert len(other_speakers(told, quotes)) == found
    assert len(other_speakers(told, quotes[::-1])) == found


PRONOUN = "“We kept the harbour open all winter,” he said."


@pytest.mark.parametrize(
    ("before", "confidence", "found"),
    [
        ("Ode came to Tarn.", 0.9, 1),
        ("Finch left. Ode came to Tarn.", 0.9, 1),
        ("Finch left. Ode came to Tarn.", 0.75, 0),
        ("Ode came to Tarn. Finch left.", 0.9, 0),
        ("Ode came to Tarn.", 0.75, 1),
    ],
)
def test_a_pronoun_that_cannot_mean_the_other_speaker(
    scene: Callable, before: str, confidence: float, found: int
) -> None:
    told = scene("“We kept the harbour open all winter,” Finch said.", f"{before} {PRONOUN}")
    first = quote(told, "a", "We kept the harbour open all winter,", "Orla Finch", "Finch", kind="direct")
    second = quote(told, "b", "We kept the harbour open all winter,", "Ben Ode", "he said", kind="direct")
    he = told.story.articles[1].text.index("he said")
    second = replace(second, speaker_cite=Cite("b", he, he + 2), confidence=confidence)
    assert len(other_speakers(told, (first, second))) == found


@pytest.mark.parametrize(("quoted", "gender", "found"), [(True, "", 1), (False, "", 0), (True, "m", 1), (True, "f", 0)])
def test_a_pronoun_is_read_from_the_outlets_own_words_and_fits_its_speaker(
    scene: Callable, quoted: bool, gender: str, found: int
) -> None:
    told = scene(
        "“We kept the harbour open all winter,” Finch said.", f"Ode came to Tarn. “Thank Finch,” read a sign. {PRONOUN}"
    )
    first = quote(told, "a", "We kept the harbour open all winter,", "Orla Finch", "Finch", kind="direct")
    second = quote(told, "b", "We kept the harbour open all winter,", "Ben Ode", "he said", kind="direct")
    he = told.story.articles[1].text.index("he said")
    second = replace(second, speaker_cite=Cite("b", he, he + 2), confidence=0.75)
    marks = told.story.marks[1]
    marks.quotes = (QuoteMark("direct", (at(told, "b", "Thank Finch,").span,)),) if quoted else ()
    marks.mentions = tuple(replace(m, gender=gender) if m.name == "Ben Ode" else m for m in marks.mentions)
    assert len(other_speakers(told, (first, second))) == found


def test_a_whole_short_sentence_of_a_longer_quotation(scene: Callable) -> None:
    told = scene("“We are old and our door stays open,” Finch said.", "“Our door stays open,” Ode said.")
    quotes = (
        quote(told, "a", "We are old and our door stays open,", "Orla Finch", "Finch", kind="direct"),
        quote(told, "b", "Our door stays open,", "Ben Ode", "Ode", kind="direct"),
    )
    (draft,) = other_speakers(told, quotes, (Utterance("u1", None, ("qa", "qb"), "cut"),))
    assert draft.note == "The words “Our door stays open” are Ben Ode's in one place and Orla Finch's in another."


@pytest.mark.parametrize(("work", "found"), [("Grim Nights of Harbour Rain", 0), ("Grim nights of harbour rain", 1)])
def test_titles_of_works_are_nobodys_words(scene: Callable, work: str, found: int) -> None:
    told = scene(f"Finch said “{work}” sells.", f"“{work}” sells, Ode said.")
    quotes = quote(told, "a", work, "Orla Finch", "Finch"), quote(told, "b", work, "Ben Ode", "Ode")
    assert len(other_speakers(told, quotes)) == found


def utter(
    scene: Scene, *pairs: tuple[str, str], kind: str = "direct"
) -> tuple[tuple[Quote, ...], tuple[Utterance, ...]]:
    quotes = tuple(
        Quote(f"q{a.id}", a.id, kind, (Cite(a.id, 0, len(a.text)),), "Orla Finch")  # type: ignore[arg-type]
        for a in scene.story.articles
    )
    difference = Difference(("qa", "qb"), pairs)
    return quotes, (Utterance("u1", "Orla Finch", ("qa", "qb"), "reworded", (difference,)),)


def test_words_that_matter_differ(scene: Callable) -> None:
    told = scene("We must go on working at the harbour", "We should go on working at the harbour")
    (draft,) = wording_differences(told, *utter(told, ("must", "should")))
    assert (draft.kind, draft.reason) == ("wording", "quoted-words-differ")
    assert draft.note == "The same words of Orla Finch are quoted differently: “must” / “should”."
    assert [s.says[:9] for s in draft.sides] == ["We must g", "We should"]


@pytest.mark.parametrize(
    "pair",
    [
        ("organise", "organize"),
        ("minute", "min"),
        ("the U.S.", "the United States"),
        ("harbour", ""),
        ("the", "a"),
        ("work", "working"),
    ],
)
def test_words_that_do_not_matter(scene: Callable, pair: tuple[str, str]) -> None:
    told = scene("We must go on working at the harbour", "We should go on working at the harbour")
    assert wording_differences(told, *utter(told, pair)) == []


def test_only_quotation_marks_prove_words(scene: Callable) -> None:
    told = scene("We must go on working at the harbour", "We should go on working at the harbour")
    assert wording_differences(told, *utter(told, ("must", "should"), kind="indirect")) == []
    other = scene("We must go on working at the harbour", "Nobody knows what ships will do now")
    assert wording_differences(other, *utter(other, ("must", "should"))) == []


def test_a_loaded_label(scene: Callable) -> None:
    told = scene("Finch, the Tarn dictator, slept.", "Finch, the Tarn president, slept.")
    labels = (Form("Tarn dictator", (Cite("a", 11, 24),)), Form("Tarn president", (Cite("b", 11, 25),)))
    actor = replace(told.cast.actors[0], labels=labels)
    told.cast = Cast((actor,), told.cast.of)
    (draft,) = loaded_labels(told)
    assert (draft.kind, draft.reason) == ("name", "loaded-label")
    assert draft.note == "Orla Finch is “Tarn dictator” in one report, “Tarn president” in others."
    told.cast = Cast((replace(actor, labels=labels[:1]),), told.cast.of)
    assert loaded_labels(told) == []


def test_a_loaded_label_far_from_the_name_may_be_anothers(scene: Callable) -> None:
    text = "Finch slept while the old harbour of Tarn was full of talk about a dictator of the north."
    told = scene(text, "Finch, the Tarn president, slept.")
    at = text.index("dictator")
    labels = (Form("dictator", (Cite("a", at, at + 8),)), Form("Tarn president", (Cite("b", 11, 25),)))
    told.cast = Cast((replace(told.cast.actors[0], labels=labels),), told.cast.of)
    assert loaded_labels(told) == []


def test_disagreements_are_numbered_and_each_told_once(told: Callable) -> None:
    story, cast = told(
        {"a": "Finch proposed a new harbour tax. 12 men.", "b": "Ode rejected the new harbour tax. 40 men."}, CAST
    )
    scene = set_scene(story, cast, Kin(cast))
    found = figure(scene, "conflict", ("a", "12 men", 12), ("b", "40 men", 40))
    result = find_disagreements(story, cast, (), (), (found, found), ())
    assert [(d.id, d.kind, d.reason) for d in result] == [
        ("d1", "figure", "figures-exclude-each-other"),
        ("d2", "stance", "for-and-against"),
    ]
    for d in result:
        for s in d.sides:
            for c in s.cites:
                text = next(a.text for a in story.articles if a.id == c.article)
                assert Span(c.start, c.end).of(text)


def test_one_report_disagrees_with_nobody(told: Callable) -> None:
    story, cast = told({"a": "Finch proposed a tax."}, CAST)
    assert find_disagreements(story, cast, (), (), (), ()) == ()


def test_a_long_quotation_is_shown_around_its_words_and_cut_between_words() -> None:
    says = " ".join(["word"] * 40 + ["must"] + ["more"] * 40)
    shown = _near(says, "must")
    assert shown.startswith("… word ")
    assert shown.endswith(" more …")
    assert "must" in shown
    assert WINDOW <= len(shown) <= WINDOW + 10
    begins = _near("must " + "more " * 40 + "done", "must")
    assert begins == "must" + " more" * 28 + " …"
    assert _near("must " + "x" * 200, "must") == "must " + "x" * 200
    assert _near("must end", "must") == "must end"
