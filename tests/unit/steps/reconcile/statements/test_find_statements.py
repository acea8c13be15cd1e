from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.findings import Origin, Passage, Statement
from rashomon.records.span import Cite
from rashomon.steps.reconcile.statements import find_statements
from rashomon.steps.reconcile.statements.gists import breaks_off

CAST = (
    ("Alba", "place", ()),
    ("Berta", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Ida Roe", "person", ("Roe",)),
)


def statements(
    told: Callable, reports: dict[str, str], origins: tuple[Origin, ...] = (), **more: object
) -> tuple[Statement, ...]:
    story, cast = told(reports, CAST, **more)
    return find_statements(story, cast, origins)


def texts(told: Callable, reports: dict[str, str]) -> list[list[str]]:
    """The clauses of each statement."""
    return [[reports[r.cite.article][r.cite.start : r.cite.end] for r in s.reports] for s in statements(told, reports)]


def test_one_assertion_in_two_reports_is_one_statement(told: Callable) -> None:
    reports = {
        "a": "Finch rejected the harbour tax. A storm hit Berta in the night.",
        "b": "The harbour tax was refused by Finch. Trains stood still for hours.",
    }
    first, *rest = statements(told, reports)
    assert (first.id, first.verdict, first.outlets, first.origins) == ("s1", "agreed", 2, 2)
    assert first.gist == "Finch rejected the harbour tax"
    assert [r.cite.article for r in first.reports] == ["a", "b"]
    assert [s.verdict for s in rest] == ["single", "single"]
    assert [s.id for s in rest] == ["s2", "s3"]


def test_a_sentence_nobody_else_tells_is_one_statement(told: Callable) -> None:
    reports = {"a": "Finch rejected the harbour tax, and Roe asked Berta for patrol boats. Snow fell on Berta."}
    assert texts(told, reports) == [
        ["Finch rejected the harbour tax, and Roe asked Berta for patrol boats."],
        ["Snow fell on Berta"],
    ]


def test_of_a_sentence_partly_shared_the_rest_is_single(told: Callable) -> None:
    reports = {
        "a": "Finch rejected the harbour tax, and Roe asked Berta for patrol boats.",
        "b": "Finch rejected the harbour tax.",
    }
    assert texts(told, reports) == [
        ["Finch rejected the harbour tax", "Finch rejected the harbour tax"],
        ["Roe asked Berta for patrol boats"],
    ]


def test_what_cannot_stand_alone_is_shown_in_its_sentence(told: Callable) -> None:
    sentence = "Finch rejected the harbour tax, which would hurt the old fishing fleet."
    first, second = statements(told, {"a": sentence, "b": "Finch rejected the harbour tax."})
    assert first.gist == "Finch rejected the harbour tax"
    assert second.gist == sentence
    assert second.reports[0].cite.start > 0


def test_a_frame_is_not_told_apart_from_what_it_reports(told: Callable) -> None:
    reports = {"a": "Ode said that Finch rejected the harbour tax."}
    (only,) = statements(told, reports)
    assert only.gist == "Finch rejected the harbour tax"
    assert only.reports[0].holder == "Ben Ode"


def test_agreed_that_is_told_whole(told: Callable) -> None:
    assert texts(told, {"a": "Alba agreed that the harbour tax should end."}) == [
        ["Alba agreed that the harbour tax should end"]
    ]


def test_a_repetition_in_one_report_is_one_outlet(told: Callable) -> None:
    reports = {
        "a": "Finch rejected the harbour tax.\nOn the harbour tax, Finch rejected it.",
        "b": "Snow fell on Berta.",
    }
    assert {s.outlets for s in statements(told, reports)} == {1}


def test_two_reports_of_one_outlet_are_one_voice(told: Callable) -> None:
    reports = {"a": "Finch rejected the harbour tax.", "b": "Finch rejected the harbour tax."}
    (only,) = statements(told, reports, outlet="The Alba Post")
    assert (only.verdict, only.outlets) == ("single", 1)
    assert len(only.reports) == 2


def test_other_participants_make_another_statement(told: Callable) -> None:
    reports = {
        "a": "Finch held a long call with Roe about the tax.",
        "b": "Finch held a long call with Ode about the tax.",
    }
    assert len(texts(told, reports)) == 2


def test_another_doer_makes_another_statement(told: Callable) -> None:
    reports = {"a": "Alba rejected the harbour tax.", "b": "Berta rejected the harbour tax."}
    assert len(texts(told, reports)) == 2


def test_agreed_to_halt_is_not_halted(told: Callable) -> None:
    reports = {"a": "Alba agreed to halt the night raids.", "b": "Alba has halted the night raids."}
    assert len(texts(told, reports)) == 2


def test_the_opposite_is_not_agreement(told: Callable) -> None:
    reports = {"a": "Finch accepted the harbour tax in May.", "b": "Finch rejected the harbour tax in May."}
    assert all(s.verdict != "agreed" for s in statements(told, reports))


def test_one_that_denies_and_one_that_affirms_the_same_make_a_dispute(told: Callable) -> None:
    reports = {"a": "Finch did not accept the harbour tax in May.", "b": "Finch accepted the harbour tax in May."}
    (only,) = statements(told, reports)
    assert only.verdict == "disputed"
    assert [r.polarity for r in only.reports] == ["denied", "affirmed"]
    assert only.gist == "Finch accepted the harbour tax in May"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Finch declared a state of emergency.", "Orla Finch has not declared a state of emergency."),
        ("Orla Finch announced an early election.", "Orla Finch did not announce an early election."),
    ],
)
def test_what_one_affirms_and_another_denies_is_never_agreed(told: Callable, one: str, other: str) -> None:
    found = statements(told, {"a": one, "b": other})
    assert "agreed" not in {s.verdict for s in found}
    assert [s.verdict for s in found if s.outlets == 2] == ["disputed"]


