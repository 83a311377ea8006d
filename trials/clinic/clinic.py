"""The clinic while it lives: from one moment at which something is due, or somebody does something, to the next."""

import heapq
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import count

from trials.clinic.house import Service
from trials.clinic.life import DAY, Does, Life
from trials.clinic.replies import replies
from trials.clinic.someone import Someone

MORNING = "03:30"


class Clinic:
    """Everybody in it by the name of their phone, and what is still to be done today."""

    def __init__(self, service: Service, lives: Sequence[Life]) -> None:
        self.service = service
        self.lives = {life.phone: life for life in lives}
        self.people = {life.phone: Someone(service, service.simulator.phone(life.phone)) for life in lives}
        self.ids: dict[str, int] = {}
        self._numbers = count()
        self._todo: list[tuple[datetime, int, Someone, Does]] = []

    def person(self, name: str) -> Someone:
        """Whoever has the phone of that name; a phone anew where nobody has."""
        if name not in self.people:
            self.people[name] = Someone(self.service, self.service.simulator.phone(name))
        return self.people[name]

    def has_begun(self, day: date) -> bool:
        """Whether anybody had joined before that day."""
        return any(life.joins < day for life in self.lives.values())

    def plan(self, who: Someone, day: date, wall: str, does: Does) -> None:
        """That is done then, by that person's own clock."""
        heapq.heappush(self._todo, (who.at(day, wall), next(self._numbers), who, does))

    async def lives_until(self, end: date, each_day: Callable[["Clinic", date], None]) -> None:
        """Lives each day up to `end`, which is not lived any more. `each_day` plans what is done on it."""
        london = self.person("Lee")
        day = london.now.date()
        while day < end:
            each_day(self, day)
            for life in self.lives.values():
                for act in life.acts:
                    if act.day == day:
                        self.plan(self.people[life.phone], day, act.wall, _kept(act.does))
            await self._until(london.at(day + DAY, MORNING))
            day += DAY

    async def _until(self, moment: datetime) -> None:
        while True:
            due, now = await self.service.next_at(), self.service.clock.now()
            acts_at = self._todo[0][0] if self._todo else moment
            at = min([moment, acts_at, *([due] if due is not None and due > now else [])])
            await self.service.goes_to(at)
            await self._everybody_answers()
            while self._todo and self._todo[0][0] <= self.service.clock.now():
                _, _, who, does = heapq.heappop(self._todo)
                await does(who)
                await self._everybody_answers()
            if at >= moment:
                return

    async def _everybody_answers(self) -> None:
        for name, life in self.lives.items():
            await replies(self.people[name], life)
        for name, who in self.people.items():
            if name not in self.lives:
                who.looks()


def _kept(does: Does) -> Does:
    """What they do by themselves is for the transcript."""

    async def act(who: Someone) -> None:
        with who.keeping():
            await does(who)

    return act
