"""Where strategies were read. They were put in our own words; none of these promises that one works for a person.

Whose pages count: programme.facts.owners.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final


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
