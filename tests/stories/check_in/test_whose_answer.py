"""Typed words answer the question that they are for: after detours, as replies, in every order of questions."""

import re
from collections.abc import Callable
from functools import partial
from itertools import cycle

import pytest
from sqlalchemy import select, update

from bot.door.awaited import JOINING, NUMBERS, SHORT, WORDS
from db.delivery import screens
from db.people import accounts, clients
from db.tables import check_ins as check_ins_table
from db.tables import screens as screens_table
from db.tx import Tx
from programme.people.person import Person
from simulator import Phone
from tests.stories.town import Someone, Town
from tests.tree import ROOT

OTHER, PASSED_ON = "reply-elsewhere", "forwarded"


async def known(town: Town, who: Someone) -> Person:
    """That person as they are remembered now."""
    found = await town.database.read(lambda tx: accounts.find(tx, who.phone.id))
    assert found is not None
    return found


async def cigarettes(town: Town) -> list[int | None]:
    """What was said of cigarettes, check-in by check-in."""
    wanted = select(check_ins_table.c.cigarettes_from).order_by(check_ins_table.c.prompt_id)
    return list((await town.database.read(lambda tx: tx.run(wanted))).scalars())


async def said_to(town: Town, person_id: int) -> list[str | None]:
    """Everything shown to that person, in order: of kind answers the key, else the screen's name."""
    wanted = select(screens_table.c.name, screens_table.c.args).where(screens_table.c.person_id == person_id)
    rows = await town.database.read(lambda tx: tx.run(wanted.order_by(screens_table.c.id)))
    return [row.args.get("key", row.name) for row in rows]


def test_every_kind_of_words_is_known() -> None:
    """Each kind that a router awaits is sorted by what it is, and no other."""
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*handlers.py"))
    named = set(re.findall(r'(?:speak\.ask\(visit, |awaited=)"(\w+)"', sources))
    named |= set(re.findall(r'Awaits\("(\w+)"', sources))
    assert len(named) > 30
    assert named <= SHORT | WORDS
    assert NUMBERS < SHORT
    assert not SHORT & WORDS
    assert JOINING <= SHORT | WORDS


async def test_a_reply_to_another_message_answers_no_question(town: Town, sam: Someone) -> None:
    """Whatever is asked for: a swipe-reply to an older message, to words of their own or to another chat, and what was
    forwarded, is kept nowhere; a kind line says what to do, and the question stands."""
    await town.reaches("Mon 18:30")
    asked = await sam.sees("How is your mood")
    await sam.writes("/help")
    asking = await sam.sees("What I can do")
    person = await known(town, sam)
    held = await town.database.read(lambda tx: screens.in_message(tx, person.id, asking.id))
    assert held is not None
    own = sam.phone.messages[-2]
    ways: list[tuple[Callable[[Phone], object], str]] = [
        (lambda phone: phone.replies(asked, "I smoked five that day"), OTHER),
        (lambda phone: phone.replies(own, "I smoked five that day", quote="help"), OTHER),
        (lambda phone: phone.replies_from_elsewhere("I smoked five that day"), OTHER),
        (lambda phone: phone.forwards("I smoked five that day"), PASSED_ON),
    ]
    seen = len(await said_to(town, person.id))
    for kind, way in zip(sorted(SHORT | WORDS), cycle(ways)):
        await town.database.write(partial(accounts.await_words, person_id=person.id, what=kind, screen_id=held.id))
        way[0](sam.phone)
        await town.house.intake.fetch_once()
        await town.house.doorway.drain()
        after = await known(town, sam)
        assert (after.awaiting, after.awaiting_screen) == (kind, held.id)
    keys = (await said_to(town, person.id))[seen:]
    assert keys == [key for _, (_, key) in zip(SHORT | WORDS, cycle(ways))]
    await town.settle()
    sam.phone.looks()
    await sam.does(lambda phone: phone.replies(asked, "I want to die"))
    await sam.sees("999")
    sam.phone.looks()