def test_two_ways_of_refusing_agree(told: Callable) -> None:
    reports = {"a": "Finch rejected the harbour tax.", "b": "Finch did not accept the harbour tax."}
    assert [s.verdict for s in statements(told, reports)] == ["agreed"]


def test_a_bare_frame_is_no_assertion(told: Callable) -> None:
    assert statements(told, {"a": "Finch, the mayor of Alba, said on Monday."}) == ()


def test_three_copies_are_one_origin(told: Callable) -> None:
    text = "Finch rejected the harbour tax in the town hall."
    reports = dict.fromkeys("abc", text)
    passage = Passage(tuple(Cite(k, 0, len(text)) for k in "abc"), 1.0)
    (only,) = statements(told, reports, (Origin("o1", "copies", None, (passage,)),))
    assert (only.outlets, only.origins, only.verdict) == (3, 1, "agreed")


def test_a_copy_elsewhere_in_the_reports_counts_nothing(told: Callable) -> None:
    text = "Finch rejected the harbour tax in the town hall."
    passage = Passage((Cite("a", 0, 5), Cite("b", 0, 5)), 1.0)
    (only,) = statements(told, {"a": text, "b": text}, (Origin("o1", "copies", None, (passage,)),))
    assert (only.outlets, only.origins) == (2, 2)


def test_strays_tell_nothing(told: Callable) -> None:
    assert statements(told, {"a": "Finch rejected the harbour tax."}, stray=True) == ()


def test_what_most_origins_tell_comes_first(told: Callable) -> None:
    reports = {
        "a": "A storm hit Berta in the night. Finch rejected the harbour tax.",
        "b": "Roe asked for patrol boats. Finch rejected the harbour tax.",
    }
    first, *rest = statements(told, reports)
    assert first.gist == "Finch rejected the harbour tax"
    assert [s.reports[0].cite.article for s in rest] == ["a", "b"]


def test_the_order_of_words_and_reports_gives_the_same_statements_again(told: Callable) -> None:
    reports = {"a": "Finch rejected the harbour tax.", "b": "Roe slept.", "c": "The harbour tax was rejected by Finch."}
    assert statements(told, reports) == statements(told, reports)


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Finch rejected the harbour tax", False),
        ("as well as seven bridges, two of", True),
        ("The court will hear arguments on", True),
        ("flew 2,700 km (1,680 miles", True),
        ("flew 2,700 km (1,680 miles)", False),
        ("Finch called it “a shame", True),
        ('Finch called it "a shame"', False),
        ("", False),
    ],
)
def test_what_breaks_off(words: str, broken: bool) -> None:
    assert breaks_off(words) is broken


def test_a_gist_does_not_break_off(told: Callable) -> None:
    reports = {
        "a": "The storm damaged seven harbour bridges (two of",
        "b": "The storm damaged seven harbour bridges.",
    }
    (found,) = (s for s in statements(told, reports) if s.verdict == "agreed")
    assert found.gist == "The storm damaged seven harbour bridges"


def test_a_bare_attribution_is_no_statement(told: Callable) -> None:
    reports = {"a": "Finch told harbour reporters. Roe sold the old tram depot."}
    assert [s.gist for s in statements(told, reports)] == ["Roe sold the old tram depot"]


def test_a_question_is_no_statement(told: Callable) -> None:
    reports = {"a": "Will Roe sell the old tram depot? Finch rejected the harbour tax."}
    assert [s.gist for s in statements(told, reports)] == ["Finch rejected the harbour tax"]


def test_what_has_several_origins_comes_before_copies(told: Callable) -> None:
    copied = "Roe sold the old tram depot."
    reports = {"a": copied, "b": copied, "c": "Finch rejected the harbour tax.", "d": "Finch refused the harbour tax."}
    passage = Passage((Cite("a", 0, len(copied)), Cite("b", 0, len(copied))), 1.0)
    found = statements(told, reports, (Origin("o1", "copies", None, (passage,)),))
    assert [(s.gist, s.outlets, s.origins) for s in found] == [
        ("Finch refused the harbour tax", 2, 2),
        ("Roe sold the old tram depot", 2, 1),
    ]


def test_two_ways_of_refusing_are_told_with_one_polarity(told: Callable) -> None:
    reports = {"a": "Finch did not accept the harbour tax.", "b": "Finch rejected the harbour tax."}
    (found,) = statements(told, reports)
    assert found.verdict == "agreed"
    assert [r.polarity for r in found.reports] == ["affirmed", "affirmed"]


def test_what_all_deny_stays_denied(told: Callable) -> None:
    reports = {"a": "Finch did not sell the old tram depot.", "b": "Finch did not sell the old tram depot in Alba."}
    (found,) = statements(told, reports)
    assert found.verdict == "agreed"
    assert [r.polarity for r in found.reports] == ["denied", "denied"]


def test_what_hangs_on_a_clause_puts_nothing_in_dispute(told: Callable) -> None:
    text = "Four boats sank near the harbour pier, although they carried no sailors. The harbour pier stayed closed."
    people = (("Alba", "place", ()),)
    found = find_statements(*told({"a": text, "b": text}, people), ())
    assert {s.verdict for s in found} <= {"agreed", "single"}
