"""Answers as they are stored: a row for each check-in that was begun, words sealed under the person's key."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.people.consents import granted
from db.schedule.days import soft_around_prompt
from db.schedule.prompts import to_prompt
from db.tables import check_ins, clients, prompts, toolkit_items
from db.tx import Tx
from programme.check_in.answers import CHOICES, FIELDS, CheckIn, DayInOneTap, Question
from programme.people.consent import ConsentItem
from programme.planning.goals import Barrier
from programme.schedule.plan import CHECK_IN
from programme.schedule.prompt import Prompt

_PLAIN = ("prompt_id", "person_id", "day", *FIELDS.values(), "cigarettes_to", "since", "smoked_on", "barrier")
_CHOSEN = {FIELDS[question]: of for question, of in CHOICES.items()}
_ENUMS: Mapping[str, type[StrEnum]] = {"day": DayInOneTap, "barrier": Barrier, **_CHOSEN}
_NAMES = (*_PLAIN, "has_words", "words_shared", "skipped")
_KEPT = granted(ConsentItem.KEEP_ANSWERS, check_ins.c.person_id)
_COLUMNS = (
    *(check_ins.c[name] for name in _PLAIN),
    check_ins.c.words.is_not(None).label("has_words"),
    check_ins.c.words_shared,
    check_ins.c.skipped,
)
_PROMPT = tuple(prompts.c[name] for name in Prompt.__slots__)
# After a crisis card mood comes first for everybody.
_SMOKING_FIRST = and_(
    exists().where(clients.c.person_id == prompts.c.person_id, clients.c.smoking_first), ~soft_around_prompt()
)
_TAKEN_UP = (
    select(
        *_PROMPT,
        granted(ConsentItem.KEEP_ANSWERS, prompts.c.person_id),
        _SMOKING_FIRST,
        check_ins.c.question,
        *_COLUMNS,
    )
    .outerjoin(check_ins, check_ins.c.prompt_id == prompts.c.id)
    .where(prompts.c.id == bindparam("prompt"), prompts.c.person_id == bindparam("person"), prompts.c.kind == CHECK_IN)
)
_LAST_SAID = (
    select(func.max(prompts.c.local_date))
    .join(check_ins, check_ins.c.prompt_id == prompts.c.id)
    .where(
        check_ins.c.person_id == bindparam("person"),
        prompts.c.local_date < bindparam("before"),
        check_ins.c.cigarettes_from.is_not(None),
    )
)
_ERASE_UNKEPT = delete(check_ins).where(check_ins.c.prompt_id.in_(bindparam("prompts", expanding=True)), ~_KEPT)
_SAVED = (*_PLAIN, "question", "words_shared", "skipped")


def _save(make: Any) -> Any:
    """An insert that changes the row which is there, for the dialect's own `insert`."""
    new = make(check_ins)
    changed = {name: new.excluded[name] for name in _SAVED if name not in ("prompt_id", "person_id")}
    return new.values({name: bindparam(name) for name in _SAVED}).on_conflict_do_update(
        index_elements=["prompt_id"], set_=changed
    )


_SAVE = {"sqlite": _save(sqlite.insert), "postgresql": _save(postgresql.insert)}


def _check_in(values: Sequence[Any]) -> CheckIn:
    named = dict(zip(_NAMES, values, strict=True))
    codes = {name: named[name] and of(named[name]) for name, of in _ENUMS.items()}
    flags = {"has_words": bool(named["has_words"]), "skipped": frozenset(map(Question, named["skipped"]))}
    return CheckIn(**named | codes | flags)


async def get(tx: Tx, prompt_id: int) -> CheckIn | None:
    """What was said so far, or None where nothing was."""
    return (await get_many(tx, [prompt_id])).get(prompt_id)


async def get_many(tx: Tx, prompt_ids: Collection[int]) -> dict[int, CheckIn]:
    """Check-ins by their prompt, in one statement; what was never begun is left out."""
    rows = await tx.run(select(*_COLUMNS).where(check_ins.c.prompt_id.in_(prompt_ids)))
    return {row.prompt_id: _check_in(row) for row in rows}


