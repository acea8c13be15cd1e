"""Proper-noun runs: stretches of tokens that are written as names.

Decides from capital letters, checked by what the rest of the article does: a capital at the beginning of a sentence
proves nothing, so an ordinary word there must stand with a capital elsewhere or be known. In headlines in Title Case,
in lines of capitals and in short lines that are no sentences (credits, buttons) only words that ordinary sentences of
the article have as names, or that the gazetteers know, are believed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rashomon.records.reading import Sentence, Words
from rashomon.text.lexicon import words as listed
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles
from rashomon.text.names.vocabulary import is_common, never

LONGEST_WORD = 40
"""Letters of a word beyond which it is no name."""
LONGEST_RUN = 120
"""Characters of a run beyond which it is no name."""
SHORT_LINE = 7
"""Words below which a line without an end mark is a heading or a button."""
OPENERS = frozenset("\"'“‘«„:;([-–—•*|…·")
ENDS = (".", "!", "?", "…", '"', "”", "’", "'", ":", ",")
SMALL = frozenset(
    "a an the of in on at to for and or but by with from as is are be was not vs over after n't s 's ’s it".split()
)
PARTICLES = listed("name_stops", "joining.particles")
OF_HEADS = listed("name_stops", "joining.of_heads")
ADJECTIVE_ENDS = listed("name_stops", "joining.adjective_ends")
ADDRESS = frozenset(["Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Miss", "Sir", "Messrs"])
ABBREVIATED = frozenset("mr mrs ms dr gen lt col sgt capt sen rep gov st prof rev maj adm cmdr jr sr supt det".split())
NUMBERED = frozenset(["Formula", "No", "No.", "Channel", "Apollo", "Flight", "Boeing", "Falcon", "Airbus", "Number"])
JOINED_BY_AND = frozenset(
    "ministry department secretary minister institute centers committee office bureau center centre school "
    "council".split()
)
PARTY = re.compile(r"[DRI]-[A-Z]")
"""Party and state of a member of Congress ("D-Calif")."""
CALLED_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Minister) May\b")
MONTHLY = frozenset("in since until by of last next this early late mid on from to before after during and".split())


@dataclass(slots=True)
class Habits:
    """How one article writes its words: lower case anywhere, capitals in the middle of ordinary sentences."""

    lower: set[str] = field(default_factory=set)
    capital: Counter[str] = field(default_factory=Counter)
    loud: set[int] = field(default_factory=set)
    """Numbers of the sentences whose capitals prove nothing."""
    titled: set[int] = field(default_factory=set)
    """Numbers of the sentences in Title Case: their verbs and adverbs are no names."""
    may: bool = False
    """True when somebody of the article is called May."""


def habits(words: Words) -> Habits:
    """Count how the article writes its words."""
    found, tokens = Habits(may=CALLED_MAY.search(words.text) is not None), words.tokens.words
    capital = found.capital
    for n, sentence in enumerate(words.sentences):
        if is_loud(words, sentence):
            found.loud.add(n)
            continue
        if is_titled(words, sentence):
            found.titled.add(n)
        here = tokens[sentence.first : sentence.stop]
        found.lower.update(filter(str.islower, here))
        for n in [n for n, word in enumerate(here) if n and word[0].isupper()]:
            if here[n - 1] not in OPENERS:
                capital[here[n]] += 1
    return found


def is_loud(words: Words, sentence: Sentence) -> bool:
    """True for a line in capitals or in Title Case, and for a short line that is no sentence."""
    tokens = words.tokens
    here = tokens.words[sentence.first : sentence.stop]
    ended = words.text[sentence.start : sentence.end].rstrip().endswith(ENDS)
    if ended and not any(w.isupper() and len(w) > 1 for w in here):
        return False
    alpha = [w for w in here if w[:1].isalpha() and w.lower() not in SMALL]
    capitals = sum(w[0].isupper() for w in alpha)
    if len(alpha) >= 4 and capitals >= 0.8 * len(alpha) and not ended:
        return True
    if sum(w.isupper() and len(w) > 1 for w in alpha) > 0.6 * len(alpha) and len(alpha) > 2:
        return True
    if ended or len(here) >= SHORT_LINE or not alpha:
        return False
    return not any(t in ("VBD", "VBZ", "MD", "VBP") for t in tokens.tags[sentence.first : sentence.stop])


def is_titled(words: Words, sentence: Sentence) -> bool:
    """True for a line in Title Case with an end mark: its verbs and adverbs have capitals ("Envoy Quietly Met …")."""
    tags, tokens = words.tokens.tags, words.tokens.words
    here = tokens[sentence.first : sentence.stop]
    if len(here) < 7 or not all(w[0].isupper() or w in SMALL for w in here[1:6]):
        return False
    alpha = [w for w in here if w[0].isalpha() and w.lower() not in SMALL]
    if sum(w[0].isupper() for w in alpha) < 0.95 * len(alpha):
        return False
    return any(tags[n][:2] in ("VB", "RB") and tokens[n][0].isupper() for n in range(sentence.first + 1, sentence.stop))


def _does(words: Words, n: int) -> bool:
    """True for an ordinary verb, adverb or preposition, or a plural, which verbs in headlines are often taken for."""
    tag = words.tokens.tags[n]
    return (tag[:2] in ("VB", "RB", "IN") or tag in ("NNS", "NNPS")) and is_common(words.tokens.words[n].lower())


class Capital(dict[str, bool]):
    """Whether a word may begin a name: a capital, or a particle joined to one ("al-Assad"); each worked out once."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= 50_000:
            self.clear()
        self[word] = value = word[0].isupper() or word[:2] in ("al", "el", "d'", "d’")
        return value


