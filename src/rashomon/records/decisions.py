"""What people have decided about a story: it wins over every rule.

A decision names things by what they are in the texts (names, the digest of a report and characters of it, the passages
of a disagreement), never by ids of a dossier, so that it means the same after every rebuild.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RightSpeaker:
    """Who says the quotation at characters `[start, end)` of the text with this digest; `name` None: nobody known."""

    sha256: str
    start: int
    end: int
    name: str | None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a quotation needs 0 <= start < end, got {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that hold for one story.

    `same`: pairs of names of one actor; `apart`: pairs of names of two actors; `settled`: fingerprints of pairs of
    passages that contradict each other for no reader.
    """

    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    speakers: tuple[RightSpeaker, ...] = ()
    settled: frozenset[str] = frozenset()

    def settles(self, kind: str, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a passage of `one` and a passage of `other` were decided to be no contradiction of this kind."""
        if not self.settled:
            return False
        others = list(other)
        return any(fingerprint(kind, a, b) in self.settled for a in one for b in others)


NOTHING = Decided()


def named(value: str, passage: str) -> str:
    """A passage of a check as decisions name it: a sentence with several numbers is settled for one of them alone."""
    return f"“{value}” in “{passage}”"


def fingerprint(kind: str, one: str, other: str) -> str:
    """The same for the same two passages in either order, whatever their spaces."""
    sides = sorted(" ".join(text.split()) for text in (one, other))
    return hashlib.sha256("\x1f".join((kind, *sides)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
