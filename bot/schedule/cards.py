"""The cards about the schedule: a proposal of another time, and a change by somebody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from bot.kit.parts import go, lines
from bot.kit.people import zone_of
from bot.kit.screen import Button, Rows, does
from bot.schedule.slot import names_of, slot_line
from bot.schedule.taps import PROPOSAL_NEVER, PROPOSAL_NOT_NOW, PROPOSAL_YES, SLOT_UNDO, UNDO_PLAN
from bot.texts import Texts
from bot.texts.dates import clock
from care.schedule.change_slot import proposal_in, slots_changed_by_others
from care.schedule.course import check_in_plan
from care.schedule.upcoming import Upcoming
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.pause import Proposal, ProposalReply
from programme.schedule.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Put:
    """What was proposed; `at` is when the check-in comes now, and `version` the plan's, for Undo (0: none)."""

    proposal: Proposal
    at: time
    version: int = 0


async def put_in(tx: Tx, prompt: Prompt) -> Put | None:
    """What was proposed in the closing message of that check-in, as it stands now."""
    found = await proposal_in(tx, prompt)
    plan = await check_in_plan(tx, prompt.person_id) if found else None
    if found is None or plan is None:
        return None
    return Put(found, plan.rule.times[0], plan.version)


def proposal_words(put: Put, texts: Texts) -> str:
    """What is proposed and on what evidence; or what became of it."""
    at = clock(put.proposal.at)
    match put.proposal.answer:
        case None:
            return texts("proposal", time=at, now=clock(put.at))
        case ProposalReply.YES:
            return texts("proposal-yes", time=clock(put.at))
        case ProposalReply.NOT_NOW:
            return texts("proposal-not_now", now=clock(put.at))
    return texts("proposal-never", now=clock(put.at))


_TAPS = {ProposalReply.YES: PROPOSAL_YES, ProposalReply.NOT_NOW: PROPOSAL_NOT_NOW, ProposalReply.NEVER: PROPOSAL_NEVER}


def proposal_buttons(put: Put, texts: Texts) -> Rows:
    """Yes, not now, never; or the way back."""
    if put.proposal.answer is None:
        labels = {reply: texts.label(f"proposal-button-{reply}") for reply in ProposalReply}
        return (tuple(_says(put.proposal, reply, label) for reply, label in labels.items()),)
    if put.proposal.answer is ProposalReply.YES and put.at == put.proposal.at and put.version:
        return ((does(texts.label("how-often-undo"), UNDO_PLAN, put.version),),)
    return ()


def _says(proposal: Proposal, reply: ProposalReply, label: str) -> Button:
    return does(label, _TAPS[reply], proposal.id)


@dataclass(frozen=True, slots=True)
class SlotsCardFacts:
    """What was changed and still stands; `names` are of who did, by id."""

    changed: Sequence[Upcoming]
    zone: str
    names: Mapping[int, str | None]


async def slots_card_facts(tx: Tx, person: Person, about: int) -> SlotsCardFacts | None:  # noqa: ARG001
    """Nothing once it is taken back, or has come."""
    found = await slots_changed_by_others(tx, person)
    return SlotsCardFacts(found, zone_of(person), await names_of(tx, found)) if found else None


def slots_card_words(facts: SlotsCardFacts, texts: Texts) -> str:
    """A line for each."""
    name = facts.names.get(facts.changed[0].by or 0)
    head = texts("slots-changed", name=name) if name else texts("slots-changed-someone")
    return lines(head, *(slot_line(one, facts.zone, facts.names, texts) for one in facts.changed))


def slots_card_buttons(facts: SlotsCardFacts, texts: Texts) -> Rows:
    """One is had back here; several in the list."""
    all_of_it = go(texts, "slots-see", "next")
    which = facts.changed[0].which
    if len(facts.changed) > 1 or which is None:
        return ((all_of_it,),)
    return ((does(texts.label("slot-as-planned"), SLOT_UNDO, which), all_of_it),)
