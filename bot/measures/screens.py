"""How somebody smokes in two taps, what got easier, and where the short questions are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.kit.parts import EXCERPT, cut, lines, paragraphs, rows
from bot.kit.people import Sees, called, sees_of, told_line, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_MINE, Tap
from bot.measures.taps import CLOSER, EASIER, EASIER_ASK, EASIER_BACK, EASIER_DONE, HSI_ANEW, HSI_FIRST, HSI_MANY
from bot.practice.taps import HSI_FIRST_OF, HSI_MANY_OF, SCORES
from bot.texts import Texts
from bot.texts.dates import local, short_day
from care.measures.scales import hsi_of, noticed_by
from care.practice.clients import authorise_client
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.measures.dependence import Easier, First, HsiTold, Noticed, PerDay
from programme.people.person import Person, today_of

NAMES = ("hsi", "mpss", "withdrawal", "easier", "body")


@dataclass(frozen=True, slots=True)
class CloserFacts:
    """Nothing needs to be known."""


async def closer_facts(tx: Tx, person: Person, row: ScreenRow) -> CloserFacts:  # noqa: ARG001
    """There is nothing to look up."""
    return CloserFacts()


def closer_screen(facts: CloserFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """A button for each, and back."""
    each = (does(texts.label(f"closer-{name}"), CLOSER, name) for name in NAMES)
    back = does(texts.label("button-back"), OPEN_MINE, "progress")
    return Screen(texts("closer"), (*rows(each, 2), (back,)))


def to_closer(texts: Texts) -> Button:
    """Back to where the short questions are."""
    return does(texts.label("button-back"), OPEN_MINE, "closer")


EARLIER = 3  # answers from before that are shown


@dataclass(frozen=True, slots=True)
class HsiFacts:
    """`told` are all their answers, oldest first. `asks`: they answer now; `first` is their first tap."""

    sees: Sees
    zone: str
    told: Sequence[HsiTold] = ()
    asks: bool = False
    first: First | None = None


async def hsi_facts(tx: Tx, person: Person, row: ScreenRow) -> HsiFacts:
    """As it is now."""
    told = await hsi_of(tx, person)
    first = row.args.get("first")
    asks = bool(row.args.get("asks")) or not told
    return HsiFacts(await sees_of(tx, person), zone_of(person), told, asks, First(first) if first else None)


def first_buttons(texts: Texts, tap: Tap[First] = HSI_FIRST) -> Rows:
    """How soon after waking up."""
    return rows((does(texts.label(f"hsi-{one}"), tap, one) for one in First), 2)


def many_buttons(first: First, texts: Texts, tap: Tap[tuple[First, PerDay]] = HSI_MANY) -> Rows:
    """How many a day; each tap carries both answers."""
    return rows((does(texts.label(f"hsi-{one}"), tap, (first, one)) for one in PerDay), 2)


def hsi_screen(facts: HsiFacts, texts: Texts) -> Screen:
    """The first question, the second, or what they said."""
    if not facts.asks:
        return _told(facts, texts)
    not_now = ((does(texts.label("check-in-not-now"), OPEN_MINE, "closer"),),)
    if facts.first is None:
        asked = paragraphs(texts("hsi-first"), told_line(facts.sees, texts))
        return Screen(asked, (*first_buttons(texts), *not_now))
    return Screen(texts("hsi-per-day"), (*many_buttons(facts.first, texts), *not_now))


def _told(facts: HsiFacts, texts: Texts) -> Screen:
    *before, last = facts.told
    words = texts("hsi-told", **_said(last, texts), day=_day(last, facts, texts))
    entered = texts("hsi-entered", practitioner=_who_hsi(facts, texts)) if last.entered else None
    earlier = (texts("hsi-earlier", **_said(one, texts), day=_day(one, facts, texts)) for one in before[-EARLIER:])
    anew = does(texts.label("hsi-anew"), HSI_ANEW)
    shown = paragraphs(lines(words, entered), lines(*earlier), told_line(facts.sees, texts))
    return Screen(shown, ((anew, to_closer(texts)),))


def _said(one: HsiTold, texts: Texts) -> dict[str, str]:
    return {"first": texts.label(f"hsi-{one.said.first}"), "many": texts.label(f"hsi-{one.said.per_day}")}


def _day(one: HsiTold, facts: HsiFacts, texts: Texts) -> str:
    return short_day(texts, local(one.at, facts.zone).date())


def _who_hsi(facts: HsiFacts, texts: Texts) -> str:
    return facts.sees.practitioner or texts.label("someone")


@dataclass(frozen=True, slots=True)
class HsiEntryFacts:
    """Of whom, and the first answer once it is given."""

    name: str
    first: First | None = None


async def hsi_entry_facts(tx: Tx, person: Person, row: ScreenRow) -> HsiEntryFacts | None:
    """None where they are nobody's of this practitioner."""
    client = await authorise_client(tx, person, row.subject_id or 0)
    if client is None:
        return None
    first = row.args.get("first")
    return HsiEntryFacts(await called(tx, person, client.id), First(first) if first else None)


