"""Lets `python -m summitry` do what `summitry` does."""

from summitry.cli import main

main()
