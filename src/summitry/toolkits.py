"""Libraries without those parts of theirs that take long to import and are never called here."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType, ModuleType
from typing import Any, NoReturn

__all__ = ["UNUSED", "import_minhash", "import_spacy"]

UNUSED = ("cupy", "torch")
"""What spaCy's library of layers, thinc, imports where it is installed; the models of summitry never call them."""
_COMMANDS: Mapping[str, Sequence[str]] = MappingProxyType({"spacy.cli": (), "spacy.cli.info": ("info",)})
"""spaCy's command line, which it imports with itself for one function that prints versions."""
_TUNING: Mapping[str, Sequence[str]] = MappingProxyType({"scipy.integrate": ("quad",)})
"""With what datasketch chooses an index's bands and rows where they are not given; here they are."""


def import_spacy() -> None:
    """Import spaCy while PyTorch seems absent and its command line empty: they take 2 s and 0.5 GB.

    They can be imported afterwards as ever. Where one is in use already, or spaCy is, this changes nothing.
    """
    absent = [name for name in UNUSED if name not in sys.modules]
    try:
        sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None makes `import` fail (PEP 328)
        import thinc.compat  # noqa: F401
    finally:
        for name in absent:
            sys.modules.pop(name, None)
    with _standing_in(_COMMANDS):
        import spacy  # noqa: F401


def import_minhash() -> Any:
    """Return the library `datasketch`, imported without SciPy's integration: it takes a second."""
    with _standing_in(_TUNING):
        import datasketch
    return datasketch


@contextmanager
def _standing_in(modules: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Let empty modules stand for some while others are imported; what they should hold fails when called.

    Args:
        modules: their names with the names of what is imported from them. One that is in use already stays.
    """
    absent = [name for name in modules if name not in sys.modules]
    for name in absent:
        module = ModuleType(name)
        for function in modules[name]:
            setattr(module, function, _refuse)
        sys.modules[name] = module
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)


def _refuse(*_: object, **__: object) -> NoReturn:
    raise NotImplementedError("summitry imports this library without this function")
