"""Somebody writes a letter: give me what you keep of me, and then erase it. While the service runs."""

import json
from collections.abc import Sequence
from pathlib import Path

from db import held, people
from programme.people import Person
from simulator import Phone
from trials.danger.stage import Stage
from trials.operator.command_line import Typed, typed
from trials.operator.trial import Line, Place

WORDS = "Nights are the problem, and Mia knows."
OTHERS = "Mornings are mine."


async def one_person(place: Place) -> Sequence[Line]:
    """Sam and Kim are clients of Lee; Sam gets a copy, and goes."""
    stage = Stage(place.folder, place.url)
    async with stage.open():
        lee = await stage.practitioner("Lee")
        sam, kim = [await stage.client(name, lee) for name in ("Sam", "Kim")]
        await stage.begin()
        for phone, words in ((sam, WORDS), (kim, OTHERS)):
            phone.writes(words)
        await stage.calm()
        person = await stage.database.read(lambda tx: people.find(tx, sam.id))
        assert person is not None
        lines = [*await _exported(stage, person), *await _refused(stage, lee), *await _erased(stage, sam, person)]
        kim.writes("/progress")
        lines.append(Line("Kim, who did not ask, is answered and keeps what she wrote", await _is_whole(stage, kim)))
        code = await stage.end()
        lines.append(Line("the service ran all the while and stops as ever", code == 0, f"exit code {code}"))
    return lines


async def _type(stage: Stage, *words: str) -> Typed:
    return await typed(*words, settings=stage.settings(), folder=stage.folder)


async def _exported(stage: Stage, person: Person) -> list[Line]:
    done = await _type(stage, "export", "person", str(person.id), "--json")
    texts = _texts(done)
    theirs = len(texts) == 2 and all(WORDS in text for text in texts)
    others = any(sign in text for text in texts for sign in (OTHERS, "Kim", "Lee"))
    return [
        Line("a copy is written: JSON and a page, with Sam's own words in both", theirs, done.err.strip()[-80:]),
        Line("nobody else's words or names are in it", not others),
    ]


async def _refused(stage: Stage, lee: Phone) -> list[Line]:
    done = await _type(stage, "erase", "--telegram", str(lee.id), "--yes")
    return [Line("a practitioner with clients is refused, with what to do", done.code == 1 and "hand-over" in done.err)]


async def _erased(stage: Stage, sam: Phone, person: Person) -> list[Line]:
    sent, sealed = _sent_to(stage, sam), stage.database.vault.seal(person.id, WORDS)
    done = await _type(stage, "erase", str(person.id), "--yes")
    await stage.calm()
    left = await stage.database.read(lambda tx: held.rows(tx, person))
    gone = stage.database.vault.unseal(person.id, sealed) is None and stage.database.vault.is_suppressed(sam.id)
    lines = [
        Line("Sam is erased by a command while the service runs", done.code == 0, done.err.strip()[-80:]),
        Line(
            "no row of theirs is left, but the empty one that keeps their number",
            sum(left.values()) == 1,
            str(left),
        ),
        Line("their key is gone and the vault remembers the account", gone),
        Line("nothing was sent to them", _sent_to(stage, sam) == sent),
    ]
    sam.writes("/privacy")
    answered = await stage.reads(sam, "What I keep about you")
    now = await stage.database.read(lambda tx: people.find(tx, sam.id))
    is_new = answered and now is not None and now.id != person.id and now.name is None and not now.roles
    return [*lines, Line("who writes again is answered as somebody new, of whom nothing is known", is_new)]


def _sent_to(stage: Stage, phone: Phone) -> int:
    return sum(1 for one in stage.simulator.log.effects() if one.chat_id == phone.id and one.effect == "sent")


async def _is_whole(stage: Stage, kim: Phone) -> bool:
    person = await stage.database.read(lambda tx: people.find(tx, kim.id))
    done = await _type(stage, "export", "person", str(person.id if person else 0), "--out", "kim", "--json")
    return any(OTHERS in text for text in _texts(done))


def _texts(done: Typed) -> list[str]:
    """What is in the files that an export wrote."""
    return [Path(one).read_text("utf-8") for one in json.loads(done.out)["files"]] if done.code == 0 else []
