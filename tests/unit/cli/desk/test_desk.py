"""`rashomon desk …` in process: what is printed, what is refused, and the status."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.unit.desk.conftest import FERRY, SMELTER

from rashomon.cli.desk import find, shown
from rashomon.desk import Desk
from rashomon.records.desk import Hit
from rashomon.records.span import Span
from rashomon.store import Store

Run = Callable[..., Any]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (FERRY | SMELTER).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with both stories, made once; copy it."""
    folder = tmp_path_factory.mktemp("filled")
    for name, text in (FERRY | SMELTER).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Desk.init(folder / "desk") as desk:
        desk.add(sorted(folder.glob("*.txt")))
    return folder / "desk"


@pytest.fixture
def desk(command: Run, filled: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`desk("show", "s1")`: a command on a desk that has both stories."""
    monkeypatch.setenv("RASHOMON_DESK", str(place))
    shutil.copytree(filled, place)
    return lambda *arguments, **more: command("desk", *arguments, **more)


def data(done: Any) -> Any:
    assert (done.status, done.err) == (0, ""), done
    return json.loads(done.out)


def ferry(desk: Run) -> str:
    return next(s["id"] for s in data(desk("stories", "--json"))["stories"] if s["reports"] == 3)


def ids(desk: Run) -> dict[str, str]:
    found = data(desk("show", ferry(desk), "--json"))
    return {Path(a["path"]).stem: a["id"] for a in found["articles"]}


# init, add, rebuild, check


def test_init_says_what_comes_next(command: Run, place: Path) -> None:
    done = command("desk", "init", place)
    assert done == (0, f"made a desk in {place}; next: rashomon desk add PATH… --desk {place}\n", "")
    again = command("desk", "init", place)
    assert (again.status, again.out) == (2, "")
    assert again.err == f"rashomon: {place} is a desk already; nothing was changed\n"


def test_init_as_json(command: Run, place: Path) -> None:
    assert data(command("desk", "init", place, "--json")) == {"desk": str(place)}


def test_add_sums_up(command: Run, files: Path, place: Path) -> None:
    command("desk", "init", place)
    (files / "bad.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    done = command("desk", "add", files, "--desk", place, "--jobs", 1)
    assert done.status == 0
    assert done.out.splitlines()[0] == "new 5 · known 0 · revised 0 · unread 1"
    assert done.out.splitlines()[1].startswith("stories that changed: s1, s")
    assert done.err.startswith(f"rashomon: not read: {files / 'bad.txt'}: ")
    again = command("desk", "add", files, "--desk", place, "--jobs", 1)
    assert again.out == "new 0 · known 5 · revised 0 · unread 1\n"
    strict = command("desk", "add", files, "--desk", place, "--strict", "--jobs", 1)
    assert strict.status == 3


@pytest.mark.parametrize(
    ("arguments", "at", "left"),
    [
        (["add", "in"], "rashomon.desk.adding.Adding.reports", "the reports that were taken are kept whole, and the"),
        (["rebuild"], "rashomon.desk.desk.rebuild", "stories and dossiers are as they were"),
        (["stories"], "rashomon.store.Store.stories", ""),
    ],
)
def test_ctrl_c_is_one_line(
    desk: Run, arguments: list[str], at: str, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(at, pressed)
    done = desk(*arguments)
    assert (done.status, done.out) == (130, "")
    assert done.err.startswith(f"rashomon: stopped; {left}" if left else "rashomon: stopped\n")
    assert done.err.count("\n") == 1


def test_add_as_json(command: Run, files: Path, place: Path) -> None:
    command("desk", "init", place)
    found = data(command("desk", "add", files, "--desk", place, "--json", "--jobs", 1))
    assert len(found["new"]) == 5
    assert sorted(found) == ["changes", "known", "new", "revised", "stories", "unread"]


def test_add_reads_standard_input(desk: Run) -> None:
    done = desk("add", "-", stdin=(FERRY["echo"] + "More came later.\n").encode())
    assert done.out.startswith("new 1 ·")
    assert "changed lines: rashomon desk changes" in done.out


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["add", "missing.txt"], 3, "nothing could be read"),
        (["add", "missing.txt", "--jobs", "-2"], 2, "--jobs -2"),
        (["add", "missing.txt", "--date", "yesterday"], 2, "--date yesterday: give a day as YYYY-MM-DD"),
        (["show", "s99"], 3, "there is no story 's99' in this desk: `rashomon desk stories` lists them"),
        (["show", "s1", "--out", "a.docx"], 2, "must end in .html, .json, .md"),
        (["export", "s1", "--to", "ninjs", "--out", "/nowhere/at/all.json"], 2, "does not exist"),
        (["stories", "--since", "Monday"], 2, "--since Monday: give a day"),
        (["search", "("], 2, "in the search"),
        (["alerts", "none"], 3, "no saved search 'none': none is saved yet"),
        (["changes", "--since", "yesterday"], 2, "--since yesterday: give a day or a moment in UTC"),
        (["alerts", "none", "--since", "9:30"], 2, "--since 9:30: give a day or a moment in UTC"),
        (["search", "ferry", "--save", ""], 2, "a saved search needs a name"),
        (["alerts", "--remove"], 2, "name the saved search"),
        (["decide", "speaker", "q1", "Orla Finch"], 2, "Give --story S, or S:q1"),
        (["decide", "revoke", "7"], 3, "no decision 7"),
        (["decide", "merge", "s1", "s1"], 2, "one story already"),
        (["decide", "same-actor", "Anna", "anna"], 2, "one name already"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(desk: Run, arguments: list[str], status: int, told: str) -> None:
    done = desk(*arguments)
    assert (done.status, done.out) == (status, "") or arguments[0] == "add"
    assert done.status == status
    assert told in done.err
    assert done.err.splitlines()[-1].startswith("rashomon: ")


def test_what_is_empty_says_so(command: Run, place: Path) -> None:
    command("desk", "init", place)
    for arguments, told in (
        (["stories"], "no report is in this desk yet: rashomon desk add PATH…"),
        (["changes"], "nothing changed"),
        (["changes", "--since", "2026-11-22"], "nothing changed since 2026-11-22"),
        (["alerts"], "no search is saved: rashomon desk search QUERY --save NAME"),
        (["decide", "list"], "nothing is decided"),
        (["search", "ferry"], "no report has these words"),
        (["search", "ferry", "--outlet", "Post"], "no report with these words fits the other options"),
        (["claim", "The ferry sank"], "no dossier speaks of it"),
    ):
        assert command("desk", *arguments, "--desk", place) == (0, "", told + "\n"), arguments
        assert command("desk", *arguments, "--desk", place, "--json").status == 0


def test_a_filter_that_nothing_fits_says_so(desk: Run) -> None:
    assert desk("stories", "--outlet", "Nobody's Post") == (0, "", "no story fits\n")
    desk("search", "ferry", "--save", "ferries")
    assert desk("alerts", "ferries") == (0, "", "nothing came that has these words\n")


LOOKS = (
    ["stories"], ["show", "s1"], ["show", "s1", "--ids"], ["changes"], ["search", "ferry"], ["alerts"],
    ["claim", "the ferry sank"], ["decide", "list"], ["sources"], ["check"], ["check", "--deep"],
)  # fmt: skip


@pytest.mark.parametrize("arguments", LOOKS, ids=" ".join)
def test_a_desk_that_cannot_be_written_to_can_be_looked_at(
    desk: Run, place: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (place / "desk.db").read_bytes()
    wanted = desk(*arguments)
    (place / "desk.db").write_bytes(before)
    for left in place.glob("desk.db-*"):
        left.unlink()
    monkeypatch.setattr("os.access", lambda _, mode: not mode & os.W_OK)
    assert desk(*arguments) == wanted
    assert (place / "desk.db").read_bytes() == before
    assert sorted(p.name for p in place.iterdir()) == ["desk.db", "desk.toml", "exports"]


@pytest.mark.parametrize("arguments", [["stories"], ["sources"], ["decide", "list"], ["check"]], ids=" ".join)
def test_whoever_looks_at_a_desk_of_an_older_version_brings_it_forward(
    desk: Run, place: Path, arguments: list[str]
) -> None:
    wanted = desk(*arguments)
    with Store.open(place / "desk.db") as store:
        store._do("ALTER TABLE seen DROP COLUMN missed")
        store._do("PRAGMA user_version = 2")
    assert desk(*arguments) == wanted


def test_a_file_that_is_garbled_is_refused_by_check_with_what_to_do(desk: Run, place: Path) -> None:
    file = place / "desk.db"
    data = file.read_bytes()
    file.write_bytes(data[:4096] + bytes(255 - n for n in data[4096:]))
    done = desk("check")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith(f"rashomon: {file} is damaged (")
    assert done.err.endswith("): restore the last copy, see docs/store.md\n")
    file.write_bytes(b"x" * len(data))
    what_to_do = "if it was one, restore the last copy, see docs/store.md"
    assert desk("check") == (3, "", f"rashomon: {file} is no desk of Rashomon (no SQLite file): {what_to_do}\n")


@pytest.mark.parametrize(
    "arguments", [["add", "-"], ["rebuild"], ["search", "a", "--save", "b"], ["decide", "revoke", "1"]]
)
def test_a_desk_that_cannot_be_written_to_says_so(
    desk: Run, place: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _, mode: not mode & os.W_OK)
    told = "this desk cannot be written to here; copy it to a folder that can be written"
    assert desk(*arguments) == (1, "", f"rashomon: {place / 'desk.db'}: {told}\n")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, None),
        ("2026-11-22", "2026-11-22"),
        ("2026-11-22T09:30", "2026-11-22T09:30:00Z"),
        ("2026-11-22T09:30:15Z", "2026-11-22T09:30:15Z"),
        ("2026-11-22T09:30:00+02:00", "2026-11-22T07:30:00Z"),
    ],
)
def test_a_moment_is_written_as_a_desk_writes_it(value: str | None, found: str | None) -> None:
    assert shown.moment(value, "--since") == found


def test_files_that_are_written_are_named_in_json_too(desk: Run, tmp_path: Path) -> None:
    done = desk("show", "s1", "--out", tmp_path / "a.md", "--json")
    assert json.loads(done.out) == {"wrote": [str(tmp_path / "a.md")]}
    assert done.err == f"wrote {tmp_path / 'a.md'}\n"


def test_a_search_that_is_forgotten_is_named_in_json_too(desk: Run) -> None:
    desk("search", "ferry", "--save", "ferries")
    assert json.loads(desk("alerts", "ferries", "--remove", "--json").out) == {"forgot": "ferries"}


def test_no_desk_here(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASHOMON_DESK", raising=False)
    monkeypatch.chdir(tmp_path)
    for arguments in (["stories"], ["add", "a.txt"], ["search", "x"], ["check"], ["decide", "list"]):
        done = command("desk", *arguments)
        assert (done.status, done.out) == (3, "")
        assert done.err == "rashomon: there is no desk in .: run `rashomon desk init .`, or name its folder\n"


def test_rebuild_and_check(desk: Run, place: Path) -> None:
    assert desk("rebuild", "--jobs", 1).out == "rebuilt from 5 reports and 0 decisions\n"
    assert data(desk("rebuild", "--jobs", 1, "--json")) == {"reports": 5, "decisions": 0}
    assert desk("check").out == f"{place}: the desk is whole\n"
    assert data(desk("check", "--deep", "--json")) == {"whole": True, "wrong": []}


def test_check_names_what_is_wrong(desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "check", lambda self, deep: ("article a1 has no text",))
    assert desk("check") == (1, "article a1 has no text\n", "")


# stories, show, export, changes


def test_stories_are_listed(desk: Run) -> None:
    lines = desk("stories").out.splitlines()
    assert [line.split("  ")[0] for line in lines[::2]] == [s["id"] for s in data(desk("stories", "--json"))["stories"]]
    assert sorted(line.strip() for line in lines[1::2]) == [
        "2 reports · no date · not compared yet",
        "3 reports · no date · not compared yet",
    ]
    for line in lines[::2]:
        desk("show", line.split("  ")[0])
    compared = [line.strip() for line in desk("stories").out.splitlines()[1::2]]
    assert sorted(compared) == ["2 reports · no date", "3 reports · no date · 1 differ"]


def test_stories_come_in_pages(desk: Run) -> None:
    first = desk("stories", "--limit", 1)
    cursor = first.err.removeprefix("more: --after ").strip()
    second = desk("stories", "--limit", 1, "--after", cursor)
    assert first.out + second.out == desk("stories").out
    assert second.err == ""
    assert data(desk("stories", "--reports", 9, "--json")) == {"stories": [], "next": None}


def test_show_is_the_summary_of_compare(desk: Run) -> None:
    done = desk("show", ferry(desk))
    assert done.err == f"story {ferry(desk)}\n"
    assert "3 reports · 3 origins" in done.out
    assert "Differ" in done.out


def test_show_names_what_decisions_are_about(desk: Run) -> None:
    lines = desk("show", ferry(desk), "--ids").out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["Reports", "Disagreements", "Quotations", "Actors"]
    assert "  d1  Figure: people killed: “12 people” or “14 people”." in lines
    assert any("  Anna Vega: “We must learn the whole truth about this night,” (Unnamed outlet (" in x for x in lines)
    assert "  Lars Holm (person): Lars Holm" in lines


@pytest.mark.parametrize("suffix", ["html", "json", "md"])
def test_show_writes_a_file(desk: Run, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"ferry.{suffix}"
    assert desk("show", ferry(desk), "--out", out) == (0, "", f"wrote {out}\n")
    if suffix == "json":
        assert out.read_text(encoding="utf-8") == desk("show", ferry(desk), "--json").out


def test_export_goes_to_the_desk_or_where_it_is_told(desk: Run, place: Path, tmp_path: Path) -> None:
    done = desk("export", ferry(desk), "--to", "ninjs")
    assert done.status == 0
    for form in ("ftm", "schemaorg", "webannotation"):
        desk("export", ferry(desk), "--to", form)
    story = ferry(desk)
    assert sorted(p.name for p in (place / "exports").iterdir()) == [
        f"{story}-ftm.jsonl",
        f"{story}-ninjs.json",
        f"{story}-schemaorg.jsonld",
        f"{story}-webannotation.jsonld",
    ]
    found = json.loads(desk("export", ferry(desk), "--to", "csv", "--out", tmp_path / "tables", "--json").out)
    assert all(Path(path).is_file() for path in found["wrote"])


def test_changes_are_listed(desk: Run, files: Path) -> None:
    story = ferry(desk)
    desk("show", story, "--json")
    (files / "dawn.txt").write_text(FERRY["times"].replace("14 people", "19 people"), encoding="utf-8")
    assert "changed lines: rashomon desk changes" in desk("add", files, "--jobs", 1).out
    lines = desk("changes").out.splitlines()
    assert f"  {story}  new report: Unnamed outlet (dawn.txt)" in lines[0]  # of one moment the cause comes first
    found = data(desk("changes", story, "--json"))["changes"]
    assert len(found) == len(lines)
    assert {"at", "because", "kind", "line", "section", "story"} <= set(found[0])
    assert desk("changes", "--since", "2999-01-01").out == ""
    assert desk("changes", "--limit", 1).err.startswith("more: --after ")


# search, alerts, claim


def test_search_marks_what_it_found(desk: Run) -> None:
    done = desk("search", '"sandbank off Merrow" AND divers')
    lines = done.out.splitlines()
    assert len(lines) == 6
    assert "»sandbank« »off« »Merrow«" in done.out or "»sandbank off Merrow«" in done.out
    assert lines[1].startswith(f"    {ferry(desk)} · a")
    found = data(desk("search", "divers", "--limit", 1, "--json"))
    assert len(found["hits"]) == 1
    assert found["next"]
    assert desk("search", "divers", "--limit", 1).err == f"more: --after {found['next']}\n"
    assert desk("search", "marmalade") == (0, "", "no report has these words\n")
    assert (
        desk("search", "divers", "--story", ferry(desk), "--since", "2026-01-01").err
        == "no report with these words fits the other options\n"
    )


def test_a_replaced_version_is_said_to_be_one(desk: Run, tmp_path: Path) -> None:
    for name, people in (("one", 12), ("two", 19)):
        row = {"url": "https://dawn.example/1", "text": f"The tram Sorrel left the rails in Alba, {people} were hurt."}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
        assert desk("add", tmp_path / f"{name}.jsonl", "--jobs", 1).status == 0
    places = [line for line in desk("search", "tram").out.splitlines() if " · a" in line]
    assert [" · an older version · " in line for line in places].count(True) == 1
    assert len(places) == 2


def test_marks_stand_around_the_words() -> None:
    hit = Hit("a1", "s1", None, None, None, "a ferry sank", 10, 22, -1.0, (Span(12, 17), Span(18, 22)))
    assert find.marked(hit) == "a »ferry« »sank«"
    odd = Hit("a1", None, None, None, None, "a ferry", 10, 17, -1.0, (Span(2, 5), Span(12, 17), Span(14, 17)))
    assert find.marked(odd) == "a »ferry«"


def test_a_search_is_saved_and_forgotten(desk: Run) -> None:
    assert desk("search", "ferry", "--save", "boats").err == (
        "saved; see what comes with: rashomon desk alerts boats\n"
    )
    assert desk("alerts").out.startswith("boats  ferry  (since 20")
    assert [s["name"] for s in data(desk("alerts", "--json"))["searches"]] == ["boats"]
    assert desk("alerts", "boats").out == ""
    assert len(data(desk("alerts", "boats", "--since", "2000-01-01", "--json"))["hits"]) == 3
    assert desk("alerts", "boats", "--since", "2000-01-01").out != ""
    assert desk("alerts", "boats", "--remove").err == "forgot boats\n"
    assert desk("alerts").out == ""


def test_a_claim_is_met_by_lines(desk: Run) -> None:
    done = desk("claim", "14 people were killed")
    assert f"{ferry(desk)}  figure, the same numbers: people killed" in done.out
    assert "    times.txt (outlet not named): “14 people”" in done.out
    assert data(desk("claim", "14 people were killed", "--json"))["lines"][0]["story"] == ferry(desk)
    assert desk("claim", "marmalade") == (0, "", "no dossier speaks of it\n")


# decide


def test_names_are_decided_listed_and_taken_back(desk: Run) -> None:
    done = desk("decide", "same-actor", "Lars Holm", "Orla Finch", "--note", "she married", "--by", "ed")
    assert done == (0, "", "decision 1: “Lars Holm” and “Orla Finch” are one\n")
    done = desk("decide", "not-same-actor", "Piet Dorn", "P. Dorn", "--story", ferry(desk), "--json", "--by", "")
    assert json.loads(done.out)["subject"]["story"] == ferry(desk)
    lines = desk("decide", "list").out.splitlines()
    assert lines[0].startswith("1  “Lars Holm” and “Orla Finch” are one  – she married  [ed, 20")
    assert len(data(desk("decide", "list", "--json"))["decisions"]) == 2
    assert desk("decide", "revoke", 1).err == "taken back: “Lars Holm” and “Orla Finch” are one\n"
    again = desk("decide", "revoke", 1)
    assert again.status == 0
    assert again.err.startswith("was taken back already, 20")
    assert again.err.endswith("Z: “Lars Holm” and “Orla Finch” are one\n")
    assert len(desk("decide", "list").out.splitlines()) == 1
    assert "(taken back 20" in desk("decide", "list", "--all").out.splitlines()[0]


def test_a_name_that_no_report_has_is_told(desk: Run) -> None:
    done = desk("decide", "same-actor", "Nobody Xandrou", "Lars Holm")
    assert (done.status, done.err.splitlines()) == (
        0,
        [
            "decision 1: “Nobody Xandrou” and “Lars Holm” are one",
            "rashomon: no report of this desk has “Nobody Xandrou” spelt so; the decision holds for reports to come",
        ],
    )
    story = ferry(desk)
    done = desk("decide", "not-same-actor", "Piet Dorn", '"', "--story", story)
    assert done.err.splitlines()[1:] == [
        f"rashomon: no report of story {story} has “{name}” spelt so; the decision holds for reports to come"
        for name in ("Piet Dorn", '"')
    ]


@pytest.mark.parametrize("form", ["{story}:q1", "q1"])
def test_a_speaker_is_decided(desk: Run, form: str) -> None:
    story = ferry(desk)
    beside = [] if ":" in form else ["--story", story]
    done = desk("decide", "speaker", form.format(story=story), "Orla Finch", *beside)
    assert (done.status, done.out) == (0, "")
    assert done.err.endswith("was said by Orla Finch\n")
    assert any("q1  Orla Finch: “" in line for line in desk("show", story, "--ids").out.splitlines())
    nobody = desk("decide", "speaker", form.format(story=story), *beside)
    assert nobody.err.endswith("was said by nobody known\n")


def test_a_disagreement_is_none(desk: Run) -> None:
    story = ferry(desk)
    done = desk("decide", "not-a-contradiction", f"{story}:d1")
    assert done.err == (
        "decision 1: no contradiction: people killed: “12 people” or “14 people”.\n"
        "the lines that are left are numbered anew: list them again before you name another\n"
    )
    assert "d1" not in desk("show", story, "--ids").out
    (line,) = (line for line in desk("changes", story).out.splitlines() if "disagreement gone" in line)
    assert "disagreement gone: figure: people killed" in line
    assert line.endswith(" (because of decision 1)")


def test_what_is_worth_a_look_is_named_and_can_be_settled(desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    story = ferry(desk)
    assert "Worth a look" not in desk("show", story, "--ids").out
    dossier = {**data(desk("show", story, "--json")), "checks": [{"id": "k1", "note": "Boats: “9” or “12”?"}]}
    monkeypatch.setattr(Desk, "dossier", lambda self, name: dossier)
    lines = desk("show", story, "--ids").out.splitlines()
    assert lines[lines.index("Worth a look") + 1] == "  k1  Boats: “9” or “12”?"


def test_stories_are_split_and_merged(desk: Run) -> None:
    story, echo = ferry(desk), ids(desk)["echo"]
    assert desk("decide", "split", story, echo).err == f"decision 1: story {story} without {echo}\n"
    new = next(s["id"] for s in data(desk("stories", "--json"))["stories"] if s["reports"] == 1)
    assert desk("decide", "merge", story, new).status == 0
    assert ids(desk)["echo"] == echo


def test_a_desk_is_copied(desk: Run, tmp_path: Path) -> None:
    story, target = ferry(desk), tmp_path / "copies" / "monday"
    desk("decide", "not-a-contradiction", f"{story}:d1")
    done = desk("backup", target)
    assert done.out == f"copied 5 reports and 1 decision; the copy is a desk: --desk {target}\n"
    assert desk("show", story, "--desk", target).out == desk("show", story).out
    again = desk("backup", target)
    assert (again.status, again.err) == (2, f"rashomon: {target} is a desk already; nothing was changed\n")
    assert data(desk("backup", tmp_path / "b", "--json")) == {"desk": str(tmp_path / "b"), "reports": 5, "decisions": 1}


# help and bars


def test_every_command_has_its_help(command: Run) -> None:
    whole = command("desk", "--help").out
    for name in "init add rebuild check backup stories show export changes search alerts claim decide".split():
        assert f"    {name} " in whole
        assert command("desk", name, "--help").status == 0


def test_a_bar_is_shown_to_somebody_who_looks(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with shown.bar() as progress:
        progress("reading reports", 1, 4)
        progress("reading reports", 4, 4)
        progress("comparing reports", 0, 0)
    assert capsys.readouterr().out == ""


def test_many_names_are_cut() -> None:
    assert shown.few(["a", "b"]) == "a, b"
    assert shown.few(list("abcd"), 2) == "a, b and 2 more"


def test_only_records_are_data() -> None:
    with pytest.raises(TypeError, match="object is no data"):
        shown.print_json(object())
