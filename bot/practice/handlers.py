"""What practitioners do: come in, invite, look at a week and its scores, turn the weekly summary's pages."""

from datetime import time

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Is, Visit
from bot.people.joining_handlers import REFUSED
from bot.practice import weekly
from bot.practice.taps import (
    CLIENTS,
    COVERAGE,
    HSI_ENTER,
    HSI_FIRST_OF,
    HSI_MANY_OF,
    INVITE,
    MED_CHECKED,
    NO_LABEL,
    PICTURE_OF,
    SCORES,
    SCORES_WEEK,
    SUMMARY,
    SUMMARY_AT,
    SUMMARY_DAY,
    SUMMARY_NONE,
    SUMMARY_TIME,
    TAKE_LINK,
    TAKE_LINK_YES,
    WEEK_ALL,
    WEEK_OF,
    WEEK_OPEN,
    WEEK_PAGE,
    WEEK_READ,
    WEEK_STEADY,
    WORKED_WITH,
)
from care.delivery import say
from care.diary.pictures import picture_asked
from care.measures.scales import enter_hsi
from care.medicines import check_medicine
from care.people import invites
from care.people.invites import Confirmed, NotSixDigits, WrongCode
from care.practice import weekly as summaries
from care.practice.caseload import week_asked
from care.practice.clients import clients_of
from care.practice.weekly import coverage_asked, scores_asked
from programme.measures.dependence import First, Hsi, PerDay
from programme.people.person import NAME_LENGTH, Role
from programme.schedule.typed import parse_day_and_time

practitioner_router = Router(name="practitioner")
taps = Handlers()
_PRACTITIONER = Is(Role.PRACTITIONER)


@practitioner_router.message(Awaits("code"))
async def typed_code(message: Message, visit: Visit) -> None:
    """The six digits of the link that was opened."""
    row = await reply.asked(visit)
    invite_id = int(row.args.get("invite_id", 0)) if row else 0
    result = await invites.confirm_code(visit.tx, visit.person, invite_id, message.text or "")
    match result:
        case Confirmed():
            await reply.taken(visit)
            await reply.ask(visit, None, "practitioner_ready")
            await reply.menu(visit)
        case WrongCode(left=left):
            await reply.note(visit, "code-wrong" if left else "too-many-tries")
        case NotSixDigits():
            await reply.note(visit, "not-six-digits")
        case _:
            await reply.note(visit, REFUSED[result])


