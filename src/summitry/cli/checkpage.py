"""A checked article: as a table on a terminal, as Markdown, as one HTML page without scripts."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from html import escape

from rich.console import Console
from rich.text import Text

from summitry.checking.checked import CheckedText
from summitry.checking.marking import stretches, verdict_of
from summitry.cli.output import counted, table_width
from summitry.cli.safety import markdown_cell, plain
from summitry.incidents import date_text, people
from summitry.model import Document, Incident, Verdict

__all__ = ["html_page", "markdown_page", "write_table"]

_STYLES = {"supported": "green", "contradicted": "bold red", "conflicting": "bold yellow", "not in record": "dim"}
_LABEL = 12
_WIDEST = 110
_TRACKED = frozenset({"relation", "position", "cause", "forecast"})


def write_table(checked: CheckedText, everything: bool) -> None:
    """Print each claim with its verdict and why; those that no rows bear on only where everything is asked for."""
    console = Console(file=sys.stdout, width=min(table_width(), _WIDEST), highlight=False, soft_wrap=False)
    shown = [(n, v) for n, v in enumerate(checked.verdicts, 1) if everything or _is_decided(v)]
    for number, verdict in shown:
        console.print(Text(f"[{number}] ", style="dim").append(verdict.word.upper(), style=_STYLES[verdict.word]))
        console.print(Text(f"    “{plain(verdict.claim.evidence.quote)}”"))
        for label, value in _lines(verdict):
            _field(console, label, value)
        for incident in checked.rows(verdict):
            _field(console, "", _row(incident))
        console.print()
    console.print(Text(_summary(checked, len(shown))))


def _is_decided(verdict: Verdict) -> bool:
    return verdict.word != "not in record" or (bool(verdict.rule) and verdict.claim.kind not in _TRACKED)


def _lines(verdict: Verdict) -> Iterator[tuple[str, str]]:
    yield verdict.claim.kind, verdict.why
    yield "counted", verdict.rule
    yield "coverage", verdict.coverage
    yield "other words", "; ".join(verdict.near_misses)
    yield "right is", verdict.correction


def _field(console: Console, label: str, value: str) -> None:
    for line in Text(plain(value)).wrap(console, console.width - _LABEL - 4) if value else ():
        line.rstrip()
        console.print(Text(f"    {label:<{_LABEL}}", style="dim").append(line.plain, style="not dim"))
        label = ""


def _row(incident: Incident) -> str:
    sides = " → ".join(side for side in (people(incident.actors), people(incident.recipients)) if side)
    place = f", {incident.place}" if incident.place else ""
    return f"{date_text(incident.interval) or 'undated'}  {incident.type} {sides}{place}  {incident.id[:10]}"


def _summary(checked: CheckedText, shown: int) -> str:
    counts = checked.counts
    told = ", ".join(f"{counts[word]} {word}" for word in _STYLES if word in counts) or "none"
    hidden = len(checked) - shown
    note = f" {hidden} kept and not decided are not listed; --all adds them." if hidden else ""
    return f"{counted(len(checked), 'claim')}: {told}.{note}"


def markdown_page(checked: CheckedText) -> str:
    """Return the article with each claim in bold and numbered, then the verdicts."""
    document = checked.document
    parts = [f"# {markdown_cell(document.title)}\n\n" if _needs_title(document) else ""]
    for stretch in stretches(document.text, document.article, checked.verdicts):
        words = "\n".join(markdown_cell(line) for line in stretch.text.split("\n"))
        core = words.strip()
        if stretch.claims and core:
            lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            words = f"{_space(stretch.text, 0)}{lead}**{core}**{tail}"
        else:
            words = f"{_space(stretch.text, 0)}{words}"
        parts.append(words + "".join(f"[{number}]" for number in stretch.ends) + _space(stretch.text, -1))
    lines = [f"## {counted(len(checked), 'claim')}", ""]
    for number, verdict in enumerate(checked.verdicts, 1):
        lines += list(_markdown_item(number, verdict, checked.rows(verdict)))
    return "".join(parts).strip() + "\n\n" + "\n".join(lines)


def _needs_title(document: Document) -> bool:
    """True where the text does not begin with its own title."""
    begins = document.text[document.article[0][0] :].lstrip() if document.article else ""
    return bool(document.title) and not begins.startswith(document.title)


def _space(text: str, at: int) -> str:
    """Return the blank that a stretch has at one end, which making it safe takes away."""
    return " " if text[at : at + 1 or None] == " " else ""


def _markdown_item(number: int, verdict: Verdict, rows: Sequence[Incident]) -> Iterator[str]:
    quote = markdown_cell(verdict.claim.evidence.quote)
    yield f"{number}. **{verdict.word}** ({verdict.claim.kind}) “{quote}”"
    for label, value in _lines(verdict):
        if value:
            yield f"   - {label}: {markdown_cell(value)}"
    for incident in rows:
        yield f"   - {markdown_cell(_row(incident))}"


def html_page(checked: Sequence[CheckedText]) -> str:
    """Return checked articles as one HTML page: no script, nothing fetched."""
    body = "\n".join(_html_article(one) for one in checked)
    title = escape(next((one.document.title for one in checked if one.document.title), "Checked article"))
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n<style>{_CSS}</style></head>\n'
        f"<body>\n{body}\n</body></html>"
    )


_CSS = """
body{font:1rem/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
mark{background:#eee;padding:0 .1em}mark.contradicted{background:#ffd6d1;border-bottom:3px solid #a40000}
mark.supported{background:#ddf2dd;border-bottom:2px solid #1b6e1b}
mark.conflicting{background:#fff0c2;border-bottom:2px dashed #7a5600}
mark a{color:#1a1a1a}ol{padding-left:1.5rem}li{margin:0 0 1.2rem}q{font-style:italic}
.word{font-weight:700;text-transform:uppercase;font-size:.85rem}.contradicted .word{color:#a40000}
.supported .word{color:#1b6e1b}dl{display:grid;grid-template-columns:8rem 1fr;gap:.1rem .6rem;margin:.3rem 0}
dt{color:#555}dd{margin:0}ul{margin:.3rem 0}p{white-space:pre-line}
"""


def _html_article(checked: CheckedText) -> str:
    document, parts = checked.document, []
    for stretch in stretches(document.text, document.article, checked.verdicts):
        word = verdict_of(stretch, checked.verdicts)
        notes = "".join(f'<sup><a href="#c{n}" id="t{n}">[{n}]</a></sup>' for n in stretch.ends)
        text = escape(stretch.text)
        parts.append(f'<mark class="{word.replace(" ", "-")}" title="{word}">{text}</mark>{notes}' if word else text)
    items = "\n".join(_html_item(n, v, checked.rows(v)) for n, v in enumerate(checked.verdicts, 1))
    heading = f"<h1>{escape(document.title)}</h1>\n" if _needs_title(document) else ""
    summary = escape(_summary(checked, len(checked)))
    return f"<article>\n{heading}<p>{''.join(parts)}</p>\n</article>\n<h2>{summary}</h2>\n<ol>\n{items}\n</ol>"


def _html_item(number: int, verdict: Verdict, rows: Sequence[Incident]) -> str:
    fields = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in _lines(verdict) if value)
    listed = "".join(f"<li>{escape(_row(incident))}</li>" for incident in rows)
    quote = escape(" ".join(verdict.claim.evidence.quote.split()))
    return (
        f'<li id="c{number}" class="{verdict.word.replace(" ", "-")}"><span class="word">{verdict.word}</span> '
        f'<q>{quote}</q> <a href="#t{number}">in the text</a>'
        f"<dl>{fields}</dl>{f'<ul>{listed}</ul>' if listed else ''}</li>"
    )
