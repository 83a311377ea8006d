"""The tone of texts: no word that presses or judges, and no clinical fact that is not in the registry."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Text:
    """One text of one locale: every word any of its variants may say, and the arguments it needs."""

    locale: str
    file: str
    key: str
    words: str
    needs: frozenset[str]


# They press, judge or make small. What was found harmful in care is being rushed and being told off.
FORBIDDEN: Final[Mapping[str, str]] = {
    "should": r"should(?:n't|a)?",
    "must": r"must(?:n't)?",
    "failed": r"fail(?:s|ed|ing|ings|ure|ures)?",
    "cheat": r"cheat(?:s|ed|er|ers|ing)?",
    "only": r"only",
    "just": r"just",
    "again": r"again",
    "disappointed": r"disappoint\w*",
}
_PATTERNS: Final = {word: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for word, forms in FORBIDDEN.items()}
_OFFER: Final = re.compile(
    r"\b(?:would you like|what would (?:help|suit)|what suits|what next|shall i|how about|why not|you could"
    r"|might you try|try (?:this|one|a|to)|would .{1,30} help)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[^.?!\n]*[.?!\n]?")


def straight(words: str) -> str:
    """Curly apostrophes as straight ones, so that "mustn’t" is found as well."""
    return words.replace("’", "'").replace("‘", "'")


def not_our_words(words: str) -> list[str]:
    """Which of the words that we do not use are in these, in whatever form."""
    plain = straight(words)
    return [word for word, pattern in _PATTERNS.items() if pattern.search(plain)]


def reads_like_an_offer(words: str) -> bool:
    """Whether words read like an offer or a suggestion, by a wide list of phrases."""
    return _OFFER.search(straight(words)) is not None


def unsorted_offers(texts: Iterable[Text], offers: Container[str], no_offer: Container[str]) -> list[str]:
    """Keys of texts that read like an offer, and are named neither as one nor as none."""
    found = (one.key for one in texts if reads_like_an_offer(one.words))
    return sorted(key for key in found if key not in offers and key not in no_offer)


def asks_first(texts: Iterable[Text], takes_in: Container[str]) -> Iterator[str]:
    """Keys of texts that ask before they have taken in what they answer."""
    for one in texts:
        first = next((part.strip() for part in _SENTENCE.findall(one.words) if part.strip()), "")
        if one.key in takes_in and first.endswith("?"):
            yield one.key


# Deliberately wide: a text that is caught and says no fact is named in `says_no_fact` of facts.toml.
_CLINICAL: Final = re.compile(
    r"""\b(?:
      nicotine | withdraw\w* | caffeine | coffee | carbon\ monoxide | lungs? | heart | blood | pulse | oxygen | cancer
    | health\w* | ill | illness\w* | diseases? | strokes? | asthma | cough\w* | sleep\w* | insomnia | hungr\w+ | hunger
    | medicines? | medication | tablets? | pills? | drugs? | dose | prescri\w+ | pharmac\w+ | side\ effects? | doctor
    | patch(?:es)? | nrt | gum | lozenges? | inhalators? | vap(?:e|es|ing) | e-cigarettes? | varenicline | cytisin\w+
    | bupropion | zyban | champix | clozapine | olanzapine | theophylline | antidepressants? | symptoms?
    | depress\w* | anxiety | anxious | stressed | appetite | weight | metaboli\w* | concentrat\w+ | your\ body | brain
    | (?:cravings?|urges?|it)\ (?:\w+\ )?(?:eases?|lasts?|pass(?:es)?|rises?|falls?|climbs?|goes?\ up)
    | within\ minutes | the\ urge\ goes | stud(?:y|ies) | research | evidence | per\ ?cent | risks? | average
    | (?:most|many|some)\ (?:people|smokers|cravings|medicines|who) | those\ who | common(?:ly)? | usual(?:ly)? | normal
    | typical(?:ly)? | tends? | wears?\ off | twice | doubled? | half\ (?:of|as|the) | a\ (?:third|quarter|tenth)\ of
    | (?:two|three|four|five|\d+)\ times\ (?:as|more|less) | (?:one|two|three|\d+)\ (?:in|out\ of)\ (?:ten|five|\d+)
    )\b | \d\s?%""",
    re.IGNORECASE | re.VERBOSE,
)
_WITHDRAWAL: Final = re.compile(
    r"\b(?:withdrawal|(?:is|are|it's)\s+(?:\w+\s+)?(?:common|normal|usual|typical|to be expected)|part of stopping)\b",
    re.IGNORECASE,
)


def reads_clinical(words: str) -> bool:
    """Whether words read like a clinical fact, by a wide list of terms."""
    return _CLINICAL.search(straight(words)) is not None


def calls_common(words: str) -> bool:
    """Whether words call something common, or speak of withdrawal: to be said only inside the time bounds."""
    return _WITHDRAWAL.search(straight(words)) is not None


def unregistered(texts: Iterable[Text], facts: Container[str], says_no_fact: Container[str]) -> list[str]:
    """Keys of texts that read like a clinical fact, stand on none, and are not known to say none."""
    found = (one.key for one in texts if reads_clinical(one.words))
    return sorted(key for key in found if key not in facts and key not in says_no_fact)


def unknown_facts(keys: Mapping[str, Iterable[str]], known: Container[str]) -> list[str]:
    """Facts that a text is said to stand on and that are not in the registry, as "key: fact"."""
    return sorted(f"{key}: {fact}" for key, ids in keys.items() for fact in ids if fact not in known)
