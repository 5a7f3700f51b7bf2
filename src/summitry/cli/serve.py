"""`summitry serve`: the desk, a web page on a record."""

from __future__ import annotations

import getpass
import ipaddress
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AnyRecord, Reference, open_asked
from summitry.cli.output import answer, message
from summitry.cli.safety import plain
from summitry.errors import UsageError

if TYPE_CHECKING:
    from summitry.web import Options

__all__ = ["needs_web", "register", "served_file"]


def serve(
    record: AnyRecord = None,
    reference: Reference = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any that is free.")] = 8321,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen at.")] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name that the desk is called by; repeat."),
    ] = None,
    token: Annotated[
        str,
        typer.Option(metavar="TEXT", envvar="SUMMITRY_TOKEN", help="What visitors must show; made up where needed."),
    ] = "",
    read_only: Annotated[bool, typer.Option("--read-only", help="Take no corrections and no uploads.")] = False,
    author: Annotated[str, typer.Option(metavar="NAME", help="Who corrects; your login name unless told.")] = "",
    open: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Open a web page on a record: read, search, correct, check drafts. Stop it with Ctrl-C.

    Example: summitry serve --record my.sqlite --open
    """
    needs_web()
    local = _is_local(host)
    if not local and not token:
        token = secrets.token_urlsafe(24)
    with served_file(record, reference) as file:
        from summitry.web import Options

        options = Options(
            record=file,
            title=record.name if record else reference,
            read_only=read_only,
            temporary=bool(reference),
            token=token,
            hosts=frozenset(
                {"127.0.0.1", "localhost", "::1", *(allow_host or ()), *(() if _is_any(host) else (host,))}
            ),
            author=author or _login(),
        )
        _run(options, host, port, open)


def needs_web() -> None:
    """Refuse where the packages of the desk are not installed.

    Raises:
        UsageError: they are not.
    """
    try:
        import fastapi  # noqa: F401
        import jinja2  # noqa: F401
        import python_multipart  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise UsageError(f"the desk needs the package {error.name}; install `summitry[web]`") from error


@contextmanager
def served_file(record: Path | None, reference: str) -> Iterator[Path]:
    """Give the file that is to be served: a record, linked, or a chronology laid out in a file for as long as needed.

    Raises:
        UsageError: neither is named, or both, or there is no such one.
    """
    with open_asked(record, reference) as opened:
        if record is not None:
            yield record.resolve()
            return
        with tempfile.TemporaryDirectory(prefix="summitry-") as folder:
            file = Path(folder) / f"{reference}.sqlite"
            opened.back_up(file)
            yield file


def _run(options: Options, host: str, port: int, open_it: bool) -> None:
    import socket
    import webbrowser

    import uvicorn

    from summitry.web import make_app

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)  # who comes before the first page is ready waits
    except OSError as error:
        listening.close()
        raise UsageError(f"nothing can listen at {host} port {port} ({error.strerror}); try --port 0") from error
    shown = f"[{host}]" if family == socket.AF_INET6 else "127.0.0.1" if _is_any(host) else host
    address = f"http://{shown}:{listening.getsockname()[1]}/" + (f"?token={options.token}" if options.token else "")
    answer(plain(f"{options.name} is open at {address}"))
    message("Ctrl-C closes it." + ("" if _is_local(host) else " Others on the network can reach it with that address."))
    if open_it:
        webbrowser.open(address)
    config = uvicorn.Config(make_app(options), log_level="warning", access_log=False, server_header=False)
    with listening:
        uvicorn.Server(config).run([listening])


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_any(host: str) -> bool:
    return host in ("0.0.0.0", "::")


def _login() -> str:
    try:
        return getpass.getuser()
    except OSError:  # no login name, as in some containers
        return os.environ.get("USER") or "reader"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)
