"""What got in the way on a hard day: behind a button of the closing words, for who wants to say."""

from bot.screen import Rows, Screen, does
from bot.screens.check_in.view import Facts
from bot.screens.parts import back, rows
from bot.screens.sees import answers_line
from bot.taps.check_in import BARRIER
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts
from programme.barrier import Barrier


def ask(facts: Facts, texts: Texts) -> Screen:
    """One tap, none of these, or back."""
    found = rows((does(texts.label(f"barrier-{one}"), BARRIER, one) for one in Barrier), 2)
    last = (does(texts.label("check-in-barrier-none"), BARRIER), back(texts))
    return Screen(f"{texts('check-in-barrier-ask')}\n\n{answers_line(facts.sees, texts)}", (*found, last))


def offer(facts: Facts, texts: Texts) -> Rows:
    """The button that asks."""
    if not facts.may_say_barrier:
        return ()
    return ((does(texts.label("check-in-barrier"), OPEN_VIEW, "barrier"),),)


def line(facts: Facts, texts: Texts) -> str | None:
    """What they said."""
    match facts.said.barrier:
        case None:
            return None
        case Barrier.OTHER:
            return texts("check-in-barrier-other")
    return texts("check-in-barrier-kept", barrier=texts.label(f"barrier-{facts.said.barrier}"))
