"""How many cigarettes: as buttons of four ranges, and said back as it was told."""

from collections.abc import Iterable

from bot.screen import Button, does
from bot.taps.kit import Tap
from bot.texts import Texts
from programme.check_in import RANGES
from programme.smoking import Smoked, how_many

AMOUNTS = dict(zip(RANGES, ("none", "one", "some", "many"), strict=True))


def amount_said(told: Smoked, texts: Texts) -> str | None:
    """How many it were: "1", "2–5", "7". None: they did not say."""
    if told.cigarettes_from is None:
        return None
    code = next((code for code, amount in RANGES.items() if amount == (told.cigarettes_from, told.cigarettes_to)), "")
    return texts.label(f"cigarettes-{AMOUNTS[code]}") if code else str(told.cigarettes_from)


def amounts(tap: Tap[str], texts: Texts) -> Iterable[Button]:
    """A button for each range but none at all."""
    ranges = (code for code in AMOUNTS if how_many(code) is not None)
    return (does(texts.label(f"cigarettes-{AMOUNTS[code]}"), tap, code) for code in ranges)
