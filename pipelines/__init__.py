"""Wirehouse: news articles in, a SQL warehouse out."""
