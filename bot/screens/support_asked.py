"""The first thing a supporter sees: is it you, what it means, yes or no. No word of what the client uses this for."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import paragraphs
from bot.screens.support_parts import name_of
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.supporters import SUPPORT_NO, SUPPORT_NOT_ME, SUPPORT_YES
from bot.texts import Texts
from care import supporting
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.support import Shared, SupportState

_OPEN = (SupportState.OPENED, SupportState.DECLINED)


@dataclass(frozen=True, slots=True)
class Facts:
    """`name` is what the client calls them. `view`: "", "means", "declined", "not_you" or "ended"."""

    client: str = ""
    name: str = ""
    knows: bool = False
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """What the client chose to show, looked up now."""
    view = row.args.get("view", "")
    support = await supporting.of_supporter(tx, person, row.subject_id)
    if support is None or support.state not in _OPEN:
        return Facts(view=view if view == "not_you" else "ended")
    return Facts(await name_of(tx, support.client_id), support.label, Shared.STOPPING in support.shares, view)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Who it is first, then what it means."""
    match facts.view:
        case "ended":
            return Screen(texts("supporting-ended"))
        case "declined":
            return Screen(texts("supporting-declined"))
        case "not_you":
            return Screen(texts("supporting-not-you"))
        case "means":
            knows = texts("supporting-knows", client=facts.client) if facts.knows else None
            means = texts("supporting-means", client=facts.client)
            yes = does(texts.label("supporting-accept"), SUPPORT_YES)
            no = does(texts.label("supporting-decline"), SUPPORT_NO)
            privacy = texts("supporting-privacy", client=facts.client)
            return Screen(paragraphs(means, knows, privacy), ((yes,), (no,)))
    me = does(texts.label("supporting-me", name=facts.name), OPEN_VIEW, "means")
    not_me = does(texts.label("supporting-not-me"), SUPPORT_NOT_ME)
    return Screen(texts("supporting-asked", client=facts.client, name=facts.name), ((me,), (not_me,)))
