"""Measurements as scripts: each prints a table, none asserts a time."""
