"""One line of /next, opened: to move it, to leave it out, to bring it back, and why it comes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import sees_of
from bot.kit.screen import Button, Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.schedule.taps import SLOT, SLOT_AT, SLOT_BACK, SLOT_CLOSE, SLOT_MOVE, SLOT_SKIP, read_slot
from bot.schedule.why import VIEW, WhyFacts, moved_by, why_screen
from bot.texts import Texts
from bot.texts.dates import clock, day, local, short_day
from care.people.accounts import name_of
from care.people.accounts import names_of as names_of_people
from care.schedule.change_slot import taken_times
from care.schedule.plans import own_plan
from care.schedule.upcoming import Upcoming
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.course import Form, free_times
from programme.schedule.foresee import expected
from programme.schedule.plan import CHECK_IN
from programme.schedule.prompt import WORDS
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import Slot

_NAMED = (Form.MORNING, Form.RISK, Form.QUIET, Form.LAST, Form.SOFT)  # forms that a line tells apart
_HELD = {
    ReasonCode.CAP: "next-held-cap", ReasonCode.CARD: "next-held-card", ReasonCode.QUIET: "next-held-quiet",
    ReasonCode.SOFT: "next-held-soft",
    **dict.fromkeys(WORDS, "next-held-word"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenedSlot:
    """The line, and to which times of its day it may be moved. `view`: "", "move" or "why"; `refused` a code."""

    one: Upcoming
    free: Sequence[time]
    why: WhyFacts
    view: str = ""
    refused: str | None = None


async def opened(tx: Tx, person: Person, every: Sequence[Upcoming], args: Mapping[str, Any]) -> OpenedSlot | None:
    """The line of that person's that `args` name, with what its screen needs; None where it comes no more."""
    which = read_slot(str(args.get("slot", "")))
    one = next((one for one in every if one.which is not None and one.which == which), None)
    plan = await own_plan(tx, person, which.plan_id) if one and which else None
    if one is None or one.which is None or plan is None:
        return None
    others = [other for other in every if other.which != one.which]
    free = free_times(one.which.on, time.fromisoformat(one.which.slot), plan.zone, tx.now, taken_times(others))
    slot = Slot(one.at, one.which.on, one.which.slot, one.form)
    coming = expected(plan, slot)
    why = WhyFacts(coming, await name_of(tx, plan.about_id), await sees_of(tx, person), await moved_by(tx, coming))
    return OpenedSlot(one, free, why, args.get("view", ""), args.get("refused"))


def slot_screen(facts: OpenedSlot, line: str, texts: Texts, *, own: bool = True) -> Screen:
    """The line, and what can be done about it; why it comes is told to its own person."""
    if facts.view == VIEW and own:
        return why_screen(facts.why, texts)
    back = does(texts.label("button-back"), SLOT_CLOSE)
    if facts.view == "move":
        return _move(facts, texts)
    refused = texts(f"slot-refused-{facts.refused}") if facts.refused else None
    why = (does(texts.label("button-why"), OPEN_VIEW, VIEW),) if own else ()
    told = None if own else texts("slot-told")
    return Screen(paragraphs(refused, line, told), (_changes(facts.one, texts), (*why, back)))


def _changes(one: Upcoming, texts: Texts) -> tuple[Button, ...]:
    if one.skipped:
        return (does(texts.label("slot-bring-back"), SLOT_BACK),)
    planned = (does(texts.label("slot-as-planned"), SLOT_BACK),) if one.moved else ()
    return does(texts.label("slot-move"), SLOT_MOVE), *planned, does(texts.label("slot-skip"), SLOT_SKIP)


def _move(facts: OpenedSlot, texts: Texts) -> Screen:
    which = facts.one.which
    assert which is not None, "what was put off is not opened"
    refused = texts(f"slot-refused-{facts.refused}") if facts.refused else None
    key = "slot-move-ask" if facts.free else "slot-move-none"
    times = rows((does(clock(at), SLOT_AT, at) for at in facts.free), 4)
    words = lines(refused, texts(key, day=day(texts, which.on)))
    return Screen(words, (*times, (does(texts.label("button-back"), SLOT, which),)))


async def names_of(tx: Tx, found: Sequence[Upcoming]) -> Mapping[int, str | None]:
    """What they are called whom something is about, or who changed it, by id."""
    ids = {number for one in found for number in (one.about_id, one.by) if number is not None}
    return await names_of_people(tx, ids)


def slot_line(one: Upcoming, zone: str, names: Mapping[int, str | None], texts: Texts, *, me: int | None = None) -> str:
    """The day, the time or between when, and what; struck out where it was left out; and what else became of it.

    `me`: the practitioner who looks.
    """
    at = local(one.at, zone)
    name = names.get(one.about_id) if one.about_id is not None else None
    what = texts.label(f"next-{one.kind}-for", name=name) if name else kind_label(one, texts)
    told = clock(at)
    if one.until is not None:
        told = texts.label("next-between", to=clock(local(one.until, zone)), **{"from": clock(at)})
    line = texts("next-line", day=short_day(texts, at.date()), time=told, what=what)
    return " ".join((f"<s>{line}</s>" if one.skipped else line, *_became(one, names, texts, me)))


def _became(one: Upcoming, names: Mapping[int, str | None], texts: Texts, me: int | None) -> Iterator[str]:
    """Who changed it, and why it is held back."""
    what = "next-moved" if one.moved else "next-skipped"
    if one.by is not None:
        who = names.get(one.by) or texts.label("next-someone")
        yield texts(f"{what}-by-you") if one.by == me else texts(f"{what}-by", name=who)
    elif one.moved or one.skipped:
        yield texts(what)
    if one.held is not None:
        yield texts(_HELD.get(one.held, "next-held-other"), most=one.most)


def kind_label(one: Upcoming, texts: Texts) -> str:
    """What it is, in a few words."""
    short = one.kind == CHECK_IN and one.form in _NAMED
    return texts.label(f"next-check_in-{one.form}" if short else f"next-{one.kind}")
