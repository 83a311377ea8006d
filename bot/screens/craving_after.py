"""Ten minutes after something was tried: how strong is the craving now, and what was the difference?"""

from dataclasses import dataclass

from bot.screen import Button, Rows, Screen, does
from bot.screens.craving import CALM, ratings
from bot.screens.parts import go, lines, not_now
from bot.screens.tried import counted, name, sentence
from bot.taps.craving import CRAVING_GO_ON, CRAVING_KEEP, RATE_AFTER
from bot.taps.everywhere import OPEN_BELOW
from bot.texts import Texts
from care import offering
from care.toolkit import keeps_words
from db import cravings
from db.screens import ScreenRow
from db.tx import Tx
from programme.check_in import HardMoment
from programme.craving import Craving
from programme.offering import Offered
from programme.people import Person

STRONG = 3  # of 5: from here on what stays is called tough


@dataclass(frozen=True, slots=True)
class Facts:
    """The craving as it is kept by now; once it was rated once more, `tried` with what they said of it until then.

    `keeps`: more may be kept among what helps them. `at_once`: they would rather say now than ten minutes on.
    """

    craving: Craving
    tried: Offered | None = None
    keeps: bool = False
    at_once: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """Nothing to say to somebody who left, or where it was wiped."""
    known = await cravings.get(tx, row.subject_id or 0, person.id)
    if known is None or not person.is_client:
        return None
    tried = None if known.after is None else await offering.tried_in(tx, person, known)
    return Facts(known, tried, await keeps_words(tx, person), at_once=bool(row.args.get("now")))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question; or the difference with what is known of what was tried, and a way on where there is none."""
    before, after = facts.craving.before, facts.craving.after
    if after is None:
        person = (go(texts, "button-crisis", "help"), not_now(texts))
        asked = texts("craving-after-now" if facts.at_once else "craving-after", before=before)
        return Screen(asked, (*ratings(RATE_AFTER), person))
    if after < before:
        return Screen(
            lines(texts("craving-eased", before=before, after=after), _said(facts, texts)), _keep(facts, texts)
        )
    if after == CALM:
        return Screen(texts("craving-gone", after=after))
    key = "craving-more" if after > before else "craving-same" if after >= STRONG else "craving-same-mild"
    args = {"after": after} if after == before else {"before": before, "after": after}
    person = (go(texts, "button-crisis", "help"), not_now(texts))
    onward = ((does(texts.label("craving-again-try"), CRAVING_GO_ON), _calming(texts)), person)
    return Screen(texts(key, **args), onward)


def _said(facts: Facts, texts: Texts) -> str | None:
    if facts.tried is None:
        return None
    moment = facts.craving.moment
    said, words = counted(facts.tried.ranked, texts), sentence(name(facts.tried, texts))
    if moment in (None, HardMoment.OTHER) or not facts.tried.ranked.here:
        return texts("craving-tried", words=words, said=said)
    return texts("craving-tried-moment", words=words, said=said, moment=texts.label(f"moment-with-{moment}"))


def _keep(facts: Facts, texts: Texts) -> Rows:
    """What is new and eased it may stand among what helps them."""
    found = facts.tried.strategy if facts.tried else None
    return ((does(texts.label("craving-keep"), CRAVING_KEEP, found.id),),) if found and facts.keeps else ()


def _calming(texts: Texts) -> Button:
    return does(texts.label("rough-calming"), OPEN_BELOW, "calming")
