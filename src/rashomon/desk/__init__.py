"""A desk: many reports over a long time, in one folder; see `Desk`."""

from __future__ import annotations

from rashomon.desk.adding import Added
from rashomon.desk.desk import Desk

__all__ = ["Added", "Desk"]
