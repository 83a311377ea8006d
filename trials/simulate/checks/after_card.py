"""After a crisis card: the evening and the next morning are soft, nothing is reminded of, and none of it is silence."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.plan import CHECK_IN, OUTCOME, TIMING
from programme.prompt import Prompt, PromptState
from trials.rules.slots import instant
from trials.simulate.life import Life
from trials.simulate.residents import What
from trials.simulate.truth import Did

DAY = timedelta(days=1)
NOON = time(12)
SOFT = "soft"
SILENT = (PromptState.EXPIRED, PromptState.REPLACED)


def after_card(life: Life) -> Iterator[str | None]:
    """Each planned question that opened in the hours after a card, beside what the card was for: after violence at home
    nothing is softer."""
    for one in life.planned:
        if one.opened_at is None or one.kind not in (CHECK_IN, OUTCOME, TIMING) or one.form == "last":
            continue
        cards = _cards(life, one.person_id, one.opened_at)
        if any(did.said["softens"] for did in cards):
            yield _soft(life, one)
        elif cards or one.form == SOFT:
            yield f"{_named(life, one)} is soft for no card of its own" if one.form == SOFT else None


def is_after_card(life: Life, person_id: int, at: datetime) -> bool:
    """Whether somebody's hours were soft then."""
    return any(did.said["softens"] for did in _cards(life, person_id, at))


def _cards(life: Life, person_id: int, at: datetime) -> Sequence[Did]:
    return [did for did in life.did.get(person_id, ()) if _covers(life, did, at)]


def _covers(life: Life, did: Did, at: datetime) -> bool:
    """Whether that is after that card, or at its very instant, and before the noon of the day after."""
    if did.what is not What.DANGER or at < did.at:
        return False
    zone = life.zone(did.person_id, did.at)
    noon = instant(life.local_date(did.person_id, did.at) + DAY, NOON, ZoneInfo(zone))
    return noon is not None and at < noon


def _soft(life: Life, one: Prompt) -> str | None:
    if one.kind != CHECK_IN or one.form != SOFT:
        return f"{_named(life, one)} asks as on any day after a crisis card"
    if one.reminded_at is not None:
        return f"{_named(life, one)} was reminded of after a crisis card"
    if one.state in SILENT:
        return f"{_named(life, one)} counts as silence after a crisis card"
    others = (each for each in life.planned if each.person_id == one.person_id and each.form == SOFT)
    same = [each for each in others if each.opened_at and _half(each) == _half(one)]
    return f"{_named(life, one)} is one of {len(same)} in one half of a day" if len(same) > 1 else None


def _half(one: Prompt) -> tuple[object, bool]:
    return one.local_date, one.slot < f"{NOON:%H:%M}"


def _named(life: Life, one: Prompt) -> str:
    return f"prompt {one.id} ({one.kind}) of {life.who(one.person_id)} on {one.local_date}"
