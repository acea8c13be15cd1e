"""Titles around names, roles that stand alone, and pronouns.

A role noun next to a name ("spokeswoman Ana Reyes", "Ana Reyes, the ministry's spokeswoman,") is that name's label. One
that stands alone after "the" or a possessor ("the Peruvian leader", "his spokesman", "the head of the White House"),
or a group that speaks without an article ("police"), is a role mention. A role after "a" or "an" names nobody in
particular and is left out.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.records.marks import Mention
from rashomon.records.reading import Sentence, Words
from rashomon.records.span import Span
from rashomon.steps.annotate.names.kinds import is_demonym
from rashomon.steps.annotate.names.split import Found, form_at
from rashomon.text.names.known import world
from rashomon.text.names.titles import plain, titles
from rashomon.text.names.vocabulary import never

BEFORE = frozenset("the his her their its our my your this that".split())
PRONOUNS = {"he": "m", "she": "f", "they": ""}
REACH = 7
"""Tokens that a title may have before its head noun."""


def role_start(words: Words, head: int, floor: int, names: dict[int, Found]) -> int:
    """First token of the title whose head noun is token `head`: modifiers, adjectives and names before it."""
    tokens, n, nation = words.tokens, head, False
    while n > floor and head - n < REACH:
        word, tag = tokens.words[n - 1], tokens.tags[n - 1]
        low = word.lower()
        nation = nation or is_demonym(words, n)
        if (
            (low in titles().modifiers and not (nation and tag in ("NN", "NNS", "VB", "VBP")))
            or is_demonym(words, n - 1)
            or form_at(words, n - 1, n + 1) in world().adjectives
            or (n - 1 in names and not _person(names[n - 1]))
            or (titles().is_title(low) and tokens.tags[n - 1] != "VBZ" and low not in ("general",))
            or (low in ("'s", "’s") and n - 2 in names and not _person(names[n - 2]))
            or (
                (tag in ("JJ", "JJS") or (tag == "NN" and not nation))
                and word.isalpha()
                and low not in NOT_MODIFIERS
                and head - n < 3
            )
        ):
            n -= 1
        else:
            break
    while n < head and tokens.words[n].lower() in ("'s", "’s"):
        n += 1
    return n


NOT_MODIFIERS = frozenset(
    "the a an his her their its our my your this that these those he she it they what which who as when "
    "said told says say and or but not by to of in on at with from for "
    "is was be been are were has had have do does did will would can could".split()
)


def _person(found: Found) -> bool:
    return found.type == "person" and not found.role


def role_stop(words: Words, head: int, ceiling: int, names: dict[int, Found]) -> int:
    """Token after the title whose head noun is token `head`: "… of State", "… of the White House", "… of Ukraine"."""
    tokens = words.tokens.words
    end = head + 1
    low = [w.lower() for w in tokens[end : min(ceiling, end + 6)]]
    for phrase in titles().after:
        if tuple(low[: len(phrase)]) == phrase:
            return end + len(phrase)
    if low and low[0] in ("of", "at", "for") and len(low) > 1:
        n = end + 1
        if tokens[n].lower() == "the":
            n += 1
        if n < ceiling and n in names and not _person(names[n]):
            stop = max(n + 1, names[n].stop)
            owned = stop < ceiling and tokens[stop] in ("'s", "’s")
            return end if owned else stop
    return end


class Telling(dict[str, bool]):
    """Whether a word is a pronoun, or in lower case a role, a body or a group of people; each worked out once."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= 50_000:
            self.clear()
        low, told = word.lower(), titles()
        self[word] = value = low in PRONOUNS or low in told.people or low in told.organizations or is_head(low)
        return value


TELLING = Telling()


@lru_cache(maxsize=65536)
def is_head(word: str) -> bool:
    """True for a lower-case role noun."""
    return word.islower() and (word in titles().heads or plain(word) in titles().heads)


