"""A number as people type it: "10", "about ten", "twenty-five or so", "5 cigs", "20 a day"."""

import re
from typing import Final

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS: Final = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_WORDS: Final = {word: number for number, word in enumerate(_SMALL)} | _TENS
_AROUND: Final = re.compile(
    r"(?:about|around|roughly|maybe|perhaps|nearly|almost|probably|approx\.?|~)\s*", re.IGNORECASE
)
_OR_SO: Final = re.compile(r"\s*(?:or so|ish|-ish|maybe|probably)", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"(?:\s*(?:cigs?|cigarettes?|ciggies|fags?|smokes|roll-?ups?|rollies))?(?:\s+(?:today|a day|per day))?$",
    re.IGNORECASE,
)
_NONE: Final = frozenset({"none", "no", "not any", "nothing", "not one"})


def as_digits(text: str) -> str:
    """The number in digits where the text is one; else the text as it was typed, without the space around it."""
    typed = text.strip().rstrip(".!")
    while found := _AROUND.match(typed):
        typed = typed[found.end() :]
    if found := re.search(_OR_SO.pattern + "$", typed, re.IGNORECASE):
        typed = typed[: found.start()]
    typed = _UNIT.sub("", typed)
    if typed.isascii() and typed.isdecimal():
        return typed
    number = _number(typed.casefold())
    return text.strip() if number is None else str(number)


def none_as_zero(text: str) -> str:
    """The same, and "0" for "none": where a number is all that is asked for, as it says nothing elsewhere."""
    return "0" if _UNIT.sub("", text.casefold().rstrip(".!")) in _NONE else text


def _number(words: str) -> int | None:
    if words in _WORDS:
        return _WORDS[words]
    tens, _, rest = words.replace("-", " ").partition(" ")
    if tens in _TENS and rest in _SMALL[1:10]:
        return _TENS[tens] + _WORDS[rest]
    return None
