"""The claim change log: what an editor reads when a dossier is not what it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from tests.unit.desk.conftest import FERRY, report

from rashomon.api import compare
from rashomon.desk.changes import Versions, diff
from rashomon.records.desk import Change

Texts = dict[str, str]


def dossier(**texts: str) -> dict[str, Any]:
    """The dossier of reports; `times_2` is a later version of what `times` is."""
    rows = [report(name, text, outlet=f"The {name.split('_')[0].title()}") for name, text in texts.items()]
    return compare(rows).to_dict()


def log(old: dict[str, Any], new: dict[str, Any], **revised: str) -> list[Change]:
    """`times_2="10:40"`: this report revises `times`, at that time."""
    versions = Versions({name: name.split("_")[0] for name in revised}, dict(revised))
    return diff(old, new, story="s1", at="2026-11-22T12:00:00Z", because=sorted(revised), versions=versions)


def lines(changes: Iterable[Change], section: str = "") -> list[str]:
    return [c.line for c in changes if section in ("", c.section)]


def test_equal_dossiers_have_no_log() -> None:
    found = dossier(**FERRY)
    assert log(found, found) == []
    assert log(found, dossier(**dict(reversed(FERRY.items())))) == []


def test_a_revised_figure() -> None:
    new = {**FERRY, "times_2": FERRY["times"].replace("14 people", "17 people")}
    del new["times"]
    found = log(dossier(**FERRY), dossier(**new), times_2="10:40")
    assert lines(found, "figures") == [
        "figure “people killed”: The Times now gives 17 (was 14) after its revision of 10:40"
    ]
    assert lines(found, "disagreements") == [
        "disagreement people killed: now 12 people / 17 people (was 12 people / 14 people)"
    ]
    (change,) = [c for c in found if c.section == "figures"]
    assert (change.kind, change.before, change.after, change.because) == ("changed", "14", "17", ("times_2",))
    assert lines(found, "articles") == [
        "The Times revised its report at 10:40 “Twelve dead after ferry Alma hits sandbank”"
    ]
    assert (change.story, change.at) == ("s1", "2026-11-22T12:00:00Z")


def test_a_conflict_that_a_revision_settles() -> None:
    new = {**FERRY, "times_2": FERRY["times"].replace("14 people", "12 people")}
    del new["times"]
    found = log(dossier(**FERRY), dossier(**new), times_2="10:40")
    assert "figure “people killed”: The Times now gives 12 (was 14) after its revision of 10:40" in lines(found)
    assert any(c.section == "disagreements" and c.kind == "removed" for c in found)
    assert "figure “people killed”: now same everywhere (was conflict)" in lines(found)


def test_a_new_report_tells_what_it_adds_to_lines_that_were_there() -> None:
    old = {name: FERRY[name] for name in ("post", "echo")}
    found = log(dossier(**old), dossier(**FERRY))
    assert lines(found)[0].startswith("new report: The Times “Twelve dead after ferry Alma hits sandbank”")
    assert "figure “people killed”: The Times gives 14" in lines(found, "figures")
    assert [c.kind for c in found if c.section == "disagreements"] == ["added"]
    assert "independent origins: now 3 (was 2)" in lines(found, "origins")
    assert lines(found, "utterances") == [
        "“We must learn the whole truth about this night,”: now same everywhere, 2 outlets (was one version, 1 outlet)"
    ]


def test_what_only_a_new_report_has_is_counted() -> None:
    found = log(dossier(post=FERRY["post"]), dossier(post=FERRY["post"], times=FERRY["times"]))
    (first,) = lines(found, "articles")
    assert "; nobody else has " in first
    assert "statement" in first
    assert not [c for c in found if c.kind == "added" and "Orla Finch" in (c.after or "")]


def test_a_report_that_leaves_takes_its_lines_along() -> None:
    old = dossier(**FERRY)
    found = log(old, dossier(**{name: FERRY[name] for name in ("post", "echo")}))
    assert lines(found)[0].startswith("no longer in this story: The Times, with 1 figure, ")
    assert lines(found, "disagreements") == ["disagreement gone: figure: people killed: “12 people” or “14 people”"]
    assert any(line.endswith(": The Times no longer gives 14") for line in lines(found, "figures"))
    assert not any("Orla Finch" in line for line in lines(found))


def test_a_rewritten_quotation() -> None:
    new = {**FERRY, "times_2": FERRY["times"].replace("must learn", "should learn")}
    del new["times"]
    found = log(dossier(**FERRY), dossier(**new), times_2="10:40")
    assert lines(found, "utterances") == [
        "“We should learn the whole truth about this night,”: now reworded (was same everywhere)",
        "The Times now has “We should learn the whole truth about this night,” (was “We must learn the whole truth"
        " about this night,”) (The Times, revision of 10:40)",
    ]
    assert [c.kind for c in found if c.section == "disagreements"] == ["added"]


def test_a_rewritten_statement_of_one_report() -> None:
    old = {"post": FERRY["post"] + "The harbour board closed the northern pier for a week.\n"}
    new = {"post_2": FERRY["post"] + "The harbour board closed the northern pier for two months.\n"}
    found = log(dossier(**old), dossier(**new), post_2="11:05")
    told = [line for line in lines(found, "statements") if "northern pier" in line]
    assert told == [
        "The Post now has “The harbour board closed the northern pier for two months” (was “The harbour board"
        " closed the northern pier for a week”) (The Post, revision of 11:05)"
    ]


def test_another_speaker_after_a_revision() -> None:
    new = {"times_2": FERRY["times"].replace("Minister Anna Vega told", "harbour master Lars Holm told")}
    found = log(dossier(times=FERRY["times"]), dossier(**new), times_2="10:40")
    assert lines(found, "utterances") == [
        "“We must learn the whole truth about this night,”: now Lars Holm (was Anna Vega)"
    ]


def test_a_day_that_moved() -> None:
    day = {"date": "2026-11-18"}
    old = compare([report("post", FERRY["post"], **day)]).to_dict()
    new = compare(
        [report("post_2", FERRY["post"].replace("on Tuesday", "on Monday"), outlet="The Post", **day)]
    ).to_dict()
    found = log(old, new, post_2="10:40")
    moved = [line for line in lines(found, "timeline") if "16 November" in line]
    assert moved, lines(found)


def test_one_edit_that_shows_in_several_lines_is_told_once() -> None:
    old = {"post": FERRY["post"] + "“Nine boats were out that night and saw it,” Lars Holm said.\n"}
    new = {"post_2": old["post"].replace("Nine boats", "Ten boats")}
    found = log(dossier(**old), dossier(**new), post_2="11:05")
    assert len([line for line in lines(found) if "now has" in line and "boats" in line]) == 1


@pytest.mark.parametrize("order", [1, -1])
def test_the_log_knows_no_order_of_reports(order: int) -> None:
    new = {**FERRY, "times_2": FERRY["times"].replace("14 people", "17 people")}
    del new["times"]
    whole = log(dossier(**FERRY), dossier(**new), times_2="10:40")
    turned = log(
        dossier(**dict(list(FERRY.items())[::order])), dossier(**dict(list(new.items())[::order])), times_2="10:40"
    )
    assert turned == whole


def test_unnamed_outlets_and_titles_are_no_trouble() -> None:
    old = compare([{"text": "The ferry ran aground off Merrow. 12 people were killed.", "id": "x", "path": "x.txt"}])
    new = compare(
        [
            {"text": "The ferry ran aground off Merrow. 12 people were killed.", "id": "x", "path": "x.txt"},
            {"text": "The ferry ran aground. 15 people were killed.", "id": "y", "path": "y.txt"},
        ]
    )
    found = log(old.to_dict(), new.to_dict())
    assert lines(found)[0].startswith("new report: Unnamed outlet (y.txt)")
