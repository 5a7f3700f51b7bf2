"""Claims against incidents: verdicts with the incidents that decide them, the arithmetic, the rule and the coverage."""

from summitry.checking.checker import check_claims, told_once
from summitry.checking.source import IncidentSource, TableSource

__all__ = ["IncidentSource", "TableSource", "check_claims", "told_once"]
