"""Set questions, medicines and aids of a client, for their practitioner: scores with their working, no verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.kit.parts import lines, paragraphs
from bot.kit.people import called, zone_of
from bot.kit.screen import Button, Screen, does
from bot.medicines.gate import gate_named
from bot.medicines.screens import standing
from bot.practice.taps import CLIENTS, HSI_ENTER, MED_CHECKED, SCORES_WEEK
from bot.texts import Texts
from bot.texts.dates import local, short_day
from care.practice.weekly import Scores, scores_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.measures.dependence import FIRST_POINTS, PER_DAY_POINTS, Band, HsiTold
from programme.measures.mood import SYMPTOMS, MpssItem, Rating, Scored, baseline, score
from programme.medicines.aids import Going
from programme.medicines.regular import MedicineAnswer, Takes
from programme.people.person import Person

COLUMNS = 3  # ratings after the quit date, the newest
_EARLIER = 3


@dataclass(frozen=True, slots=True)
class ScoresFacts:
    """`scores` is None where they are not shown, and `name` empty where they are nobody's of this practitioner."""

    name: str
    scores: Scores | None = None
    zone: str = "UTC"


async def scores_facts(tx: Tx, person: Person, row: ScreenRow) -> ScoresFacts:
    """Whether they may be seen is asked each time they are shown."""
    seen = await scores_of(tx, person, row.subject_id or 0)
    if seen is None:
        return ScoresFacts("")
    name = await called(tx, person, seen.person.id)
    return ScoresFacts(name, seen.scores, zone_of(person))


def scores_screen(facts: ScoresFacts, texts: Texts) -> Screen:
    """All of it on one screen."""
    if not facts.name:
        return Screen(texts("scores-closed"), ((does(texts.label("summary-all"), CLIENTS),),))
    week = does(texts.label("scores-week"), SCORES_WEEK)
    enter = does(texts.label("scores-enter-hsi"), HSI_ENTER)
    if facts.scores is None:
        return Screen(texts("scores-not-shown", name=facts.name), ((enter, week),))
    head = lines(texts("scores-head", name=facts.name), texts("scores-told"))
    rest = lines(_medicine(facts.scores.medicine, texts), _aids(facts.scores, texts))
    body = paragraphs(head, lines(*_hsi(facts, texts)), _mpss(facts.scores, texts), rest)
    return Screen(body, (*_checked(facts.scores.medicine, texts), (enter, week)))


def _hsi(facts: ScoresFacts, texts: Texts) -> Iterator[str]:
    told = facts.scores.hsi if facts.scores else ()
    if not told:
        yield texts("scores-hsi-none")
        return
    *before, last = told
    yield texts("scores-hsi", day=_day(last, facts, texts), **_scored(last, texts))
    first, many = last.said.first, last.said.per_day
    yield texts(
        "scores-hsi-working", first=texts.label(f"hsi-{first}").lower(), firstPoints=FIRST_POINTS[first],
        many=texts.label(f"hsi-{many}"), manyPoints=PER_DAY_POINTS[many],
    )  # fmt: skip
    if last.entered:
        yield texts("scores-hsi-entered")
    if last.said.band is Band.LOW:
        yield texts("scores-hsi-light")
    if before:
        earlier = (f"{one.said.score} ({_day(one, facts, texts)})" for one in before[-_EARLIER:])
        yield texts("scores-hsi-before", earlier=", ".join(earlier))


def _scored(one: HsiTold, texts: Texts) -> dict[str, str | int]:
    return {"score": one.said.score, "band": texts.label(f"scores-hsi-{one.said.band}")}


def _day(one: HsiTold, facts: ScoresFacts, texts: Texts) -> str:
    return short_day(texts, local(one.at, facts.zone).date())


def _mpss(scores: Scores, texts: Texts) -> str:
    if not scores.ratings:
        return texts("scores-mpss-none")
    quit_on = scores.quit_on or date.max
    before = baseline(scores.ratings, quit_on)
    after = [score(one, scores.ratings, quit_on) for one in scores.ratings if one.on >= quit_on][-COLUMNS:]
    without = texts("scores-no-baseline") if not before else None
    shown = before or ([] if after else [scores.ratings[-1]])
    table = "\n".join(_table(shown, after, texts))
    return lines(texts("scores-mpss"), without, f"<pre>{table}</pre>")


def _table(before: Sequence[Rating], after: Sequence[Scored], texts: Texts) -> Iterator[str]:
    days = "".join(f"{texts('scores-day', day=one.day):>6}" for one in after)
    yield f"{'':13}{texts('scores-before') if before else '':>6}{days}".rstrip()
    for item in MpssItem:
        label = texts(f"scores-item-{int(item)}")
        cells = "".join(f"{_cell(one, item):>6}" for one in after)
        yield f"{label:13}{_mean(before, item):>6}{cells}".rstrip()


def _mean(before: Sequence[Rating], item: MpssItem) -> str:
    said = [one.scores[item] for one in before if item in one.scores]
    return _number(Fraction(sum(said), len(said))) if said else "-"


def _cell(scored: Scored, item: MpssItem) -> str:
    """The change, with its sign; without a baseline, and of urges, as it was said."""
    if item not in SYMPTOMS:
        raw = scored.urge_time if item is MpssItem.URGE_TIME else scored.urge_strength
        return "-" if raw is None else str(raw)
    one = next((each for each in scored.changes if each.item is item), None)
    if one is None:
        return "-"
    return f"({one.now})" if one.change is None else _number(one.change, signed=True)


def _number(value: Fraction, *, signed: bool = False) -> str:
    sign = "+" if signed and value > 0 else ""
    return f"{sign}{int(value)}" if value.denominator == 1 else f"{sign}{float(value):.1f}"


def _medicine(told: MedicineAnswer | None, texts: Texts) -> str:
    stands = standing(told)
    if told is None or not told.may_take:
        return texts(f"scores-medicine-{stands}")
    what = texts.label("scores-medicine-not-sure" if told.takes is Takes.NOT_SURE else "scores-medicine-yes")
    what = gate_named(told, texts) if told.which else what
    return texts("scores-medicine-checked" if told.checked else f"scores-medicine-{stands}", what=what)


def _checked(told: MedicineAnswer | None, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    if told is None or not told.may_take or told.is_settled:
        return ()
    return ((does(texts.label("scores-checked"), MED_CHECKED),),)


def _aids(scores: Scores, texts: Texts) -> str | None:
    going = {one.aid: one.going for one in scores.aids}
    used = [
        texts("scores-aid-going", aid=texts.label(f"aid-{aid}"), going=texts.label(f"scores-going-{going[aid]}"))
        if going[aid] is not Going.USING
        else texts.label(f"aid-{aid}")
        for aid in scores.uses
    ]
    return texts("scores-aids", what=", ".join(used)) if used else None
