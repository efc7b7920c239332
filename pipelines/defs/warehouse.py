"""Every table as an asset of one step, which publishes at its end or not at all.

One step, because a selection must also end published whole: a separate publication
asset would not run for it, and a resource's teardown cannot fail a run.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import dagster as dg
from pydantic import Field

from pipelines.articles.reading import Given, parse_day
from pipelines.contracts import Contract, contracts
from pipelines.paths import default_warehouse, inbox, project_root, seed_articles, sql_models
from pipelines.refresh.loading import Request
from pipelines.refresh.run import AuditError, Summary, refresh
from pipelines.settings import read_settings
from pipelines.warehouse.auditing import Check, Outcome, load_checks
from pipelines.warehouse.lineage import column_lineage
from pipelines.warehouse.models import SqlModel, load_models

OWNERS = ["team:wirehouse"]
PYTHON_LAYERS = ("raw", "extracted", "reference", "meta")
KINDS = {
    "raw": "python",
    "extracted": "spacy",
    "reference": "csv",
    "meta": "python",
    "main": "sql",
    "marts": "sql",
}


class RefreshConfig(dg.Config):
    """What a run reads and writes; relative paths start at the project's root."""

    paths: list[str] = Field(default_factory=list)
    warehouse: str = ""
    reader: str = ""
    published_on: str = ""
    outlet: str = ""


def to_key(name: str) -> dg.AssetKey:
    """Return the asset key of a table: layer and table."""
    return dg.AssetKey(name.split("."))


def to_name(key: dg.AssetKey) -> str:
    """Return the table of an asset key."""
    return ".".join(key.path)


def make_specs(models: Sequence[SqlModel]) -> list[dg.AssetSpec]:
    """Return one asset spec for each contract."""
    lineage = {model.name: model for model in models}
    edges = column_lineage(models).to_dicts()
    return [
        _make_spec(contract, lineage.get(contract.name), edges)
        for contract in contracts().values()
    ]


def _make_spec(
    contract: Contract, model: SqlModel | None, edges: list[dict[str, str]]
) -> dg.AssetSpec:
    columns = [
        dg.TableColumn(
            c.name, c.sql_type, c.description, dg.TableColumnConstraints(nullable=c.is_nullable)
        )
        for c in contract.columns
    ]
    metadata: dict[str, object] = {"dagster/column_schema": dg.TableSchema(columns)}
    if model:
        metadata["dagster/column_lineage"] = _lineage(contract, edges)
    description = f"{contract.grain[0].upper()}{contract.grain[1:]}."
    if model and model.comment:
        description += f"\n\n{model.comment}"
    return dg.AssetSpec(
        to_key(contract.name),
        deps=[to_key(name) for name in _upstream(contract, model)],
        group_name=contract.schema,
        kinds={KINDS[contract.schema], "duckdb"},
        description=description,
        owners=OWNERS,
        metadata=metadata,
        skippable=False,
    )


def _lineage(contract: Contract, edges: list[dict[str, str]]) -> dg.TableColumnLineage:
    deps: dict[str, list[dg.TableColumnDep]] = {}
    for edge in edges:
        if edge["table_name"] == contract.name:
            deps.setdefault(edge["column_name"], []).append(
                dg.TableColumnDep(to_key(edge["upstream_table"]), edge["upstream_column"])
            )
    return dg.TableColumnLineage(deps)


def _upstream(contract: Contract, model: SqlModel | None) -> Sequence[str]:
    """Return what a table is made from; Python tables follow the path of the text."""
    if model:
        return model.upstream
    if contract.name == "extracted.articles":
        return ("raw.documents",)
    if contract.name in ("extracted.sentences", "extracted.cutouts", "extracted.readings"):
        return ("extracted.articles",)
    if contract.schema == "extracted":
        return ("extracted.sentences",)
    if contract.name in ("meta.merges", "meta.retired_ids"):
        return (
            "extracted.event_mentions",
            "extracted.actor_mentions",
            "extracted.metric_mentions",
        )
    return ("raw.documents",) if contract.name == "meta.rejected" else ()


def make_checks(checks: Sequence[Check]) -> list[dg.AssetCheckSpec]:
    """Return the asset checks of contracts and `sql/checks`."""
    return [
        dg.AssetCheckSpec(
            check.name,
            asset=to_key(check.table),
            description=check.description,
            blocking=check.is_blocking,
        )
        for check in checks
    ]


def make_request(config: RefreshConfig, selected: frozenset[str]) -> Request:
    """Return what a run is to do; the defaults are the seeds, the inbox and data/."""
    warehouse = project_root() / config.warehouse if config.warehouse else default_warehouse()
    paths = [project_root() / path for path in config.paths]
    if not config.paths:
        paths = [seed_articles(), *([inbox(warehouse)] if inbox(warehouse).exists() else [])]
    given = (
        Given(parse_day(config.published_on), config.outlet or None)
        if config.published_on or config.outlet
        else None
    )
    reads = any(name.split(".")[0] in PYTHON_LAYERS for name in selected)
    return Request(
        warehouse=warehouse,
        paths=tuple(paths),
        reader=config.reader or read_settings().reader,
        given=given,
        reads_articles=reads,
        only_models=frozenset() if reads else selected,
    )


def make_assets(directory: Path) -> dg.AssetsDefinition:
    """Return the one definition of all tables, from the SQL models in `directory`."""
    models, checks = load_models(directory), load_checks(directory)
    specs = make_specs(models)
    order = list(
        TopologicalSorter({s.key: [d.asset_key for d in s.deps] for s in specs}).static_order()
    )

    @dg.multi_asset(
        name="refresh_warehouse",
        specs=specs,
        check_specs=make_checks(checks),
        can_subset=True,
    )
    def refresh_warehouse(
        context: dg.AssetExecutionContext, config: RefreshConfig
    ) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
        selected = frozenset(to_name(key) for key in context.selected_asset_keys)
        wanted = {
            (to_name(key.asset_key), key.name) for key in context.selected_asset_check_keys
        }
        try:
            summary = refresh(
                make_request(config, selected),
                context.run.run_id,
                datetime.now(UTC),
                say=context.log.info,
            )
        except AuditError as error:
            yield from _check_results(error.outcomes, wanted)
            raise dg.Failure(str(error)) from error
        for warning in summary.warnings:
            context.log.warning(warning)
        yield from _check_results(summary.outcomes, wanted)
        yield from (_result(to_name(key), summary) for key in order if to_name(key) in selected)

    return refresh_warehouse


def _result(name: str, summary: Summary) -> "dg.MaterializeResult[Any]":
    return dg.MaterializeResult(
        asset_key=to_key(name),
        metadata={
            "dagster/row_count": summary.row_counts.get(name, 0),
            "sample": dg.MetadataValue.md(summary.samples.get(name, "")),
            "generation": summary.generation.name,
        },
    )


def _check_results(
    outcomes: Sequence[Outcome], wanted: set[tuple[str, str]]
) -> Iterator[dg.AssetCheckResult]:
    for outcome in outcomes:
        if (outcome.check.table, outcome.check.name) in wanted:
            yield dg.AssetCheckResult(
                check_name=outcome.check.name,
                asset_key=to_key(outcome.check.table),
                passed=not outcome.failing_count,
                severity=dg.AssetCheckSeverity.ERROR
                if outcome.check.is_blocking
                else dg.AssetCheckSeverity.WARN,
                metadata={
                    "failing_count": outcome.failing_count,
                    "failing_rows": "\n".join(outcome.rows),
                },
            )


def assets() -> dg.AssetsDefinition:
    """Return the assets of this project."""
    return make_assets(sql_models())
