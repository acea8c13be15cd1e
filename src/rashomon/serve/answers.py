"""How every answer looks: tags that let a client ask "still the same?", and one shape for all that goes wrong."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, is_dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

JSON = "application/json"
HTML = "text/html; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"


def encoded(data: Any) -> bytes:
    """`data` as JSON; records become objects."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_plain).encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} is no data")


def tag(*parts: Any) -> str:
    """An entity tag of what an answer depends on."""
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "big") + data)
    return f'"{found.hexdigest()[:24]}"'


def same(request: Request, entity: str) -> Response | None:
    """The answer 304 when the client has what `entity` names already."""
    asked = request.headers.get("if-none-match", "")
    known = {part.strip().removeprefix("W/") for part in asked.split(",")}
    if request.method == "GET" and (entity in known or asked.strip() == "*"):
        return Response(status_code=304, headers={"ETag": entity})
    return None


def answer(
    request: Request, body: bytes | Any, media: str = JSON, *, entity: str | None = None, status: int = 200
) -> Response:
    """`body` (bytes, or data for JSON) as an answer with a tag; 304 when the client has it already."""
    data = body if isinstance(body, bytes) else encoded(body)
    if status != 200:
        return Response(data, status, media_type=media)
    entity = entity or tag(data)
    return same(request, entity) or Response(data, media_type=media, headers={"ETag": entity})


def trouble(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> Response:
    """The one shape of an error: `{"error": {"code": …, "message": …}}`."""
    return Response(encoded({"error": {"code": code, "message": message}}), status, headers, JSON)
