"""Lines of the crisis cards in other languages, word for word as a health service, a public body or a named charity
published them there.

Nobody here translates what somebody in danger reads: where no such text was found, they get the numbers first and the
English card. `missing` says which cards a language has nothing for.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from programme.crisis_card import BRITAIN, NATIONS, CardLine, CrisisCard
from programme.safety.danger import Brings

_CHECKED: Final = date(2026, 11, 30)
_REVIEW: Final = date(2027, 5, 30)


def _line(words: str, source: str) -> CardLine:
    return CardLine(words, source, _CHECKED, _REVIEW)


# Open Government Licence v3.0: Home Office, "Domestic abuse: how to get help".
_POLISH_POLICE = (
    _line(
        "Jeśli jesteś w bezpośrednim niebezpieczeństwie, zadzwoń pod numer 999 i poproś o policję.",
        "http://gov.uk/guidance/domestic-abuse-how-to-get-help.pl",
    ),
    _line(
        "Jeśli nie możesz rozmawiać i dzwonisz z telefonu komórkowego, naciśnij 55.",
        "http://gov.uk/guidance/domestic-abuse-how-to-get-help.pl",
    ),
)
# What it says is the ambulance service's; the Polish words for it were found only at one surgery.
_POLISH_DOCTOR = (
    _line(
        "W przypadku zagrożenia życia zadzwoń pod numer 999.",
        "https://www.eastamb.nhs.uk/your-service/when-to-call-999.htm https://pl.gpstafford.co.uk/about/emergencies",
    ),
)
_BENGALI_POLICE = (
    _line(
        "আপনি যদি আশু বিপদে থাকেন, তবে 999 নম্বরে ফোন করুন এবং পুলিশ পাঠাতে অনুরোধ করুন।",
        "https://www.gov.uk/guidance/domestic-abuse-how-to-get-help.bn",
    ),
)
_WELSH_AMBULANCE = (
    _line(
        "Os oes angen ambiwlans arnoch i fynd i'r ysbyty mewn argyfwng, ffoniwch 999.",
        "https://www.citizensadvice.org.uk/cymraeg/Iechyd/nhs-healthcare/nhs-services-in-wales-w/using-nhs-hospital-services-in-wales-w/",
    ),
)

LANGUAGES: Final[Mapping[str, Mapping[Brings, tuple[CardLine, ...]]]] = MappingProxyType(
    {
        "bn": {Brings.VIOLENCE: _BENGALI_POLICE},
        "cy": {Brings.TAKEN: _WELSH_AMBULANCE, Brings.MEDICAL: _WELSH_AMBULANCE},
        "pl": {
            Brings.LIFE: _POLISH_DOCTOR,
            Brings.TAKEN: _POLISH_DOCTOR,
            Brings.MEDICAL: _POLISH_DOCTOR,
            Brings.VIOLENCE: _POLISH_POLICE,
        },
    }
)
_SPOKEN: Final = tuple(one for one in Brings if one not in {Brings.CHECK, Brings.NUMBERS})


def lines_in(language: str, card: CrisisCard, brings: Brings) -> tuple[CardLine, ...]:
    """What stands above the English lines: those of the language; where there are none, the bare
    numbers above a card that does not begin with the one to call. In English nothing.

    The published lines name the numbers of Britain, and stand on a card from there only.
    """
    if language == "en" or brings is Brings.NUMBERS:
        return ()
    theirs = LANGUAGES.get(language, {}).get(brings, ()) if card.country in {BRITAIN, *NATIONS} else ()
    return theirs or (card.others.get(Brings.NUMBERS, ()) if brings is Brings.LIFE else ())


def missing() -> Mapping[str, list[str]]:
    """By language, the cards that have no line in it."""
    return {language: [one.value for one in _SPOKEN if one not in cards] for language, cards in LANGUAGES.items()}
