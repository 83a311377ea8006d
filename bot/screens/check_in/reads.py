"""What the check-in's screens need to know, read afresh each time."""

from datetime import date, timedelta

from bot.screens.cards import card_in
from bot.screens.check_in.counts import observe
from bot.screens.check_in.view import Counts, Facts
from bot.screens.proposal_card import put_in
from bot.screens.reads import practitioner_of, sees_of
from bot.screens.sees import Sees
from bot.screens.session_card import Card, riding
from bot.screens.why import moved_by
from bot.texts import texts_for
from bot.texts.dates import Expected, local
from bot.texts.named import item_words
from care import offering
from care.agreed import agreed
from care.answering import may_add_words, may_say_barrier
from care.cards import card_of
from care.coming import Coming, next_check_in, next_word
from care.days_between import asked_since
from care.milestone import may_be_told, told_in
from care.put_off import snoozes_of
from care.replay import replay_in
from care.soft import is_soft
from care.using import mood_medicines
from care.weekly import read_before
from db import attempts, check_ins, prompts, toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme.check_in import CheckIn, Day, HardMoment, Question
from programme.course import WHOLE, Form
from programme.people import Person
from programme.plan import CHECK_IN
from programme.prompt import Prompt, PromptState
from programme.silence import FORTNIGHT, asks_if_hard

LOOK_BACK = timedelta(days=90)
A_DAY = timedelta(days=1)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """The prompt and what was said so far; None where it is not this person's."""
    found = await check_ins.taken_up(tx, row.subject_id or 0, person.id)
    if found is None:
        return None
    prompt, said, keeps = found
    question = said.next_question
    if question is Question.CIGARETTES:
        said = await asked_since(tx, prompt, said)
    sees = await sees_of(tx, person, tells=row.args.get("view") == "low")
    over = prompt.state in (PromptState.DONE, PromptState.SKIPPED)
    milestone = await told_in(tx, prompt) if prompt.state is PromptState.DONE else None
    own = await offering.own(tx, person, said.moment) if question is Question.HELPED and not over else ()
    texts = texts_for(person.locale)
    session = await _session(tx, person, prompt, sees) if prompt.state is PromptState.DONE else None
    echoes = prompt.state is PromptState.DONE and sees.keep and session is None
    return Facts(
        now=tx.now,
        zone=person.zone,
        name=person.name,
        prompt=prompt,
        said=said,
        since_quit=said.since is not None and await _is_quit_date(tx, person, said.since),
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
        tell=await may_be_told(tx, person) if milestone else (),
        moved_by=await moved_by(tx, prompt),
        put=await put_in(tx, prompt) if prompt.state is PromptState.DONE else None,
        snoozes=await snoozes_of(tx, person, prompt) if row.args.get("view") == "not_now" else (),
        session=session,
        agreed=await agreed(tx, person, prompt, said) if echoes else (),
        replay=await replay_in(tx, person, prompt) if _begins(prompt, said) else None,
        if_hard=prompt.form == Form.QUIET and prompt.is_open and await _may_ask_if_hard(tx, prompt),
        medicines=await mood_medicines(tx, person) if _is_low(prompt, said) else None,
        call=await _call(tx, person, prompt),
        soft=row.name == "reminder" and prompt.is_open and await is_soft(tx, person.id),
        card=await card_in(tx, person, prompt) if _carries(prompt, row) else None,
    )


async def _is_quit_date(tx: Tx, person: Person, day: date) -> bool:
    attempt = await attempts.current(tx, person.id)
    return attempt is not None and attempt.quit_on == day


def _is_low(prompt: Prompt, said: CheckIn) -> bool:
    """Whether they said so: in a mood, of the hardest moment, or with the one tap after a crisis card."""
    return said.is_low or said.moment is HardMoment.LOW_MOOD or (prompt.form == Form.SOFT and said.day is Day.HARD)


async def _call(tx: Tx, person: Person, prompt: Prompt) -> str | None:
    """Whom to call, where this is the first of them after a crisis card."""
    says = prompt.form == Form.SOFT and prompt.is_open and prompt.decision.get("numbers")
    return (await card_of(tx, person)).call if says else None


async def _may_ask_if_hard(tx: Tx, prompt: Prompt) -> bool:
    before = await prompts.of_person(tx, prompt.person_id, prompt.due_at - FORTNIGHT - A_DAY, kind=CHECK_IN)
    quiet = (one for one in before if one.form == Form.QUIET and one.opened_at is not None and one.id < prompt.id)
    return asks_if_hard((one.local_date for one in quiet), prompt.local_date)


def _begins(prompt: Prompt, said: CheckIn) -> bool:
    """Whether the first question stands, where it has room for a word before it."""
    if not prompt.is_open or prompt.form not in (*WHOLE, Form.RISK) or said.how_many:
        return False
    return said.next_question is said.asked[0]


def _carries(prompt: Prompt, row: ScreenRow) -> bool:
    """Whether a card that was told in its closing words still stands there: they may have left it for another time."""
    return prompt.state is PromptState.DONE and not row.args.get("away")


async def _session(tx: Tx, person: Person, prompt: Prompt, sees: Sees) -> Card | None:
    if prompt.form not in WHOLE or not sees.keep:
        return None
    return await riding(tx, person, prompt.local_date, prompt.due_at - A_DAY, sees.practitioner)


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
    """The same of check-ins alone."""
    return _at(await next_check_in(tx, person))


def _at(one: Coming | None) -> Expected | None:
    if one is None:
        return None
    return one.at if one.until is None else (one.at, one.until)


async def _counts(tx: Tx, person: Person, said: CheckIn) -> Counts | None:
    if not said.helped:
        return None
    texts, every = texts_for(person.locale), await toolkit.of_person(tx, person.id, also_hidden=True)
    items = {item.id: item_words(texts, item) for item in every}
    since = await prompts.of_person(tx, person.id, tx.now - LOOK_BACK)
    earlier = await check_ins.get_many(tx, [one.id for one in since if one.id != said.prompt_id])
    return observe(said, earlier.values(), items)