CAPITAL = Capital()


def find_runs(words: Words, number: int, seen: Habits) -> list[tuple[int, int]]:
    """Token ranges of sentence `number` that are written as names."""
    sentence, tokens = words.sentences[number], words.tokens
    loud, runs, end, stop = number in seen.loud, [], sentence.first, sentence.stop
    texts, capital = tokens.words, CAPITAL
    titled = number in seen.titled
    for n in [n for n in range(end, stop) if capital[texts[n]] and not (titled and _does(words, n))]:
        if n < end or not _begins(words, n, sentence, seen, loud):
            continue
        end = n + 1
        while end < stop and not (titled and _does(words, end)):
            if _continues(words, end, seen, loud):
                end += 1
            elif reach := _bridge(words, n, end, stop, loud):
                end = reach
            else:
                break
        if tokens.ends[end - 1] - tokens.starts[n] <= LONGEST_RUN:
            runs.append((n, end))
    return runs


def looks_like_name(word: str) -> bool:
    """True for a word with a capital in front, or after a particle ("al-Assad", "d'Estaing")."""
    if len(word) > LONGEST_WORD or not word[0].isalpha():
        return False
    if not word[0].isupper():
        return (len(word) > 4 and word[:3] in ("al-", "el-") and word[3].isupper()) or word[:2] in ("d'", "d’")
    low = word.lower()
    if low in never():
        return word in world().countries or word in world().organizations
    if "-" in word[1:-1]:
        return not is_compound(word) and not PARTY.match(word)
    return not (len(word) > 3 and word.isupper() and is_common(low) and word not in world().organizations)


def is_compound(word: str) -> bool:
    """True for adjectives and pairs made of names: "London-based", "Russia-Ukraine", "Two-Way"."""
    known = world()
    if word in known.organizations or word in known.media or word in known.cities:
        return False
    parts = [p for p in word.split("-") if p]
    if parts[-1].lower() in ADJECTIVE_ENDS or all(is_common(p.lower()) for p in parts):
        return True
    if all(p in known.countries or p in known.adjectives or p in known.capitals for p in parts):
        return True
    return parts[0] in known.countries or (parts[-1].islower() and len(parts[-1]) > 3 and is_common(parts[-1]))


def _begins(words: Words, n: int, sentence: Sentence, seen: Habits, loud: bool) -> bool:
    tokens, known = words.tokens, world()
    word = tokens.words[n]
    if word in ADDRESS:
        return True
    if word == "May":
        return seen.may and _is_person_may(tokens.words, n, sentence)
    if not looks_like_name(word):
        return False
    if loud:
        return believed(word, seen)
    if n > sentence.first and tokens.words[n - 1] not in OPENERS:
        return True
    if seen.capital[word] or word in known.countries or word in known.adjectives or word in known.organizations:
        return True
    low, following = word.lower(), tokens.words[n + 1] if n + 1 < sentence.stop else ""
    if low in PARTICLES and following and (following in PARTICLES or looks_like_name(following)):
        return True
    if low in seen.lower or is_common(low):
        if not following or not looks_like_name(following) or following in known.adjectives:
            return False
        return titles().is_title(word) or (tokens.tags[n] in ("NNP", "NNPS") and low not in seen.lower)
    return True


