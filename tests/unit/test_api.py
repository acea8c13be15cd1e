"""The library: sections as attributes, plain data, files written whole or not at all."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon import Dossier
from rashomon.errors import NothingRead, Unreadable, UsageError
from rashomon.records.article import Article, Block
from rashomon.records.dossier import Findings, Head, Record, Unread
from rashomon.records.findings import Actor, Form
from rashomon.records.span import Cite
from rashomon.settings import Settings

TEXT = "Minister Vega closed the lock of Merrow on Tuesday."
ARTICLE = Article("a", "a.txt", TEXT, (Block(0, len(TEXT), "body"),))
VEGA = Actor("vega", "Vega", "person", (Form("Vega", (Cite("a", 9, 13),)),))
RECORD = Record(
    Head("Lock shut", "2031-05-06", ("en",), 1, 1), Findings((ARTICLE,), (VEGA,)), (Unread("b.txt", "it is empty"),)
)
SECTIONS = (
    "articles actors quotes utterances figures timeline statements positions disagreements origins coverage wording"
    " times"
).split()


@pytest.fixture
def dossier() -> Dossier:
    return Dossier(RECORD)


def test_sections_are_tuples_of_records(dossier: Dossier) -> None:
    assert dossier.articles == (ARTICLE,)
    assert dossier.actors == (VEGA,)
    assert dossier.actors[0].spellings[0].text == "Vega"
    assert all(isinstance(getattr(dossier, name), tuple) for name in SECTIONS)


def test_the_head_and_what_was_not_read(dossier: Dossier) -> None:
    assert dossier.story.title == "Lock shut"
    assert dossier.unread[0].path == "b.txt"


@pytest.mark.parametrize("name", ["quotation", "_quotes", "__len__x", "findings", "marks", "Story", ""])
def test_what_is_no_section_is_an_attribute_error(dossier: Dossier, name: str) -> None:
    with pytest.raises(AttributeError, match=f"a dossier has no '{name}'"):
        getattr(dossier, name)


def test_a_dossier_cannot_be_given_sections(dossier: Dossier) -> None:
    with pytest.raises(AttributeError):
        dossier.quotes = ()  # type: ignore[misc]


def test_a_dossier_can_be_copied_and_pickled(dossier: Dossier) -> None:
    assert copy.copy(dossier).record is RECORD
    assert copy.deepcopy(dossier).to_dict() == dossier.to_dict()
    assert pickle.loads(pickle.dumps(dossier)).to_dict() == dossier.to_dict()


def test_data_and_json_are_the_same(dossier: Dossier) -> None:
    text = dossier.to_json()
    assert json.loads(text) == dossier.to_dict()
    assert text.endswith("}\n")
    assert text.startswith('{\n "schema": "rashomon.dossier/1",\n "story": {\n')


def test_json_keeps_letters() -> None:
    text = Dossier(Record(Head("Lås stängd – Mörrow", None, (), 0, 0), Findings(()))).to_json()
    assert "Lås stängd – Mörrow" in text


def test_saving_as_json_is_the_json(dossier: Dossier, tmp_path: Path) -> None:
    path = dossier.save(tmp_path / "d.json")
    assert path == tmp_path / "d.json"
    assert path.read_text(encoding="utf-8") == dossier.to_json()


@pytest.mark.parametrize(
    ("suffix", "start"), [(".html", "<!doctype html>"), (".md", "# Lock shut"), (".json", '{\n "schema"')]
)
def test_the_suffix_decides_the_form(dossier: Dossier, tmp_path: Path, suffix: str, start: str) -> None:
    text = dossier.save(str(tmp_path / f"d{suffix}")).read_text(encoding="utf-8")
    assert text.lstrip().lower().startswith(start.lower())
    assert "\r" not in text


@pytest.mark.parametrize("name", ["d", "d.txt", "d.htm", "d.HTML", "d.json.gz", ".json"])
def test_another_suffix_is_refused_and_nothing_is_written(dossier: Dossier, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"use \.html, \.json or \.md"):
        dossier.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        dossier.save(tmp_path / "no" / "d.json")


def test_a_folder_of_the_name_is_no_file(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "d.json").mkdir()
    with pytest.raises(OSError, match=r"d\.json"):
        dossier.save(tmp_path / "d.json")
    assert [p.name for p in tmp_path.iterdir()] == ["d.json"]


def test_saving_twice_replaces(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "d.md").write_text("x" * 100_000)
    dossier.save(tmp_path / "d.md")
    first = (tmp_path / "d.md").read_bytes()
    dossier.save(tmp_path / "d.md")
    assert (tmp_path / "d.md").read_bytes() == first
    assert len(first) < 100_000


@pytest.mark.parametrize("one", ["a.txt", Path("a.txt"), {"text": TEXT}])
def test_compare_wants_a_list(one: Any) -> None:
    with pytest.raises(UsageError, match="a list of paths or records"):
        rashomon.compare(one)


def test_compare_takes_paths_and_records_together(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    found = rashomon.compare([tmp_path / "one.txt", {"id": "r", "text": "Merrow closed its lock on Tuesday."}])
    assert sorted(a.path for a in found.articles) == [str(tmp_path / "one.txt"), "r"]
    assert {a.text for a in found.articles} == {TEXT, "Merrow closed its lock on Tuesday."}


def test_compare_takes_any_iterable_and_not_its_order() -> None:
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": "Merrow closed its lock on Tuesday."}]
    forward, backward = rashomon.compare(iter(rows)), rashomon.compare(row for row in reversed(rows))
    assert forward.to_json() == backward.to_json()


def test_records_without_text_are_unread_or_refused() -> None:
    rows: list[dict[str, Any]] = [{"id": "a", "text": TEXT}, {"id": "b"}, {"id": "c", "text": 3}]
    assert [u.path for u in rashomon.compare(rows).unread] == ["b", "c"]
    with pytest.raises(Unreadable, match=r"^b: "):
        rashomon.compare(rows, Settings(strict=True))
    with pytest.raises(NothingRead, match=r"^nothing could be read: b: .*; c: "):
        rashomon.compare(rows[1:])


def test_annotate_takes_a_mapping() -> None:
    assert rashomon.annotate({"text": TEXT, "date": "2031-05-06"})["times"][0]["value"] == "2031-05-06"
    with pytest.raises(ValueError, match="string field 'text'"):
        rashomon.annotate({"id": "x"})


def test_public_names_are_imported_when_used() -> None:
    assert rashomon.Settings is Settings
    assert rashomon.Dossier is Dossier
    with pytest.raises(AttributeError, match="module 'rashomon' has no attribute 'Compare'"):
        rashomon.Compare  # noqa: B018
