"""Reads articles and builds a sourced record of diplomacy."""

__version__ = "0.1.0"
