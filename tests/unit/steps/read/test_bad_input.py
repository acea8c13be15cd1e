"""Bad input as a user meets it: through `rashomon compare` and through the library."""

from __future__ import annotations

import io
import json

import pytest

import rashomon
from rashomon.cli.main import main
from rashomon.errors import NothingRead, Unreadable, UsageError
from rashomon.settings import Settings

STORY = """Ferry runs aground off Lorvik

By Per Moe

The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement.

"Nobody was hurt," Mayor Ada Lund told reporters on the quay.
"""
OTHER = """Town council of Sandby buys a new snow plough

The council of Sandby has bought a snow plough for 90,000 crowns, it said on Friday after a long meeting.
"""


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def compare(capsys, *arguments) -> tuple[int, dict, str]:
    status = main(["compare", *map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    return status, json.loads(out) if out else {}, err


BAD = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n \n", "it is empty"),
    "binary.txt": (b"\x00\x01\x02\x7f" * 200, "binary file"),
    "picture.txt": (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "picture"),
    "noise.txt": (bytes((n * 37 + n // 7 * 11) % 127 + 129 for n in range(4000)), "the encoding is unknown"),
    "page.html": (b"<html><body><div id='app'></div></body></html>", "no article text"),
    "feed.xml": (b"<?xml version='1.0'?><rss></rss>", "XML feeds are not read"),
    "broken.json": (b'{"text": ', "it is no JSON"),
    "none.json": (b"[]", "no record"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_one_bad_file_is_listed_and_the_rest_is_done(name, story, tmp_path, capsys):
    data, words = BAD[name]
    bad = tmp_path / name
    bad.write_bytes(data)
    status, dossier, _ = compare(capsys, bad, story)
    assert status == 0
    assert [a["path"] for a in dossier["articles"]] == [str(story)]
    (row,) = dossier["unread"]
    assert row["path"] == str(bad)
    assert words in row["reason"]
    assert ":" in row["reason"]  # what is wrong: what to do


@pytest.mark.parametrize("name", sorted(BAD))
def test_only_bad_files_end_with_status_three(name, tmp_path, capsys):
    bad = tmp_path / name
    bad.write_bytes(BAD[name][0])
    status, dossier, err = compare(capsys, bad)
    assert (status, dossier) == (3, {})
    assert BAD[name][1] in err
    assert str(bad) in err


def test_strict_stops(story, tmp_path, capsys):
    bad = tmp_path / "empty.txt"
    bad.write_bytes(b"")
    status, dossier, err = compare(capsys, story, bad, "--strict")
    assert (status, dossier) == (3, {})
    assert "empty.txt: it is empty" in err


def test_missing_file_and_empty_folder(story, tmp_path, capsys):
    folder = tmp_path / "folder"
    folder.mkdir()
    status, dossier, _ = compare(capsys, story, tmp_path / "no.txt", folder)
    assert status == 0
    assert sorted(row["reason"].split(":")[0] for row in dossier["unread"]) == [
        "no such file", "the folder holds no file to read",
    ]  # fmt: skip


def test_a_file_of_a_hundred_megabytes(story, tmp_path, capsys):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    status, dossier, _ = compare(capsys, story, huge)
    assert status == 0
    assert "100.0 MB" in dossier["unread"][0]["reason"]


def test_a_broken_line_of_a_feed(tmp_path, capsys):
    feed = tmp_path / "feed.jsonl"
    feed.write_text(json.dumps({"text": STORY, "outlet": "Fjord News"}) + "\n{broken\n")
    status, dossier, _ = compare(capsys, feed)
    assert status == 0
    assert [(a["path"], a["outlet"]) for a in dossier["articles"]] == [(f"{feed}:1", "Fjord News")]
    assert [row["path"] for row in dossier["unread"]] == [f"{feed}:2"]


def test_two_identical_files_are_both_kept(story, tmp_path, capsys):
    twin = tmp_path / "twin.txt"
    twin.write_text(STORY)
    _, dossier, _ = compare(capsys, story, twin)
    assert dossier["story"]["reports"] == 2
    assert len({a["id"] for a in dossier["articles"]}) == 2


def test_one_single_report(story, capsys):
    status, dossier, _ = compare(capsys, story)
    assert status == 0
    assert dossier["story"]["reports"] == 1
    assert dossier["articles"][0]["text"] == STORY


def test_a_report_about_something_else_is_kept(story, tmp_path, capsys):
    other = tmp_path / "other.txt"
    other.write_text(OTHER)
    status, dossier, _ = compare(capsys, story, other)
    assert status == 0
    assert len(dossier["articles"]) == 2


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode("cp1252"))))
    _, dossier, _ = compare(capsys, "-")
    assert [(a["path"], a["text"]) for a in dossier["articles"]] == [("-", STORY)]


def test_a_folder_in_any_order_gives_the_same(story, tmp_path, capsys):
    (tmp_path / "b.txt").write_text(OTHER)
    _, folder, _ = compare(capsys, tmp_path)
    _, files, _ = compare(capsys, tmp_path / "b.txt", story)
    assert folder == files


def test_a_long_report_is_cut_and_says_so():
    text = STORY + "The ferry lay on the rocks.\n" * 200
    record = {"text": text, "id": "long"}
    dossier = rashomon.compare([record], Settings(max_characters=1000))
    article = dossier.articles[0]
    assert len(article.text) <= 1000
    assert article.captured is False


def test_records_and_paths_together(story):
    dossier = rashomon.compare([story, {"text": STORY, "outlet": "Fjord News", "date": "2031-05-05"}])
    assert [(a.outlet, a.published) for a in dossier.articles if a.outlet] == [("Fjord News", "2031-05-05")]
    assert len(dossier.articles) == 2


def test_records_without_text():
    with pytest.raises(NothingRead, match="no text"):
        rashomon.compare([{"title": "Ferry"}])
    with pytest.raises(Unreadable, match="no text"):
        rashomon.compare([{"title": "Ferry"}], Settings(strict=True))


@pytest.mark.parametrize("wrong", ["story.txt", {"text": "x"}])
def test_one_path_or_record_is_a_usage_error(wrong):
    with pytest.raises(UsageError):
        rashomon.compare(wrong)


def test_nothing_at_all():
    with pytest.raises(NothingRead):
        rashomon.compare([])
