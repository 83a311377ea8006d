"""What a guide sees on a phone: the newest messages, a button by how it begins, a day of a month, a link to open."""

from collections.abc import Sequence
from datetime import timedelta

from bot.texts.dates import local
from simulator import Bubble, Phone, Simulator

LOOKS_BACK = 3  # of the newest messages on a phone


def newest(phone: Phone) -> list[Bubble]:
    """The newest messages of the bot, the newest first."""
    return [bubble for bubble in reversed(phone.messages) if not bubble.from_me][:LOOKS_BACK]


def is_answered(phone: Phone, asked: Bubble) -> bool:
    """Whether words were written below it."""
    return any(bubble.from_me and bubble.id > asked.id for bubble in phone.messages)


def awaits_answer(phone: Phone) -> bool:
    """Whether the newest words on it are its owner's own."""
    return bool(phone.messages) and phone.messages[-1].from_me and not phone.person.blocked


def label(labels: Sequence[str], beginning: str) -> str | None:
    """The first label that begins so; a number is meant as a whole."""
    if beginning.isdigit():
        return beginning if beginning in labels else None
    return next((one for one in labels if one.startswith(beginning)), None)


def day_ahead(seen: Bubble, days: int, simulator: Simulator) -> str | None:
    """The button of the day so many days from today where that month is shown, else the one that leads to it."""
    day = (local(simulator.clock.now(), simulator.stage.zone) + timedelta(days=days)).date()
    month = f"{day:%B %Y}"
    if month in seen.text:
        return label(seen.labels, str(day.day))
    return next((one for one in seen.labels if month in one), None)


def fresh_link(holder: Phone, reader: Phone) -> str | None:
    """The newest start link on the one phone that was not opened on the other one yet."""
    opened = {bubble.text.rpartition(" ")[2] for bubble in reader.messages if bubble.from_me}
    texts = [bubble.text for bubble in reversed(holder.messages)]
    links = [word for text in texts for word in text.split() if "?start=" in word]
    return next((link for link in links if link.partition("?start=")[2] not in opened), None)
