"""A supporter's side: being asked, yes or no, when nudges come, what is said to one, stopping."""

from collections.abc import Sequence
from dataclasses import replace

from care.delivery import say
from care.schedule import closing
from care.schedule.closing import PromptEnding
from care.schedule.plans import end_plans, set_plan
from db import events, supporters
from db.people import accounts, invites
from db.schedule import plans, prompts
from db.tx import Tx
from programme.people.invite import Invite
from programme.people.person import HOME, Person, Place, clean_name
from programme.schedule.plan import NUDGE, Rule
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from programme.supporters.events import (
    SupporterAccepted,
    SupporterAsked,
    SupporterDeclined,
    SupporterLetGo,
    SupporterStopped,
)
from programme.supporters.support import Idea, Support, SupportState, free_days, idea_for, nudge_rule

_OVER = frozenset({SupportState.ENDED, SupportState.REMOVED})


async def support_of(tx: Tx, person: Person, support_id: int | None) -> Support | None:
    """The one of that id, if it is theirs; whether it still holds, it says itself."""
    return next((one for one in await supporters.of_supporter(tx, person.id) if one.id == support_id), None)


async def support_holding(tx: Tx, person: Person) -> Sequence[Support]:
    """Whom that person supports now."""
    return [one for one in await supporters.of_supporter(tx, person.id) if one.holds]


async def supports_asked(tx: Tx, person: Person) -> Sequence[Support]:
    """Whom that person supports or was asked to, as long as neither ended it."""
    return [one for one in await supporters.of_supporter(tx, person.id) if one.state not in _OVER]


async def arrive_as_supporter(tx: Tx, person: Person, invite: Invite) -> Support | None:
    """That person opened the link. None where the client took it back."""
    support = await supporters.of_invite(tx, invite.id)
    if support is None or support.state in _OVER:
        return None
    if support.holds:
        return support
    opened = replace(support, person_id=person.id, state=SupportState.OPENED)
    await supporters.change(tx, support, opened)
    if support.person_id != person.id:
        await events.add(tx, person.id, SupporterAsked(support.id), actor=person.id)
    return opened


async def not_me(tx: Tx, person: Person, support_id: int) -> bool:
    """The link came to somebody else: it is let go of, so that the person it was meant for may open it."""
    support = await support_of(tx, person, support_id)
    if support is None or support.state is not SupportState.OPENED or support.invite_id is None:
        return False
    await invites.let_go(tx, support.invite_id)
    await supporters.change(tx, support, replace(support, person_id=None, state=SupportState.MADE))
    await events.add(tx, person.id, SupporterLetGo(support.id), actor=person.id)
    return True


async def accept_support(tx: Tx, person: Person, support_id: int) -> Support | None:
    """Yes: nudges come from now on. None where that was taken back.

    - They are called what the client calls them, and are taken to be where this service is at home, until they
      say otherwise: the client's own clock would say where the client is.
    - At most one nudge a day: a day on which somebody else's comes is left out.
    """
    support = await support_of(tx, person, support_id)
    if support is None or support.state in _OVER or support.invite_id is None:
        return None
    if support.holds:
        return support
    place = await _settle_in(tx, person, support)
    days = free_days(support.rule.weekdays, await taken_days(tx, person, support))
    rule = nudge_rule(days or support.rule.weekdays, support.rule.times[0])
    held = replace(support, state=SupportState.ACCEPTED, rule=rule)
    await supporters.change(tx, support, held)
    await invites.use(tx, support.invite_id, person.id)
    await events.add(tx, person.id, SupporterAccepted(support.id), actor=person.id)
    await set_plan(tx, person.id, NUDGE, rule, place.zone, about_id=support.client_id)
    return held


async def _settle_in(tx: Tx, person: Person, support: Support) -> Place:
    if person.name is None and (name := clean_name(support.label)):
        await accounts.set_name(tx, person.id, name)
    if person.country and person.zone:
        return Place(person.country, person.zone)
    await accounts.set_place(tx, person.id, country=HOME.country, zone=HOME.zone)
    return HOME


