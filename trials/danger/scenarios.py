"""The scenarios there are, in the order in which they are lived."""

from typing import Final

from trials.danger.after import after
from trials.danger.asking import FRIDAY, friday, unreached
from trials.danger.home import home
from trials.danger.load import load
from trials.danger.plan import plan
from trials.danger.play import played
from trials.danger.scenario import Scenario
from trials.danger.words import everywhere, words

SCENARIOS: Final = (
    Scenario("load", "a crowd of strangers writes while clients live and somebody is in danger", load),
    Scenario("words", "what each person writes on one Monday, and what they read", played(words)),
    Scenario("everywhere", "whoever writes it, and whatever it stands in", played(everywhere), short=False),
    Scenario("home", "violence at home, and the whole next day", played(home), short=False),
    Scenario("after", "the evening and the morning after a card, and Lee's Monday", played(after), short=False),
    Scenario("plan", "the pinned numbers, and a safety plan", played(plan), short=False),
    Scenario("friday", "a request from the card on a Friday night", played(friday), FRIDAY, short=False),
    Scenario("unreached", "a practitioner who blocked, and clients who leave", played(unreached), FRIDAY, short=False),
)
