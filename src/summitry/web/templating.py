"""Pages written from templates; everything that is shown is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

import summitry
from summitry.forecasting.told import percent, track_text
from summitry.incidents import date_text, people
from summitry.record.values import published_text
from summitry.web.links import address, outward, with_query
from summitry.web.words import counted, number, plain, quadrant, state_name, title_of, type_means

__all__ = ["prepare_templates", "render"]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("summitry.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,
    )
    environment.globals.update(address=address, with_query=with_query, version=summitry.__version__)
    environment.filters.update(
        counted=counted,
        dated=date_text,
        number=number,
        on_lines=lambda text: text.replace(" – ", " –\n"),
        outward=outward,
        people=people,
        percent=percent,
        published=published_text,
        quadrant=quadrant,
        slug=lambda text: str(text).replace(" ", "-"),
        state=state_name,
        title_of=title_of,
        track=track_text,
        type_means=type_means,
    )
    return environment


def _shown(value: object) -> object:
    """Return a value as a page may show it: no control characters, which HTML cannot hold and readers cannot see."""
    if isinstance(value, date):
        return value.isoformat()
    return plain(value) if type(value) is str else value


def prepare_templates() -> None:
    """Compile all templates, which the first page would else wait for."""
    environment = _environment()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


def render(template: str, context: Mapping[str, object]) -> str:
    """Return a page as HTML."""
    return _environment().get_template(template).render(context)
