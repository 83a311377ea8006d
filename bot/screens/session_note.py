"""A client's own words about a session: asked for, then as they are kept, and who can read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.screen import Button, Screen, does
from bot.screens.parts import EXCERPT, back, cut, lines
from bot.screens.reads import sees_of
from bot.screens.session_card import Card, write
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.practice import NOTE_DROP, NOTE_SHARE
from bot.texts import Texts
from care.sessions import notes_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.session import Note, SessionNote


@dataclass(frozen=True, slots=True)
class Facts:
    """`notes` are what they wrote about the session of the local date `on` (NEXT: the next one).

    `asks`: words are waited for. `drops`: the newest is to go, once they say that they are sure.
    """

    note: Note
    on: date
    practitioner: str | None
    notes: Sequence[SessionNote] = ()
    asks: bool = False
    drops: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As they are kept now."""
    note, on = Note(row.args["note"]), date.fromisoformat(row.args["on"])
    kept, sees = await notes_of(tx, person, on, note), await sees_of(tx, person)
    return Facts(note, on, sees.practitioner, kept, bool(row.args.get("asks")), row.args.get("view") == "delete")


def screen(facts: Facts, texts: Texts) -> Screen:
    """Type it; or what is kept, and a button that shows it to the practitioner or takes it back."""
    if facts.asks or not facts.notes:
        return Screen(texts(f"session-note-ask-{facts.note}"))
    kept = [texts("session-note-line", words=cut(one.words, EXCERPT)) for one in facts.notes]
    if facts.drops:
        sure = does(texts.label("own-note-delete-yes"), NOTE_DROP, facts.notes[-1].id)
        return Screen(lines(texts("own-note-sure"), kept[-1]), ((sure, back(texts)),))
    delete = "own-note-delete" if len(kept) == 1 else "session-note-delete-last"
    more = (
        write(Card(facts.note, facts.on), texts, "session-note-more"),
        does(texts.label(delete), OPEN_VIEW, "delete"),
    )
    who = facts.practitioner
    if facts.note is Note.AGREED or who is None:
        return Screen(lines(texts("check-in-words-kept"), *kept), (more,))
    share = does(texts.label("check-in-share", practitioner=who), NOTE_SHARE, True)
    unshare = does(texts.label("check-in-unshare"), NOTE_SHARE, False)
    shown = [texts("session-note-line", words=cut(one.words, EXCERPT)) for one in facts.notes if one.shared]
    buttons: tuple[Button, ...] = (share, unshare)
    if not shown:
        told, buttons = texts("check-in-words-share", practitioner=who), (share,)
    elif len(shown) == len(kept):
        told, buttons = texts("check-in-words-shared", practitioner=who), (unshare,)
    else:
        told = lines(texts("session-note-some-shown", practitioner=who), *shown)
    return Screen(lines(texts("check-in-words-kept"), *kept, told), (buttons, more))