def _is_person_may(tokens: list[str], n: int, sentence: Sentence) -> bool:
    before = tokens[n - 1].lower() if n > sentence.first else ""
    after = tokens[n + 1] if n + 1 < sentence.stop else ""
    return not after[:1].isdigit() and not before[:1].isdigit() and before not in MONTHLY


def believed(word: str, seen: Habits) -> bool:
    """True when a word in a loud line is a name elsewhere, or known to the gazetteers."""
    known = world()
    for form in (word, word.capitalize()) if word.isupper() and len(word) > 3 else (word,):
        if (
            seen.capital[form]
            and form.lower() not in seen.lower
            and not (is_common(form.lower()) and seen.capital[form] < 2)
        ):
            return True
        if (
            form in known.countries
            or form in known.organizations
            or (form in known.media and not is_common(form.lower()))
        ):
            return True
    return False


def _continues(words: Words, n: int, seen: Habits, loud: bool) -> bool:
    tokens = words.tokens
    word, before = tokens.words[n], tokens.words[n - 1]
    gap = tokens.starts[n] - tokens.ends[n - 1]
    if gap > 2 or (before in ("U.S.", "U.K.") and word in world().countries):
        return False
    if word == ".":
        return gap == 0 and before.isalpha() and (len(before) == 1 or before.lower() in ABBREVIATED)
    if word == "May":
        return fold(before) in world().given or before in ADDRESS or titles().is_title(before)
    if not (word[0].isupper() or word[:3] in ("al-", "el-") or word[:2] in ("d'", "d’")):
        return word.isdigit() and len(word) < 4 and before in NUMBERED
    syllables = "-" in word and fold(before) in world().family_first and word.replace("-", "").isalpha()
    return (looks_like_name(word) or syllables) and (not loud or believed(word, seen))


def _bridge(words: Words, first: int, n: int, stop: int, loud: bool) -> int:
    """Where the run goes on after lower-case words or marks inside a name, else 0."""
    tokens = words.tokens.words
    if n + 1 >= stop:
        return 0
    word, before, after = tokens[n], tokens[n - 1].lower(), tokens[n + 1]
    if word in ("'", "’"):
        glued = (
            words.tokens.ends[n] == words.tokens.starts[n + 1] and words.tokens.starts[n] == words.tokens.ends[n - 1]
        )
        return n + 2 if glued and len(before) <= 2 and after[:1].isupper() else 0
    if word == "&":
        return n + 2 if looks_like_name(after) else 0
    if loud:
        return 0
    if word in PARTICLES:
        end = n + 1
        while end < stop and tokens[end] in PARTICLES:
            end += 1
        return end + 1 if end < stop and looks_like_name(tokens[end]) else 0
    if word in ("of", "for") and (
        before in OF_HEADS or before in world().organization_heads or titles().is_title(before)
    ):
        end = n + 2 if after == "the" else n + 1
        return end + 1 if end < stop and looks_like_name(tokens[end]) else 0
    if word in ("of", "for") and tokens[first].lower() in OF_HEADS and any(w in ("of", "for") for w in tokens[first:n]):
        end = n + 2 if after == "the" else n + 1
        return end + 1 if end < stop and looks_like_name(tokens[end]) else 0
    if word in ("'s", "’s") and after.lower() in world().organization_heads and after[:1].isupper():
        return n + 2 if is_common(before) or titles().is_title(before) else 0
    if word == "and" and looks_like_name(after):
        if any(w in ("of", "for") for w in tokens[first:n]) and tokens[first].lower() in JOINED_BY_AND:
            return n + 2
        return _listed_fields(tokens, first, n, stop)
    return 0


def _listed_fields(tokens: list[str], first: int, n: int, stop: int) -> int:
    """Where "Securities and Exchange Commission" goes on: ordinary words joined before the head of a body."""
    end = n + 1
    while end < stop and end < n + 4 and looks_like_name(tokens[end]):
        end += 1
    headed = end > n + 2 and tokens[end - 1].lower() in world().organization_heads
    low = tokens[n - 1].lower()
    field = is_common(low) and low not in world().team_heads and not (n - first > 1 and low in world().other_heads)
    return end if headed and n - first <= 2 and field else 0
