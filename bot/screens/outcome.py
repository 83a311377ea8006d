"""4, 12, 26 and 52 weeks after the quit date: how it went, asked in one tap and kept as it was said.

In a message of its own, or in the closing words of a check-in (bot.screens.cards.outcome_left).
"""

from dataclasses import dataclass
from datetime import date

from bot.screen import Button, Rows, Screen, does
from bot.screens.parts import lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees, answers_line
from bot.screens.why import VIEW, Why, why_of, why_screen
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.quitting import OUTCOME_HERE, OUTCOME_IS
from bot.texts import Texts
from bot.texts.dates import day
from care.outcomes import asked_about, asks_next
from db import outcomes, prompts
from db.screens import ScreenRow
from db.tx import Tx
from programme.outcome import A_YEAR, FOUR_WEEKS, HALF_A_YEAR, RANGES, Outcome, over_by, since
from programme.people import Person
from programme.plan import OUTCOME
from programme.prompt import PromptState
from programme.today import today_of

CHANGE = "change"
_NAMES = dict(zip(RANGES, ("none", "few", "more", "not-said"), strict=True))


@dataclass(frozen=True, slots=True)
class Facts:
    """`milestone` is 28, 84, 182 or 364 days since the quit date `quit_on`; None: that try is over. `said` so far.

    `following` is the milestone that is asked about next by itself; None where none is. `last` is the last local day
    that is asked about, once it is over; None: up to now.
    """

    why: Why
    sees: Sees
    milestone: int | None = None
    quit_on: date | None = None
    said: Outcome | None = None
    view: str = ""
    following: int | None = None
    last: date | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """What is asked about, and what was said; None where it is not this person's."""
    prompt = await prompts.get(tx, row.subject_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind != OUTCOME:
        return None
    why, sees, view = await why_of(tx, prompt), await sees_of(tx, person), row.args.get("view", "")
    about = await asked_about(tx, person, prompt)
    if about is None:
        return Facts(why, sees, view=view)
    attempt, milestone = about
    found = await outcomes.of_attempt(tx, attempt.id)
    said = next((one for one in found if one.milestone == milestone), None)
    last = over_by(attempt.quit_on, milestone, today_of(tx.now, person), said)
    return Facts(why, sees, milestone, attempt.quit_on, said, view, await asks_next(tx, person), last)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question with its ranges; then what was said, open to be corrected."""
    prompt = facts.why.prompt
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    if facts.milestone is None or facts.quit_on is None:
        return Screen(texts("check-in-closed"))
    if facts.said is not None and facts.view != CHANGE:
        change = does(texts.label("button-change"), OPEN_VIEW, CHANGE)
        return Screen(kept(facts.said, facts.following, texts), ((change,),))
    if prompt.state in (PromptState.CANCELLED, PromptState.PAUSED):
        return Screen(texts("check-in-closed"))
    asked = question(facts.milestone, facts.quit_on, facts.last, texts)
    late = texts("outcome-closed") if prompt.state is not PromptState.OPEN and facts.said is None else None
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    first, rest = ranges(texts)
    buttons: Rows = (first, rest, (why,))
    return Screen(paragraphs(lines(late, asked), answers_line(facts.sees, texts)), buttons)


def question(milestone: int, quit_on: date, last: date | None, texts: Texts) -> str:
    """Have they smoked since? Once its days are over it names them: what came after is not asked about."""
    first = day(texts, since(quit_on))
    if last is None:
        return texts(f"outcome-{milestone}", day=first)
    key = f"outcome-{milestone}-over" if milestone == FOUR_WEEKS else "outcome-over"
    return texts(key, first=first, last=day(texts, last))


def kept(said: Outcome, following: int | None, texts: Texts) -> str:
    """What was said, and when this is asked next, where it is."""
    words = texts("outcome-kept", said=result_words(said, texts))
    more = texts("outcome-check-ins") if said.milestone == HALF_A_YEAR else None
    if following is None:
        return lines(words, texts("outcome-last") if said.milestone == A_YEAR else more)
    return lines(words, texts(f"outcome-next-{following}"), more)


def result_words(said: Outcome, texts: Texts) -> str:
    """What was said, as it was said."""
    return texts.label(f"outcome-{_NAMES[said.answer]}")


def ranges(texts: Texts, of: int | None = None) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
    """How many, in one row; rather not, in another. `of`: the question, where it stands on another screen."""
    labels = {code: texts.label(f"outcome-{name}") for code, name in _NAMES.items()}
    found = [
        does(label, OUTCOME_IS, code) if of is None else does(label, OUTCOME_HERE, (of, code))
        for code, label in labels.items()
    ]
    return tuple(found[:3]), (found[3],)
