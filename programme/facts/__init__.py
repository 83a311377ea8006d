"""Clinical facts: every clinical sentence that people read stands on one of these, or it is not said."""

from programme.facts.fact import Fact, Mark, overdue, unsourced
from programme.facts.registry import FACTS
from programme.facts.withdrawal import Felt, may_say_common

__all__ = ["FACTS", "Fact", "Felt", "Mark", "may_say_common", "overdue", "unsourced"]
