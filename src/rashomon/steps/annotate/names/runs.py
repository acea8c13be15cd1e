"""Proper-noun runs: stretches of tokens that are written as names.

Decides from capital letters, checked by what the rest of the article does: a capital at the beginning of a sentence
proves nothing, so the word must be tagged a proper noun or known, and must not occur in lower case. In headlines in
Title Case and in lines of capitals only words that the body has as names, or that the gazetteers know, are believed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rashomon.records.reading import Sentence, Words
from rashomon.text.lexicon import lexicon
from rashomon.text.lexicon import words as listed
from rashomon.text.names.known import World, world
from rashomon.text.names.titles import titles

LONGEST = 40
"""Letters of a word beyond which it is no name."""


@dataclass(slots=True)
class Habits:
    """How one article writes its words: lower case anywhere, capitals in the middle of ordinary sentences."""

    lower: set[str] = field(default_factory=set)
    capital: Counter[str] = field(default_factory=Counter)
    loud: set[int] = field(default_factory=set)
    """Numbers of the sentences whose capitals prove nothing."""


def habits(words: Words) -> Habits:
    """Count how the article writes its words."""
    found, tokens = Habits(), words.tokens.words
    for n, sentence in enumerate(words.sentences):
        if is_loud(tokens, sentence):
            found.loud.add(n)
            continue
        for i in range(sentence.first, sentence.stop):
            word = tokens[i]
            if word.islower():
                found.lower.add(word)
            elif i > sentence.first and tokens[i - 1] not in OPENERS and word[:1].isupper():
                found.capital[word] += 1
    return found


OPENERS = frozenset("\"'“‘«„:;([-–—•*|…")


def is_loud(tokens: list[str], sentence: Sentence) -> bool:
    """True for a line in capitals or in Title Case."""
    alpha = [w for w in tokens[sentence.first : sentence.stop] if w[:1].isalpha() and w.lower() not in SMALL]
    if len(alpha) < 4:
        return False
    capitals = sum(w[0].isupper() for w in alpha)
    if sum(w.isupper() and len(w) > 1 for w in alpha) > 0.6 * len(alpha):
        return True
    return capitals >= 0.8 * len(alpha)


SMALL = frozenset(
    "a an the of in on at to for and or but by with from as is are be was not vs over after n't s 's".split()
)
NEVER = listed("name_stops", "never.words")
PARTICLES = listed("name_stops", "joining.particles")


def find_runs(words: Words, number: int, seen: Habits) -> list[tuple[int, int]]:
    """Token ranges of sentence `number` that are written as names."""
    sentence, tokens = words.sentences[number], words.tokens
    loud, runs, n = number in seen.loud, [], sentence.first
    stop = sentence.stop
    while n < stop:
        if not _begins(words, n, sentence, seen, loud):
            n += 1
            continue
        end = n + 1
        while end < stop:
            if _continues(words, end, seen, loud):
                end += 1
            elif reach := _bridge(words, n, end, stop, seen, loud):
                end = reach
            else:
                break
        runs.append((n, end))
        n = end
    return [(a, b) for a, b in runs if tokens.ends[b - 1] - tokens.starts[a] <= 120]


def looks_like_name(word: str) -> bool:
    """True for a word with a capital in front, or after a particle ("al-Assad", "d'Estaing")."""
    if len(word) > LONGEST or not any(c.isalpha() for c in word):
        return False
    if word[0].isupper():
        return word.lower() not in NEVER or word in FORCED
    return len(word) > 4 and word[:3] in ("al-", "el-", "d'", "d’") and word[3:4].isupper()


FORCED = frozenset(["US", "IS", "WHO", "U.S.", "IT"])


def _begins(words: Words, n: int, sentence: Sentence, seen: Habits, loud: bool) -> bool:
    tokens, known = words.tokens, world()
    word = tokens.words[n]
    if not looks_like_name(word):
        return word in TITLES_SHORT
    if loud:
        return believed(word, seen, known)
    first = (
        n == sentence.first
        or tokens.words[n - 1] in OPENERS
        or (n > 1 and tokens.words[n - 1] in ")" and n == sentence.first + 1)
    )
    if not first:
        return True
    if seen.capital[word] or word in known.countries or word in known.adjectives or word in known.organizations:
        return True
    if word.lower() in seen.lower:
        return n + 1 < sentence.stop and titles().is_title(word) and looks_like_name(tokens.words[n + 1])
    return (
        tokens.tags[n] in ("NNP", "NNPS")
        or word in known.cities
        or (n + 1 < sentence.stop
        and looks_like_name(tokens.words[n + 1]))
    )


TITLES_SHORT = frozenset(["Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Miss", "Sir"])


def believed(word: str, seen: Habits, known: World) -> bool:
    """True when a word in a loud line is a name elsewhere, or known to the gazetteers."""
    for form in (word, word.capitalize()) if word.isupper() else (word,):
        if seen.capital[form] and form.lower() not in seen.lower:
            return True
        if form in known.countries or form in known.organizations or (form in known.media and len(form) > 2):
            return True
    return False


def _continues(words: Words, n: int, seen: Habits, loud: bool) -> bool:
    tokens = words.tokens
    word = tokens.words[n]
    glued = tokens.starts[n] - tokens.ends[n - 1]
    if glued > 2 or "\n" in words.text[tokens.ends[n - 1] : tokens.starts[n]]:
        return False
    if word == ".":
        return (
            glued == 0
            and (len(tokens.words[n - 1]) == 1 or tokens.words[n - 1].lower() + "." in ABBREVIATED)
            and tokens.words[n - 1].isalpha()
        )
    if not looks_like_name(word):
        return word.isdigit() and len(word) < 4 and tokens.words[n - 1] in NUMBERED
    return not loud or believed(word, seen, world())


NUMBERED = frozenset(["Formula", "No", "No.", "Channel", "Apollo", "Flight", "Boeing", "Falcon", "Airbus"])
ABBREVIATED = frozenset(
    "mr. mrs. ms. dr. gen. lt. col. sgt. capt. sen. rep. gov. st. prof. rev. maj. adm. cmdr. jr. sr.".split()
)


def _bridge(words: Words, first: int, n: int, stop: int, seen: Habits, loud: bool) -> int:
    """Where the run goes on after lower-case words inside a name, else 0."""
    if loud and not world().organizations:
        return 0
    tokens, known = words.tokens.words, world()
    word, before = tokens[n], tokens[n - 1].lower()
    if (
        word in ("'", "’")
        and n + 1 < stop
        and words.tokens.ends[n] == words.tokens.starts[n + 1]
        and words.tokens.starts[n] == words.tokens.ends[n - 1]
    ):
        return n + 2 if len(before) <= 2 and tokens[n + 1][:1].isupper() else 0
    if word == "&" and n + 1 < stop and looks_like_name(tokens[n + 1]):
        return n + 2
    if word in PARTICLES and word not in ("y", "e", "do"):
        end = n + 1
        while end < stop and tokens[end] in PARTICLES:
            end += 1
        return end + 1 if end < stop and looks_like_name(tokens[end]) and not loud else 0
    headed = before in known.organization_heads or before in OF_HEADS or titles().is_title(before)
    if word in ("of", "for") and headed and n + 1 < stop:
        end = n + 2 if tokens[n + 1] == "the" else n + 1
        return end + 1 if end < stop and looks_like_name(tokens[end]) else 0
    if word == "and" and n + 1 < stop and looks_like_name(tokens[n + 1]) and "of" in tokens[first:n] and not loud:
        return (
            n + 2
            if tokens[first].lower()
            in ("ministry", "department", "secretary", "minister", "institute", "centers", "committee", "office")
            else 0
        )
    return 0


OF_HEADS = frozenset(lexicon("name_stops").get("joining", {}).get("heads", [])) | frozenset(
    "ministry department bank university institute college church house court board chamber league union council association federation society "
    "republic kingdom state states city gulf bay strait sea isle cape duke prince king queen archbishop bishop mayor office organization organisation "
    "school academy museum centers center centre commission committee secretary lord".split()
)
