"""Names for things of a dossier that are valid outside of it: URIs made of digests, dates with a time zone."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import datetime
from urllib.parse import quote

from rashomon.export.view import Data

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?")


def text_uri(article: Data) -> str:
    """The text of an article as an RFC 6920 name (`ni:///sha-256;…`): the characters that offsets count in."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(article["sha256"])).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def dossier_digest(dossier: Data) -> str:
    """32 hexadecimal digits that name the story: a digest of the digests of its texts."""
    sums = "".join(sorted(a["sha256"] for a in dossier["articles"]))
    return hashlib.sha256(sums.encode("ascii")).hexdigest()[:32]


def line_uri(dossier: Data, line: str) -> str:
    """A line or an actor of the dossier as a `tag:` URI (RFC 4151)."""
    return f"tag:rashomon,2025:{dossier_digest(dossier)}/{quote(line, safe='')}"


def moment(published: str | None) -> str | None:
    """A publication time as RFC 3339, read as UTC where no zone is known; None without a day of the calendar."""
    found = _MOMENT.fullmatch(published or "")
    if not found:
        return None
    day, clock, zone = found.groups()
    made = f"{day}T{clock or '00:00'}:00{zone or 'Z'}"
    try:
        datetime.fromisoformat(made)
    except ValueError:  # 31 February, 25:61
        return None
    return made