@practitioner_router.message(Command("invite", ignore_mention=True), _PRACTITIONER)
async def invite(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/invite: whom is it for?"""
    await reply.ask(visit, "label", "ask_label")


@taps.on(INVITE)
async def invite_tap(visit: Visit) -> None:
    """The same, below: what was tapped stays to be read."""
    visit.screen = None
    await reply.ask(visit, "label", "ask_label")


@taps.on(NO_LABEL)
async def no_label(visit: Visit) -> None:
    """A link for nobody named."""
    await _make(visit, None)


@practitioner_router.message(Awaits("label"), _PRACTITIONER)
async def typed_label(message: Message, visit: Visit) -> None:
    """Initials, or whatever tells this link from the others."""
    label = " ".join((message.text or "").split())
    if len(label) > NAME_LENGTH:
        await reply.note(visit, "label-long", most=NAME_LENGTH)
        return
    await reply.taken(visit)
    await _make(visit, label or None)


async def _make(visit: Visit, label: str | None) -> None:
    made = await invites.make_client_invite(visit.tx, visit.person, label)
    if made is not None:
        args = {"invite_id": made.id, "token": made.token}
        await reply.ask(visit, None, "invite_link", args, subject_id=made.id)


@practitioner_router.message(Command("clients", ignore_mention=True), _PRACTITIONER)
async def client_list(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/clients: who joined."""
    await reply.append(visit, "client_list")


@practitioner_router.message(Command("summary", ignore_mention=True), _PRACTITIONER)
async def summary(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/summary: the week of one client at once, of several the one who is picked."""
    found = await clients_of(visit.tx, visit.person)
    if len(found) == 1:
        await week_asked(visit.tx, visit.person, found[0].person_id)
        await reply.append(visit, "summary", subject_id=found[0].person_id)
    else:
        await reply.append(visit, "client_list", {"choosing": 1})


@taps.on(SUMMARY)
async def summary_tap(visit: Visit, value: int) -> None:
    """The week of that client; whether it may be seen is looked up when it is shown."""
    await week_asked(visit.tx, visit.person, value)
    await reply.answer(visit, "summary", subject_id=value)


@taps.on(CLIENTS)
async def back_to_list(visit: Visit, page: int | None) -> None:
    """From one week back to all people, or on to another page of them."""
    args = visit.tapped.args if visit.tapped.name == "client_list" else {}
    await reply.answer(visit, "client_list", {**args, **({"page": page} if page is not None else {})})


@taps.on(TAKE_LINK)
async def ask_to_take(visit: Visit, value: int) -> None:
    """A link went to the wrong person: is it to be taken back? Asked below, and nothing of another's is shown."""
    await reply.append(visit, "take_link", subject_id=value)


@taps.on(TAKE_LINK_YES)
async def take_link(visit: Visit) -> None:
    """It is taken back; the lists and the message that it was shown in say so."""
    row = visit.tapped
    if row.subject_id is None:
        return
    await invites.take_back_invite(visit.tx, visit.person, row.subject_id)
    await reply.answer(visit, "take_link", subject_id=row.subject_id)
    await say.refresh_subject(visit.tx, visit.person.id, "client_list")
    await say.refresh_subject(visit.tx, visit.person.id, "invite_link", row.subject_id)


weekly_router = Router(name="weekly")


@taps.on(WEEK_PAGE, WEEK_STEADY)
async def turn_weekly(visit: Visit, number: int | None) -> None:
    """Another page of the summary, or of those who are steady."""
    row = visit.tapped
    view = {"view": weekly.STEADY} if visit.tap is WEEK_STEADY else {}
    page = {"page": number} if number is not None else {}
    marks = {name: mark for name, mark in row.args.items() if name.startswith("read")}
    await reply.answer(visit, "weekly", {**marks, **view, **page}, subject_id=row.subject_id)


@taps.on(WEEK_OPEN)
async def open_one(visit: Visit, value: int) -> None:
    """One client's week below: the summary stays."""
    await week_asked(visit.tx, visit.person, value)
    await reply.append(visit, "summary", subject_id=value)


@taps.on(WEEK_ALL)
async def open_all(visit: Visit) -> None:
    """Everybody, below."""
    await reply.append(visit, "client_list")


@taps.on(WEEK_READ)
async def read(visit: Visit) -> None:
    """I've read this: it is so of those whose week stands on the screen, and of nobody else."""
    row = visit.tapped
    if row.subject_id is None:
        return
    found, mark = [row.subject_id], "read"
    if row.name == "weekly":
        known = await weekly.weekly_facts(visit.tx, visit.person, row)
        found, mark = ([one.id for one in weekly.on_screen(known)] if known else []), weekly.read_mark(row)
    await summaries.read_weeks(visit.tx, visit.person, found)
    await reply.answer(visit, row.name, {**row.args, mark: 1}, subject_id=row.subject_id)


@taps.on(SUMMARY_TIME)
async def ask_summary_time(visit: Visit) -> None:
    """When is the weekly summary to come? Asked below: what was tapped stays to be read."""
    visit.screen = None
    await reply.ask(visit, "summary_time", "ask_summary_time")


@taps.on(SUMMARY_DAY)
async def summary_day(visit: Visit, day: int) -> None:
    """Another day at the same time."""
    await _change_summary(visit, day, None)


@taps.on(SUMMARY_AT)
async def summary_at(visit: Visit, at: time) -> None:
    """Another time on the same day."""
    await _change_summary(visit, None, at)


async def _change_summary(visit: Visit, day: int | None, at: time | None) -> None:
    plan = await summaries.summary_plan(visit.tx, visit.person.id)
    if day is None:
        day = min(plan.rule.weekdays) if plan else summaries.MONDAY
    if at is None:
        at = plan.rule.times[0] if plan else summaries.MORNING
    await summaries.set_summary_time(visit.tx, visit.person, day, at)
    await reply.answer(visit, "ask_summary_time")


@taps.on(SUMMARY_NONE)
async def no_summary(visit: Visit) -> None:
    """It comes no more by itself."""
    await summaries.no_summaries(visit.tx, visit.person)
    await reply.detach(visit)
    await reply.answer(visit, "ask_summary_time")


@weekly_router.message(Awaits("summary_time"), _PRACTITIONER)
async def typed_summary_time(message: Message, visit: Visit) -> None:
    """A day and a time were typed."""
    said = parse_day_and_time(message.text or "")
    if said is None or said.weekday is None:
        await reply.note(visit, "not-day-and-time")
        return
    await reply.taken(visit)
    await summaries.set_summary_time(visit.tx, visit.person, said.weekday, said.at)
    await reply.ask(visit, None, "settings")


@taps.on(COVERAGE)
async def of_client(visit: Visit) -> None:
    """Of the client whose week stands there; whether it may be seen is looked up when it is shown."""
    row = visit.tapped
    if row.subject_id is not None:
        await coverage_asked(visit.tx, visit.person, row.subject_id)
        await reply.answer(visit, "coverage", subject_id=row.subject_id)


@taps.on(WORKED_WITH)
async def own(visit: Visit) -> None:
    """One's own."""
    await reply.answer(visit, "worked_with")


@taps.on(WEEK_OF)
async def turn_coverage(visit: Visit, week: int) -> None:
    """Another week."""
    row = visit.tapped
    await reply.answer(visit, row.name, {"week": week}, subject_id=row.subject_id)


@taps.on(SCORES)
async def opened(visit: Visit) -> None:
    """Those of the client whose week stands there; whether they may be seen is looked up when they are shown."""
    if (client := _client(visit)) is not None:
        await scores_asked(visit.tx, visit.person, client)
        await reply.answer(visit, "scores", subject_id=client)


@taps.on(PICTURE_OF)
async def picture(visit: Visit) -> None:
    """Moods and urges, drawn; whether they may be seen is looked up when they are shown."""
    if (client := _client(visit)) is not None:
        await picture_asked(visit.tx, visit.person, client)
        await reply.answer(visit, "picture_of", subject_id=client)


@taps.on(SCORES_WEEK)
async def week(visit: Visit) -> None:
    """Back to their week."""
    if (client := _client(visit)) is not None:
        await week_asked(visit.tx, visit.person, client)
        await reply.answer(visit, "summary", subject_id=client)


@taps.on(HSI_ENTER)
async def enter(visit: Visit) -> None:
    """How soon after waking up?"""
    if (client := _client(visit)) is not None:
        await reply.answer(visit, "hsi_entry", subject_id=client)


@taps.on(HSI_FIRST_OF)
async def first(visit: Visit, value: First) -> None:
    """How soon; then how many."""
    client = _client(visit)
    if client is not None:
        await reply.answer(visit, "hsi_entry", {"first": value}, subject_id=client)


@taps.on(HSI_MANY_OF)
async def many(visit: Visit, both: tuple[First, PerDay]) -> None:
    """How many: with it both are kept."""
    client = _client(visit)
    if client is None:
        return
    if not await enter_hsi(visit.tx, visit.person, client, Hsi(*both)):
        visit.toast = "hsi-entered-not"
    await scores_asked(visit.tx, visit.person, client)
    await reply.answer(visit, "scores", subject_id=client)


@taps.on(MED_CHECKED)
async def checked(visit: Visit) -> None:
    """Their medicine is looked after."""
    if (client := _client(visit)) is not None:
        await check_medicine(visit.tx, visit.person, client)
        await reply.view(visit)


def _client(visit: Visit) -> int | None:
    """Whom the tapped screen is about."""
    return visit.tapped.subject_id
