"""What the check-in's screens are made from, read from the database each time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from bot.check_in.cards import CardShown, card_in
from bot.kit.people import Sees, sees_of
from bot.practice.sessions import SessionCard, session_riding
from bot.schedule.cards import Put, put_in
from bot.schedule.why import moved_by
from bot.texts import texts_for
from bot.texts.dates import Expected, local
from bot.texts.service import item_words
from care import craving
from care.check_in.answering import (
    asked_since,
    may_add_words,
    may_ask_if_hard,
    may_say_barrier,
    own_check_in,
    said_since,
)
from care.check_in.cards_shown import Replay, agreed, replay_in
from care.check_in.starting import snoozes_of
from care.medicines import MoodMedicines, mood_medicines
from care.practice.clients import practitioner_of
from care.practice.weekly import read_before
from care.quitting.dates import is_quit_date
from care.quitting.progress import may_milestone_be_told, milestone_shown_in
from care.safety.cards import card_of
from care.schedule.days import is_soft
from care.schedule.upcoming import Upcoming, next_check_in, next_word
from care.toolkit import items_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import NOTHING_HELPED, CheckIn, DayInOneTap, HardMoment, Question
from programme.people.person import Person
from programme.practice.sessions import SessionNote
from programme.quitting.attempts import Milestone
from programme.schedule.course import WHOLE, Form
from programme.schedule.pause import Snooze
from programme.schedule.prompt import Prompt, PromptState, PromptStep
from programme.supporters.support import Support


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something helped, of how many hard moments of that kind."""

    words: str
    helped: int
    times: int
    moment: HardMoment


@dataclass(frozen=True, slots=True)
class CheckInFacts:
    """One check-in as it stands. `view` is what was tapped open over it; `zone` is the person's IANA zone.

    `toolkit` holds ids and words; `counts` and `next_at` (UTC) are known once it is saved. `read_on` is the local
    day on which the practitioner said that they read the week, told with the first question of one check-in.
    `may_add`: words of their own, to what is over; `may_say_barrier`: what got in the way. `milestone` is told with
    the closing words of this one, and `tell` are the supporters who may hear of it. `snoozes` are known while "not now"
    is open. `replay` is what they learned from a lapse whose hour comes round, put before them with the first
    question. `if_hard`: after a silence it asks whether this is hard to look at. The closing message asks at most one
    thing besides, instead of a message of its own: `session`, about a session; `card`; `put`, another time. `agreed`
    are the client's words of what was agreed in their last session. `moved_by` is what they are called who moved it,
    where that was somebody else. `medicines`: those they use that can change mood, looked up where they are low.
    `call`: whom to call, said once after a crisis card; `soft`: a reminder comes in such hours. `since_quit`: its
    cigarettes are those since the quit date.
    """

    now: datetime
    zone: str | None
    name: str | None
    prompt: Prompt
    said: CheckIn
    question: Question | None
    sees: Sees
    view: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    toolkit: tuple[tuple[int, str], ...] = ()
    counts: Counts | None = None
    next_at: Expected | None = None
    read_on: date | None = None
    may_add: bool = False
    may_say_barrier: bool = False
    milestone: Milestone | None = None
    tell: Sequence[Support] = ()
    session: SessionCard | None = None
    card: CardShown | None = None
    snoozes: Sequence[Snooze] = ()
    put: Put | None = None
    medicines: MoodMedicines | None = None
    agreed: Sequence[SessionNote] = ()
    moved_by: str | None = None
    replay: Replay | None = None
    if_hard: bool = False
    call: str | None = None
    soft: bool = False
    since_quit: bool = False

    @property
    def answering_late(self) -> bool:
        """Whether it is over and being filled in after all."""
        return self.prompt.late and not self.prompt.is_open and self.prompt.next_step is PromptStep.CLOSE


ENOUGH = 3  # times, before a count is worth saying


def observe_counts(said: CheckIn, earlier: Collection[CheckIn], toolkit: Mapping[int, str]) -> Counts | None:
    """How often what helped this time has helped at such a moment, of the times they said; None below ENOUGH.

    `earlier` are their other check-ins, `toolkit` the words of their items by id.
    """
    if not said.helped or said.helped not in toolkit or said.moment is None:
        return None
    alike = [one for one in (*earlier, said) if one.moment is said.moment and one.helped is not None]
    helped = sum(one.helped == said.helped for one in alike if one.helped != NOTHING_HELPED)
    return Counts(toolkit[said.helped], helped, len(alike), said.moment) if len(alike) >= ENOUGH else None


LOOK_BACK = timedelta(days=90)
A_DAY = timedelta(days=1)


