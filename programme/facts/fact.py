"""What is known of one clinical fact, whose pages it may rest on, and where strategies were read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit


class ReadHow(StrEnum):
    """How it was read. What is remembered is no fact here: nothing is said to a client on it."""

    READ = "V"  # at the source named
    SECOND_HAND = "V2"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. Which texts stand on it: bot/texts/facts.toml; `used_by` names code that does, where any does.

    `beside` is what goes the other way or sets its bounds, for whoever reviews it. `section` is where on the page or in
    the paper it stands, where there is more than one place.
    """

    id: str
    says: str
    source: str
    url: str
    checked_on: date
    review_by: date
    mark: ReadHow = ReadHow.READ
    used_by: str = ""
    beside: str = ""
    section: str = ""


def overdue(facts: Iterable[Fact], today: date) -> list[str]:
    """Ids of facts whose review is due by that date."""
    return sorted(one.id for one in facts if one.review_by <= today)


def unsourced(facts: Iterable[Fact]) -> list[str]:
    """Ids of facts that lack a sentence, a source, an address that can be opened, or a review after the check."""
    return sorted(
        one.id
        for one in facts
        if not (one.says and one.source and one.url.startswith(("https://", "http://")))
        or one.review_by <= one.checked_on
    )


# A host belongs to one of these where it is it or ends in it after a dot.
OWNERS: Final = {
    "a health service": (
        "nhs.uk", "nhs.scot", "nhs.wales", "hscni.net", "nhsinform.scot", "nhsgrampian.org", "services.nhslothian.scot",
        "stopsmokingwales.com", "stopsmokinglondon.com", "betterhealthns.co.uk", "quitstrong.nz", "quit.org.nz",
        "quitlinent.org.au", "canstopsmoking.com", "ggcmedicines.org.uk", "medicinesinpregnancy.org",
        "northamptonshirematernityservices.co.uk",
    ),
    "a public body": ("gov.uk", "gov.wales", "gov.scot", "safer.scot", "citizensadvice.org.uk", "nihr.ac.uk"),
    "a regulator, a maker's leaflet, a guideline": (
        "medicines.org.uk", "ema.europa.eu", "mhra.gov.uk", "nice.org.uk", "bnf.org", "who.int",
    ),
    "a reviewed paper": (
        "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "doi.org", "cochranelibrary.com",
        "cochrane.org", "research.manchester.ac.uk",
    ),
    "a charity of the field, or about its own number": (
        "bhf.org.uk", "lung.ca", "cancer.org", "roswellpark.org", "young.scot", "changegrowlive.org", "sja.org.uk",
        "wokingmind.org.uk", "samaritans.org", "giveusashout.org", "refuge.org.uk", "respect.org.uk", "dsahelpline.org",
        "epilepsysociety.org.uk", "nspcc.org.uk",
    ),
    "an owner's page, kept by a library": ("webarchive.library.unt.edu", "webarchive.nationalarchives.gov.uk"),
}  # fmt: skip
# Copies of a maker's leaflet or of a public body's notice, for a fact that is marked as read second hand and names
# whose words they are. Each is to be read at its owner's before release.
COPIES: Final = ("build.fhir.org", "rxreasoner.com", "rowlandspharmacy.co.uk", "govwire.co.uk")
# A sign, anywhere in the host, of a place that tells what others said, or speaks for one place only. It outweighs the
# list above: a surgery may stand under nhs.uk, and a list of lists under gov.uk.
_SIGNS: Final = re.compile(
    r"""forum | boards\. | reddit | quora | community | healthunlocked | answers | wiki | blog | medium\. | wordpress
      | surger | practice | doctors | medical-?cent | healthcent | gpalliance | gpstafford | (?:^|[.-])gps?[.-]
      | pharmac | chemist | clinic
      | docslib | studylib | scribd | slideshare | yumpu | docplayer | issuu | scilit | researchgate | academia\.
      | genius | notebook | sharecare | webmd | healthline | drugs\.com | patient\.info | wired-gov | news | caba\.""",
    re.IGNORECASE | re.VERBOSE,
)


