"""The clinic while it lives: from one moment to the next, how everybody comes in, and what the practitioner does."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from db.people import accounts
from simulator import Bubble
from trials.clinic.life import DAY, Does, WrittenLife, replies
from trials.clinic.someone import ClinicService, Someone

MORNING = "03:30"


class Clinic:
    """Everybody in it by the name of their phone, and what is still to be done today."""

    def __init__(self, service: ClinicService, lives: Sequence[WrittenLife]) -> None:
        self.service = service
        self.lives = {life.phone: life for life in lives}
        self.people = {life.phone: Someone(service, service.simulator.phone(life.phone)) for life in lives}
        self.ids: dict[str, int] = {}
        self._numbers = count()
        self._todo: list[tuple[datetime, int, Someone, Does]] = []

    def person(self, name: str) -> Someone:
        """Whoever has the phone of that name; a new phone where nobody has."""
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


async def practitioner_joins(clinic: Clinic, name: str) -> Someone:
    """A practitioner whom the operator let in, in England."""
    who = clinic.person(name)
    token, code = await clinic.service.invites_practitioner(name)
    await who.starts(token)
    await who.writes(code)
    await who.taps("England")
    return who


async def client_joins(clinic: Clinic, life: WrittenLife) -> None:
    """Lee makes a link, and the client comes in by it, on the screens that anybody meets."""
    lee, me = clinic.person("Lee"), clinic.people[life.phone]
    await lee.writes("/invite")
    link = _link(await lee.writes(life.label))
    with me.keeping(life.phone == "Ana"):  # the screens are the same for everybody
        await me.opens(link)
        await me.taps("Set up", "None of these", *(f"☐ {one}" for one in life.shows))
    with me.keeping():
        await me.taps("Continue")
        await me.writes(life.says)
        await me.writes(life.evening)
        await me.writes("A walk")
    person = await clinic.service.database.read(lambda tx: accounts.find(tx, me.phone.id))
    assert person is not None, f"{life.phone} did not get in"
    clinic.ids[life.phone] = person.id


async def asks_jo(clinic: Clinic, me: Someone) -> None:
    """The client asks Jo for support and shows Jo that they are stopping; Jo says yes."""
    jo = clinic.person("Jo")
    await me.writes("/supporters")
    await me.taps("Ask someone")
    await me.writes("Jo")
    await me.taps("☐ That I'm stopping", "My wish")
    await me.writes("Text about 5.")
    link = _link(await me.taps("Make the link"))
    with jo.keeping():
        await jo.opens(link)
        await jo.taps("Yes, I'm Jo", "Yes, count me in")


def _link(shown: Sequence[Bubble]) -> str:
    return next(word for one in shown for word in one.text.split() if "?start=" in word)


AWAY = (date(2026, 4, 11), date(2026, 4, 26))  # Lee is on leave; Max covers
NAVIGATION = ("All people", "Invite someone", "More", "Next", "Back", "Earlier", "Later")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a client's as Lee read it at that moment: "summary", "outcomes" or "scores"."""

    at: datetime
    client: str
    name: str
    text: str

    @property
    def day(self) -> date:
        """Of Lee's calendar."""
        return self.at.date()


def is_away(day: date) -> bool:
    """Whether Lee is on leave and looks at nothing."""
    return AWAY[0] <= day <= AWAY[1]


async def reads_monday(clinic: Clinic, pages: list[Page], *, closely: bool) -> None:
    """Lee has read the Monday, and opens each client's week; `closely`, once a month: outcomes and scores too."""
    lee = clinic.person("Lee")
    await lee.taps("I've read this")
    for name in await _names(lee):
        _keep(pages, lee, name, "summary", await _opens(lee, name, keeps=closely))
        for page in ("outcomes", "scores") if closely else ():
            if page.capitalize() not in lee.labels():
                continue  # they show nothing
            with lee.keeping():
                _keep(pages, lee, name, page, await lee.taps(page.capitalize()))
            await lee.taps("Their week")


async def _names(lee: Someone) -> list[str]:
    shown = await lee.writes("/summary")
    if "Outcomes" in lee.labels():  # one client alone is shown at once
        return [shown[-1].text.partition(" · ")[0]]
    return [one for one in lee.labels() if one not in NAVIGATION and not one.startswith("Asked:")]


async def _opens(lee: Someone, name: str, *, keeps: bool) -> list[Bubble]:
    """The week of whoever stands under that name; where there is one client alone, /summary shows it at once."""
    shown = await lee.writes("/summary")
    if "Outcomes" in lee.labels():
        return shown
    with lee.keeping(keeps):
        return await lee.taps(name)


def _keep(pages: list[Page], lee: Someone, name: str, page: str, shown: list[Bubble]) -> None:
    if shown:
        pages.append(Page(lee.now, name, page, shown[-1].text))


async def is_covered(lee: Someone) -> None:
    """Lee names Max as cover for the time of the leave."""
    with lee.keeping():
        await lee.writes("/settings")
        await lee.taps("Hours and cover", "Who covers", "Max")


async def is_seen(practitioner: Someone) -> None:
    """Whoever covers opens the request that came."""
    with practitioner.keeping():
        await practitioner.taps("I've seen this")


def treats(name: str, ppm: int | None = None) -> Does:
    """Says on the outcomes of that client that they are treated; enters a reading of that day, where there is one."""

    async def act(lee: Someone) -> None:
        with lee.keeping():
            await lee.writes("/summary")
            if "Outcomes" not in lee.labels():
                await lee.taps(name)
            await lee.taps("Outcomes", "Treated")
            if ppm is not None:
                await lee.taps("CO reading")
                await lee.writes(str(ppm))

    return act


ENTERS = (  # on which day, about whom
    (date(2026, 3, 10), "Ana", treats("Ana", 3)), (date(2026, 3, 17), "Gil", treats("Gil")),
    (date(2026, 3, 17), "Ben", treats("Ben")), (date(2026, 3, 31), "Eve", treats("Eve")),
    (date(2026, 4, 7), "Tess", treats("Tess", 2)), (date(2026, 4, 7), "Sam P", treats("Sam (S.P.)")),
    (date(2026, 7, 7), "Dan", treats("Dan")),
)  # fmt: skip
COVER = (date(2026, 4, 10), "Lee", is_covered)
SEEN = (date(2026, 4, 16), "Max", is_seen)
