"""Which stretches of a text lie inside other stretches; decides from their edges alone."""

from __future__ import annotations

from bisect import bisect_right

from rashomon.records.span import Span


class Cover:
    """Stretches that hide the clauses inside them."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans, key=lambda s: (s.start, -s.end))
        self.starts = [s.start for s in self.spans]
        self.furthest: list[int] = []
        for span in self.spans:
            self.furthest.append(max(span.end, self.furthest[-1] if self.furthest else 0))

    def hides(self, span: Span) -> bool:
        """True when another stretch covers `span`."""
        n = bisect_right(self.starts, span.start) - 1
        while n >= 0 and self.furthest[n] >= span.end:
            if self.spans[n] != span and self.spans[n].covers(span):
                return True
            n -= 1
        return False
