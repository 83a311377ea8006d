"""Whatever comes unasked says why, and /next has a word for it."""

from dataclasses import replace

from bot.schedule.why import WhyFacts, why_screen
from bot.screens import SCREENS
from bot.texts import locales, texts_for
from programme.schedule.kinds import KINDS
from programme.schedule.kinds import SCREENS as OF_KINDS
from programme.schedule.plan import HELLO
from programme.schedule.reason_code import ReasonCode
from tests.rows import each_row
from tests.screens.cases.ahead import TOLD
from tests.screens.cases.every import cases


@each_row("name", sorted(OF_KINDS & SCREENS.keys()))
def test_what_comes_unasked_has_the_button(name: str) -> None:
    """Some face of the screen of each kind, and of the reminder, offers "Why this?"."""
    shown = [SCREENS[name].screen(facts, texts_for("en")) for _, of, facts in cases("en") if of == name]
    assert any(button.data == "view:why" for one in shown for row in one.buttons for button in row)


@each_row("locale", locales())
@each_row("kind", sorted(KINDS))
def test_each_kind_has_a_reason_and_a_name(locale: str, kind: str) -> None:
    """Why it came can be said of every kind, for all that a hello may be promised for; and /next can name it."""
    texts = texts_for(locale)
    for chosen in (ReasonCode.LAPSE, ReasonCode.PAUSE_ENDS) if kind == HELLO else ("your time",):
        prompt = replace(TOLD, kind=kind, decision={"chosen": chosen, "asked_for": "08:00"})
        assert "08:00" in why_screen(WhyFacts(prompt, "Sam"), texts).text
    assert texts.label(f"next-{kind}")
