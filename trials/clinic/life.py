"""A client's life as it is written beforehand, and how they answer what comes by itself."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from simulator import Bubble
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
class WrittenLife:
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

    def on(self, day: str, wall: str, does: Does) -> "WrittenLife":
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


WEEKS = (4, 12, 26, 52)  # after the quit date, when it is asked how it went
CHANGE = "Change that answer"  # inside a check-in; "Change" where the question stands alone
SINCE, WHICH = "since", "Which day was that?"
_REST = (
    ("hardest moment", "Stress"), ("What helped", "A walk"), ("own words", "Done"), ("got in the way", "None of these"),
)  # fmt: skip
_RANGES = ((0, "None", (0, 0)), (1, "1", (1, 1)), (5, "2–5", (2, 5)))
_OUTCOMES = {"Not at all": (0, 0), "1 to 5": (1, 5), "6 or more": (6, None)}
FREE_BEFORE, COUNTED = timedelta(days=15), timedelta(days=28)  # since the quit date: the days of the first question


async def replies(me: Someone, life: WrittenLife) -> None:
    """Reads what is new, and answers it if this is one of their days."""
    new = me.looks()
    if life.looks(me.now.date()):
        await answers(me, life, new)


async def answers(me: Someone, life: WrittenLife, new: Sequence[Bubble]) -> None:
    """Answers what was read, screen by screen, as far as they do."""
    while new:
        new = await _answers(me, life, new[-1])


async def _answers(me: Someone, life: WrittenLife, shown: Bubble) -> list[Bubble]:
    """The next screen, or nothing where there is nothing more that they answer."""
    text, labels = shown.text, shown.labels
    if "Have you smoked since" in text or "did you smoke" in text:
        return await _outcome(me, life, shown)
    if "How is your mood" in text:
        return await me.taps(life.mood)
    if "urge" in text and "5" in labels:
        return await me.taps(str(life.urge))
    if "igarettes" in text and ("None" in labels or "how many" in text.lower()):
        return await _cigarettes(me, life, shown)
    if WHICH in text:
        return await _which_day(me, life, me.told[-1].first, [shown])
    if "How many today" in text or "About how many" in text:
        return await _typed(me, life)
    for question, label in _REST:
        if question in text and label in labels:
            return await me.taps(label)
    return []


async def _cigarettes(me: Someone, life: WrittenLife, shown: Bubble) -> list[Bubble]:
    first, today = _since(me, life, shown), me.now.date()
    number = life.total(first, today)
    if life.types and number:
        await me.taps("Type it")
        return await _typed(me, life, first)
    label, said = next(((label, said) for most, label, said in _RANGES if number <= most), ("6+", (6, None)))
    _tells(me, life, first, said)
    return await _which_day(me, life, first, await me.taps(label))


async def _typed(me: Someone, life: WrittenLife, first: date | None = None) -> list[Bubble]:
    first = first or me.now.date()
    number = life.total(first, me.now.date())
    _tells(me, life, first, (number, number))
    return await _which_day(me, life, first, await me.writes(str(number)))


async def _which_day(me: Someone, life: WrittenLife, first: date, shown: list[Bubble]) -> list[Bubble]:
    """Where they are asked on which of several days it was: that day, or that it was on more of them."""
    if not shown or WHICH not in shown[-1].text:
        return shown
    smoked = [day for day in days_from(first, me.now.date()) if life.smokes(day)]
    ago = (me.now.date() - smoked[-1]).days if len(smoked) == 1 else None
    whole = next(one for one in shown[-1].labels if one.startswith(("More than one", "Earlier")))
    return await me.taps({0: "Today", 1: "Yesterday"}.get(ago, whole) if ago is not None else whole)


def _tells(me: Someone, life: WrittenLife, first: date, said: tuple[int, int | None]) -> None:
    """What they tell with it: of none all days are free; of one day of several they say which, where they can."""
    smoked = [day for day in days_from(first, me.now.date()) if life.smokes(day)]
    if len(smoked) == 1 and smoked[0] >= me.now.date() - DAY:
        me.tells(0, 0, first)
        me.tells(said[0], said[1], smoked[0], smoked[0])
    else:
        me.tells(said[0], said[1], first)


def _since(me: Someone, life: WrittenLife, shown: Bubble) -> date:
    """The first day that a question is about: the one after the last of which they told, where it asks so."""
    today = me.now.date()
    question = next((line for line in shown.text.splitlines() if "igarettes" in line), "")
    if SINCE not in question.lower():
        return today
    if "quit date" in question:
        return max(day for day in life.quit_on if day <= today)
    last = max((one.last for one in me.told), default=today - DAY)
    return min(last + DAY, today)


async def _outcome(me: Someone, life: WrittenLife, shown: Bubble) -> list[Bubble]:
    """One tap, or one and another in its place; what was said last is what they told."""
    today = me.now.date()
    quit_on = max(day for day in life.quit_on if day <= today)
    week = max((one for one in WEEKS if one * 7 <= (today - quit_on).days), default=WEEKS[0])
    seen: list[Bubble] = []
    for number, label in enumerate(life.outcomes.get(week, ())):
        if number:
            await me.taps(CHANGE if CHANGE in me.labels() else "Change")
        seen = await me.taps(label)
        last = quit_on + COUNTED if "days 15 to 28" in shown.text else today
        me.tells(*_OUTCOMES[label], first=quit_on + FREE_BEFORE, last=last)
    return seen
