"""The checker on who is on whose side at which moment: what was rightly read is no fault, and what was not is one."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from simulator import Call, TruthLog
from tests.stories.supporters.test_a_supporter import link_for
from tests.stories.town import Someone, Town
from tests.trials.lived import Lived, live_through
from tests.trials.process import Home
from trials.check import check

KNOWS = "Sam is stopping smoking"


async def _a_link_changes_hands(town: Town) -> None:
    """Kit says hello and is on Kim's side before the answer arrives; then Kit opens Sam's link, reads what Sam ticked
    and answers nothing; Sam gives a new link to Jo."""
    lee = await town.practitioner()
    sam, kim = await town.client(lee), await town.client(lee, "Kim")
    kit, jo = town.someone("Kit"), town.someone("Jo")
    kims = await link_for(kim, name="Kit")
    town.simulator.faults.fail_next("sendMessage", "429", chat_id=kit.phone.id)
    await kit.writes("hello")
    town.clock.turn(0.1)
    await _opens(kit, kims)
    await town.goes_on(timedelta(minutes=1))
    await kit.taps("Yes, I'm Kit", "Yes, count me in")
    await _opens(kit, await link_for(sam, "That I'm stopping"), "Yes, I'm Jo")
    await town.goes_on(timedelta(minutes=5))
    await sam.writes("/supporters")
    await sam.taps("Jo", "Make the link")
    token = next(bubble.text for bubble in sam.phone.looks() if "start=" in bubble.text)
    await _opens(jo, token.rpartition("start=")[2][:22], "Yes, I'm Jo", "Yes, count me in")
    await town.goes_on(timedelta(minutes=5))


async def _opens(who: Someone, token: str, *labels: str) -> None:
    await who.does(lambda phone: phone.starts(token))
    await who.taps(*labels)
    who.phone.looks()


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """That day."""
    return asyncio.run(live_through(Home(tmp_path_factory.mktemp("lived")), _a_link_changes_hands))


def _read_by(lived: Lived, name: str, words: str) -> Call:
    chat = lived.chats[name]
    return next(one for one in lived.log.of(Call) if one.chat_id == chat and words in str(one.params.get("text")))


def test_what_was_shown_before_the_link_went_to_somebody_else_was_rightly_shown(lived: Lived) -> None:
    """Kit read that Sam is stopping while the link was Kit's: nothing is found."""
    assert _read_by(lived, "Kit", KNOWS).at < _read_by(lived, "Jo", KNOWS).at
    assert check(lived.memory, lived.log) == []


@pytest.mark.parametrize(("words", "rule"), [(KNOWS, "told_too_much"), ("Sam sent this", "named_after_the_end")])
def test_what_is_shown_after_that_is_found(lived: Lived, words: str, rule: str) -> None:
    """The same words eight minutes later tell Kit too much, or name Sam to somebody who is asked no more."""
    early = _read_by(lived, "Kit", words)
    later = _logged(lived, early, at=early.at + timedelta(minutes=8))
    assert {one.rule for one in check(later.memory, later.log)} == {rule}


@pytest.mark.parametrize(("seconds", "rules"), [(30, set()), (90, {"told_too_much"})])
def test_what_was_taken_before_may_arrive_a_moment_later(lived: Lived, seconds: int, rules: set[str]) -> None:
    """Kit asked for it as a stranger, and it was under way when Kit was asked: a minute later nothing excuses it."""
    asked = next(one for one in lived.memory.events if one.kind == "SupporterAsked")
    answer = _read_by(lived, "Kit", "Here is what works")
    told = {**answer.params, "text": "/craving helps with an urge."}
    late = _logged(lived, answer, at=asked.at + timedelta(seconds=seconds), params=told)
    assert {one.rule for one in check(late.memory, late.log)} == rules


def _logged(lived: Lived, call: Call, **facts: Any) -> Lived:
    """That request is somehow another one."""
    log = TruthLog()
    log.entries = [replace(one, **facts) if one is call else one for one in lived.log.entries]
    return replace(lived, log=log)
