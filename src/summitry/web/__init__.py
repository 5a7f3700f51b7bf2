"""The desk: pages on a record, where it is read, checked and corrected, and an API at the same addresses."""

from summitry.web.app import make_app
from summitry.web.options import Options

__all__ = ["Options", "make_app"]
