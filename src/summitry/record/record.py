"""The record: one SQLite file that articles are read into and questions are asked of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

from summitry.errors import DamagedRecordError
from summitry.incidents import IncidentTable, SeriesCheck, check_series
from summitry.limits import Limits
from summitry.model import CodedDocument, Document, Incident, Interval
from summitry.record.backing_up import copy_record
from summitry.record.checking import find_damage
from summitry.record.connection import BUSY_SECONDS, connect, plainly
from summitry.record.corrections import Corrections
from summitry.record.given_dates import as_published
from summitry.record.identity import Reading
from summitry.record.incident_questions import IncidentFilter, count_incidents, find_incidents, incident_number
from summitry.record.incident_rows import read_incidents
from summitry.record.ingest import Item, ingest
from summitry.record.looking_up import number_of
from summitry.record.naming import suggestions, whom
from summitry.record.own_actors import LoadCoderKnowing, OwnActors, read_own_rows
from summitry.record.precoded import Precoded
from summitry.record.questions import EventFilter, find_claims, find_documents, find_events, read_documents, read_events
from summitry.record.relinking import LinkProgress, pending, relink
from summitry.record.runs import now
from summitry.record.storing import Store
from summitry.record.summary import Progress, ProgressCallback, ReadSummary, SkippedInput
from summitry.record.table import EventTable
from summitry.record.values import RecordedClaim, RecordedDocument, RecordedEvent
from summitry.record.wordings import Signer, bundled_signer
from summitry.record.workers import Coder, CodingHere, load_bundled_coder, open_coding

if TYPE_CHECKING:
    from summitry.checking.checked import CheckedText
    from summitry.checking.positions import Position
    from summitry.forecasting.backtesting import Backtest
    from summitry.forecasting.outlook import Forecast
    from summitry.forecasting.resolving import Resolved
    from summitry.forecasting.sealing import SealedForecast
    from summitry.record.asking import Asking
    from summitry.record.checks import FiledForecast

__all__ = ["Record", "open_record"]


def open_record(
    path: str | Path, *, create: bool = True, writable: bool = True, busy_seconds: float = BUSY_SECONDS
) -> Record:
    """Open a record, making it where there is none.

    Args:
        path: the record's file.
        create: whether to make it where there is none.
        writable: whether anything will be written; a record that is only read may lie on a read-only disk.
        busy_seconds: how long to wait for another writer, in seconds.

    Raises:
        UsageError: there is no such file and none is to be made, or its folder is not there.
        NotARecordError: the file is something else.
        NewerRecordError: a newer version of summitry wrote it.
        RecordError: it cannot be opened or written.
    """
    file = Path(path)
    return Record(file, connect(file, create=create, writable=writable, busy_seconds=busy_seconds))


class Record:
    """One record file. Use `open_record`, and close it or use it in a `with` block.

    Args:
        path: the file.
        connection: its open connection.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __repr__(self) -> str:
        return f"summitry.open({str(self.path)!r})"

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with plainly(self.path):
            self._connection.close()

    def read(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        published: str | date | Interval | None = None,
        publisher: str = "",
        workers: int = 1,
        limits: Limits | None = None,
        progress: ProgressCallback | None = None,
        link: bool = True,
        load_coder: Callable[[], Coder] | None = None,
    ) -> ReadSummary:
        """Read articles into the record: files, folders, patterns, or `-` for standard input.

        Reading again changes nothing; a run that was stopped goes on where it stopped.

        Args:
            paths: what to read.
            published: publication date of all of them, in place of what they tell.
            publisher: publisher of all of them, in place of what they tell.
            workers: processes that code; each loads the models once (about 0.4 GB).
            limits: what one input may cost.
            progress: called after each commit.
            link: whether to link the events to incidents at the end; if not, call `link`.
            load_coder: gives the coder, the bundled one unless given; with several workers a function of a module.

        Returns:
            What became of the inputs.

        Raises:
            UsageError: the date is none.
            RecordError: the record could not be written; what was reported is kept.
        """
        from summitry.record.sources import read_items  # parsers of pages take a second to import

        names = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
        given = as_published(published)
        found = read_items(names, limits or Limits(), given, publisher)
        options: dict[str, object] = {
            "paths": names,
            "published": given.iso()[0] if given else "",
            "publisher": publisher,
        }
        return self._ingest(found.items, found.total, options, workers, progress, load_coder, link=link)

    def add(
        self,
        documents: Iterable[Document],
        *,
        workers: int = 1,
        progress: ProgressCallback | None = None,
        load_coder: Callable[[], Coder] | None = None,
    ) -> ReadSummary:
        """Enter documents that were read elsewhere, as `read` enters those it reads.

        Args:
            documents: what to enter, one address each.
            workers: as for `read`.
            progress: as for `read`.
            load_coder: as for `read`.

        Raises:
            RecordError: the record could not be written; what was reported is kept.
        """
        return self._ingest(map(Reading, documents), 0, {}, workers, progress, load_coder)

    def add_coded(
        self,
        coded: Iterable[CodedDocument | SkippedInput],
        coder: str,
        *,
        progress: ProgressCallback | None = None,
        link: bool = True,
        load_coder: Callable[[], Coder] | None = None,
    ) -> ReadSummary:
        """Enter documents that one coder has coded elsewhere, with their events; their quotes are checked.

        Args:
            coded: what was made of each, and what could not be read.
            coder: name and version of the coder.
            progress: as for `read`.
            link: as for `read`.
            load_coder: gives the coder for the few that must be coded here: see `Precoded`.

        Raises:
            RecordError: the record could not be written; what was reported is kept.
        """
        here = CodingHere(load_coder or load_bundled_coder)
        precoded = Precoded(coder, here)
        store = Store(self._connection, _remembering(bundled_signer()))
        report = _reporter(progress, 0)
        summary = ingest(self._connection, self.path, precoded.items(coded), store, precoded, {}, report)
        if link:
            self.link()
        return summary

    @property
    def actors(self) -> OwnActors:
        """The actors that the user added: `add`, `import_csv`, `remove`; iterate to see them."""
        return OwnActors(self._connection, self.path)

    def events(
        self,
        *,
        between: tuple[str, str] | None = None,
        actor: str | None = None,
        type: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        status: str | None = None,
    ) -> EventTable:
        """Return the events that match all that is given, in order of time, undated last.

        Args:
            between: two actors that both take part: alpha-3 codes, names of states (which stand
                for all who act for them), or names of persons and bodies.
            actor: an actor that takes part.
            type: PLOVER category, for example `CONSULT`.
            since: first day, ISO text at day, month or year precision; leaves undated events out.
            until: last day.
            status: whether it happened, for example `occurred`.

        Raises:
            UsageError: a date, category or status is none.
        """
        asked = EventFilter(between, actor, type, since, until, status)
        with plainly(self.path):
            return EventTable(tuple(read_events(self._connection, find_events(self._connection, asked))))

    def incidents(self, asked: IncidentFilter | None = None, **narrowing: Any) -> IncidentTable:
        """Return the incidents that match all that is given, in order of time, undated last.

        Args:
            asked: what is asked for.
            narrowing: fields of `IncidentFilter`, in place of `asked` or on top of it: `between=("CHN", "PRK")`,
                `actor=`, `type=`, `mode=`, `level=`, `since=`, `until=`, `status=`, `place=`, `search=` …

        Raises:
            UsageError: a date, category, level or status is none.
        """
        filter_ = replace(asked or IncidentFilter(), **narrowing)
        with plainly(self.path):
            numbers = find_incidents(self._connection, filter_)
            return IncidentTable(tuple(read_incidents(self._connection, numbers)))

    def count_incidents(self, asked: IncidentFilter | None = None, **narrowing: Any) -> int:
        """Return how many incidents match, as `incidents` would list them without a limit."""
        with plainly(self.path):
            return count_incidents(self._connection, replace(asked or IncidentFilter(), **narrowing))

    def incident(self, incident_id: str) -> Incident:
        """Return one incident by its id, by the id of one of its events, or by the head of either.

        Raises:
            UsageError: there is none, or there are several.
        """
        with plainly(self.path):
            number = incident_number(self._connection, incident_id)
            return next(read_incidents(self._connection, [number]))

    def events_in(self, incident_id: str) -> EventTable:
        """Return the events that state an incident, in order of their documents' publication.

        Raises:
            UsageError: there is no such incident, or there are several.
        """
        with plainly(self.path):
            number = incident_number(self._connection, incident_id)
            rows = self._connection.execute(
                "SELECT l.event_number FROM incident_events l JOIN events e USING (event_number) "
                "JOIN documents d USING (document_number) WHERE l.incident_number = ? "
                "ORDER BY d.published_start IS NULL, d.published_start, d.document_id, e.event_id",
                (number,),
            )
            return EventTable(tuple(read_events(self._connection, [n for (n,) in rows])))

    def series(self, incident_id: str) -> SeriesCheck:
        """Hold an incident that stands for several acts against the single ones of the record.

        Raises:
            UsageError: there is no such incident, or there are several.
        """
        series = self.incident(incident_id)
        states = [p.state for p in series.participants if p.state]
        asked = IncidentFilter(actor=states[0] if states else series.participants[0].name, type=series.type)
        return check_series(series, self.incidents(asked.only_singles()))

    @property
    def ask(self) -> Asking:
        """Questions answered with tables: `count`, `rank`, `sequence`, `actor`, `series`, `turning_points` …"""
        from summitry.record.asking import Asking  # numpy and the registry take a third of a second to import

        return Asking(self, self._connection)

    @property
    def corrections(self) -> Corrections:
        """What people decided: `merge`, `split`, `edit`, `reject`, `confirm`, `add`, `undo`; iterate to see them."""
        return Corrections(self._connection, self.path)

    @property
    def unlinked(self) -> int:
        """How many events wait to be linked to incidents: none unless a run was stopped."""
        with plainly(self.path):
            return pending(self._connection)

    def link(self, progress: LinkProgress | None = None) -> int:
        """Link events to incidents where a stopped run left some out; `read` does so at its end.

        Raises:
            RecordError: the record could not be written; what was linked so far is kept.
        """
        return relink(self._connection, self.path, progress)

    def meant(self, actor: str) -> list[str]:
        """Return the names in the record that are spelt most like one that it does not know; nothing where it does."""
        with plainly(self.path):
            return [] if whom(self._connection, actor) else suggestions(self._connection, actor)

    def event(self, event_id: str) -> RecordedEvent:
        """Return one event by its id, or by the head of its id where that is enough.

        Raises:
            UsageError: there is none, or there are several.
        """
        with plainly(self.path):
            number = number_of(self._connection, "events", event_id)
            return next(read_events(self._connection, [number]))

    def documents(self, *, search: str = "") -> Iterator[RecordedDocument]:
        """Yield the documents in order of publication, undated last.

        Args:
            search: words that title or text must all hold.
        """
        with plainly(self.path):
            yield from read_documents(self._connection, find_documents(self._connection, search))

    def document(self, document_id: str) -> RecordedDocument:
        """Return one document by its id, the head of its id, or the id that its source gave it.

        Raises:
            UsageError: there is none, or there are several.
        """
        with plainly(self.path):
            number = number_of(self._connection, "documents", document_id)
            return next(read_documents(self._connection, [number]))

    def events_of(self, document_id: str) -> EventTable:
        """Return the events that one document states, in the order of its text.

        Raises:
            UsageError: there is no such document, or there are several.
        """
        with plainly(self.path):
            number = number_of(self._connection, "documents", document_id)
            rows = self._connection.execute(
                "SELECT e.event_number FROM events e JOIN evidence v ON v.event_number = e.event_number "
                "AND v.position = 0 WHERE e.document_number = ? ORDER BY v.quote_start, v.quote_end, e.event_id",
                (number,),
            )
            return EventTable(tuple(read_events(self._connection, [n for (n,) in rows])))

    def claims(self, *, kind: str | None = None, document: str | None = None) -> list[RecordedClaim]:
        """Return what documents assert beyond single events, in order of publication, then of the text.

        Args:
            kind: only claims of this kind: `count`, `ordinal`, `first`, `forecast` …
            document: only those of this document.

        Raises:
            UsageError: there is no such kind or document.
        """
        with plainly(self.path):
            number = number_of(self._connection, "documents", document) if document else None
            return list(find_claims(self._connection, kind, number))

    def check(
        self,
        text: str | Document,
        *,
        published: str | date | Interval | None = None,
        after: bool = False,
        load_coder: Callable[[], Coder] | None = None,
    ) -> CheckedText:
        """Check the claims of a text against the record: each with its verdict and the incidents that decide it.

        Args:
            text: the draft, or a document.
            published: its publication date; evidence after it is not used.
            after: whether evidence after it is used all the same; forecasts are then resolved.
            load_coder: as for `read`.

        Raises:
            UsageError: the date is none.
        """
        from summitry.record.checks import check_text

        return check_text(self, self._connection, text, published, after, load_coder)

    def forecasts(self, *, by: str = "", against: Record | None = None) -> tuple[FiledForecast, ...]:
        """Return what documents forecast, each with how it fared.

        Args:
            by: only those whose author, publisher or source holds this name.
            against: the record whose incidents resolve them, this one unless given.
        """
        from summitry.record.checks import file_forecasts

        return file_forecasts(self, by, against or self)

    def forecast(
        self,
        first: str,
        second: str = "",
        *,
        type: str | None = None,
        mode: str | None = None,
        level: str | None = None,
        horizon: str | int = 90,
        as_of: str | date | None = None,
        who: bool = False,
        seal: bool = True,
    ) -> tuple[Forecast, ...]:
        """Return how likely acts between two sides are, with reasons and how good such odds have been.

        Args:
            first: who acts: a code, a state, a person or a body.
            second: on or with whom; anyone where left out.
            type: PLOVER category; all of them, the likeliest first, where left out.
            mode: PLOVER mode.
            level: lowest level of office.
            horizon: `90d`, `12w`, `3m`, `1y` or days, from 7 to 365.
            as_of: first day of the window, the day after the record's last act unless given; nothing later is used.
            who: whether to rank with whom an act of `first` is likeliest instead.
            seal: whether to append the answers to the record's log, which is scored by and by.

        Raises:
            UsageError: somebody is unknown, an option is wrong, or there is too little to learn from.
            RecordError: the log could not be written.
        """
        from summitry.record.outlook import ask_record, kind_asked  # with the statistics of SciPy

        kind = kind_asked(type, mode, level)
        with plainly(self.path):
            found = ask_record(self._connection, first, second, kind, horizon, as_of, who)
        if seal:
            self.seal(found)
        return found

    def seal(self, forecasts: Sequence[Forecast]) -> int:
        """Append forecasts that are shown to the record's log, each once, and return how many were new."""
        from summitry.record.sealed import seal_in_record

        with plainly(self.path):
            return seal_in_record(self._connection, forecasts, now())

    def backtest(
        self,
        *,
        type: str | None = None,
        mode: str | None = None,
        level: str | None = None,
        horizon: str | int = 90,
        as_of: str | date | None = None,
    ) -> Backtest:
        """Return how forecasts of this record would have done, an origin rolled through it without looking ahead.

        Args:
            type, mode, level: an act to test besides all categories.
            horizon: days, as for `forecast`.
            as_of: the day on which the test ends, as for `forecast`.
        """
        from summitry.record.outlook import backtest_of, chronicle_of_record, kind_asked

        with plainly(self.path):
            chronicle = chronicle_of_record(self._connection)
        return backtest_of(chronicle, kind_asked(type, mode, level), horizon, as_of)

    def sealed_forecasts(self) -> tuple[Resolved, ...]:
        """Return the forecasts that were shown from this record, in order, each with what became of it."""
        from summitry.record.sealed import read_sealed

        with plainly(self.path):
            sealed = read_sealed(self._connection)
        return self.resolve(sealed)

    def resolve(self, sealed: Sequence[SealedForecast]) -> tuple[Resolved, ...]:
        """Hold forecasts that were shown, from here or elsewhere, against this record's incidents."""
        from summitry.record.sealed import resolve_in_record

        with plainly(self.path):
            return resolve_in_record(self._connection, sealed)

    def positions(self, *, holder: str = "", issue: str = "") -> tuple[Position, ...]:
        """Return who wants what, since when, according to whom, and what that changed from.

        Args:
            holder: only those of whom a name holds this.
            issue: only those whose words hold all of these.
        """
        from summitry.record.checks import table_positions

        return table_positions(self, holder, issue)

    def export(self, target: TextIO) -> int:
        """Write all events as JSON Lines: the same bytes for the same content, in whatever order it was read.

        Returns:
            How many lines were written.
        """
        with plainly(self.path):
            numbers = find_events(self._connection, EventFilter())
            for recorded in read_events(self._connection, numbers):
                target.write(json.dumps(recorded.to_dict(), ensure_ascii=False) + "\n")
        return len(numbers)

    def counts(self) -> tuple[int, int]:
        """Return how many events and how many documents the record holds."""
        with plainly(self.path):
            events, documents = self._connection.execute(
                "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM documents)"
            ).fetchone()
        return int(events), int(documents)

    def back_up(self, target: str | Path) -> None:
        """Write a copy of the record to a new file, whatever others read or write meanwhile.

        Raises:
            UsageError: the file is there already, or its folder is not.
            RecordError: it could not be written.
        """
        copy_record(self._connection, self.path, Path(target))

    def damage(self) -> list[str]:
        """Return what is wrong with the record, one line each; nothing where it is sound."""
        found: list[str] = []
        try:
            with plainly(self.path):
                for line in find_damage(self._connection):
                    found.append(line)  # what was found before SQLite gives up is kept
        except DamagedRecordError as error:
            found.append(f"file: {error}")
        return found

    def _ingest(
        self,
        items: Iterable[Item],
        total: int,
        options: dict[str, object],
        workers: int,
        progress: ProgressCallback | None,
        load_coder: Callable[[], Coder] | None,
        *,
        link: bool = True,
    ) -> ReadSummary:
        store = Store(self._connection, _remembering(bundled_signer()))
        report = _reporter(progress, total)
        with plainly(self.path):
            own = read_own_rows(self._connection) if load_coder is None else None
        load, name = (LoadCoderKnowing(own), own.coder) if own else (load_coder, "")
        with closing(open_coding(load, workers, name)) as coding:
            summary = ingest(self._connection, self.path, items, store, coding, options, report)
        if link:
            self.link()
        return summary


def _remembering(signer: Signer) -> Signer:
    """Return a signer that remembers the last signatures: a text is looked up before and after coding."""
    return Signer(lru_cache(maxsize=512)(signer.sign), signer.bands, signer.same)


def _reporter(progress: ProgressCallback | None, total: int) -> Callable[[ReadSummary, int], None]:
    def report(summary: ReadSummary, sources_done: int) -> None:
        if progress is not None:
            progress(Progress(sources_done, total, summary.read, len(summary.skipped)))

    return report
