"""Step 6: the dossier. Orders it, heads it, and re-reads every cite before anybody sees it."""

from __future__ import annotations

from rashomon.errors import BadDossier
from rashomon.records.codec import encode
from rashomon.records.dossier import Findings, Record, Unread
from rashomon.steps.compose.head import head_of
from rashomon.steps.compose.proof import prove

__all__ = ["compose", "prove"]


def compose(findings: Findings, unread: tuple[Unread, ...] = ()) -> Record:
    """The dossier of `findings`. Raises BadDossier when a cite does not hold: such a dossier must not exist."""
    record = Record(head_of(findings), findings, tuple(sorted(unread, key=lambda u: u.path)))
    broken = prove(encode(record))
    if broken:
        raise BadDossier("the dossier does not hold: " + "; ".join(broken[:5]))
    return record
