"""Forms as visitors send them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData

__all__ = ["Sent", "text_of", "words_of"]


async def _form(request: Request) -> FormData:
    return await request.form(max_files=1, max_fields=200)


Sent = Annotated[FormData, Depends(_form)]
"""A form without files to keep."""


def text_of(form: FormData, name: str) -> str:
    """Return a field without the blanks around it, `""` where it is not there."""
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def words_of(form: FormData, name: str) -> list[str]:
    """Return all values of a field: several fields of that name, or one with several words."""
    return [word for value in form.getlist(name) if isinstance(value, str) for word in value.replace(",", " ").split()]
