"""What stands in place of a screen that an operator stopped, and what says that a text of ours was wrong."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.delivery import ErratumFacts, WithheldFacts
from care.quitting.four_outcomes import DaysRecounted
from programme.operators import Erratum as What
from programme.quitting.outcomes import LivedProgress, Progress
from programme.quitting.recount import OutcomeChange, RecountReason, WhichOutcome

ON = date(2026, 11, 30)
Case = tuple[str, str, Any]


def errata_cases() -> Iterator[Case]:
    """The one line; what was wrong, to who is here, who has left, and to a practitioner."""
    yield "", "withheld", WithheldFacts()
    for left in (False, True):
        called = "left" if left else "here"
        yield f"side effects, {called}", "erratum", ErratumFacts(What.SIDE_EFFECTS, "111", left)
        yield f"answers, {called}", "erratum", ErratumFacts(What.ANSWERS, "111", left)
    yield "side effects, no number", "erratum", ErratumFacts(What.SIDE_EFFECTS)
    yield "a practitioner, side effects", "erratum", ErratumFacts(What.SEEN_SIDE_EFFECTS, names=("Sam", "Ana"))
    yield from _counts()
    yield "a practitioner, answers", "erratum", ErratumFacts(What.SEEN_ANSWERS, names=("Sam",))


def _counts() -> Iterator[Case]:
    """A client's days, with and without money; a practitioner's Mondays alone, and outcomes by every reason."""
    for called, money in (("days", None), ("days and money", 8600)):
        more = None if money is None else 32700
        before, now = _lived(49, money), _lived(185, more)
        yield called, "erratum", ErratumFacts(What.DAYS, days=DaysRecounted(ON, before, now, "GBP"))
    yield "Mondays", "erratum", ErratumFacts(What.WEEKS, on=ON)
    treated = OutcomeChange(WhichOutcome.NHS, "self-reported", "not-said", RecountReason.TREATED)
    each = [
        OutcomeChange(WhichOutcome.SIX, "smoking", "verified", why)
        for why in RecountReason
        if why is not RecountReason.TREATED
    ]
    named = (("Sam (S.P.)", treated), ("Ana", treated), *(("Kim", one) for one in each))
    yield "Mondays and outcomes", "erratum", ErratumFacts(What.WEEKS, outcomes=named[:6], on=ON)
    yield "more outcomes than are read", "erratum", ErratumFacts(What.WEEKS, outcomes=(*named, *_others()), on=ON)


def _others() -> Iterator[tuple[str, OutcomeChange]]:
    for now in ("not-quit", "not-known", "co-verified"):
        yield "Mo", OutcomeChange(WhichOutcome.NHS, "self-reported", now, RecountReason.RULES)


def _lived(days: int, money: int | None) -> LivedProgress:
    return LivedProgress(Progress(smoke_free=days, longest=days), 0, None, money, ())
