"""Leaving: what becomes of what was kept, asked once, and once more before erasing."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import back
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """`view`: "" or "sure" (erase, really?); `client`: has joined and not left; `left`: was a client before."""

    view: str
    client: bool
    left: bool
    practitioner: bool = False


def screen(facts: Facts, texts: Texts) -> Screen:
    """A choice, and a way to stay."""
    if facts.practitioner:
        return Screen(texts("leave-practitioner"))
    erase = does(texts.label("leave-erase"), "view", "sure")
    if facts.view == "sure":
        yes = does(texts.label("leave-erase-yes"), "erase")
        return Screen(texts("leave-erase-sure"), ((yes,), (back(texts),)))
    stay = (does(texts.label("leave-stay"), "cancel"),)
    if facts.client:
        keep = does(texts.label("leave-keep"), "leave_keep")
        return Screen(texts("leave"), ((keep,), (erase,), stay))
    return Screen(texts("leave-kept" if facts.left else "leave-stranger"), ((erase,),))
