"""A cluster that loses a machine half-way: nothing is lost, nothing is there twice."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from record import fakes
from record.fakes import FakeCoder
from scale.helpers import write_lines
from summitry.model import CodedDocument, Document
from summitry.scale import ScaleSummary, code_at_scale, open_parts

pytestmark = pytest.mark.slow

BATCHES, LAST = 12, 64 * 12


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Two simulated machines of one CPU each."""
    ray = pytest.importorskip("ray", reason="coding at scale needs the extra [scale]")
    from ray.cluster_utils import Cluster

    for module in (fakes, sys.modules[__name__]):  # the workers know nothing of the tests
        ray.cloudpickle.register_pickle_by_value(module)
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.second = made.add_node(num_cpus=1)
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


def load_slow_coder() -> Any:
    """Return the small coder, slow enough to be caught at work; it names its machine in place of its version."""
    import ray  # on the worker's machine

    node = ray.get_runtime_context().get_node_id()

    class SlowCoder(FakeCoder):
        @property
        def name(self) -> str:
            return f"fake on {node}"

        def code(self, documents: Iterable[Document]) -> Iterator[CodedDocument]:
            for coded in super().code(documents):
                time.sleep(0.01)
                yield coded

    return SlowCoder()


def test_a_machine_dies_half_way(tmp_path: Path, cluster: Any) -> None:
    inputs = [
        write_lines(tmp_path / f"{name}.jsonl", range(start, start + 64 * 6))
        for name, start in (("a", 0), ("b", 64 * 6))
    ]

    def kill_one(summary: ScaleSummary) -> None:
        if summary.parts == BATCHES // 2:
            cluster.remove_node(cluster.second, allow_graceful=False)

    summary = code_at_scale(
        [str(path) for path in inputs],
        str(tmp_path / "coded"),
        workers=2,
        load_coder=load_slow_coder,
        coder="fake",
        report=kill_one,
    )
    found = [each for each in open_parts(str(tmp_path / "coded")).read("fake") if isinstance(each, CodedDocument)]
    assert (summary.parts, summary.files, summary.problems) == (BATCHES, 2, [])
    assert Counter(each.document.id for each in found) == Counter(f"n{number}" for number in range(LAST))
    assert len({each.coder for each in found}) == 2  # both machines had part in it
