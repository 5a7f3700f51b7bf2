"""Libraries without what is not needed of them."""

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


def test_what_is_left_out_can_be_imported_afterwards() -> None:
    code = (
        "import sys; from summitry.toolkits import import_minhash, import_spacy; import_spacy(); import_minhash(); "
        "print({'spacy.cli', 'scipy.integrate', 'weasel'} & set(sys.modules)); "
        "from spacy.cli.info import info; from scipy.integrate import quad; print(quad(abs, -1, 1)[0], info.__module__)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["set()", "1.0", "spacy.cli.info"]


def test_what_stands_in_says_so_when_it_is_called() -> None:
    code = "from summitry.toolkits import import_minhash as get; get().MinHashLSH(threshold=0.5)"
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert run.returncode
    assert "summitry imports this library without this function" in run.stderr