def doubt(url: str, *, second_hand: bool = False) -> str | None:
    """What speaks against that address as the source of a fact; None where nothing does.

    `second_hand`: the fact is marked so, and may name one of COPIES.

    Without an https or http address, with the sign of a forum, a surgery, a collection or the like in its host, or with
    a host of which nobody has said here what it is.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if parts.scheme not in {"http", "https"} or not host:
        return f"{url}: no address"
    if second_hand and _is_of(host, COPIES):
        return None
    if sign := _SIGNS.search(host):
        return f"{host}: looks like a forum, a surgery or a collection ({sign.group().strip()})"
    return (
        None
        if any(_is_of(host, ones) for ones in OWNERS.values())
        else f"{host}: say in programme.facts.fact whose page that is"
    )


def _is_of(host: str, ones: Iterable[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in ones)


@dataclass(frozen=True, slots=True)
class Source:
    """A public page or paper and the date it was read on."""

    title: str
    url: str
    read_on: date


_READ: Final = date(2026, 11, 22)
_AGAIN: Final = date(2026, 11, 30)


def _read(title: str, url: str, on: date = _READ) -> Source:
    return Source(title, url, on)


SOURCES: Final = {
    "four-ds": _read("Te Whatu Ora (Health New Zealand): urges, the 4 Ds", "https://quitstrong.nz/urges", _AGAIN),
    "quit-nz": _read(
        "Quitline New Zealand: cravings and stress (music, a walk, a friend, a bath, busy hands)",
        "http://admin-staging.quit.org.nz/en/staying-quit/cravings-and-stress",
        _AGAIN,
    ),
    "nhs-ten": _read(
        "NHS Keeping Well (Bedfordshire, Luton and Milton Keynes): ten self-help tips to stop smoking",
        "https://www.keepingwellblmk.nhs.uk/self-help-resources/drug-alcohol-and-tobacco-support/"
        "10-self-help-tips-stop-smoking",
        _AGAIN,
    ),
    "live-well": _read(
        "North East Lincolnshire Council, Live Well: ten tips for going it alone",
        "https://livewell.nelincs.gov.uk/stop-smoking-support/"
        "going-it-alone-here-are-10-self-help-tips-to-help-you-quit-smoking/",
    ),
    "bhf": _read(
        "British Heart Foundation: ten tips to stop smoking",
        "https://www.bhf.org.uk/heart-matters-magazine/wellbeing/stop-smoking/smoking-tips",
    ),
    "scotland": _read(
        "Can Stop Smoking (NHS Health Scotland): beating cravings",
        "http://www.canstopsmoking.com/tips/beating-cravings",
    ),
    "young-scot": _read(
        "Young Scot: four ways to keep cigarette cravings at bay",
        "https://young.scot/get-informed/national/4-ways-to-keep-cigarette-cravings-at-bay",
    ),
    "cancer-society": _read(
        "American Cancer Society: help for cravings and tough situations",
        "https://amp.cancer.org/cancer/risk-prevention/tobacco/guide-quitting-smoking/"
        "quitting-smoking-help-for-cravings-and-tough-situations.html",
        _AGAIN,
    ),
    "change-grow-live": _read(
        "Change Grow Live: nicotine cravings",
        "https://changegrowlive.org/advice-info/smoking/nicotine-cravings",
        _AGAIN,
    ),
    "lung-canada": _read(
        "The Lung Association of Canada: ways to cope",
        "https://www.lung.ca/lung-health/smoking-and-tobacco/manage-your-withdrawal-symptoms/ways-cope",
    ),
    "quitline-nt": _read(
        "Quitline Northern Territory: distractions",
        "https://www.quitlinent.org.au/i-want-to-stay-quit/distractions/",
    ),
    "smokefree-gov": _read(
        "smokefree.gov (US National Cancer Institute), kept copy of 2009: smoking triggers",
        "https://webarchive.library.unt.edu/eot2008/20090511181019/http://smokefree.gov/quit-smoking/triggers.html",
    ),
    "roswell": _read(
        "Roswell Park: avoiding the most common smoking triggers",
        "https://www.roswellpark.org/cancertalk/202001/avoiding-most-common-smoking-triggers",
    ),
    "techniques": _read(
        "Michie and others 2011: techniques of individual behavioural support for stopping smoking",
        "https://pubmed.ncbi.nlm.nih.gov/21215528/",
        _AGAIN,
    ),
    "urge-surfing": _read(
        "Bowen and Marlatt 2009: surfing the urge, a trial with students who smoke (Marlatt's technique)",
        "https://pubmed.ncbi.nlm.nih.gov/20025372/",
        _AGAIN,
    ),
    "slow-breathing": _read(
        "East Devon District Council, after the NHS: a breathing exercise for stress",
        "https://eastdevon.gov.uk/coronavirus-covid-19/your-wellbeing/stay-well-resource-pack/remember-to-breathe/",
    ),
    "grounding": _read(
        "Woking Mind: grounding and your mental health (5 to 1 grounding)",
        "https://wokingmind.org.uk/information/wellbeing-top-tips/grounding/",
        _AGAIN,
    ),
    "relaxing": _read(
        "We Are CAMHS Lincolnshire (NHS): relaxation techniques",
        "http://wearecamhslincs.nhs.uk/relaxation-techniques/",
    ),
    "if-then": _read(
        "McWilliams and others 2019: implementation intentions for stopping smoking, a meta-analysis",
        "https://research.manchester.ac.uk/en/publications/beyond-planning-a-meta-analysis-of-implementation-intentions-to-s",
        _AGAIN,
    ),
}
