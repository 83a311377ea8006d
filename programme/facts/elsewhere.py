"""Where people are sent whom this service does not fit: under 18, pregnant or breastfeeding. Read for this version."""

from datetime import date
from typing import Final

from programme.facts.fact import Fact

_CHECKED: Final = date(2026, 11, 30)
_REVIEW: Final = date(2027, 11, 30)
_BESIDE: Final = "each address and number is looked at with its owner before release, as those of the crisis cards"


def _fact(id_: str, says: str, source: str, url: str, beside: str = _BESIDE) -> Fact:
    return Fact(id_, says, source, url, _CHECKED, _REVIEW, beside=beside)


ELSEWHERE: Final = (
    _fact(
        "elsewhere-pregnancy",
        "In pregnancy and after the birth a midwife or GP puts people in touch with free help to stop smoking.",
        "Northamptonshire Maternity Services, quit smoking; Newcastle Hospitals: help goes on after the baby is born",
        "https://www.northamptonshirematernityservices.co.uk/healthy-mum-healthy-baby/quit-smoking",
        beside="health visitors and pharmacists too: Staffordshire and Stoke-on-Trent ICS, stop smoking. No medicine "
        "and no risk is named here: that is for them",
    ),
    _fact(
        "elsewhere-gb-eng",
        "The stop smoking service for pregnancy is reached through a midwife, or by asking it directly, and is free.",
        "Newcastle upon Tyne Hospitals NHS Foundation Trust, stopping smoking and pregnancy",
        "https://www.newcastle-hospitals.nhs.uk/?p=45248",
        beside="0300 123 1044 was found only on pages of councils, so no number is given",
    ),
    _fact(
        "elsewhere-gb-sct",
        "Quit Your Way is the NHS's free stop smoking service in Scotland, for pregnancy too.",
        "NHS Lanarkshire, Quit Your Way in pregnancy, with Public Health Scotland, 21 August 2025",
        "https://www.nhslanarkshire.scot.nhs.uk/?p=98535",
    ),
    _fact(
        "elsewhere-gb-wls",
        "Help Me Quit is the NHS's free stop smoking service in Wales, for pregnancy too.",
        "Swansea Bay University Health Board, new team helping mums quit smoking",
        "https://swanseabay.nhs.wales/news/swansea-bay-health-news/new-team-helping-mums-quit-smoking",
    ),
    _fact(
        "elsewhere-gb-nir",
        "In Northern Ireland many pharmacies, GP practices and Trusts have a free stop smoking service.",
        "Public Health Agency, free support on offer to help make 2026 the year you quit",
        "https://www.publichealth.hscni.net/news/free-support-offer-help-make-2026-year-you-quit",
    ),
    _fact(
        "elsewhere-young",
        "Young people can ask their GP or a school nurse for help to stop smoking.",
        "Blackpool Teaching Hospitals NHS Foundation Trust, school nurses: stopping smoking",
        "https://www.bfwh.nhs.uk/our-services/school-nurses/children-and-young-people/stop-smoking/",
    ),
    _fact(
        "childline",
        "Childline, for anybody under 19 in the UK, is free to call at any hour: 0800 1111.",
        "NSPCC Learning, Childline: free, at any hour, up to the age of 19",
        "https://learning.nspcc.org.uk/services/childline",
        beside="that page does not show the number: it was read where Childline writes in the Sunderland Echo, 28 "
        f"August 2022. {_BESIDE.capitalize()}",
    ),
)
