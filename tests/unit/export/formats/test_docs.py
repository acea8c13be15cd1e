from __future__ import annotations

from pathlib import Path

from rashomon.export.formats import FORMATS
from rashomon.export.tables import TABLES

PAGE = (Path(__file__).parents[4] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_table_and_column_is_documented() -> None:
    assert all(f"| `{to}` |" in PAGE for to in FORMATS)
    parts = dict(part.split("`", 1) for part in PAGE.split("### `")[1:])
    assert list(parts) == list(TABLES)
    for name, (columns, _) in TABLES.items():
        rows = [line for line in parts[name].splitlines() if line.startswith("| `")]
        assert rows == [f"| `{c.name}` | {c.type} | {c.says} |" for c in columns]
