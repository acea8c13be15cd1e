"""How many of the articles that came have a term: what makes a word rare in a stream that never ends.

Words count wherever they stand; pairs of words only where an article keeps them, as all of them would fill the memory.
What was long ago counts half, and less each time: when `2 * window` articles have come, or `MOST` terms, all counts
are halved, and what only one of these articles had is forgotten. So numbers, names of a day and misspellings, of which
every article brings new ones, do not pile up. Decides nothing about likeness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rashomon.steps.group.terms import Vector, rounded, vector

MOST = 1 << 18
"""Terms counted before all counts are halved."""


class Frequencies:
    """Of `documents` articles how many have each term."""

    def __init__(self, window: int, documents: int = 0, seen: Mapping[str, int] | None = None) -> None:
        self.window, self.documents = window, documents
        self.seen: Counter[str] = Counter(seen)

    def weigh(self, found: Mapping[str, int]) -> Vector:
        """Count one more article, and give its weighted terms."""
        self.documents += 1
        self.seen.update([name for name in found if " " not in name])
        terms = vector(found, rounded(self.documents), self.seen)
        self.seen.update([name for name in terms if " " in name])
        if self.documents >= 2 * self.window or len(self.seen) > MOST:
            self.documents = (self.documents + 1) // 2
            self.seen = Counter({name: n // 2 for name, n in self.seen.items() if n > 1})
        return terms
