"""Packed answers, unpacked in small steps: `gzip` and `deflate`, nothing else is asked for.

An answer counts only when its packing comes to its own end with its own checksum: what was cut on the way, or has
foreign bytes in it, is refused whole, however much of it could be read. The HTTP library would hand on what was cut as
if it were whole, and of an answer packed in several pieces only the first.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

STEP = 65_536
"""Bytes that are unpacked at once: a few packed bytes can stand for very many."""
_GZIP, _ZLIB, _BARE = 31, 15, -15
_PLAIN = frozenset({"", "identity"})
_WINDOWS = {"gzip": (_GZIP,), "x-gzip": (_GZIP,), "deflate": (_ZLIB, _BARE)}
"""What each name may mean; servers call both streams `deflate`, with and without the header of zlib."""


class Broken(ValueError):
    """An answer that cannot be unpacked to its end; the message says why."""


def unpacked(parts: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The parts of an answer as its `Content-Encoding` means them. Raises Broken, at the end at the latest."""
    name = encoding.strip().lower()
    if name in _PLAIN:
        yield from parts
    elif name in _WINDOWS:
        yield from _inflated(parts, _WINDOWS[name])
    else:
        raise Broken(f"it is packed as {name[:40]!r}, which was not asked for")


def _inflated(parts: Iterable[bytes], windows: tuple[int, ...]) -> Iterator[bytes]:
    stream, began, held = None, False, b""
    for part in parts:
        part, held = held + part, b""
        while part:
            if stream is None:
                if len(part) < 2:  # too little to tell how it begins
                    held = part
                    break
                if began and (windows[0] != _GZIP or not part.startswith(b"\x1f\x8b")):
                    return  # what follows the end is not part of it
                stream = _opened(part, windows)
            began = True
            if found := _step(stream, part):
                yield found
            part = stream.unused_data if stream.eof else stream.unconsumed_tail
            if stream.eof:
                stream = None
    if held and not began:
        raise Broken("it ends before its end")
    while stream is not None:  # what the last step held back
        found = _step(stream, b"")
        if stream.eof:
            stream = None
        elif not found:
            raise Broken("it ends before its end")
        if found:
            yield found


def _step(stream: zlib._Decompress, part: bytes) -> bytes:
    try:
        return stream.decompress(part, STEP)
    except zlib.error as problem:
        raise Broken(str(problem)) from None


def _opened(part: bytes, windows: tuple[int, ...]) -> zlib._Decompress:
    """A stream for an answer that begins with `part`."""
    for window in windows[:-1]:
        try:
            zlib.decompressobj(window).decompress(part, 1)
        except zlib.error:
            continue
        return zlib.decompressobj(window)
    return zlib.decompressobj(windows[-1])
