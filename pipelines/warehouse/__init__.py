"""DuckDB and sqlglot: SQL models, lineage, build, audit, publish, guarded read.

Belongs here: all that touches the database file or understands SQL.
Does not belong here: Dagster, reading of articles, extraction, linking.
"""
