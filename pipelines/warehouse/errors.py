"""Errors of the warehouse; each says what, where and what to do."""


class WarehouseError(Exception):
    """Parent of all errors of this package."""


class ModelError(WarehouseError):
    """A SQL model does not give what its contract names."""


class BuildError(WarehouseError):
    """A build cannot go on."""


class LockedError(WarehouseError):
    """Another run writes the same warehouse."""


class QueryError(WarehouseError):
    """A query is not allowed, wrong, or took too long."""
