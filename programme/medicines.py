"""Regular medicines: when we ask about them, and what stays to be looked at.

Smoke, not nicotine, changes how strong some medicines are, within days and both ways (facts "medicines-change" and
"medicines-not-nicotine"). So we ask at every such moment, and send them to who prescribes. No numbers, no dose.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from programme.outcomes.record import Amount

FRESH: Final = timedelta(days=28)  # a "no", or "they know", holds so long: our own choice
_RESTS: Final = timedelta(days=7)  # after it was put off: our own choice
_WEEK: Final = 7
_ENOUGH: Final = 4  # days with an answer, before a week says how much they smoke
_LEAST: Final = 2  # cigarettes a day: of less there is no half to speak of
_SMOKED_DAYS: Final = 3


class Moment(StrEnum):
    """When how much they smoke changes, or may have changed (FIELD 2.7)."""

    SET = "set"  # a quit date
    MOVED = "moved"
    QUIT_DAY = "quit-day"
    FIRST_FREE = "first-free"  # smoke-free day
    HALVED = "halved"  # cigarettes a day, by their answers
    BACK = "back"  # smoked on three of seven days, after a smoke-free week
    RELAPSE = "relapse"  # as they named it
    CHANGED = "changed"  # they told of a new medicine, or another dose


MORE_SMOKE: Final = frozenset({Moment.BACK, Moment.RELAPSE})  # the other way round: a medicine may become weaker

_TURNS: Final = MORE_SMOKE | {Moment.QUIT_DAY, Moment.FIRST_FREE}  # worth asking at, though it was put off lately


class Takes(StrEnum):
    """Do you take any regular medicine?"""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"
    NOT_NOW = "not-now"  # passed over


class Medicine(StrEnum):
    """Those named in the fact "medicines-list", for whoever wants to say which; and any other."""

    AMINOPHYLLINE = "aminophylline"
    CLOZAPINE = "clozapine"
    ERLOTINIB = "erlotinib"
    OLANZAPINE = "olanzapine"
    RIOCIGUAT = "riociguat"
    THEOPHYLLINE = "theophylline"
    OTHER = "other"


SAME_DAY: Final = frozenset({Medicine.CLOZAPINE})  # for the team, on that day: the fact "clozapine-same-day"


class Ask(StrEnum):
    """What is asked."""

    WHETHER = "whether"  # do you take any?
    KNOWS = "knows"  # you said that you do: does who prescribes it know of this?


@dataclass(frozen=True, slots=True)
class Told:
    """One time it was asked, and what they said; None: nothing yet, or it is not to be kept.

    `on` is the quit date it was asked about, or their local date. `knows`: their prescriber or pharmacist does, as they
    said; `checked`: the practitioner says that it is looked after.
    """

    id: int
    person_id: int
    asked_on: date
    moment: Moment
    on: date
    takes: Takes | None = None
    knows: bool | None = None
    which: frozenset[Medicine] = frozenset()
    checked: bool = False

    @property
    def may_take(self) -> bool:
        """Whether they take any, or are not sure."""
        return self.takes in (Takes.YES, Takes.NOT_SURE)

    @property
    def is_settled(self) -> bool:
        """Whether somebody who prescribes knows."""
        return bool(self.knows) or self.checked

    @property
    def same_day(self) -> bool:
        """Whether it is a task for the team on that very day."""
        return bool(self.which & SAME_DAY) and not self.is_settled


def last_said(told: Iterable[Told]) -> Told | None:
    """The newest that says whether they take any; `told` is in the order in which it was asked."""
    return next((one for one in reversed([*told]) if one.takes in (Takes.YES, Takes.NO, Takes.NOT_SURE)), None)


def unchecked(told: Iterable[Told]) -> Told | None:
    """What stands as "medicine not checked": they take any or are not sure, and nobody who prescribes is known to know.

    An answer that came later counts, and not one that was put off.
    """
    last = last_said(told)
    return last if last is not None and last.may_take and not last.is_settled else None


def ask_at(moment: Moment, told: Sequence[Told], today: date) -> Ask | None:
    """What to ask at that moment, on their local date `today`; None: nothing.

    - Whoever said "no" lately is left alone, and "something changed" stays open to them.
    - Whoever takes any is asked whether it is known; not where it is known lately, unless the day is another one, or it
      goes the other way: what was known of stopping says nothing of starting.
    - Once a day is enough. "Not now" and "not yet" rest for a week, unless the quit day, the first smoke-free day or
      smoking once more comes. What goes the other way, and a change that they tell of themselves, does not wait.
    """
    if told and _rests(moment, told[-1], today):
        return None
    last = last_said(told)
    if last is None:
        return Ask.WHETHER
    is_fresh = today - last.asked_on < FRESH
    if not last.may_take:
        return None if is_fresh else Ask.WHETHER
    if not last.is_settled:
        return Ask.KNOWS
    another_day = moment in (Moment.SET, Moment.MOVED)
    return None if is_fresh and _same_way(moment, last) and not another_day else Ask.KNOWS


def _rests(moment: Moment, newest: Told, today: date) -> bool:
    if moment is Moment.CHANGED or not _same_way(moment, newest):
        return False
    put_off = newest.takes in (None, Takes.NOT_NOW) or newest.knows is False
    is_lately = put_off and moment not in _TURNS and today - newest.asked_on < _RESTS
    return newest.asked_on == today or is_lately


def _same_way(moment: Moment, told: Told) -> bool:
    return (told.moment in MORE_SMOKE) is (moment in MORE_SMOKE)


def needs_same_day(moment: Moment, on: date, told: Sequence[Told], today: date) -> bool:
    """Whether that change is for the team on the person's own day `today`: they take such a medicine (SAME_DAY), and
    nobody who prescribes is known to know of this change.

    `told` is all that they said, oldest first. What they said of this very change counts; else what they said last.
    """
    said = next((one for one in reversed(told) if (one.moment, one.on) == (moment, on) and one.may_take), None)
    if said is not None:
        return said.same_day
    last = last_said(told)
    takes = last is not None and last.may_take and bool(last.which & SAME_DAY)
    return takes and ask_at(moment, told, today) is Ask.KNOWS


@dataclass(frozen=True, slots=True)
class Repeat:
    """The change that the team was told of last, and on which day of the person's."""

    moment: Moment
    told_on: date


