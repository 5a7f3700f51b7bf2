"""Uploads read beside the pages: each in a process of its own, with progress that can be left and found again."""

from __future__ import annotations

import json
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summitry.web.uploads import Upload

__all__ = ["Job", "Jobs"]


@dataclass(slots=True)
class Job:
    """One upload being read.

    Args:
        id: its id, not to be guessed.
        files: names of the files.
        state: `reading`, `linking`, `done` or `failed`.
        documents: documents read so far.
        total: files to read.
        finished: files read.
        skipped: inputs that were not read, each with its reason.
        summary: what became of all, once done.
        error: a fixed sentence, where it failed.
    """

    id: str
    files: tuple[str, ...]
    state: str = "reading"
    documents: int = 0
    total: int = 0
    finished: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    summary: str = ""
    error: str = ""

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "id": self.id,
            "files": list(self.files),
            "state": self.state,
            "documents": self.documents,
            "files_done": self.finished,
            "files_total": self.total or len(self.files),
            "skipped": [{"source": source, "reason": reason} for source, reason in self.skipped],
            "summary": self.summary,
            "error": self.error,
        }

    def take(self, line: Mapping[str, object]) -> None:
        """Take in a line that the reading process wrote."""
        self.state = str(line.get("state", self.state))
        self.documents = int(str(line.get("documents", self.documents)))
        self.total = int(str(line.get("total", self.total)))
        self.finished = int(str(line.get("finished", self.finished)))
        self.summary = str(line.get("summary", self.summary))
        self.error = str(line.get("error", self.error))
        skipped = line.get("skipped")
        if isinstance(skipped, list):
            self.skipped = [(str(source), str(reason)) for source, reason in skipped]


class Jobs:
    """The uploads that a desk reads, one after another.

    Args:
        record: the record's file.
    """

    def __init__(self, record: Path) -> None:
        self._record = record.resolve()
        self._jobs: dict[str, Job] = {}
        self._one_at_a_time = threading.Lock()
        self._running: subprocess.Popen[str] | None = None
        self._closed = False

    def get(self, job_id: str) -> Job | None:
        """Return a job by its id."""
        return self._jobs.get(job_id)

    def all(self) -> Sequence[Job]:
        """Return all jobs, the latest first."""
        return list(reversed(self._jobs.values()))

    def start(self, uploads: Sequence[Upload], published: str, publisher: str) -> Job:
        """Begin to read files.

        Args:
            uploads: the files, with checked names.
            published: publication date of all, `""` to let them tell.
            publisher: publisher of all, `""` to let them tell.
        """
        folder = Path(tempfile.mkdtemp(prefix="summitry-upload-"))
        for upload in uploads:
            (folder / upload.name).write_bytes(upload.content)
        job = Job(secrets.token_hex(8), tuple(upload.name for upload in uploads))
        self._jobs[job.id] = job
        thread = threading.Thread(target=self._run, args=(job, folder, published, publisher), daemon=True)
        thread.start()
        return job

    def _run(self, job: Job, folder: Path, published: str, publisher: str) -> None:
        try:
            with self._one_at_a_time:
                if not self._closed:
                    self._read(job, folder, published, publisher)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            if job.state not in ("done", "failed"):
                job.take({"state": "failed", "error": "Reading was stopped; what was read so far is kept."})

    def _read(self, job: Job, folder: Path, published: str, publisher: str) -> None:
        command = [sys.executable, "-m", "summitry.web.reading_process", str(self._record), published, publisher]
        self._running = subprocess.Popen(
            [*command, *job.files], cwd=folder, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
        )
        assert self._running.stdout is not None
        with self._running.stdout as lines:
            for line in lines:
                job.take(json.loads(line))
        self._running.wait()
        self._running = None

    def close(self) -> None:
        """Stop reading; what was read so far is kept."""
        self._closed = True
        if self._running is not None:
            self._running.terminate()
