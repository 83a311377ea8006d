"""Hearing first: after a standstill, what people did meanwhile is handled before anything is said by itself."""

import asyncio

import structlog

from bot.intake import Intake
from care.clock import Clock
from db import inbox
from db.engine import Database

log = structlog.get_logger(__name__)

HEARS_FIRST = 5.0  # seconds at the most: a line that is down keeps no check-in waiting for longer
LOOK = 0.05  # seconds between two looks whether all is handled


async def hear_first(database: Database, clock: Clock, intake: Intake, stop: asyncio.Event) -> None:
    """Returns when all that waited at Telegram is handled, or after HEARS_FIRST seconds; strangers' updates aside.

    Who is somewhere else by now, took a break or told of a lapse while we were not there, said so before we speak. A
    webhook tells nobody what still waits, so it is given that time.
    """
    until = clock.ticks() + HEARS_FIRST
    await clock.sleep(HEARS_FIRST, stop, intake.caught_up)
    try:
        while not stop.is_set() and clock.ticks() < until:
            there = await database.read(lambda tx: inbox.peek(tx.at(clock.now())))
            if not there.to_look and not there.to_do:
                return
            await clock.sleep(LOOK, stop)
    except Exception as error:  # trouble with the database is waited out by whoever comes next
        log.error("not_heard_first", error=type(error).__name__)
