"""Bytes to text: finds the encoding and refuses what is no text.

Evidence in this order: a byte order mark; the pattern of zero bytes of UTF-16; valid UTF-8; the charset an HTML page
declares; Windows-1252 when the bytes above 127 fall where that code has letters and typographic marks; and only then
charset-normalizer. It refuses binary files by their first bytes, by zero bytes and by control characters, and text
whose encoding stays unclear: a wrong guess would put wrong letters into quotations.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

SAMPLE = 65_536
"""Bytes looked at to judge an encoding."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file: save its text as .txt or .html"),
    (b"PK\x03\x04", "a ZIP archive or office document: unpack it, or save its text as .txt or .html"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ", "an xz archive: unpack it first"),
    (b"\x89PNG", "a picture: leave it out"),
    (b"\xff\xd8\xff", "a picture: leave it out"),
    (b"GIF8", "a picture: leave it out"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save its text as .txt or .html"),
    (b"{\\rtf", "an RTF document: save its text as .txt or .html"),
    (b"SQLite format", "a database: export its articles as JSON lines"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class NotText(ValueError):
    """The bytes are no text; the message says what they are and what to do."""


def decode(data: bytes, html: bool = False) -> str:
    r"""The text in `data`, NFC with `\n` line ends and without byte order mark. Raises NotText.

    `html`: the bytes may be a page that declares its charset.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return normal(_strict(data[len(mark) :], encoding))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"this is {what}")
    sample = data[:SAMPLE]
    if b"\0" in sample:
        return normal(_zero_pattern(data, sample))
    if len(_CONTROL.findall(sample)) * 100 > len(sample) or b"\0" in data:
        raise NotText("this is a binary file: give text, HTML, JSON lines or ninjs")
    try:
        return normal(data.decode("utf-8"))
    except UnicodeDecodeError:
        return normal(_other(data, sample, html))


def normal(text: str) -> str:
    r"""`text` in NFC with `\n` line ends; half surrogates, which no file can hold, become U+FFFD."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))


def _strict(data: bytes, encoding: str) -> str:
    """Decode what a byte order mark announces; a cut-off last character is forgiven, a broken text is not."""
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if broken > 1 + len(text) // 1000:
        raise NotText(f"the file announces {encoding.upper()} but is broken: save it again as UTF-8")
    return text


def _zero_pattern(data: bytes, sample: bytes) -> str:
    """UTF-16 without a mark: Western text has its zero bytes all on one side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) > 0.4 * half and min(even, odd) * 20 <= max(even, odd):
        text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
        if _readable(text[:20_000]):
            return text
    raise NotText("this is a binary file: give text, HTML, JSON lines or ninjs")


def _other(data: bytes, sample: bytes, html: bool) -> str:
    """Bytes that are not valid UTF-8."""
    slips = data.decode("utf-8", errors="replace")
    wrong = slips.count("\ufffd")
    right = sum(ch > "\x7f" for ch in slips) - wrong
    if right >= 4 * wrong:  # UTF-8 with a few broken or cut characters
        return slips
    if html:
        declared = _declared(data, sample)
        if declared is not None:
            return declared
    if _western(sample):
        return data.decode("cp1252", errors="replace")
    return _guess(data, sample)


def _declared(data: bytes, sample: bytes) -> str | None:
    match = _DECLARED.search(sample[:8192])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name
    try:
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return text if isinstance(text, str) and _readable(text[:20_000]) else None


def _western(sample: bytes) -> bool:
    """True when few bytes are above 127 and those read as Western letters and marks between ASCII words."""
    high = sum(byte > 0x7F for byte in sample)
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    undefined = sum(sample.count(bytes([byte])) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
    if high > 0.25 * max(1, letters) or undefined * 20 > high:
        return False
    text = sample.decode("cp1252", errors="replace")
    odd = sum(
        ch > "\x7f" and not (ch.isalpha() or ch in "–—‘’“”„‚•…€£¢¥©®™°§«»¡¿·¼½¾²³¹ºª±×\u00a0\u00ad") for ch in text
    )
    return odd * 5 <= high


def _guess(data: bytes, sample: bytes) -> str:
    """The last resort; what it finds must read as text."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:20_000]).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
        except (LookupError, UnicodeDecodeError):
            text = ""
        if text and _readable(text[:20_000]):
            return text
    raise NotText("the encoding is unknown: save the file as UTF-8")


def _readable(text: str) -> bool:
    """True for text of letters, digits, spaces and usual marks, in words of one script each."""
    if not text:
        return False
    good = sum(ch.isalnum() or ch.isspace() or ch in ".,;:!?'\"()-–—‘’“”«»<>/=%&#" for ch in text)
    words = re.findall(r"[^\W\d_]{3,}", text)
    mixed = sum(not (w.islower() or w.isupper() or w.istitle() or w[1:].islower()) for w in words)
    return good >= 0.9 * len(text) and bool(words) and mixed * 4 <= len(words)
