"""The four outcomes of a client for their practitioner: what each comes to and why, and behind each its working."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.screen import Button, Rows, Screen, does
from bot.screens.names import called
from bot.screens.outcome_words import DAYS, LIVED, NHS, SIX, YEAR, Shown, Words, every_one
from bot.screens.parts import back, lines, paragraphs
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.practice import CLIENTS, CO_READING, ENTRY_UNDO, FOLLOW_UP, HEARD, SUMMARY, TREATED
from bot.texts import Texts
from bot.texts.dates import dated, short_day
from care.entries import Entry
from care.four_outcomes import outcomes_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.outcomes import Outcomes, Record, Treated, outcomes
from programme.outcomes.contradictions import contradictions
from programme.people import Person
from programme.quitting import Attempt

TOLD, EARLIER = "told", "earlier"  # views: all that was told and entered; the tries before
MOST = 3  # entries that can be taken back from there, the newest first
_IN_ROWS = ((NHS,), (SIX, YEAR), (DAYS, LIVED))


@dataclass(frozen=True, slots=True)
class Facts:
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
    entries: Sequence[Entry] = ()
    names: Mapping[int, str | None] = field(default_factory=dict)
    view: str = ""
    is_followed: bool = True

    @property
    def treated(self) -> Treated | None:
        """What was said of whether this is a treated smoker's try; None: nothing yet."""
        return None if self.attempt is None else self.record.treatment(self.attempt)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Whether they may be seen is asked each time they are shown."""
    seen = await outcomes_of(tx, person, row.subject_id or 0)
    if seen is None:
        return Facts(0, "", tx.now.date(), None)
    name = await called(tx, person, seen.id)
    told = (seen.record, seen.attempt, seen.entries, seen.names)
    return Facts(seen.id, name, seen.today, seen.outcomes, *told, row.args.get("view", ""), seen.is_followed)


def screen(facts: Facts, texts: Texts) -> Screen:
    """All four with their reason, the working of one, or what was told and entered."""
    every = does(texts.label("summary-all"), CLIENTS)
    if not facts.name:
        return Screen(texts("outcomes-closed"), ((every,),))
    week = does(texts.label("outcomes-week"), SUMMARY, facts.id)
    if facts.outcomes is None:
        return Screen(texts("outcomes-not-shown", name=facts.name), ((week, every),))
    words = Words(texts, facts.attempt, facts.names)
    if facts.view == TOLD:
        return _told(facts, words)
    if facts.view == EARLIER:
        return _earlier(facts, texts)
    shown = dict(every_one(facts.outcomes, words))
    if (one := shown.get(facts.view)) is not None:
        title = texts("outcomes-working", title=one.title, result=one.result)
        return Screen(paragraphs(title, _listed(texts, one.steps)), ((back(texts),),))
    listed = (_line(one, texts) for one in shown.values())
    head = lines(texts("outcomes-head", name=facts.name), _attempt(facts, words))
    body = paragraphs(head, *listed, _contradictions(facts, words), texts("outcomes-told", name=facts.name))
    opened = (tuple(does(shown[one].title, OPEN_VIEW, one) for one in row if one in shown) for row in _IN_ROWS)
    views = tuple(row for row in opened if row)
    return Screen(body, (*_treated(facts, texts), *views, *_enter(facts, texts), (week, every)))


def _line(one: Shown, texts: Texts) -> str:
    """What it comes to, and why."""
    why = texts("outcomes-why", why=one.why) if one.why else None
    return lines(texts("outcomes-line", title=one.title, result=one.result), why)


def _listed(texts: Texts, steps: Sequence[str]) -> str:
    return lines(*(texts("outcomes-step", step=step) for step in steps))


def _attempt(facts: Facts, words: Words) -> str:
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


def _who(said: Treated, words: Words) -> dict[str, str]:
    return {"who": words.who(said.by), "day": short_day(words.texts, said.entered_on) if said.entered_on else ""}


def _contradictions(facts: Facts, words: Words) -> str | None:
    """What does not fit together, with its dates, in the order of the telling."""
    if facts.attempt is None:
        return None
    found = contradictions(facts.record, facts.attempt, facts.today)
    each = _listed(words.texts, list(dict.fromkeys(one for pair in found for one in words.both(pair))))
    return lines(words.texts("outcomes-differ"), each) if found else None


def _treated(facts: Facts, texts: Texts) -> Rows:
    """The question that everything waits for, first."""
    if facts.attempt is None or facts.treated is not None:
        return ()
    return ((_says(texts, treated=True), _says(texts, treated=False)),)


def _says(texts: Texts, *, treated: bool) -> Button:
    return does(texts.label("outcomes-treated" if treated else "outcomes-not-treated"), TREATED, treated)


def _enter(facts: Facts, texts: Texts) -> Rows:
    """What a practitioner enters: what they heard, a reading, who is treated, and that nobody is to be asked."""
    heard, reading = does(texts.label("outcomes-heard"), HEARD), does(texts.label("outcomes-reading"), CO_READING)
    entered = does(texts.label("outcomes-entered"), OPEN_VIEW, TOLD)
    ends = does(texts.label("outcomes-follow-up" if facts.is_followed else "outcomes-no-follow-up"), FOLLOW_UP)
    other: tuple[Button, ...] = () if facts.treated is None else (_says(texts, treated=not facts.treated.treated),)
    before = (does(texts.label("outcomes-earlier"), OPEN_VIEW, EARLIER),) if _before(facts) else ()
    return ((heard, reading), (entered, *before), *((other,) if other else ()), (ends,))


def _before(facts: Facts) -> list[Attempt]:
    """The tries before the one that is read of, newest first; a date that never came is none."""
    came = [one for one in facts.record.attempts if one.holds_on(one.quit_on) and one.has_come(facts.today)]
    return sorted((one for one in came if one != facts.attempt), key=lambda one: one.quit_on, reverse=True)


def _earlier(facts: Facts, texts: Texts) -> Screen:
    """What each try before came to: by the same counts, from what was told of that try."""
    parts = []
    for attempt in _before(facts):
        words = Words(texts, attempt, facts.names)
        shown = dict(every_one(outcomes(facts.record, facts.today, attempt), words))
        listed = [_line(shown[view], texts) for view in (NHS, SIX, YEAR)]
        parts.append(lines(texts("outcomes-try", day=dated(texts, attempt.quit_on)), *listed))
    return Screen(paragraphs(texts("outcomes-head", name=facts.name), *parts), ((back(texts),),))


def _told(facts: Facts, words: Words) -> Screen:
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


def _by_client(facts: Facts, words: Words) -> Iterator[str]:
    """What they answered about that try, and a relapse that they named."""
    about = facts.attempt.id if facts.attempt else None
    for said in facts.record.said:
        if said.follow_up and said.attempt_id == about and said.by is None:
            yield words.answer(said)
    for one in facts.record.relapses:
        if one.attempt_id == about:
            yield words.relapse(one.on)