def is_repeat(moment: Moment, newest: Repeat, told: Sequence[Told], today: date) -> bool:
    """Whether that is the change that the team heard of last, going on: somebody who smokes less goes on smoking less.

    What they said of another change meanwhile, or four weeks, make it news.
    """
    if moment is not newest.moment or moment not in (Moment.HALVED, Moment.BACK):
        return False
    other = any(one.asked_on > newest.told_on and one.moment is not moment for one in told)
    return not other and today - newest.told_on < FRESH


def has_halved(amounts: Mapping[date, Amount], usual: int | None, today: date) -> bool:
    """Whether they smoke half as much as before, or less, by their answers of the last seven days.

    `amounts` are cigarettes by local date, least and most; `usual` a day, as they told it (None: what they answered in
    the fortnight before counts). Under four answers say nothing.
    """
    recent = _mean(amounts, today - timedelta(days=_WEEK - 1), today)
    first = today - timedelta(days=3 * _WEEK - 1)
    before = float(usual) if usual else _mean(amounts, first, today - timedelta(days=_WEEK))
    return recent is not None and before is not None and before >= _LEAST and recent <= before / 2


def _mean(amounts: Mapping[date, Amount], first: date, last: date) -> float | None:
    some = [(least + (least if most is None else most)) / 2 for on, (least, most) in amounts.items()
            if first <= on <= last]  # fmt: skip
    return sum(some) / len(some) if len(some) >= _ENOUGH else None


def is_back(days: Mapping[date, bool], today: date) -> bool:
    """Whether they smoked on three of the last seven days, after seven smoke-free ones in a row.

    `days` says of a local date whether they smoked; a day they did not tell of neither counts nor breaks the row.
    """
    lately = sorted(on for on, smoked in days.items() if smoked and today - timedelta(days=_WEEK) < on <= today)
    if len(lately) < _SMOKED_DAYS:
        return False
    run = longest = 0
    for on in sorted(one for one in days if one < lately[0]):
        run = 0 if days[on] else run + 1
        longest = max(longest, run)
    return longest >= _WEEK
