"""How far a client has come: counts that never go down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.body import body_line
from bot.screens.easier import easier_lines
from bot.screens.parts import back, lines, paragraphs
from bot.screens.support_parts import milestone_words, tell_buttons
from bot.texts import Texts
from bot.texts.dates import day
from care.easier import noticed_by
from care.milestone import may_be_told, milestone_now
from care.progress import Lived, progress_of
from db import switches
from db.screens import ScreenRow
from db.tx import Tx
from programme.easier import Noticed
from programme.milestone import Milestone
from programme.people import Person
from programme.support import Support
from programme.switch import Switch


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` "since": they asked when the last one was. `milestone` is the highest reached, `tell` who may hear it.

    `easier` is what they found got easier; `body`: they want to see what changes in the body here.
    """

    lived: Lived
    view: str = ""
    milestone: Milestone | None = None
    tell: Sequence[Support] = ()
    easier: Sequence[Noticed] = ()
    body: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """Counted now."""
    lived, milestone = await progress_of(tx, now, person), await milestone_now(tx, now, person)
    return Facts(
        lived,
        row.args.get("view", ""),
        milestone,
        await may_be_told(tx, person) if milestone else (),
        await noticed_by(tx, person.id),
        await switches.is_on(tx, person.id, Switch.BODY),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The counts. What can be reset, the time since the last one, is shown to who asks for it (FIELD.md 2.2)."""
    lived = facts.lived
    if facts.view == "since":
        last = texts("progress-since-never")
        if lived.last is not None:
            last = texts("progress-since-day", day=day(texts, lived.last))
        return Screen(last, ((back(texts),),))
    if not lived.kept:
        return Screen(paragraphs(texts("progress"), texts("progress-not-kept")))
    since = does(texts.label("progress-since"), "view", "since")
    date = does(texts.label("more-quit-date"), "quit_date")
    body = body_line(lived, texts) if facts.body else None
    own = easier_lines(facts.easier, texts)
    words = paragraphs(texts("progress"), _days(facts, texts), _ridden_out(lived, texts), own, body)
    closer = does(texts.label("progress-closer"), "mine", "closer")
    return Screen(words, (*tell_buttons(facts.tell, texts), (since, date), (closer,)))


def _days(facts: Facts, texts: Texts) -> str:
    lived, days = facts.lived, facts.lived.days
    if not days.smoke_free + days.smoked + days.not_known:
        waits = lived.attempt is not None and lived.attempt.has_come(lived.today)
        return texts("progress-none-yet" if waits else "progress-no-date")
    counted = [texts("progress-smoke-free", days=days.smoke_free), texts("progress-longest", days=days.longest)]
    not_known = texts("progress-not-known", days=days.not_known) if days.not_known else None
    return lines(*counted, _milestone(facts, texts), not_known, texts("progress-never-down"))


def _milestone(facts: Facts, texts: Texts) -> str | None:
    if facts.milestone is None:
        return None
    return texts("progress-milestone", milestone=milestone_words(facts.milestone, texts))


def _ridden_out(lived: Lived, texts: Texts) -> str | None:
    return texts("progress-ridden-out", count=lived.ridden_out) if lived.ridden_out else None
