"""The desk as its users meet it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.asked import first_numbers
from tests.unit.desk.conftest import FERRY, NOON, SMELTER, Clock, report, reports

import rashomon
from rashomon.desk import Desk
from rashomon.errors import DeskFull, DeskReadOnly, NotADesk, NotFound, UsageError
from rashomon.records.desk import Filter
from rashomon.steps.compose import prove
from rashomon.steps.read import read_mapping

Ids = dict[str, str]


def stories(desk: Desk) -> dict[str, set[str]]:
    """Story → outlets of its current reports."""
    return {s.id: {r.path.removesuffix(".txt") for r in desk.members(s.id)} for s in desk.stories().items}


# Making and opening


def test_a_desk_is_a_folder(tmp_path: Path) -> None:
    with Desk.init(tmp_path / "new" / "desk") as desk:
        assert desk.folder == tmp_path / "new" / "desk"
        assert sorted(p.name for p in desk.folder.iterdir() if p.suffix in ("", ".toml", ".db")) == [
            "desk.db",
            "desk.toml",
            "exports",
        ]
        assert desk.stories().items == ()
        assert desk.check() == ()
    with pytest.raises(UsageError, match="is a desk already"):
        Desk.init(tmp_path / "new" / "desk")


def test_no_desk_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotADesk, match="rashomon desk init"):
        Desk.open(tmp_path)


def test_the_desk_is_public() -> None:
    assert rashomon.Desk is Desk


def test_a_desk_for_reading_takes_nothing(desk: Desk, ferry: str) -> None:
    with Desk.open(desk.folder, read_only=True) as reader:
        assert stories(reader) == stories(desk)
        assert reader.dossier(ferry)["story"]["reports"] == 3  # made, though it cannot be kept
        assert reader.dossier(ferry) is reader.dossier(ferry)
        assert reader.store.dossier(ferry) is None
        with pytest.raises(DeskReadOnly):
            reader.add([report("echo", "Another report of a ferry.")])


# Adding


def test_reports_find_their_stories(empty: Desk) -> None:
    added = empty.add(reports())
    assert (len(added.new), added.known, added.revised, added.unread) == (5, [], [], [])
    assert set(map(frozenset, stories(empty).values())) == {frozenset(FERRY), frozenset(SMELTER)}
    assert added.stories == sorted(stories(empty))


def test_adding_again_changes_nothing(desk: Desk) -> None:
    before = desk.store.history("s1"), stories(desk)
    added = desk.add(reports())
    assert (added.new, len(added.known), added.stories, added.changes) == ([], 5, [], 0)
    assert (desk.store.history("s1"), stories(desk)) == before


def test_one_by_one_gives_what_all_at_once_gives(make_desk: Callable[[str], Desk], desk: Desk) -> None:
    other = make_desk("other")
    for one in reports():
        other.add([one])
    assert stories(other) == stories(desk)
    for story in stories(desk):
        assert other.dossier(story) == desk.dossier(story)


def test_add_takes_a_list(empty: Desk) -> None:
    with pytest.raises(UsageError, match="list of paths"):
        empty.add("a.txt")  # type: ignore[arg-type]


def test_a_day_for_reports_without_one(empty: Desk) -> None:
    empty.add([report("post", FERRY["post"])], date="2026-11-20")
    (row,) = empty.articles().items
    assert row.published == "2026-11-20"
    empty.rebuild()
    assert empty.articles().items[0].published == "2026-11-20"


def test_pages_that_are_read_already(empty: Desk) -> None:
    pages = [read_mapping(r, r["path"]) for r in reports(FERRY)]
    added = empty.take(iter(pages))
    assert len(added.new) == 3
    assert set(map(frozenset, stories(empty).values())) == {frozenset(FERRY)}


# Dossiers


def test_a_dossier_is_what_compare_makes(desk: Desk, ferry: str, ids: Ids) -> None:
    found = desk.dossier(ferry)
    assert found == rashomon.compare([{**r, "id": ids[r["id"]]} for r in reports(FERRY)]).to_dict()
    assert prove(found) == []


def test_a_dossier_is_kept_until_something_changes(desk: Desk, ferry: str) -> None:
    first = desk.dossier(ferry)
    kept = desk.store.dossier(ferry)
    assert kept is not None
    assert desk.dossier(ferry) == first
    assert desk.store.dossier(ferry) == kept
    assert desk.story(ferry).origins == first["story"]["origins"]
    assert desk.story(ferry).disagreements == len(first["disagreements"]) == 1


def test_only_the_new_report_is_read(desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.dossier(ferry)
    read: list[str] = []
    from rashomon.steps import annotate as step

    real = step.annotate

    def annotate(article: object, *more: object) -> object:
        read.append(article.path)  # type: ignore[attr-defined]
        return real(article, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(step, "annotate", annotate)
    desk.add([report("dawn", FERRY["echo"].replace("promised", "announced"))])
    assert desk.dossier(ferry)["story"]["reports"] == 4
    assert read == ["dawn.txt"]


def test_an_unknown_story_is_named(desk: Desk) -> None:
    for ask in (desk.story, desk.dossier, desk.members, desk.history, desk.refresh, desk.changes):
        with pytest.raises(NotFound, match="no story 's99'"):
            ask("s99")
    with pytest.raises(NotFound, match="a0"):
        desk.article("a0")


def test_a_story_that_all_reports_left_says_so(desk: Desk, ferry: str) -> None:
    with desk.store.transaction():
        for article in desk.store.members(ferry):
            desk.store.assign(article, "s99", "moved by hand", NOON)
    with pytest.raises(NotFound, match="no report any more"):
        desk.dossier(ferry)
    assert ferry not in {s.id for s in desk.stories().items}


@pytest.mark.parametrize("suffix", [".html", ".json", ".md"])
def test_a_dossier_is_written(desk: Desk, ferry: str, suffix: str) -> None:
    (path,) = desk.export(ferry, desk.exports / f"ferry{suffix}")
    assert path.read_text(encoding="utf-8")


def test_a_dossier_in_a_format_of_others(desk: Desk, ferry: str) -> None:
    (path,) = desk.export(ferry, desk.exports / "ferry.ninjs", "ninjs")
    assert json.loads(path.read_text(encoding="utf-8"))


def test_stories_are_filtered(desk: Desk, ferry: str) -> None:
    assert [s.id for s in desk.stories(Filter(reports=3)).items] == [ferry]
    assert [s.id for s in desk.stories(Filter(outlet="The Times")).items] == [ferry]
    page = desk.stories(limit=1)
    assert page.next is not None
    assert {page.items[0].id, desk.stories(cursor=page.next).items[0].id} == set(stories(desk))


# Revisions and the log of changes


def test_a_revision_takes_the_place_of_what_it_revises(desk: Desk, ferry: str, ids: Ids, clock: Clock) -> None:
    desk.dossier(ferry)
    clock.time = "2026-11-22T14:30:00Z"
    text = FERRY["times"].replace("14 people", "17 people")
    added = desk.add([report("times", text, url="https://times.example/1", date="2026-11-22T10:40")])
    assert added.new == []
    assert [old for _, old in added.revised] == [ids["times"]]
    assert added.stories == [ferry]
    assert ids["times"] not in {r.id for r in desk.members(ferry)}
    lines = [c.line for c in desk.changes(ferry).items]
    assert "The Times revised its report at 10:40 “Twelve dead after ferry Alma hits sandbank”" in lines
    assert any("The Times now gives 17 (was 14) after its revision of 10:40" in line for line in lines), lines
    assert added.changes == len(lines)
    assert {c.because for c in desk.changes(ferry).items} == {(added.revised[0][0],)}
    assert {c.at for c in desk.changes().items} == {"2026-11-22T14:30:00Z"}


def test_a_revision_under_the_first_date_is_of_when_it_came(empty: Desk, clock: Clock) -> None:
    dated = {"url": "https://times.example/1", "date": "2026-11-22T11:30"}
    empty.add([report("post", FERRY["post"]), report("times", FERRY["times"], **dated)])
    (story,) = empty.stories().items
    empty.dossier(story.id)
    clock.time = "2026-11-22T14:30:00Z"
    empty.add([report("times", FERRY["times"].replace("14 people", "17 people"), **dated)])
    lines = [c.line for c in empty.changes(story.id).items]
    assert any(line.startswith("The Times revised its report at 14:30 ") for line in lines), lines
    assert any("The Times now gives 17 (was 14) after its revision of 14:30" in line for line in lines), lines


def test_what_a_report_changes_is_told_even_when_nobody_had_looked(desk: Desk, ferry: str) -> None:
    added = desk.add([report("dawn", FERRY["times"].replace("14 people", "19 people"))])
    assert added.changes == len(desk.changes().items) > 0
    assert any(c.line.startswith("new report: The Dawn") for c in desk.changes(ferry).items)


def test_a_story_nobody_knew_has_no_changes(desk: Desk) -> None:
    assert desk.changes().items == ()
    assert all(not desk.refresh(s) for s in stories(desk))


# Searching


def test_search_finds_words_and_days(desk: Desk, ferry: str) -> None:
    hits = desk.search("divers AND norhavn").items
    assert {h.story for h in hits} == {ferry}
    assert {h.outlet for h in hits} == {"The Post", "The Times"}
    with pytest.raises(UsageError):
        desk.search("(")


def test_a_saved_search_tells_what_came_since(desk: Desk, clock: Clock) -> None:
    saved = desk.save_search(" ferry ", "ferry")
    assert (saved.name, saved.created) == ("ferry", NOON)
    assert desk.searches() == (saved,)
    assert desk.alerts("ferry") == ()
    assert len(desk.alerts("ferry", since="2026-11-01")) == 3
    clock.time = "2026-11-22T13:00:00Z"
    desk.add([report("dawn", FERRY["times"].replace("14 people", "19 people"))])
    desk.add([report("dusk", FERRY["times"].replace("14 people", "18 people"))])
    assert [h.outlet for h in desk.alerts("ferry")] == ["The Dusk", "The Dawn"]
    assert len(desk.alerts("ferry", limit=1)) == 1
    desk.remove_search("ferry")
    with pytest.raises(NotFound, match="none is saved yet"):
        desk.alerts("ferry")


def test_an_alert_is_not_lost_among_older_reports_that_fit_better(desk: Desk, clock: Clock) -> None:
    """What came since is looked for by its arrival, however many reports match and however well."""
    clock.time = "2026-11-22T13:00:00Z"
    desk.add([report(f"n{n}", f"Ferry ferry ferry ferry\nThe ferry number {n} is a ferry.\n") for n in range(12)])
    clock.time = "2026-11-22T14:00:00Z"
    desk.save_search("ferry", "ferry")
    clock.time = "2026-11-22T15:00:00Z"
    (new,) = desk.add([report("late", "Town fair\nThe fair in Kesten was opened on Friday by the ferry bell.\n")]).new
    found = desk.alerts("ferry", limit=1)
    assert [(h.article, h.added) for h in found] == [(new, "2026-11-22T15:00:00Z")]


def test_a_saved_search_must_be_one(desk: Desk) -> None:
    with pytest.raises(UsageError):
        desk.save_search("bad", "(")
    for name in (" ", ".", " .. "):
        with pytest.raises(UsageError, match="name"):
            desk.save_search(name, "ferry")
    assert desk.searches() == ()


def test_a_claim_waits_for_no_comparison_when_only_our_code_is_newer(
    desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = "14 people were killed when the ferry Alma ran aground"
    lines = desk.check_claim(claim)
    monkeypatch.setattr("rashomon.desk.dossiers.comparing", lambda: "newer")
    monkeypatch.setattr("rashomon.desk.dossiers.make", lambda *_: pytest.fail("compared again"))
    assert desk.version(ferry)[1] is False
    assert desk.check_claim(claim) == lines
    monkeypatch.undo()
    desk.add([report("dawn", FERRY["times"].replace("14 people", "19 people"))])
    assert "19" in str(desk.check_claim(claim))  # a report that came is never left out


def test_a_copy_is_a_desk_of_its_own(desk: Desk, ferry: str, tmp_path: Path) -> None:
    (desk.folder / "lists").mkdir()
    (desk.folder / "lists" / "names.csv").write_text("name\nAnna Vega\n", encoding="utf-8")
    (desk.folder / "desk.toml").write_text("[settings]\nauthority = 'lists/names.csv'\n", encoding="utf-8")
    (desk.exports / "old.html").write_text("made once", encoding="utf-8")
    desk.save_search("ferry", "ferry")
    target = tmp_path / "copies" / "monday"
    assert desk.backup(target) == target
    desk.remove_search("ferry")
    with Desk.open(target) as copy:
        assert copy.check(deep=True) == ()
        assert [s.name for s in copy.searches()] == ["ferry"]
        assert copy.story(ferry) == desk.story(ferry)
        assert copy.settings.authority == str(target / "lists/names.csv")
        assert list(copy.exports.iterdir()) == []
    with pytest.raises(UsageError, match="is a desk already"):
        desk.backup(target)
    with Desk.open(desk.folder, read_only=True) as reader:
        assert reader.backup(tmp_path / "other") == tmp_path / "other"


def test_a_copy_that_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file; give a folder"):
        desk.backup(tmp_path / "file")
    with pytest.raises(UsageError, match="cannot be written: Not a directory"):
        desk.backup(tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_copy_that_has_no_room_leaves_no_folder_of_its_own(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path) -> Path:
        target.write_bytes(b"half")
        raise DeskFull("no room")

    monkeypatch.setattr(desk.store, "backup", full)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("mine", encoding="utf-8")
    for name in ("ours", "theirs"):
        with pytest.raises(DeskFull):
            desk.backup(tmp_path / name)
    assert not (tmp_path / "ours").exists()
    assert (tmp_path / "theirs" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_a_claim_meets_the_lines_that_speak_of_it(desk: Desk, ferry: str) -> None:
    lines = desk.check_claim("14 people were killed when the ferry Alma ran aground")
    assert {line.story for line in lines} == {ferry}
    assert [line.score for line in lines] == sorted((line.score for line in lines), reverse=True)
    assert desk.check_claim("of the and") == ()
    assert desk.check_claim("Marmalade exports tripled") == ()
    assert len(desk.check_claim("the ferry Alma ran aground", limit=1)) == 1


# Decisions


def names(desk: Desk, story: str) -> set[frozenset[str]]:
    return {frozenset(s["text"] for s in a["spellings"]) for a in desk.dossier(story)["actors"]}


def test_two_names_are_one_everywhere_and_after_a_rebuild(desk: Desk, ferry: str) -> None:
    assert frozenset({"Lars Holm"}) in names(desk, ferry)
    decision = desk.same_actor("Lars Holm", "Orla Finch", note="she married", by="ed")
    assert (decision.note, decision.by, decision.at) == ("she married", "ed", NOON)
    assert frozenset({"Lars Holm", "Orla Finch"}) in names(desk, ferry)
    desk.rebuild()
    assert frozenset({"Lars Holm", "Orla Finch"}) in names(desk, ferry)
    desk.revoke(decision.id)
    assert frozenset({"Lars Holm"}) in names(desk, ferry)


def test_two_actors_in_one_story_only(desk: Desk, ferry: str) -> None:
    desk.same_actor("Lars Holm", "Orla Finch", story=ferry)
    assert frozenset({"Lars Holm", "Orla Finch"}) in names(desk, ferry)
    other = next(s for s in stories(desk) if s != ferry)
    desk.same_actor("Piet Dorn", "Maja Roth", story=ferry)
    assert frozenset({"Piet Dorn"}) in names(desk, other)


def test_the_later_of_two_decisions_on_a_pair_holds(desk: Desk, ferry: str) -> None:
    desk.same_actor("Lars Holm", "Orla Finch")
    desk.not_same_actor("Orla Finch", "Lars Holm")
    assert frozenset({"Orla Finch"}) in names(desk, ferry)


def test_who_said_it(desk: Desk, ferry: str, ids: Ids) -> None:
    quote = next(q["id"] for q in desk.dossier(ferry)["quotes"] if q["article"] == ids["times"])

    def speaker() -> str | None:
        found = desk.dossier(ferry)
        by_id = {a["id"]: a["name"] for a in found["actors"]}
        return next(by_id.get(q["speaker"]) for q in found["quotes"] if q["article"] == ids["times"])

    assert speaker() == "Anna Vega"
    decision = desk.speaker(ferry, quote, "Orla Finch")
    assert speaker() == "Orla Finch"
    desk.rebuild()
    assert speaker() == "Orla Finch"
    assert decision.subject["words"] == "We must learn the whole truth about this night,"
    with pytest.raises(UsageError, match="Nils Aker"):
        desk.speaker(ferry, quote, "Nils Aker")
    with pytest.raises(NotFound, match="no quote 'q99'; it has q1 to"):
        desk.speaker(ferry, "q99", "Orla Finch")


def test_what_is_no_contradiction(desk: Desk, ferry: str) -> None:
    (found,) = desk.dossier(ferry)["disagreements"]
    decision = desk.not_a_contradiction(ferry, found["id"])
    assert desk.dossier(ferry)["disagreements"] == []
    assert desk.story(ferry).disagreements == 0
    gone = [c for c in desk.changes(ferry).items if c.section == "disagreements"]
    assert [(c.kind, c.because) for c in gone] == [("removed", (f"decision {decision.id}",))]
    desk.rebuild()
    assert desk.dossier(ferry)["disagreements"] == []
    desk.revoke(decision.id)
    assert len(desk.dossier(ferry)["disagreements"]) == 1


def test_several_lines_of_one_listing_are_none(desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.steps.reconcile.find_checks", first_numbers)
    with pytest.raises(NotFound, match="no check 'k9'"):
        desk.not_contradictions([(ferry, "d1"), (ferry, "k9")])
    assert desk.decisions() == ()
    assert [d.subject["kind"] for d in desk.not_contradictions([(ferry, "d1"), (ferry, "k1")])] == ["figure", "figure"]
    dossier = desk.dossier(ferry)
    assert (dossier["disagreements"], dossier["checks"]) == ([], [])


def test_what_was_worth_a_look_and_is_none(desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.steps.reconcile.find_checks", first_numbers)
    (check,) = desk.dossier(ferry)["checks"]
    (difference,) = desk.dossier(ferry)["disagreements"]
    before = len(desk.changes(ferry).items)
    decision = desk.not_a_contradiction(ferry, check["id"], note="two moments")
    assert [side[0].split("” in “")[0] + "”" for side in decision.subject["sides"]] == check["note"][:-1].split(" or ")
    assert desk.dossier(ferry)["checks"] == []
    assert desk.dossier(ferry)["disagreements"] == [difference]
    desk.rebuild()
    assert desk.dossier(ferry)["checks"] == []
    assert len(desk.changes(ferry).items) == before  # the log tells of lines; this was a question
    desk.revoke(decision.id)
    assert desk.dossier(ferry)["checks"] == [check]
    with pytest.raises(NotFound, match="no check 'k9'; it has k1 to k1"):
        desk.not_a_contradiction(ferry, "k9")


def test_a_report_leaves_a_story_and_stays_away(desk: Desk, ferry: str, ids: Ids) -> None:
    decision = desk.split(ferry, [ids["echo"]])
    parts = {frozenset(FERRY) - {"echo"}, frozenset({"echo"}), frozenset(SMELTER)}
    assert set(map(frozenset, stories(desk).values())) == parts
    desk.add([report("dawn", SMELTER["ledger"].replace("doubts", "questions"))])  # everything is read again
    assert frozenset({"echo"}) in set(map(frozenset, stories(desk).values()))
    desk.rebuild()
    assert frozenset({"echo"}) in set(map(frozenset, stories(desk).values()))
    desk.revoke(decision.id)
    assert frozenset(FERRY) in set(map(frozenset, stories(desk).values()))


def test_two_stories_become_one_and_stay_so(desk: Desk, ferry: str) -> None:
    other = next(s for s in stories(desk) if s != ferry)
    desk.dossier(ferry)
    decision = desk.merge(ferry, other)
    into = min((ferry, other), key=lambda s: int(s[1:]))
    assert stories(desk) == {into: set(FERRY) | set(SMELTER)}
    assert desk.story(ferry).id == desk.story(other).id == into
    assert desk.dossier(other)["story"]["reports"] == 5
    with pytest.raises(UsageError, match="one story already"):
        desk.merge(ferry, other)
    desk.rebuild()
    assert list(stories(desk).values()) == [set(FERRY) | set(SMELTER)]
    desk.revoke(decision.id)
    assert set(map(frozenset, stories(desk).values())) == {frozenset(FERRY), frozenset(SMELTER)}


def test_of_a_split_and_a_merge_the_later_holds(desk: Desk, ferry: str, ids: Ids) -> None:
    desk.split(ferry, [ids["echo"]])
    alone = desk.article(ids["echo"])[0].story
    assert alone is not None
    desk.merge(alone, ferry)
    assert frozenset(FERRY) in set(map(frozenset, stories(desk).values()))
    desk.rebuild()
    assert frozenset(FERRY) in set(map(frozenset, stories(desk).values()))


def test_a_revision_stays_where_its_first_version_was_put(desk: Desk, ferry: str, ids: Ids) -> None:
    desk.split(ferry, [ids["echo"]])
    text = FERRY["echo"].replace("promised", "announced")
    added = desk.add([report("echo", text, url="https://echo.example/1")])
    assert desk.article(added.revised[0][0])[0].story == desk.article(ids["echo"])[0].story != ferry
    desk.rebuild()
    assert frozenset({"echo"}) in set(map(frozenset, stories(desk).values()))


def test_a_decision_that_fails_leaves_nothing(desk: Desk, ferry: str, ids: Ids) -> None:
    for wrong in ([], ["a0"], list(desk.store.members(ferry))):
        with pytest.raises((UsageError, NotFound)):
            desk.split(ferry, wrong)
    with pytest.raises(UsageError, match="no decision 'marry'"):
        desk.decide("marry", {})
    with pytest.raises(NotFound):
        desk.decide("merge-stories", {"articles": [["a0"], [ids["echo"]]]})
    assert desk.decisions() == ()
    with pytest.raises(NotFound):
        desk.revoke(7)
    assert desk.add([report("dawn", FERRY["echo"] + "More came later.")]).stories == [ferry]


def test_a_decision_taken_back_stays_on_record(desk: Desk) -> None:
    decision = desk.same_actor("Lars Holm", "Orla Finch")
    assert desk.revoke(decision.id).revoked == NOON
    assert desk.decisions() == ()
    assert [d.id for d in desk.decisions(active=False)] == [decision.id]


# Upkeep


def test_a_rebuild_gives_what_was_there(desk: Desk) -> None:
    before = stories(desk), {s: desk.dossier(s) for s in stories(desk)}
    seen: list[tuple[str, int, int]] = []
    desk.rebuild(lambda *step: seen.append(step))
    assert (stories(desk), {s: desk.dossier(s) for s in stories(desk)}) == before
    assert seen[-1] == ("finding stories", 5, 5)
    assert desk.check() == ()


def test_an_empty_desk_is_rebuilt_too(empty: Desk) -> None:
    empty.rebuild()
    assert empty.stories().items == ()


def test_two_desks_on_one_folder_see_each_other(desk: Desk, ferry: str) -> None:
    with Desk.open(desk.folder) as other:
        other.add([report("dawn", FERRY["echo"].replace("promised", "announced"))])
        added = desk.add([report("dusk", FERRY["echo"].replace("promised", "swore"))])
        assert added.stories == [ferry]
        other.split(ferry, [added.new[0]])
        assert desk.add([report("noon", FERRY["post"] + "More at noon.")]).stories == [ferry]
        assert stories(desk) == stories(other)
