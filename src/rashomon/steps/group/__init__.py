"""Step 4, over many articles: which of them tell one event."""

from __future__ import annotations

from rashomon.steps.group.batch import Item, assign, group
from rashomon.steps.group.events import AGAIN, Apart, Assigned, Decision, Event, Merged, Moved, Pin, Split, Together
from rashomon.steps.group.stream import Stream

__all__ = [
    "AGAIN",
    "Apart",
    "Assigned",
    "Decision",
    "Event",
    "Item",
    "Merged",
    "Moved",
    "Pin",
    "Split",
    "Stream",
    "Together",
    "assign",
    "group",
]  # fmt: skip
