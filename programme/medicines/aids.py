"""What somebody uses to help them stop, and how it is going. None of it is smoking; none is pushed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

ONCE_IN: Final = timedelta(days=7)  # "how is it going?"
# Days since the quit date on which it is asked about. Varenicline and bupropion are begun one to two weeks before it:
# facts "varenicline-begun", "bupropion-begun".
ASKED_ON: Final = range(-14, 85)


class Aid(StrEnum):
    """The options of the fact "aids-options", and none. They are recorded apart from each other and from smoking."""

    PATCH = "patch"
    GUM = "gum"
    LOZENGE = "lozenge"
    SPRAY = "spray"  # or inhalator
    VAPE = "vape"
    VARENICLINE = "varenicline"
    CYTISINE = "cytisine"
    BUPROPION = "bupropion"
    OTHER = "other"
    NONE = "none"


# Low mood, agitation or changed behaviour stand in what the medicine's own leaflet or product information says: facts
# "varenicline-mood", "cytisine-mood", "bupropion-mood". Nothing of nicotine or of vapes does.
CHANGES_MOOD: Final = frozenset({Aid.VARENICLINE, Aid.CYTISINE, Aid.BUPROPION})


class Going(StrEnum):
    """How it is going."""

    USING = "using"
    WELL = "well"
    MIXED = "mixed"
    SIDE_EFFECTS = "side-effects"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class AidTold:
    """One thing they said of one aid."""

    id: int
    person_id: int
    at: datetime
    aid: Aid
    going: Going


def in_use(told: Iterable[AidTold]) -> tuple[Aid, ...]:
    """What they use now, by what they said, oldest first; "none" ends all that was said before."""
    found: dict[Aid, None] = {}
    for one in told:
        if one.aid is Aid.NONE:
            found.clear()
        elif one.going is Going.STOPPED:
            found.pop(one.aid, None)
        else:
            found.setdefault(one.aid)
    return tuple(found)


def just_stopped(told: Iterable[AidTold]) -> tuple[Aid, ...]:
    """What they said that they stopped, where that is the last they said of anything; oldest first."""
    every = list(told)
    last = max((one.at for one in every), default=None)
    return tuple(dict.fromkeys(one.aid for one in every if one.at == last and one.going is Going.STOPPED))


def is_asked(told: Iterable[AidTold], on: date, said_on: date | None, quit_on: date) -> bool:
    """Whether to ask on the local date `on`.

    - Whether they use any: once from two weeks before the quit date, and once after it.
    - While they use any: how it is going, a week after they last said.

    `said_on`: the local date on which they were last asked, or last said anything of it.
    """
    if said_on is None:
        return True
    if in_use(told):
        return on - said_on >= ONCE_IN
    return said_on <= quit_on if on > quit_on else said_on < quit_on + timedelta(days=ASKED_ON.start)
