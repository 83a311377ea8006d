"""The load: a crowd of strangers writes, while clients live, somebody is in danger, and check-ins fall due."""

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from simulator import Phone
from simulator.truth import Call, TruthLog, UpdateMade
from trials.danger.stage import START, DangerStage, Figure, Size, count, figure

DANGER = "I want to kill myself"
CARD = ("116 123", "999", "112")  # a number of these stands on every card
CARD_WITHIN, ANSWER_WITHIN, CHECK_IN_WITHIN = 2.0, 5.0, 10.0
DUE_AT = START + timedelta(minutes=30)
SAYS = ("/start", "hello", "is anybody there?", "what is this")
EVERY = 3.0  # seconds between two things that a client does
ALL_SENT = 300.0  # real seconds after which nobody waits any more
Cry = tuple[Phone, int]  # who waits, and the update that asked


async def load(stage: DangerStage, size: Size) -> Sequence[Figure]:
    """Lives it, and measures by what Telegram saw when."""
    lee = await stage.practitioner("Lee")
    lively = [await stage.client(f"Client {number}", lee) for number in range(size.clients)]
    due = [await stage.client(f"Due {number}", lee, DUE_AT.time()) for number in range(size.clients)]
    crowd = [stage.phone(f"Stranger {number}") for number in range(size.strangers)]
    await stage.begin()
    await stage.calm()
    stage.turn_to(DUE_AT - timedelta(seconds=size.seconds / 2))
    await stage.calm()
    cries, asked = await _live(stage, size, lively, crowd)
    await stage.calm(ALL_SENT)
    await stage.end()
    seen = _Seen(stage.simulator.log)
    firsts = [(phone, seen.first[phone.id]) for phone in crowd]
    return [
        figure("card", [seen.answered(one, is_card) for one in cries], CARD_WITHIN),
        figure("answer to a client", [seen.answered(one) for one in asked], ANSWER_WITHIN),
        figure("due check-in", [seen.after(phone, DUE_AT.timestamp()) for phone in due], CHECK_IN_WITHIN),
        figure("first answer to a stranger", [seen.answered(one) for one in firsts]),
        count("messages to strangers", sum(len(seen.sent[phone.id]) for phone in crowd)),
        count("calls refused by Telegram (429)", len(stage.simulator.log.rate_limited())),
    ]


async def _live(
    stage: DangerStage, size: Size, lively: Sequence[Phone], crowd: Sequence[Phone]
) -> tuple[Sequence[Cry], Sequence[Cry]]:
    """Everybody does what they do at their moment; who cried out, and which clients asked for something."""
    chance = random.Random(size.seed)
    cries, asked = list[Cry](), list[Cry]()
    half = len(lively) // 2
    lives: list[Coroutine[Any, Any, None]] = []
    for phone in crowd:
        moments = sorted(chance.uniform(0, size.seconds) for _ in range(size.messages))
        lives += [_at(when, partial(phone.writes, SAYS[place % len(SAYS)])) for place, when in enumerate(moments)]
    in_danger = [*lively[:half], *chance.sample(crowd, half)]
    chance.shuffle(in_danger)
    for place, phone in enumerate(in_danger):
        when = size.seconds * (place + 1) / (len(in_danger) + 1)
        lives.append(_at(when, partial(_asks, stage, cries, phone, DANGER)))
    for phone in lively[half:]:
        when = chance.uniform(0, EVERY)
        while when < size.seconds * 2:
            lives.append(_at(when, partial(_asks, stage, asked, phone, "/next")))
            when += EVERY
    await asyncio.gather(*lives)
    return cries, asked


async def _at(seconds: float, act: Callable[[], object]) -> None:
    await asyncio.sleep(seconds)
    act()


def _asks(stage: DangerStage, to: list[Cry], phone: Phone, words: str) -> None:
    phone.writes(words)
    made = stage.simulator.log.entries[-1]
    assert isinstance(made, UpdateMade), "who writes makes an update"
    to.append((phone, made.update_id))


def is_card(call: Call) -> bool:
    """Whether that message is a card with people to call."""
    return any(number in str(call.params.get("text")) for number in CARD)


class _Seen:
    """The log of Telegram by person: when updates were made, and which messages came."""

    def __init__(self, log: TruthLog) -> None:
        self.made: dict[int, float] = {}
        self.first: dict[int, int] = {}
        self.sent: dict[int, list[Call]] = defaultdict(list)
        for made in log.updates():
            self.made[made.update_id] = made.ticks
            self.first.setdefault(made.user_id or 0, made.update_id)
        for call in log.deliveries():
            self.sent[call.chat_id or 0].append(call)

    def answered(self, asked: Cry, is_it: Callable[[Call], bool] = lambda call: True) -> float | None:
        """Seconds until something came that answers; None where nothing did."""
        phone, update_id = asked
        began = self.made[update_id]
        return next((one.ticks - began for one in self.sent[phone.id] if one.ticks >= began and is_it(one)), None)

    def after(self, phone: Phone, moment: float) -> float | None:
        """Seconds from that moment (a timestamp) until something came."""
        times = (one.at.timestamp() - moment for one in self.sent[phone.id])
        return next((seconds for seconds in times if seconds >= 0), None)
