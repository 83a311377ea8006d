"""The toolkit: what helps a client by what they said helped, one item opened; and words for hard moments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.kit.own_words import tried_counted, tried_sentence, tried_share
from bot.kit.parts import EXCERPT, LABEL, cut, lines, page_of, pages_of, paragraphs, rows, turning
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_MINE
from bot.texts import Texts
from bot.texts.service import item_words
from bot.toolkit.taps import (
    BROWSE,
    PHRASE_ASK,
    PHRASE_BACK,
    PHRASE_GONE,
    PHRASES,
    TOOLKIT_ABOUT,
    TOOLKIT_ALL,
    TOOLKIT_ASK,
    TOOLKIT_DROP,
    TOOLKIT_EDIT,
    TOOLKIT_FOR,
    TOOLKIT_HIDDEN,
    TOOLKIT_HIDE,
    TOOLKIT_IS,
    TOOLKIT_ITEM,
    TOOLKIT_MOMENT,
    TOOLKIT_MOMENTS,
    TOOLKIT_PIN,
    TOOLKIT_SHOW,
    TOOLKIT_UNPIN,
)
from care.toolkit import MOST_PHRASES, items_and_tries, phrases_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme import craving
from programme.check_in.answers import HardMoment
from programme.check_in.counts import Share
from programme.craving import Offered, StrategyTry
from programme.people.person import Person
from programme.planning.reasons import OwnWords
from programme.toolkit.items import MINUTES, SHOWN, ToolkitItem
from programme.toolkit.strategies import Function, StrategyPlace


@dataclass(frozen=True, slots=True)
class ToolkitFacts:
    """`own` are the items that are offered, best first, `hidden` those that are not; `view` and `page` as tapped.

    - `opened` is the one that is looked at, with how often it helped by moment (None: at any).
    - `moment`: what is typed next is for that one. `done` is what was done to an item that may be undone: "hidden" or
      "added", and `to` is the item.
    """

    own: Sequence[Offered] = ()
    hidden: Sequence[ToolkitItem] = ()
    view: str = ""
    page: int = 0
    opened: ToolkitItem | None = None
    shares: Sequence[tuple[HardMoment | None, Share]] = ()
    moment: HardMoment | None = None
    done: str = ""
    to: ToolkitItem | None = None
    sees: Sees = field(default_factory=Sees)


def toolkit_home_button(texts: Texts) -> Button:
    """Back to the first three."""
    return does(texts.label("button-back"), OPEN_MINE, "toolkit")


async def toolkit_facts(tx: Tx, person: Person, row: ScreenRow) -> ToolkitFacts:
    """As it is now, ranked by what they said helped."""
    every, told = await items_and_tries(tx, person)
    by_id = {one.id: one for one in every}
    opened = by_id.get(row.subject_id or 0)
    return ToolkitFacts(
        own=craving.own_items(every, told),
        hidden=[one for one in every if one.hidden],
        view=row.args.get("view", ""),
        page=row.args.get("page", 0),
        opened=opened,
        shares=_shares(craving.tries(told, every), craving.item_id(opened.id)) if opened else (),
        moment=row.args.get("moment") and HardMoment(row.args["moment"]),
        done=row.args.get("done", ""),
        to=by_id.get(row.args.get("to", 0)),
        sees=await sees_of(tx, person),
    )


def _shares(tries: Iterable[StrategyTry], id_: str) -> list[tuple[HardMoment | None, Share]]:
    """In all, then by moment, as far as anything was told."""
    mine = [one for one in tries if one.id == id_]
    by_moment = [(moment, [one for one in mine if moment in (None, one.moment)]) for moment in (None, *HardMoment)]
    return [(moment, Share(sum(one.helped for one in those), len(those))) for moment, those in by_moment if those]


def ask_item_words(facts: ToolkitFacts, texts: Texts) -> Screen:
    """In a few words of their own."""
    asked = texts("toolkit-ask")
    if facts.moment is not None:
        asked = texts("toolkit-ask-moment", moment=texts.label(f"if-{facts.moment}"))
    return Screen(paragraphs(asked, sees_line(facts.sees, texts)), ((toolkit_home_button(texts),),))


def ask_item_moment(facts: ToolkitFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """If which moment comes?"""
    found = rows((does(texts.label(f"moment-{one}"), TOOLKIT_FOR, one) for one in HardMoment), 2)
    return Screen(texts("toolkit-moments"), (*found, (toolkit_home_button(texts),)))


def sees_line(sees: Sees, texts: Texts) -> str:
    """Who may come to read it: the practitioner reads in the summary what was named as having helped."""
    if sees.both:
        return texts("toolkit-who-both", practitioner=sees.practitioner or "")
    return texts("toolkit-who-you")


ANY = "any"
_MOST = 4  # lines of counts


def toolkit_item_screen(facts: ToolkitFacts, item: ToolkitItem, texts: Texts) -> Screen:
    """The item, or what is asked about it."""
    back = does(texts.label("button-back"), TOOLKIT_ITEM, item.id)
    match facts.view:
        case "edit":
            return Screen(texts("toolkit-editing", words=cut(item_words(texts, item), EXCERPT)), ((back,),))
        case "moment":
            return Screen(texts("toolkit-item-moment"), (*_moments(item, texts), (back,)))
        case "about":
            return Screen(texts("toolkit-item-about"), (*_about(item, texts), (back,)))
    return _opened(facts, item, texts)


def _opened(facts: ToolkitFacts, item: ToolkitItem, texts: Texts) -> Screen:
    said = [_counted(moment, tried_share(found, texts), texts) for moment, found in facts.shares[:_MOST]]
    kept = texts("toolkit-item-kept", moment=texts.label(f"if-{item.moment}")) if item.moment else None
    words = texts("toolkit-item", words=cut(item_words(texts, item), EXCERPT))
    pin = _turns("unpin" if item.pinned else "pin", item, texts)
    edit = _turns("edit", item, texts)
    moment = does(texts.label("toolkit-if-then"), TOOLKIT_MOMENT, item.id)
    about = _turns("about", item, texts)
    hide = _turns("show" if item.hidden else "hide", item, texts)
    told = paragraphs(words, lines(*said), lines(kept, _tells(item, texts)))
    return Screen(told, ((pin, edit), (moment, about), (hide, toolkit_home_button(texts))))


_TURNS = {
    "pin": TOOLKIT_PIN, "unpin": TOOLKIT_UNPIN, "edit": TOOLKIT_EDIT, "about": TOOLKIT_ABOUT,
    "show": TOOLKIT_SHOW, "hide": TOOLKIT_HIDE,
}  # fmt: skip


def _turns(what: str, item: ToolkitItem, texts: Texts) -> Button:
    return does(texts.label(f"toolkit-{what}"), _TURNS[what], item.id)


def _counted(moment: HardMoment | None, said: str, texts: Texts) -> str:
    if moment is None:
        return texts("toolkit-item-helped", said=said)
    return texts("toolkit-item-helped-moment", moment=texts.label(f"moment-with-{moment}"), said=said)


def _tells(item: ToolkitItem, texts: Texts) -> str | None:
    """What it gives, how long it takes and where, as far as anybody said."""
    gives = [texts.label(f"gives-{one}") for one in Function if one in item.functions]
    takes = [texts.label("takes", minutes=item.takes)] if item.takes else []
    where = [texts.label(f"place-{item.where}")] if item.where is not StrategyPlace.ANYWHERE else []
    found = [*gives, *takes, *where]
    return texts("toolkit-item-tells", what=", ".join(found)) if found else None


def _moments(item: ToolkitItem, texts: Texts) -> Rows:
    found = ((one.value, texts.label(f"moment-{one}"), one is item.moment) for one in HardMoment)
    chips = [_chip(("moment", code), label, texts, on=on) for code, label, on in found]
    return (*rows(chips, 2), (_chip(("moment", ANY), texts.label("moment-any"), texts, on=item.moment is None),))


def _about(item: ToolkitItem, texts: Texts) -> Rows:
    places = (_chip(("place", one), texts.label(f"place-{one}"), texts, on=item.where is one) for one in StrategyPlace)
    minutes = (_chip(("minutes", str(n)), texts.label("takes", minutes=n), texts, on=item.takes == n) for n in MINUTES)
    gives = (_chip(("gives", one), texts.label(f"gives-{one}"), texts, on=one in item.functions) for one in Function)
    return (tuple(places), *rows(minutes, 2), *rows(gives, 2))


def _chip(value: tuple[str, str], label: str, texts: Texts, *, on: bool) -> Button:
    """Something that is said of it, marked where that was said."""
    return does(texts.label("chip-on", words=label) if on else label, TOOLKIT_IS, value)


A_SCREENFUL = 8


def first_three(facts: ToolkitFacts, texts: Texts) -> Screen:
    """A few, with what they said of each; the rest is one tap away."""
    done, undo = _done(facts, texts)
    shown = facts.own[:SHOWN]
    rest = len(facts.own) - len(shown)
    every = (does(texts.label("toolkit-all", count=len(facts.own)), TOOLKIT_ALL, 0),) if rest else ()
    hidden = (does(texts.label("toolkit-show-hidden"), TOOLKIT_HIDDEN, 0),) if facts.hidden else ()
    row = (*every, *hidden)
    buttons: Rows = (*undo, *_items(shown, texts), *((row,) if row else ()), *_ways(texts))
    said = lines(*(_line(one, texts) for one in shown)) if shown else texts("toolkit-none")
    more = texts("toolkit-more") if shown else None
    return Screen(paragraphs(done, lines(texts("toolkit"), said), more), buttons)


def all_items(facts: ToolkitFacts, texts: Texts) -> Screen:
    """All that is offered, a screenful at a time."""
    pages = pages_of(facts.own, A_SCREENFUL)
    shown = page_of(pages, facts.page)
    turn = turning(TOOLKIT_ALL, facts.page, len(pages))
    words = lines(texts("toolkit"), *(_line(one, texts) for one in shown))
    return Screen(words, (*_items(shown, texts), *turn, (toolkit_home_button(texts),)))


def hidden_items(facts: ToolkitFacts, texts: Texts) -> Screen:
    """What is not offered; one tap brings it back."""
    pages = pages_of(facts.hidden, A_SCREENFUL)
    shown: Sequence[ToolkitItem] = page_of(pages, facts.page)
    rows = tuple((does(cut(item_words(texts, one).removesuffix("."), LABEL), TOOLKIT_SHOW, one.id),) for one in shown)
    turn = turning(TOOLKIT_HIDDEN, facts.page, len(pages))
    return Screen(
        texts("toolkit-hidden" if rows else "toolkit-hidden-none"), (*rows, *turn, (toolkit_home_button(texts),))
    )


def _ways(texts: Texts) -> Rows:
    return (
        (does(texts.label("toolkit-add"), TOOLKIT_ASK), does(texts.label("toolkit-ideas"), BROWSE, "")),
        (does(texts.label("toolkit-if-then"), TOOLKIT_MOMENTS), does(texts.label("toolkit-here"), BROWSE, "where")),
        (does(texts.label("toolkit-phrases"), PHRASES),),
    )


def _items(shown: Sequence[Offered], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    items = [one.item for one in shown if one.item]
    return tuple(
        (does(cut(item_words(texts, item).removesuffix("."), LABEL), TOOLKIT_ITEM, item.id),) for item in items
    )


def _line(one: Offered, texts: Texts) -> str | None:
    if one.item is None:
        return None
    words, said = tried_sentence(item_words(texts, one.item)), tried_counted(one.ranked, texts)
    key = "toolkit-line-pinned" if one.item.pinned else "toolkit-line"
    if one.item.moment is None:
        return texts(key, words=words, said=said)
    return texts(f"{key}-moment", moment=texts.label(f"if-{one.item.moment}"), words=words, said=said)


def _done(facts: ToolkitFacts, texts: Texts) -> tuple[str | None, Rows]:
    """What was done a moment ago, and the button that takes it back."""
    if facts.to is None or facts.done not in ("hidden", "added"):
        return None, ()
    words = texts(f"toolkit-{facts.done}-done", words=cut(item_words(texts, facts.to), LABEL))
    undo = does(texts.label("toolkit-undo"), TOOLKIT_SHOW if facts.done == "hidden" else TOOLKIT_DROP, facts.to.id)
    return words, ((undo,),)


_LISTS = {"all": all_items, "hidden": hidden_items, "moments": ask_item_moment, "ask": ask_item_words}


def toolkit_screen(facts: ToolkitFacts, texts: Texts) -> Screen:
    """The first three, a list, one item, or a question."""
    if facts.opened is not None:
        return toolkit_item_screen(facts, facts.opened, texts)
    return _LISTS.get(facts.view, first_three)(facts, texts)


@dataclass(frozen=True, slots=True)
class PhrasesFacts:
    """`asking`: the next words are one. `gone` is the one that was taken off a moment ago."""

    phrases: Sequence[OwnWords] = ()
    asking: bool = False
    gone: OwnWords | None = None


async def phrases_facts(tx: Tx, person: Person, row: ScreenRow) -> PhrasesFacts:
    """As they are kept now."""
    every = await phrases_of(tx, person, also_ended=True)
    gone = next((one for one in every if one.ended and one.id == row.args.get("gone")), None)
    return PhrasesFacts([one for one in every if not one.ended], row.args.get("view") == "ask", gone)


def phrases_screen(facts: PhrasesFacts, texts: Texts) -> Screen:
    """The list, or the question for another one."""
    if facts.asking:
        words = paragraphs(texts("phrases-ask"), texts("phrases-who"))
        return Screen(words, ((does(texts.label("button-back"), PHRASES),),))
    home = does(texts.label("button-back"), OPEN_MINE, "toolkit")
    add = (does(texts.label("phrases-add"), PHRASE_ASK),) if len(facts.phrases) < MOST_PHRASES else ()
    undo = ((does(texts.label("toolkit-undo"), PHRASE_BACK, facts.gone.id),),) if facts.gone else ()
    gone = texts("phrases-gone", words=cut(facts.gone.words, LABEL)) if facts.gone else None
    listed = [texts("phrases-line", words=cut(one.words, EXCERPT)) for one in facts.phrases]
    remove = tuple(
        (does(texts.label("phrases-remove", words=cut(one.words, LABEL)), PHRASE_GONE, one.id),)
        for one in facts.phrases
    )
    told = texts("phrases-more") if listed else texts("phrases-none")
    words = paragraphs(gone, lines(texts("phrases"), *listed), told, texts("phrases-who"))
    return Screen(words, (*undo, *remove, (*add, home)))
