"""The scenarios there are, in the order in which they are lived."""

from typing import Final

from trials.danger.load import load
from trials.danger.scenario import Scenario

SCENARIOS: Final = (Scenario("load", "a crowd of strangers writes while clients live and somebody is in danger", load),)
