"""Names that judge: one report calls an actor by a loaded word, others by a plain one.

Decides from the labels of the cast and the lists in `lexicons/en/degrees.toml`. Spellings, titles and nationalities
are no disagreement.
"""

from __future__ import annotations

from rashomon.records.findings import Actor, Form
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, side_of
from rashomon.text.lexicon import lexicon
from rashomon.text.words_of import content_words

NEAR = 24
"""Characters around a label in which the name must stand."""


def loaded_labels(scene: Scene) -> list[Draft]:
    """At most one disagreement for each actor."""
    data = lexicon("degrees")["loaded"]
    loaded, plain = frozenset(data["words"]), frozenset(data["plain"])
    strays = {a.id for a in scene.story.articles if a.stray}
    texts = {a.id: a.text for a in scene.story.articles}
    out = []
    for actor in scene.cast.actors:
        judging = [f for f in actor.labels if loaded & _words(f) and _beside_name(actor, f, texts)]
        calm = [f for f in actor.labels if plain & _words(f) and not loaded & _words(f)]
        theirs = [c for f in judging for c in f.cites if c.article not in strays]
        others = [c for f in calm for c in f.cites if c.article not in {t.article for t in theirs} | strays]
        if theirs and others:
            sides = (side_of(judging[0].text, None, theirs), side_of(calm[0].text, None, others))
            note = f"{actor.name} is “{judging[0].text}” in one report, “{calm[0].text}” in others."
            out.append(Draft("name", "loaded-label", note, sides))
    return out


def _beside_name(actor: Actor, label: Form, texts: dict[str, str]) -> bool:
    """The label stands with the name once: alone ("the dictator") it might be meant for somebody else."""
    words = {w for f in actor.spellings for w in content_words(f.text)}
    for c in label.cites:
        around = texts.get(c.article, "")[max(0, c.start - NEAR) : c.end + NEAR]
        if words & set(content_words(around)):
            return True
    return False


def _words(label: Form) -> frozenset[str]:
    return frozenset(label.text.lower().split())
