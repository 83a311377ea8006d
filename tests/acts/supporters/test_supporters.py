"""What a client asks of supporters: the same one twice, and a wish that would tell of stopping."""

import pytest

from bot.supporters import passing
from care.schedule.plans import set_plan
from care.supporters import clients_side, their_side
from db import supporters
from db.delivery.screens import ScreenRow
from db.people import accounts
from db.schedule import plans
from db.tx import Tx
from programme.schedule.plan import NUDGE
from programme.supporters.support import Shared, Support, nudge_rule
from tests.acts.supported import supported
from tests.acts.town import LONDON, Town

NOW = "2026-11-21T12:00"


@pytest.mark.parametrize("by_client", [True, False])
async def test_the_other_one_goes_on(town: Town, *, by_client: bool) -> None:
    """Whichever side ends one, the plan of ideas stays for the other; with the last of them it goes."""
    sam = await town.client(1)
    jo = await town.do(lambda tx: accounts.ensure(tx, 2, "en"), NOW)
    twice = [await town.do(supported, NOW, sam.id, jo.id, label) for label in ("Jo", "Joanna")]
    await town.do(_plan, NOW, twice[0])
    for one, left in zip(twice, (1, 0), strict=True):
        if by_client:
            await town.do(clients_side.remove_supporter, NOW, sam, one.id)
        else:
            await town.do(their_side.stop_support, NOW, jo, one.id)
        assert len([plan for plan in await town.ask(plans.of_person, jo.id) if plan.kind == NUDGE]) == left
    assert not await town.ask(their_side.support_holding, jo)


async def _plan(tx: Tx, support: Support) -> None:
    await set_plan(tx, support.person_id or 0, NUDGE, nudge_rule(), LONDON, about_id=support.client_id)


async def test_a_wish_that_tells_waits(town: Town) -> None:
    """Words that name smoking stay sealed and unread until the client's word; a tick taken back takes a wish along."""
    sam = await town.client(1)
    made = await town.do(clients_side.add_supporter, NOW, sam, "Jo")
    assert made is not None

    async def now() -> tuple[str | None, str | None]:
        found = await town.ask(supporters.get, made.id)
        assert found is not None
        return found.wish, found.waits

    wish = "Don't ask if I smoked."
    assert await town.do(clients_side.set_wish, NOW, sam, made.id, "Text at 5.") is clients_side.Wished.KEPT
    assert await town.do(clients_side.set_wish, NOW, sam, made.id, wish) is clients_side.Wished.ASKS
    assert await now() == ("Text at 5.", wish)
    await town.do(clients_side.say_of_wish, NOW, sam, made.id, send=False)
    assert await now() == ("Text at 5.", None)
    await town.do(clients_side.set_wish, NOW, sam, made.id, wish)
    await town.do(clients_side.say_of_wish, NOW, sam, made.id, send=True)
    assert await now() == (wish, None)
    for ticked in (True, False):
        await town.do(clients_side.turn_shared, NOW, sam, made.id, Shared.STOPPING)
        assert await now() == ((wish, None) if ticked else (None, wish))


async def test_a_wish_that_waits_goes_with_who_was_not_to_read_it(town: Town) -> None:
    """Taken off the list, that supporter can be told nothing any more: the words that waited are kept no longer."""
    sam = await town.client(1)
    made = await town.do(clients_side.add_supporter, NOW, sam, "Jo")
    assert made is not None
    await town.do(clients_side.set_wish, NOW, sam, made.id, "Don't ask if I smoked")
    await town.do(clients_side.remove_supporter, NOW, sam, made.id)
    found = await town.ask(supporters.get, made.id)
    assert found is not None
    assert found.waits is None


@pytest.mark.parametrize("keeps", [True, False])
async def test_whether_words_helped_is_an_answer(town: Town, *, keeps: bool) -> None:
    """Who keeps no answers is not asked whether a supporter's words helped, and an old button keeps nothing."""
    sam = await town.client(1)
    await town.choose(NOW, sam, keep_answers=keeps)
    jo = await town.do(lambda tx: accounts.ensure(tx, 2, "en"), NOW)
    support = await town.do(supported, NOW, sam.id, jo.id)
    words = await town.do(clients_side.draft_words, NOW, jo, support, "Thinking of you") or 0
    await town.do(clients_side.send_words, NOW, jo, words)

    async def asked(tx: Tx) -> bool:
        row = ScreenRow(1, sam.id, "passed_on", {}, words, None, live=True)
        facts = await passing.passed_on_facts(tx, sam, row)
        return facts is not None and facts.asks

    assert await town.do(asked, NOW) is keeps
    assert await town.do(clients_side.rate_words, NOW, sam, words, helped=True) is keeps
    passed = await town.ask(supporters.get_encouragement, words)
    assert passed is not None
    assert passed.helped is (True if keeps else None)
    assert len(await town.events(sam, "PassedOnRated")) == keeps
