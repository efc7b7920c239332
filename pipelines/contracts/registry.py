"""All contracts by table name, and rows judged by them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import polars as pl
from pandera.errors import SchemaErrors

from pipelines.contracts import extracted, main, marts, meta
from pipelines.contracts.columns import Contract


class ContractError(Exception):
    """A table breaks its contract as a whole; names table and every fault."""


@cache
def contracts() -> Mapping[str, Contract]:
    """Return every contract by table name, e.g. `main.events`."""
    every = (*extracted.CONTRACTS, *main.CONTRACTS, *marts.CONTRACTS, *meta.CONTRACTS)
    return MappingProxyType({contract.name: contract for contract in every})


def validate_rows(name: str, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[tuple[int, str]]]:
    """Return the rows that keep the contract, and (row number, reason) of those that do not.

    Raises ContractError where the fault is no single row's: columns or types.
    """
    contract = contracts()[name]
    expected = {column.name: column.dtype for column in contract.columns}
    if list(frame.schema.items()) != list(expected.items()):
        faults = [
            f"{column}: expected {expected.get(column)}, found {frame.schema.get(column)}"
            for column in sorted({*expected, *frame.columns})
            if expected.get(column) != frame.schema.get(column)
        ]
        raise ContractError(f"{name}: " + "; ".join(faults or ["columns out of order"]))
    try:
        contract.to_pandera().validate(frame, lazy=True)
    except SchemaErrors as errors:
        return _quarantine(contract, frame, errors)
    return frame, []


def _quarantine(
    contract: Contract, frame: pl.DataFrame, errors: SchemaErrors
) -> tuple[pl.DataFrame, list[tuple[int, str]]]:
    """Split off the rows that pandera names."""
    cases = errors.failure_cases
    bad: dict[int, str] = {}
    for case in cases.iter_rows(named=True):
        repeated = str(case["check"]).startswith("multiple_fields")
        if case["index"] is not None and not repeated:
            bad.setdefault(
                int(case["index"]),
                f"{case['column']}: {case['check']}, found {case['failure_case']!r}",
            )
    if contract.key:
        repeats = frame.with_row_index().filter(~pl.struct(contract.key).is_first_distinct())
        for number in repeats["index"].to_list():
            bad.setdefault(int(number), f"{', '.join(contract.key)}: stands in an earlier row")
    if not bad:
        raise ContractError(f"{contract.name}: {cases.head(5)}")
    kept = frame.with_row_index("row_").filter(~pl.col("row_").is_in(list(bad))).drop("row_")
    return kept, sorted(bad.items())
