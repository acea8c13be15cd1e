"""The language of a text.

Decides by the share of common function words, which settles any English or German report of a sentence or more at no
cost. Only what is neither goes to py3langid, which is imported for it; what it cannot tell stays None, as does a text
too short to judge.
"""

from __future__ import annotations

_COMMON = {
    "en": frozenset(
        "the of and to in a is that for it was on with as be at by he from his an are have has had not but "
        "they which you were their this will would said who been its she or we when her after about more than "
        "also there into over could".split()
    ),
    "de": frozenset(
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
        "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur "
        "oder aber vor zur bis mehr durch".split()
    ),
}
SAMPLE = 1000
"""Characters looked at."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None when it is too short or too strange to tell."""
    words = text[:SAMPLE].lower().split()  # words with a mark at their end are no function words: good enough
    if len(words) < 8:
        return "en" if _plain(text) and len(words) > 0 else None
    shares = {code: sum(map(common.__contains__, words)) / len(words) for code, common in _COMMON.items()}
    best = max(sorted(shares), key=lambda code: shares[code])
    rest = max(share for code, share in shares.items() if code != best)
    if shares[best] >= 0.18 and shares[best] >= 1.6 * rest:
        return best
    return _by_model(text[:SAMPLE]) or (best if shares[best] >= 0.12 else None)


def _plain(text: str) -> bool:
    """True when a short text has English function words or nothing but ASCII letters."""
    return text[:SAMPLE].isascii()


def _by_model(text: str) -> str | None:
    try:
        from py3langid import langid
    except ImportError:
        return None
    code, _ = langid.classify(text)
    return str(code)
