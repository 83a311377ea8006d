"""When nothing may go to anybody, and who is to be left alone: learned from every call that lands. Pure."""

from dataclasses import dataclass, field

from bot.backoff import Backoff
from bot.making import Ready
from bot.outcome import Ambiguous, NotSent, Outcome, Wait
from bot.pace import Pace

FLOOD_SECONDS = 10.0  # several chats told to wait within that time: it is not about the chats


@dataclass(slots=True)
class Restraint:
    """The pace with its holds, and the pauses after trouble, by ticks and from the very moment of each landing."""

    pace: Pace
    _backoff: Backoff = field(default_factory=Backoff)
    _floods: dict[int, float] = field(default_factory=dict)  # chats told to wait, and when

    def everybody_waits(self, ticks: float) -> bool:
        """Whether nothing may go to anybody now."""
        return self.pace.everybody_held(ticks) or ticks < self._backoff.until

    def lanes(self, width: int) -> int:
        """How many of `width` calls may run at once."""
        return 1 if self._backoff.probing else width

    def next_opening(self, ticks: float) -> float:
        """The first tick after this one at which a hold or a pause is over; infinity where there is none."""
        opening = self.pace.next_opening(ticks)
        return min(opening, self._backoff.until) if ticks < self._backoff.until else opening

    def learn(self, ready: Ready, outcome: Outcome, ticks: float) -> None:
        """That call landed just now, with that outcome."""
        self.pace.ends(ready.chat, ticks)
        match outcome:
            case NotSent():
                self._backoff.no_connection(ticks)
            case Ambiguous():
                self._backoff.no_answer(ticks)
                self.pace.hold(ready.chat, ticks + 2.0**ready.row.ambiguous)
            case _:
                self._backoff.answered()
        if isinstance(outcome, Wait):
            self._told_to_wait(ready.chat, ticks, outcome.seconds)

    def _told_to_wait(self, chat: int, ticks: float, seconds: float) -> None:
        self.pace.hold(chat, ticks + seconds)
        self._floods = {one: at for one, at in self._floods.items() if ticks - at < FLOOD_SECONDS} | {chat: ticks}
        if len(self._floods) > 1:
            self.pace.hold_all(ticks + seconds)
