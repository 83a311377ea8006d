"""The check-in: one message that is edited from question to question."""

from bot.screen import Screen
from bot.screens.check_in import asides, barriers, ended, forms, questions
from bot.screens.check_in.reads import facts
from bot.screens.check_in.view import Facts
from bot.texts import Texts
from programme.course import Form
from programme.prompt import PromptState, Step

__all__ = ["Facts", "facts", "screen"]

_ASIDES = {"not_now": asides.not_now, "why": asides.why, "low": asides.very_low, "enough": asides.enough}


def screen(facts: Facts, texts: Texts) -> Screen:
    """What is true of this check-in now; something tapped open shows while it is not over."""
    prompt = facts.prompt
    if prompt.form == Form.LAST:
        return asides.why(facts, texts) if facts.view == "why" else forms.last(facts, texts)
    if prompt.state is PromptState.SKIPPED:
        return ended.skipped(facts, texts)
    if prompt.state is PromptState.DONE:
        return _done(facts, texts)
    if not prompt.is_open and not facts.answering_late:
        return ended.closed(facts, texts)
    if facts.view in _ASIDES:
        return _ASIDES[facts.view](facts, texts)
    if prompt.next_step is Step.RETURN:
        return ended.put_off(facts, texts)
    return questions.question_screen(facts, texts)


def _done(facts: Facts, texts: Texts) -> Screen:
    """Its closing words, or what was tapped open over them; a very low mood that was said last is met first."""
    match facts.view:
        case "add" if facts.may_add:
            return ended.add_words(facts, texts)
        case "barrier" if facts.may_say_barrier:
            return barriers.ask(facts, texts)
        case "low":
            return asides.very_low(facts, texts)
    return ended.saved(facts, texts)
