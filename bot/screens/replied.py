"""What came back from one client in these days, or why nothing did: for their practitioner, each line true of them."""

from collections.abc import Iterator

from bot.texts import Texts
from bot.texts.dates import short_day
from programme.monday import OfClient
from programme.standing import CheckIns
from programme.summary import SoFar, Week


def replied_lines(one: OfClient, week: Week, texts: Texts) -> Iterator[str]:
    """Replies of check-ins that asked; of who did not reply, since when. What we did not ask stands as ours."""
    if week.asked and (week.replied or not week.is_quiet):
        missed = texts("summary-missed", missed=week.missed_by_us) if week.missed_by_us else ""
        yield f"{texts('summary-replied', replied=week.replied, asked=week.asked)} {missed}".strip()
    else:
        yield from _nothing(one, week, texts)
    if week.cannot_reach:
        yield texts("summary-cannot-reach", count=week.cannot_reach)
    yield from _heard(one, week, texts)
    yield from _so_far(week.so_far, texts)


def _nothing(one: OfClient, week: Week, texts: Texts) -> Iterator[str]:
    """Why nothing was heard: silence, a break, our own doing, or that nothing was due."""
    if week.asked:
        yield texts("summary-asked-days", asked=week.asked)
    if week.not_asked:
        yield texts("summary-not-asked", count=week.not_asked)
    if week.paused:
        yield texts("summary-on-a-break", count=week.paused)
    is_on = one.standing.check_ins is CheckIns.ON and not one.is_paused
    if is_on and not (week.asked or week.silent or week.not_asked or week.paused or week.cannot_reach):
        yield texts("summary-not-due")
        if one.standing.next_on is not None:
            yield texts("summary-next-on", day=short_day(texts, one.standing.next_on))


def _heard(one: OfClient, week: Week, texts: Texts) -> Iterator[str]:
    """When something was last heard: as silence only of who was asked and could answer."""
    heard = one.standing.last_heard or week.last_reply
    silent = week.is_quiet and week.silent and not (one.is_paused or one.cannot_reach)
    if silent and one.standing.check_ins is CheckIns.ON:
        yield quiet_line(week, texts, one)
    elif heard is not None:
        yield texts("summary-heard", day=short_day(texts, heard))
    else:
        yield texts("summary-heard-nothing", day=short_day(texts, week.joined))


def quiet_line(week: Week, texts: Texts, one: OfClient | None = None) -> str:
    """Since when there was no reply."""
    heard = week.last_reply or (one.standing.last_heard if one else None)
    if heard is not None:
        return texts("summary-quiet-since", day=short_day(texts, heard))
    never = week.is_new or one is not None
    return texts("summary-quiet-new", day=short_day(texts, week.joined)) if never else texts("summary-quiet")


def _so_far(said: SoFar, texts: Texts) -> Iterator[str]:
    """What was said today, which is in none of the counts."""
    told = [texts("summary-today-replied")] if said.replied else []
    if said.smoked is not None:
        told.append(texts("summary-today-smoked" if said.smoked else "summary-today-free"))
    if said.very_low:
        told.append(texts("summary-today-very-low"))
    if told:
        yield texts("summary-today", said=", ".join(told))
