"""ONE RUN: carries articles through extraction and linking into the tables of a build.

Belongs here: the order of the steps, caches, the translation of records into frames.
Does not belong here: Dagster (`defs`), SQL (`warehouse`), any decision about a fact.
"""
