"""The diary: one message from question to question, its closing words, and the stress follow-up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.craving.after import leave_it
from bot.diary.taps import (
    DIARY_AMOUNT,
    DIARY_ASK,
    DIARY_AT,
    DIARY_BACK,
    DIARY_FELT,
    DIARY_GAVE,
    DIARY_GOING,
    DIARY_HELP,
    DIARY_MANY,
    DIARY_ON,
    DIARY_OPEN,
    DIARY_SKIP,
    DIARY_SMOKED,
    DIARY_STRESS,
    DIARY_UNDO,
    DIARY_URGE,
    DIARY_WHEN,
    DIARY_WHERE,
    LOOK_BACK,
    LOOK_BACK_FITS,
    LOOK_BACK_NOW,
)
from bot.kit.parts import EXCERPT, amount_said, amounts, cut, lines, paragraphs, rough, rows
from bot.kit.people import Sees, ShownToPractitioner, sees_of, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import CANCEL, OPEN_VIEW, Tap
from bot.medicines.gate import mood_lines
from bot.safety.crisis import very_low_ways_on
from bot.texts import Texts, dates
from care.diary.entries import agreed_to_stress_follow_up, entry_of, stress_fits, stress_pairs_of, words_of_entry
from care.diary.patterns import felt_of
from care.medicines import MoodMedicines, mood_medicines
from care.quitting.lapses import smoked_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import LOW, STRONGEST_URGE, HardMoment
from programme.diary.entries import (
    AS_TOLD,
    HOURS,
    PLACES,
    SITUATIONS,
    Entry,
    EntryQuestion,
    FeelingCount,
    StressAnswer,
    counted_stress,
    hours_code,
    is_stress_told,
    offered,
    part_code,
    parts_of,
    place_code,
)
from programme.diary.patterns import ENOUGH, Company, Feeling, StressFollowUp
from programme.people.person import Person
from programme.planning.reasons import Purpose
from programme.quitting.lapses import DAYS_BACK, Smoked, evening_of
from programme.schedule.slots import DAY
from programme.toolkit.strategies import Function


@dataclass(frozen=True, slots=True)
class DiaryFacts:
    """`entry` is None before it is written down, and once it is taken back; `told`: it as a cigarette.

    `words` are their own about it, `felt` what they felt so far, where that was opened; `args` say what is asked.
    `medicines`: those they use that can change mood, looked up where they are low.
    """

    now: datetime
    zone: str
    sees: Sees
    entry: Entry | None = None
    told: Smoked | None = None
    words: Mapping[Purpose, str] = field(default_factory=dict)
    felt: tuple[FeelingCount, ...] = ()
    medicines: MoodMedicines | None = None
    args: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ask(self) -> EntryQuestion | None:
        """What is asked; None: nothing."""
        code = self.args.get("ask")
        return EntryQuestion(code) if code in set(EntryQuestion) else None

    @property
    def view(self) -> str:
        """What was tapped open, or ""."""
        return str(self.args.get("view", ""))


async def diary_facts(tx: Tx, person: Person, row: ScreenRow) -> DiaryFacts | None:
    """As it is now. An entry is looked up each time, for it may have been taken back."""
    if not person.is_client:
        return None
    is_urge, found = bool(row.args.get("urge")), None
    if row.subject_id is not None:
        found = await entry_of(tx, person, row.subject_id, urge=is_urge)
    return DiaryFacts(
        now=tx.now,
        zone=zone_of(person),
        sees=await sees_of(tx, person, tells=bool(row.args.get("low"))),
        entry=found,
        told=await smoked_of(tx, person, found.id) if found is not None and not is_urge else None,
        words=await words_of_entry(tx, found) if found is not None else {},
        felt=await felt_of(tx, person) if row.args.get("view") == "felt" else (),
        medicines=await mood_medicines(tx, person) if found is not None and _is_low(found) else None,
        args=row.args,
    )


def _is_low(entry: Entry) -> bool:
    """Whether the word that they tapped says so."""
    return entry.feeling is not None and entry.feeling.mood in LOW


def diary_start(facts: DiaryFacts, texts: Texts) -> Screen:
    """A cigarette, or an urge and how strong; what they felt so far is one tap away."""
    if facts.view == "felt":
        return _felt(facts, texts)
    urges = (does(str(n), DIARY_URGE, n) for n in range(STRONGEST_URGE + 1))
    buttons = (
        (does(texts.label("diary-cigarette"), DIARY_SMOKED),),
        *rows(urges, STRONGEST_URGE + 1),
        (does(texts.label("diary-felt-button"), OPEN_VIEW, "felt"), does(texts.label("diary-leave"), CANCEL)),
    )
    who = texts("diary-who-you" if facts.sees.keep else "diary-who-unkept")
    if facts.sees.shown is ShownToPractitioner.ANSWERS:
        who = texts("diary-who-start", practitioner=facts.sees.practitioner or "")
    return Screen(paragraphs(lines(texts("diary"), texts("diary-urge-scale")), who), buttons)


def _felt(facts: DiaryFacts, texts: Texts) -> Screen:
    """Counts by feeling from seven on, and a question; before that how many are missing."""
    said = sum(one.cigarettes + one.urges for one in facts.felt)
    back = ((does(texts.label("button-back"), OPEN_VIEW, ""),),)
    if said < ENOUGH:
        return Screen(texts("diary-felt-few", left=ENOUGH - said), back)
    counts = (
        texts(
            "diary-felt-line",
            feeling=texts.label(f"feeling-{one.feeling}"),
            cigarettes=one.cigarettes,
            urges=one.urges,
        )
        for one in facts.felt
    )
    words = paragraphs(lines(texts("diary-felt-so-far"), *counts), texts("diary-felt-question"), texts("diary-who-you"))
    return Screen(words, back)


def diary_noted(facts: DiaryFacts, entry: Entry, texts: Texts) -> str:
    """What was written down, and when it was."""
    at, about = entry.at or entry.told_at, "-about" if entry.was_earlier else ""
    when = dates.when(texts, at, facts.now, (at.tzinfo and str(at.tzinfo)) or facts.zone)
    if entry.at is None and facts.told is not None:
        when = dates.day(texts, facts.told.local_date)
    if entry.urge is None:
        amount = amount_said(facts.told, texts) if facts.told else None
        many = amount is not None and amount != "1"
        return texts(f"diary-noted-cigarette{'s' if many else ''}{about}", when=when, amount=amount or "1")
    return texts(f"diary-noted-urge{about}", when=when, strength=entry.urge)


def who_line(facts: DiaryFacts, texts: Texts) -> str:
    """Who sees of it what: a summary counts days, and nobody's summary holds the rest."""
    if facts.sees.shown is ShownToPractitioner.ANSWERS and facts.told is not None:
        day = dates.day(texts, facts.told.local_date)
        return texts("diary-who-sees", practitioner=facts.sees.practitioner or "", day=day)
    return texts("diary-who-you" if facts.sees.keep else "diary-who-unkept")


