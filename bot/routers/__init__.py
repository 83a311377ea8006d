"""Who hears what: a router for each kind of caller. Handlers act, then say which screen is to be seen."""

from functools import cache

from aiogram import Dispatcher

from bot.dispatch import Table
from bot.routers import (
    ahead,
    anchors,
    at_hand,
    beliefs,
    browse,
    client,
    coverage,
    craving,
    crisis,
    diary,
    diary_after,
    entries,
    everyone,
    fallback,
    how_often,
    joining,
    lapse,
    leaving,
    links,
    lived,
    medicines,
    notes,
    occasions,
    outcomes,
    patterns,
    phrases,
    place_and_time,
    plan,
    practitioner,
    preparing,
    problems,
    quitting,
    reasons,
    requests,
    safety,
    scales,
    scores,
    sessions,
    smoked,
    start,
    supporters,
    supporting,
    telling,
    toolkit,
    travel,
    usual,
    weekly,
)

# Messages are for the first of these that takes them: the crisis look first, what nothing else took last.
_HEARD = (
    crisis, requests, supporting, at_hand, client, craving, diary, diary_after, quitting, reasons, plan, safety,
    problems, preparing, telling, occasions, smoked, lived, usual, toolkit, phrases, patterns, ahead, anchors,
    how_often, travel, start, everyone, joining, place_and_time, practitioner, links, entries, supporters, weekly,
    sessions, scales, beliefs, fallback,
)  # fmt: skip
_TAPPED = (
    ahead, anchors, at_hand, beliefs, browse, client, coverage, craving, crisis, diary, diary_after, entries,
    everyone, how_often, joining, lapse, leaving, links, lived, medicines, notes, occasions, outcomes, patterns,
    phrases, place_and_time, plan, practitioner, preparing, problems, quitting, reasons, requests, safety, scales,
    scores, sessions, smoked, supporters, supporting, telling, toolkit, travel, usual, weekly,
)  # fmt: skip


@cache
def tap_table() -> Table:
    """What is done with each tap."""
    return Table(*(module.taps for module in _TAPPED))


@cache
def build_dispatcher() -> Dispatcher:
    """Taps by their table, messages by the routers in order.

    One a process: aiogram's routers know their parent. It keeps nothing between updates, so many may share it.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.callback_query.register(tap_table().answer)
    dispatcher.include_routers(*(module.router for module in _HEARD))
    return dispatcher
