"""One of a client's four pictures, with the same in words under it."""

from dataclasses import dataclass

from bot.picture import Picture
from bot.screen import AS_IT_STANDS, Screen, does
from bot.screens.parts import paragraphs, rows
from bot.screens.pictures import felt, smoked, what, when
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.diary import PICTURE
from bot.taps.everywhere import OPEN_MINE
from bot.texts import Texts
from care.in_pictures import InPictures, Which, in_pictures_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.patterns import ENOUGH
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Which one was asked for, and what there is to draw."""

    which: Which
    there: InPictures
    sees: Sees


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is now."""
    return Facts(Which(row.args["which"]), await in_pictures_of(tx, person), await sees_of(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The picture, the way to the others, and back. Where there is nothing to draw any more, words say so."""
    others = (one for one in facts.there.drawable if one is not facts.which)
    named = rows((does(texts.label(f"picture-{one}"), PICTURE, one) for one in others), 2)
    buttons = (*named, (does(texts.label("button-back"), OPEN_MINE, "patterns"),))
    drawn = _drawn(facts, texts)
    if drawn is None:
        return Screen(texts("pictures-not-yet", enough=ENOUGH), buttons, picture=AS_IT_STANDS)
    picture, words = drawn
    return Screen(paragraphs(words, _who(facts, texts)), buttons, picture=picture)


def _who(facts: Facts, texts: Texts) -> str:
    """The practitioner has what check-ins were answered with (see bot.screens.picture_of), and nothing of the diary."""
    if facts.which is Which.FELT and facts.sees.both:
        return texts("pictures-who-felt", practitioner=facts.sees.practitioner or "")
    return texts("pictures-who")


def _drawn(facts: Facts, texts: Texts) -> tuple[Picture, str] | None:
    there = facts.there
    match facts.which:
        case Which.WHEN if there.logs:
            return when.picture(there.logs, texts), when.words(there.logs, texts)
        case Which.WHAT if there.logs:
            return what.picture(there.logs, texts), what.words(there.logs, texts)
        case Which.FELT if there.felt:
            return felt.picture(there.felt, texts), felt.words(there.felt, texts)
        case Which.SMOKED if there.smoked:
            return smoked.picture(there.smoked, there.quit_on, texts), smoked.words(there.smoked, there.quit_on, texts)
    return None
