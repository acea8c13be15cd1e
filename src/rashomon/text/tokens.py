"""Splits news text into tokens and keeps every offset.

Decides where words, numbers, abbreviations, marks and addresses begin and end, on the characters and the lists of
`lexicons/en/abbreviations.toml`. It never changes a character: `text[start:end]` is the token. Clitics are split as the
Penn Treebank does ("Trump" + "'s", "did" + "n't", "can" + "not"); hyphenated words stay one token unless they begin
with a figure. Control characters and direction marks are no tokens. Time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.records.reading import Tokens
from rashomon.text.lexicon import lexicon, words

CLOSING = " \n\t\"'”’»)]"
LONGEST_KEPT = 40
KEEP = 50_000
LETTER = r"[\w\u0300-\u036f\u00ad\u200c\u200d]"
CLITIC = r"['’](?:s|re|ve|ll|d|m)(?!\w)"
EMOJI = "[\u2600-\u27bf\U0001f000-\U0001faff]"
UNSEEN = r"\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"

Pieces = tuple[tuple[str, int, int], ...]
"""Tokens with the places where they begin and end."""


@cache
def pattern() -> re.Pattern[str]:
    """The pattern of one token; its order of alternatives is its order of precedence."""
    table = lexicon("abbreviations")
    domains, units, cut_off = (
        "|".join(re.escape(entry) for entry in sorted(table[key], key=lambda entry: (-len(entry), entry)))
        for key in ("domains", "units", "cut_off")
    )
    return re.compile(
        rf"""
        (?:https?://|www\.)[^\s<>"“”]{{0,2000}}[\w/\#=&-]
      | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}}                  # e-mail
      | [@\#]\w{{1,140}}                                                         # handle, hashtag
      | (?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?-i:{domains})(?!\w)(?:/[^\s<>"“”]{{0,2000}}[\w/])?
      | (?:[^\W\d_]\.){{2,12}}(?!\w)                                             # U.S., a.m.
      | (?:[^\W\d_]\.){{1,12}}[^\W\d_](?!\w)                                     # U.S
      | ph\.d\.?(?!\w)
      | (?:us|hk|nz|a|c|r|s)\$
      | \d{{4}}-\d\d-\d\d(?!\w)
      | (?:(?<!\w)\.)?\d+(?:[.,:/]\d+)*(?=(?:{units})(?!\w))                     # 5 of 5m
      | \d+(?:[.,:/]\d+)+ | (?<!\w)\.\d+
      | ['’]\d0s(?!\w)
      | [^\W\d]{LETTER}*?(?=n['’]t(?!\w)) | n['’]t(?!\w)
      | {CLITIC}
      | (?<!\w)['’](?:{cut_off})(?!\w)
      | \d{LETTER}*
      | [^\W\d]{LETTER}*(?:(?!{CLITIC})['’][^\W\d]{LETTER}*|[-‐‑&](?=\w){LETTER}*)*
      | \.{{2,}} | …+ | -{{2,}} | [–—―]+ | [!?]+ | `` | ''
      | {EMOJI}(?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff]{{1,4}}{EMOJI}?){{0,8}}
      | [^\w\s{UNSEEN}]
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def abbreviations() -> frozenset[str]:
    """All abbreviations, lower-case, without their last full stop."""
    keys = ("before_name", "before_number", "calendar", "anywhere")
    return frozenset().union(*(words("abbreviations", key) for key in keys))


def tokenize(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into `text`; tags and lemmas are empty strings."""
    tokens = Tokens()
    add_tokens(tokens, text, start, end)
    tokens.tags = [""] * len(tokens.words)
    tokens.lemmas = [form.lower() for form in tokens.words]
    return tokens


def add_tokens(tokens: Tokens, text: str, start: int, end: int) -> None:
    """Add the tokens of the sentence `text[start:end]` to `starts`, `ends` and `words` of `tokens`."""
    starts, ends, forms = tokens.starts, tokens.ends, tokens.words
    sentence = text[start:end]
    last = start + len(sentence.rstrip(CLOSING))
    offset = start
    for chunk in sentence.split():
        offset = text.find(chunk, offset)
        stop = offset + len(chunk)
        for form, first, after in PIECES[chunk] if stop < last else FINAL_PIECES[chunk]:
            forms.append(form)
            starts.append(offset + first)
            ends.append(offset + after)
        offset = stop


class Kept(dict[str, Pieces]):
    """The tokens of stretches without white space, each worked out once; `final` for those that end a sentence."""

    def __init__(self, final: bool) -> None:
        self.final = final

    def __missing__(self, chunk: str) -> Pieces:
        pieces = _split(chunk, self.final)
        if len(chunk) <= LONGEST_KEPT:
            if len(self) >= KEEP:
                self.clear()
            self[chunk] = pieces
        return pieces


PIECES, FINAL_PIECES = Kept(False), Kept(True)


def _split(chunk: str, final: bool) -> Pieces:
    """Where the tokens of a stretch without white space lie; `final` when the sentence ends with it."""
    if chunk.isalpha() and chunk.isascii() and chunk.lower() not in lexicon("abbreviations")["two_words"]:
        return ((chunk, 0, len(chunk)),)
    out: list[tuple[int, int]] = []
    two_words = lexicon("abbreviations")["two_words"]
    for match in pattern().finditer(chunk):
        first, stop = match.span()
        form = match[0]
        if form == "." and out and out[-1][1] == first and _keeps_stop(chunk[slice(*out[-1])], final):
            out[-1] = (out[-1][0], stop)
        elif cut := two_words.get(form.lower()):
            out += [(first, first + cut), (first + cut, stop)]
        else:
            out.append((first, stop))
    return tuple((chunk[first:stop], first, stop) for first, stop in out)


def _keeps_stop(word: str, final: bool) -> bool:
    """Whether the full stop after `word` belongs to it: an abbreviation, or an initial within a sentence."""
    low = word.lower()
    if low in abbreviations():
        return not final or low not in words("abbreviations", "words_too")
    return not final and len(word) == 1 and word.isupper()
