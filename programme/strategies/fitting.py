"""Which strategies of the catalogue fit: what was given, the moment, the place, the time there is."""

from collections.abc import Iterable

from programme.check_in import HardMoment
from programme.strategies.catalogue import CATALOGUE
from programme.strategies.strategy import Function, Place, Strategy


def fitting(
    gives: Iterable[Function] = (),
    moment: HardMoment | None = None,
    place: Place = Place.ANYWHERE,
    minutes: int | None = None,
    *,
    ahead: bool = False,
) -> tuple[Strategy, ...]:
    """What fits, best first: made for that moment, then giving more of what was asked for, then shorter.

    - What takes longer than `minutes`, or another place than `place`, is left out; what can be done anywhere never is.
    - A strategy without moments fits any; one made for other moments is left out.
    - Things to do before an urge comes are left out unless `ahead`, and then the others are.
    """
    wanted = frozenset(gives)
    found = [
        one
        for one in CATALOGUE
        if one.ahead is ahead
        and one.place in (Place.ANYWHERE, place)
        and (minutes is None or one.minutes <= minutes)
        and (moment is None or not one.moments or moment in one.moments)
        and (not wanted or one.gives & wanted)
    ]

    def rank(one: Strategy) -> tuple[bool, int, int]:
        return (moment not in one.moments, -len(one.gives & wanted), one.minutes)

    return tuple(sorted(found, key=rank))
