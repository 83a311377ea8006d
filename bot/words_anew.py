"""Where the words of the choices have changed, they are shown once, below what the client has done."""

from bot.visit import Visit
from care import say
from care.consent import are_to_be_shown
from db import consents


async def show_words_anew(visit: Visit) -> None:
    """One kind screen, the next time a client does anything; never beside the crisis card, nor with a goodbye."""
    if not visit.person.is_client or visit.crisis or visit.erased is not None:
        return
    if await are_to_be_shown(visit.tx, visit.person):
        choices = await consents.in_force(visit.tx, visit.person.id)
        args = {"choices": choices.codes(), "for": "settings", "anew": 1}
        await say.show(visit.tx, visit.person.id, "choices", args)
