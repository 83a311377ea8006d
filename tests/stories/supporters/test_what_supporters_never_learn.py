"""Held celebrations and lapses: what a supporter reads is the same whether or not the client smoked."""

import re
from collections.abc import Iterator
from datetime import timedelta
from operator import methodcaller

import pytest
from sqlalchemy import update

from db.tables import supporters
from tests.stories.supporters.test_a_supporter import NEVER, link_for
from tests.stories.town import DAYS, Someone, Town


@pytest.fixture(autouse=True)
def the_rest_is_told_elsewhere(town: Town) -> Iterator[None]:
    """Weeks go by in this story, and what comes to Lee on a Monday is told elsewhere."""
    yield
    for someone in town.people:
        someone.phone.looks()


async def on_the_side_of(town: Town, client: Someone) -> Someone:
    """Somebody called Jo who may see everything that can be shared."""
    token = await link_for(client, "That I'm stopping", "Good news")
    jo = town.someone("Jo")
    await jo.does(lambda phone: phone.starts(token))
    await jo.taps("Yes, I'm Jo", "Yes, count me in")
    client.phone.looks()
    return jo


async def a_week(town: Town, smokes: Someone | None, *clients: Someone) -> None:
    """Each evening both say the same, but one of them smoked in it and names a relapse at the end."""
    for day in DAYS:
        await town.reaches(f"{day} 18:30")
        for client in clients:
            client.phone.looks()
            if "OK" in client.labels():
                await client.taps("OK", "1", "None")
                client.phone.looks()
        if smokes is not None and day in ("Wed", "Fri", "Sun"):
            await smokes.writes("I smoked")
            smokes.phone.looks()
    for client in clients:
        client.phone.looks()


async def test_nothing_that_jo_reads_tells_of_a_lapse(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.4, 3.6, H3: three weeks, milestones, lapses, a relapse named: every message to Sam's Jo is word for word
    what Ana's Jo reads, who never smoked; and a milestone reaches neither by itself."""
    ana = await town.client(lee, "Ana")
    jos = [await on_the_side_of(town, sam), await on_the_side_of(town, ana)]
    await town.database.write(lambda tx: tx.run(update(supporters).values(seed=7)))
    for client in (sam, ana):
        await client.writes("/quitdate")
        await client.taps("1")
        client.phone.looks()
    await a_week(town, None, sam, ana)
    await a_week(town, sam, sam, ana)
    await sam.writes("/progress")
    await sam.taps("Stop counting for now", "Cut down for now")
    sam.phone.looks()
    await a_week(town, sam, sam, ana)
    texts = [[bubble.text.replace("Ana", "Sam") for bubble in jo.phone.messages if not bubble.from_me] for jo in jos]
    assert texts[0] == texts[1]
    assert len(texts[0]) >= 4
    told = [text for text in texts[0] if NEVER.search(text.replace("stopping smoking", "").replace("stopped", ""))]
    assert told == [], "no word of smoking beyond what was shared"
    for jo in jos:
        jo.phone.looks()


async def test_no_clock_tells_jo_where_sam_is(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam joins from London, travels to Tokyo, takes a break and comes back; Ana stays at home. Link, yes, /next,
    ideas, lines and news: each Jo reads the same words, at the same moments."""
    ana = await town.client(lee, "Ana")
    await _is_in(sam, "Japan")
    links = [await link_for(client, "Good news") for client in (sam, ana)]
    forwarded = [_forwarded(client) for client in (sam, ana)]
    assert forwarded[0] == forwarded[1]
    jos = [town.someone("Jo") for _ in links]
    for jo, token in zip(jos, links, strict=True):
        await jo.does(methodcaller("starts", token))
        await jo.taps("Yes, I'm Jo", "Yes, count me in")
    await town.database.write(lambda tx: tx.run(update(supporters).values(seed=7)))
    for client in (sam, ana):
        await client.writes("/pause")
        client.phone.looks()
        await client.taps("3 days")
    await _asks_what_comes(jos)
    await town.goes_on(timedelta(days=4))
    await _is_in(sam, "the UK")
    await _asks_what_comes(jos)
    for client in (sam, ana):
        client.phone.looks()
        await client.writes("/supporters")
        await client.taps("Jo", "Tell Jo")
        await client.writes("A good walk.")
        await client.taps("Send it")
    await town.goes_on(timedelta(days=7))
    read = [
        [
            (bubble.text.replace("Ana", "Sam"), f"{bubble.date:%a %H:%M}")
            for bubble in jo.phone.messages
            if not bubble.from_me
        ]
        for jo in jos
    ]
    assert read[0] == read[1]
    assert any("A good walk." in text for text, _ in read[0])


async def _asks_what_comes(jos: list[Someone]) -> None:
    for jo in jos:
        await jo.writes("/next")
        jo.phone.looks()


async def _is_in(sam: Someone, country: str) -> None:
    await sam.writes("/settings")
    sam.phone.looks()
    await sam.taps("Place")
    await sam.writes(country)
    sam.phone.looks()


def _forwarded(client: Someone) -> str:
    return next(re.sub(r"start=[\w-]+", "", bubble.text) for bubble in client.phone.messages if "start=" in bubble.text)
