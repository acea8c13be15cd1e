"""Results know the code that made them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.desk.conftest import FERRY, report

from rashomon.desk import Desk, dossiers, versions
from rashomon.desk.dossiers import clock, marks_version
from rashomon.errors import UsageError
from rashomon.records.article import Article
from rashomon.records.desk import ArticleRow
from rashomon.settings import Settings


def test_every_part_is_there() -> None:
    root = Path(versions.__file__).parents[1]
    assert [part for part in versions.COMPARING if not (root / part).exists()] == []
    assert versions.marking() != versions.comparing()
    assert len(versions.marking()) == 16


def test_the_digest_follows_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.setattr(versions, "__file__", str(tmp_path / "desk" / "versions.py"))
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.py").write_text("a = 1", encoding="utf-8")

    def digest() -> str:
        versions.digest_of.cache_clear()
        versions._digest.cache_clear()
        return versions.digest_of(("text",))

    try:
        first = digest()
        (tmp_path / "text" / "a.pyc").write_text("compiled", encoding="utf-8")
        assert digest() == first
        (tmp_path / "text" / "a.py").write_text("a = 2", encoding="utf-8")
        assert digest() != first
    finally:
        versions.digest_of.cache_clear()
        versions._digest.cache_clear()


def test_marks_depend_on_a_day_only_the_story_tells() -> None:
    article = Article("a", "a.txt", "Text.", (), published="2026-11-20", published_from="metadata")
    told = Article("a", "a.txt", "Text.", (), published="2026-11-20", published_from="story")
    assert marks_version(article, Settings()) == f"{versions.marking()}/rashomon"
    assert marks_version(told, Settings()) == f"{versions.marking()}/rashomon@2026-11-20"


def test_changed_code_makes_a_dossier_stale(desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.dossier(ferry)
    before = desk.store.dossier(ferry)
    monkeypatch.setattr(dossiers, "comparing", lambda: "another version")
    desk.dossier(ferry)
    after = desk.store.dossier(ferry)
    assert before is not None and after is not None
    assert before[0] != after[0]
    assert before[1] == after[1]
    assert desk.changes().items == ()


def test_another_authority_file_makes_a_dossier_stale(desk: Desk, ferry: str) -> None:
    names = desk.folder / "names.csv"
    names.write_text("name,spellings,type,id\nAnna Maria Vega,Anna Vega,person,Q1\n", encoding="utf-8")
    (desk.folder / "desk.toml").write_text('[settings]\nauthority = "names.csv"\n', encoding="utf-8")
    with Desk.open(desk.folder) as other:
        assert "Anna Maria Vega" in {a["name"] for a in other.dossier(ferry)["actors"]}


def test_an_authority_file_that_went_away_is_named(desk: Desk, ferry: str) -> None:
    names = desk.folder / "names.csv"
    names.write_text("name\nAnna Vega\n", encoding="utf-8")
    (desk.folder / "desk.toml").write_text('[settings]\nauthority = "names.csv"\n', encoding="utf-8")
    with Desk.open(desk.folder) as other:
        names.unlink()
        with pytest.raises(UsageError, match=r"names\.csv of desk\.toml: No such file"):
            other.dossier(ferry)
    with pytest.raises(UsageError, match=r"desk\.toml: the authority file .*names\.csv does not exist"):
        Desk.open(desk.folder)


def test_a_report_without_a_day_takes_that_of_its_story(empty: Desk) -> None:
    empty.add([report("post", FERRY["post"], date="2026-11-17"), report("times", FERRY["times"])])
    (story,) = empty.stories().items
    days = {a["id"]: (a["published"], a["published_from"]) for a in empty.dossier(story.id)["articles"]}
    assert sorted(days.values()) == [("2026-11-17", "metadata"), ("2026-11-17", "story")]
    told = next(a for a, (_, origin) in days.items() if origin == "story")
    assert empty.store.marks(told, f"{versions.marking()}/rashomon@2026-11-17") is not None


def test_a_report_that_cannot_be_marked_is_listed(desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.steps import annotate as step

    monkeypatch.setattr(dossiers, "marking", lambda: "another version")
    real = step.annotate

    def broken(article: Article, settings: Settings) -> object:
        if article.path == "echo.txt":
            raise ZeroDivisionError("of our making")
        return real(article, settings)

    monkeypatch.setattr(step, "annotate", broken)
    found = desk.dossier(ferry)
    assert [u["path"] for u in found["unread"]] == ["echo.txt"]
    assert found["story"]["reports"] == 2


@pytest.mark.parametrize(
    ("published", "told"),
    [("2026-11-22T10:40", "10:40"), ("2026-11-22", "12:30"), (None, "12:30"), ("2026-11-22T10:40:11+01:00", "10:40")],
)
def test_when_a_version_was_made(published: str | None, told: str) -> None:
    row = ArticleRow("a", "00", "a.txt", "2026-11-22T12:30:00Z", published=published)
    assert clock(row) == told
