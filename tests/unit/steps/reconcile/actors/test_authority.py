from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.actors.authority import Known, lookup, read_authority

CSV = "name,spellings,type,id\nMykola Zavorskyi,Zavorsky|Nick Zavorski,person,Q1\nAcme,,organization,\n"
JSONL = (
    '{"name": "Mykola Zavorskyi", "spellings": ["Zavorsky", "Nick Zavorski"], "type": "person", "id": "Q1"}\n'
    '\n{"name": "Acme", "type": "organization"}\n'
)
ENTRIES = (
    Known("Mykola Zavorskyi", ("Zavorsky", "Nick Zavorski"), "person", "Q1"),
    Known("Acme", (), "organization", None),
)


@pytest.mark.parametrize("text", [CSV, JSONL])
def test_both_forms_are_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "names"
    file.write_text(text, encoding="utf-8")
    assert read_authority(str(file)) == ENTRIES


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title,id\nAcme,1\n", "line 1"),
        ("name,type\nAcme,robot\n", "line 2: type 'robot'"),
        ("name,type\n,person\n", "line 2: a 'name' is missing"),
        ('{"name": "Acme"}\n{"name": \n', "line 2"),
        ('{"name": "Acme", "spellings": [1]}', "line 1: 'spellings'"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "names"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        read_authority(str(file))


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        read_authority(str(tmp_path / "nowhere"))


def test_a_spelling_of_two_entries_decides_nothing() -> None:
    assert lookup((Known("Anna Reyes", ("Reyes",)), Known("Luis Reyes", ("Reyes",)))) == {
        "anna reyes": 0,
        "luis reyes": 1,
    }


def test_the_file_wins_over_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text(CSV, encoding="utf-8")
    text = "Nick Zavorski spoke. Later Mykola Zavorskyi left."
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en")
    words = split_words(article)
    actors = find_actors(Story((article,), (Marks(words, find_mentions(words)),)), str(file)).actors
    found = {a.name: (a.authority, {f.text for f in a.spellings}) for a in actors}
    assert found == {"Mykola Zavorskyi": ("Q1", {"Nick Zavorski", "Mykola Zavorskyi"})}
