"""The record for assistants: the Model Context Protocol over standard input and output, reading only."""

from summitry.web.mcp.protocol import Conversation, serve_lines
from summitry.web.mcp.tools import TOOLS, Tool

__all__ = ["TOOLS", "Conversation", "Tool", "serve_lines"]
