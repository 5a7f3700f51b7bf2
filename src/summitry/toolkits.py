"""spaCy without what it does not need here: the deep-learning toolkits that happen to be installed beside it."""

from __future__ import annotations

import sys

__all__ = ["UNUSED", "import_spacy"]

UNUSED = ("cupy", "torch")
"""What spaCy's library of layers, thinc, imports where it is installed; the models of summitry never call them."""


def import_spacy() -> None:
    """Import the start of spaCy while the toolkits seem absent: PyTorch alone takes 1.5 s and 0.5 GB.

    They can be imported afterwards as ever. Where one is in use already, or spaCy is, this changes nothing.
    """
    absent = [name for name in UNUSED if name not in sys.modules]
    try:
        sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None makes `import` fail (PEP 328)
        import thinc.compat  # noqa: F401
    finally:
        for name in absent:
            sys.modules.pop(name, None)
