""" "I smoked", and smoking on most days: what is said to it and what can be done. Nothing counted is taken away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.check_in.facts import next_hello
from bot.kit.parts import EXCERPT, amount_said, amounts, back, cut, if_then, lines, paragraphs, rough, rows, ten
from bot.kit.people import Sees, ShownToPractitioner, sees_of, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_MINE, OPEN_VIEW
from bot.medicines.gate import gate_buttons, gate_words, mood_lines
from bot.quitting.taps import (
    QUIT_DATE,
    RELAPSE,
    RELAPSE_BACK,
    RELAPSE_IS,
    RELAPSE_UNDO,
    SMOKED_BACK,
    SMOKED_BYE,
    SMOKED_DAY,
    SMOKED_KEEP,
    SMOKED_MANY,
    SMOKED_MOMENT,
    SMOKED_SURE,
    SMOKED_TYPE,
    SMOKED_UNDO,
    TIMING_IS,
)
from bot.texts import Texts, texts_for
from bot.texts.dates import Expected, day, local, when
from bot.texts.service import item_words
from care.craving import offer
from care.medicines import Gate, MoodMedicines, gate_of, mood_medicines
from care.quitting.dates import attempt_of
from care.quitting.lapses import smoked_of
from care.quitting.progress import progress_of
from care.supporters.clients_side import names_of_nudged
from care.toolkit import items_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import HardMoment
from programme.medicines.regular import SmokingChange
from programme.people.person import Person
from programme.quitting.lapses import DAYS_BACK, Smoked
from programme.quitting.relapses import Choice

_EVENING = 17  # o'clock


@dataclass(frozen=True, slots=True)
class SmokedFacts:
    """`told` is None once it was taken back. `view` and `args` say what was tapped open.

    `hello` (UTC) is when the next word comes by itself; `own` the item that fits best (its id and words), `kept` the
    idea kept just now.
    `supporters` are those who are nudged for them; `trying`: an attempt is going on.
    `medicines`: those they use that can change mood, looked up where they name a low mood.
    """

    now: datetime
    zone: str
    told: Smoked | None
    sees: Sees
    smoke_free: int = 0
    hello: Expected | None = None
    own: tuple[int, str] | None = None
    kept: str | None = None
    supporters: tuple[str | None, ...] = ()
    trying: bool = True
    medicines: MoodMedicines | None = None
    args: Mapping[str, Any] = field(default_factory=dict)

    @property
    def view(self) -> str:
        """What was tapped open, or ""."""
        return str(self.args.get("view", ""))


async def smoked_facts(tx: Tx, person: Person, row: ScreenRow) -> SmokedFacts:
    """As it is now. What was told is looked up each time, for it may have been taken back."""
    told = await smoked_of(tx, person, row.subject_id)
    own = await offer(tx, person, told.moment) if told is not None and row.args.get("view") in ("idea", "mine") else []
    items = await items_of(tx, person) if row.args.get("item") else []
    texts = texts_for(person.locale)
    return SmokedFacts(
        now=tx.now,
        zone=zone_of(person),
        told=told,
        sees=await sees_of(tx, person),
        smoke_free=(await progress_of(tx, person)).days.smoke_free,
        hello=await next_hello(tx, person) if told is not None and told.is_lapse else None,
        own=(own[0].id, item_words(texts, own[0])) if own else None,
        kept=next((item_words(texts, item) for item in items if item.id == row.args["item"]), None),
        trying=await attempt_of(tx, person) is not None,
        medicines=await mood_medicines(tx, person) if _is_low(told) else None,
        supporters=await names_of_nudged(tx, person),
        args=row.args,
    )


def _is_low(told: Smoked | None) -> bool:
    return told is not None and told.moment is HardMoment.LOW_MOOD


def smoked_screen(facts: SmokedFacts, texts: Texts) -> Screen:
    """Thanks first; the rest is there for who wants it."""
    if facts.told is None or facts.view == "taken_back":
        return Screen(texts("smoked-taken-back-check-in" if facts.args.get("closed") else "smoked-taken-back"))
    match facts.view:
        case "when":
            days = (does(texts.label(f"smoked-when-{n}"), SMOKED_DAY, n) for n in range(DAYS_BACK + 1))
            return Screen(texts("smoked-when"), (*rows(days, 3), (back(texts),)))
        case "type" | "type_refused":
            words = texts("smoked-type" if facts.view == "type" else "smoked-type-refused")
            return Screen(words, ((does(texts.label("button-back"), SMOKED_BACK),),))
        case "bye":
            return Screen(lines(texts("smoked-bye"), _hello(facts, texts)))
    return _lapse(facts, facts.told, texts)


def _moments(texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return rows((does(texts.label(f"moment-{one}"), SMOKED_MOMENT, one) for one in HardMoment), 2)


def _aside(texts: Texts) -> tuple[Button, ...]:
    return does(texts.label("smoked-earlier"), OPEN_VIEW, "when"), does(texts.label("smoked-by-mistake"), SMOKED_UNDO)


def _many(facts: SmokedFacts, told: Smoked, texts: Texts) -> str:
    """How many, for who wants to say; or what they said; or that they told of it a moment ago."""
    if facts.args.get("known"):
        return texts("smoked-known")
    amount = amount_said(told, texts)
    return texts("smoked-many") if amount is None else texts("smoked-many-noted", amount=amount)


def _lapse(facts: SmokedFacts, told: Smoked, texts: Texts) -> Screen:
    done = does(_all(facts, texts), SMOKED_BYE)
    match facts.view:
        case "moment":
            return Screen(texts("smoked-moment"), (*_moments(texts), _aside(texts), (back(texts), done)))
        case "idea":
            mine = (does(texts.label("smoked-mine"), OPEN_VIEW, "mine"),) if facts.own else ()
            on = does(texts.label("button-skip"), OPEN_VIEW, "sure")
            words = paragraphs(mood_lines(facts.medicines, texts), texts("smoked-idea"))
            return Screen(words, ((*mine, on), (done,)))
        case "mine" if facts.own:
            item, words = facts.own
            keep = does(texts.label("smoked-keep-mine"), SMOKED_KEEP, item)
            return Screen(_own(words, told, texts), ((keep,), (_craving(texts), done)))
        case "kept" | "sure":
            plan = _kept(facts, told, texts) if facts.view == "kept" else None
            skip = does(texts.label("button-skip"), SMOKED_BYE)
            asked = lines(texts("smoked-sure"), texts("smoked-sure-who" if facts.sees.keep else "smoked-sure-unkept"))
            return Screen(paragraphs(plan, asked), (*ten(SMOKED_SURE), (_craving(texts), skip)))
        case "sure_said":
            said = texts("smoked-sure-said", value=str(facts.args.get("sure", "")))
            return Screen(lines(said, texts("smoked-bye"), _hello(facts, texts)), ((_craving(texts),),))
    still = texts("smoked-counts", days=facts.smoke_free) if facts.smoke_free else None
    about = " ".join(part for part in (still, texts("smoked-about")) if part)
    thanks = lines(texts("smoked-lapse"), about)
    words = paragraphs(thanks, lines(_who_smoked(facts, told, texts), _hello(facts, texts)), _many(facts, told, texts))
    work_out = does(texts.label("smoked-work-out"), OPEN_VIEW, "moment")
    mistake = does(texts.label("smoked-by-mistake"), SMOKED_UNDO)
    most_days = (does(texts.label("relapse-most-days"), RELAPSE),) if facts.trying else ()
    numbers = (*amounts(SMOKED_MANY, texts), does(texts.label("cigarettes-type"), SMOKED_TYPE))
    return Screen(words, ((_craving(texts), rough(texts)), (work_out,), (done,), numbers, (mistake, *most_days)))


def _craving(texts: Texts) -> Button:
    return does(texts.label("smoked-next-craving"), OPEN_BELOW, "craving")


def _all(facts: SmokedFacts, texts: Texts) -> str:
    evening = local(facts.now, facts.zone).hour >= _EVENING
    return texts.label("smoked-all-tonight" if evening else "smoked-all-today")


def _own(words: str, told: Smoked, texts: Texts) -> str:
    if told.moment is None:
        return texts("smoked-mine-one", words=cut(words, EXCERPT))
    return texts("smoked-mine-moment", words=cut(words, EXCERPT), moment=texts.label(f"moment-with-{told.moment}"))


def _kept(facts: SmokedFacts, told: Smoked, texts: Texts) -> str:
    if facts.kept is None:
        return texts("smoked-not-kept")
    return texts("smoked-kept", plan=if_then(told.moment, facts.kept, texts))


def _hello(facts: SmokedFacts, texts: Texts) -> str | None:
    return texts("smoked-hello", when=when(texts, facts.hello, facts.now, facts.zone)) if facts.hello else None


def _who_smoked(facts: SmokedFacts, told: Smoked, texts: Texts) -> str:
    return " ".join(part for part in (_supporters(facts, texts), _practitioner(facts, told, texts)) if part)


def _supporters(facts: SmokedFacts, texts: Texts) -> str | None:
    """Nobody who supports them hears of a cigarette, whatever they see else."""
    if not facts.supporters:
        return None
    one = facts.supporters[0] if len(facts.supporters) == 1 else None
    return texts("smoked-supporter", supporter=one) if one else texts("smoked-supporters")


def _practitioner(facts: SmokedFacts, told: Smoked, texts: Texts) -> str:
    who = facts.sees.practitioner or ""
    match facts.sees.shown:
        case ShownToPractitioner.ANSWERS:
            return texts("smoked-who-sees", practitioner=who, day=day(texts, told.local_date))
        case ShownToPractitioner.REPLIES:
            return texts("smoked-who-replies", practitioner=who)
    return texts("smoked-who-you" if facts.sees.keep else "smoked-who-unkept")


@dataclass(frozen=True, slots=True)
class RelapseFacts:
    """`going`: a try goes on. `smoke_free` counts days over all of them. `said`: what they chose on this screen, and
    `undo` the attempt that it ended; `medicine` is what is asked about medicines then.
    """

    sees: Sees
    going: bool = False
    smoke_free: int = 0
    said: Choice | None = None
    undo: int | None = None
    medicine: Gate | None = None


async def relapse_facts(tx: Tx, person: Person, row: ScreenRow) -> RelapseFacts | None:
    """For clients only."""
    if not person.is_client:
        return None
    lived, said = await progress_of(tx, person), row.args.get("said")
    going = lived.attempt is not None
    undo = None if going else row.args.get("attempt")
    gate = await gate_of(tx, person, SmokingChange.RELAPSE, lived.today) if said else None
    return RelapseFacts(
        await sees_of(tx, person), going, lived.days.smoke_free, Choice(said) if said else None, undo, gate
    )


def relapse_screen(facts: RelapseFacts, texts: Texts) -> Screen:
    """Four choices of equal weight; then what it means."""
    if facts.said is not None:
        asked = gate_words(facts.medicine, facts.sees, texts) if facts.medicine else None
        answers = gate_buttons(facts.medicine, texts) if facts.medicine else ()
        undo = does(texts.label("how-often-undo"), RELAPSE_UNDO, facts.undo) if facts.undo else None
        rows = (*answers, *_onward(facts.said, texts), *(((undo,),) if undo else ()))
        return Screen(paragraphs(texts(f"relapse-said-{facts.said}"), asked), rows)
    if not facts.going:
        return Screen(texts("relapse-none"), ((does(texts.label("more-quit-date"), QUIT_DATE),),))
    words = lines(texts("relapse"), texts("relapse-counts", days=facts.smoke_free), texts("relapse-asks"))
    choices = [does(texts.label(f"relapse-{one}"), RELAPSE_IS, one) for one in Choice]
    back = does(texts.label("button-back"), RELAPSE_BACK)
    return Screen(paragraphs(words, _who_relapse(facts.sees, texts)), (tuple(choices[:2]), tuple(choices[2:]), (back,)))


def _onward(said: Choice, texts: Texts) -> Rows:
    pick = does(texts.label("timing-pick"), QUIT_DATE)
    match said:
        case Choice.NEW_DATE:
            return ((pick,),)
        case Choice.CUT_DOWN:
            return ((does(texts.label("relapse-usual"), OPEN_MINE, "usual"),), (pick,))
        case Choice.NOT_NOW:
            return ((does(texts.label("timing-good"), TIMING_IS, "good"),),)
    craving = does(texts.label("smoked-next-craving"), OPEN_BELOW, "craving")
    return ((craving, does(texts.label("more-toolkit"), OPEN_MINE, "toolkit")),)


def _who_relapse(sees: Sees, texts: Texts) -> str:
    return texts("relapse-who-sees", practitioner=sees.practitioner or "") if sees.both else texts("relapse-who-you")
