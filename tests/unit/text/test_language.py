from __future__ import annotations

from rashomon.text.language import detect

ENGLISH = (
    "The ferry was on its way to Sandby when it ran aground, and the harbour of Lorvik has been closed since then."
)
GERMAN = (
    "Die Fähre war auf dem Weg nach Sandby, als sie auf Grund lief, und der Hafen von Lorvik ist seitdem geschlossen."
)
FRENCH = (
    "Le bateau était en route vers Sandby quand il a heurté des rochers, et le port de Lorvik est fermé depuis lors."
)


def test_languages():
    assert detect(ENGLISH) == "en"
    assert detect(GERMAN) == "de"
    assert detect(FRENCH * 3) == "fr"


def test_too_short_to_tell():
    assert detect("") is None
    assert detect("Ferry sinks") == "en"
    assert detect("Паром") is None
