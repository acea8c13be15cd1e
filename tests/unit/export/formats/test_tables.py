"""Tables, CSV, Parquet and data frames of the sample dossier."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import MissingExtra, UsageError
from rashomon.export.formats import export
from rashomon.export.formats.folders import csv_text
from rashomon.export.frames import to_arrow, to_pandas, to_polars
from rashomon.export.tables import TABLES, table, tables

Data = dict[str, Any]


def test_every_row_has_exactly_its_columns_and_their_types(dossier: Data) -> None:
    types = {"text": str, "int": int, "float": float, "bool": bool}
    made = tables(dossier)
    assert [t.name for t in made] == list(TABLES)
    for t in made:
        assert t.rows, t.name
        for row in t.rows:
            assert set(row) == {c.name for c in t.columns}, t.name
            for c in t.columns:
                assert row[c.name] is None or type(row[c.name]) is types[c.type], (t.name, c.name)


def test_every_column_says_what_it_is() -> None:
    for name, (columns, _) in TABLES.items():
        assert len({c.name for c in columns}) == len(columns), name
        assert all(c.says for c in columns)


def test_every_passage_is_the_text_at_its_characters(dossier: Data) -> None:
    texts = {a["id"]: a["text"] for a in dossier["articles"]}
    cited = [row for t in tables(dossier) for row in t.rows if "char_start" in row]
    assert len(cited) > 15
    assert all(texts[r["article"]][r["char_start"] : r["char_end"]] == r["text"] for r in cited)


def test_the_figures_table(dossier: Data) -> None:
    rows = table(dossier, "figures").rows
    assert [(r["value"], r["modifier"], r["kind"], r["text"]) for r in rows] == [
        (140.0, "about", "report", "about 140 people"),
        (142.0, None, "report", "142 people"),
        (142.0, None, "teaser", "142 people"),
    ]


def test_the_checks_table_has_the_value_of_each_passage(dossier: Data) -> None:
    rows = table(dossier, "checks").rows
    assert [(r["check"], r["side"], r["value"], r["article"], r["text"]) for r in rows] == [
        ("k1", 1, "140 people", "a-1", "The ferry carried about 140 people."),
        ("k1", 2, "142 people", "a-2", "The ferry carried 142 people."),
        ("k1", 2, "142 people", "a-1", "Ferry held 142 people"),
    ]
    assert {(r["kind"], r["holder_name"]) for r in rows} == {("figure", None), ("figure", "Sorokina")}
    del dossier["checks"]
    assert table(dossier, "checks").rows == []


def test_the_differences_and_coverage_tables(dossier: Data) -> None:
    (row,) = table(dossier, "differences").rows
    assert row == {"utterance": "u1", "quote_a": "q1", "quote_b": "q2", "words_a": "must", "words_b": "should"}
    states = [(r["statement"], r["article"], r["state"]) for r in table(dossier, "coverage").rows]
    assert states == [("s1", "a-1", "present"), ("s1", "a-2", "present")]


def test_an_unknown_table_names_the_known_ones(dossier: Data) -> None:
    with pytest.raises(UsageError, match="no table 'people': use one of articles, actors, quotes"):
        table(dossier, "people")


def test_csv_follows_rfc_4180(dossier: Data, tmp_path: Path) -> None:
    dossier["statements"][0]["gist"] = 'a "quoted", gist\nover two lines'
    paths = export(dossier, "csv", tmp_path / "out")
    assert [p.name for p in paths] == [f"{name}.csv" for name in TABLES]
    for path, t in zip(paths, tables(dossier), strict=True):
        raw = path.read_bytes()
        assert raw.endswith(b"\r\n")
        rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))
        assert list(rows[0]) == [c.name for c in t.columns]
        assert len(rows) == len(t.rows)
    with (tmp_path / "out" / "statements.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert first["gist"] == 'a "quoted", gist\nover two lines'


def test_csv_cells(dossier: Data) -> None:
    lines = csv_text(table(dossier, "figures")).split("\r\n")
    assert lines[1].startswith(
        "f1,people carried,,compatible,about 140 allows 142,140,140,140,about,people,report,,,a-1"
    )
    assert ",false,true," in csv_text(table(dossier, "articles"))


def test_parquet_keeps_rows_types_and_what_columns_say(dossier: Data, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'rashomon[tables]'")
    export(dossier, "parquet", tmp_path / "out")
    for t in tables(dossier):
        read = parquet.read_table(tmp_path / "out" / f"{t.name}.parquet")
        assert read.to_pylist() == t.rows
        assert [read.schema.field(c.name).metadata[b"description"].decode() for c in t.columns] == [
            c.says for c in t.columns
        ]


def test_data_frames(dossier: Data) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("polars", reason="polars is not installed")
    t = table(dossier, "figures")
    frame = to_pandas(t)
    assert list(frame.columns) == [c.name for c in t.columns]
    assert frame["value"].tolist() == [140.0, 142.0, 142.0]
    assert str(frame["char_start"].dtype) == "Int64"
    assert to_polars(t).to_dicts() == t.rows
    for each in tables(dossier):
        assert len(to_pandas(each._replace(rows=[]))) == 0
        assert to_polars(each._replace(rows=[])).columns == [c.name for c in each.columns]


@pytest.mark.parametrize(
    ("package", "make", "extra"),
    [("pyarrow", to_arrow, "tables"), ("pandas", to_pandas, "pandas"), ("polars", to_polars, "polars")],
)
def test_a_missing_package_is_named(
    dossier: Data, monkeypatch: pytest.MonkeyPatch, package: str, make: Any, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'rashomon\[{extra}\]'"):
        make(table(dossier, "unread"))


def test_places_that_cannot_be_written(dossier: Data, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="written as a folder"):
        export(dossier, "csv", tmp_path / "file")
    with pytest.raises(UsageError, match="is one file"):
        export(dossier, "ninjs", tmp_path)
    with pytest.raises(UsageError, match="cannot export to 'xml'"):
        export(dossier, "xml", tmp_path / "x")
    with pytest.raises(UsageError, match="cannot make this folder"):
        export(dossier, "csv", tmp_path / "file" / "deeper")
