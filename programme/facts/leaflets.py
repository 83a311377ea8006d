"""What leaflets say of effects that need somebody, and where people are sent whom this service does not fit."""

from dataclasses import replace
from datetime import date
from typing import Final

from programme.facts.fact import Fact, ReadHow

_CHECKED: Final = date(2026, 11, 30)
_REVIEW: Final = date(2027, 5, 30)
_TEXTS: Final = "bot.medicines.gate"
_CHAMPIX: Final = "Champix (varenicline), package leaflet, European Medicines Agency, 16 February 2022"
_CHAMPIX_URL: Final = (
    "https://build.fhir.org/ig/joofio/test-epi-composition/"
    "Bundle-bundlepackageleaflet-en-b9e406d2f0e8fcd3c2ddc68fcfd21aa0.html"
)
_CYTISINE: Final = "Cytisine 1.5 mg tablets, product information, Bonteque Consulting, emc, 31 October 2024"
_CYTISINE_URL: Final = "https://www.medicines.org.uk/emc/product/15789/smpc/print"
_ZYBAN: Final = "Zyban 150 mg, product information, GlaxoSmithKline UK, MHRA, 2023, as told by RxReasoner"


def _leaflet(
    id_: str, says: str, source: str, url: str, section: str = "", beside: str = "", used_by: str = _TEXTS
) -> Fact:
    """Read at its source."""
    return Fact(id_, says, source, url, _CHECKED, _REVIEW, ReadHow.READ, used_by, beside, section)


def _told(
    id_: str, says: str, source: str, url: str, section: str = "", beside: str = "", used_by: str = _TEXTS
) -> Fact:
    """Read where somebody else tells it."""
    return replace(_leaflet(id_, says, source, url, section, beside, used_by), mark=ReadHow.SECOND_HAND)


