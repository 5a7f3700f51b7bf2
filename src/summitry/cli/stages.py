"""`summitry annotate` and `summitry code`: the stages one by one, JSON Lines in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summitry.cli.llm import CoderChoice, LlmModel, LlmTemperature, LlmTimeout, LlmUrl, chosen_coder
from summitry.cli.options import LimitChanges, Output, limits_of
from summitry.cli.output import counted, message, open_target, write_lines
from summitry.errors import UsageError
from summitry.limits import Limits
from summitry.model import CodedDocument, Document
from summitry.toolkits import import_spacy

if TYPE_CHECKING:
    from summitry.cli.lines import LineReader
    from summitry.record import Coder

__all__ = ["register"]

_BATCH = 16

Engine = Literal["local", "ray"]
Inputs = Annotated[
    list[str], typer.Argument(metavar="IN", help="Documents as JSON Lines, - for standard input; for Ray, any number.")
]
CodedOutput = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="File to write, - for standard output; for Ray, a folder.")
]
Input = Annotated[str, typer.Argument(metavar="IN.jsonl", help="Documents, one a line; - for standard input.")]


def annotate(
    source: Input,
    output: Output = "-",
    clean: Annotated[bool, typer.Option("--clean", help="Tell the article from page furniture first.")] = False,
    limit: LimitChanges = None,
) -> int:
    """Write documents with the actors, times and places they name.

    Example: summitry annotate documents.jsonl -o annotated.jsonl
    """
    import_spacy()
    from summitry.annotation import load_annotator
    from summitry.annotation.format import annotation_to_json
    from summitry.cli.lines import LineReader

    reader = LineReader(source, clean, limits_of(limit))
    with open_target(output) as target:
        annotated = load_annotator().annotate(reader.documents())
        count = write_lines(target, (reader.as_came(a.document, annotation_to_json(a)) for a in annotated))
    return _finish(count, "annotated", reader)


def code(
    sources: Inputs,
    output: CodedOutput = "-",
    workers: Annotated[
        int, typer.Option(min=0, max=100_000, help="Processes that code; with Ray 0 is one for each CPU.")
    ] = 0,
    engine: Annotated[Engine, typer.Option(help="this machine, or a cluster of Ray.")] = "local",
    address: Annotated[
        str, typer.Option(metavar="ADDRESS", help="A running Ray cluster: auto, or ray://HOST:PORT.")
    ] = "",
    limit: LimitChanges = None,
    coder: CoderChoice = "bundled",
    llm_url: LlmUrl = "",
    llm_model: LlmModel = "",
    llm_timeout: LlmTimeout = 300,
    llm_temperature: LlmTemperature = 0,
) -> int:
    """Write documents with the events they state. Offsets refer to the text that came in.

    Example: summitry code documents.jsonl -o coded.jsonl --workers 2

    On a cluster, JSON Lines, Parquet and web archives from disk or object storage become Parquet parts, which
    `summitry read --from-parquet` enters: summitry code s3://bucket/2019/ --engine ray --address auto -o s3://bucket/coded
    """
    if engine == "ray" and coder == "llm":
        raise UsageError("--coder llm runs on this machine alone: leave --engine ray out")
    if engine == "ray":
        return _code_at_scale(sources, output, workers, address, limits_of(limit))
    if len(sources) > 1 or address:
        raise UsageError("several inputs, and --address, are for --engine ray")
    from summitry.cli.lines import LineReader
    from summitry.coding.format import coded_to_json

    reader = LineReader(sources[0], clean=True, limits=limits_of(limit))
    chosen = chosen_coder(coder, llm_url, llm_model, llm_timeout, llm_temperature, alone=workers <= 1)
    with chosen as load, open_target(output) as target:
        coded = _coded(reader, workers, load)
        count = write_lines(target, (reader.as_came(c.document, coded_to_json(c)) for c in coded))
    return _finish(count, "coded", reader)


def _code_at_scale(inputs: list[str], output: str, workers: int, address: str, limits: Limits) -> int:
    if output == "-":
        raise UsageError("--engine ray writes many files: name a folder for them with -o DIR")
    from summitry.scale import code_at_scale

    summary = code_at_scale(inputs, output, workers=workers, address=address, limits=limits)
    for problem in summary.problems:
        message(f"not coded {problem.source}: {problem.reason}")
    done, before = summary.coded, f" ({summary.parts_before} were there)" if summary.parts_before else ""
    message(
        f"{counted(done.documents, 'document')} coded, {done.skipped} skipped, {counted(done.events, 'event')}, in "
        f"{counted(summary.parts, 'part')}{before}; {counted(summary.files, 'file')} done, "
        f"{summary.files_before} of them before."
    )
    return 1 if summary.problems or done.skipped else 0


def _coded(reader: LineReader, workers: int, load: Callable[[], Coder] | None) -> Iterator[CodedDocument]:
    """Yield the documents coded, in order; one that the coder fails at comes without events."""
    from summitry.record.workers import CoderFailure, coded_in_order, open_coding

    with closing(open_coding(load, workers)) as coding:
        for document, coded in coded_in_order(coding, _batches(reader.documents())):
            if isinstance(coded, CoderFailure):
                message(f"skipped {document.address.source}: {coded.reason}")
                reader.skipped += 1
                coded = CodedDocument(document, (), coding.name)
            yield coded


def _batches(documents: Iterator[Document]) -> Iterator[tuple[Document, ...]]:
    while batch := tuple(islice(documents, _BATCH)):
        yield batch


def _finish(count: int, done: str, reader: LineReader) -> int:
    message(f"{counted(count, 'document')} {done}, {reader.skipped} skipped.")
    return 1 if reader.skipped else 0


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(annotate)
    app.command()(code)