def hsi_entry_screen(facts: HsiEntryFacts, texts: Texts) -> Screen:
    """The first question, or the second."""
    back = ((does(texts.label("button-back"), SCORES),),)
    if facts.first is None:
        return Screen(texts("hsi-first-of", name=facts.name), (*first_buttons(texts, HSI_FIRST_OF), *back))
    return Screen(texts("hsi-per-day-of", name=facts.name), (*many_buttons(facts.first, texts, HSI_MANY_OF), *back))


SHOWN = 3  # of their own words


@dataclass(frozen=True, slots=True)
class EasierFacts:
    """`today` holds what they tapped on this day; `view`: "ask" for words, "kept"."""

    sees: Sees
    today: frozenset[Easier] = frozenset()
    view: str = ""


async def easier_facts(tx: Tx, person: Person, row: ScreenRow) -> EasierFacts:
    """As it is now."""
    today = today_of(tx.now, person)
    tapped = frozenset(one.what for one in await noticed_by(tx, person.id) if one.on == today)
    return EasierFacts(await sees_of(tx, person), tapped, row.args.get("view", ""))


def easier_screen(facts: EasierFacts, texts: Texts) -> Screen:
    """Tap all that fit."""
    done = does(texts.label("button-done"), EASIER_DONE)
    match facts.view:
        case "ask":
            return Screen(texts("easier-ask"), ((does(texts.label("button-back"), EASIER_BACK),),))
        case "kept":
            return Screen(texts("easier-kept" if facts.today else "easier-none-kept"))
    each = (_chip(one, one in facts.today, texts) for one in Easier if one is not Easier.OTHER)
    other = does(texts.label("easier-other"), EASIER_ASK)
    return Screen(paragraphs(texts("easier"), _who_easier(facts.sees, texts)), (*rows(each, 2), (other, done)))


def _chip(one: Easier, is_on: bool, texts: Texts) -> Button:
    return does(f"{'☑' if is_on else '☐'} {texts.label(f'easier-{one}')}", EASIER, one)


def _who_easier(sees: Sees, texts: Texts) -> str:
    """Nobody but them sees these: they stand on no summary."""
    return texts("check-in-who-you") if sees.keep else told_line(sees, texts)


def easier_lines(found: Sequence[Noticed], texts: Texts) -> str | None:
    """What got easier, as it is shown back with their progress; None where nothing was said."""
    if not found:
        return None
    counts = Counter(one.what for one in found if one.what is not Easier.OTHER)
    own = [one.words for one in found if one.words]
    listed = [
        texts("easier-line", what=texts.label(f"easier-{what}")) if times == 1
        else texts("easier-line-times", what=texts.label(f"easier-{what}"), times=times)
        for what, times in counts.most_common()
    ]  # fmt: skip
    words = [texts("easier-words", words=cut(one, EXCERPT)) for one in own[-SHOWN:]]
    return lines(texts("easier-told"), *listed, *words)
