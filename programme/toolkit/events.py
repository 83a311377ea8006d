"""Cravings, and the strategies that a client has for them."""

from programme.check_in.answers import HardMoment
from programme.craving import CravingMeans
from programme.event import Answer, ClientAction, absent, event


@event
class StrategyTried(Answer):
    """In that craving they tried an item of theirs, a strategy by its code, or what everybody has."""

    craving: int
    tried: CravingMeans | None
    item: int | None
    code: str | None


@event
class CravingRated(Answer):
    """How strong that craving was, 0 to 5, and how strong it was by then."""

    craving: int
    tried: CravingMeans | None
    before: int
    after: int


@event
class ToolkitAdded(ClientAction):
    """An item of their own, or a strategy of the catalogue by its code."""

    item: int
    moment: HardMoment | None
    code: str | None = absent()


@event
class ToolkitChanged(ClientAction):
    """An item has other words."""

    item: int


@event
class ToolkitDescribed(ClientAction):
    """What an item is for ("moment", "gives", "place", "minutes"), by a code; "any" takes it away."""

    item: int
    what: str
    code: str


@event
class ToolkitHidden(ClientAction):
    """An item is not offered any more, or is again."""

    item: int
    hidden: bool


@event
class ToolkitPinned(ClientAction):
    """An item stands first, or where its counts put it."""

    item: int
    pinned: bool


@event
class EasierSaid(Answer):
    """A client noticed something that got easier."""
