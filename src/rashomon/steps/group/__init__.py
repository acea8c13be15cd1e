"""Step 4, over many articles: which of them tell one event."""

from __future__ import annotations

from rashomon.steps.group.batch import Item, group
from rashomon.steps.group.stream import Assigned, Merged, Stream

__all__ = ["Assigned", "Item", "Merged", "Stream", "group"]
