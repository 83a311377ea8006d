"""Where are you with smoking? Four answers of equal weight, any of them after any other."""

from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.screens.parts import lines, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.everywhere import OPEN_MINE
from bot.taps.quitting import QUIT_DATE, RELAPSE, STAGE_IS
from bot.texts import Texts
from db import attempts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.snap import Stage


@dataclass(frozen=True, slots=True)
class Facts:
    """`said`: what they answered on this screen. `going`: a try goes on."""

    sees: Sees
    said: Stage | None = None
    going: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    if not person.is_client:
        return None
    said, going = row.args.get("said"), await attempts.current(tx, person.id) is not None
    return Facts(await sees_of(tx, person), Stage(said) if said else None, going)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question; then a way on that fits."""
    back = does(texts.label("button-back"), OPEN_MINE, "tries")
    if not facts.sees.keep:
        return Screen(texts("stage-unkept"), ((back,),))
    if facts.said is not None:
        return Screen(texts(f"stage-said-{facts.said}"), ((_onward(facts, texts),), (back,)))
    who = texts("stage-who-sees", practitioner=facts.sees.practitioner or "") if facts.sees.both else None
    four = rows((does(texts.label(f"stage-say-{one}"), STAGE_IS, one) for one in Stage), 2)
    return Screen(lines(texts("stage-ask"), who or texts("stage-who-you")), (*four, (back,)))


def _onward(facts: Facts, texts: Texts) -> Button:
    if facts.going and facts.said is Stage.SMOKING:
        return does(texts.label("relapse-stop-counting"), RELAPSE)
    return does(texts.label("more-quit-date"), QUIT_DATE)
