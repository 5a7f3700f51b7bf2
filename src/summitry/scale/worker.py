"""What one worker does: raw documents in, a committed part out."""

from __future__ import annotations

from collections.abc import Callable

from summitry.limits import Limits
from summitry.model import CodedDocument, Document
from summitry.reading.sources import Skipped
from summitry.record import Coder, SkippedInput
from summitry.record.workers import CoderFailure, code_each, load_bundled_coder
from summitry.scale.batches import Batch
from summitry.scale.inputs import document_of
from summitry.scale.parts import CodedParts, Tally, pack_part
from summitry.scale.storage import Folder

__all__ = ["PartWorker"]


class PartWorker:
    """Codes batches, on whatever machine it is started. The models are loaded once.

    Args:
        load: gives the coder, `None` for the bundled one.
        output: address of the folder of parts, which all machines must reach.
        limits: what one document may cost.
    """

    def __init__(self, load: Callable[[], Coder] | None, output: str, limits: Limits) -> None:
        self._coder = (load or load_bundled_coder)()
        self._parts = CodedParts(Folder(output))
        self._limits = limits

    def ready(self) -> str:
        """Return the name of the coder, once it is loaded."""
        return self._coder.name

    def code(self, batch: Batch) -> Tally:
        """Read, code and commit a batch; done twice, it leaves the same part.

        Raises:
            SummitryError: the part cannot be written.
        """
        read = [document_of(raw, batch.source, self._limits) for raw in batch.documents]
        skipped = [SkippedInput(item.source, item.code, item.reason) for item in read if isinstance(item, Skipped)]
        coded: list[CodedDocument] = []
        documents = [item for item in read if isinstance(item, Document)]
        for document, made in zip(documents, code_each(self._coder, documents), strict=True):
            if isinstance(made, CoderFailure):
                skipped.append(SkippedInput(document.address.source, "coder-failed", made.reason))
            else:
                coded.append(made)
        self._parts.commit(batch.digest, pack_part(coded, skipped))
        return Tally(len(coded), sum(len(made.events) for made in coded), len(skipped))