def diary_question(facts: DiaryFacts, entry: Entry, texts: Texts) -> Screen:
    """The question, over what was noted so far, with who sees it."""
    match facts.ask:
        case EntryQuestion.STRESS:
            words, buttons = texts("look-back-then"), _stress()
        case EntryQuestion.WHERE:
            words, buttons = texts("diary-where"), rows(_places(texts), len(Company))
        case EntryQuestion.GOING_ON:
            words, buttons = texts("diary-going-on"), (*_feelings(DIARY_GOING, texts), *rows(_situations(texts), 2))
        case EntryQuestion.FELT:
            typed = texts("diary-type-going-on") if facts.args.get("other") else None
            words, buttons = lines(texts("diary-felt"), typed), _feelings(DIARY_FELT, texts)
        case _:
            words = texts("diary-gave-urge" if entry.is_urge else "diary-gave")
            buttons = rows(_functions(texts), 3)
    if facts.ask in (EntryQuestion.GOING_ON, EntryQuestion.GAVE) and facts.sees.keep:
        words = f"{words} {texts('diary-or-type')}"
    pass_over = "diary-not-sure" if facts.ask is EntryQuestion.GAVE else "button-skip"
    aside = (rough(texts), does(texts.label(pass_over), DIARY_SKIP, facts.ask))
    on_mood = mood_lines(facts.medicines, texts)
    return Screen(
        paragraphs(diary_noted(facts, entry, texts), on_mood, words, who_line(facts, texts)), (*buttons, aside)
    )


def diary_low(facts: DiaryFacts, texts: Texts) -> Screen:
    """Very low: a person, something calming, the practitioner; the rest of the questions can wait."""
    carry_on = does(texts.label("very-low-carry-on"), DIARY_ON)
    leave = leave_it(facts.now, facts.zone, texts)
    words = paragraphs(texts("diary-low"), mood_lines(facts.medicines, texts))
    return Screen(words, very_low_ways_on(facts.sees.route, leave, carry_on, texts=texts))


