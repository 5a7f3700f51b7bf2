"""spaCy without the toolkits it does not need."""

import subprocess
import sys

import pytest

COUNT = (
    "import sys; from summitry.toolkits import import_spacy; import_spacy(); import spacy; import thinc.compat as c; "
    "print(c.has_torch, 'torch' in sys.modules)"
)


def test_torch_is_left_out_and_not_in_the_way_afterwards() -> None:
    pytest.importorskip("torch", reason="PyTorch is not installed: nothing to leave out")
    run = subprocess.run([sys.executable, "-c", COUNT], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["False", "False"]
    after = COUNT + "; import torch; print(torch.ones(2).sum().item())"
    run = subprocess.run([sys.executable, "-c", after], check=True, capture_output=True, text=True)
    assert run.stdout.split()[-1] == "2.0"


def test_a_toolkit_in_use_stays() -> None:
    pytest.importorskip("torch", reason="PyTorch is not installed: nothing to leave out")
    run = subprocess.run([sys.executable, "-c", f"import torch; {COUNT}"], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["True", "True"]
