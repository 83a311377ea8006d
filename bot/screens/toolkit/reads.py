"""What the toolkit's screens need to know, read afresh each time."""

from collections.abc import Iterable

from bot.screens.reads import sees_of
from bot.screens.toolkit.view import Facts
from db import toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme import offering
from programme.check_in import HardMoment
from programme.counts import Share
from programme.people import Person
from programme.ranking import Try


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is now, ranked by what they said helped."""
    every = await toolkit.of_person(tx, person.id, also_hidden=True)
    told = await toolkit.told(tx, person.id)
    by_id = {one.id: one for one in every}
    opened = by_id.get(row.subject_id or 0)
    return Facts(
        own=offering.own(every, told),
        hidden=[one for one in every if one.hidden],
        view=row.args.get("view", ""),
        page=row.args.get("page", 0),
        opened=opened,
        shares=_shares(offering.tries(told, every), offering.item_id(opened.id)) if opened else (),
        moment=row.args.get("moment") and HardMoment(row.args["moment"]),
        done=row.args.get("done", ""),
        to=by_id.get(row.args.get("to", 0)),
        sees=await sees_of(tx, person),
    )


def _shares(tries: Iterable[Try], id_: str) -> list[tuple[HardMoment | None, Share]]:
    """In all, then by moment, as far as anything was told."""
    mine = [one for one in tries if one.id == id_]
    by_moment = [(moment, [one for one in mine if moment in (None, one.moment)]) for moment in (None, *HardMoment)]
    return [(moment, Share(sum(one.helped for one in those), len(those))) for moment, those in by_moment if those]
