"""A table of a dossier as an Arrow table or a data frame; the packages are optional and imported only here."""

from __future__ import annotations

from typing import Any

from rashomon.errors import MissingExtra
from rashomon.export.tables import Table

PANDAS = {"text": "string", "int": "Int64", "float": "Float64", "bool": "boolean"}


def to_arrow(table: Table) -> Any:
    """`table` as `pyarrow.Table`; what columns say is kept in the metadata of the fields."""
    try:
        import pyarrow
    except ImportError:
        raise MissingExtra("Parquet", "tables") from None
    types = {"text": pyarrow.string(), "int": pyarrow.int64(), "float": pyarrow.float64(), "bool": pyarrow.bool_()}
    schema = pyarrow.schema(
        [pyarrow.field(c.name, types[c.type], metadata={"description": c.says}) for c in table.columns]
    )
    return pyarrow.Table.from_pylist(table.rows, schema=schema)


def to_pandas(table: Table) -> Any:
    """`table` as `pandas.DataFrame` with nullable types."""
    try:
        import pandas
    except ImportError:
        raise MissingExtra("to_pandas()", "pandas") from None
    columns = {c.name: pandas.array([r[c.name] for r in table.rows], dtype=PANDAS[c.type]) for c in table.columns}
    return pandas.DataFrame(columns)


def to_polars(table: Table) -> Any:
    """`table` as `polars.DataFrame`."""
    try:
        import polars
    except ImportError:
        raise MissingExtra("to_polars()", "polars") from None
    types = {"text": polars.String, "int": polars.Int64, "float": polars.Float64, "bool": polars.Boolean}
    schema = {c.name: types[c.type] for c in table.columns}
    return polars.DataFrame([[r[c.name] for c in table.columns] for r in table.rows], schema=schema, orient="row")
