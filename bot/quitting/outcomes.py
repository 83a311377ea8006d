"""The four outcomes of a client for their practitioner: what each comes to and why, and its working."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.kit.parts import back, lines, paragraphs
from bot.kit.people import called
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.practice.taps import CLIENTS, CO_READING, ENTRY_UNDO, FOLLOW_UP, HEARD, SUMMARY, TREATED
from bot.texts import Texts
from bot.texts.dates import dated, short_day
from care.quitting.four_outcomes import outcomes_of
from care.quitting.readings import OutcomeEntry
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.quitting.attempts import Attempt
from programme.quitting.follow_ups import RANGES
from programme.quitting.outcomes import Contradiction, Outcomes, contradictions, outcomes
from programme.quitting.record import CigarettesSaid, Record, Treated
from programme.quitting.working import Code, WorkingStep

NHS, SIX, YEAR, DAYS, LIVED = "nhs", "six", "year", "days", "lived"
_OF_DAYS = (Code.FREE_DAYS, Code.TOLD_TOGETHER, Code.TOLD_SINCE, Code.ONE_OF, Code.NOT_SAID_DAYS)
# What everybody's working begins with: no reason for this one.
_FRAME = frozenset(
    {Code.DAYS, Code.WINDOW, Code.WINDOW_NOT_SURE, Code.GRACE, Code.ALLOWED, Code.TOLD_BEFORE, Code.TREATED_NOT_SAID}
)
_NAMES = dict(zip(RANGES.values(), ("none", "few", "more", "not-said"), strict=True))


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    """One outcome in words: what it is called, what it comes to and why, its steps."""

    title: str
    result: str
    why: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """How days of an attempt (None: there is none) and people, by their id, are put into words."""

    texts: Texts
    attempt: Attempt | None
    names: Mapping[int, str | None]

    def step(self, step: WorkingStep) -> str:
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

    def answer(self, said: CigarettesSaid) -> str:
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

    def entry(self, entry: OutcomeEntry) -> str:
        """What was entered: what, of which date, by whom and when."""
        entered = {"who": self.who(entry.by), "day": short_day(self.texts, entry.entered_on)}
        return self.texts.label("outcome-entry", what=self.entered(entry), **entered)

    def entered(self, entry: OutcomeEntry) -> str:
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


def outcome_lines(found: Outcomes, words: OutcomeWords) -> Iterator[tuple[str, ShownOutcome]]:
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


def _shown(words: OutcomeWords, view: str, result: str, working: tuple[WorkingStep, ...]) -> ShownOutcome:
    why = " ".join(words.step(step) for step in working if step.code not in _FRAME)
    return ShownOutcome(words.texts.label(f"outcome-{view}"), result, why, tuple(words.step(step) for step in working))


def _lived(found: Outcomes, words: OutcomeWords) -> ShownOutcome:
    """Days only: cravings, cigarettes and money are the client's own, and /privacy says what is shown."""
    texts, lived = words.texts, found.lived
    steps = [words.step(step) for step in lived.working if step.code in _OF_DAYS]
    longest = texts.label("outcome-lived-longest", days=lived.days.longest)
    result = texts.label("outcome-lived-days", days=lived.days.smoke_free)
    return ShownOutcome(
        texts.label("outcome-lived"), result, longest, (longest, *steps, texts.label("outcome-lived-lapse"))
    )


TOLD, EARLIER = "told", "earlier"  # views: all that was told and entered; the tries before
MOST = 3  # entries that can be taken back from there, the newest first
_IN_ROWS = ((NHS,), (SIX, YEAR), (DAYS, LIVED))


