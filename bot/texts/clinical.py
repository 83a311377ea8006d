"""Finds texts that read like a clinical fact, so that none is said without standing in the registry."""

import re
from collections.abc import Container, Iterable, Mapping
from typing import Final

from bot.texts.text import Text
from bot.texts.tone import straight

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
    """Whether words call something common, or speak of withdrawal: to be said inside the time bounds alone."""
    return _WITHDRAWAL.search(straight(words)) is not None


def unregistered(texts: Iterable[Text], facts: Container[str], says_no_fact: Container[str]) -> list[str]:
    """Keys of texts that read like a clinical fact, stand on none, and are not known to say none."""
    found = (one.key for one in texts if reads_clinical(one.words))
    return sorted(key for key in found if key not in facts and key not in says_no_fact)


def unknown_facts(keys: Mapping[str, Iterable[str]], known: Container[str]) -> list[str]:
    """Facts that a text is said to stand on and that are not in the registry, as "key: fact"."""
    return sorted(f"{key}: {fact}" for key, ids in keys.items() for fact in ids if fact not in known)
