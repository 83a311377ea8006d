"""Smoking on most days: the client says so, and what suits them now. Nothing that was counted is taken away."""

from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens.medicine_gate import gate_buttons, gate_words
from bot.screens.parts import lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.everywhere import OPEN_BELOW, OPEN_MINE
from bot.taps.quitting import QUIT_DATE, RELAPSE_BACK, RELAPSE_IS, RELAPSE_UNDO, TIMING_IS
from bot.texts import Texts
from care.medicines import Gate, gate_of
from care.progress import progress_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.medicines import Moment
from programme.people import Person
from programme.relapse import Choice


@dataclass(frozen=True, slots=True)
class Facts:
    """`going`: a try goes on. `smoke_free` counts days over all of them. `said`: what they chose on this screen, and
    `undo` the attempt that it ended; `medicine` is what is asked about medicines then.
    """

    sees: Sees
    going: bool = False
    smoke_free: int = 0
    said: Choice | None = None
    undo: int | None = None
    medicine: Gate | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    if not person.is_client:
        return None
    lived, said = await progress_of(tx, person), row.args.get("said")
    going = lived.attempt is not None
    undo = None if going else row.args.get("attempt")
    gate = await gate_of(tx, person, Moment.RELAPSE, lived.today) if said else None
    return Facts(await sees_of(tx, person), going, lived.days.smoke_free, Choice(said) if said else None, undo, gate)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Four choices of equal weight; then what it means."""
    if facts.said is not None:
        asked = gate_words(facts.medicine, facts.sees, texts) if facts.medicine else None
        answers = gate_buttons(facts.medicine, texts) if facts.medicine else ()
        undo = does(texts.label("how-often-undo"), RELAPSE_UNDO, facts.undo) if facts.undo else None
        rows = (*answers, *_onward(facts.said, texts), *(((undo,),) if undo else ()))
        return Screen(paragraphs(texts(f"relapse-said-{facts.said}"), asked), rows)
    if not facts.going:
        return Screen(texts("relapse-none"), ((does(texts.label("more-quit-date"), QUIT_DATE),),))
    words = lines(texts("relapse"), texts("relapse-counts", days=facts.smoke_free), texts("relapse-asks"))
    choices = [does(texts.label(f"relapse-{one}"), RELAPSE_IS, one) for one in Choice]
    back = does(texts.label("button-back"), RELAPSE_BACK)
    return Screen(paragraphs(words, _who(facts.sees, texts)), (tuple(choices[:2]), tuple(choices[2:]), (back,)))


def _onward(said: Choice, texts: Texts) -> Rows:
    pick = does(texts.label("timing-pick"), QUIT_DATE)
    match said:
        case Choice.NEW_DATE:
            return ((pick,),)
        case Choice.CUT_DOWN:
            return ((does(texts.label("relapse-usual"), OPEN_MINE, "usual"),), (pick,))
        case Choice.NOT_NOW:
            return ((does(texts.label("timing-good"), TIMING_IS, "good"),),)
    craving = does(texts.label("smoked-next-craving"), OPEN_BELOW, "craving")
    return ((craving, does(texts.label("more-toolkit"), OPEN_MINE, "toolkit")),)


def _who(sees: Sees, texts: Texts) -> str:
    return texts("relapse-who-sees", practitioner=sees.practitioner or "") if sees.both else texts("relapse-who-you")