@dataclass(frozen=True, slots=True)
class OutcomesFacts:
    """`outcomes` is None where they are not shown, and `name` empty where they are nobody's of this practitioner.

    `today` is the client's local date, `attempt` the try that is read of (None: there is none), `entries` what was
    entered, newest last, `names` who that was; `view` names the one whose working stands there, or TOLD.
    """

    id: int
    name: str
    today: date
    outcomes: Outcomes | None
    record: Record = field(default_factory=Record)
    attempt: Attempt | None = None
    entries: Sequence[OutcomeEntry] = ()
    names: Mapping[int, str | None] = field(default_factory=dict)
    view: str = ""
    is_followed: bool = True

    @property
    def treated(self) -> Treated | None:
        """What was said of whether this is a treated smoker's try; None: nothing yet."""
        return None if self.attempt is None else self.record.treatment(self.attempt)


async def outcomes_facts(tx: Tx, person: Person, row: ScreenRow) -> OutcomesFacts:
    """Whether they may be seen is asked each time they are shown."""
    seen = await outcomes_of(tx, person, row.subject_id or 0)
    if seen is None:
        return OutcomesFacts(0, "", tx.now.date(), None)
    name = await called(tx, person, seen.id)
    told = (seen.record, seen.attempt, seen.entries, seen.names)
    return OutcomesFacts(seen.id, name, seen.today, seen.outcomes, *told, row.args.get("view", ""), seen.is_followed)


def outcomes_screen(facts: OutcomesFacts, texts: Texts) -> Screen:
    """All four with their reason, the working of one, or what was told and entered."""
    every = does(texts.label("summary-all"), CLIENTS)
    if not facts.name:
        return Screen(texts("outcomes-closed"), ((every,),))
    week = does(texts.label("outcomes-week"), SUMMARY, facts.id)
    if facts.outcomes is None:
        return Screen(texts("outcomes-not-shown", name=facts.name), ((week, every),))
    words = OutcomeWords(texts, facts.attempt, facts.names)
    if facts.view == TOLD:
        return _told(facts, words)
    if facts.view == EARLIER:
        return _earlier(facts, texts)
    shown = dict(outcome_lines(facts.outcomes, words))
    if (one := shown.get(facts.view)) is not None:
        title = texts("outcomes-working", title=one.title, result=one.result)
        return Screen(paragraphs(title, _listed(texts, one.steps)), ((back(texts),),))
    listed = (_line(one, texts) for one in shown.values())
    head = lines(texts("outcomes-head", name=facts.name), _attempt(facts, words))
    body = paragraphs(head, *listed, _contradictions(facts, words), texts("outcomes-told", name=facts.name))
    opened = (tuple(does(shown[one].title, OPEN_VIEW, one) for one in row if one in shown) for row in _IN_ROWS)
    views = tuple(row for row in opened if row)
    return Screen(body, (*_treated(facts, texts), *views, *_enter(facts, texts), (week, every)))


def _line(one: ShownOutcome, texts: Texts) -> str:
    """What it comes to, and why."""
    why = texts("outcomes-why", why=one.why) if one.why else None
    return lines(texts("outcomes-line", title=one.title, result=one.result), why)


def _listed(texts: Texts, steps: Sequence[str]) -> str:
    return lines(*(texts("outcomes-step", step=step) for step in steps))


def _attempt(facts: OutcomesFacts, words: OutcomeWords) -> str:
    """The quit date, and whether a practitioner calls it a treated smoker's."""
    texts, attempt = words.texts, facts.attempt
    if attempt is None:
        return texts("outcomes-no-attempt")
    number = attempt.day_number(facts.today)
    day = dated(texts, attempt.quit_on)
    date_line = texts("outcomes-attempt" if number >= 0 else "outcomes-to-come", day=day, number=number)
    if facts.treated is None:
        return lines(date_line, texts("outcomes-treated-not-said", name=facts.name))
    key = "outcomes-treated-yes" if facts.treated.treated else "outcomes-treated-no"
    return lines(date_line, texts(key, **_who(facts.treated, words)))


def _who(said: Treated, words: OutcomeWords) -> dict[str, str]:
    return {"who": words.who(said.by), "day": short_day(words.texts, said.entered_on) if said.entered_on else ""}


