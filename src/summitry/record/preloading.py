"""Loads the models. Imported in one place only: the server from which coding processes are forked.

That server (`forkserver` of `multiprocessing`) is a fresh process without threads or open records; what it has loaded,
its children share, so that a further worker costs some ten megabytes and starts at once.
"""

from __future__ import annotations

import gc
import os

__all__: list[str] = []


def _load() -> None:
    for library in ("OMP", "OPENBLAS", "BLIS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")  # before they are imported: a fork takes no threads along
    from summitry.toolkits import import_spacy

    import_spacy()
    from summitry.annotation import load_annotator
    from summitry.coding.frames import load_frames

    load_annotator()
    load_frames()
    gc.freeze()  # else each child would touch, and so copy, what it shares


_load()
