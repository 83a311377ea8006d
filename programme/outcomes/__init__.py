"""Four outcomes from one record, never one "quit" flag: what services count, what trials count, a week, what was lived.

Each has its own meaning and its own audience (FIELD.md 2.2), so each is reckoned in a file of its own, and each carries
its working: steps as codes and counts that a screen can put into words. Why they are reckoned so: docs/decisions/0012.
"""

from programme.outcomes.all_four import Outcomes, outcomes
from programme.outcomes.lived import LivedProgress, lived
from programme.outcomes.nhs import Nhs, NhsResult, nhs_four_week
from programme.outcomes.record import CoReading, Record, Relapse, Said, Treated, Usual
from programme.outcomes.russell import Russell, RussellResult, russell
from programme.outcomes.seven_days import SevenDays, SevenDaysResult, seven_days
from programme.outcomes.silence import Audience, Silence, silence
from programme.outcomes.working import Code, Step

__all__ = [
    "Audience", "CoReading", "Code", "LivedProgress", "Nhs", "NhsResult", "Outcomes", "Record", "Relapse", "Russell",
    "RussellResult", "Said", "SevenDays", "SevenDaysResult", "Silence", "Step", "Treated", "Usual", "lived",
    "nhs_four_week", "outcomes", "russell", "seven_days", "silence",
]  # fmt: skip
