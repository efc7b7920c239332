"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Warehouse = Annotated[
    Path | None,
    typer.Option(
        "--warehouse", metavar="DIR", help="Folder of the warehouse (default: data/)."
    ),
]
