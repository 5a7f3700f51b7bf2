"""Options by which a language model codes in place of the bundled coder, and what is told of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summitry.cli.output import message
from summitry.errors import UsageError

if TYPE_CHECKING:
    from summitry.coding.llm import Endpoint, LoadLlmCoder

__all__ = ["CoderChoice", "LlmModel", "LlmTemperature", "LlmTimeout", "LlmUrl", "chosen_coder"]

CoderChoice = Annotated[
    Literal["bundled", "llm"],
    typer.Option(
        "--coder",
        help="bundled: nothing leaves this machine. llm: THE TEXT OF EVERY DOCUMENT IS SENT to the language model that "
        "you name, and leaves this machine unless it runs here; only what the text bears out is kept.",
    ),
]
LlmUrl = Annotated[
    str,
    typer.Option(
        metavar="URL",
        help="For --coder llm: an OpenAI-compatible endpoint, such as http://127.0.0.1:8080/v1. A key is taken from "
        "the environment variable SUMMITRY_LLM_KEY, never from the command line.",
    ),
]
LlmModel = Annotated[str, typer.Option(metavar="NAME", help="For --coder llm: the model, as the endpoint names it.")]
LlmTimeout = Annotated[
    float, typer.Option(metavar="SECONDS", min=1, help="For --coder llm: how long an answer is waited for.")
]
LlmTemperature = Annotated[
    float, typer.Option(metavar="T", min=0, max=2, help="For --coder llm: some models take no other than 1.")
]


@contextmanager
def chosen_coder(
    coder: str, url: str, model: str, timeout: float, temperature: float, *, alone: bool
) -> Iterator[LoadLlmCoder | None]:
    """Yield what loads the chosen coder, `None` for the bundled one; tell at the end what became of its offers.

    Args:
        coder: `bundled` or `llm`.
        url: see `summitry.coding.llm.Endpoint`, as for `model`, `timeout` and `temperature`.
        model: see there.
        timeout: see there.
        temperature: see there.
        alone: whether one process codes, here.

    Raises:
        UsageError: the options do not go together.
        EndpointError: no endpoint answers there.
    """
    if coder == "bundled":
        if url or model:
            raise UsageError("--llm-url and --llm-model are for --coder llm; without that nothing is sent anywhere")
        yield None
        return
    if not alone:
        raise UsageError("--coder llm asks one question after another: leave --workers out")
    from summitry.coding.llm import KEY_VARIABLE, Client, Endpoint, Key, LoadLlmCoder, Tally

    endpoint = Endpoint(url, model, timeout, temperature)
    client = Client(endpoint, Key(os.environ.get(KEY_VARIABLE, "")))
    client.check()
    message(_warning(endpoint))
    tally = Tally()
    try:
        yield LoadLlmCoder(client, tally.note)
    finally:
        for line in tally.lines():
            message(line)


def _warning(endpoint: Endpoint) -> str:
    where = (
        "That is this machine; what the server does with the text is its own affair."
        if endpoint.is_local
        else "THE TEXT LEAVES THIS MACHINE."
    )
    return f"--coder llm: the text of every document to be coded is sent to {endpoint.label}. {where}"
