"""How a column is declared: type, codes, range, unit, description."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandera.polars as pa
import polars as pl

EVIDENCE = pl.Struct({"char_start": pl.Int64, "char_end": pl.Int64, "quote": pl.String})
DECIMAL = pl.Decimal(38, 9)

SQL_TYPES = {
    str(pl.String): "VARCHAR",
    str(pl.Int64): "BIGINT",
    str(pl.Float64): "DOUBLE",
    str(pl.Boolean): "BOOLEAN",
    str(pl.Date): "DATE",
    str(pl.Binary): "BLOB",
    str(pl.Datetime("us")): "TIMESTAMP",
    str(DECIMAL): "DECIMAL(38,9)",
    str(pl.List(pl.String)): "VARCHAR[]",
    str(EVIDENCE): "STRUCT(char_start BIGINT, char_end BIGINT, quote VARCHAR)",
    str(pl.List(EVIDENCE)): "STRUCT(char_start BIGINT, char_end BIGINT, quote VARCHAR)[]",
}
"""DuckDB's name of each type that a contract may use."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a contract; `codes` lists all values that it may hold."""

    name: str
    dtype: pl.DataType | type[pl.DataType]
    description: str
    is_nullable: bool = False
    codes: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def sql_type(self) -> str:
        """DuckDB's name of the type."""
        return SQL_TYPES[str(self.dtype)]

    def to_pandera(self) -> pa.Column:
        """Return the column as pandera checks it."""
        checks: list[pa.Check] = []
        if self.codes:
            checks.append(pa.Check.isin(self.codes))
        if self.least is not None:
            checks.append(pa.Check.ge(self.least))
        if self.most is not None:
            checks.append(pa.Check.le(self.most))
        return pa.Column(
            self.dtype,
            checks,
            nullable=self.is_nullable,
            description=self.description,  # pyright: ignore[reportArgumentType]
        )


@dataclass(frozen=True, slots=True)
class Contract:
    """What one table holds: `key` names its unique columns, `references` its foreign keys.

    A reference is (columns here, table, columns there).
    """

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...] = field(default=())

    @property
    def schema(self) -> str:
        """The layer: first part of the name."""
        return self.name.split(".")[0]

    @property
    def table(self) -> str:
        """The name without its layer."""
        return self.name.split(".")[1]

    def to_pandera(self) -> pa.DataFrameSchema:
        """Return the whole contract as a pandera schema for eager polars frames."""
        return pa.DataFrameSchema(
            {column.name: column.to_pandera() for column in self.columns},
            strict=True,
            ordered=True,
            unique=list(self.key) or None,
            name=self.name,
        )

    def empty(self) -> pl.DataFrame:
        """Return a frame of no rows with the contract's columns."""
        return pl.DataFrame(schema={column.name: column.dtype for column in self.columns})


def text(
    name: str, description: str, *, null: bool = False, codes: Sequence[str] = ()
) -> Column:
    """Declare a text column."""
    return Column(name, pl.String(), description, null, tuple(codes))


def whole(
    name: str, description: str, *, null: bool = False, least: float | None = 0
) -> Column:
    """Declare a whole number, not negative by default."""
    return Column(name, pl.Int64(), description, null, (), least)


def real(
    name: str,
    description: str,
    *,
    null: bool = False,
    least: float | None = None,
    most: float | None = None,
) -> Column:
    """Declare a floating-point number."""
    return Column(name, pl.Float64(), description, null, (), least, most)


def exact(name: str, description: str, *, null: bool = False) -> Column:
    """Declare an exact decimal number (nine places)."""
    return Column(name, DECIMAL, description, null)


def day(name: str, description: str, *, null: bool = True) -> Column:
    """Declare a date; ends of periods are inclusive, NULL is unknown."""
    return Column(name, pl.Date(), description, null)


def moment(name: str, description: str, *, null: bool = False) -> Column:
    """Declare a UTC time."""
    return Column(name, pl.Datetime("us"), description, null)


def flag(name: str, description: str) -> Column:
    """Declare a boolean."""
    return Column(name, pl.Boolean(), description)


def binary(name: str, description: str) -> Column:
    """Declare bytes."""
    return Column(name, pl.Binary(), description)


def texts(name: str, description: str) -> Column:
    """Declare a list of texts."""
    return Column(name, pl.List(pl.String()), description)


def evidence(name: str, description: str) -> Column:
    """Declare one quote with its half-open offsets."""
    return Column(name, EVIDENCE, description)


def evidences(name: str, description: str) -> Column:
    """Declare a list of quotes with their half-open offsets."""
    return Column(name, pl.List(EVIDENCE), description)
