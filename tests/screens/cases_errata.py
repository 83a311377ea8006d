"""What stands in place of a screen that an operator stopped, and what says that a text of ours was wrong."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.screens.erratum import Facts as Erratum
from bot.screens.withheld import Facts as Withheld
from care.recounted import Days
from programme.errata import Erratum as What
from programme.outcomes import LivedProgress
from programme.outcomes.recount import Change, Which, Why
from programme.progress import Progress

ON = date(2026, 11, 30)
Case = tuple[str, str, Any]


def errata_cases() -> Iterator[Case]:
    """The one line; what was wrong, to who is here, who has left, and to a practitioner."""
    yield "", "withheld", Withheld()
    for left in (False, True):
        called = "left" if left else "here"
        yield f"side effects, {called}", "erratum", Erratum(What.SIDE_EFFECTS, "111", left)
        yield f"answers, {called}", "erratum", Erratum(What.ANSWERS, "111", left)
    yield "side effects, no number", "erratum", Erratum(What.SIDE_EFFECTS)
    yield "a practitioner, side effects", "erratum", Erratum(What.SEEN_SIDE_EFFECTS, names=("Sam", "Ana"))
    yield from _counts()
    yield "a practitioner, answers", "erratum", Erratum(What.SEEN_ANSWERS, names=("Sam",))


def _counts() -> Iterator[Case]:
    """A client's days, with and without money; a practitioner's Mondays alone, and outcomes by every reason."""
    for called, money in (("days", None), ("days and money", 8600)):
        more = None if money is None else 32700
        before, now = _lived(49, money), _lived(185, more)
        yield called, "erratum", Erratum(What.DAYS, days=Days(ON, before, now, "GBP"))
    yield "Mondays", "erratum", Erratum(What.WEEKS, on=ON)
    treated = Change(Which.NHS, "self-reported", "not-said", Why.TREATED)
    each = [Change(Which.SIX, "smoking", "verified", why) for why in Why if why is not Why.TREATED]
    named = (("Sam (S.P.)", treated), ("Ana", treated), *(("Kim", one) for one in each))
    yield "Mondays and outcomes", "erratum", Erratum(What.WEEKS, outcomes=named[:6], on=ON)
    yield "more outcomes than are read", "erratum", Erratum(What.WEEKS, outcomes=(*named, *_others()), on=ON)


def _others() -> Iterator[tuple[str, Change]]:
    for now in ("not-quit", "not-known", "co-verified"):
        yield "Mo", Change(Which.NHS, "self-reported", now, Why.RULES)


def _lived(days: int, money: int | None) -> LivedProgress:
    return LivedProgress(Progress(smoke_free=days, longest=days), 0, None, money, ())
