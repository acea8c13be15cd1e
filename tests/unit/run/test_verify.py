"""A dossier against its source files: which file belongs to which article, and what no longer holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.errors import BadDossier, Unreadable
from rashomon.run.verify import Proof, load, verify
from rashomon.settings import Settings

ONE = "The ferry ran aground off Merrow on Tuesday. “We must learn the truth,” Minister Vega said.\n"
TWO = "A ferry hit a sandbank near Merrow on Tuesday. No one was hurt, the coastguard said.\n"
THREE = "Merrow closed its lock on Tuesday. About 40 ships wait outside, captains said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


def dossier_of(*paths: Path) -> dict[str, Any]:
    return rashomon.compare(list(paths)).to_dict()


def count(node: Any) -> int:
    """Cites, counted in another way than the code does: every start that is none of a block or timeline entry."""
    others = sum(len(a["blocks"]) for a in node["articles"]) + len(node["timeline"])
    return json.dumps(node).count('"start": ') - others


def test_alone_it_holds_and_its_cites_are_counted(folder: Path) -> None:
    dossier = dossier_of(folder)
    proof = verify(dossier)
    assert (proof.broken, proof.unproven, proof.holds) == ((), (), True)
    assert proof.cites == count(dossier) > 5


def test_files_that_still_give_their_texts(folder: Path) -> None:
    dossier = dossier_of(folder)
    assert verify(dossier, [str(folder)]) == verify(dossier)
    assert verify(dossier, [str(folder / "one.txt"), str(folder / "two.txt")]).holds


def test_a_changed_file_is_named(folder: Path) -> None:
    dossier = dossier_of(folder)
    path = folder / "two.txt"
    path.write_text(TWO.replace("No one", "Nobody"), encoding="utf-8")
    proof = verify(dossier, [str(folder)])
    (name,) = [a["id"] for a in dossier["articles"] if a["path"] == str(path)]
    assert proof.broken == (f"article {name}: {path} no longer gives this text",)
    assert not proof.holds


def test_line_ends_and_accents_are_read_as_they_were(folder: Path) -> None:
    text = ONE.replace("Vega", "Véga")
    (folder / "one.txt").write_text(text, encoding="utf-8")
    dossier = dossier_of(folder)
    (folder / "one.txt").write_bytes(text.replace("é", "e\u0301").replace("\n", "\r\n").encode())
    assert verify(dossier, [str(folder)]).holds


def test_an_article_without_a_file_is_unproven_not_broken(folder: Path) -> None:
    dossier = dossier_of(folder)
    proof = verify(dossier, [str(folder / "one.txt")])
    assert (proof.broken, proof.unproven) == ((), (str(folder / "two.txt"),))
    assert proof.holds


def test_files_of_another_story_prove_nothing(folder: Path, tmp_path: Path) -> None:
    dossier = dossier_of(folder)
    other = tmp_path / "other.txt"
    other.write_text(THREE, encoding="utf-8")
    proof = verify(dossier, [str(other)])
    assert proof.broken == ("none of the given files belongs to an article of this dossier",)
    assert proof.unproven == (str(folder / "one.txt"), str(folder / "two.txt"))


def test_a_missing_file_is_named(folder: Path) -> None:
    dossier = dossier_of(folder)
    gone = str(folder / "gone.txt")
    proof = verify(dossier, [str(folder / "one.txt"), str(folder / "two.txt"), gone])
    assert proof.broken == (f"{gone}: no such file: check the spelling of the path",)
    assert proof.unproven == ()
    with pytest.raises(Unreadable, match=r"gone\.txt: no such file"):
        verify(dossier, [gone], Settings(strict=True))


def test_a_file_that_moved_is_found_by_its_name(folder: Path) -> None:
    dossier = dossier_of(folder)
    away = folder / "archive"
    away.mkdir()
    (folder / "one.txt").rename(away / "one.txt")
    proof = verify(dossier, [str(away / "one.txt"), str(folder / "two.txt")])
    assert (proof.broken, proof.unproven) == ((), ())


def test_a_file_that_moved_and_changed_is_named(folder: Path) -> None:
    dossier = dossier_of(folder)
    away = folder / "archive"
    away.mkdir()
    (away / "one.txt").write_text(ONE + "Corrected.\n", encoding="utf-8")
    (broken,) = verify(dossier, [str(away / "one.txt")]).broken
    assert broken.endswith(f"{folder / 'one.txt'} no longer gives this text")


def test_a_file_that_was_renamed_is_found_by_its_text(folder: Path) -> None:
    dossier = dossier_of(folder)
    (folder / "one.txt").rename(folder / "ferry.txt")
    proof = verify(dossier, [str(folder)])
    assert (proof.broken, proof.unproven) == ((), ())


def test_one_name_in_two_folders_is_told_apart_by_path(tmp_path: Path) -> None:
    for outlet, text in (("post", ONE), ("wire", TWO)):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "story.txt").write_text(text, encoding="utf-8")
    dossier = dossier_of(tmp_path)
    assert verify(dossier, [str(tmp_path)]).holds
    (tmp_path / "wire" / "story.txt").write_text(TWO + "More.\n", encoding="utf-8")
    (broken,) = verify(dossier, [str(tmp_path)]).broken
    assert f"{Path('wire', 'story.txt')} no longer gives this text" in broken


def test_one_name_in_two_new_folders_is_matched_by_text_not_by_guess(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(ONE, encoding="utf-8")
    dossier = dossier_of(tmp_path / "story.txt")
    for name, text in (("a", TWO), ("b", ONE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "story.txt").write_text(text, encoding="utf-8")
    copies = [str(tmp_path / name / "story.txt") for name in ("a", "b")]
    assert verify(dossier, copies).holds
    (tmp_path / "b" / "story.txt").write_text(THREE, encoding="utf-8")
    proof = verify(dossier, copies)
    assert proof.broken == ("none of the given files belongs to an article of this dossier",)
    assert proof.unproven == (str(tmp_path / "story.txt"),)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    rows = [{"id": "a", "text": ONE}, {"id": "b", "text": TWO}, {"id": "c", "text": THREE}]
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_feed_gives_several_articles(feed: Path) -> None:
    dossier = dossier_of(feed)
    assert [a["id"] for a in dossier["articles"]] == ["a", "b", "c"]
    proof = verify(dossier, [str(feed)])
    assert (proof.broken, proof.unproven) == ((), ())


def test_one_article_of_a_feed_changed(feed: Path) -> None:
    dossier = dossier_of(feed)
    feed.write_text(feed.read_text(encoding="utf-8").replace("About 40", "About 50"), encoding="utf-8")
    (broken,) = verify(dossier, [str(feed)]).broken
    assert broken.startswith("article c: ")
    assert broken.endswith("no longer gives this text")


def test_a_feed_line_that_broke_is_named(feed: Path) -> None:
    dossier = dossier_of(feed)
    feed.write_text(feed.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    (broken,) = verify(dossier, [str(feed)]).broken
    assert broken.startswith(str(feed))


def test_a_dossier_that_is_broken_is_not_held_against_files(folder: Path) -> None:
    dossier = dossier_of(folder)
    dossier["articles"][0]["sha256"] = "0" * 64
    proof = verify(dossier, [str(folder / "gone.txt")])
    name = dossier["articles"][0]["id"]
    assert proof == Proof((f"article {name}: sha256 is not that of its text",))


def test_an_article_without_a_path_is_found_by_its_text(folder: Path) -> None:
    dossier = dossier_of(folder)
    for article in dossier["articles"]:
        del article["path"]
    assert verify(dossier, [str(folder)]).holds


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no JSON dossier"),
        (b"{", "no JSON dossier"),
        (b"\xff\xfe{}", "no JSON dossier"),
        (b"[" * 200_000, "no JSON dossier"),
    ],
)
def test_a_file_that_is_no_json_is_no_dossier(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "dossier.json"
    path.write_bytes(content)
    with pytest.raises(BadDossier, match=says) as caught:
        load(str(path))
    assert str(caught.value).startswith(f"{path}: ")
    assert str(caught.value).endswith("write one with `rashomon compare REPORTS… --out FILE.json`")


@pytest.mark.parametrize("content", [b"<!DOCTYPE html>\n<html>", b"  \n<html>"])
def test_a_page_is_told_from_a_broken_dossier(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dossier.html"
    path.write_bytes(content)
    with pytest.raises(BadDossier) as caught:
        load(str(path))
    assert str(caught.value) == (
        f"{path}: this is a page for people; what can be verified is the dossier as JSON: write one with "
        "`rashomon compare REPORTS… --out FILE.json`, then verify that file"
    )


def test_a_dossier_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadDossier, match="No such file or directory"):
        load(str(tmp_path / "gone.json"))
    with pytest.raises(BadDossier, match="directory"):
        load(str(tmp_path))


def test_any_json_is_loaded_and_then_judged(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text("[1, 2]")
    assert load(str(path)) == [1, 2]
    assert verify(load(str(path))).broken == ("not a dossier: the top level is no object",)


def test_the_library_takes_a_dossier_a_path_or_data(folder: Path) -> None:
    dossier = rashomon.compare([folder])
    saved = dossier.save(folder / "dossier.json")
    wanted = verify(dossier.to_dict())
    assert wanted.holds
    assert rashomon.verify(dossier) == rashomon.verify(saved) == rashomon.verify(str(saved)) == wanted
    assert rashomon.verify(dossier.to_dict(), [folder / "one.txt"]).unproven == (str(folder / "two.txt"),)