def _stress() -> Rows:
    return rows((does(str(n), DIARY_STRESS, n) for n in range(STRONGEST_URGE + 1)), STRONGEST_URGE + 1)


def _places(texts: Texts) -> Iterable[Button]:
    for place in PLACES:
        for company in Company:
            yield does(texts.label(f"diary-{place_code(place, company)}"), DIARY_WHERE, (place, company))


def _feelings(tap: Tap[Any], texts: Texts) -> Rows:
    return rows((does(texts.label(f"feeling-{one}"), tap, one) for one in Feeling), 3)


def _situations(texts: Texts) -> Iterable[Button]:
    return (does(texts.label(f"diary-{one}"), DIARY_GOING, one) for one in SITUATIONS)


def _functions(texts: Texts) -> Iterable[Button]:
    yield from (does(texts.label(f"diary-{one}"), DIARY_GAVE, one) for one in Function)
    yield does(texts.label("diary-other"), DIARY_GAVE, None)


def diary_when_screen(facts: DiaryFacts, entry: Entry, texts: Texts) -> Screen:
    """One tap for that day, two for one before it."""
    back = (does(texts.label("button-back"), DIARY_BACK),)
    days_back = int(facts.args.get("day", 0))
    day = evening_of(entry.told_at, facts.zone) - days_back * DAY
    parts = rows(_parts(facts, entry, days_back, texts), 3)
    if days_back:
        return Screen(texts("diary-when-day", day=dates.day(texts, day)), (*parts, back))
    hours = tuple(does(texts.label("diary-hours", hours=n), DIARY_AT, hours_code(n)) for n in HOURS)
    days = tuple(_day(facts, day, n, texts) for n in range(1, DAYS_BACK + 1))
    as_told = (does(texts.label("diary-as-told"), DIARY_AT, AS_TOLD),) if entry.was_earlier else ()
    return Screen(texts("diary-when"), tuple(row for row in (hours, *parts, days, as_told, back) if row))


def _parts(facts: DiaryFacts, entry: Entry, days_back: int, texts: Texts) -> Iterable[Button]:
    for part in parts_of(entry.told_at, facts.zone, days_back):
        yield does(texts.label(f"diary-{part}"), DIARY_AT, part_code(days_back, part))


def _day(facts: DiaryFacts, told_on: date, days_back: int, texts: Texts) -> Button:
    day = told_on - days_back * DAY
    ago = (evening_of(facts.now, facts.zone) - day).days
    label = texts.label(f"smoked-when-{ago}") if ago <= DAYS_BACK else dates.short_day(texts, day)
    return does(label, DIARY_WHEN, days_back)


def diary_closing_screen(facts: DiaryFacts, entry: Entry, texts: Texts) -> Screen:
    """Thanks, and what can be done about it."""
    kept = texts("diary-kept" if facts.sees.keep else "diary-unkept")
    own = (texts("diary-own-words", words=cut(words, EXCERPT)) for words in facts.words.values())
    typing = texts("diary-type-gave") if facts.view == "gave" and facts.sees.keep else None
    known = texts("diary-known") if facts.args.get("known") else None
    words = lines(diary_noted(facts, entry, texts), known, _said(entry, texts), *own, typing)
    chosen = facts.args.get("look_back")
    aside = {"offer": "look-back-offer", "yes": "look-back-chosen", "no": "note-look-back-off"}.get(str(chosen))
    on_mood = mood_lines(facts.medicines, texts)
    return Screen(paragraphs(words, on_mood, kept, texts(aside) if aside else None), _buttons(facts, entry, texts))


def _buttons(facts: DiaryFacts, entry: Entry, texts: Texts) -> Rows:
    would = "-urge" if entry.is_urge else ""
    labels = {EntryQuestion.FELT: "diary-add-felt", EntryQuestion.GAVE: f"diary-add-gave{would}"}
    add = tuple(does(texts.label(labels[ask]), DIARY_ASK, ask) for ask in offered(entry))
    earlier = does(texts.label("diary-earlier"), DIARY_WHEN)
    undo = does(texts.label("diary-undo"), DIARY_UNDO)
    if facts.args.get("look_back") == "offer":
        yes, no = (
            does(texts.label("look-back-yes"), LOOK_BACK, True),
            does(texts.label("look-back-no"), LOOK_BACK, False),
        )
        return ((yes, no), (earlier, undo))
    more = does(texts.label("diary-help"), DIARY_HELP) if entry.urge else None
    if not entry.is_urge:
        more = does(texts.label("diary-more-than-one"), DIARY_MANY)
    return tuple(row for row in (add, (earlier, undo), (more,) if more else ()) if row)


