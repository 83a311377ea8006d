"""What an operator may stop, and what a screen is without a text that was stopped."""

import re
from dataclasses import replace
from typing import Final

from bot.kit.screen import Screen
from bot.texts import Texts

# Screens that are never stopped: whom to call, what somebody asked of a person, what is kept, and every way out.
# "note" is many answers in one: each goes by its text.
ALWAYS: Final = frozenset({
    "crisis", "numbers", "quiet_line", "safety_plan", "safety_shown", "help", "privacy", "who_sees_what", "request",
    "request_late", "request_opened", "tell", "telling", "leave", "settings", "pause", "stop_what", "kind_stopped",
    "note", "withheld", "handed_over", "handed_on", "took_over",
})  # fmt: skip
# Files whose texts are never stopped: the crisis card's own, requests for help, what is kept, and words that every
# screen needs. A text of another file is left out of the card too, where it stands there.
ALWAYS_FILES: Final = frozenset({"safety.ftl", "requests.ftl", "privacy.ftl", "help.ftl", "common.ftl"})
_EMPTY_LINES = re.compile(r"\n{3,}")
_TAG = re.compile(r"<[^>]*>")


def may_stop_text(key: str, texts: Texts) -> bool:
    """Whether that text may be left out."""
    return key in texts.written and texts.written[key].file not in ALWAYS_FILES


def without_gaps(shown: Screen) -> Screen | None:
    """The screen as it is once some of its texts are "": no gap and no blank button; None where no words are left."""
    if not _TAG.sub("", shown.text).strip():
        return None
    text = _EMPTY_LINES.sub("\n\n", shown.text).strip()
    rows = tuple(kept for row in shown.buttons if (kept := tuple(one for one in row if one.label.strip())))
    keyboard = shown.keyboard
    if keyboard:
        keyboard = tuple(left for row in keyboard if (left := tuple(one for one in row if one.strip()))) or None
    return replace(shown, text=text, buttons=rows, keyboard=keyboard)
