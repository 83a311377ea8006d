"""The one reminder: three taps to choose from, and leaving it is one of them."""

from bot.screen import Screen, does
from bot.screens.check_in import Facts, asides, ended, facts, forms
from bot.screens.parts import rough
from bot.screens.why import VIEW
from bot.taps.check_in import LEAVE_IT, ONE_TAP
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts
from programme.check_in import Day
from programme.prompt import PromptState

__all__ = ["Facts", "facts", "screen"]


def screen(facts: Facts, texts: Texts) -> Screen:
    """Open it asks; otherwise it says what became of the check-in, with what rides in its closing words."""
    if facts.prompt.is_open:
        if facts.view == VIEW:
            return asides.why(facts, texts)
        ok, hard = (does(texts.label(f"reminder-{day}"), ONE_TAP, day) for day in (Day.OK, Day.HARD))
        if facts.soft:
            ok, hard = forms.soft_answers(texts)
        why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
        leave = does(texts.label("reminder-leave"), LEAVE_IT)
        return Screen(texts("reminder-soft" if facts.soft else "reminder"), ((ok, hard), (leave, rough(texts)), (why,)))
    if facts.prompt.state is PromptState.DONE:
        return ended.saved(facts, texts)
    if facts.prompt.state is PromptState.SKIPPED:
        return ended.skipped(facts, texts)
    return ended.closed(facts, texts)
