"""Analyst questions that come with the project: one file, one question, one select."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pipelines.warehouse.errors import WarehouseError


class ExampleError(WarehouseError):
    """There is no example of that name."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question in plain English and the select that answers it."""

    name: str
    question: str
    sql: str


def load_examples(directory: Path) -> tuple[Example, ...]:
    """Read `examples/*.sql` under `directory`, in order of their names."""
    return tuple(map(_read_example, sorted((directory / "examples").glob("*.sql"))))


def find_example(examples: tuple[Example, ...], name: str) -> Example:
    """Return the example called `name`; raises ExampleError with the names nearest to it."""
    for example in examples:
        if example.name == name:
            return example
    names = [example.name for example in examples]
    near = get_close_matches(name, names, 3, 0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "`wirehouse examples` lists them"
    raise ExampleError(f"no example {name}; {hint}")


def _read_example(path: Path) -> Example:
    question, _, sql = path.read_text(encoding="utf-8").partition("\n")
    return Example(path.stem, question.removeprefix("--").strip(), sql)
