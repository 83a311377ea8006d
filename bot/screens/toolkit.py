"""The toolkit: what helps a client, in their own words; one opened to be changed or hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.texts import Texts
from db import toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.toolkit import ToolkitItem, fitting


@dataclass(frozen=True, slots=True)
class Facts:
    """`items` best first, `hidden` those that are not offered; `opened` with how often it helped. `view` as tapped."""

    items: Sequence[ToolkitItem] = ()
    hidden: Sequence[ToolkitItem] = ()
    view: str = ""
    opened: ToolkitItem | None = None
    times: int = 0


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """As it is now, ranked by what they said helped."""
    every = await toolkit.of_person(tx, person.id, also_hidden=True)
    helped = await toolkit.helped(tx, person.id)
    opened = next((one for one in every if one.id == row.subject_id), None)
    return Facts(
        items=fitting(every, None, helped),
        hidden=[one for one in every if one.hidden],
        view=row.args.get("view", ""),
        opened=opened,
        times=sum(times for (item, _), times in helped.items() if opened and item == opened.id),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The list, one item, or a question for words."""
    home = (does(texts.label("button-back"), "mine", "toolkit"),)
    if facts.view == "ask":
        return Screen(texts("toolkit-ask"), (home,))
    if facts.opened is not None:
        return _item(facts, facts.opened, texts)
    if facts.view == "hidden":
        rows = tuple((does(cut(one.words, LABEL), "toolkit_show", one.id),) for one in facts.hidden)
        return Screen(texts("toolkit-hidden" if rows else "toolkit-hidden-none"), (*rows, home))
    return _list(facts, texts)


def _list(facts: Facts, texts: Texts) -> Screen:
    rows = tuple((does(cut(one.words, LABEL), "toolkit_item", one.id),) for one in facts.items)
    hidden = (does(texts.label("toolkit-show-hidden"), "view", "hidden"),) if facts.hidden else ()
    buttons = (*rows, (does(texts.label("toolkit-add"), "toolkit_ask"), *hidden))
    if not rows:
        return Screen(paragraphs(texts("toolkit"), texts("toolkit-none")), buttons)
    listed = (_line(one, texts) for one in facts.items)
    return Screen(paragraphs(lines(texts("toolkit"), *listed), texts("toolkit-more")), buttons)


def _line(item: ToolkitItem, texts: Texts) -> str:
    words = cut(item.words, LABEL)
    if item.moment is None:
        return texts("toolkit-line", words=words)
    return texts("toolkit-line-moment", moment=texts.label(f"moment-with-{item.moment}"), words=words)


def _item(facts: Facts, item: ToolkitItem, texts: Texts) -> Screen:
    if facts.view == "edit":
        back = does(texts.label("button-back"), "toolkit_item", item.id)
        return Screen(texts("toolkit-editing", words=cut(item.words, EXCERPT)), ((back,),))
    helped = texts("toolkit-item-helped", times=facts.times) if facts.times else None
    edit = does(texts.label("toolkit-edit"), "toolkit_edit", item.id)
    hide = does(texts.label("toolkit-hide"), "toolkit_hide", item.id)
    home = does(texts.label("button-back"), "mine", "toolkit")
    return Screen(paragraphs(texts("toolkit-item", words=cut(item.words, EXCERPT)), helped), ((edit, hide), (home,)))
