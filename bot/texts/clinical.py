"""Finds texts that read like a clinical fact, so that none is said without standing in the registry."""

import re
from collections.abc import Container, Iterable, Mapping
from typing import Final

from bot.texts.lint import Text

# Deliberately wide: a text that is caught and says no fact is named in `says_no_fact` of facts.toml.
_CLINICAL: Final = re.compile(
    r"""\b(?:
      nicotine | withdrawals? | caffeine | coffee | carbon\ monoxide | lungs? | heart | blood | pulse | oxygen | cancer
    | medicines? | medication | tablets? | dose | prescri\w+ | pharmac\w+ | patch(?:es)? | varenicline | symptoms?
    | depress\w* | anxiety | anxious | appetite | weight | concentrat\w+ | your\ body | brain
    | (?:cravings?|urges?|it)\ (?:\w+\ )?(?:eases?|lasts?|pass(?:es)?|rises?|falls?|climbs?|goes?\ up)
    | within\ minutes | the\ urge\ goes | stud(?:y|ies) | research | evidence | per\ cent | risks? | twice\ as
    | (?:most|many|some)\ (?:people|smokers|cravings|medicines) | common(?:ly)? | usually | wears?\ off
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def reads_clinical(words: str) -> bool:
    """Whether words read like a clinical fact, by a wide list of terms."""
    return _CLINICAL.search(words) is not None


def unregistered(texts: Iterable[Text], facts: Container[str], says_no_fact: Container[str]) -> list[str]:
    """Keys of texts that read like a clinical fact, stand on none, and are not known to say none."""
    found = (one.key for one in texts if reads_clinical(one.words))
    return sorted(key for key in found if key not in facts and key not in says_no_fact)


def unknown_facts(keys: Mapping[str, Iterable[str]], known: Container[str]) -> list[str]:
    """Facts that a text is said to stand on and that are not in the registry, as "key: fact"."""
    return sorted(f"{key}: {fact}" for key, ids in keys.items() for fact in ids if fact not in known)
