"""One supporter, as their client sees and settles it: what is shown, the wish, the days, a look at what they read."""

from dataclasses import dataclass

from bot.screen import Button, Rows, Screen, does
from bot.screens import nudge
from bot.screens.parts import back, paragraphs
from bot.screens.support_parts import day_names, name_of, ticked
from bot.screens.supporters import state_of
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.supporters import (
    SUPPORT_DAYS,
    SUPPORT_END,
    SUPPORT_LINK,
    SUPPORT_SHARE,
    SUPPORT_TELL,
    SUPPORT_WISH,
    SUPPORTERS,
    WISH_LEAVE,
    WISH_SEND,
)
from bot.texts import Texts
from bot.texts.dates import clock
from care import supporters
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.support import Shared, Support, SupportState, idea_for


@dataclass(frozen=True, slots=True)
class Facts:
    """`client` is the client's own name, `state` as in bot.screens.supporters; `view`: "", "preview", "end"
    or "label" (what they are called would tell them of stopping)."""

    support: Support
    client: str
    state: str
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it stands now; nothing where it is off the list."""
    support = await supporters.of_client(tx, person, row.subject_id)
    if support is None:
        return None
    return Facts(support, await name_of(tx, person.id), await state_of(tx, support), row.args.get("view", ""))


def screen(facts: Facts, texts: Texts) -> Screen:
    """How it stands, with a box for each thing to show."""
    name, support = facts.support.label, facts.support
    if facts.view == "end":
        yes = does(texts.label("support-end-yes"), SUPPORT_END)
        return Screen(texts("support-end", name=name), ((yes,), (back(texts),)))
    if facts.view == "preview":
        read = nudge.Facts(name, facts.client, support, idea_for(support, 0).code)
        return Screen(paragraphs(texts("support-preview", name=name), nudge.words(read, texts)), ((back(texts),),))
    head = texts("support-one", name=name, state=texts.label(f"support-state-{facts.state}"))
    if support.state is SupportState.ENDED:
        return Screen(head, ((_off(texts),), (_all(texts),)))
    wish = texts("support-wish", wish=support.wish) if support.wish else None
    if support.waits is not None:
        return Screen(texts("support-wish-asks", name=name, wish=support.waits), wish_rows(texts))
    if facts.view == "label":
        sure, off = does(texts.label("support-button-link"), SUPPORT_LINK, True), _off(texts)
        return Screen(texts("support-label-asks", name=name), ((sure, off), (back(texts),)))
    none = None if support.shares else texts("support-shares-none", name=name)
    return Screen(
        paragraphs(head, texts("support-sees", name=name), none, wish, _when(facts, texts)), _rows(facts, texts)
    )


def wish_rows(texts: Texts) -> Rows:
    """A wish that would tell them of stopping: it goes, is written another way, or is left out."""
    send, change = (
        does(texts.label("support-tell-send"), WISH_SEND),
        does(texts.label("support-change"), SUPPORT_WISH),
    )
    return ((send, change), (does(texts.label("support-leave-out"), WISH_LEAVE),))


def _off(texts: Texts) -> Button:
    return does(texts.label("support-button-remove"), SUPPORT_END)


def _when(facts: Facts, texts: Texts) -> str:
    support = facts.support
    if support.holds:
        return texts("support-when-theirs", name=support.label)
    days = day_names(texts, support.rule.weekdays)
    return texts("support-when", name=support.label, days=days, time=clock(support.rule.times[0]))


def _rows(facts: Facts, texts: Texts) -> Rows:
    support = facts.support
    boxes = [
        (ticked(texts, texts.label(f"support-share-{item.value}"), item in support.shares, SUPPORT_SHARE, item),)
        for item in Shared
    ]
    wish = does(texts.label("support-button-wish"), SUPPORT_WISH)
    preview = does(texts.label("support-button-preview"), OPEN_VIEW, "preview")
    end = does(texts.label("support-button-end"), OPEN_VIEW, "end")
    return (*boxes, (wish, preview), _next(facts, texts), (end, _all(texts)))


def _next(facts: Facts, texts: Texts) -> tuple[Button, ...]:
    if not facts.support.holds:
        link = does(texts.label("support-button-link"), SUPPORT_LINK, False)
        return (does(texts.label("support-button-days"), SUPPORT_DAYS), link)
    tell = does(texts.label("support-button-tell", name=facts.support.label), SUPPORT_TELL)
    return (tell,) if facts.support.may_be_told else ()


def _all(texts: Texts) -> Button:
    return does(texts.label("support-button-all"), SUPPORTERS)
