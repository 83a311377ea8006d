"""The four outcomes in words: what each comes to and why, its working, and what was told and entered, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.texts import Texts
from bot.texts.dates import short_day
from care.entries import Entry
from programme.outcome import RANGES
from programme.outcomes import Code, Outcomes, Said, Step
from programme.outcomes.contradictions import Contradiction
from programme.quitting import Attempt

NHS, SIX, YEAR, DAYS, LIVED = "nhs", "six", "year", "days", "lived"
_OF_DAYS = (Code.FREE_DAYS, Code.TOLD_TOGETHER, Code.TOLD_SINCE, Code.ONE_OF, Code.NOT_SAID_DAYS)
# What everybody's working begins with: no reason for this one.
_FRAME = frozenset(
    {Code.DAYS, Code.WINDOW, Code.WINDOW_NOT_SURE, Code.GRACE, Code.ALLOWED, Code.TOLD_BEFORE, Code.TREATED_NOT_SAID}
)
_NAMES = dict(zip(RANGES.values(), ("none", "few", "more", "not-said"), strict=True))


@dataclass(frozen=True, slots=True)
class Shown:
    """One outcome in words: what it is called, what it comes to and why, its steps."""

    title: str
    result: str
    why: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """How days of an attempt (None: there is none) and people, by their id, are put into words."""

    texts: Texts
    attempt: Attempt | None
    names: Mapping[int, str | None]

    def step(self, step: Step) -> str:
        """One step of a working, with its day as a date and who entered it by name."""
        counts: dict[str, int | str] = dict(step.counts)
        if "day" in step.counts and self.attempt is not None:
            counts["on"] = short_day(self.texts, self.attempt.quit_on + timedelta(days=step.counts["day"]))
        if "by" in step.counts:
            counts["who"] = self.who(step.counts["by"])
        return self.texts.label(f"outcome-step-{step.code}", **counts)

    def who(self, person_id: int | None) -> str:
        """Who entered something."""
        return self.names.get(person_id or 0) or self.texts.label("a-practitioner")

    def answer(self, said: Said) -> str:
        """What was told: of which days, how much, on which date, and by whom it was entered."""
        named = self._amount(said.least, said.most)
        days = {"first": self._number(said.first), "last": self._number(said.last)}
        if not said.follow_up:
            return self.texts.label("outcome-told-daily", said=named, **days)
        told = self.texts.label("outcome-told", said=named, on=short_day(self.texts, said.told_on), **days)
        return told if said.by is None else self.texts.label("outcome-told-to", told=told, who=self.who(said.by))

    def relapse(self, on: date) -> str:
        """That they named one."""
        return self.texts.label("outcome-told-relapse", on=short_day(self.texts, on))

    def both(self, found: Contradiction) -> Iterator[str]:
        """The two that do not fit, in the order of the telling."""
        more = self.relapse(found.more.first) if found.is_relapse else self.answer(found.more)
        less = self.answer(found.less)
        yield from (more, less) if found.more.told_on <= found.less.told_on else (less, more)

    def entry(self, entry: Entry) -> str:
        """What was entered: what, of which date, by whom and when."""
        entered = {"who": self.who(entry.by), "day": short_day(self.texts, entry.entered_on)}
        return self.texts.label("outcome-entry", what=self.entered(entry), **entered)

    def entered(self, entry: Entry) -> str:
        """What was entered, of which date."""
        on = short_day(self.texts, entry.on)
        if entry.ppm is not None:
            return self.texts.label("outcome-entry-co", ppm=entry.ppm, on=on)
        said = self.texts.label(f"heard-{_NAMES[RANGES[entry.code or '']]}")
        return self.texts.label("outcome-entry-heard", said=said, on=on)

    def _amount(self, least: int, most: int | None) -> str:
        known = _NAMES.get((least, most))
        if known is not None:
            return self.texts.label(f"outcome-{known}")
        return self.texts.label("outcome-amount", least=least, most=most or 0)

    def _number(self, on: date) -> int:
        return self.attempt.day_number(on) if self.attempt else 0


def every_one(found: Outcomes, words: Words) -> Iterator[tuple[str, Shown]]:
    """All that there are, by the name of their view."""
    texts = words.texts
    if (nhs := found.nhs) is not None:
        result = "outcome-nhs-not-said" if nhs.waits_for_treated else f"outcome-nhs-{nhs.category}"
        yield NHS, _shown(words, NHS, texts.label(result), nhs.working)
    for view, one in ((SIX, found.russell_6), (YEAR, found.russell_12)):
        if one is not None:
            result = "outcome-russell-unknown" if one.is_unknown else f"outcome-russell-{one.category}"
            yield view, _shown(words, view, texts.label(result), one.working)
    week = found.seven_days
    yield DAYS, _shown(words, DAYS, texts.label(f"outcome-days-{week.category}"), week.working)
    if found.attempt is not None:  # before any quit date there is no day of theirs to count
        yield LIVED, _lived(found, words)


def _shown(words: Words, view: str, result: str, working: tuple[Step, ...]) -> Shown:
    why = " ".join(words.step(step) for step in working if step.code not in _FRAME)
    return Shown(words.texts.label(f"outcome-{view}"), result, why, tuple(words.step(step) for step in working))


def _lived(found: Outcomes, words: Words) -> Shown:
    """Days alone: cravings, cigarettes and money are the client's own, and /privacy says what is shown."""
    texts, lived = words.texts, found.lived
    steps = [words.step(step) for step in lived.working if step.code in _OF_DAYS]
    longest = texts.label("outcome-lived-longest", days=lived.days.longest)
    result = texts.label("outcome-lived-days", days=lived.days.smoke_free)
    return Shown(texts.label("outcome-lived"), result, longest, (longest, *steps, texts.label("outcome-lived-lapse")))
