"""Taps of the diary and of what it shows: moments, patterns, pictures, stress afterwards."""

from typing import Final

from bot.kit.taps import (
    AMOUNT,
    CLIENT,
    NOTHING,
    UNREAD,
    YES_NO,
    Arg,
    choice,
    code,
    none_as,
    number,
    optional,
    pair,
    read_by,
    tap,
)
from care.diary.pictures import PictureKind
from programme.check_in.answers import STRONGEST_URGE
from programme.diary.entries import AS_TOLD, HOURS, MIDDLE, EntryQuestion, Trigger, hours_code, part_code, read_going_on
from programme.diary.patterns import Company, FeatureKind, Features, Feeling
from programme.diary.pictures import PATTERN_CODES, code_of, features_of
from programme.people.owned import Owned
from programme.quitting.lapses import DAYS_BACK
from programme.toolkit.strategies import Function, StrategyPlace

_EARLIER = (AS_TOLD, *map(hours_code, HOURS), *(part_code(n, part) for n in range(DAYS_BACK + 1) for part in MIDDLE))
WHAT_WAS: Final[Arg[Trigger]] = read_by(read_going_on)
FEATURES: Final[Arg[Features]] = Arg(
    lambda said: UNREAD if (found := features_of(said)) is None else found,
    code_of,
    lambda found: tuple((Owned.WORDS, int(one.code)) for one in found if one.kind is FeatureKind.OWN),
)
DIARY_OPEN = tap("diary_open", NOTHING, CLIENT, "diary", "more", "patterns")
DIARY_SMOKED = tap("diary_smoked", NOTHING, CLIENT, "diary")
DIARY_URGE = tap("diary_urge", number(STRONGEST_URGE), CLIENT, "diary")
DIARY_STRESS = tap("diary_stress", number(STRONGEST_URGE), CLIENT, "diary")
DIARY_WHERE = tap("diary_where", pair(choice(StrategyPlace), choice(Company)), CLIENT, "diary")
DIARY_GOING = tap("diary_going", WHAT_WAS, CLIENT, "diary")
DIARY_FELT = tap("diary_felt", choice(Feeling), CLIENT, "diary")
DIARY_GAVE = tap("diary_gave", none_as("other", choice(Function)), CLIENT, "diary")
DIARY_SKIP = tap("diary_skip", optional(choice(EntryQuestion)), CLIENT, "diary")
DIARY_ASK = tap("diary_ask", choice(EntryQuestion), CLIENT, "diary")
DIARY_ON = tap("diary_on", NOTHING, CLIENT, "diary")
DIARY_WHEN = tap("diary_when", optional(number(DAYS_BACK)), CLIENT, "diary")
DIARY_AT = tap("diary_at", code(*_EARLIER), CLIENT, "diary")
DIARY_BACK = tap("diary_back", NOTHING, CLIENT, "diary")
DIARY_UNDO = tap("diary_undo", NOTHING, CLIENT, "diary")
DIARY_MANY = tap("diary_many", NOTHING, CLIENT, "diary")
DIARY_AMOUNT = tap("diary_amount", AMOUNT, CLIENT, "diary")
DIARY_HELP = tap("diary_help", NOTHING, CLIENT, "diary")
LOOK_BACK = tap("look_back", YES_NO, CLIENT, "diary", "look_back", "settings")
LOOK_BACK_NOW = tap("look_back_now", number(STRONGEST_URGE), CLIENT, "look_back")
LOOK_BACK_FITS = tap("look_back_fits", code("yes", "no", "unsure"), CLIENT, "look_back")
FITS = tap("fits", FEATURES, CLIENT, "cycle", "patterns")
FITS_NOT = tap("fits_not", FEATURES, CLIENT, "cycle", "patterns")
FITS_ELSE = tap("fits_else", FEATURES, CLIENT, "cycle", "patterns")
FITS_KIND = tap("fits_kind", choice(PATTERN_CODES), CLIENT, "patterns")
FITS_PICK = tap("fits_pick", FEATURES, CLIENT, "patterns")
FITS_OWN = tap("fits_own", NOTHING, CLIENT, "patterns")
FITS_UNDO = tap("fits_undo", FEATURES, CLIENT, "patterns")
PICTURE = tap("picture", choice(PictureKind), CLIENT, "patterns", "picture")
CYCLE = tap("cycle", NOTHING, CLIENT, "patterns")
CYCLE_SHARE = tap("cycle_share", YES_NO, CLIENT, "cycle")
