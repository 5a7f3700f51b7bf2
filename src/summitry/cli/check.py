"""`summitry check`, `summitry forecasts`, `summitry positions`: what texts claim, held against what happened."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summitry.checking.checked import CheckedText
from summitry.checking.claimreview import claim_reviews
from summitry.cli.checkpage import html_page, markdown_page, write_table
from summitry.cli.options import AnyRecord, Published, Reference, open_asked
from summitry.cli.outlook import Log, OfPanel
from summitry.cli.output import answer, message
from summitry.cli.safety import json_text
from summitry.cli.trackedtable import write_forecasts, write_positions
from summitry.errors import InputError, UsageError
from summitry.limits import Limits
from summitry.model import Document
from summitry.record.given_dates import as_published

__all__ = ["CONTRADICTED", "register"]

CONTRADICTED = 3
"""Exit status where the record contradicts something, so that an editor's pipeline can stop."""

PageFormat = Literal["table", "json", "markdown", "html", "claimreview"]


def check(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The article: text, HTML, PDF, or - for stdin.")],
    record: AnyRecord = None,
    reference: Reference = "",
    published: Published = "",
    format: Annotated[PageFormat, typer.Option(help="How to print.")] = "table",
    after: Annotated[bool, typer.Option("--after", help="Use what came after the article, too.")] = False,
    all: Annotated[bool, typer.Option("--all", help="In a table, list claims that are kept and not decided.")] = False,
) -> int:
    """Check an article's claims against a record. Exit status 3 where something is contradicted.

    Example: summitry check draft.txt --reference korea --published 2019-06-19
    """
    as_published(published)
    with open_asked(record, reference) as opened:
        checked = [opened.check(document, after=after) for document in _read(draft, published)]
    for one in checked:
        if one.document.published is None:
            message("No publication date is known: evidence of all dates is used. Name it with --published.")
    _write(checked, format, all)
    return CONTRADICTED if any(one.contradicted for one in checked) else 0


def _read(draft: str, published: str) -> list[Document]:
    """Return the documents of a draft.

    Raises:
        InputError: nothing of it could be read.
    """
    from summitry.record.sources import read_items  # parsers of pages take a second to import
    from summitry.record.summary import SkippedInput

    documents: list[Document] = []
    skipped: list[SkippedInput] = []
    for item in read_items([draft], Limits(), as_published(published), "").items:
        if isinstance(item, SkippedInput):
            skipped.append(item)
        elif document := getattr(item, "document", None):
            documents.append(document)
    for one in skipped:
        message(f"Skipped {one.source}: {one.reason}")
    if not documents:
        raise InputError(draft, skipped[0].reason) if skipped else UsageError(f"there is no article in {draft}")
    return documents


def _write(checked: list[CheckedText], format: str, everything: bool) -> None:
    if format == "json":
        answer(json_text([claim for one in checked for claim in one.to_dicts()], indent=1))
    elif format == "claimreview":
        answer(json_text([review for one in checked for review in claim_reviews(one)], indent=1))
    elif format == "html":
        answer(html_page(checked))
    elif format == "markdown":
        answer("\n\n".join(markdown_page(one) for one in checked))
    else:
        for one in checked:
            write_table(one, everything)


def forecasts(
    record: AnyRecord = None,
    reference: Reference = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Only those of this author, publisher or source.")] = "",
    against: Annotated[str, typer.Option(metavar="NAME", help="A chronology that resolves them: korea.")] = "",
    mine: Annotated[bool, typer.Option("--mine", help="Those of `summitry forecast` instead, scored.")] = False,
    log: Log = None,
    panel: OfPanel = None,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print.")] = "table",
) -> None:
    """Show what articles forecast, and how it fared; or with --mine what summitry itself did.

    Example: summitry forecasts --record my.sqlite --by "Swaran Singh" --against korea
    """
    if mine:
        from summitry.cli.sealedtable import write_mine  # with the statistics of SciPy

        write_mine(record, reference, panel, log, format)
        return
    with open_asked(record, reference) as opened:
        if against:
            with open_asked(None, against) as other:
                filed = opened.forecasts(by=by, against=other)
        else:
            filed = opened.forecasts(by=by)
    if format == "json":
        answer(json_text([one.to_dict() for one in filed], indent=1))
    else:
        write_forecasts(filed)


def positions(
    record: AnyRecord = None,
    reference: Reference = "",
    actor: Annotated[str, typer.Option(metavar="NAME", help="Only those of this actor.")] = "",
    issue: Annotated[str, typer.Option(metavar="WORDS", help="Only those whose words hold all of these.")] = "",
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print.")] = "table",
) -> None:
    """Show who wants what, since when, according to whom.

    Example: summitry positions --record my.sqlite --issue denuclearisation
    """
    with open_asked(record, reference) as opened:
        found = opened.positions(holder=actor, issue=issue)
    if format == "json":
        answer(json_text([one.to_dict() for one in found], indent=1))
    else:
        write_positions(found)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(check)
    app.command()(forecasts)
    app.command()(positions)