async def get_all(tx: Tx, person_ids: Collection[int] | None = None) -> dict[int, CheckIn]:
    """Every check-in that was begun, by these people if said, by its prompt: for a checker that compares all of it."""
    wanted = select(*_COLUMNS)
    if person_ids is not None:
        wanted = wanted.where(check_ins.c.person_id.in_(person_ids))
    return {row.prompt_id: _check_in(row) for row in await tx.run(wanted)}


async def last_said(tx: Tx, person_id: int, before: date) -> date | None:
    """The last local date before that one of a check-in in which they said how many; None: there is none."""
    found: date | None = (await tx.run(_LAST_SAID, {"person": person_id, "before": before})).scalar_one_or_none()
    return found


async def taken_up(tx: Tx, prompt_id: int, person_id: int) -> tuple[Prompt, CheckIn, bool] | None:
    """That person's prompt, what they said so far, and whether it may be kept; None: no check-in of theirs."""
    row = (await tx.run(_TAKEN_UP, {"prompt": prompt_id, "person": person_id})).one_or_none()
    if row is None:
        return None
    width = len(_PROMPT)
    keeps, smoking_first, question = row[width : width + 3]
    begun = row[width + 3] is not None
    said = _check_in(row[width + 3 :]) if begun else CheckIn(prompt_id, person_id)
    prompt = to_prompt(row[:width])
    # A question that stands although it was answered asks for a number.
    how_many = question == Question.CIGARETTES and said.is_open_ended
    said = replace(said, form=prompt.form, on=prompt.local_date, smoking_first=bool(smoking_first), how_many=how_many)
    return prompt, said, bool(keeps)


async def save(tx: Tx, said: CheckIn) -> None:
    """Keep what was said so far; words are kept by `save_words`."""
    question = said.next_question
    values = {name: getattr(said, name) for name in _PLAIN} | {
        "question": question and question.value,
        "words_shared": said.words_shared,
        "skipped": sorted(said.skipped),
    }
    await tx.run(_SAVE[tx.dialect], values)


async def save_words(tx: Tx, prompt_id: int, person_id: int, words: str) -> None:
    """Keep the person's own words, sealed, with a check-in that is there."""
    sealed = tx.seal(person_id, words)
    await tx.run(update(check_ins).where(check_ins.c.prompt_id == prompt_id).values(words=sealed))


async def share(tx: Tx, prompt_id: int, person_id: int, *, shared: bool) -> bool:
    """Show that person's words to their practitioner, or no more; False where there are none."""
    result = await tx.run(
        update(check_ins)
        .where(check_ins.c.prompt_id == prompt_id, check_ins.c.person_id == person_id, check_ins.c.words.is_not(None))
        .values(words_shared=shared)
    )
    return result.rowcount > 0


async def unshare(tx: Tx, person_id: int) -> list[int]:
    """No words of that person are shown to anybody any more; of which check-ins they were."""
    shown = update(check_ins).where(check_ins.c.person_id == person_id, check_ins.c.words_shared)
    return sorted((await tx.run(shown.values(words_shared=False).returning(check_ins.c.prompt_id))).scalars())


async def words(tx: Tx, prompt_id: int) -> str | None:
    """The person's own words, or None where there are none."""
    columns = select(check_ins.c.person_id, check_ins.c.words).where(check_ins.c.prompt_id == prompt_id)
    row = (await tx.run(columns)).one_or_none()
    return None if row is None else tx.unseal(row.person_id, row.words)


async def erase_unkept(tx: Tx, prompt_ids: Iterable[int]) -> None:
    """Of what was said in these check-ins, what the person did not agree to keep is gone."""
    ids = list(prompt_ids)
    if ids:
        await tx.run(_ERASE_UNKEPT, {"prompts": ids})


async def has_toolkit_item(tx: Tx, person_id: int, item_id: int) -> bool:
    """Whether that toolkit item is this person's."""
    found = select(toolkit_items.c.id).where(toolkit_items.c.id == item_id, toolkit_items.c.person_id == person_id)
    return (await tx.run(found)).first() is not None