def label_names(words: Words, sentence: Sentence, found: list[Found]) -> set[int]:
    """Give names their lower-case titles before and appositions after; returns the tokens that are used up."""
    tokens = words.tokens.words
    names = {n: f for f in found for n in range(f.first, f.stop)}
    used: set[int] = set()
    for f in found:
        if f.role or f.type not in ("person", "other", "organization", "place"):
            continue
        _before(words, sentence, f, names, used)
        if f.label is None and f.type == "person":
            _after(words, sentence, f, names, used, tokens)
    return used


def _before(words: Words, sentence: Sentence, f: Found, names: dict[int, Found], used: set[int]) -> None:
    tokens = words.tokens.words
    if f.label and f.label[0] > sentence.first and tokens[f.label[0] - 1].lower() in ("first", "second"):
        f.label = (f.label[0] - 1, f.label[1])
    if f.label and f.label[0] > sentence.first and f.label[0] - 1 not in names:
        word = tokens[f.label[0] - 1]  # "Transport Minister" at the head of a sentence
        if word[0].isupper() and word.lower() in titles().modifiers and word.lower() not in never():
            f.label = (f.label[0] - 1, f.label[1])
    begin = f.label[0] if f.label else f.first
    head, comma = begin - 1, False
    if begin - 1 in names and not _person(names[begin - 1]) and f.label is None:
        head = _head_of(words, sentence, names[begin - 1].first)
    elif begin > sentence.first + 1 and tokens[begin - 1] == ",":
        head, comma = begin - 2, True
        if head in names and not _person(names[head]):
            head = _head_of(words, sentence, names[head].first)
    if head < sentence.first or not is_head(tokens[head]):
        return
    start = role_start(words, head, sentence.first, names)
    if comma and not _closed(words, sentence, f, start, start in names):
        return
    if f.type != "person" and (f.type == "place" or comma or f.sure):
        return
    end = role_stop(words, head, f.first, names)
    f.type, f.sure = "person", True
    f.label = (start, f.label[1] if f.label and not comma else max(end, head + 1))
    used.update(range(start, max(end, head + 1)))


def _head_of(words: Words, sentence: Sentence, first: int) -> int:
    """The role noun that "of" joins to the name at `first` ("the mayor of London Sadiq Khan"), else -1."""
    tokens, n = words.tokens.words, first - 1
    if n > sentence.first and tokens[n] == "the":
        n -= 1
    return n - 1 if n > sentence.first and tokens[n] in ("of", "at", "for") else -1


def _closed(words: Words, sentence: Sentence, f: Found, start: int, owned: bool) -> bool:
    """True when the name after a comma is an apposition: the role has an article and the name is closed by a mark.

    "After a call with his counterpart, Ana Reyes said …" begins a new clause instead.
    """
    tokens = words.tokens.words
    if not owned and (start == sentence.first or tokens[start - 1].lower() not in BEFORE | {"'s", "’s"}):
        return False
    after = tokens[f.stop] if f.stop < sentence.stop else "."
    if after in (",", ".", ";", ":", ")", "(", "–", "—", "who", "and", "?", "!"):
        return True
    return start - 1 == sentence.first


def _after(
    words: Words, sentence: Sentence, f: Found, names: dict[int, Found], used: set[int], tokens: list[str]
) -> None:
    n = f.stop
    if n + 1 >= sentence.stop or tokens[n] not in (",", "(", "–", "—", "-"):
        return
    n += 1
    if tokens[n].isdigit() and n + 2 < sentence.stop and tokens[n + 1] == ",":
        n += 2
    start = n + 1 if tokens[n].lower() in ("the", "a", "an", "his", "her", "its", "their") else n
    for head in range(start, min(sentence.stop, start + REACH)):
        word = tokens[head]
        if word.lower() in NOT_MODIFIERS or (words.tokens.tags[head] == "VBG" and head == start):
            return
        if is_head(word) or (titles().is_title(word) and word.lower() in titles().heads):
            if head + 1 < sentence.stop and (is_head(tokens[head + 1]) or tokens[head + 1].lower() in titles().heads):
                continue
            if any(m in names and _person(names[m]) for m in range(start, head + 1) if m != head):
                return
            if head + 1 < sentence.stop and tokens[head + 1] in ("'s", "’s"):
                continue
            end = role_stop(words, head, sentence.stop, names)
            f.label = (start, end)
            used.update(range(start, end))
            return
        if word in (",", ".", ";", ":", ")") or words.tokens.tags[head] in (
            "VBD",
            "VBZ",
            "MD",
            "IN",
            "WP",
            "WDT",
            "VBP",
        ):
            return


