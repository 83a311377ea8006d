"""Taps of the toolkit: what helps, ideas to take, own words for hard moments."""

from bot.kit.taps import (
    CLIENT,
    NOTHING,
    PAGE,
    STRATEGY,
    choice,
    code,
    matching,
    one_of,
    optional,
    otherwise,
    pair,
    row,
    tap,
)
from programme.check_in.answers import HardMoment
from programme.people.owned import Owned
from programme.toolkit.items import MINUTES
from programme.toolkit.strategies import Function, StrategyPlace

_ABOUT_ITEM = pair(code("moment", "gives", "place", "minutes"), matching(r"[a-z_]{1,16}|[0-9]{1,2}"))
TOOLKIT_ALL = tap("toolkit_all", otherwise(PAGE, 0), CLIENT, "toolkit")
TOOLKIT_HIDDEN = tap("toolkit_hidden", otherwise(PAGE, 0), CLIENT, "toolkit")
TOOLKIT_ASK = tap("toolkit_ask", NOTHING, CLIENT, "browse", "toolkit")
TOOLKIT_MOMENTS = tap("toolkit_moments", NOTHING, CLIENT, "toolkit")
TOOLKIT_FOR = tap("toolkit_for", choice(HardMoment), CLIENT, "toolkit")
TOOLKIT_ITEM = tap("toolkit_item", row(Owned.ITEM), CLIENT, "browse", "toolkit")
TOOLKIT_MOMENT = tap("toolkit_moment", row(Owned.ITEM), CLIENT, "toolkit")
TOOLKIT_ABOUT = tap("toolkit_about", row(Owned.ITEM), CLIENT, "toolkit")
TOOLKIT_EDIT = tap("toolkit_edit", row(Owned.ITEM), CLIENT, "toolkit")
TOOLKIT_IS = tap("toolkit_is", _ABOUT_ITEM, CLIENT, "toolkit")
TOOLKIT_PIN = tap("toolkit_pin", row(Owned.ITEM), CLIENT, "toolkit")
TOOLKIT_UNPIN = tap("toolkit_unpin", row(Owned.ITEM), CLIENT, "toolkit")
TOOLKIT_HIDE = tap("toolkit_hide", row(Owned.ITEM), CLIENT, "toolkit")
TOOLKIT_SHOW = tap("toolkit_show", row(Owned.ITEM), CLIENT, "toolkit")
TOOLKIT_DROP = tap("toolkit_drop", row(Owned.ITEM), CLIENT, "toolkit")
BROWSE = tap("browse", code("", "where", "moments"), CLIENT, "toolkit")
BROWSE_FOR = tap("browse_for", optional(choice(HardMoment)), CLIENT, "craving")
BROWSE_GIVES = tap("browse_gives", choice(Function), CLIENT, "browse")
BROWSE_MOMENT = tap("browse_moment", choice(HardMoment), CLIENT, "browse")
BROWSE_PLACE = tap("browse_place", choice(StrategyPlace), CLIENT, "browse")
BROWSE_MINUTES = tap("browse_minutes", one_of(MINUTES), CLIENT, "browse")
BROWSE_PAGE = tap("browse_page", PAGE, CLIENT, "browse")
TAKE_IDEA = tap("take", STRATEGY, CLIENT, "browse")
TAKE_IDEA_BACK = tap("take_back", row(Owned.ITEM), CLIENT, "browse")
PHRASES = tap("phrases", NOTHING, CLIENT, "phrases", "toolkit")
PHRASE_ASK = tap("phrase_ask", NOTHING, CLIENT, "phrases")
PHRASE_GONE = tap("phrase_gone", row(Owned.WORDS), CLIENT, "phrases")
PHRASE_BACK = tap("phrase_back", row(Owned.WORDS), CLIENT, "phrases")
