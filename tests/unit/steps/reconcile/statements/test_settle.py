from __future__ import annotations

from rashomon.records.findings import Disagreement, Report, Side, Statement
from rashomon.records.span import Cite
from rashomon.steps.reconcile.statements.settle import settle

CLAIM, REPLY, OTHER = Cite("a", 0, 30), Cite("a", 32, 50), Cite("b", 5, 40)


def statement(name: str, *cites: Cite, verdict: str = "single") -> Statement:
    return Statement(name, name, tuple(Report(c) for c in cites), verdict)  # type: ignore[arg-type]


def denial(claim: Cite = CLAIM, reply: Cite = REPLY, reason: str = "denied-in-reply") -> Disagreement:
    sides = (Side("Berta hid it", "alba", (claim,)), Side("Berta denied it", "berta", (reply,)))
    return Disagreement("d1", "stance", "Berta denies it.", sides, reason)


def test_the_denial_is_a_report_of_what_it_answers() -> None:
    found = settle((statement("s1", CLAIM, OTHER, verdict="agreed"), statement("s2", REPLY)), (denial(),))
    assert [(s.id, s.verdict) for s in found] == [("s1", "disputed")]
    assert [(r.cite, r.holder, r.polarity) for r in found[0].reports] == [
        (CLAIM, None, "affirmed"),
        (REPLY, "berta", "denied"),
        (OTHER, None, "affirmed"),
    ]


def test_a_clause_is_found_in_the_sentence_that_holds_it() -> None:
    whole = Cite("a", 0, 60)
    (found,) = settle((statement("s1", whole),), (denial(),))
    assert [r.cite for r in found.reports] == [whole, REPLY]
    assert found.verdict == "disputed"


def test_ids_are_counted_anew() -> None:
    known = (statement("s1", REPLY), statement("s2", CLAIM), statement("s3", OTHER))
    found = settle(known, (denial(),))
    assert [(s.id, s.gist) for s in found] == [("s1", "s2"), ("s2", "s3")]


def test_a_reply_that_others_tell_too_stays_a_statement() -> None:
    found = settle((statement("s1", CLAIM), statement("s2", REPLY, OTHER)), (denial(),))
    assert [s.verdict for s in found] == ["disputed", "single"]


def test_other_disagreements_change_nothing() -> None:
    known = (statement("s1", CLAIM), statement("s2", REPLY))
    assert settle(known, (denial(reason="opposite-acts"),)) == known


def test_an_unknown_claim_changes_nothing() -> None:
    known = (statement("s1", OTHER), statement("s2", REPLY))
    assert settle(known, (denial(),)) == known


def test_a_reply_is_no_dispute_with_itself() -> None:
    known = (statement("s1", REPLY),)
    assert settle(known, (denial(claim=REPLY),)) == known


def test_nothing_to_settle() -> None:
    assert settle((), (denial(),)) == ()
    assert settle((statement("s1", CLAIM),), ()) == (statement("s1", CLAIM),)