def _contradictions(facts: OutcomesFacts, words: OutcomeWords) -> str | None:
    """What does not fit together, with its dates, in the order of the telling."""
    if facts.attempt is None:
        return None
    found = contradictions(facts.record, facts.attempt, facts.today)
    each = _listed(words.texts, list(dict.fromkeys(one for pair in found for one in words.both(pair))))
    return lines(words.texts("outcomes-differ"), each) if found else None


def _treated(facts: OutcomesFacts, texts: Texts) -> Rows:
    """The question that everything waits for, first."""
    if facts.attempt is None or facts.treated is not None:
        return ()
    return ((_says(texts, treated=True), _says(texts, treated=False)),)


def _says(texts: Texts, *, treated: bool) -> Button:
    return does(texts.label("outcomes-treated" if treated else "outcomes-not-treated"), TREATED, treated)


def _enter(facts: OutcomesFacts, texts: Texts) -> Rows:
    """What a practitioner enters: what they heard, a reading, who is treated, and that nobody is to be asked."""
    heard, reading = does(texts.label("outcomes-heard"), HEARD), does(texts.label("outcomes-reading"), CO_READING)
    entered = does(texts.label("outcomes-entered"), OPEN_VIEW, TOLD)
    ends = does(texts.label("outcomes-follow-up" if facts.is_followed else "outcomes-no-follow-up"), FOLLOW_UP)
    other: tuple[Button, ...] = () if facts.treated is None else (_says(texts, treated=not facts.treated.treated),)
    before = (does(texts.label("outcomes-earlier"), OPEN_VIEW, EARLIER),) if _before(facts) else ()
    return ((heard, reading), (entered, *before), *((other,) if other else ()), (ends,))


def _before(facts: OutcomesFacts) -> list[Attempt]:
    """The tries before the one that is read of, newest first; a date that never came is none."""
    came = [one for one in facts.record.attempts if one.holds_on(one.quit_on) and one.has_come(facts.today)]
    return sorted((one for one in came if one != facts.attempt), key=lambda one: one.quit_on, reverse=True)


def _earlier(facts: OutcomesFacts, texts: Texts) -> Screen:
    """What each try before came to: by the same counts, from what was told of that try."""
    parts = []
    for attempt in _before(facts):
        words = OutcomeWords(texts, attempt, facts.names)
        shown = dict(outcome_lines(outcomes(facts.record, facts.today, attempt), words))
        listed = [_line(shown[view], texts) for view in (NHS, SIX, YEAR)]
        parts.append(lines(texts("outcomes-try", day=dated(texts, attempt.quit_on)), *listed))
    return Screen(paragraphs(texts("outcomes-head", name=facts.name), *parts), ((back(texts),),))


def _told(facts: OutcomesFacts, words: OutcomeWords) -> Screen:
    """Every answer, relapse, reading and entry with its dates; each of the newest can be taken back."""
    texts = words.texts
    told, entered = list(_by_client(facts, words)), [words.entry(one) for one in facts.entries]
    if facts.treated is not None:
        key = "outcome-entry-treated" if facts.treated.treated else "outcome-entry-not-treated"
        entered.append(texts.label(key, **_who(facts.treated, words)))
    body = paragraphs(
        texts("outcomes-head", name=facts.name),
        lines(texts("outcomes-by-client", name=facts.name), _listed(texts, told or [texts.label("outcomes-nothing")])),
        lines(texts("outcomes-by-practitioner"), _listed(texts, entered or [texts.label("outcomes-nothing")])),
    )
    undo = (
        (does(texts.label("outcomes-undo", what=words.entered(one)), ENTRY_UNDO, one.id),)
        for one in facts.entries[: -(MOST + 1) : -1]
    )
    return Screen(body, (*undo, (back(texts),)))


def _by_client(facts: OutcomesFacts, words: OutcomeWords) -> Iterator[str]:
    """What they answered about that try, and a relapse that they named."""
    about = facts.attempt.id if facts.attempt else None
    for said in facts.record.said:
        if said.follow_up and said.attempt_id == about and said.by is None:
            yield words.answer(said)
    for one in facts.record.relapses:
        if one.attempt_id == about:
            yield words.relapse(one.on)
