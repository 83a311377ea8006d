"""A client's pictures: what is drawn, as data, and the same in words with every count."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from babel.dates import format_date, get_day_names

from bot.diary.taps import PICTURE
from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import Sees, called, sees_of, shown_name
from bot.kit.screen import AS_IT_STANDS, BarsPicture, CoursePicture, DaysPicture, GridPicture, Picture, Screen, does
from bot.kit.taps import OPEN_MINE
from bot.practice.taps import CLIENTS, SCORES_WEEK
from bot.texts import Texts
from bot.texts.dates import day
from care.diary.pictures import InPictures, PictureKind, PicturesShown, drawn_for, in_pictures_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import STRONGEST_URGE, Mood
from programme.diary.patterns import ENOUGH, LogEntry, PartOfDay
from programme.diary.pictures import WEEKDAYS, CigaretteDays, MoodDays, counted_feelings, counted_moments, grid_of_times
from programme.people.person import Person
from programme.quitting.record import Amount
from programme.schedule.slots import DAY

MONDAYS = 5  # weeks of which each has its date under a picture; of more, every second or third has


def counted_words(counts: Iterable[tuple[str, int]], texts: Texts) -> str:
    """ "Stress: 8, A drink: 3"."""
    return ", ".join(texts.label("picture-count", name=name, count=count) for name, count in counts)


def weekdays(texts: Texts, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    """Monday to Sunday."""
    names = get_day_names(width, locale=texts.babel)
    return tuple(names[weekday] for weekday in WEEKDAYS)


def short_date(day: date, texts: Texts) -> str:
    """ "2 Mar"."""
    return format_date(day, "d MMM", locale=texts.babel)


def ticks(first: date, days: int, texts: Texts) -> tuple[tuple[int, str], ...]:
    """Mondays by their place, as many as there is room for."""
    to_monday = -first.weekday() % 7
    step = 7 * (1 + days // 7 // MONDAYS)
    return tuple((place, short_date(first + place * DAY, texts)) for place in range(to_monday, days, step))


def felt_picture(felt: MoodDays, texts: Texts) -> CoursePicture:
    """Both courses."""
    order = [*Mood]
    return CoursePicture(
        title=texts.label("picture-felt"),
        ticks=ticks(felt.first, len(felt.moods), texts),
        upper_name=texts.label("picture-mood-head"),
        steps=tuple(texts.label(f"mood-{mood}") for mood in Mood),
        upper=tuple(None if mood is None else order.index(mood) for mood in felt.moods),
        lower_name=texts.label("picture-urge-head"),
        most=STRONGEST_URGE,
        lower=felt.urges,
    )


def felt_words(felt: MoodDays, texts: Texts) -> str:
    """How often each was said, and that gaps count for nothing."""
    return lines(felt_counts(felt, texts), texts("picture-gaps"))


def felt_counts(felt: MoodDays, texts: Texts) -> str:
    """How often each was said."""
    return lines(
        texts("picture-felt-words", day=short_date(felt.first, texts)), _moods(felt, texts), _urges(felt, texts)
    )


def _moods(felt: MoodDays, texts: Texts) -> str:
    said = Counter(mood for mood in felt.moods if mood is not None)
    if not said:
        return texts("picture-mood-none")
    each = counted_words(((texts.label(f"mood-{mood}"), said[mood]) for mood in Mood), texts)
    return texts("picture-mood-counts", said=said.total(), days=len(felt.moods), counts=each)


def _urges(felt: MoodDays, texts: Texts) -> str:
    said = [urge for urge in felt.urges if urge is not None]
    if not said:
        return texts("picture-urge-none")
    times = Counter(said)
    each = counted_words(((str(urge), times[urge]) for urge in range(STRONGEST_URGE + 1)), texts)
    ends = {"first": said[0], "last": said[-1]}
    return texts("picture-urge-counts", said=len(said), days=len(felt.urges), counts=each, **ends)


def smoked_picture(smoked: CigaretteDays, quit_on: Sequence[date], texts: Texts) -> DaysPicture:
    """A bar a day."""
    days = len(smoked.amounts)
    return DaysPicture(
        title=texts.label("picture-smoked"),
        ticks=ticks(smoked.first, days, texts),
        amounts=smoked.amounts,
        marks=tuple(((on - smoked.first).days, texts.label("picture-mark-quit")) for on in _within(smoked, quit_on)),
        least=texts.label("picture-legend-least"),
        most=texts.label("picture-legend-most"),
        none=texts.label("picture-legend-none"),
        gap=texts.label("picture-legend-gap"),
    )


def smoked_words(smoked: CigaretteDays, quit_on: Sequence[date], texts: Texts) -> str:
    """Week by week, with how many days were said."""
    return lines(
        texts("picture-smoked-words", day=short_date(smoked.first, texts)),
        *_weeks(smoked, texts),
        *(texts("picture-quit-on", day=day(texts, on)) for on in _within(smoked, quit_on)),
        texts("picture-gaps"),
        texts("picture-cutting-down"),
    )


def _within(smoked: CigaretteDays, quit_on: Sequence[date]) -> Sequence[date]:
    """The last quit date of these days: of several, the words would stand on one another."""
    return [on for on in quit_on if smoked.first <= on < smoked.first + len(smoked.amounts) * DAY][-1:]


def _weeks(smoked: CigaretteDays, texts: Texts) -> Iterator[str]:
    start = 0
    while start < len(smoked.amounts):
        first = smoked.first + start * DAY
        end = min(start + 7 - first.weekday(), len(smoked.amounts))
        yield _week(first, smoked.amounts[start:end], texts)
        start = end


def _week(first: date, amounts: Sequence[Amount | None], texts: Texts) -> str:
    named, said = short_date(first, texts), [amount for amount in amounts if amount is not None]
    if not said:
        return texts("picture-smoked-week-gap", day=named)
    counts = {"days": len(said), "of": len(amounts)}
    if all(most == 0 for _, most in said):
        return texts("picture-smoked-week-none", day=named, **counts)
    return texts("picture-smoked-week", day=named, amount=_range(said, texts), **counts)


def _range(said: Sequence[Amount], texts: Texts) -> str:
    least, mosts = min(least for least, _ in said), [most for _, most in said]
    bounded = [most for most in mosts if most is not None]
    if len(bounded) < len(mosts):
        return texts.label("picture-smoked-open", least=least)
    most = max(bounded)
    return str(least) if least == most else texts.label("picture-smoked-range", least=least, most=most)


def moments_picture(logs: Sequence[LogEntry], texts: Texts) -> BarsPicture:
    """Two groups of bars; one of which nothing was said is not there."""
    groups = (
        (texts.label("picture-moments-head"), _moments(logs, texts)),
        (texts.label("picture-feelings-head"), _feelings(logs, texts)),
    )
    return BarsPicture(texts.label("picture-what"), tuple((name, counts) for name, counts in groups if counts))


def moments_words(logs: Sequence[LogEntry], texts: Texts) -> str:
    """Every count."""
    going_on, felt = _moments(logs, texts), _feelings(logs, texts)
    return lines(
        texts("picture-what-words", count=len(logs)),
        texts("picture-moments", counts=counted_words(going_on, texts)) if going_on else None,
        texts("picture-feelings", counts=counted_words(felt, texts)) if felt else None,
    )


def _moments(logs: Sequence[LogEntry], texts: Texts) -> tuple[tuple[str, int], ...]:
    return tuple((texts.label(f"moment-{one}"), count) for one, count in counted_moments(logs))


def _feelings(logs: Sequence[LogEntry], texts: Texts) -> tuple[tuple[str, int], ...]:
    return tuple((feeling_words(one, texts), count) for one, count in counted_feelings(logs))


def feeling_words(code: str, texts: Texts) -> str:
    """A feeling, or a mood of the check-in, in its word."""
    return texts.label(f"feeling-{code}" if texts.has(f"feeling-{code}") else f"mood-{code}")


_MOST = 3  # places in the grid that are named by themselves, of those with more than one


def hours_picture(logs: Sequence[LogEntry], texts: Texts) -> GridPicture:
    """The grid."""
    return GridPicture(texts.label("picture-when"), weekdays(texts, "abbreviated"), _parts(texts), grid_of_times(logs))


def hours_words(logs: Sequence[LogEntry], texts: Texts) -> str:
    """Where most are, and every count by part and by day."""
    counts, days, parts = grid_of_times(logs), weekdays(texts, "wide"), _parts(texts)
    places = [(row, column) for row in range(len(parts)) for column in WEEKDAYS if counts[row][column] > 1]
    largest = sorted(places, key=lambda place: -counts[place[0]][place[1]])[:_MOST]
    most = ((f"{days[column]} {parts[row].lower()}", counts[row][column]) for row, column in largest)
    by_day = [sum(row[column] for row in counts) for column in WEEKDAYS]
    return lines(
        texts("picture-when-words", count=len(logs), day=short_date(logs[0].at.date(), texts)),
        texts("picture-most", most=counted_words(most, texts)) if largest else None,
        texts("picture-by-part", counts=counted_words(zip(parts, map(sum, counts), strict=True), texts)),
        texts("picture-by-day", counts=counted_words(zip(days, by_day, strict=True), texts)),
        texts("picture-night"),
    )


def _parts(texts: Texts) -> tuple[str, ...]:
    return tuple(texts.label(f"part-{part}") for part in PartOfDay)


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """Which one was asked for, and what there is to draw."""

    which: PictureKind
    there: InPictures
    sees: Sees


async def picture_facts(tx: Tx, person: Person, row: ScreenRow) -> PictureFacts:
    """As it is now."""
    return PictureFacts(PictureKind(row.args["which"]), await in_pictures_of(tx, person), await sees_of(tx, person))


def picture_screen(facts: PictureFacts, texts: Texts) -> Screen:
    """The picture, the way to the others, and back. Where there is nothing to draw any more, words say so."""
    others = (one for one in facts.there.drawable if one is not facts.which)
    named = rows((does(texts.label(f"picture-{one}"), PICTURE, one) for one in others), 2)
    buttons = (*named, (does(texts.label("button-back"), OPEN_MINE, "patterns"),))
    drawn = _drawn(facts, texts)
    if drawn is None:
        return Screen(texts("pictures-not-yet", enough=ENOUGH), buttons, picture=AS_IT_STANDS)
    picture, words = drawn
    return Screen(paragraphs(words, _who(facts, texts)), buttons, picture=picture)


def _who(facts: PictureFacts, texts: Texts) -> str:
    """The practitioner has what check-ins were answered with (see bot.diary.pictures), and nothing of the diary."""
    if facts.which is PictureKind.FELT and facts.sees.both:
        return texts("pictures-who-felt", practitioner=facts.sees.practitioner or "")
    return texts("pictures-who")


def _drawn(facts: PictureFacts, texts: Texts) -> tuple[Picture, str] | None:
    there = facts.there
    match facts.which:
        case PictureKind.WHEN if there.logs:
            return hours_picture(there.logs, texts), hours_words(there.logs, texts)
        case PictureKind.WHAT if there.logs:
            return moments_picture(there.logs, texts), moments_words(there.logs, texts)
        case PictureKind.FELT if there.felt:
            return felt_picture(there.felt, texts), felt_words(there.felt, texts)
        case PictureKind.SMOKED if there.smoked:
            return smoked_picture(there.smoked, there.quit_on, texts), smoked_words(there.smoked, there.quit_on, texts)
    return None


PictureOfFacts = PicturesShown


async def picture_of_facts(tx: Tx, person: Person, row: ScreenRow) -> PictureOfFacts:
    """Whether it may be seen is asked each time it is shown; of nobody of theirs, the id is 0."""
    found = await drawn_for(tx, person, row.subject_id or 0)
    return replace(found, name=await called(tx, person, found.id)) if found else PictureOfFacts(0, None, shown=False)


def picture_of_screen(facts: PictureOfFacts, texts: Texts) -> Screen:
    """The picture, or, in its place, an empty one that says why."""
    if not facts.id:
        return Screen(texts("scores-closed"), ((does(texts.label("summary-all"), CLIENTS),),), picture=_empty(texts))
    name = shown_name(facts.id, facts.name, texts)
    back = ((does(texts.label("scores-week"), SCORES_WEEK),),)
    if facts.felt is None:
        why = texts("picture-of-few", enough=ENOUGH) if facts.shown else texts("scores-not-shown", name=name)
        return Screen(why, back, picture=_empty(texts))
    head = lines(texts("picture-of-head", name=name), texts("scores-told"))
    words = paragraphs(head, felt_counts(facts.felt, texts), texts("picture-of-gaps"))
    return Screen(words, back, picture=felt_picture(facts.felt, texts))


def _empty(texts: Texts) -> Picture:
    return BarsPicture(texts.label("picture-felt"), ())
