"""Exercises that are done together: which step is due when."""

from programme.toolkit.items import BREATHS, IN, OUT, READY, STEPS, Guide, GuideStep, lasts, next_change, step_at
from tests.rows import each_row


def test_how_long_they_last() -> None:
    """Breathing a minute or two, a wave three to five."""
    assert 60 <= lasts(Guide.BREATHE) <= 120
    assert 180 <= lasts(Guide.SURF) <= 300


@each_row(
    ("seconds", "step"),
    [
        (-3.0, GuideStep("ready", READY)),
        (0, GuideStep("ready", READY)),
        (READY - 0.1, GuideStep("ready", READY)),
        (READY, GuideStep("in", IN, 1, BREATHS)),
        (READY + IN, GuideStep("out", OUT, 1, BREATHS)),
        (READY + IN + OUT, GuideStep("in", IN, 2, BREATHS)),
        (READY + BREATHS * (IN + OUT) - 0.1, GuideStep("out", OUT, BREATHS, BREATHS)),
        (READY + BREATHS * (IN + OUT), None),
        (86_400, None),
    ],
)
def test_the_step_that_is_due(seconds: float, step: GuideStep | None) -> None:
    """By the seconds alone, so that nothing is made up for."""
    assert step_at(Guide.BREATHE, seconds) == step


@each_row("guide", Guide)
def test_from_change_to_change(guide: Guide) -> None:
    """Every step is come by in turn, and the last change is the end."""
    at: int | None = 0
    seen = []
    while at is not None:
        seen.append(step_at(guide, at))
        at = next_change(guide, at)
    assert seen == [*STEPS[guide], None]
    assert next_change(guide, lasts(guide) - 0.1) == lasts(guide)
    assert min(step.seconds for step in STEPS[guide]) >= IN, "a chat takes one change a second"
