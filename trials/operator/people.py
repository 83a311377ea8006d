"""A practitioner goes; and somebody asks for what is kept of them, and then to be erased."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from alongside.clock import WallClock
from db.people import accounts, data_inventory
from programme.people.person import Person
from programme.people.person import Place as Where
from programme.schedule.slots import is_quiet, quiet_end_after
from simulator import Phone
from trials.danger.stage import DangerStage
from trials.operator.trial import TrialLine, TrialPlace, TypedCommand, typed

# Somewhere it is night, and somewhere it is day, at any moment.
PLACES = (
    Where("GB", "Europe/London"), Where("US", "America/Los_Angeles"), Where("JP", "Asia/Tokyo"),
    Where("NZ", "Pacific/Auckland"), Where("BR", "America/Sao_Paulo"), Where("IN", "Asia/Kolkata"),
)  # fmt: skip
THERE = "is there for you here"
AWHILE = timedelta(minutes=45)  # then Sam is not in the middle of something any more


@dataclass
class TwoPractices:
    """Lee with Sam, where it is day, and Mia, where it is night; Dr Ade; and what was found so far."""

    stage: DangerStage
    lee: Phone
    ade: Phone
    sam: Phone
    mia: Phone
    night: Where
    lines: list[TrialLine] = field(default_factory=list)

    def found(self, says: str, so: object, seen: str = "", seconds: float | None = None) -> None:
        """One more line of the table."""
        self.lines.append(
            TrialLine(says, bool(so), " ".join(seen.split())[:300], seconds, None if seconds is None else 2.0)
        )

    async def types(self, *words: str) -> TypedCommand:
        """Types a command beside the service that runs."""
        return await typed(*words, settings=self.stage.settings(), folder=self.stage.folder)

    async def taps(self, phone: Phone, label: str, brings: str) -> bool:
        """Taps that, and waits until what it brings is there; whether it is."""
        phone.looks()
        phone.taps(label)
        return await self.stage.reads(phone, brings, 20)


async def hand_over(place: TrialPlace) -> Sequence[TrialLine]:
    """Lives it: a request at hand, the hand-over by command, the morning after, the end, and the chain."""
    now = WallClock().now()  # the commands that are typed go by it
    night = next(one for one in PLACES if is_quiet(now, one.zone))
    day = next(one for one in PLACES if not any(is_quiet(now + by, one.zone) for by in (-AWHILE, AWHILE)))
    stage = DangerStage(place.folder, place.url, now - AWHILE)
    async with stage.open():
        lee, ade = await stage.practitioner("Lee"), await stage.practitioner("Dr Ade")
        sam, mia = await stage.client("Sam", lee, place=day), await stage.client("Mia", lee, place=night)
        clinic = TwoPractices(stage, lee, ade, sam, mia, night)
        for phone in (lee, ade):
            phone.starts()
        await stage.begin()
        await stage.calm()
        await _asks(clinic)
        stage.turn_to(WallClock().now())
        numbers = await _numbers(clinic)
        await _refused_hand_over(clinic, numbers)
        await _goes(clinic, numbers)
        await _morning(clinic, now)
        await _chooses(clinic)
        await _ends(clinic, numbers)
        await _chained(clinic)
        clinic.found("The service stops as it is asked to", await stage.end() == 0)
    (place.folder / "transcript.txt").write_text(stage.transcript(), encoding="utf-8")
    return clinic.lines


async def _asks(clinic: TwoPractices) -> None:
    clinic.lee.looks()
    clinic.sam.looks()
    clinic.sam.writes("Rough day")
    await clinic.stage.reads(clinic.sam, "That sounds hard")
    await clinic.taps(clinic.sam, "Tell Lee", "reads these words")
    await clinic.taps(clinic.sam, "Send it", "It's with Lee")
    clinic.found("Lee has Sam's request", await clinic.stage.reads(clinic.lee, "Sam asks you to get in touch"))


async def _numbers(clinic: TwoPractices) -> dict[str, int]:
    done = await clinic.types("practitioner", "list", "--json")
    listed: list[dict[str, Any]] = json.loads(done.out or "[]")
    lee = next((one for one in listed if one["name"] == "Lee"), {})
    so = (lee.get("clients"), lee.get("requests")) == (2, 1)
    clinic.found("practitioner list says who there is, with clients and open requests", so, done.out + done.err)
    return {one["name"]: one["number"] for one in listed}


async def _refused_hand_over(clinic: TwoPractices, numbers: dict[str, int]) -> None:
    done = await clinic.types("practitioner", "end", str(numbers["Lee"]), "--yes")
    clinic.found("Lee cannot be ended while anybody is with them", done.code == 1 and "hand-over" in done.err, done.err)


async def _goes(clinic: TwoPractices, numbers: dict[str, int]) -> None:
    for phone in (clinic.sam, clinic.mia, clinic.lee, clinic.ade):
        phone.looks()
    who = str(numbers["Lee"]), str(numbers["Dr Ade"])
    unasked = await clinic.types("practitioner", "hand-over", *who)
    clinic.found(
        "A script that does not say --yes does nothing", unasked.code == 1 and "--yes" in unasked.err, unasked.err
    )
    done = await clinic.types("practitioner", "hand-over", *who, "--yes")
    clinic.found(
        "practitioner hand-over says how many went", done.code == 0 and "2 clients and 1" in done.out, done.out
    )
    wall = WallClock()
    since = wall.ticks()
    has = await clinic.stage.reads(clinic.ade, "Sam asks you to get in touch")
    clinic.found("Dr Ade has what Sam asked", has, seconds=wall.ticks() - since)
    told = await clinic.stage.reads(clinic.sam, THERE)
    said = next((one.text for one in clinic.sam.unseen if THERE in one.text), "")
    clinic.found("Sam, where it is day, reads who is there now and whom to call", told and "call" in said, said)
    clinic.found("Sam reads that the message is with Dr Ade", "Dr Ade has your message now" in said)
    await clinic.stage.calm()
    clinic.found("Mia, where it is night, is left alone", not any(THERE in one.text for one in clinic.mia.unseen))


async def _morning(clinic: TwoPractices, now: datetime) -> None:
    clinic.stage.turn_to(quiet_end_after(now, clinic.night.zone) + timedelta(minutes=1))
    told = await clinic.stage.reads(clinic.mia, THERE)
    said = next((one.text for one in clinic.mia.unseen if THERE in one.text), "")
    clinic.found("Mia reads it at seven in the morning", told, said)


async def _chooses(clinic: TwoPractices) -> None:
    await _week(clinic, "Dr Ade sees nothing of Sam's week", "has not chosen to show you a summary")
    await clinic.taps(clinic.sam, "Choose what Dr Ade sees", "What would you like?")
    await clinic.taps(clinic.sam, "☐ Show Dr Ade a weekly summary", "What would you like?")
    await clinic.taps(clinic.sam, "Continue", "settings")
    await clinic.stage.calm()
    await _week(clinic, "Once Sam says yes, Dr Ade does", "Sam")


async def _week(clinic: TwoPractices, says: str, words: str) -> None:
    clinic.ade.looks()
    clinic.ade.writes("/clients")
    await clinic.stage.reads(clinic.ade, "People who joined")
    clinic.ade.looks()
    clinic.ade.taps("Sam")
    so = await clinic.stage.reads(clinic.ade, words)
    seen = " | ".join(one.text for one in clinic.ade.unseen)
    hidden = "has not chosen" in seen
    clinic.found(says, so and hidden is ("not chosen" in words), seen)


async def _ends(clinic: TwoPractices, numbers: dict[str, int]) -> None:
    clinic.lee.looks()
    done = await clinic.types("practitioner", "end", str(numbers["Lee"]), "--yes", "--json")
    clinic.found("Then Lee can be ended", done.code == 0, done.out + done.err)
    clinic.found("Lee is told", await clinic.stage.reads(clinic.lee, "not set up as a practitioner"))
    clinic.lee.looks()
    clinic.lee.writes("/clients")
    await clinic.stage.until(lambda: clinic.lee.unseen)
    seen = " | ".join(one.text for one in clinic.lee.unseen)
    clinic.found(
        "Lee's next tap or word is that of nobody's practitioner", "Sam" not in seen and "Mia" not in seen, seen
    )


async def _chained(clinic: TwoPractices) -> None:
    clinic.stage.turn(3700)
    await clinic.stage.calm()
    done = await clinic.types("audit", "verify", "--json")
    found: dict[str, Any] = json.loads(done.out or "{}")
    clinic.found("The chain holds", done.code == 0 and found.get("holds"), done.out + done.err)
    shown = await clinic.types("audit", "show", str(3), "--json")
    kinds = {(one["who"], one["what"]) for one in json.loads(shown.out or "[]")}
    clinic.found("It says that Sam was handed over by the operator", ("operator", "HandedOver") in kinds, shown.err)
    checked = await clinic.types("check")
    clinic.found("alongside check finds every due slot, and every request, in order", checked.code == 0, checked.out)


WORDS = "Nights are the problem, and Mia knows."
OTHERS = "Mornings are mine."


async def one_person(place: TrialPlace) -> Sequence[TrialLine]:
    """Sam and Kim are clients of Lee; Sam gets a copy, and goes."""
    stage = DangerStage(place.folder, place.url)
    async with stage.open():
        lee = await stage.practitioner("Lee")
        sam, kim = [await stage.client(name, lee) for name in ("Sam", "Kim")]
        await stage.begin()
        for phone, words in ((sam, WORDS), (kim, OTHERS)):
            phone.writes(words)
        await stage.calm()
        person = await stage.database.read(lambda tx: accounts.find(tx, sam.id))
        assert person is not None
        lines = [
            *await _exported(stage, person),
            *await _refused_one_person(stage, lee),
            *await _erased(stage, sam, person),
        ]
        kim.writes("/progress")
        lines.append(
            TrialLine("Kim, who did not ask, is answered and keeps what she wrote", await _is_whole(stage, kim))
        )
        code = await stage.end()
        lines.append(TrialLine("the service ran all the while and stops as ever", code == 0, f"exit code {code}"))
    return lines


async def _type(stage: DangerStage, *words: str) -> TypedCommand:
    return await typed(*words, settings=stage.settings(), folder=stage.folder)


async def _exported(stage: DangerStage, person: Person) -> list[TrialLine]:
    done = await _type(stage, "export", "person", str(person.id), "--json")
    texts = _texts(done)
    theirs = len(texts) == 2 and all(WORDS in text for text in texts)
    others = any(sign in text for text in texts for sign in (OTHERS, "Kim", "Lee"))
    return [
        TrialLine("a copy is written: JSON and a page, with Sam's own words in both", theirs, done.err.strip()[-80:]),
        TrialLine("nobody else's words or names are in it", not others),
    ]


async def _refused_one_person(stage: DangerStage, lee: Phone) -> list[TrialLine]:
    done = await _type(stage, "erase", "--telegram", str(lee.id), "--yes")
    return [
        TrialLine("a practitioner with clients is refused, with what to do", done.code == 1 and "hand-over" in done.err)
    ]


async def _erased(stage: DangerStage, sam: Phone, person: Person) -> list[TrialLine]:
    sent, sealed = _sent_to(stage, sam), stage.database.vault.seal(person.id, WORDS)
    done = await _type(stage, "erase", str(person.id), "--yes")
    await stage.calm()
    left = await stage.database.read(lambda tx: data_inventory.held_rows(tx, person))
    gone = stage.database.vault.unseal(person.id, sealed) is None and stage.database.vault.is_suppressed(sam.id)
    lines = [
        TrialLine("Sam is erased by a command while the service runs", done.code == 0, done.err.strip()[-80:]),
        TrialLine(
            "no row of theirs is left, but the empty one that keeps their number",
            sum(left.values()) == 1,
            str(left),
        ),
        TrialLine("their key is gone and the vault remembers the account", gone),
        TrialLine("nothing was sent to them", _sent_to(stage, sam) == sent),
    ]
    sam.writes("/privacy")
    answered = await stage.reads(sam, "What I keep about you")
    now = await stage.database.read(lambda tx: accounts.find(tx, sam.id))
    is_new = answered and now is not None and now.id != person.id and now.name is None and not now.roles
    return [*lines, TrialLine("who writes again is answered as somebody new, of whom nothing is known", is_new)]


def _sent_to(stage: DangerStage, phone: Phone) -> int:
    return sum(1 for one in stage.simulator.log.effects() if one.chat_id == phone.id and one.effect == "sent")


async def _is_whole(stage: DangerStage, kim: Phone) -> bool:
    person = await stage.database.read(lambda tx: accounts.find(tx, kim.id))
    done = await _type(stage, "export", "person", str(person.id if person else 0), "--out", "kim", "--json")
    return any(OTHERS in text for text in _texts(done))


def _texts(done: TypedCommand) -> list[str]:
    """What is in the files that an export wrote."""
    return [Path(one).read_text("utf-8") for one in json.loads(done.out)["files"]] if done.code == 0 else []
