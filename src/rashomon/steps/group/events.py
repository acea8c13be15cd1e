"""What grouping says happened, and what people decided: the records between a stream of articles and its keeper.

An article is named by its number (a whole number that grows with arrival). A story is named by the number of the
article that opened it; one that is split off under a number already used gets `AGAIN` more. An id never changes its
meaning and is never used twice; when two stories become one the elder id stays. Nothing here decides.
"""

from __future__ import annotations

from dataclasses import dataclass

AGAIN = 1 << 40
"""Added to a story id that is taken: the next story of the same article; `story % AGAIN` is that article."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Article `number` belongs to `story`; `why` is empty where it opens it: "share: Slovyansk, drones, 19 March"."""

    number: int
    story: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """Story `old` is now part of story `into`, the elder."""

    old: int
    into: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """Article `number` left the story `was` for `story`."""

    number: int
    was: int
    story: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """The articles `numbers` left `story` and are now the story `new`."""

    story: int
    new: int
    numbers: tuple[int, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Pin:
    """Decision: article `number` belongs to the story of article `beside`, or to none but its own when both are one."""

    number: int
    beside: int


@dataclass(frozen=True, slots=True)
class Together:
    """Decision: the stories of articles `one` and `other` are one story."""

    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Apart:
    """Decision: articles `one` and `other` are never in one story."""

    one: int
    other: int


Event = Assigned | Merged | Moved | Split
Decision = Pin | Together | Apart
