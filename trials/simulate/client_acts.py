"""What clients do by themselves, and how a practitioner comes in."""

from collections.abc import Mapping
from datetime import time, timedelta
from typing import Any

from care import craving
from care.check_in import starting
from care.delivery import check_before_send
from care.people import joining, leaving
from care.people.consent import set_consent
from care.people.invites import OpenedInvite, confirm_code, make_client_invite, make_practitioner_invite, open_invite
from care.people.joining import choose_items, set_helped, set_name, set_place, set_time
from care.practice.requests import ask_practitioner
from care.quitting import dates, lapses
from care.safety.crisis import crisis
from care.schedule import pause
from programme.check_in.answers import HardMoment
from programme.craving import CravingMeans
from programme.people import person
from programme.people.consent import JOINING, Choices, ConsentItem
from programme.people.person import Place, Role
from programme.quitting.relapses import Choice
from programme.safety.danger import Brings, Danger
from programme.schedule.pause import Length, PauseScope
from programme.schedule.plan import NEVER
from trials.simulate.residents import Happening
from trials.simulate.scene import Act, Said, Scene, read_next


async def join_practitioner(scene: Scene) -> Mapping[str, Any] | None:
    """They join, and say where they are."""
    tx, who = scene.tx, scene.who
    token, code = await make_practitioner_invite(tx, who.name)
    opened = await open_invite(tx, scene.person, token)
    if not isinstance(opened, OpenedInvite):
        return None
    await confirm_code(tx, scene.person, opened.invite.id, code)
    await set_place(tx, await scene.fresh(), who.place)
    scene.town.places[who.name] = who.place
    return {"zone": who.place.zone}


CHOICES = (Choices(frozenset(JOINING)),) * 4 + (
    Choices(frozenset({ConsentItem.CHECK_IN})),
)  # one in five keeps no answers


async def join(scene: Scene, _: object) -> Said:
    """A practitioner comes in with a link and a code, a client with that practitioner's link, step by step."""
    tx, who = scene.tx, scene.who
    if who.role is Role.PRACTITIONER:
        return await join_practitioner(scene)
    practitioner = await scene.other(who.with_whom)
    made = await make_client_invite(tx, practitioner) if practitioner and not scene.person.is_client else None
    if made is None or not isinstance(await open_invite(tx, scene.person, made.token), OpenedInvite):
        return None
    await choose_items(tx, scene.person, scene.chance.choice(CHOICES))
    await set_name(tx, scene.person, who.name)
    await set_place(tx, scene.person, who.place)
    scene.town.places[who.name] = who.place
    await set_time(tx, await scene.fresh(), who.check_at)
    await set_helped(tx, await scene.fresh(), "A walk")
    return {"taps": 8, "zone": who.place.zone}


async def name_quit_date(scene: Scene, days: int) -> Said:
    """They set or move the quit date to that many days from now."""
    day = person.today_of(scene.now, scene.person) + timedelta(days=days)
    done = await dates.set_quit_date(scene.tx, scene.person, day)
    return None if done is None else {"taps": 3, "day": day.isoformat()}


async def no_quit_date(scene: Scene, _: object) -> Said:
    """They take the quit date away."""
    done = await dates.unset_quit_date(scene.tx, scene.person)
    return None if done is None else {"taps": 2}


async def has_smoked(scene: Scene, taken_back: bool) -> Said:
    """They tell that they smoked; or that it was a slip of the finger."""
    if not scene.person.is_client:
        return None
    told = await lapses.tell_smoked(scene.tx, scene.person)
    if taken_back:
        await lapses.take_back_smoked(scene.tx, scene.person, told.smoked.id)
    lapse = told.smoked.is_lapse and not taken_back
    return {"lapse": lapse, "cigarette": told.smoked.id, "taken_back": taken_back}


async def names_relapse(scene: Scene, choice: Choice) -> Said:
    """They say that they are back to smoking, and what suits them."""
    done = await dates.name_relapse(scene.tx, scene.person, choice)
    return {"taps": 3, "choice": choice.value} if done else None


async def leaves_for_tonight(scene: Scene, _: object) -> Said:
    """They leave smoking for this evening."""
    left = await lapses.skip_tonight(scene.tx, scene.person)
    return {"taps": 2} if left is not None else None


async def has_craving(scene: Scene, _: object) -> Said:
    """They rate a craving and try one thing; ten minutes later they are asked again."""
    found = await craving.rate_craving(scene.tx, scene.person, scene.chance.randrange(1, 6))
    await craving.say_moment(scene.tx, scene.person, found, scene.chance.choice(list(HardMoment)))
    tried, code = scene.chance.choice(
        ((CravingMeans.BREATHE, None), (CravingMeans.SURF, None), (CravingMeans.IDEA, "walk-round"))
    )
    await craving.try_one(scene.tx, scene.person, found, tried, code=code)
    return {"taps": 4}


