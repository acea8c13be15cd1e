"""Tools for programs that talk MCP: small questions to the desk, each answer with the words it rests on."""

from __future__ import annotations
