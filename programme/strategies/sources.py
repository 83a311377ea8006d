"""Where strategies were read. They were put in our own words; none of these promises that one works for a person."""

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


def _read(title: str, url: str) -> Source:
    return Source(title, url, _READ)


SOURCES: Final = {
    "four-ds": _read(
        "NHS Bristol Smokefree: keep going (the 4 Ds, routines, stress, busy hands)",
        "http://www.smokefreebristol.com/indexphp/keep_going/index.html",
    ),
    "nhs-ten": _read(
        "North East Lincolnshire Council, Live Well: the NHS's ten self-help tips",
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
    "caba": _read(
        "caba: stop smoking, triggers and cravings",
        "https://www.caba.org.uk/help-and-guides/information/stop-smoking-%E2%80%93-triggers-and-cravings",
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
    "sharecare": _read(
        "Sharecare: how to deal with situations that lead to smoking",
        "https://www.sharecare.com/health/quit-smoking/how-deal-situations-lead-smoke",
    ),
    "urge-surfing": _read(
        "smokersforums.org on urge surfing (Marlatt's technique; the trial of 2009 was not retrieved)",
        "https://www.smokersforums.org/urge-surfing-how-to-observe-a-craving-without-acting-on-it",
    ),
    "slow-breathing": _read(
        "East Devon District Council, after the NHS: a breathing exercise for stress",
        "https://eastdevon.gov.uk/coronavirus-covid-19/your-wellbeing/stay-well-resource-pack/remember-to-breathe/",
    ),
    "grounding": _read(
        "Mental Health Friends: grounding with the five senses",
        "https://mentalhealthfriends.co.uk/grounding-exercise-5-4-3-2-1",
    ),
    "relaxing": _read(
        "We Are CAMHS Lincolnshire (NHS): relaxation techniques",
        "http://wearecamhslincs.nhs.uk/relaxation-techniques/",
    ),
    "if-then": _read(
        "McWilliams and others 2019: if-then plans for stopping smoking, a meta-analysis (as read for FIELD.md 2.8)",
        "https://pubmed.ncbi.nlm.nih.gov/?term=McWilliams+2019+implementation+intentions+smoking+cessation",
    ),
}