LEAFLETS: Final = (
    _leaflet(
        "varenicline-mood",
        "Who takes varenicline and develops agitation, depressed mood, changes in behaviour that are of concern to "
        "them or their family, or suicidal thoughts or behaviours is to stop taking it and contact their doctor "
        "immediately.",
        "Varenicline 0.5 mg and 1 mg film-coated tablets (PL 41542/0011), patient leaflet, emc",
        "https://www.medicines.org.uk/emc/product/100742/pil",
        "2, warnings and precautions",
        beside="the same words in Champix (EMA, 2022), and in Brancaster's leaflet (emc 100593, 8 December 2025) as "
        "far as it could be read. Section 4: such symptoms may come in a quit attempt with or without it; contact a "
        "doctor or pharmacist. Section 3: unless the doctor says to stop, it is important to keep taking it. A review "
        "of 39 trials in 2015 and a large trial found no more suicide or depression with it: nothing is said of causes",
    ),
    _told(
        "varenicline-side",
        "Swelling of face, lips, tongue, gums, throat or body, or difficulty breathing: stop taking it and tell the "
        "doctor immediately. A rash, or skin that peels or blisters: stop taking it and seek emergency medical help. "
        "Symptoms of a heart attack or stroke: emergency medical help right away. New or worse heart symptoms: tell "
        "the doctor. Some people have had seizures while taking it.",
        _CHAMPIX,
        _CHAMPIX_URL,
        "2, warnings and precautions; 4",
        beside="a copy of the agency's text; the brand has left the market, its template is that of today's leaflets",
    ),
    _told(
        "varenicline-after",
        "For a time after stopping varenicline there may be more irritability, urge to smoke, depression and poor "
        "sleep; the doctor may lower the dose gradually at the end.",
        _CHAMPIX,
        _CHAMPIX_URL,
        "3, if you stop taking it",
        beside="product information: in up to 3 % of people",
    ),
    _told(
        "varenicline-begun",
        "Varenicline is begun one to two weeks before the quit date, or the date is within five weeks of beginning.",
        _CHAMPIX,
        _CHAMPIX_URL,
        "3",
        beside="Champix, product information 4.2, 9 October 2023 (Medthority): usually 1 to 2 weeks before the date",
        used_by="programme.medicines.aids",
    ),
    _told(
        "varenicline-pregnancy",
        "Varenicline is not generally recommended in pregnancy; its leaflet: it is preferable to avoid it.",
        "UK Teratology Information Service, bumps: varenicline, version 2, February 2018; Champix leaflet, section 2",
        "https://www.medicinesinpregnancy.org/leaflets-a-z/varenicline/",
    ),
    _leaflet(
        "cytisine-mood",
        "Irritability, mood changes and anxiety are very common with cytisine (1 in 10 or more).",
        _CYTISINE,
        _CYTISINE_URL,
        "4.8",
        beside="nothing found that says to stop for mood; the Irish text (Asmoken, 4.4) puts depressed mood, rarely "
        "with suicidal thoughts, down to stopping smoking too",
    ),
    _told(
        "cytisine-too-much",
        "Feeling unwell, nausea, vomiting, fast heartbeat, changes of blood pressure, trouble breathing, blurred "
        "vision or fits after too much cytisine: stop taking it and contact a doctor or pharmacist.",
        "Yorkshire Smokefree (NHS), cytisine overview",
        "https://wakefield.yorkshiresmokefree.nhs.uk/pages/cytisinicline-cytisine-overview",
        "if you use more than you should",
    ),
    _told(
        "cytisine-pregnancy",
        "Cytisine is contraindicated in pregnancy and breast-feeding.",
        "Cytisine, product information, as told by RxReasoner; Asmoken (HPRA, 2019), 4.3",
        "https://www.rxreasoner.com/substances/cytisine/precautions",
        "4.3 and 4.6",
    ),
    _told(
        "bupropion-mood",
        "Depression, anxiety and agitation are known reactions to bupropion; who takes it is to be watched for changes "
        "of mind and mood.",
        "Aveyard and Hartmann-Boyce 2016, BMJ 352:i571; the list of reactions: Committee on Safety of Medicines 2001",
        "https://www.spcr.nihr.ac.uk/news/publications/drugs-for-smoking-cessation/",
        beside="the part of Zyban's leaflet on mood could not be read, and nothing found here says to stop for mood: "
        "whom to ask today. To be read in full before release",
    ),
    _told(
        "bupropion-fits",
        "Zyban can cause fits, in about 1 in 1,000 people.",
        _ZYBAN + "; leaflet of 6 February 2017, section 2, drugs.com",
        "https://www.rxreasoner.com/monographs/6704/precautions",
        "4.4",
        beside="for the same substance against depression the leaflet says to take no more after a fit; Zyban's own "
        "could not be read there, so 'ask before you take the next one'. Serious allergy is known as well",
    ),
    _told(
        "bupropion-begun",
        "Bupropion is begun while they smoke; the quit date is in the first two weeks, preferably the second.",
        _ZYBAN,
        "https://www.rxreasoner.com/monographs/6704/usage",
        "4.2",
        used_by="programme.medicines.aids",
    ),
    _leaflet(
        "bupropion-pregnancy",
        "Bupropion is not recommended in pregnancy.",
        "UK Teratology Information Service, bumps: bupropion, version 4, April 2023",
        "https://www.medicinesinpregnancy.org/leaflets-a-z/bupropion/",
    ),
    _told(
        "aids-sleep",
        "Poor sleep is very common with varenicline (with strange dreams), with cytisine and with bupropion.",
        _CHAMPIX + "; cytisine, product information, 4.8; Zyban, product information, 4.2",
        _CHAMPIX_URL,
        "4",
        used_by="programme.facts.withdrawal",
    ),
    _told(
        "nicotine-side",
        "Nicotine gum: an allergic reaction (swelling of mouth and tongue, itching, a sore mouth), palpitations, bad "
        "indigestion or an uneven heartbeat is for a doctor. Patches: chest pain, an uneven heartbeat or palpitations "
        "are for immediate medical help.",
        "Nicorette gum, warnings, Rowlands Pharmacy; NiQuitin Clear patch, cautions, Chemist Corner",
        "http://www.rowlandspharmacy.co.uk/product/NICORETTE-Fresh-Fruit-2mg-105-Pieces/105-pieces/",
        beside="the leaflets' own section 4 could not be read; its leaflet says nothing of mood as an effect of it",
    ),
    _told(
        "vape-side",
        "Who has side effects of a vape is to talk to a doctor, a stop smoking adviser or another professional, and "
        "may report them to the Yellow Card scheme.",
        "MHRA, Drug Safety Update on e-cigarettes, advice to give to patients, as told by GovWire",
        "http://govwire.co.uk/news/medicines-healthcare-products-regulatory-agency/e-cigarette-use-or-vaping-reminder-to-remain-vigilant-for-suspected-adverse-reactions-and-safety-concerns-and-report-them-to-the-yellow-card-scheme-70930",
        beside="a vape is no medicine and has no such leaflet",
    ),
)

_ELSEWHERE_REVIEW: Final = date(2027, 11, 30)
_BESIDE: Final = "each address and number is looked at with its owner before release, as those of the crisis cards"


def _fact(id_: str, says: str, source: str, url: str, beside: str = _BESIDE) -> Fact:
    return Fact(id_, says, source, url, _CHECKED, _ELSEWHERE_REVIEW, beside=beside)


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
