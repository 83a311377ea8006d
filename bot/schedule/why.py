""" "Why this?" on whatever was not asked for: from the decision as it was kept, never made up afterwards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.kit.parts import back, go, lines, paragraphs, rows
from bot.kit.people import Sees
from bot.kit.screen import Button, Screen, does
from bot.practice.taps import SUMMARY_NONE, SUMMARY_TIME
from bot.quitting.taps import QUIT_DATE
from bot.schedule.taps import CHANGE_TIME, FEWER_OF_THEM, STOP_KIND
from bot.texts import Texts
from bot.texts.dates import clock, local, weekday
from care.people.accounts import name_of
from db.tx import Tx
from programme.people.person import Role
from programme.schedule.course import Form
from programme.schedule.kinds import KINDS, REMINDER, of_role
from programme.schedule.plan import CHECK_IN, HELLO, QUIT_DAY, SUMMARY
from programme.schedule.prompt import WORDS, NewPrompt, Prompt

VIEW = "why"  # what a screen's row is asked to show
STOPS = of_role(Role.CLIENT)  # what a client can stop; the others have a way of their own
_LADDER = (Form.QUIET.value, Form.LAST.value)


@dataclass(frozen=True, slots=True)
class WhyFacts:
    """What came, or, as a NewPrompt, what will come.

    `about` is what the client is called whom a supporter's message is about; `sees` who sees a client's answers; `by`
    what they are called who moved it, where that was somebody else.
    """

    prompt: Prompt | NewPrompt
    about: str | None = None
    sees: Sees | None = None
    by: str | None = None

    @property
    def is_coming(self) -> bool:
        """Whether it has not been said yet."""
        return isinstance(self.prompt, NewPrompt)


async def why_of(tx: Tx, prompt: Prompt) -> WhyFacts:
    """With the name that it needs."""
    return WhyFacts(prompt, await name_of(tx, prompt.about_id), by=await moved_by(tx, prompt))


async def moved_by(tx: Tx, prompt: Prompt | NewPrompt) -> str | None:
    """What they are called who moved it to its time, where that was somebody else."""
    return await name_of(tx, prompt.decision.get("by"))


def why_screen(why: WhyFacts, texts: Texts, *more: Button) -> Screen:
    """Which rule, on what day, when; what was held back; who was told; the ways to change it; then back."""
    reason = " ".join(_reason(why, texts))
    rest = " ".join(_around(why, texts))
    return Screen(
        paragraphs(lines(reason, rest, *_held_back(why, texts)), _told(why, texts)),
        rows((*more, *_ways(why.prompt.kind, texts), back(texts)), 2),
    )


def _reason(why: WhyFacts, texts: Texts) -> Iterator[str]:
    """Which rule it came of, and how its time was chosen."""
    prompt, decision = why.prompt, why.prompt.decision
    slot: str = decision.get("asked_for") or prompt.slot
    if prompt.plan_id is None:
        yield texts("why-asked")
        return
    if prompt.kind == CHECK_IN:
        yield from _check_in(why, slot, texts)
    elif prompt.kind == HELLO:
        yield texts(f"why-hello-{_hello(decision)}", slot=slot)
    else:
        about = {"name": why.about} if why.about else {}
        yield texts(f"why-{prompt.kind}", slot=slot, day=weekday(texts, prompt.local_date), **about)
    if decision.get("chosen") == "moved":
        at = clock(local(prompt.due_at, decision.get("zone")))
        key = "why-moved" if decision.get("by") is None else "why-moved-by" if why.by else "why-moved-by-someone"
        yield texts(key, time=at, name=why.by or "")


def _hello(decision: Mapping[str, Any]) -> str:
    return str(decision.get("promised") or decision["chosen"])


def _check_in(why: WhyFacts, slot: str, texts: Texts) -> Iterator[str]:
    decision, form = why.prompt.decision, why.prompt.form
    ladder, short = decision.get("ladder") or form, form in (Form.MORNING, Form.RISK)
    span: int | None = decision.get("span")
    if form == Form.SOFT:
        yield from _soft(why, texts)
    elif ladder in _LADDER:
        yield texts(f"why-{ladder}")
    elif span and not short:
        start = datetime.combine(why.prompt.local_date, time.fromisoformat(slot))
        yield texts("why-between", to=clock(start + timedelta(minutes=span)), **{"from": slot})
        drawn = decision.get("drawn")
        if drawn or why.is_coming:
            yield texts("why-drawn", time=drawn) if drawn else texts("why-will-be-drawn")
    elif short and decision.get("rule") == "course":
        level = texts.label(f"level-{decision['level']}")
        yield texts(f"why-course-{form}", level=level, slot=slot)
    elif decision.get("rule") == "course":
        yield texts("why-course-evening", slot=slot)
    else:
        yield texts("why-weekdays" if decision.get("rule") == "weekdays" else "why-daily", slot=slot)


def _soft(why: WhyFacts, texts: Texts) -> Iterator[str]:
    """That it is short, and that a crisis card was shown before it, on which day: nothing more is known of that."""
    told: str | None = why.prompt.decision.get("soft")
    on = date.fromisoformat(told) if told else None
    if why.is_coming or on is None:
        yield texts("why-soft-coming")
    elif on == why.prompt.local_date:
        yield texts("why-soft-today")
    else:
        yield texts("why-soft", day=weekday(texts, on))


def _around(why: WhyFacts, texts: Texts) -> Iterator[str]:
    """The day since the quit date, and until when it waits; what was not kept is not said."""
    prompt, decision = why.prompt, why.prompt.decision
    day: int | None = decision.get("day")
    if day is not None and day >= 0 and prompt.kind != QUIT_DAY:
        yield texts("why-day", day=day) if day else texts("why-day-zero")
    asks = KINDS[prompt.kind].asks and prompt.form != Form.LAST
    if isinstance(prompt, Prompt) and prompt.plan_id is not None and asks and prompt.closes_at:
        if prompt.is_open:
            yield texts("why-waits", time=clock(local(prompt.closes_at, decision.get("zone"))))
        if prompt.reminded_at:
            yield texts("why-reminded")


def _held_back(why: WhyFacts, texts: Texts) -> Iterator[str]:
    for one in why.prompt.decision.get("held_back", ()):
        what: str = one.get("what", "")
        key = "why-what-reminder" if what == REMINDER else f"next-{what}" if what in KINDS else "why-what-other"
        if one.get("why") in WORDS:  # such a word takes the place of nothing but the morning's (programme.schedule.day)
            key = "next-check_in-morning"
        held = f"why-held-{one['why']}" if one.get("why") in ("cap", "card") else "why-held-other"
        yield texts(held, what=texts.label(key))


def _told(why: WhyFacts, texts: Texts) -> str:
    if why.is_coming:
        return texts("why-nobody-coming")
    if why.prompt.form == Form.LAST:
        return texts("why-nobody-wrote")
    told = texts("why-nobody" if why.prompt.kind == CHECK_IN else "why-nobody-wrote")
    if why.sees is not None and why.sees.both:
        return f"{told} {texts('why-sees', practitioner=why.sees.practitioner or '')}"
    return told


def _ways(kind: str, texts: Texts) -> Iterator[Button]:
    """How to change that it comes."""
    if kind == CHECK_IN:
        yield does(texts.label("why-change"), CHANGE_TIME)
        yield does(texts.label("why-fewer"), FEWER_OF_THEM)
    elif kind == QUIT_DAY:
        yield does(texts.label("quit-date-change"), QUIT_DATE)
    elif kind == HELLO:
        yield go(texts, "why-break", "pause")
    elif kind == SUMMARY:
        yield does(texts.label("why-change"), SUMMARY_TIME)
        yield does(texts.label("why-stop"), SUMMARY_NONE)
    if kind in STOPS:
        yield does(texts.label("why-stop-check-ins" if kind == CHECK_IN else "why-stop"), STOP_KIND, kind)
