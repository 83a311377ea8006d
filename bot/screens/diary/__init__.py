"""The diary: one message, edited from question to question, and its closing words."""

from bot.screen import Screen
from bot.screens.diary import asking, closing, when
from bot.screens.diary.view import Facts, facts, start
from bot.texts import Texts

__all__ = ["Facts", "facts", "screen"]


def screen(facts: Facts, texts: Texts) -> Screen:
    """What is asked; or, where all is said, what was written down, and what can still be done about it."""
    if facts.entry is None:
        return closing.taken_back(texts) if facts.args.get("written") else start(facts, texts)
    if facts.args.get("low"):
        return asking.low(facts, texts)
    if facts.ask is not None:
        return asking.question(facts, facts.entry, texts)
    match facts.view:
        case "when":
            return when.screen(facts, facts.entry, texts)
        case "many" | "many_refused":
            return closing.many(facts, texts)
    return closing.screen(facts, facts.entry, texts)
