"""What the toolkit's screens are made from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.screen import Button, does
from bot.screens.sees import Sees
from bot.taps.everywhere import OPEN_MINE
from bot.texts import Texts
from programme.check_in import HardMoment
from programme.counts import Share
from programme.offering import Offered
from programme.toolkit import ToolkitItem


@dataclass(frozen=True, slots=True)
class Facts:
    """`own` are the items that are offered, best first, `hidden` those that are not; `view` and `page` as tapped.

    - `opened` is the one that is looked at, with how often it helped by moment (None: at any).
    - `moment`: what is typed next is for that one. `done` is what was done to an item that may be undone: "hidden" or
      "added", and `to` is the item.
    """

    own: Sequence[Offered] = ()
    hidden: Sequence[ToolkitItem] = ()
    view: str = ""
    page: int = 0
    opened: ToolkitItem | None = None
    shares: Sequence[tuple[HardMoment | None, Share]] = ()
    moment: HardMoment | None = None
    done: str = ""
    to: ToolkitItem | None = None
    sees: Sees = field(default_factory=Sees)


def home(texts: Texts) -> Button:
    """Back to the first three."""
    return does(texts.label("button-back"), OPEN_MINE, "toolkit")
