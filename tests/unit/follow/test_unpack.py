from __future__ import annotations

import gzip
import zlib

import pytest

from rashomon.follow.unpack import STEP, Broken, unpacked

TEXT = b"".join(b"The ferry Halcyon sailed at %d. " % n for n in range(4000))


def _bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def _cut(data: bytes, size: int) -> list[bytes]:
    return [data[n : n + size] for n in range(0, len(data), size)]


@pytest.mark.parametrize("size", [1, 7, 1000, 10**7])
@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        (" X-GZIP", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", _bare(TEXT)),
        ("gzip", gzip.compress(TEXT[:5000]) + gzip.compress(TEXT[5000:])),
        ("gzip", gzip.compress(TEXT) + b"\0\0 nothing of it"),
    ],
)
def test_what_is_packed_comes_out_to_the_letter(encoding: str, packed: bytes, size: int) -> None:
    assert b"".join(unpacked(_cut(packed, size), encoding)) == TEXT


@pytest.mark.parametrize("less", [1, 4, 9, 500])
@pytest.mark.parametrize(
    ("encoding", "packed"), [("gzip", gzip.compress(TEXT, 1)), ("deflate", zlib.compress(TEXT, 1))]
)
def test_what_was_cut_is_refused_however_little_is_missing(encoding: str, packed: bytes, less: int) -> None:
    with pytest.raises(Broken, match="ends before its end"):
        b"".join(unpacked(_cut(packed[:-less], 1000), encoding))


def test_a_wrong_checksum_is_refused() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-6] ^= 1
    with pytest.raises(Broken, match="incorrect data check"):
        b"".join(unpacked([bytes(packed)], "gzip"))


def test_foreign_bytes_in_the_middle_are_refused() -> None:
    packed = gzip.compress(TEXT)
    with pytest.raises(Broken):
        b"".join(unpacked([packed[: len(packed) // 2], b"zzzz"], "gzip"))


def test_a_packing_that_was_not_asked_for_is_named() -> None:
    with pytest.raises(Broken, match="packed as 'br', which was not asked for"):
        list(unpacked([b"x"], "br"))


def test_nothing_packed_is_nothing() -> None:
    assert list(unpacked([], "gzip")) == []


def test_a_few_bytes_that_stand_for_many_come_in_small_steps() -> None:
    parts = unpacked([gzip.compress(b"\0" * 50_000_000)], "gzip")
    assert {len(next(parts)) for _ in range(20)} == {STEP}
