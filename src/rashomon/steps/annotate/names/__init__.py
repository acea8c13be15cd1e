"""Names in one article: who and what is mentioned, with titles, roles and pronouns.

Rules over proper-noun runs, lexicons and gazetteers; part-of-speech tags are evidence among others. What is written as
a name but has no evidence of its type is kept as `other`; sentence beginnings and headlines are not believed alone.
"""

from __future__ import annotations

from rashomon.records.marks import Mention
from rashomon.records.reading import Words
from rashomon.steps.annotate.names.decide import decide, drop_ordinary
from rashomon.steps.annotate.names.roles import label_names, role_mention, stand_alone
from rashomon.steps.annotate.names.runs import find_runs, habits
from rashomon.steps.annotate.names.split import Found, split_run
from rashomon.text.names.parts import person
from rashomon.text.names.titles import titles

__all__ = ["find_mentions"]


def find_mentions(words: Words) -> tuple[Mention, ...]:
    """The mentions of `words`, in text order."""
    seen = habits(words)
    alone: list[Mention] = []
    by_sentence: list[list[Found]] = [
        [f for first, stop in find_runs(words, number, seen) for f in split_run(words, first, stop)]
        for number in range(len(words.sentences))
    ]
    drop_ordinary(words, by_sentence)
    found = [f for here in by_sentence for f in here]
    used = [label_names(words, s, here) for s, here in zip(words.sentences, by_sentence, strict=True)]
    full = decide(words, found)
    for sentence, here, gone in zip(words.sentences, by_sentence, used, strict=True):
        alone += stand_alone(words, sentence, here, gone)
    mentions = [role_mention(words, f) if f.role else _mention(words, f, full[n]) for n, f in enumerate(found)]
    return tuple(sorted(mentions + alone, key=lambda m: (m.span, m.form)))


def _mention(words: Words, f: Found, name: str) -> Mention:
    tokens = words.tokens
    label = tokens.span(*f.label) if f.label else None
    gender = ""
    if f.type == "person":
        gender = titles().gender_of(label.of(words.text)) if label else ""
        gender = gender or person(name).gender
    return Mention(tokens.span(f.first, f.stop), f.type, name, "name", label, gender)  # type: ignore[arg-type]
