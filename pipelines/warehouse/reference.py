"""Reference data: the CSV files of `seeds/reference/`, one table a file."""

import csv
from pathlib import Path


def read_reference(directory: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of every CSV file by the file's stem, cells as text."""
    tables: dict[str, list[dict[str, str]]] = {}
    for path in sorted(directory.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables
