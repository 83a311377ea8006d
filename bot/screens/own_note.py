"""Something a client typed when nothing had been asked for: kept for them, and "Park it for your session?"."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import EXCERPT, WHOLE, back, cut, lines, paragraphs
from bot.screens.reads import practitioner_name
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.people import NOTE_FORGET, NOTE_PARK, NOTES
from bot.texts import Texts
from care.notes import note_of
from care.using import side_effects_call
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`words` are None once they are parked or gone; `view`: "kept" (theirs alone), "delete" (sure?), "full".

    `call`: they told of side effects shortly before, and whom to call about a medicine.
    """

    words: str | None
    practitioner: str | None
    view: str = ""
    call: str | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is kept now."""
    found = await note_of(tx, person, row.subject_id or 0)
    words, view = None if found is None else found.words, row.args.get("view", "")
    return Facts(words, await practitioner_name(tx, person), view, await side_effects_call(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Kept, and three ways to go on; each can be left for another time."""
    every = does(texts.label("notes-button"), NOTES)
    if facts.words is None:
        return Screen(texts("own-note-gone"), ((every,),))
    line = texts("session-note-line", words=cut(facts.words, WHOLE if facts.view == "kept" else EXCERPT))
    delete = does(texts.label("own-note-delete"), OPEN_VIEW, "delete")
    match facts.view:
        case "delete":
            sure = does(texts.label("own-note-delete-yes"), NOTE_FORGET)
            return Screen(lines(texts("own-note-sure"), line), ((sure, back(texts)),))
        case "kept":
            park = does(texts.label("own-note-park"), NOTE_PARK)
            return Screen(lines(texts("own-note-kept"), line), ((park,), (delete, every)))
    no = does(texts.label("own-note-no"), OPEN_VIEW, "kept")
    if facts.view == "full":
        return Screen(lines(texts("own-note-full"), line), ((no, delete),))
    who = facts.practitioner
    ask = texts("own-note-ask", practitioner=who) if who else texts("own-note-ask-nobody")
    yes = does(texts.label("own-note-yes"), NOTE_PARK)
    side = texts("own-note-side", call=facts.call) if facts.call else None
    return Screen(paragraphs(lines(texts("own-note"), line), side, ask), ((yes, no), (delete,)))
