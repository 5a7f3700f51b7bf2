"""Libraries without what is not needed of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOAD = (
    "import sys; from summitry.toolkits import import_spacy; import_spacy(); import spacy; "
    "print('torch' in sys.modules)"
)


@pytest.fixture
def _torch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PyTorch that says when thinc looks into it and has nothing there, before any other."""
    utils = tmp_path / "torch" / "utils"
    utils.mkdir(parents=True)
    (tmp_path / "torch" / "__init__.py").write_text("ones = 'ones'\n")
    (utils / "__init__.py").write_text("print('looked into')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)


def said(program: str) -> list[str]:
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return run.stdout.splitlines()


@pytest.mark.usefixtures("_torch")
def test_torch_is_left_out_and_not_in_the_way_afterwards() -> None:
    assert said(f"{LOAD}; import torch; print(torch.ones)") == ["False", "ones"]


@pytest.mark.usefixtures("_torch")
def test_a_toolkit_in_use_stays() -> None:
    assert said(f"import torch; {LOAD}") == ["looked into", "True"]


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
