"""The REST interface under `/api`: lists page by page, stories, reports, search, claims; decisions and saved searches.

Described by `/api/openapi.json`. Reading answers carry a tag; what is wrong has one shape whatever the status.
"""

from __future__ import annotations
