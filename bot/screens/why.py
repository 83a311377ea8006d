""" "Why this?" on whatever was not asked for: from the decision as it was kept, never made up afterwards."""

from dataclasses import dataclass
from typing import Any

from bot.screen import Button, Screen
from bot.screens.parts import back, paragraphs, rows
from bot.screens.sees import Sees
from bot.texts import Texts
from bot.texts.dates import weekday
from db import people
from db.tx import Tx
from programme.plan import CHECK_IN, HELLO
from programme.prompt import Prompt

VIEW = "why"  # what a screen's row is asked to show


@dataclass(frozen=True, slots=True)
class Why:
    """`about` is what the client is called whom a supporter's message is about; `sees` who sees a client's answers."""

    prompt: Prompt
    about: str | None = None
    sees: Sees | None = None


async def why_of(tx: Tx, prompt: Prompt) -> Why:
    """With the name that it needs."""
    about = await people.get(tx, prompt.about_id) if prompt.about_id is not None else None
    return Why(prompt, about.name if about else None)


def why_screen(why: Why, texts: Texts, *change: Button) -> Screen:
    """Why it came, who was told, and the ways to change it; then back."""
    told = texts("why-nobody" if why.prompt.kind == CHECK_IN else "why-nobody-wrote")
    if why.sees is not None and why.sees.both:
        told = f"{told} {texts('why-sees', practitioner=why.sees.practitioner or '')}"
    return Screen(paragraphs(_reason(why, texts), told), rows((*change, back(texts)), 2))


def _reason(why: Why, texts: Texts) -> str:
    prompt, decision = why.prompt, why.prompt.decision
    slot: Any = decision.get("asked_for") or prompt.slot
    if prompt.plan_id is None:
        return texts("why-asked")
    if prompt.kind == CHECK_IN:
        return texts("why-plan-reminder" if prompt.reminded_at else "why-plan", slot=slot)
    if prompt.kind == HELLO:
        return texts(f"why-hello-{decision['chosen']}", slot=slot)
    about = {"name": why.about} if why.about else {}
    return texts(f"why-{prompt.kind}", slot=slot, day=weekday(texts, prompt.local_date), **about)
