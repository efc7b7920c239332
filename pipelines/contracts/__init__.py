"""What each table holds: the only place where a column has type, unit and description.

Belongs here: pandera models, one per table, and their registry.
Does not belong here: anything that reads, writes or computes rows.
"""

from pipelines.contracts.columns import Column, Contract
from pipelines.contracts.registry import ContractError, contracts, validate_rows

__all__ = ["Column", "Contract", "ContractError", "contracts", "validate_rows"]
