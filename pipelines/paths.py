"""Where things lie: functions of the project's root, nothing looked up at import."""

from pathlib import Path


def project_root() -> Path:
    """Return the folder that holds pyproject.toml, whatever the current folder is."""
    return Path(__file__).resolve().parent.parent


def seed_articles() -> Path:
    """Return the folder of the articles that the project starts from."""
    return project_root() / "seeds" / "articles"


def reference_tables() -> Path:
    """Return the folder of the reference CSV files."""
    return project_root() / "seeds" / "reference"


def model_weights() -> Path:
    """Return the folder of the trained reader's files."""
    return project_root() / "seeds" / "model"


def sql_models() -> Path:
    """Return the folder of SQL models, checks and examples."""
    return project_root() / "sql"


def default_warehouse() -> Path:
    """Return the warehouse that the UI, the schedule and the sensor write."""
    return project_root() / "data"


def inbox(warehouse: Path) -> Path:
    """Return the folder whose new files the sensor reads."""
    return warehouse / "inbox"


def name_source(path: Path) -> str:
    """Return the URI of a file: relative to the project where it lies inside, else absolute."""
    resolved = path.resolve()
    root = project_root()
    return (
        resolved.relative_to(root) if resolved.is_relative_to(root) else resolved
    ).as_posix()


def gold_sets() -> dict[str, tuple[Path, Path]]:
    """Return the labelled sets by name: folder of labels, folder of texts."""
    development = project_root().parent / "shared" / "gold" / "dev"
    return {
        "five_articles": (project_root() / "tests" / "gold", seed_articles()),
        "development": (development / "labels", development / "articles"),
    }


def quality() -> Path:
    """Return the record of measured quality."""
    return project_root() / "quality.json"


def floors() -> Path:
    """Return the scores below which a test fails."""
    return project_root() / "tests" / "evaluation" / "floors.json"
