"""What is known of an entry of the diary, how the diary begins, and the lines that all of its faces share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.screen import Screen, does
from bot.screens.amounts import amount_said
from bot.screens.parts import lines, paragraphs, rows
from bot.screens.reads import sees_of, zone_of
from bot.screens.sees import Sees, Shown
from bot.taps.diary import DIARY_SMOKED, DIARY_URGE
from bot.taps.everywhere import CANCEL, OPEN_VIEW
from bot.texts import Texts, dates
from care.diary import felt_of
from care.using import MoodMedicines, mood_medicines
from care.writing_down import entry_of, words_of
from db import smoked
from db.screens import ScreenRow
from db.tx import Tx
from programme.check_in import LOW, STRONGEST_URGE
from programme.diary import Ask, Entry, Felt
from programme.own_words import Purpose
from programme.patterns import ENOUGH
from programme.people import Person
from programme.smoking import Smoked


@dataclass(frozen=True, slots=True)
class Facts:
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
    felt: tuple[Felt, ...] = ()
    medicines: MoodMedicines | None = None
    args: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ask(self) -> Ask | None:
        """What is asked; None: nothing."""
        code = self.args.get("ask")
        return Ask(code) if code in set(Ask) else None

    @property
    def view(self) -> str:
        """What was tapped open, or ""."""
        return str(self.args.get("view", ""))


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it is now. An entry is looked up each time, for it may have been taken back."""
    if not person.is_client:
        return None
    is_urge, found = bool(row.args.get("urge")), None
    if row.subject_id is not None:
        found = await entry_of(tx, person, row.subject_id, urge=is_urge)
    return Facts(
        now=tx.now,
        zone=zone_of(person),
        sees=await sees_of(tx, person, tells=bool(row.args.get("low"))),
        entry=found,
        told=await smoked.get(tx, found.id, person.id) if found is not None and not is_urge else None,
        words=await words_of(tx, found) if found is not None else {},
        felt=await felt_of(tx, person) if row.args.get("view") == "felt" else (),
        medicines=await mood_medicines(tx, person) if found is not None and _is_low(found) else None,
        args=row.args,
    )


def _is_low(entry: Entry) -> bool:
    """Whether the word that they tapped says so."""
    return entry.feeling is not None and entry.feeling.mood in LOW


def start(facts: Facts, texts: Texts) -> Screen:
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
    if facts.sees.shown is Shown.ANSWERS:
        who = texts("diary-who-start", practitioner=facts.sees.practitioner or "")
    return Screen(paragraphs(lines(texts("diary"), texts("diary-urge-scale")), who), buttons)


def _felt(facts: Facts, texts: Texts) -> Screen:
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


def noted(facts: Facts, entry: Entry, texts: Texts) -> str:
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


def who_line(facts: Facts, texts: Texts) -> str:
    """Who sees of it what: a summary counts days, and nobody's summary holds the rest."""
    if facts.sees.shown is Shown.ANSWERS and facts.told is not None:
        day = dates.day(texts, facts.told.local_date)
        return texts("diary-who-sees", practitioner=facts.sees.practitioner or "", day=day)
    return texts("diary-who-you" if facts.sees.keep else "diary-who-unkept")
