"""Where a client stands by name on their practitioner's Monday: each head says one thing, and it is true of them.

Silence is told of who was asked, "not asked" where that was us, and neither of anybody who chose what they have.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from programme.of_client import OfClient
from programme.standing import RARELY, CheckIns
from programme.summary import Week

SILENT: Final = 3  # days asked without a reply, from which on somebody is quiet
MILESTONES: Final = (7, 14, 28, 56, 84, 182, 365)  # smoke-free days


class Under(StrEnum):
    """The heads under which who shows a summary stands by name, in the order in which they are read."""

    RELAPSE = "relapse"  # named in these days; of who chose no check-ins it stands there
    CHOSE_NONE = "chose_none"
    QUIET = "quiet"
    CANNOT_REACH = "cannot_reach"
    PAUSED = "paused"
    NOT_ASKED = "not_asked"  # by us: missed, or left out by our own rules
    NO_TIME = "no_time"  # said yes to check-ins, and is still to pick a time
    NEW = "new"  # nothing was due so far
    BACK = "back"  # there were a break, a block or no check-ins in these days, and nothing was heard since
    DONE = "done"  # six months: no more check-ins by plan
    GOOD = "good"


def is_milestone(one: OfClient) -> bool:
    """Whether a round number of smoke-free days came within these seven days, and no smoking was told of."""
    return any(one.smoke_free_before < day <= one.smoke_free for day in MILESTONES)


def _names_relapse(one: OfClient, week: Week) -> bool:
    said = one.standing.relapse
    told_there = _chose_none(one, week) and one.standing.is_back_to_smoking(week.today)
    return said is not None and said.on >= week.first and not told_there


def _chose_none(one: OfClient, week: Week) -> bool:  # noqa: ARG001
    return one.standing.check_ins is CheckIns.CHOSE_NONE


def _is_there(one: OfClient) -> bool:
    """Whether check-ins come and reach them, so that silence may be silence."""
    return one.standing.check_ins is CheckIns.ON and not one.is_paused and not one.cannot_reach


def _is_quiet(one: OfClient, week: Week) -> bool:
    if not _is_there(one):
        return False
    if week.silent:
        return week.silent >= SILENT or week.is_quiet
    heard = one.standing.last_heard
    return _is_unexplained(one, week) and (heard is None or heard < week.last - RARELY)


def _not_asked(one: OfClient, week: Week) -> bool:
    return _is_there(one) and not week.silent and week.is_quiet and week.not_asked > 0


def _is_new(one: OfClient, week: Week) -> bool:
    heard_or_due = week.silent or week.not_asked or one.standing.last_heard is not None
    return _is_there(one) and week.is_quiet and week.is_new and not heard_or_due


def _is_back(one: OfClient, week: Week) -> bool:
    nothing = _is_there(one) and week.is_quiet and not week.silent and not week.not_asked
    return nothing and not _is_new(one, week) and _was_away(one, week)


def _was_away(one: OfClient, week: Week) -> bool:
    on_since = one.standing.on_since
    return bool(week.paused or week.cannot_reach) or (on_since is not None and on_since >= week.first)


def _is_unexplained(one: OfClient, week: Week) -> bool:
    """Whether nothing was heard, and no other head says why."""
    told = _not_asked(one, week) or _is_new(one, week) or _is_back(one, week)
    return week.is_quiet and not told


def _of_week(is_so: Callable[[OfClient, Week], bool]) -> Callable[[OfClient], bool]:
    return lambda one: one.week is not None and is_so(one, one.week)


STANDS: dict[Under, Callable[[OfClient], bool]] = {
    Under.RELAPSE: _of_week(_names_relapse),
    Under.CHOSE_NONE: _of_week(_chose_none),
    Under.QUIET: _of_week(_is_quiet),
    Under.CANNOT_REACH: lambda one: one.cannot_reach is not None,
    Under.PAUSED: lambda one: one.is_paused,
    Under.NOT_ASKED: _of_week(_not_asked),
    Under.NO_TIME: lambda one: one.standing.check_ins is CheckIns.NO_TIME,
    Under.NEW: _of_week(_is_new),
    Under.BACK: _of_week(_is_back),
    Under.DONE: lambda one: one.standing.check_ins is CheckIns.OVER,
    Under.GOOD: is_milestone,
}
