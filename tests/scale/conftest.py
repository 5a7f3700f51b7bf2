"""A worker without a cluster."""

from __future__ import annotations

from pathlib import Path

import pytest

from record.fakes import FakeCoder
from scale.helpers import CodeHere
from summitry.limits import Limits
from summitry.scale.parts import CodedParts, Tally
from summitry.scale.pool import Failed
from summitry.scale.run import ScaleSummary, _Run
from summitry.scale.storage import Folder, find_files
from summitry.scale.worker import PartWorker


@pytest.fixture
def code_here(tmp_path: Path) -> CodeHere:
    """Code in this process as a run would on a cluster; `die_after` parts it stops, before or after they are told."""

    def code(*inputs: Path, coder: FakeCoder | None = None, die_after: int | None = None) -> ScaleSummary:
        fake = coder or FakeCoder()
        output = str(tmp_path / "coded")
        worker = PartWorker(lambda: fake, output, Limits())
        parts = CodedParts(Folder(output))
        summary = ScaleSummary()
        run = _Run(parts, fake.name, Limits(), summary, parts.done(), parts.written())
        for batch in run.batches(find_files([str(path) for path in inputs])):
            made: Tally | Failed = worker.code(batch)
            if die_after is not None and summary.parts >= die_after:
                break  # it was written, but nobody was told
            run.take(batch, made)
        return summary

    return code
