"""Whether a client's own words tell their reader that they are stopping smoking: then the client is asked first.

A wide net, and no verdict: of a word too many somebody is asked once more, of one too few a supporter learns what they
were not to know (FIELD 3, H3). As data, so that words are added by whoever meets one.
"""

import re
from typing import Final

# Beginnings of words, and whole ones; between words there may be a space or a hyphen.
BEGINNINGS: Final = (
    "baccy", "bupropion", "champix", "cig", "cytisin", "detox", "inhalator", "lozenge", "nicotin", "nicorette", "puff",
    "relaps", "rollie", "roll up", "rollup", "smok", "tobacco", "vape", "vaping", "varenicline", "zyban", "withdrawal",
)  # fmt: skip
WHOLE: Final = (
    "ashtray", "chew gum", "clean", "cold turkey", "craving", "cravings", "e cig", "fag", "fags", "gave up", "give up",
    "given up", "giving up", "gum", "lapse", "lapsed", "light up", "lighter", "nrt", "packet", "packets", "patch",
    "patches", "quit", "quits", "quitter", "quitting", "slip", "slipped", "snus", "stop", "stopped", "stopping",
    "stops", "urge", "urges",
)  # fmt: skip
# "day 6", "6 days", "two weeks": a count of days is one of days without.
COUNTS: Final = (
    r"day (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)",
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s?",
)
_GAP: Final = re.compile(r"[\s\-]+")
_NAMES: Final = re.compile(
    rf"\b(?:(?:{'|'.join(BEGINNINGS)})\w*|(?:{'|'.join(WHOLE)})|{'|'.join(COUNTS)})\b", re.IGNORECASE
)


def names_smoking(words: str | None) -> bool:
    """Whether these words, of the client's or ours, name smoking, stopping, what helps with it, or a count of days."""
    return bool(words) and _NAMES.search(_GAP.sub(" ", words or "")) is not None
