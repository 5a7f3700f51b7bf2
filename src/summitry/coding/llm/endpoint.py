"""Which language model is asked, where, and with which key."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from summitry.errors import UsageError

__all__ = ["KEY_VARIABLE", "Endpoint", "Key"]

KEY_VARIABLE = "SUMMITRY_LLM_KEY"
"""The environment variable that holds the key: command lines are seen by others and kept in histories."""
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Key:
    """A secret that an endpoint asks for; it shows in no message, log or record.

    Args:
        value: the key, `""` where none is needed.
    """

    value: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not (self.value.isascii() and self.value.isprintable()):
            raise UsageError(f"{KEY_VARIABLE} holds characters that no key has")

    def __bool__(self) -> bool:
        return bool(self.value)

    def hidden(self, text: str) -> str:
        """Return a text without the key, as servers may repeat it in their errors."""
        return text.replace(self.value, "[key]") if self.value else text


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model that is asked there.

    Args:
        url: its address up to what stands before `/chat/completions`: `http://127.0.0.1:8080/v1`.
        model: the model's name, as the endpoint knows it.
        timeout: for how many seconds an answer is waited for.
        temperature: how freely the model words its answer; 0 repeats itself best.

    Raises:
        UsageError: the address or the name makes no sense, or would hold a secret.
    """

    url: str
    model: str
    timeout: float = 300.0
    temperature: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "url", self.url.rstrip("/"))
        if not self.model or len(self.model) > LONGEST_NAME or not self.model.isprintable() or " " in self.model:
            raise UsageError("name the language model as its endpoint knows it, in one word: --llm-model NAME")
        if _is_plain(self.url):
            return
        raise UsageError(
            "name the endpoint by a plain address, without name, password, ? or #: --llm-url http://127.0.0.1:8080/v1"
        )

    @property
    def is_local(self) -> bool:
        """True where the endpoint is on this machine."""
        host = urlsplit(self.url).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def label(self) -> str:
        """The model and where it is, for messages."""
        return f"{self.model} at {self.url}"

    def check_key(self, key: Key) -> None:
        """Refuse to send a key in the clear to another machine.

        Raises:
            UsageError: that is what would happen.
        """
        if key and self.url.startswith("http:") and not self.is_local:
            raise UsageError(f"{self.url} is not encrypted, so {KEY_VARIABLE} is not sent there: use https")


def _is_plain(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    asked = any(mark in url for mark in "@?#") or any(not "!" <= character <= "~" for character in url)
    return parts.scheme in {"http", "https"} and bool(host) and not asked
