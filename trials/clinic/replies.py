"""How a client answers what comes by itself: with what is true of their days, or not at all."""

from collections.abc import Sequence
from datetime import date, timedelta

from simulator import Bubble
from trials.clinic.life import DAY, Life
from trials.clinic.someone import Someone

SINCE = "since"
_REST = (
    ("hardest moment", "Stress"), ("What helped", "A walk"), ("own words", "Done"), ("got in the way", "None of these"),
)  # fmt: skip
_RANGES = ((0, "None", (0, 0)), (1, "1", (1, 1)), (5, "2–5", (2, 5)))
_OUTCOMES = {"Not at all": (0, 0), "1 to 5": (1, 5), "6 or more": (6, None)}
FREE_BEFORE = timedelta(days=15)


async def replies(me: Someone, life: Life) -> None:
    """Reads what is new, and answers it if this is one of their days."""
    new = me.looks()
    if life.looks(me.now.date()):
        await answers(me, life, new)


async def answers(me: Someone, life: Life, new: Sequence[Bubble]) -> None:
    """Answers what was read, screen by screen, as far as they do."""
    while new:
        new = await _answers(me, life, new[-1])


async def _answers(me: Someone, life: Life, shown: Bubble) -> list[Bubble]:
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
    if "How many today" in text or "About how many" in text:
        return await _typed(me, life)
    for question, label in _REST:
        if question in text and label in labels:
            return await me.taps(label)
    return []


async def _cigarettes(me: Someone, life: Life, shown: Bubble) -> list[Bubble]:
    first, today = _since(me, shown), me.now.date()
    number = life.total(first, today)
    if life.types and number:
        await me.taps("Type it")
        return await _typed(me, life, first)
    label, said = next(((label, said) for most, label, said in _RANGES if number <= most), ("6+", (6, None)))
    me.tells(said[0], said[1], first)
    return await me.taps(label)


async def _typed(me: Someone, life: Life, first: date | None = None) -> list[Bubble]:
    number = life.total(first or me.now.date(), me.now.date())
    me.tells(number, number, first)
    return await me.writes(str(number))


def _since(me: Someone, shown: Bubble) -> date:
    """The first day that a question is about: the one after the last of which they told, where it asks so."""
    today = me.now.date()
    question = next((line for line in shown.text.splitlines() if "igarettes" in line), "")
    if SINCE not in question.lower():
        return today
    last = max((one.last for one in me.told), default=today - DAY)
    return min(last + DAY, today)


async def _outcome(me: Someone, life: Life, shown: Bubble) -> list[Bubble]:
    week = next(week for words, week in _WEEKS.items() if words in shown.text)
    answers = life.outcomes.get(week, ())
    seen: list[Bubble] = []
    for number, label in enumerate(answers):
        if number:
            await me.taps("Change")
        seen = await me.taps(label)
    if answers and answers[-1] in _OUTCOMES:
        quit_on = max(day for day in life.quit_on if day <= me.now.date())
        last = (
            quit_on + timedelta(days=28) if week == 4 and "to" in shown.text and "day" in shown.text else me.now.date()
        )
        me.tells(*_OUTCOMES[answers[-1]], first=quit_on + FREE_BEFORE, last=last)
    return seen


_WEEKS = {"four weeks": 4, "twelve weeks": 12, "half a year": 26, "a year": 52}