async def rates_after(scene: Scene, craving_id: int) -> Said:
    """How strong the craving is by now."""
    done = await craving.rate_after(scene.tx, scene.person, craving_id, scene.chance.randrange(5))
    return None if done is None else {}


async def blocks(scene: Scene, is_told: bool) -> Said:
    """They block the bot. Telegram tells us at once, or we learn it from the next message that we send."""
    scene.town.blocked.add(scene.who.name)
    if is_told:
        await check_before_send.cannot_reach(scene.tx, scene.person.id)
    return {"is_told": is_told}


async def unblocks(scene: Scene, _: object) -> Said:
    """They are back; Telegram tells us."""
    if scene.who.name not in scene.town.blocked:
        return None
    scene.town.blocked.discard(scene.who.name)
    await check_before_send.reachable_again(scene.tx, scene.person.id)
    return {}


async def travels(scene: Scene, place: Place) -> Said:
    """They say that they are somewhere else, in two taps."""
    if not scene.person.roles or await joining.travel(scene.tx, scene.person, place.zone) is None:
        return None
    scene.town.places[scene.who.name] = place
    return {"taps": 2, "zone": place.zone}


async def takes_break(scene: Scene, chosen: tuple[Length | int, PauseScope]) -> Said:
    """They want to be left alone, or their supporters to be, for so long or until a date that many days away."""
    length, what = chosen
    till = length if isinstance(length, Length) else person.today_of(scene.now, scene.person) + timedelta(length)
    held = await pause.pause(scene.tx, scene.person, till, what)
    if held is None:
        return None
    return {"taps": 3, "until": None if held.until == NEVER else held.until.isoformat(), "of": what.value}


async def comes_back(scene: Scene, _: object) -> Said:
    """They are back before the break is over."""
    return {} if await pause.come_back(scene.tx, scene.person) else None


async def leaves(scene: Scene, _: object) -> Said:
    """They leave."""
    return {"taps": 2} if await leaving.leave(scene.tx, scene.person) is leaving.Left.LEFT else None


async def sets_time(scene: Scene, at: time) -> Said:
    """They choose another time for the check-in."""
    done = await set_time(scene.tx, scene.person, at) if scene.person.is_client else None
    return None if done is None else {"taps": 2, "time": f"{at:%H:%M}"}


async def wants_none(scene: Scene, _: object) -> Said:
    """They want no check-ins any more."""
    if not scene.person.is_client:
        return None
    await set_consent(scene.tx, scene.person, ConsentItem.CHECK_IN, False)
    return {"taps": 2}


async def wants_them(scene: Scene, _: object) -> Said:
    """They want check-ins after all."""
    if not scene.person.is_client:
        return None
    await set_consent(scene.tx, scene.person, ConsentItem.CHECK_IN, True)
    return {"taps": 2}


async def checks_in(scene: Scene, _: object) -> Said:
    """They ask for a check-in."""
    if not scene.person.is_client:
        return None
    started = await starting.start_now(scene.tx, scene.person)
    return {"started": started.value}


async def looks_ahead(scene: Scene, _: object) -> Said:
    """They look at /next."""
    if not scene.person.is_client:
        return None
    await read_next(scene.tx, scene.town, scene.who.name, scene.person)
    return {}


async def is_in_danger(scene: Scene, _: object) -> Said:
    """They write words of danger, and a crisis card comes."""
    brings = scene.chance.choice((Brings.LIFE, Brings.LIFE, Brings.TAKEN, Brings.VIOLENCE))
    update = scene.town.messages * 1000 + len(scene.town.truth.did)
    await crisis(scene.tx, scene.person, update, Danger(brings, "town"))
    return {"softens": brings is not Brings.VIOLENCE}


async def tells_practitioner(scene: Scene, _: object) -> Said:
    """They ask the practitioner to get in touch."""
    return None if await ask_practitioner(scene.tx, scene.person) is None else {}


ACTS: Mapping[Happening, Act] = {
    Happening.JOIN: join,
    Happening.NAME_QUIT_DATE: name_quit_date,
    Happening.NO_QUIT_DATE: no_quit_date,
    Happening.SMOKED: has_smoked,
    Happening.RELAPSE: names_relapse,
    Happening.TONIGHT: leaves_for_tonight,
    Happening.CRAVING: has_craving,
    Happening.RATE_AFTER: rates_after,
    Happening.BLOCK: blocks,
    Happening.UNBLOCK: unblocks,
    Happening.TRAVEL: travels,
    Happening.PAUSE: takes_break,
    Happening.BACK: comes_back,
    Happening.LEAVE: leaves,
    Happening.CHECK_IN_TIME: sets_time,
    Happening.NO_CHECK_INS: wants_none,
    Happening.CHECK_INS: wants_them,
    Happening.CHECK_IN_NOW: checks_in,
    Happening.LOOK_AHEAD: looks_ahead,
    Happening.DANGER: is_in_danger,
    Happening.TELL_PRACTITIONER: tells_practitioner,
}
