"""Which words are verbs of doing or saying, and under which sense they fall.

Decides from `lexicons/en/acts.toml`: every listed verb is inflected by rule (irregular forms are listed), so a verb
is known in all its forms whatever a tagger made of it. A verb of two words needs its particle within three words; its
head alone is a verb without sense. It refuses to give a sense to a verb that is not listed: such a verb still makes an
act, without a sense.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.text.lexicon import lexicon

Shape = Literal["base", "third", "past", "participle", "gerund"]
VOWELS = "aeiou"
DOUBLING = frozenset(
    "stop plan ban bar rob ram nab drop swap trim slam cut put quit hit set shut admit commit submit permit refer"
    " defer confer rebut expel propel begin spot gun step let".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """What a word form can be: its lemma, its sense or None, and the shapes it can have."""

    lemma: str
    sense: str | None
    shapes: frozenset[Shape]


def inflect(lemma: str, odd: tuple[str, ...] = ()) -> dict[str, set[Shape]]:
    """The forms of a one-word verb; `odd` = irregular past and participle."""
    forms: dict[str, set[Shape]] = {lemma: {"base"}}

    def put(word: str, *shapes: Shape) -> None:
        forms.setdefault(word, set()).update(shapes)

    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma in DOUBLING:
        stem = lemma + lemma[-1]
    ends_y = lemma.endswith("y") and lemma[-2:-1] not in VOWELS
    put(
        lemma[:-1] + "ies" if ends_y else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"),
        "third",
    )
    put(lemma[:-2] + "ying" if lemma.endswith("ie") else (lemma if lemma.endswith("ee") else stem) + "ing", "gerund")
    if not odd:
        put(lemma[:-1] + "ied" if ends_y else stem + "ed", "past", "participle")
    for word in odd:
        put(word, "gerund") if word.endswith("ing") else put(word, "past", "participle")
    return forms


@cache
def verb_forms() -> dict[str, Verb]:
    """Every form of every one-word verb and of the heads of others; the sense named first in the file wins."""
    data = lexicon("acts")
    odd = {lemma: tuple(forms) for lemma, forms in data["irregular"].items()}
    table: dict[str, Verb] = {}
    listed = [(name, verb) for name, entry in data["senses"].items() for verb in entry["verbs"] if " " not in verb]
    heads = [v.split()[0] for entry in data["senses"].values() for v in entry["verbs"] if " " in v]
    plain = (*data["speech"]["verbs"], *data["plain"]["verbs"], *odd, *heads)
    listed += [(None, verb) for verb in plain if " " not in verb]
    seen: set[str] = set()
    for sense, lemma in listed:
        if lemma in seen:
            continue
        seen.add(lemma)
        for form, shapes in inflect(lemma, odd.get(lemma, ())).items():
            old = table.get(form)
            if old is None:
                table[form] = Verb(lemma, sense, frozenset(shapes))
            elif old.lemma == lemma:
                table[form] = Verb(lemma, old.sense, old.shapes | shapes)
    return table


@cache
def past_only() -> frozenset[str]:
    """Forms that can be nothing but a past tense ("fell", "began"): they differ from infinitive and participle."""
    odd = lexicon("acts")["irregular"]
    others = {form for forms in odd.values() for form in forms[1:]} | set(odd)
    return frozenset(forms[0] for forms in odd.values() if len(forms) > 1 and forms[0] not in others)


@cache
def phrasal() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """First lemma of a two-word verb → (particle, whole lemma, sense)."""
    table: dict[str, list[tuple[str, str, str]]] = {}
    for sense, entry in lexicon("acts")["senses"].items():
        for verb in entry["verbs"]:
            head, _, particle = verb.partition(" ")
            if particle:
                table.setdefault(head, []).append((particle, verb, sense))
    return {head: tuple(rest) for head, rest in table.items()}


@cache
def noun_senses() -> dict[str, str]:
    """Noun of an act, singular and plural → its sense; the first sense in the file wins."""
    table: dict[str, str] = {}
    for sense, entry in lexicon("acts")["senses"].items():
        for noun in entry["nouns"]:
            plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in VOWELS else noun + "s"
            for form in (noun, plural):
                table.setdefault(form, sense)
    return table


@cache
def word_list(section: str, key: str = "words") -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(lexicon("acts")[section][key])


def sense_of(lemma: str) -> str | None:
    """The sense of a verb by its lemma, None when the lexicon has none."""
    verb = verb_forms().get(lemma)
    return verb.sense if verb and verb.lemma == lemma else None


def is_speech(lemma: str) -> bool:
    """True for verbs whose clause is somebody's words."""
    return lemma in word_list("speech", "verbs")
