"""What a client typed by themselves and keeps: the newest first, each a tap away."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.paged import page_of, pages_of, turning
from bot.screens.parts import LABEL, cut
from bot.taps.everywhere import OPEN_MINE
from bot.taps.people import NOTES, OWN_NOTE
from bot.texts import Texts
from db import own_words
from db.screens import ScreenRow
from db.tx import Tx
from programme.own_words import OwnWords, Purpose
from programme.people import Person

MOST = 10  # on a page


@dataclass(frozen=True, slots=True)
class Facts:
    """Newest first; `page` is the one that is shown."""

    notes: Sequence[OwnWords] = ()
    page: int = 0


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As they are kept now."""
    kept = await own_words.of_person(tx, person.id, {Purpose.NOTE})
    return Facts(kept[::-1], int(row.args.get("page", 0)))


def screen(facts: Facts, texts: Texts) -> Screen:
    """A button for each."""
    home = (does(texts.label("button-back"), OPEN_MINE, "progress"),)
    if not facts.notes:
        return Screen(texts("notes-none"), (home,))
    pages = pages_of(facts.notes, MOST)
    listed = tuple((does(cut(one.words, LABEL), OWN_NOTE, one.id),) for one in page_of(pages, facts.page))
    turn = turning(NOTES, facts.page, len(pages))
    return Screen(texts("notes", count=len(facts.notes)), (*listed, *turn, home))
