"""What practitioners do with set questions and medicines: look, enter how somebody smokes, say what is looked after."""

from bot.dispatch import Handlers
from bot.routers import speak
from bot.taps.practice import HSI_ENTER, HSI_FIRST_OF, HSI_MANY_OF, MED_CHECKED, PICTURE_OF, SCORES, SCORES_WEEK
from bot.visit import Visit
from care.hsi import enter_hsi
from care.in_pictures import picture_asked
from care.medicines import check_medicine
from care.scores import scores_asked
from care.week import week_asked
from programme.scales.hsi import First, Hsi, PerDay

taps = Handlers()


@taps.on(SCORES)
async def opened(visit: Visit) -> None:
    """Those of the client whose week stands there; whether they may be seen is looked up when they are shown."""
    if (client := _client(visit)) is not None:
        await scores_asked(visit.tx, visit.person, client)
        await speak.answer(visit, "scores", subject_id=client)


@taps.on(PICTURE_OF)
async def picture(visit: Visit) -> None:
    """Moods and urges, drawn; whether they may be seen is looked up when they are shown."""
    if (client := _client(visit)) is not None:
        await picture_asked(visit.tx, visit.person, client)
        await speak.answer(visit, "picture_of", subject_id=client)


@taps.on(SCORES_WEEK)
async def week(visit: Visit) -> None:
    """Back to their week."""
    if (client := _client(visit)) is not None:
        await week_asked(visit.tx, visit.person, client)
        await speak.answer(visit, "summary", subject_id=client)


@taps.on(HSI_ENTER)
async def enter(visit: Visit) -> None:
    """How soon after waking up?"""
    if (client := _client(visit)) is not None:
        await speak.answer(visit, "hsi_entry", subject_id=client)


@taps.on(HSI_FIRST_OF)
async def first(visit: Visit, value: First) -> None:
    """How soon; then how many."""
    client = _client(visit)
    if client is not None:
        await speak.answer(visit, "hsi_entry", {"first": value}, subject_id=client)


@taps.on(HSI_MANY_OF)
async def many(visit: Visit, both: tuple[First, PerDay]) -> None:
    """How many: with it both are kept."""
    client = _client(visit)
    if client is None:
        return
    if not await enter_hsi(visit.tx, visit.person, client, Hsi(*both)):
        visit.toast = "hsi-entered-not"
    await scores_asked(visit.tx, visit.person, client)
    await speak.answer(visit, "scores", subject_id=client)


@taps.on(MED_CHECKED)
async def checked(visit: Visit) -> None:
    """Their medicine is looked after."""
    if (client := _client(visit)) is not None:
        await check_medicine(visit.tx, visit.person, client)
        await speak.view(visit)


def _client(visit: Visit) -> int | None:
    """Whom the tapped screen is about."""
    return visit.tapped.subject_id
