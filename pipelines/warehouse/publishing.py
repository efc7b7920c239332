"""Publish a build whole or not at all: one writer, named generations, a symlink that swaps."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pipelines.warehouse.building import PUBLISHED
from pipelines.warehouse.errors import LockedError, WarehouseError

KEPT_GENERATIONS = 5
LOCK = ".lock"


@contextmanager
def writer_lock(warehouse: Path, holder: str) -> Generator[None]:
    """Hold the right to write `warehouse`; builds that a dead run left are removed.

    Raises LockedError naming the run that holds it.
    """
    warehouse.mkdir(parents=True, exist_ok=True)
    with (warehouse / LOCK).open("a+", encoding="utf-8") as file:
        if not _lock(file.fileno()):
            file.seek(0)
            raise LockedError(
                f"{warehouse}: another run is writing "
                f"({file.read().strip() or 'unknown'}); wait until it ends"
            )
        file.truncate(0)
        file.write(f"{holder}, process {os.getpid()}")
        file.flush()
        for left in (warehouse / "build").glob("*.duckdb*"):
            left.unlink()
        yield


def _lock(descriptor: int) -> bool:
    """Take an exclusive lock that dies with the process."""
    try:
        import fcntl
    except ImportError:  # Windows has no fcntl; one byte is locked there
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # pyright: ignore[reportAttributeAccessIssue]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def publish(warehouse: Path, build: Path, name: str) -> Path:
    """Move a closed build to `generations/<name>.duckdb` and point the symlink at it."""
    left = build.with_suffix(".duckdb.wal")
    if left.exists():
        raise WarehouseError(f"{left}: the build was not closed; run it again")
    target = warehouse / "generations" / f"{name}.duckdb"
    target.parent.mkdir(exist_ok=True)
    _sync(build)
    build.chmod(0o444)
    build.rename(target)
    _sync(target.parent)
    _point(warehouse, target)
    _prune(warehouse)
    return target


def _point(warehouse: Path, target: Path) -> None:
    link = warehouse / f"{PUBLISHED}.new"
    link.unlink(missing_ok=True)
    link.symlink_to(target.relative_to(warehouse))
    link.replace(warehouse / PUBLISHED)
    _sync(warehouse)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _prune(warehouse: Path) -> None:
    """Remove old generations; the one that is published is always kept."""
    current = (warehouse / PUBLISHED).resolve()
    for path in generations(warehouse)[:-KEPT_GENERATIONS]:
        if path.resolve() != current:
            path.unlink()


def name_generation(run_id: str, published_at: datetime) -> str:
    """Return the name of a generation: UTC time and run."""
    return f"{published_at.astimezone(UTC):%Y%m%dT%H%M%S%fZ}-{run_id[:8]}"


def generations(warehouse: Path) -> tuple[Path, ...]:
    """Return the published files that are kept, oldest first."""
    return tuple(sorted((warehouse / "generations").glob("*.duckdb")))


def current_generation(warehouse: Path) -> Path | None:
    """Return the file that is published now, None before the first build."""
    link = warehouse / PUBLISHED
    return link.resolve() if link.exists() else None


def rollback(warehouse: Path, name: str | None = None) -> Path:
    """Point the published name at an older generation: `name`, or the one before.

    Raises WarehouseError where there is no such generation.
    """
    kept = generations(warehouse)
    if name is None:
        current = current_generation(warehouse)
        older = [path for path in kept if current and path.name < current.name]
        chosen = older[-1] if older else None
    else:
        chosen = next((path for path in kept if name in (path.name, path.stem)), None)
    if chosen is None:
        names = ", ".join(path.stem for path in kept) or "none"
        raise WarehouseError(
            f"{warehouse}: no generation {name or 'before this one'}; kept: {names}"
        )
    with writer_lock(warehouse, "rollback"):
        _point(warehouse, chosen)
    return chosen
