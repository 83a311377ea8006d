"""What the screens of ideas are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.screen import Button, does
from bot.screens.parts import go
from bot.taps.craving import CRAVING_BACK
from bot.taps.everywhere import OPEN_MINE
from bot.texts import Texts
from programme.check_in import HardMoment
from programme.offering import Offered
from programme.strategies import Function, Place, Strategy


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; None: whatever it is."""

    gives: Function | None = None
    moment: HardMoment | None = None
    place: Place = Place.ANYWHERE
    minutes: int | None = None

    @classmethod
    def of(cls, args: Mapping[str, Any]) -> "Wanted":
        """As a screen's args say it."""
        return cls(
            args.get("gives") and Function(args["gives"]),
            args.get("moment") and HardMoment(args["moment"]),
            Place(args.get("place", Place.ANYWHERE)),
            args.get("minutes"),
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """`own` are items of theirs that fit, best first, and `ideas` what the catalogue has; `page` as turned.

    `mine` are strategies that are among theirs. `trying`: they are in a craving, so that a tap tries one; else it is
    kept. `took` is the item that was taken a moment ago. `usual` is what they said that smoking gives them.
    """

    view: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    own: Sequence[Offered] = ()
    ideas: Sequence[Strategy] = ()
    mine: frozenset[str] = frozenset()
    page: int = 0
    trying: bool = False
    took: int = 0
    usual: Function | None = None


def leave(facts: Facts, texts: Texts) -> tuple[Button, ...]:
    """The way out: to the craving and to somebody to talk to, or to the toolkit."""
    if facts.trying:
        return go(texts, "button-crisis", "help"), does(texts.label("button-back"), CRAVING_BACK)
    return (does(texts.label("button-back"), OPEN_MINE, "toolkit"),)
