"""Processes that code: the bundled coder's models are loaded once and shared."""

from __future__ import annotations

import os
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from record.fakes import load_fake_coder, make_document
from summitry.model import CodedDocument
from summitry.record.workers import CodingPool, load_bundled_coder, open_coding

pytestmark = pytest.mark.slow

TEXT = "China and North Korea held talks in Beijing on 20 June 2019."


def parent_of_worker(coding: Any) -> int:
    """Return the parent of one of a pool's processes."""
    number = next(iter(coding._pool._processes))
    return int(Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell who started a process")
@pytest.mark.parametrize("load", [None, load_fake_coder])
def test_only_the_bundled_coder_is_forked_from_a_server(load: Any) -> None:
    coding = open_coding(load, 2)
    try:
        assert isinstance(coding, CodingPool)
        coded: Future[Any] = coding.submit([make_document(TEXT)])
        [made] = coded.result()
        assert isinstance(made, CodedDocument)
        assert (parent_of_worker(coding) == os.getpid()) == (load is not None)
    finally:
        coding.close()


def test_a_process_makes_what_this_one_makes() -> None:
    document = make_document(TEXT, published="2019-06-21")
    coding = open_coding(None, 2)
    try:
        assert coding.submit([document]).result() == list(load_bundled_coder().code([document]))
    finally:
        coding.close()