def _said(entry: Entry, texts: Texts) -> str:
    """What was around it, in the words that were tapped."""
    keys: list[str] = []
    if entry.place is not None and entry.company is not None:
        keys.append(f"diary-{place_code(entry.place, entry.company)}")
    if entry.moment is not None and (entry.feeling is None or entry.feeling.moment is not entry.moment):
        named = entry.moment in (HardMoment.OTHERS, HardMoment.DRINK, HardMoment.OTHER)
        keys.append(f"diary-{entry.moment}" if named else f"moment-{entry.moment}")
    keys += [f"feeling-{entry.feeling}"] if entry.feeling is not None else []
    keys += [f"diary-{entry.function}"] if entry.function is not None else []
    return " · ".join(texts(key) for key in keys)


def diary_many(facts: DiaryFacts, texts: Texts) -> Screen:
    """How many it was, by a tap or a number."""
    words = texts("diary-many" if facts.view == "many" else "smoked-type-refused")
    return Screen(words, (tuple(amounts(DIARY_AMOUNT, texts)), (does(texts.label("button-back"), DIARY_BACK),)))


def diary_taken_back(texts: Texts) -> Screen:
    """It went; another may be written down."""
    return Screen(texts("diary-taken-back"), ((does(texts.label("diary-anew"), DIARY_OPEN),),))


def diary_screen(facts: DiaryFacts, texts: Texts) -> Screen:
    """What is asked; or, where all is said, what was written down, and what can still be done about it."""
    if facts.entry is None:
        return diary_taken_back(texts) if facts.args.get("written") else diary_start(facts, texts)
    if facts.args.get("low"):
        return diary_low(facts, texts)
    if facts.ask is not None:
        return diary_question(facts, facts.entry, texts)
    match facts.view:
        case "when":
            return diary_when_screen(facts, facts.entry, texts)
        case "many" | "many_refused":
            return diary_many(facts, texts)
    return diary_closing_screen(facts, facts.entry, texts)


@dataclass(frozen=True, slots=True)
class StressFollowUpFacts:
    """The cigarette with both answers as they are kept now; `counts` where they are told with this answer.

    `args` say that it came too late, or that they said whether the counts fit.
    """

    asked: StressAnswer
    counts: StressFollowUp | None = None
    args: Mapping[str, Any] = field(default_factory=dict)


async def stress_follow_up_facts(tx: Tx, person: Person, row: ScreenRow) -> StressFollowUpFacts | None:
    """Nothing to say to somebody who does not want it any more, or where the cigarette was taken back."""
    every = await stress_pairs_of(tx, person) if await agreed_to_stress_follow_up(tx, person) else []
    asked = next((one for one in every if one.smoked_id == row.subject_id), None)
    if asked is None:
        return None
    counts = counted_stress(every)
    told = is_stress_told(counts) and await stress_fits(tx, person) is not False
    return StressFollowUpFacts(asked, counts if told else None, row.args)


def stress_follow_up_screen(facts: StressFollowUpFacts, texts: Texts) -> Screen:
    """The question; or what they said, and, now and then, what all of it comes to."""
    then, later = facts.asked.then, facts.asked.later
    if facts.args.get("said"):
        return Screen(texts("look-back-answered"))
    if facts.args.get("late"):
        return Screen(texts("look-back-late"))
    if later is None:
        ratings = rows((does(str(n), LOOK_BACK_NOW, n) for n in range(STRONGEST_URGE + 1)), STRONGEST_URGE + 1)
        stop = (does(texts.label("look-back-stop"), LOOK_BACK, False),)
        return Screen(paragraphs(texts("look-back", then=then), texts("diary-who-you")), (*ratings, stop))
    noted = texts("look-back-noted", then=then, later=later)
    if facts.counts is None:
        return Screen(noted)
    return Screen(paragraphs(noted, stress_counts(facts.counts, texts)), (stress_fitting(texts),))


def stress_counts(found: StressFollowUp, texts: Texts) -> str:
    """Their own before and after, as a question."""
    return texts("look-back-counts", times=found.of, lower=found.lower, same=found.same, higher=found.higher)


def stress_fitting(texts: Texts) -> tuple[Any, ...]:
    """Whether it fits: theirs to say."""
    labels = {"yes": "look-back-fits", "no": "look-back-fits-not", "unsure": "look-back-unsure"}
    return tuple(does(texts.label(key), LOOK_BACK_FITS, code) for code, key in labels.items())
