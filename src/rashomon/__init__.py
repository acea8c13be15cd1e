"""Rashomon: what several news reports of one event agree on, where they differ, and who said what, to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.api import Dossier as Dossier
    from rashomon.api import annotate as annotate
    from rashomon.api import compare as compare
    from rashomon.api import verify as verify
    from rashomon.desk import Desk as Desk
    from rashomon.errors import RashomonError as RashomonError
    from rashomon.settings import Settings as Settings

__version__ = "0.1.0"
__all__ = ["Desk", "Dossier", "RashomonError", "Settings", "annotate", "compare", "verify"]

_HOMES = {
    "Desk": "rashomon.desk",
    "Dossier": "rashomon.api",
    "RashomonError": "rashomon.errors",
    "Settings": "rashomon.settings",
    "annotate": "rashomon.api",
    "compare": "rashomon.api",
    "verify": "rashomon.api",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when first used, so that `import rashomon` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
