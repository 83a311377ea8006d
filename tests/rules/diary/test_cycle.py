"""How it goes round: counted from a client's own cigarettes, and theirs to put right."""

import json
from dataclasses import replace

from programme.check_in.answers import HardMoment, Mood
from programme.check_in.counts import Share
from programme.diary.patterns import Correction, Feature, FeatureKind, Feeling, StressFollowUp, StressPair
from programme.diary.pictures import Cycle, Turn, cycle

STRESS, DRINK = Turn(HardMoment.STRESS, Mood.LOW, StressPair(4, 4)), Turn(HardMoment.DRINK, Feeling.GOOD)
NOT_STRESS = Correction(frozenset({Feature(FeatureKind.MOMENT, "stress")}))
TURNS = [*[STRESS] * 4, replace(STRESS, felt=Mood.OK, look=StressPair(3, 1)), *[DRINK] * 3, Turn(), Turn(felt=Mood.LOW)]
GOES = Cycle(HardMoment.STRESS, Share(5, 8), Mood.LOW, Share(4, 5), StressFollowUp(1, 4, 0))


def test_the_round_that_comes_most_often() -> None:
    """What was going on most often, how that felt, and how stress was later at these and no others."""
    assert cycle(TURNS) == GOES


def test_six_cigarettes_are_too_few() -> None:
    """As with patterns; and where nothing was said of any there is no round."""
    assert cycle(TURNS[:6]) is None
    assert cycle([Turn()] * 9) is None


def test_what_was_not_said_is_left_out() -> None:
    """No feeling, no look-back, or a second answer that never came."""
    bare = Turn(HardMoment.BORED, None, StressPair(3))
    assert cycle([bare] * 7) == Cycle(HardMoment.BORED, Share(7, 7), None, Share(0, 0), None)


def test_one_word_is_not_told_as_two_steps() -> None:
    """Stress that felt stressed is one step."""
    found = cycle([replace(STRESS, felt=Feeling.STRESSED)] * 7)
    assert found is not None
    assert found.felt is None


def test_the_client_puts_it_right() -> None:
    """What they refused is left out; what they put in the place of anything goes first."""
    found = cycle(TURNS, [NOT_STRESS])
    assert found == Cycle(HardMoment.DRINK, Share(3, 8), Feeling.GOOD, Share(3, 3), None)
    instead = Correction(frozenset({Feature(FeatureKind.PART, "night")}), instead=Feature(FeatureKind.MOMENT, "drink"))
    assert cycle(TURNS, [instead]) == found
    assert cycle([STRESS] * 7, [NOT_STRESS]) is None
    assert cycle(TURNS, [replace(NOT_STRESS, fits=True)]) == GOES


def test_it_comes_back_from_an_event_as_it_went() -> None:
    """Through JSON, with and without its parts."""
    for one in (GOES, replace(GOES, felt=Feeling.LONELY), Cycle(HardMoment.OTHER, Share(7, 7))):
        assert Cycle.from_codes(json.loads(json.dumps(one.codes()))) == one
