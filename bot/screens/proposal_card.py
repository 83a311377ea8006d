"""A proposal, as it rides in the closing message of a check-in: another time, and three ways to answer."""

from dataclasses import dataclass
from datetime import time

from bot.screen import Button, Rows, does
from bot.taps.schedule import PROPOSAL_NEVER, PROPOSAL_NOT_NOW, PROPOSAL_YES, UNDO_PLAN
from bot.texts import Texts
from bot.texts.dates import clock
from care.course import check_in_plan
from db import proposals
from db.tx import Tx
from programme.prompt import Prompt
from programme.proposal import Proposal, Reply


@dataclass(frozen=True, slots=True)
class Put:
    """What was proposed; `at` is when the check-in comes now, and `version` the plan's, for Undo (0: none)."""

    proposal: Proposal
    at: time
    version: int = 0


async def put_in(tx: Tx, prompt: Prompt) -> Put | None:
    """What was proposed in the closing message of that check-in, as it stands now."""
    mine = await proposals.of_person(tx, prompt.person_id)
    found = next((one for one in mine if one.made_at == prompt.closed_at), None)
    plan = await check_in_plan(tx, prompt.person_id) if found else None
    if found is None or plan is None:
        return None
    return Put(found, plan.rule.times[0], plan.version)


def words(put: Put, texts: Texts) -> str:
    """What is proposed and on what evidence; or what became of it."""
    at = clock(put.proposal.at)
    match put.proposal.answer:
        case None:
            return texts("proposal", time=at, now=clock(put.at))
        case Reply.YES:
            return texts("proposal-yes", time=clock(put.at))
        case Reply.NOT_NOW:
            return texts("proposal-not_now", now=clock(put.at))
    return texts("proposal-never", now=clock(put.at))


_TAPS = {Reply.YES: PROPOSAL_YES, Reply.NOT_NOW: PROPOSAL_NOT_NOW, Reply.NEVER: PROPOSAL_NEVER}


def buttons(put: Put, texts: Texts) -> Rows:
    """Yes, not now, never; or the way back."""
    if put.proposal.answer is None:
        labels = {reply: texts.label(f"proposal-button-{reply}") for reply in Reply}
        return (tuple(_says(put.proposal, reply, label) for reply, label in labels.items()),)
    if put.proposal.answer is Reply.YES and put.at == put.proposal.at and put.version:
        return ((does(texts.label("how-often-undo"), UNDO_PLAN, put.version),),)
    return ()


def _says(proposal: Proposal, reply: Reply, label: str) -> Button:
    return does(label, _TAPS[reply], proposal.id)
