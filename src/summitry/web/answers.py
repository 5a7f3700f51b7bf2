"""A view written out: as a page, as JSON, or as a table to download."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from summitry.exchange.cells import guard
from summitry.web.desk import Desk
from summitry.web.refusals import Refusal
from summitry.web.tables import Table
from summitry.web.templating import render
from summitry.web.view import Asked, View

__all__ = ["error_answer", "json_answer", "table_answer", "write_view"]

_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; "
    "form-action 'none'"
)
"""What published pages may load; opened from a folder, they are of no origin that `'self'` could name."""
_RAW_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff<>&]")


def write_view(desk: Desk, asked: Asked, view: View) -> Response:
    """Return the answer in the form asked for."""
    if asked.form == "json":
        return json_answer(view.data, view.status)
    if asked.form == "csv":
        assert view.table is not None
        return table_answer(view.table)
    return HTMLResponse(render(view.template, {**shared(desk, asked), **view.context}), view.status)


def shared(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return what every template shows."""
    options = desk.options
    return {
        "desk": options,
        "here": asked.path,
        "query": dict(asked.query),
        "author": asked.author,
        "policy": _POLICY,
        "writable": not options.read_only and not options.static,
        "table": False,
    }


def json_answer(data: object, status: int = 200) -> Response:
    """Return plain values as JSON that is safe wherever it is put."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _RAW_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return Response(safe, status, media_type="application/json")


def table_answer(table: Table) -> Response:
    """Return rows as CSV that no spreadsheet takes for formulas."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.header)
    for row in table.rows:
        writer.writerow([guard(" ".join(cell.replace("\x00", "").split())) for cell in row])
    name = re.sub(r"[^\w-]+", "-", table.name, flags=re.ASCII).strip("-") or "table"
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(text.getvalue(), media_type="text/csv", headers=headers)


def error_answer(desk: Desk, request: Request, refused: Refusal, headers: Mapping[str, str] | None = None) -> Response:
    """Return an error, as a page or as JSON; in fixed words."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith(".json") or "json" in request.headers.get("accept", ""):
        answer = json_answer(refused.to_dict(), refused.status)
    else:
        context = {**shared(desk, Asked("/", author=desk.options.author)), "refusal": refused}
        answer = HTMLResponse(render("error.html", context), refused.status)
    answer.headers.update(headers or {})
    return answer
