"""How far a client has come, in counts of what they told."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens import progress_working
from bot.screens.body import body_line
from bot.screens.easier import easier_lines
from bot.screens.parts import back, lines, more, paragraphs
from bot.screens.support_parts import milestone_words, tell_buttons
from bot.taps.everywhere import OPEN_MINE, OPEN_VIEW
from bot.taps.people import NOTES
from bot.taps.practice import WORKED_WITH
from bot.taps.quitting import QUIT_DATE, RATING, RELAPSE
from bot.texts import Texts
from bot.texts.dates import day
from bot.texts.money import money
from care.easier import noticed_by
from care.lived import Counted, lived_of
from care.milestone import may_be_told, milestone_now
from care.preparing import preparing_of
from care.progress import Lived, not_asked, progress_of
from care.ratings import rated
from db import cravings, switches
from db.screens import ScreenRow
from db.tx import Tx
from programme.easier import Noticed
from programme.events.quitting import ConfidenceSaid
from programme.milestone import Milestone
from programme.people import Person
from programme.support import Support
from programme.switch import Switch

LATELY = 4  # numbers that are shown of how sure they felt


@dataclass(frozen=True, slots=True)
class Facts:
    """`view`: "more" ways, "since" (when the last one was) or "working".

    `milestone` is the highest reached, `tell` who may hear it.
    `counted` is what it comes to in cigarettes and money; `tried` how often something was tried with a craving; `sure`
    the numbers from 0 to 10 that they gave, oldest first. `ready` counts what they got ready for their quit date.
    `easier` is what they found got easier; `body`: they want to see what changes in the body here. `not_asked` are the
    days of which nothing is known as we did not ask.
    """

    lived: Lived
    view: str = ""
    milestone: Milestone | None = None
    tell: Sequence[Support] = ()
    easier: Sequence[Noticed] = ()
    body: bool = False
    counted: Counted | None = None
    tried: int = 0
    sure: Sequence[int] = ()
    ready: int = 0
    not_asked: int = 0


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Counted now."""
    lived, milestone = await progress_of(tx, person), await milestone_now(tx, person)
    rated_ = await cravings.of_person(tx, person.id) if lived.kept else ()
    return Facts(
        lived=lived,
        view=row.args.get("view", ""),
        milestone=milestone,
        tell=await may_be_told(tx, person) if milestone else (),
        counted=await lived_of(tx, person),
        tried=sum(one.tried is not None for one in rated_),
        sure=await rated(tx, person.id, ConfidenceSaid),
        easier=await noticed_by(tx, person.id),
        body=await switches.is_on(tx, person.id, Switch.BODY),
        ready=(await preparing_of(tx, person)).ready,
        not_asked=await not_asked(tx, person, lived),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The counts. What can be reset, the time since the last one, is shown to who asks for it (FIELD.md 2.2)."""
    lived = facts.lived
    if facts.view == "since":
        last = texts("progress-since-never")
        if lived.last is not None:
            last = texts("progress-since-day", day=day(texts, lived.last))
        return Screen(last, ((back(texts),),))
    own = (does(texts.label("worked-with-button"), WORKED_WITH), does(texts.label("notes-button"), NOTES))
    if not lived.kept:
        return Screen(paragraphs(texts("progress"), texts("progress-not-kept")), (own,))
    if facts.view == "working" and facts.counted is not None:
        return Screen(progress_working.words(facts.counted, facts.not_asked, texts), ((back(texts),),))
    body = body_line(lived, texts) if facts.body else None
    found = paragraphs(_efforts(facts, texts), easier_lines(facts.easier, texts), body)
    words = paragraphs(texts("progress"), _days(facts, texts), _spared(facts, texts), found)
    if facts.view == "more":
        return Screen(words, (*_more(texts), own, (back(texts),)))
    return Screen(words, (*tell_buttons(facts.tell, texts), *_ways(facts, texts)))


def _ways(facts: Facts, texts: Texts) -> Rows:
    tries = does(texts.label("progress-tries"), OPEN_MINE, "tries")
    closer = does(texts.label("progress-closer"), OPEN_MINE, "closer")
    attempt = facts.lived.attempt
    if attempt is None or not attempt.has_come(facts.lived.today):
        date = does(texts.label("more-quit-date"), QUIT_DATE)
    else:
        date = does(texts.label("relapse-stop-counting"), RELAPSE)
    return ((tries, closer), (date,), (more(texts),))


def _more(texts: Texts) -> Rows:
    since = does(texts.label("progress-since"), OPEN_VIEW, "since")
    working = does(texts.label("progress-working"), OPEN_VIEW, "working")
    cost = does(texts.label("progress-usual"), OPEN_MINE, "usual")
    sure = does(texts.label("progress-ask-sure"), RATING, "sure")
    return ((since, sure), (working,), (cost,))


def _spared(facts: Facts, texts: Texts) -> str | None:
    found = facts.counted
    if found is None or not found.lived.not_smoked or found.usual is None:
        return None
    sums = [(found.usual.currency, found.lived.money), *found.lived.other_money.items()]
    kept = [money(texts, many, currency) for currency, many in sums if many and currency is not None]
    kept_line = texts("progress-money", money=" + ".join(kept)) if kept else None
    return lines(texts("progress-not-smoked", count=found.lived.not_smoked), kept_line)


def _efforts(facts: Facts, texts: Texts) -> str | None:
    ridden_out, tried = facts.lived.ridden_out, facts.tried
    sure = " → ".join(str(value) for value in facts.sure[-LATELY:])
    return (
        lines(
            texts("progress-ridden-out", count=ridden_out) if ridden_out else None,
            texts("progress-tried", count=tried) if tried else None,
            texts("progress-ready", count=facts.ready) if facts.ready else None,
            texts("progress-sure", values=sure) if sure else None,
        )
        or None
    )


def _days(facts: Facts, texts: Texts) -> str:
    """What there is to count; what is nought is left out."""
    days = facts.lived.days
    if not days.smoke_free + days.smoked + days.not_known:
        return _before_the_first(facts.lived, texts)
    not_known = _gaps(days.not_known, facts.not_asked, texts)
    if not days.smoke_free:
        return lines(texts("progress-told", days=days.smoked) if days.smoked else texts("progress-to-tell"), not_known)
    counted = (texts("progress-smoke-free", days=days.smoke_free), texts("progress-longest", days=days.longest))
    return lines(*counted, _milestone(facts, texts), texts("progress-lapse"), not_known)


def _gaps(not_known: int, not_asked: int, texts: Texts) -> str | None:
    """Days that are not known, and how many of them we did not ask about."""
    rest = not_known - not_asked
    ours = texts("progress-not-asked", days=not_asked) if not_asked else None
    return lines(ours, texts("progress-not-known", days=rest) if rest else None) or None


def _before_the_first(lived: Lived, texts: Texts) -> str:
    attempt = lived.attempt
    if attempt is None:
        return texts("progress-no-date")
    if attempt.has_come(lived.today):
        return texts("progress-none-yet")
    return texts("progress-ahead", day=day(texts, attempt.quit_on))


def _milestone(facts: Facts, texts: Texts) -> str | None:
    if facts.milestone is None:
        return None
    return texts("progress-milestone", milestone=milestone_words(facts.milestone, texts))
