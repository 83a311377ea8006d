"""A client's life as it is written beforehand: what is true of their days, when they look, and what they do when."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from trials.clinic.someone import Someone, days_from

Does = Callable[[Someone], Awaitable[object]]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that its person does at that wall time of that day of theirs."""

    day: date
    wall: str
    does: Does


@dataclass
class Life:
    """`says` is the name that the client gives, `label` what the link for them says, `shows` the ticks at joining.

    `smokes` is how many cigarettes there truly are on a day, `looks` whether they answer on it. `outcomes` is what
    they tap, in order, at each question of "have you smoked since". `quit_on` are the quit dates of their tries,
    `relapse` is when they say that they smoke most days, `leaves` when they leave,
    `erases` whether all is erased then.
    """

    phone: str
    says: str
    label: str
    about: str
    joins: date
    smokes: Callable[[date], int] = field(default=lambda _: 0)
    looks: Callable[[date], bool] = field(default=lambda _: True)
    shows: Sequence[str] = ("Check in", "Keep", "Show")
    evening: str = "18:30"
    mood: str = "OK"
    urge: int = 1
    types: bool = False
    outcomes: Mapping[int, Sequence[str]] = field(default_factory=dict)
    quit_on: Sequence[date] = ()
    relapse: date | None = None
    leaves: date | None = None
    erases: bool = False
    acts: list[Act] = field(default_factory=list)

    def on(self, day: str, wall: str, does: Does) -> "Life":
        """They do that then."""
        self.acts.append(Act(date.fromisoformat(day), wall, does))
        return self

    def total(self, first: date, last: date) -> int:
        """How many there truly were from `first` to `last`."""
        return sum(map(self.smokes, days_from(first, last)))


def taps(*labels: str) -> Does:
    """Taps one after the other."""
    return lambda me: me.taps(*labels)


def writes(text: str, *labels: str) -> Does:
    """Types words, then taps one after the other."""

    async def act(me: Someone) -> None:
        await me.writes(text)
        await me.taps(*labels)

    return act


def picks_quit_date(day: date) -> Does:
    """Picks a quit date in the calendar, months turned as needed."""

    async def act(me: Someone) -> None:
        await me.writes("/quitdate")
        ahead = (day.year - me.now.year) * 12 + day.month - me.now.month
        for n in range(abs(ahead)):
            arrow = [one for one in me.labels() if ("→" in one if ahead > 0 else "←" in one)]
            assert arrow, f"{n} months on there is no arrow"
            await me.taps(arrow[0])
        await me.taps(str(day.day))

    return act


def goes(city: str, zone: str) -> Does:
    """Says that their clock is another one now."""

    async def act(me: Someone) -> None:
        await me.writes("/settings")
        await me.taps("I'm in another time zone")
        label = next((one for one in me.labels() if city in one), None)
        await (me.taps(label) if label else me.writes(city))
        me.zone = zone

    return act
