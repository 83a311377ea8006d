"""A practitioner's weekly summary: who is to be looked at, by name; what is steady is a number, its list a tap away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.screen import Button, Rows, Screen, does
from bot.screens.client_list import asked_buttons
from bot.screens.names import shown_name
from bot.screens.paged import page_of, pages_of, pages_of_lines, turning
from bot.screens.parts import LABEL, cut
from bot.screens.reads import zone_of
from bot.screens.weekly_lines import detailed, monday_lines, steady_line
from bot.screens.why import VIEW as WHY
from bot.screens.why import Why, why_of, why_screen
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.practice import INVITE, WEEK_ALL, WEEK_OPEN, WEEK_PAGE, WEEK_READ, WEEK_STEADY
from bot.texts import Texts
from care.caseload import caseload_of
from db import prompts
from db.screens import ScreenRow
from db.tx import Tx
from programme.monday import Monday, OfClient
from programme.people import Person
from programme.plan import SUMMARY

A_PAGE = 20  # of the steady
STEADY = "steady"
OWN_WEEK = timedelta(days=7)  # for so long it shows how things are by now


@dataclass(frozen=True, slots=True)
class Facts:
    """`monday` as it is now; `view` and `page` are what was tapped open. `read`: the practitioner said so.

    `why` is for "Why this?".
    """

    now: datetime
    zone: str
    monday: Monday
    why: Why
    view: str = ""
    page: int = 0
    read: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """Everybody who is with this practitioner now; None for anybody but the practitioner whom it was sent to.

    One of an earlier week says what it said of that week, of whoever still shows it.
    """
    prompt = await prompts.get(tx, row.subject_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind != SUMMARY or not person.is_practitioner:
        return None
    at = tx.now if tx.now - prompt.due_at < OWN_WEEK else prompt.due_at
    return Facts(
        now=at,
        zone=zone_of(person),
        monday=(await caseload_of(tx.at(at), person)).monday(at),
        why=await why_of(tx, prompt),
        view=row.args.get("view", ""),
        page=int(row.args.get("page", 0)),
        read=bool(row.args.get(read_mark(row))),
    )


def read_mark(row: ScreenRow) -> str:
    """The name under which it is kept that what now stands on that screen was read: each page of the steady has one."""
    return f"read{row.args.get('page', 0)}" if row.args.get("view") == STEADY else "read"


def on_screen(facts: Facts) -> Sequence[OfClient]:
    """Whose week stands there: all by name, or those of one page of the steady; nobody under "Why this?"."""
    if facts.view == WHY:
        return ()
    if facts.view == STEADY:
        return page_of(pages_of(facts.monday.steady, A_PAGE), facts.page)
    return [one for _, one in sorted(facts.monday.by_name.items())]


def screen(facts: Facts, texts: Texts) -> Screen:
    """Read in a minute: names where something is to be seen, one number for the rest."""
    if facts.view == WHY:
        return why_screen(facts.why, texts)
    if not (facts.monday.people or facts.monday.asked or facts.monday.left):
        return Screen(texts("client-list-empty"), ((does(texts.label("practitioner-invite"), INVITE),),))
    if facts.view == STEADY:
        return _steady(facts, texts)
    pages = pages_of_lines(monday_lines(facts.monday, facts.now, facts.zone, texts, read=facts.read))
    body = "\n".join(page_of(pages, facts.page))
    return Screen(f"<pre>{body}</pre>", (*turning(WEEK_PAGE, facts.page, len(pages)), *_buttons(facts, texts)))


def _buttons(facts: Facts, texts: Texts) -> Rows:
    opened = (
        does(cut(texts.label("weekly-open", name=shown_name(one.id, one.name, texts)), LABEL), WEEK_OPEN, one.id)
        for one in detailed(facts.monday)
    )
    steady = does(texts.label("weekly-list", count=len(facts.monday.steady)), WEEK_STEADY)
    every = does(texts.label("summary-all"), WEEK_ALL)
    first: tuple[Button, ...] = (steady, every) if facts.monday.steady else (every,)
    why = does(texts.label("button-why"), OPEN_VIEW, WHY)
    last = (why,) if facts.read else (does(texts.label("weekly-read"), WEEK_READ), why)
    asked = asked_buttons([one.waiting for one in facts.monday.asked], texts)
    return (*asked, *((one,) for one in opened), first, last)


def _steady(facts: Facts, texts: Texts) -> Screen:
    pages = pages_of(facts.monday.steady, A_PAGE)
    head = texts("weekly-steady", count=len(facts.monday.steady))
    lines = [steady_line(one, texts) for one in page_of(pages, facts.page)]
    read = () if facts.read else (does(texts.label("weekly-read"), WEEK_READ),)
    turn = turning(WEEK_STEADY, facts.page, len(pages))
    body = "\n".join([head, *lines])
    return Screen(f"<pre>{body}</pre>", (*turn, (*read, does(texts.label("button-back"), WEEK_PAGE, 0))))