async def taken_days(tx: Tx, person: Person, support: Support) -> frozenset[int]:
    """Weekdays on which a nudge about somebody else comes to them."""
    own = [one for one in await plans.of_person(tx, person.id) if one.kind == NUDGE]
    return frozenset(day for one in own if one.about_id != support.client_id for day in one.rule.weekdays)


async def set_nudge_rule(tx: Tx, person: Person, support_id: int, rule: Rule) -> bool:
    """When nudges come to them; False where it has ended, or a day is taken. ValueError: see
    care.schedule.plans.set_plan."""
    support = await support_of(tx, person, support_id)
    if support is None or not support.holds or rule.weekdays & await taken_days(tx, person, support):
        return False
    await supporters.change(tx, support, replace(support, rule=rule))
    zone = person.zone or HOME.zone
    await set_plan(tx, person.id, NUDGE, rule, zone, about_id=support.client_id)
    return True


async def decline_support(tx: Tx, person: Person, support_id: int) -> bool:
    """No, thank you. The client sees that on their list, and is not told."""
    support = await support_of(tx, person, support_id)
    if support is None or support.state is not SupportState.OPENED:
        return False
    await supporters.change(tx, support, replace(support, state=SupportState.DECLINED))
    await events.add(tx, person.id, SupporterDeclined(support.id), actor=person.id)
    return True


async def stop_support(tx: Tx, person: Person, support_id: int) -> bool:
    """They support that client no more: no nudge and no news comes. The client sees that it ended, and is not told."""
    support = await support_of(tx, person, support_id)
    if support is None or support.state in _OVER:
        return False
    await supporters.change(tx, support, replace(support, state=SupportState.ENDED))
    await end_nudges(tx, support)
    await events.add(tx, person.id, SupporterStopped(support.id), actor=person.id)
    return True


async def end_nudges(tx: Tx, support: Support) -> None:
    """No nudge comes of that support any more. Where that client asked the same person twice, the other one goes on."""
    assert support.person_id is not None, "somebody got them"
    found = await supporters.of_supporter(tx, support.person_id)
    if not any(one.holds and one.client_id == support.client_id and one.id != support.id for one in found):
        await end_plans(tx, support.person_id, {NUDGE}, about_id=support.client_id)


async def stop_all_support(tx: Tx, person: Person) -> None:
    """The same for everybody whom they support, or were asked to."""
    for one in await supporters.of_supporter(tx, person.id):
        await stop_support(tx, person, one.id)


async def nudge_of(tx: Tx, person: Person, prompt_id: int | None) -> tuple[Prompt, Support] | None:
    """That person's nudge and whom it is about; None where it is not theirs, or has ended."""
    prompt = await prompts.get(tx, prompt_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind != NUDGE:
        return None
    found = await supporters.of_supporter(tx, person.id)
    support = next((one for one in found if one.holds and one.client_id == prompt.about_id), None)
    return None if support is None else (prompt, support)


async def idea_of(tx: Tx, prompt: Prompt, support: Support) -> Idea:
    """What that nudge suggests: each one another idea, in the order that was drawn for that support."""
    return idea_for(support, await prompts.asked_before(tx, prompt))


async def answer_nudge(tx: Tx, person: Person, prompt_id: int, *, done: bool) -> bool:
    """They did it, or leave it for this week; False where it is over."""
    found = await nudge_of(tx, person, prompt_id)
    if found is None or not found[0].is_open:
        return False
    prompt = found[0]
    end = (
        PromptEnding(prompt, PromptState.DONE)
        if done
        else PromptEnding(prompt, PromptState.SKIPPED, ReasonCode.NOT_THIS_WEEK)
    )
    await closing.close_many(tx, [end], actor_id=person.id)
    await say.refresh_prompts(tx, {prompt.id: person.id}, ReasonCode.ANSWERED)
    return True