async def check_in_facts(tx: Tx, person: Person, row: ScreenRow) -> CheckInFacts | None:
    """The prompt and what was said so far; None where it is not this person's."""
    found = await own_check_in(tx, person, row.subject_id)
    if found is None:
        return None
    prompt, said, keeps = found.prompt, found.said, found.keep
    question = said.next_question
    if question is Question.CIGARETTES:
        said = await asked_since(tx, prompt, said)
    sees = await sees_of(tx, person, tells=row.args.get("view") == "low")
    over = prompt.state in (PromptState.DONE, PromptState.SKIPPED)
    milestone = await milestone_shown_in(tx, prompt) if prompt.state is PromptState.DONE else None
    own = await craving.own_items(tx, person, said.moment) if question is Question.HELPED and not over else ()
    texts = texts_for(person.locale)
    session = await _session(tx, person, prompt, sees) if prompt.state is PromptState.DONE else None
    echoes = prompt.state is PromptState.DONE and sees.keep and session is None
    return CheckInFacts(
        now=tx.now,
        zone=person.zone,
        name=person.name,
        prompt=prompt,
        said=said,
        since_quit=said.since is not None and await is_quit_date(tx, person, said.since),
        question=question,
        sees=sees,
        view=row.args.get("view", ""),
        args=row.args,
        toolkit=tuple((one.item.id, item_words(texts, one.item)) for one in own if one.item),
        counts=await _counts(tx, person, said) if prompt.state is PromptState.DONE else None,
        next_at=await _next(tx, person, row, over=over),
        read_on=await _read_on(tx, person, prompt) if prompt.form in WHOLE and _begins(prompt, said) else None,
        may_add=may_add_words(prompt, said, keeps, tx.now),
        may_say_barrier=may_say_barrier(prompt, said, keeps, tx.now),
        milestone=milestone,
        tell=await may_milestone_be_told(tx, person) if milestone else (),
        moved_by=await moved_by(tx, prompt),
        put=await put_in(tx, prompt) if prompt.state is PromptState.DONE else None,
        snoozes=await snoozes_of(tx, person, prompt) if row.args.get("view") == "not_now" else (),
        session=session,
        agreed=await agreed(tx, person, prompt, said) if echoes else (),
        replay=await replay_in(tx, person, prompt) if _begins(prompt, said) else None,
        if_hard=prompt.form == Form.QUIET and prompt.is_open and await may_ask_if_hard(tx, prompt),
        medicines=await mood_medicines(tx, person) if _is_low(prompt, said) else None,
        call=await _call(tx, person, prompt),
        soft=row.name == "reminder" and prompt.is_open and await is_soft(tx, person.id),
        card=await card_in(tx, person, prompt) if _carries(prompt, row) else None,
    )


def _is_low(prompt: Prompt, said: CheckIn) -> bool:
    """Whether they said so: in a mood, of the hardest moment, or with the one tap after a crisis card."""
    return (
        said.is_low or said.moment is HardMoment.LOW_MOOD or (prompt.form == Form.SOFT and said.day is DayInOneTap.HARD)
    )


async def _call(tx: Tx, person: Person, prompt: Prompt) -> str | None:
    """Whom to call, where this is the first of them after a crisis card."""
    says = prompt.form == Form.SOFT and prompt.is_open and prompt.decision.get("numbers")
    return (await card_of(tx, person)).call if says else None


def _begins(prompt: Prompt, said: CheckIn) -> bool:
    """Whether the first question stands, where it has room for a word before it."""
    if not prompt.is_open or prompt.form not in (*WHOLE, Form.RISK) or said.how_many:
        return False
    return said.next_question is said.asked[0]


def _carries(prompt: Prompt, row: ScreenRow) -> bool:
    """Whether a card that was told in its closing words still stands there: they may have left it for another time."""
    return prompt.state is PromptState.DONE and not row.args.get("away")


async def _session(tx: Tx, person: Person, prompt: Prompt, sees: Sees) -> SessionCard | None:
    if prompt.form not in WHOLE or not sees.keep:
        return None
    return await session_riding(tx, person, prompt.local_date, prompt.due_at - A_DAY, sees.practitioner)


async def _read_on(tx: Tx, person: Person, prompt: Prompt) -> date | None:
    practitioner = await practitioner_of(tx, person)
    at = await read_before(tx, prompt, practitioner.id) if practitioner else None
    return None if at is None else local(at, person.zone).date()


async def _next(tx: Tx, person: Person, row: ScreenRow, *, over: bool) -> Expected | None:
    if over:
        return await next_hello(tx, person)
    return await next_at(tx, person) if row.args.get("view") == "not_now" else None


async def next_hello(tx: Tx, person: Person) -> Expected | None:
    """When I write next (UTC), whatever it is: the first line of /next that comes; of a drawn time, between when."""
    return _at(await next_word(tx, person))


async def next_at(tx: Tx, person: Person) -> Expected | None:
    """The same of check-ins only."""
    return _at(await next_check_in(tx, person))


def _at(one: Upcoming | None) -> Expected | None:
    if one is None:
        return None
    return one.at if one.until is None else (one.at, one.until)


async def _counts(tx: Tx, person: Person, said: CheckIn) -> Counts | None:
    if not said.helped:
        return None
    texts, every = texts_for(person.locale), await items_of(tx, person, also_hidden=True)
    items = {item.id: item_words(texts, item) for item in every}
    return observe_counts(said, await said_since(tx, person, said, tx.now - LOOK_BACK), items)
