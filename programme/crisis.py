"""The crisis look: does a text say that somebody may be in danger? A pure phrase match, the same for everybody."""

import re
import unicodedata

from programme.crisis_phrases import PHRASES, RUN_TOGETHER, SAID_AS

_LOOKALIKES = str.maketrans("013457@$!|", "oieastasii")
_MASKED = re.compile(r"(?<=[a-z])\*+(?=[a-z])")
_IN_A_WORD = re.compile(r"(?<=[a-z])[013457@$!|]+(?=[a-z])")
_APOSTROPHES = re.compile("['’‘‛´`ʼ＇]")  # noqa: RUF001 - these are the ones that people's keyboards make
_SENTENCE_END = re.compile(r"[.!?;,\n]+")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_SPELLED_OUT = re.compile(r"\b[a-z0-9](?: [a-z0-9]\b){2,}")
_REPEATED = re.compile(r"([a-z])\1+")


def plain(text: str) -> str:
    """The text as the phrases are written: small letters, no accents or apostrophes, one space between two words,
    digits that stand in for letters undone, short forms written out, and every run of one letter made a single letter.
    """
    text = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if unicodedata.category(c) not in {"Mn", "Cf"}
    )
    text = _MASKED.sub("", _APOSTROPHES.sub("", text))
    text = _IN_A_WORD.sub(lambda found: found[0].translate(_LOOKALIKES), text)
    text = _NOT_A_WORD.sub(" ", text).strip()
    text = _SPELLED_OUT.sub(lambda found: found[0].replace(" ", ""), text)
    return _single(" ".join(_said(word) for word in text.split()))


def _said(word: str) -> str:
    return SAID_AS.get(word) or SAID_AS.get(_single(word)) or word


def _single(text: str) -> str:
    return _REPEATED.sub(r"\1", text)


def _pattern(phrase: str) -> str:
    stems = _single(phrase).replace("*", "[a-z]*")
    return stems.replace("(~ )?", "(?:[a-z0-9]+ ){0,3}").replace("~ ", "(?:[a-z0-9]+ ){0,3}")


_PHRASES = re.compile(rf"\b(?:{'|'.join(f'(?:{_pattern(phrase)})' for phrase in PHRASES)})(?![a-z0-9])")
_TOGETHER = re.compile("|".join(map(_single, RUN_TOGETHER)))


def looks_like_crisis(text: str) -> bool:
    """Whether the text may speak of suicide, self-harm, an overdose, danger from somebody or having no strength left.

    Over-inclusive on purpose (FIELD 2.12): the person it was not meant for taps "I meant something else".
    """
    whole = plain(text)
    if _PHRASES.search(whole) or _TOGETHER.search(whole.replace(" ", "")):
        return True
    # "I can't go on. The pain": what must not follow counts within the sentence alone.
    return any(_PHRASES.search(plain(sentence)) for sentence in _SENTENCE_END.split(text))
