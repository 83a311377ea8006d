"""Regular medicines: when we ask about them, and what stays to be looked at.

Smoke, not nicotine, changes how strong some medicines are, within days and both ways (facts "medicines-change",
"medicines-not-nicotine" and "clozapine-days"). So we ask at every such moment, once for each, and send them to the
person who prescribes. No numbers, no dose.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

from programme.quitting.record import Amount

FRESH: Final = timedelta(days=28)  # a "no", or "they know", holds so long at another moment: our own choice
_RESTS: Final = timedelta(days=7)  # after it was put off: our own choice
_DAY: Final = timedelta(days=1)
_WEEK: Final = 7
_FREE_DAYS: Final = 5  # in a row, after which smoking is a change: the longest of "clozapine-days"
_ENOUGH: Final = 4  # days with an answer, before a week says how much they smoke
_LEAST: Final = 2  # cigarettes a day: of less there is no half to speak of
_SMOKED_DAYS: Final = 3


class SmokingChange(StrEnum):
    """When how much they smoke changes, or may have changed (FIELD 2.7)."""

    SET = "set"  # a quit date
    MOVED = "moved"
    QUIT_DAY = "quit-day"
    FIRST_FREE = "first-free"  # smoke-free day
    HALVED = "halved"  # cigarettes a day, by their answers
    BACK = "back"  # smoked on three of seven days, after five smoke-free ones
    RELAPSE = "relapse"  # as they named it
    CHANGED = "changed"  # they told of a new medicine, or another dose


MORE_SMOKE: Final = frozenset(
    {SmokingChange.BACK, SmokingChange.RELAPSE}
)  # the other way round: a medicine may become weaker
FOUND: Final = frozenset({SmokingChange.HALVED, SmokingChange.BACK})  # in their answers, by what they say day after day
_TURNS: Final = MORE_SMOKE | {
    SmokingChange.QUIT_DAY,
    SmokingChange.FIRST_FREE,
}  # worth asking at, though it was put off lately


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


class MedicineQuestion(StrEnum):
    """What is asked."""

    WHETHER = "whether"  # do you take any?
    KNOWS = "knows"  # you said that you do: does who prescribes it know of this?


@dataclass(frozen=True, slots=True)
class MedicineAnswer:
    """One time it was asked, and what they said; None: nothing yet, or it is not to be kept.

    `on` is the quit date it was asked about, the day on which they began to smoke less (HALVED) or again (BACK), or
    their local date. `knows`: their prescriber or pharmacist does, as they
    said; `checked`: the practitioner says that it is looked after.
    """

    id: int
    person_id: int
    asked_on: date
    moment: SmokingChange
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
    def is_watched(self) -> bool:
        """Whether they take one for which a change in smoking is watched for on the day (SAME_DAY)."""
        return self.may_take and bool(self.which & SAME_DAY)

    @property
    def same_day(self) -> bool:
        """Whether it is a task for the team on that very day."""
        return bool(self.which & SAME_DAY) and not self.is_settled


def last_said(told: Iterable[MedicineAnswer]) -> MedicineAnswer | None:
    """The newest that says whether they take any; `told` is in the order in which it was asked."""
    return next((one for one in reversed([*told]) if one.takes in (Takes.YES, Takes.NO, Takes.NOT_SURE)), None)


def unchecked(told: Iterable[MedicineAnswer]) -> MedicineAnswer | None:
    """What stands as "medicine not checked": they take any or are not sure, and nobody who prescribes is known to know.

    An answer that came later counts, and not one that was put off.
    """
    last = last_said(told)
    return last if last is not None and last.may_take and not last.is_settled else None


def ask_at(
    moment: SmokingChange, told: Sequence[MedicineAnswer], today: date, since: date | None = None
) -> MedicineQuestion | None:
    """What to ask at that moment, on their local date `today`; None: nothing.

    `since` is the local date on which a change began that was found in their answers (HALVED, BACK).

    - Such a change is asked about once: whatever was said of it since it began is their answer.
    - Whoever said "no" lately is left alone, and "something changed" stays open to them.
    - Whoever takes any is asked whether it is known; not where it is known lately, unless the day is another one, they
      went back to smoking since, or it goes the other way: what was known of stopping says nothing of starting.
    - Once a day is enough. "Not now" and "not yet" rest for a week, unless the quit day, the first smoke-free day or
      smoking again comes. What goes the other way, and a change that they tell of themselves, does not wait.
    """
    if since is not None and any(_same_way(moment, one) and one.asked_on >= since for one in told if _answers(one)):
        return None
    if told and _rests(moment, told[-1], today):
        return None
    last = last_said(told)
    if last is None:
        return MedicineQuestion.WHETHER
    is_fresh = today - last.asked_on < FRESH
    if not last.may_take:
        return None if is_fresh else MedicineQuestion.WHETHER
    if not last.is_settled:
        return MedicineQuestion.KNOWS
    another = moment in (SmokingChange.SET, SmokingChange.MOVED) or (moment is SmokingChange.BACK and since is not None)
    return None if is_fresh and _same_way(moment, last) and not another else MedicineQuestion.KNOWS


def _answers(told: MedicineAnswer) -> bool:
    """Whether they said something that can be acted on: a bare "yes" leaves open whether it is known."""
    return told.takes is Takes.NO or told.knows is not None or told.checked


def _rests(moment: SmokingChange, newest: MedicineAnswer, today: date) -> bool:
    if moment is SmokingChange.CHANGED or not _same_way(moment, newest):
        return False
    put_off = newest.takes in (None, Takes.NOT_NOW) or newest.knows is False
    is_lately = put_off and moment not in _TURNS and today - newest.asked_on < _RESTS
    return newest.asked_on == today or is_lately


def _same_way(moment: SmokingChange, told: MedicineAnswer) -> bool:
    return (told.moment in MORE_SMOKE) is (moment in MORE_SMOKE)


def needs_same_day(moment: SmokingChange, on: date, told: Sequence[MedicineAnswer], today: date) -> bool:
    """Whether that change is for the team on the person's own day `today`: they take such a medicine (SAME_DAY), and
    nobody who prescribes is known to know of this change.

    `told` is all that they said, oldest first. What they said of this very change counts; else what they said last.
    """
    said = next((one for one in reversed(told) if (one.moment, one.on) == (moment, on) and one.may_take), None)
    if said is not None:
        return said.same_day
    last = last_said(told)
    watched = last is not None and last.is_watched
    return watched and ask_at(moment, told, today, on if moment in FOUND else None) is MedicineQuestion.KNOWS


def halved_since(amounts: Mapping[date, Amount], usual: int | None, today: date) -> date | None:
    """The local date since which they smoke half as much as before, or less, by their answers; None: they do not.

    `amounts` are cigarettes by local date, least and most; `usual` a day, as they told it. Before is `usual`, and what
    they answered in the fortnight before the week that is looked at: the newer of the two halvings counts. Days that
    leave it open do not end it.

    - An answer without an upper end ("6+") is at least that much and nothing more: a week with one says of no halving.
    - Under four answers a week say nothing.
    """
    starts = (_since(amounts, before, today) for before in ([None, usual] if usual else [None]))
    return max((one for one in starts if one is not None), default=None)


def _since(amounts: Mapping[date, Amount], usual: int | None, today: date) -> date | None:
    if not _is_halved(amounts, usual, today):
        return None
    found, first = today, min(amounts)
    for back in range(1, (today - first).days + 1):
        on = today - back * _DAY
        halved = _is_halved(amounts, usual, on)
        if halved is False:
            break
        found = on if halved else found
    return found


def _is_halved(amounts: Mapping[date, Amount], usual: int | None, on: date) -> bool | None:
    """Whether the week up to that day is half of before or less; None: not known."""
    recent = _mean(amounts, on - (_WEEK - 1) * _DAY, on, "most")
    before = float(usual) if usual else _mean(amounts, on - (3 * _WEEK - 1) * _DAY, on - _WEEK * _DAY, "least")
    if recent is None or before is None:
        return None
    return before >= _LEAST and recent <= before / 2


def _mean(amounts: Mapping[date, Amount], first: date, last: date, bound: Literal["least", "most"]) -> float | None:
    """Cigarettes a day, a range by its middle; None from too few answers.

    An answer without an upper end counts by its least, as the `least` that it can have been; of the `most` nothing is
    known with one.
    """
    days = (first + n * _DAY for n in range((last - first).days + 1))
    some = [amounts[on] for on in days if on in amounts]
    if len(some) < _ENOUGH or (bound == "most" and any(most is None for _, most in some)):
        return None
    return sum((least + (least if most is None else most)) / 2 for least, most in some) / len(some)


def back_since(days: Mapping[date, bool], today: date) -> date | None:
    """The local date on which they went back to smoking, after five smoke-free days in a row or more; None: they did
    not.

    Since then they smoked on three of the last seven days, or on each of the last three that they told of, today being
    one: that far apart check-ins may be. `days` says of a local date whether they smoked; a day that they did not tell
    of neither counts nor breaks a row.
    """
    told = sorted(on for on in days if on <= today)
    began, free = None, 0
    for on in told:
        if days[on] and free >= _FREE_DAYS:
            began = on
        free = 0 if days[on] else free + 1
    if began is None:
        return None
    smoked = [on for on in told if days[on] and on >= began]
    in_week = sum(today - on < timedelta(days=_WEEK) for on in smoked)
    in_a_row = told[-1] == today and smoked[-_SMOKED_DAYS:] == told[-_SMOKED_DAYS:]
    return began if in_week >= _SMOKED_DAYS or (in_a_row and len(smoked) >= _SMOKED_DAYS) else None
