"""What a client says of an observation: what it is instead, and all that they said, to be taken back."""

from bot.screen import Screen, does
from bot.screens.parts import cut, rows
from bot.screens.patterns.view import Facts, home, what_of
from bot.taps.diary import FITS_KIND, FITS_OWN, FITS_PICK, FITS_UNDO
from bot.texts import Texts
from programme.corrections import CODES, code_of
from programme.patterns import Correction, Feature, Kind

_WIDE = 60  # characters of a button that has a row for itself


def kinds(texts: Texts) -> Screen:
    """What is it about?"""
    named = (does(texts.label(f"patterns-kind-{kind}"), FITS_KIND, kind) for kind in CODES)
    own = does(texts.label("patterns-own"), FITS_OWN)
    return Screen(texts("patterns-pick-kind"), (*rows((*named, own), 2), (home(texts),)))


def codes(facts: Facts, kind: Kind, texts: Texts) -> Screen:
    """Which of these is it, if not what we saw?"""
    others = (frozenset({Feature(kind, code)}) for code in CODES[kind])
    named = (does(_capital(what_of(one, texts)), FITS_PICK, one) for one in others if code_of(one) != facts.of)
    own = does(texts.label("patterns-own"), FITS_OWN)
    return Screen(texts("patterns-pick"), (*rows((*named, own), 2), (home(texts),)))


def said(facts: Facts, texts: Texts) -> Screen:
    """All that they said, each to be taken back with a tap."""
    listed = tuple((does(_label(facts, one, texts), FITS_UNDO, one.features),) for one in facts.said)
    key = "patterns-said-list" if listed else "patterns-said-none"
    return Screen(texts(key), (*listed, (home(texts),)))


def _label(facts: Facts, one: Correction, texts: Texts) -> str:
    what = what_of(one.features, texts)
    if one.instead is None:
        return cut(texts.label("patterns-said-yes" if one.fits else "patterns-said-no", what=what), _WIDE)
    instead = frozenset({one.instead})
    words = facts.own(instead)
    told = what_of(instead, texts) if words is None else words
    return cut(texts.label("patterns-said-else", what=what, instead=told), _WIDE)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
