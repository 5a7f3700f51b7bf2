"""A desk in this process for most tests, a served one and a browser for those that look at it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fastapi", reason="the desk's packages are not installed: summitry[web]")
pytest.importorskip("uvicorn", reason="the desk's packages are not installed: summitry[web]")

import uvicorn
from fastapi.testclient import TestClient

from summitry.record.reference import open_reference
from summitry.web import Options, make_app
from web.records import two_reports

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = "http://127.0.0.1"
OWN = {"origin": HERE}
"""What a browser says of a form on the desk's own page."""


def client_of(options: Options) -> TestClient:
    return TestClient(make_app(options), base_url=HERE, follow_redirects=False)


@pytest.fixture
def options(tmp_path: Path) -> Options:
    return Options(record=two_reports(tmp_path / "my.sqlite"), author="ada")


@pytest.fixture
def desk(options: Options) -> Iterator[TestClient]:
    client = client_of(options)
    yield client
    client.app.state.desk.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def korea_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("korea") / "korea.sqlite"
    with open_reference("korea") as record:
        record.back_up(file)
    return file


@pytest.fixture(scope="session")
def korea(korea_file: Path) -> TestClient:
    """The shipped chronology; tests that change something take a copy of their own."""
    return client_of(Options(record=korea_file, title="korea", temporary=True))


@contextmanager
def serving(options: Options) -> Iterator[str]:
    """Serve a record on a free port; give its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(options), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started:
        assert thread.is_alive(), "the desk ended before it served"
        assert time.monotonic() < deadline, "the desk does not begin to serve"
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture
def serve() -> Iterator[Callable[[Options], str]]:
    """Return a function that serves a record until the test is over."""
    with ExitStack() as stack:
        yield lambda options: stack.enter_context(serving(options))


@pytest.fixture
def own_korea(korea_file: Path, tmp_path: Path) -> Options:
    """A copy of the chronology that a test may change."""
    file = tmp_path / "korea.sqlite"
    shutil.copy(korea_file, file)
    return replace(Options(record=file, title="korea"), author="ada")


def chromium() -> str:
    """Return the system's Chromium, `""` where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    return next((path for name in names if (path := shutil.which(name))), "")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    api: Any = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
    program = chromium()
    if not program:
        pytest.skip("no Chromium on this machine; `apt-get install chromium` lets these tests run")
    with api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield launched
        launched.close()
