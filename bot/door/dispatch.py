"""Which router gets an update: one for each kind of caller. Handlers run an act, then name the screen to show."""

from functools import cache

from aiogram import Dispatcher

from bot.check_in import handlers as check_in_handlers
from bot.craving import handlers as craving_handlers
from bot.diary import handlers as diary_handlers
from bot.diary import pattern_handlers
from bot.door import fallback
from bot.door.tap_table import TapTable
from bot.measures import handlers as measures_handlers
from bot.medicines import handlers as medicines_handlers
from bot.people import handlers as people_handlers
from bot.people import joining_handlers, place_handlers
from bot.planning import handlers as planning_handlers
from bot.planning import occasion_handlers, reason_handlers
from bot.practice import handlers as practice_handlers
from bot.practice import request_handlers, session_handlers
from bot.quitting import handlers as quitting_handlers
from bot.quitting import lapse_handlers, outcome_handlers, preparing_handlers
from bot.safety import handlers as safety_handlers
from bot.schedule import handlers as schedule_handlers
from bot.schedule import how_often_handlers
from bot.supporters import handlers as supporters_handlers
from bot.supporters import supporting_handlers
from bot.toolkit import handlers as toolkit_handlers

# Messages are for the first of these that takes them: the crisis scan first, what nothing else took last.
_HEARD = (
    safety_handlers.crisis_router,
    request_handlers.requests_router,
    supporting_handlers.router,
    people_handlers.at_hand_router,
    check_in_handlers.router,
    craving_handlers.router,
    diary_handlers.diary_router,
    diary_handlers.diary_after_router,
    quitting_handlers.quitting_router,
    reason_handlers.reasons_router,
    planning_handlers.plan_router,
    safety_handlers.safety_router,
    planning_handlers.problems_router,
    preparing_handlers.preparing_router,
    preparing_handlers.telling_router,
    occasion_handlers.occasions_router,
    lapse_handlers.smoked_router,
    quitting_handlers.lived_router,
    measures_handlers.usual_router,
    toolkit_handlers.toolkit_router,
    toolkit_handlers.phrases_router,
    pattern_handlers.router,
    schedule_handlers.router,
    session_handlers.anchors_router,
    how_often_handlers.router,
    place_handlers.travel_router,
    joining_handlers.start_router,
    people_handlers.everyone_router,
    joining_handlers.joining_router,
    place_handlers.place_and_time_router,
    practice_handlers.practitioner_router,
    request_handlers.links_router,
    outcome_handlers.entries_router,
    supporters_handlers.router,
    practice_handlers.weekly_router,
    session_handlers.sessions_router,
    measures_handlers.scales_router,
    reason_handlers.beliefs_router,
    fallback.router,
)
_TAPPED = (
    schedule_handlers.taps,
    session_handlers.taps,
    people_handlers.taps,
    reason_handlers.taps,
    toolkit_handlers.taps,
    check_in_handlers.taps,
    practice_handlers.taps,
    craving_handlers.taps,
    safety_handlers.taps,
    diary_handlers.taps,
    outcome_handlers.taps,
    how_often_handlers.taps,
    joining_handlers.taps,
    lapse_handlers.taps,
    request_handlers.taps,
    quitting_handlers.taps,
    medicines_handlers.taps,
    occasion_handlers.taps,
    pattern_handlers.taps,
    place_handlers.taps,
    planning_handlers.taps,
    preparing_handlers.taps,
    measures_handlers.taps,
    supporters_handlers.taps,
    supporting_handlers.taps,
)


@cache
def tap_table() -> TapTable:
    """What is done with each tap."""
    return TapTable(*_TAPPED)


@cache
def build_dispatcher() -> Dispatcher:
    """Taps by their table, messages by the routers in order.

    One a process: aiogram's routers know their parent. It keeps nothing between updates, and many may share it.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.callback_query.register(tap_table().answer)
    dispatcher.include_routers(*_HEARD)
    return dispatcher
