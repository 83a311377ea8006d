"""S10 and the amounts of VOICE.md: how much comes in a day that nobody asked for, reminders counted."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from programme.people import Role
from programme.plan import CHECK_IN
from trials.simulate.checks.restraint import lapse_evenings
from trials.simulate.life import Life, counts

USUAL, FIRST_DAYS, QUIT_DAY = 2, 3, 4
FULLER = 3  # on any day of somebody who picked that
MOST_OWN = 3  # times that somebody chose by themselves
DAY = timedelta(days=1)
Rule = Mapping[str, Any]


def s10(life: Life) -> Iterator[str | None]:
    """No more in a day than its cap, over all kinds: by the day of the course for a client, and 2 for all others."""
    for (person_id, day), count in sorted(_days(life).items()):
        most = _most(life, person_id, day)
        yield f"{life.who(person_id)} had {count} messages on {day}, and {most} is the most" if count > most else None


def amounts(life: Life) -> Iterator[str | None]:
    """At most 2 on an ordinary day of days 5 to 17, at most 4 on the quit day, and none on the evening of a lapse."""
    for (person_id, day), count in sorted(_days(life).items()):
        numbers = {(day - chosen).days for chosen in _quit_dates(life, person_id, day)}
        if numbers and all(5 <= number <= 17 for number in numbers) and _is_ordinary(life, person_id, day):
            yield f"{life.who(person_id)} had {count} messages on {day}, an ordinary day" if count > USUAL else None
        elif 0 in numbers:
            yield f"{life.who(person_id)} had {count} messages on {day}, a quit day" if count > QUIT_DAY else None
    yield from lapse_evenings(life)


def _days(life: Life) -> Counter[tuple[int, date]]:
    return Counter((one.person_id, life.local_date(one.person_id, one.at)) for one in life.unasked if counts(one))


def _most(life: Life, person_id: int, day: date) -> int:
    """The cap of that day; where the quit date or the level changed in it, the most that held at any time."""
    if life.population.residents[life.who(person_id)].role is not Role.CLIENT:
        return USUAL
    numbers = {(day - chosen).days for chosen in _quit_dates(life, person_id, day)}
    by_phase = QUIT_DAY if 0 in numbers else FIRST_DAYS if any(1 <= one <= 4 for one in numbers) else USUAL
    return max([by_phase, *(_of_rule(rule) for rule in _rules(life, person_id, day))])


def _of_rule(rule: Rule) -> int:
    if "course" not in rule:
        return min(len(rule["times"]), MOST_OWN)
    return FULLER if rule["course"]["level"] == "fuller" else USUAL


def _is_ordinary(life: Life, person_id: int, day: date) -> bool:
    """Whether they asked for no more than the standard course that day."""
    return all(_of_rule(rule) <= USUAL for rule in _rules(life, person_id, day))


def _quit_dates(life: Life, person_id: int, day: date) -> Iterator[date]:
    """Every quit date that held at some time of that local day."""
    held: date | None = None
    for at, chosen in life.quit_dates(person_id):
        on = life.local_date(person_id, at)
        if on > day:
            break
        if on == day and held is not None:
            yield held
        held = chosen
    if held is not None:
        yield held


def _rules(life: Life, person_id: int, day: date) -> Iterator[Rule]:
    """Every rule of their check-ins that held at some time of that local day."""
    held: Rule | None = None
    for event in life.events_of(person_id, "PlanSet"):
        if event.data["kind"] != CHECK_IN:
            continue
        on = life.local_date(person_id, event.at)
        if on > day:
            break
        if on == day and held is not None:
            yield held
        held = event.data["rule"]
    if held is not None:
        yield held
