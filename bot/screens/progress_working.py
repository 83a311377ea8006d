"""How lived progress is counted, step by step, in words."""

from collections.abc import Mapping

from bot.screens.parts import lines, paragraphs
from bot.texts import Texts
from bot.texts.money import money
from care.lived import Counted
from programme.outcomes import Step


def words(counted: Counted, texts: Texts) -> str:
    """Each step that was looked at, in order."""
    steps = (texts(f"lived-step-{one.code}", **_counts(one, counted, texts)) for one in counted.lived.working)
    listed = (texts("outcomes-step", step=step) for step in (*steps, texts("lived-step-today")))
    return paragraphs(texts("progress-working-head"), lines(*listed))


def _counts(step: Step, counted: Counted, texts: Texts) -> Mapping[str, int | str]:
    if "price" not in step.counts or counted.usual is None or counted.usual.currency is None:
        return step.counts
    return {**step.counts, "price": money(texts, step.counts["price"], counted.usual.currency)}
