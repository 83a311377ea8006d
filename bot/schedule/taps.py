"""Taps that say when something comes: times, places, how often, one line of /next, a pause."""

from datetime import time
from typing import Final

from bot.kit.taps import (
    A_DAY,
    A_TIME,
    ANYBODY,
    CLIENT,
    NOTHING,
    PRACTITIONER,
    UNREAD,
    Arg,
    choice,
    code,
    matching,
    none_as,
    number,
    optional,
    read_day,
    row,
    tap,
)
from care.schedule.plans import OF_CLIENT
from care.schedule.upcoming import PlanSlot
from programme.people.owned import Owned
from programme.schedule.course import Level
from programme.schedule.pause import Length, PauseScope

ZONE_NAME: Final = matching(r"[A-Za-z][A-Za-z0-9_/+-]{0,47}")


def slot_code(which: PlanSlot) -> str:
    """A slot as a button says it: "12.20260302.1830"."""
    return f"{which.plan_id}.{which.on:%Y%m%d}.{which.slot.replace(':', '')}"


def read_slot(said: str) -> PlanSlot | None:
    """The slot of such a code; None for anything else."""
    plan, _, rest = said.partition(".")
    day, _, at = rest.partition(".")
    on, plan_id, wall = read_day(day), row(Owned.PLAN).read(plan), A_TIME.read(at)
    if on is None or not isinstance(plan_id, int) or not isinstance(wall, time):
        return None
    return PlanSlot(plan_id, on, f"{wall:%H:%M}")


WHICH: Final[Arg[PlanSlot]] = Arg(
    lambda said: read_slot(said) or UNREAD, slot_code, lambda which: ((Owned.PLAN, which.plan_id),)
)
CLIENT_NEXT = tap("client_next", NOTHING, PRACTITIONER, "summary")
SLOT = tap("slot", WHICH, ANYBODY, "next")
SLOT_MOVE = tap("slot_move", NOTHING, ANYBODY, "next")
SLOT_CLOSE = tap("slot_close", NOTHING, ANYBODY, "next")
SLOT_SKIP = tap("slot_skip", NOTHING, ANYBODY, "next")
SLOT_BACK = tap("slot_back", NOTHING, ANYBODY, "next")
SLOT_UNDO = tap("slot_undo", WHICH, ANYBODY, "check_in")
SLOT_AT = tap("slot_at", A_TIME, ANYBODY, "next")
PAUSE = tap("pause", choice(Length), CLIENT, "pause")
PAUSE_WHAT = tap("pause_what", choice(PauseScope), CLIENT, "pause")
PAUSE_DAY = tap("pause_day", A_DAY, CLIENT, "pause")
BACK_NOW = tap("back_now", NOTHING, CLIENT, "pause")
FEWER = tap("fewer", NOTHING, CLIENT, "check_in")
LEVEL = tap("level", choice(Level), CLIENT, "how_often")
FEWER_OF_THEM = tap("less", NOTHING, CLIENT)
WINDOW = tap("window", number(240), CLIENT, "how_often")
ASK_HOUR = tap("ask_hour", code("risk", "morning"), CLIENT, "how_often")
RISK = tap("risk", none_as("none", A_TIME), CLIENT, "how_often")
MORNING = tap("morning", A_TIME, CLIENT, "how_often")
OWN_PLAN = tap("own_plan", NOTHING, CLIENT, "how_often")
OWN_DAY = tap("own_day", number(6), CLIENT, "how_often")
OWN_OUT = tap("own_out", A_TIME, CLIENT, "how_often")
OWN_BACK = tap("own_back", NOTHING, CLIENT, "how_often")
OWN_DONE = tap("own_done", NOTHING, CLIENT, "how_often")
UNDO_PLAN = tap("undo", number(999), CLIENT, "check_in", "how_often")
PROPOSAL_YES = tap("proposal_yes", row(Owned.PROPOSAL), CLIENT, "check_in")
PROPOSAL_NOT_NOW = tap("proposal_not_now", row(Owned.PROPOSAL), CLIENT, "check_in")
PROPOSAL_NEVER = tap("proposal_never", row(Owned.PROPOSAL), CLIENT, "check_in")
STOP_KIND = tap("stop_kind", code(*OF_CLIENT), CLIENT)
HAVE_BACK = tap("have_back", code(*OF_CLIENT), CLIENT, "how_often", "kind_stopped")
MAY_ASK = tap("may_ask", NOTHING, CLIENT, "how_often")
CHANGE_TIME = tap("time", NOTHING, ANYBODY)
TIME_BACK = tap("time_back", NOTHING, ANYBODY, "ask_time")
CHECK_IN_AT = tap("at", A_TIME, ANYBODY, "ask_time")
PLACE = tap("place", NOTHING, ANYBODY, "settings", "support_home")
ELSEWHERE = tap("elsewhere", NOTHING, ANYBODY, "ask_place", "ask_time")
COUNTRY = tap("country", matching(r"[A-Z]{2}"), ANYBODY, "ask_place")
ZONE = tap("zone", ZONE_NAME, ANYBODY, "ask_place")
TRAVEL = tap("travel", optional(number(99, -99)), ANYBODY, "next", "settings")
TRAVEL_PAGE = tap("travel_page", optional(number(99, -99)), ANYBODY, "travel")
TRAVEL_CLOSE = tap("travel_close", NOTHING, ANYBODY, "travel")
TRAVEL_TO = tap("travel_to", ZONE_NAME, ANYBODY, "travel")
TRAVEL_UNDO = tap("travel_undo", NOTHING, ANYBODY, "travel")
