"""A second coder: a language model that the user names reads the text, and only what the text bears out is kept.

It is off unless asked for, because the text then leaves this program. What the model offers is held against the text:
its words by search, its actors by the registry, its dates by the reading of dates. The rest is refused, with a reason.
"""

from summitry.coding.llm.client import Client
from summitry.coding.llm.endpoint import KEY_VARIABLE, Endpoint, Key
from summitry.coding.llm.loading import LoadLlmCoder
from summitry.coding.llm.tally import RejectedError, Tally

__all__ = ["KEY_VARIABLE", "Client", "Endpoint", "Key", "LoadLlmCoder", "RejectedError", "Tally"]
