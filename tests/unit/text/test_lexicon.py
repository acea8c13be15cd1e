"""Lexicons: what is there is read once, what is not there is named."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.text import lexicon as module
from rashomon.text.lexicon import languages, lexicon, words


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of lexicons of our own, nothing of it remembered before or after."""
    for name in ("xx", "aa", "_notes"):
        (tmp_path / name).mkdir()
    (tmp_path / "README.md").write_text("no language")
    cached = (languages, lexicon, words)
    for function in cached:
        function.cache_clear()
    monkeypatch.setattr(module.resources, "files", lambda _: tmp_path)
    yield tmp_path
    for function in cached:
        function.cache_clear()


def test_english_is_there() -> None:
    assert "en" in languages()


def test_languages_are_folders_in_order(own: Path) -> None:
    assert languages() == ("aa", "xx")


def test_a_table_is_read_as_it_stands(own: Path) -> None:
    (own / "xx" / "t.toml").write_text('a = 1\n[b]\nwords = ["Ærø", "b"]\n', encoding="utf-8")
    assert lexicon("t", "xx") == {"a": 1, "b": {"words": ["Ærø", "b"]}}


def test_a_table_is_read_once(own: Path) -> None:
    path = own / "xx" / "t.toml"
    path.write_text("a = 1", encoding="utf-8")
    first = lexicon("t", "xx")
    path.write_text("a = 2", encoding="utf-8")
    assert lexicon("t", "xx") is first


@pytest.mark.parametrize(("name", "language"), [("t", "xx"), ("t", "zz"), ("", "xx"), ("../aa/t", "xx")])
def test_what_is_not_there_is_named(own: Path, name: str, language: str) -> None:
    with pytest.raises(UsageError) as caught:
        lexicon(name, language)
    assert str(caught.value) == (f"No lexicon {name!r} for language {language!r}. Languages with a lexicon: aa, xx.")


def test_a_list_is_a_set_of_lower_case_words(own: Path) -> None:
    (own / "xx" / "t.toml").write_text('[a.b]\nwords = ["The", "STRASSE", "Straße", 10]\n', encoding="utf-8")
    assert words("t", "a.b.words", "xx") == frozenset({"the", "strasse", "10"})


def test_a_table_of_words_gives_its_keys(own: Path) -> None:
    (own / "xx" / "t.toml").write_text("[a]\nOne = 1\ntwo = 2\n", encoding="utf-8")
    assert words("t", "a", "xx") == frozenset({"one", "two"})


def test_a_key_that_is_not_there_is_a_defect(own: Path) -> None:
    (own / "xx" / "t.toml").write_text("a = []\n", encoding="utf-8")
    with pytest.raises(KeyError, match="nothing"):
        words("t", "nothing", "xx")


def test_a_broken_table_is_a_defect(own: Path) -> None:
    (own / "xx" / "t.toml").write_text("a = [", encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        lexicon("t", "xx")


FILES = sorted(e.name for e in (resources.files("rashomon.lexicons") / "en").iterdir() if e.name.endswith(".toml"))


@pytest.mark.parametrize("name", FILES)
def test_every_english_table_is_read(name: str) -> None:
    assert lexicon(name.removesuffix(".toml"))


def test_calendar_names_the_whole_year() -> None:
    table = lexicon("calendar")
    assert set(table["months"].values()) == set(range(1, 13))
    assert {int(v) for v in table["weekdays"].values()} == set(range(7))
