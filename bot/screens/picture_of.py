"""Moods and urges of a client, drawn for their practitioner, with the same in words under it."""

from dataclasses import replace

from bot.picture import Bars, Picture
from bot.screen import Screen, does
from bot.screens.names import called, shown_name
from bot.screens.parts import lines, paragraphs
from bot.screens.pictures import felt
from bot.taps.practice import CLIENTS, SCORES_WEEK
from bot.texts import Texts
from care.in_pictures import OfClient, drawn_for
from db.screens import ScreenRow
from db.tx import Tx
from programme.patterns import ENOUGH
from programme.people import Person

Facts = OfClient


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Whether it may be seen is asked each time it is shown; of nobody of theirs, the id is 0."""
    found = await drawn_for(tx, person, row.subject_id or 0)
    return replace(found, name=await called(tx, person, found.id)) if found else Facts(0, None, shown=False)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The picture, or, in its place, an empty one that says why."""
    if not facts.id:
        return Screen(texts("scores-closed"), ((does(texts.label("summary-all"), CLIENTS),),), picture=_empty(texts))
    name = shown_name(facts.id, facts.name, texts)
    back = ((does(texts.label("scores-week"), SCORES_WEEK),),)
    if facts.felt is None:
        why = texts("picture-of-few", enough=ENOUGH) if facts.shown else texts("scores-not-shown", name=name)
        return Screen(why, back, picture=_empty(texts))
    head = lines(texts("picture-of-head", name=name), texts("scores-told"))
    words = paragraphs(head, felt.counts(facts.felt, texts), texts("picture-of-gaps"))
    return Screen(words, back, picture=felt.picture(facts.felt, texts))


def _empty(texts: Texts) -> Picture:
    return Bars(texts.label("picture-felt"), ())