def stand_alone(words: Words, sentence: Sentence, found: list[Found], used: set[int]) -> list[Mention]:
    """Roles and pronouns of `sentence` that stand for somebody without a name."""
    tokens, out = words.tokens, []
    names = {n: f for f in found for n in range(f.first, f.stop)}
    taken = (
        used
        | {n for f in found if f.label for n in range(*f.label)}
        | {n for n, f in names.items() if f.type == "person"}
    )
    telling = TELLING
    for n in [n for n in range(sentence.first, sentence.stop) if telling[tokens.words[n]]]:
        word = tokens.words[n]
        low = word.lower()
        if low in PRONOUNS and word not in ("HE", "SHE"):
            span = tokens.span(n, n + 1)
            out.append(
                Mention(
                    span,
                    "group" if low == "they" else "person",
                    word,
                    "pronoun",
                    None,
                    "m" if low == "he" else "f" if low == "she" else "",
                )
            )
        elif (
            low not in PRONOUNS
            and n not in taken
            and (word.islower() or n == sentence.first or (n not in names and _the_body(words, n)))
        ):
            role = _role(words, sentence, n, names, taken)
            if role:
                out.append(role)
    return out


def _the_body(words: Words, n: int) -> bool:
    """True for "the Ministry", "the Army": a body whose full name stands elsewhere."""
    word = words.tokens.words[n]
    return word.istitle() and word.lower() in titles().organizations and words.tokens.words[n - 1] in ("the", "The")


def _role(words: Words, sentence: Sentence, n: int, names: dict[int, Found], taken: set[int]) -> Mention | None:
    tokens, known = words.tokens.words, titles()
    low = tokens[n].lower()
    group, body = low in known.people, low in known.organizations
    if not (group or body or is_head(low)) or words.tokens.tags[n] in ("VBZ", "VBD", "VB", "VBP", "VBG", "JJ"):
        return None
    if not (group or body) and n + 1 < sentence.stop and words.tokens.tags[n + 1] in ("NN", "NNS"):
        return None
    if not (group or body) and _goes_on(tokens, n + 1, sentence.stop) and n + 1 not in taken:
        return None
    start = role_start(words, n, sentence.first, names)
    if any(m in taken for m in range(start, n)):
        return None
    before = tokens[start - 1].lower() if start > sentence.first else ""
    owned = before in BEFORE or before in ("'s", "’s")
    national = any(is_demonym(words, m) or m in names for m in range(start, n))
    end = role_stop(words, n, sentence.stop, names)
    if not (
        owned
        or (low.startswith("spokes") and any(m in names for m in range(start, end)))
        or (group and before not in ("a", "an"))
        or low == "police"
        or (national and before not in ("a", "an", "former", "any", "every", "no"))
    ):
        return None
    if body and not owned and not national and low not in ("police", "parliament", "congress"):
        return None
    span = words.tokens.span(start, end)
    kind = "group" if group else "organization" if body else "person"
    text = form_at(words, start, end)
    return Mention(span, kind, text, "role", None, _gender(text))  # type: ignore[arg-type]


def _goes_on(tokens: list[str], n: int, stop: int) -> bool:
    """True when a role noun at the end of modifiers follows: "deputy" in "deputy foreign minister"."""
    end = n
    while end < stop and end < n + 3 and tokens[end] in titles().modifiers and not is_head(tokens[end]):
        end += 1
    return end < stop and is_head(tokens[end])


def _gender(text: str) -> str:
    return titles().gender_of(text)


def role_mention(words: Words, f: Found) -> Mention:
    """A run that is all title ("White House Press Secretary") as a role mention."""
    text = form_at(words, f.first, f.stop)
    span: Span = words.tokens.span(f.first, f.stop)
    return Mention(span, "person", text, "role", None, titles().gender_of(text))  # type: ignore[arg-type]
