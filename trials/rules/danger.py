"""Words of danger: whatever was killed, the card goes, once and first."""

from collections.abc import Iterator
from datetime import timedelta

from db.outbox import OutboxRow, OutboxState
from simulator.truth import UpdateMade
from trials.case import Case
from trials.townsfolk import DANGER

CARD = ":crisis"  # how the key of a card's outbox row ends
SOON = timedelta(minutes=10)  # in which what is to go may be under way
_WAITS = frozenset({OutboxState.WAITING, OutboxState.SENDING})


def card_missing(case: Case) -> Iterator[str]:
    """Each update with words of danger that we have brings one card, and it went, or why it did not is known; nothing
    else that people of a trial write brings one."""
    cards = {row.key: row for row in case.memory.outbox if (row.key or "").endswith(CARD)}
    for made in _of_danger(case):
        row = cards.pop(_key(made), None)
        if row is None:
            yield f"update {made.update_id} has words of danger, and no card was put down"
        elif row.state is OutboxState.CANCELLED:
            yield f"update {made.update_id} has words of danger, and its card was cancelled: {row.reason}"
        elif row.state in _WAITS and row.made_at < case.newest - SOON:
            yield f"update {made.update_id} has words of danger, and its card is still {row.state}"
    if case.log is not None:
        yield from (f"the card {key} came, and nobody had written words of danger" for key in cards)


def card_behind(case: Case) -> Iterator[str]:
    """A card is tried before whatever was put down for the same person after it."""
    cards = {row.key: row for row in case.memory.outbox if (row.key or "").endswith(CARD)}
    for made in _of_danger(case):
        card = cards.get(_key(made))
        tried = case.tried.get(card.screen_id or 0) if card else None
        if card is None or tried is None:
            continue
        for row in _new_after(case, card):
            if case.tried.get(row.screen_id or 0, tried) < tried:
                yield f"outbox row {row.id} went before row {card.id}, the card for update {made.update_id}"


def _new_after(case: Case, card: OutboxRow) -> Iterator[OutboxRow]:
    """What was put down after it to be sent to the same person, on screens that were nowhere before."""
    for row in case.rows_of_person[card.person_id]:
        if (
            row.id > card.id
            and row.verb == "send"
            and all(one.id > card.id for one in case.sends_of(row.screen_id or 0))
        ):
            yield row


def _of_danger(case: Case) -> Iterator[UpdateMade]:
    for made in case.log.updates() if case.log else ():
        words = made.update.get("message", {}).get("text") if made.kind == "message" else None
        if words in DANGER and made.update_id in case.memory.inbox:
            yield made


def _key(made: UpdateMade) -> str:
    return f"u{made.update_id}{CARD}"
