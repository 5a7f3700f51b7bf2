"""Reference records shipped in the package: hand-compiled chronologies, opened as any record is."""

from summitry.record.reference.opening import open_reference, reference_names

__all__ = ["open_reference", "reference_names"]
