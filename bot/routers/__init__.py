"""Who hears what: a router for each kind of caller. Handlers act, then say which screen is to be seen."""

from functools import cache

from aiogram import Dispatcher

from bot.routers import (
    ahead,
    anchors,
    at_hand,
    beliefs,
    client,
    coverage,
    craving,
    crisis,
    diary,
    diary_after,
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
    place_and_time,
    plan,
    practitioner,
    preparing,
    problems,
    quitting,
    reasons,
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


@cache
def build_dispatcher() -> Dispatcher:
    """All routers in the order in which they are asked: the crisis look first, what nothing else took last.

    One a process: aiogram's routers know their parent. It keeps nothing between updates, so many may share it.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(
        crisis.router,
        supporting.router,
        at_hand.router,
        client.router,
        craving.router,
        diary.router,
        diary_after.router,
        quitting.router,
        reasons.router,
        plan.router,
        problems.router,
        preparing.router,
        telling.router,
        occasions.router,
        smoked.router,
        lapse.router,
        lived.router,
        usual.router,
        toolkit.router,
        patterns.router,
        ahead.router,
        anchors.router,
        how_often.router,
        travel.router,
        start.router,
        everyone.router,
        leaving.router,
        joining.router,
        place_and_time.router,
        practitioner.router,
        links.router,
        outcomes.router,
        supporters.router,
        weekly.router,
        coverage.router,
        sessions.router,
        scales.router,
        medicines.router,
        scores.router,
        notes.router,
        beliefs.router,
        fallback.router,
    )
    return dispatcher