DETOURS = {
    "none": (),
    "/craving": ("/craving",),
    "/log": ("/log",),
    "/help": ("/help",),
    "/next": ("/next",),
    "/settings": ("/settings",),
    "/checkin": ("/checkin",),
    "/progress": ("/progress",),
    "a question that asks for words": ("/supporters", "tap Ask someone"),
    "a rough day": ("Rough day",),
    "words that are no number": ("hi",),
    "a reply elsewhere": ("reply",),
    "a sticker": ("sticker",),
}


async def turn_to(sam: Someone, old: int, step: str) -> None:
    """One step of a detour."""
    if step == "reply":
        await sam.does(lambda phone: phone.replies(old, "five that day"))
    elif step == "sticker":
        await sam.does(Phone.sends_sticker)
    elif step.startswith("tap "):
        await sam.taps(step.removeprefix("tap "))
    else:
        await sam.writes(step)
    sam.phone.looks()


@pytest.mark.parametrize("smoking_first", [False, True])
async def test_a_typed_number_is_taken_after_every_detour(town: Town, sam: Someone, smoking_first: bool) -> None:
    """Mood first or smoking first, and whatever Sam turned to between "Type it" and the number: it is taken."""
    person = await known(town, sam)
    await sam.writes("/privacy")
    old = sam.phone.looks()[-1].id
    await town.database.write(lambda tx: clients.ask_first(tx, person.id, smoking=smoking_first))
    await town.reaches("Mon 18:30")
    detours = DETOURS if smoking_first else {name: DETOURS[name] for name in ("none", "/craving", "/log")}
    if not smoking_first:
        await sam.taps("OK", "3")
    for (name, detour), typed in zip(detours.items(), cycle(["10", "7", "about ten"])):
        sam.phone.looks()
        await sam.taps("Type it")
        sam.phone.looks()
        for step in detour:
            await turn_to(sam, old, step)
        await sam.writes(typed)
        assert await cigarettes(town) == [7 if typed == "7" else 10], name
        sam.phone.looks()
        await town.database.write(ask_once_more)
        await sam.writes("/checkin")
    sam.phone.looks()


async def ask_once_more(tx: Tx) -> None:
    """Nothing was said of cigarettes."""
    await tx.run(update(check_ins_table).values(cigarettes_from=None, cigarettes_to=None))


async def test_a_number_without_a_tap(town: Town, sam: Someone) -> None:
    """Smoking first: a number typed to the question itself is its answer. Below a craving that asks how strong it is,
    a bare number is none."""
    person = await known(town, sam)
    await town.database.write(lambda tx: clients.ask_first(tx, person.id, smoking=True))
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await sam.writes("/craving")
    sam.phone.looks()
    await sam.writes("7")
    await sam.sees("can't chat")
    assert await cigarettes(town) in ([None], [])
    await sam.writes("/checkin")
    sam.phone.looks()
    await sam.writes("about ten")
    await sam.sees("Strongest urge")
    assert await cigarettes(town) == [10]


async def test_a_reply_brings_a_question_back(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam is asked for a wish for Jo and turns to a craving. A swipe-reply to the question is the wish; one to an older
    check-in that asks for a number is its number, and neither is the other's."""
    person = await known(town, sam)
    await town.database.write(lambda tx: clients.ask_first(tx, person.id, smoking=True))
    await town.reaches("Mon 18:30")
    check = await sam.sees("Any cigarettes")
    await sam.writes("/supporters")
    await sam.taps("Ask someone")
    await sam.writes("Jo")
    await sam.taps("My wish")
    wish = sam.phone.last
    assert wish is not None
    sam.phone.looks()
    await sam.writes("/log")
    sam.phone.looks()
    await sam.does(lambda phone: phone.replies(check, "I smoked five that day"))
    await sam.sees("number")
    await sam.does(lambda phone: phone.replies(wish, "Text me about 5.", quote="wish"))
    await sam.sees("Text me about 5.")
    await sam.does(lambda phone: phone.replies(check, "5"))
    await sam.sees("Strongest urge")
    assert await cigarettes(town) == [5]
