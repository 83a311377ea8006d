"""Nobody is to be asked any more: what happened, and when, in the practitioner's word; and the way back."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.screen import Screen, does
from bot.screens.month import month_rows, title
from bot.screens.names import called
from bot.screens.parts import lines, paragraphs
from bot.taps.args import read_month
from bot.taps.practice import CLIENTS, FOLLOW_UP_BACK, GONE_BY, GONE_DAY, GONE_MONTH, OUTCOMES
from bot.texts import Texts
from care.follow_up import ended_by
from care.own_client import own_client
from care.quit_date import today_of
from care.readings import Gone
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

EARLIEST = timedelta(days=365)  # back


@dataclass(frozen=True, slots=True)
class Facts:
    """`name` is empty where they are nobody's of this practitioner. `ended`: what was entered; `why`: being entered.

    `today` is the client's local date, `month` the one that is shown to pick from.
    """

    id: int
    name: str
    today: date
    ended: Gone | None = None
    why: Gone | None = None
    month: date | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it was entered last."""
    client = await own_client(tx, person, row.subject_id or 0)
    if client is None:
        return Facts(0, "", tx.now.date())
    name, why = await called(tx, person, client.id), row.args.get("why")
    month = read_month(row.args.get("month", ""))
    return Facts(
        client.id, name, today_of(tx.now, client), await ended_by(tx, client.id), Gone(why) if why else None, month
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """What happened, on which day; then what it means, and how to take it back."""
    if not facts.name:
        return Screen(texts("outcomes-closed"), ((does(texts.label("summary-all"), CLIENTS),),))
    out = does(texts.label("button-back"), OUTCOMES)
    if facts.ended is not None:
        back = does(texts.label("follow-up-take-back"), FOLLOW_UP_BACK)
        return Screen(texts(f"follow-up-ended-{facts.ended}", name=facts.name), ((back,), (out,)))
    if facts.why is not None:
        shown = facts.month or facts.today
        month = month_rows(texts, shown, facts.today - EARLIEST, facts.today, on=GONE_DAY, beside=GONE_MONTH)
        words = paragraphs(texts(f"follow-up-when-{facts.why}", name=facts.name), f"<b>{title(texts, shown)}</b>")
        return Screen(words, (*month, (out,)))
    whys = (does(texts.label(f"follow-up-{one}"), GONE_BY, one) for one in Gone)
    return Screen(
        lines(texts("follow-up", name=facts.name), texts("follow-up-means")), (*((why,) for why in whys), (out,))
    )
