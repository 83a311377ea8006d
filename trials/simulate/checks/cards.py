"""Cards: at most one in the closing words of a check-in, few on a low or hard day, and none that was told before."""

from collections.abc import Collection, Iterator

from programme.card import ALSO_HARD, ALSO_LOW, Card
from programme.check_in import Day, Mood
from programme.event import AnyEvent
from trials.simulate.life import Life

_ALSO = {Mood.VERY_LOW.value: ALSO_LOW, Mood.LOW.value: ALSO_LOW, Day.HARD.value: ALSO_HARD}
_ANY = frozenset(Card)
# About each number once, for ever.
_ONCE = frozenset({Card.PREPARE.value, Card.EFFORT.value, Card.USUAL.value, Card.SAME_DAY.value})


def cards(life: Life) -> Iterator[str | None]:
    """Each card that was told, beside what was told before it and what was answered."""
    also: dict[int, Collection[Card]] = {}
    rode: set[int] = set()
    known: set[tuple[int | None, str, int]] = set()
    for one in life.memory.events:
        if _is_hard(one):
            also[one.data["prompt_id"]] = _ALSO[one.data["value"]]
        if one.kind != "CardTold":
            continue
        prompt_id, card, about = one.data["prompt_id"], one.data["card"], one.data["about"]
        who = life.who(one.person_id or 0)
        if prompt_id in rode:
            yield f"check-in {prompt_id} of {who} carried two cards"
        elif card not in also.get(prompt_id, _ANY):
            yield f"check-in {prompt_id} of {who} carried {card} on a hard day"
        elif card in _ONCE and (one.person_id, card, about) in known:
            yield f"{who} was told {card} about {about} twice"
        else:
            yield None
        rode.add(prompt_id)
        known.add((one.person_id, card, about))


def _is_hard(event: AnyEvent) -> bool:
    """Whether they answered so: known where answers are kept."""
    return event.kind == "CheckInAnswered" and event.data.get("value") in _ALSO
