"""`make evaluate`: measure on every gold at hand and write `quality.json`."""

import argparse

from pipelines.cli.evaluating import print_measurement
from pipelines.evaluation.measuring import measure
from pipelines.evaluation.quality import describe, raise_floor, read_record, write_record
from pipelines.paths import floors, gold_sets, quality


def main() -> None:
    """Print and record the scores of each set; `--raise-floors` lifts the floors to them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reader", default="trained", choices=("trained", "rules"))
    options.add_argument("--raise-floors", action="store_true")
    chosen = options.parse_args()
    record, floor = read_record(quality()), read_record(floors())
    for name, (gold, texts) in gold_sets().items():
        if not gold.is_dir():
            print(f"{name}: skipped, there is no {gold}")
            continue
        print(f"== {name}")
        found = measure(gold, texts, chosen.reader)
        print_measurement(found)
        record.setdefault(name, {})[chosen.reader] = describe(found, gold)
        if chosen.raise_floors and chosen.reader == "trained":
            floor[name] = raise_floor(record[name][chosen.reader], floor.get(name))
    write_record(quality(), record)
    if chosen.raise_floors:
        write_record(floors(), floor)


if __name__ == "__main__":
    main()
