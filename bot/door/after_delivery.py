"""What follows from a message having arrived: rendering writes nothing, so it is done here."""

from bot.practice import weekly
from bot.safety.crisis import MEANT_ELSE
from care import craving
from care.delivery import check_before_send, notices
from care.practice.caseload import write_looks
from care.safety.crisis import forget_what
from db.delivery import screens
from db.delivery.screens import ScreenRow
from db.people import accounts
from db.tx import Tx


async def arrived(tx: Tx, row: ScreenRow) -> None:
    """That screen stands on the phone as it was then: sent, or changed by a tap. Called once for each.

    - Whose week stands on it by name was looked at by their practitioner (OWASP ASVS 5.0 16.3.2), and that is written
      down; the week of one client is as it is asked for, see care.practice.caseload.week_asked.
    - An exercise that is done together goes on: see care.craving.
    - Who was to hear that we were wrong has heard of it.
    - A crisis card without buttons is never drawn again: what it was about goes.
    - What was tapped on a screen that says nothing is kept goes: see care.delivery.check_before_send.
    """
    match row.name:
        case "weekly":
            await _looked(tx, row)
        case "craving":
            await craving.go_on_guide(tx, row)
        case "erratum":
            await notices.erratum_arrived(tx, row)
        case "crisis":
            await _card_without_buttons(tx, row.id)
        case _:
            await check_before_send.forget_shown(tx, row)


async def _card_without_buttons(tx: Tx, screen_id: int) -> None:
    row = await screens.get(tx, screen_id)
    if row is not None and row.args.get("view") == MEANT_ELSE and "wrote" not in row.args:
        await forget_what(tx, row)


async def _looked(tx: Tx, row: ScreenRow) -> None:
    person = await accounts.get(tx, row.person_id)
    found = None if person is None else await weekly.weekly_facts(tx, person, row)
    if person is not None and found is not None:
        await write_looks(tx, person, weekly.on_screen(found))
