"""FACTS OUT: pure functions, one article in, frozen mentions out.

Belongs here: everything that decides what an article says.
Does not belong here: files, tables, Dagster, DuckDB, pandera, polars, other articles.
"""
