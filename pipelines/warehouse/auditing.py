"""Check a build before anybody sees it: contracts' keys and references, sql/checks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines.contracts import Contract, contracts
from pipelines.warehouse.building import Build

SHOWN = 5
"""Failing rows kept with an outcome: enough to see the fault."""

BLOCKING = re.compile(r"(?m)^-- blocking: (yes|no)$")


@dataclass(frozen=True, slots=True)
class Check:
    """A query that returns the rows that fail; `table` is what it judges."""

    name: str
    table: str
    sql: str
    is_blocking: bool
    description: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found; `rows` are the first failing ones, as text."""

    check: Check
    failing_count: int
    rows: tuple[str, ...]


def load_checks(directory: Path) -> tuple[Check, ...]:
    """Return the checks of the contracts and of `checks/*.sql`."""
    own = (check for contract in contracts().values() for check in _contract_checks(contract))
    return (*own, *(_read_check(path) for path in sorted((directory / "checks").glob("*.sql"))))


def _contract_checks(contract: Contract) -> Iterator[Check]:
    if contract.key:
        key = ", ".join(contract.key)
        yield Check(
            f"{contract.table}_is_unique", contract.name,
            f"select {key}, count(*) as rows from {contract.name} group by {key} "
                    f"having count(*) > 1",
            True, f"No two rows share {key}.",
        )  # fmt: skip
    for column, table, other in contract.references:
        yield Check(
            f"{contract.table}_{column}_is_in_{table.replace('.', '_')}", contract.name,
            f"select a.{column} from {contract.name} as a left join {table} as b on "
                    f"a.{column} = b.{other} "
            f"where b.{other} is null and a.{column} is not null",
            True, f"Every {column} is a {other} of {table}.",
        )  # fmt: skip
    required = [c.name for c in contract.columns if not c.is_nullable]
    yield Check(
        f"{contract.table}_is_complete", contract.name,
        f"select * from {contract.name} where " + " or ".join(f"{c} is null" for c in required),
        True, "Columns that may not be NULL are not.",
    )  # fmt: skip


def _read_check(path: Path) -> Check:
    sql = path.read_text(encoding="utf-8")
    comments = [
        line.removeprefix("--").strip() for line in sql.splitlines() if line.startswith("--")
    ]
    blocking = BLOCKING.search(sql)
    table = next(c.removeprefix("table: ") for c in comments if c.startswith("table: "))
    return Check(
        path.stem, table, sql, bool(blocking and blocking.group(1) == "yes"), comments[0]
    )


def audit(build: Build, checks: tuple[Check, ...]) -> tuple[Outcome, ...]:
    """Run every check whose table is there."""
    return tuple(_run(build, check) for check in checks if build.has_table(check.table))


def _run(build: Build, check: Check) -> Outcome:
    rows = build.con.execute(check.sql).fetchall()
    return Outcome(check, len(rows), tuple(str(row)[:300] for row in rows[:SHOWN]))
