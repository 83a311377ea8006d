"""The faces of the screens about what helps: the toolkit, ideas, own words, a craving with what is tried in it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.craving.after import CravingAfterFacts
from bot.craving.screens import CravingFacts
from bot.kit.people import Sees
from bot.toolkit.ideas import IdeasFacts, IdeasWanted
from bot.toolkit.screens import PhrasesFacts, ToolkitFacts
from programme.check_in.answers import HardMoment
from programme.check_in.counts import Share
from programme.craving import Craving as Rated
from programme.craving import CravingMeans, TriedItem, offers, own_items, top
from programme.planning.reasons import OwnWords, Purpose
from programme.toolkit.items import STEPS, Guide, ToolkitItem
from programme.toolkit.strategies import Function, StrategyPlace, fitting
from tests.screens.cases.quitting import NASTY, NOW

Case = tuple[str, str, Any]
STRESS = HardMoment.STRESS
RATED = Rated(4, 7, NOW, 4)
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
WALK, CALL = ToolkitItem(5, "A walk"), ToolkitItem(6, NASTY, moment=STRESS)
TAKEN = ToolkitItem(7, "", code="shower", pinned=True)
GUM = ToolkitItem(8, "Gum", hidden=True)
ITEMS = (WALK, CALL, TAKEN, GUM)
TOLD = [
    *(TriedItem(5, None, STRESS, helped) for helped in (True, True, True, True, False)),
    TriedItem(7, "shower", HardMoment.BORED, helped=True),
]
EVERY = offers(ITEMS, TOLD, STRESS)
NEW = offers([WALK], [], STRESS, Function.BREAK)


def toolkit() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _craving()
    yield from _together()
    yield from _after()
    yield from _toolkit()
    yield from _item()
    yield from _browse()
    yield from _phrases()


def _craving() -> Iterator[Case]:
    rates = CravingFacts(rates=True, keeps=True)
    yield "client", "craving", rates
    yield "client, with a reason", "craving", replace(rates, reason=NASTY)
    yield "client, from the welcome", "craving", replace(rates, back="welcome")
    rated = replace(rates, known=RATED, every=EVERY, top=top(EVERY, "1"))
    yield "client, what is going on", "craving", replace(rated, asks_moment=True)
    yield "client, what is going on, not kept", "craving", replace(rated, asks_moment=True, keeps=False)
    yield "client, rated", "craving", rated
    stressed = replace(rated, known=replace(RATED, moment=STRESS))
    yield "client, stressed", "craving", replace(stressed, phrase=NASTY)
    yield "client, not rated", "craving", replace(rated, known=None, view="skip")
    yield "client, nothing of their own", "craving", replace(stressed, every=NEW[1:], top=NEW[1:4])
    yield "client, still strong", "craving", replace(rated, known=None, view="strong")
    yield "client, stopped", "craving", replace(rated, view="stopped")
    yield "client, rated none", "craving", replace(rated, known=replace(RATED, before=0))
    yield "client, something else", "craving", replace(stressed, view="else")
    yield "client, something else, not kept", "craving", replace(rated, view="else", keeps=False)
    yield "client, own idea", "craving", replace(rated, view="own_ask")
    yield "client, own", "craving", replace(rates, known=RATED, view="own", trying=CALL)
    yield "client, own, not rated", "craving", replace(rates, view="own", trying=WALK)
    yield "client, idea", "craving", replace(rates, view="idea", trying=fitting([Function.HANDS])[0])
    idea = replace(rates, known=RATED, view="idea")
    yield "client, idea, new", "craving", replace(idea, trying=fitting([Function.BREAK])[0], usual=Function.BREAK)
    yield "client, waiting", "craving", replace(rates, known=RATED, view="wait")
    for usual in Function:
        found = offers([], [], None, usual)
        yield f"client, new for {usual}", "craving", replace(rated, every=found, top=found[:3])


def _together() -> Iterator[Case]:
    for guide in Guide:
        together = CravingFacts(rates=True, known=RATED, view=guide.value, guide=guide)
        for number, step in enumerate(STEPS[guide][:9]):
            yield f"client, {guide}, step {number}", "craving", replace(together, step=step)
        yield f"client, {guide}, over", "craving", together
        yield f"client, {guide}, over, not rated", "craving", replace(together, known=None)
    unrated = CravingFacts(rates=True, view="surf", guide=Guide.SURF, step=STEPS[Guide.SURF][2])
    yield "client, surf, not rated", "craving", unrated


def _after() -> Iterator[Case]:
    yield "asked", "craving_after", CravingAfterFacts(RATED)
    yield "asked at once", "craving_after", CravingAfterFacts(RATED, at_once=True)
    yield "2 to 2", "craving_after", CravingAfterFacts(replace(RATED, before=2, after=2))
    for after in (2, 4, 5):
        yield f"4 to {after}", "craving_after", CravingAfterFacts(replace(RATED, after=after))
    yield "0 to 0", "craving_after", CravingAfterFacts(replace(RATED, before=0, after=0))
    eased = Rated(4, 7, RATED.at, 4, CravingMeans.OWN, 5, 1, STRESS)
    yield "eased by their own", "craving_after", CravingAfterFacts(eased, EVERY[1], keeps=True)
    yield "eased by something new", "craving_after", CravingAfterFacts(eased, NEW[1], keeps=True)


def _toolkit() -> Iterator[Case]:
    yield "none", "toolkit", ToolkitFacts()
    yield "one", "toolkit", ToolkitFacts(own_items([WALK], []))
    shown = ToolkitFacts(own_items(ITEMS, TOLD), (GUM,), sees=BOTH)
    yield "three, one hidden", "toolkit", shown
    many = own_items([ToolkitItem(n, f"Item {n}") for n in range(1, 13)], [])
    yield "many", "toolkit", replace(shown, own=many)
    for page in (0, 1, 9):
        yield f"all of many, page {page}", "toolkit", replace(shown, own=many, view="all", page=page)
    yield "hidden a moment ago", "toolkit", replace(shown, done="hidden", to=GUM)
    yield "added", "toolkit", replace(shown, done="added", to=CALL)
    yield "hidden", "toolkit", replace(shown, view="hidden")
    yield "none hidden", "toolkit", replace(shown, hidden=(), view="hidden")
    yield "asking", "toolkit", replace(shown, view="ask")
    yield "asking for a moment, nobody sees", "toolkit", ToolkitFacts(view="ask", moment=STRESS)
    yield "if which moment", "toolkit", replace(shown, view="moments")


def _item() -> Iterator[Case]:
    opened = ToolkitFacts(opened=WALK, shares=((None, Share(4, 5)), (STRESS, Share(2, 2))))
    yield "item", "toolkit", opened
    yield "item, never tried", "toolkit", ToolkitFacts(opened=CALL)
    yield "item of the catalogue", "toolkit", ToolkitFacts(opened=TAKEN, shares=((None, Share(1, 1)),))
    yield "item, hidden", "toolkit", ToolkitFacts(opened=GUM)
    for view in ("edit", "moment", "about"):
        yield f"item, {view}", "toolkit", replace(opened, view=view)
        yield f"item of the catalogue, {view}", "toolkit", ToolkitFacts(opened=replace(TAKEN, moment=STRESS), view=view)


def _browse() -> Iterator[Case]:
    yield "", "browse", IdeasFacts()
    yield "in a craving, they said what it gives", "browse", IdeasFacts(trying=True, usual=Function.BREAK)
    yield "by moment", "browse", IdeasFacts(view="moments")
    yield "by place", "browse", IdeasFacts(view="where", wanted=IdeasWanted(place=StrategyPlace.HOME, minutes=10))
    ideas = fitting([Function.CALM])
    calm = IdeasFacts("list", IdeasWanted(Function.CALM), own_items([WALK], TOLD), ideas, frozenset({ideas[1].id}))
    yield "list", "browse", calm
    yield "list, what it gives", "browse", replace(calm, usual=Function.CALM)
    yield "list, one taken", "browse", replace(calm, took=9)
    yield "list, second page", "browse", replace(calm, page=1)
    yield "list, in a craving", "browse", replace(calm, trying=True)
    here = IdeasWanted(Function.HUNGER, HardMoment.OTHERS, StrategyPlace.OUT, 2)
    yield "list, nothing fits", "browse", IdeasFacts("list", here)


def _phrases() -> Iterator[Case]:
    one = OwnWords(1, 7, Purpose.PHRASE, "This passes. It always has.")
    nasty = OwnWords(2, 7, Purpose.PHRASE, NASTY)
    yield "none", "phrases", PhrasesFacts()
    yield "two", "phrases", PhrasesFacts([one, nasty])
    yield "asking", "phrases", PhrasesFacts([one], asking=True)
    yield "taken off", "phrases", PhrasesFacts([one], gone=nasty)
    yield "full", "phrases", PhrasesFacts([replace(one, id=n) for n in range(10)])
