"""The facts. Checked for this version on the dates that stand here; each is looked at once a year at the latest.

Each rests on a page of whoever answers for it (a health service, a public body, a regulator, a charity about its own
number) or on a paper that was reviewed: programme.facts.fact says which those are.
"""

from datetime import date
from typing import Final

from programme.facts.fact import Fact, ReadHow
from programme.facts.leaflets import ELSEWHERE, LEAFLETS

_CHECKED: Final = date(2026, 11, 22)
_REVIEW: Final = date(2027, 11, 22)
_AGAIN: Final = date(2026, 11, 30)  # looked at again, and sourced at an owner's page or a paper
_MEDICINES: Final = date(2027, 5, 22)  # lists of medicines change more often
_WALES: Final = "Stop Smoking Wales (NHS Wales): what to expect when you stop"
_WALES_URL: Final = "https://www.stopsmokingwales.com/what-to-expect-when-you-stop/"
_NHS: Final = "NHS Better Health, Quit Now: what happens when you quit"
_NHS_URL: Final = "https://quitnow.smokefree.nhs.uk/Home/"
_HUGHES: Final = "Hughes 2007, effects of abstinence from tobacco, Nicotine and Tobacco Research 9(3), 315-327"
_HUGHES_URL: Final = "https://pubmed.ncbi.nlm.nih.gov/17365764/"
_NCI: Final = "US National Cancer Institute, fact sheet: quitting tobacco, handling cravings (kept copy of 2009)"
_NCI_URL: Final = (
    "https://webarchive.library.unt.edu/eot2008/20090511174636/"
    "http://www.cancer.gov/cancertopics/factsheet/Tobacco/cravings"
)
_EXPECT: Final = "What to expect"
_BOUNDS: Final = "programme.facts.withdrawal"
_SMOKE: Final = "Specialist Pharmacy Service: clinically significant drug interactions with tobacco smoking"
_SMOKE_URL: Final = "https://www.medicinesresources.nhs.uk/what-are-the-clinically-significant-drug-interactions-with-tobacco-smoking.html"
_READ_ON: Final = date(2026, 11, 30)
_GLASGOW: Final = "NHS Greater Glasgow and Clyde, MyPsych medicines companion: clozapine and smoking"
_GLASGOW_URL: Final = "https://rightdecisions.scot.nhs.uk/mypsych-app/working-in-greater-glasgow-clyde/medicines-companion/clozapine/clozapine-and-smoking"


def _fact(
    id_: str, says: str, source: str, url: str, mark: ReadHow = ReadHow.READ, used_by: str = "", beside: str = "",
    section: str = "", on: date = _CHECKED,
) -> Fact:  # fmt: skip
    return Fact(id_, says, source, url, on, _REVIEW, mark, used_by, beside, section)


def _withdrawal(id_: str, says: str, beside: str = "") -> Fact:
    section = "Common symptoms, duration"
    return _fact(f"withdrawal-{id_}", says, _WALES, _WALES_URL, ReadHow.READ, _BOUNDS, beside, section, _AGAIN)


def _after(id_: str, says: str) -> Fact:
    beside = "Other local pages name other times. Nothing is taken back after a lapse, and nothing starts anew."
    return _fact(f"body-{id_}", says, _NHS, _NHS_URL, beside=beside)


FACTS: Final = (
    _fact(
        "craving-minutes",
        "A craving passes within minutes.",
        "NHS Grampian, advice on how to quit",
        "http://www.nhsgrampian.org/nhsgrampian/gra_display_simple_index.jsp"
        "?pContentID=7744&p_applic=CCC&p_service=Content.show",
        beside="there 3 to 5 minutes; Te Whatu Ora (quitstrong.nz/urges): a few; others say 5, 5 to 10, or 10 to 20. "
        "So we say minutes and no number",
        section="Tips for dealing with cravings: delay",
        on=_AGAIN,
    ),
    _fact(
        "urge-rises-and-falls",
        "An urge comes and goes, and is usually brief; after a while it falls without being acted on.",
        _NCI,
        _NCI_URL,
        beside="after a while: Te Whatu Ora, quitstrong.nz/urges. Urge surfing (Marlatt): in the trial of Bowen and "
        "Marlatt 2009 (pubmed 20025372, 123 students) those who learned it smoked less in the week after, and their "
        "urges were no weaker; so none is promised to be weaker",
        section=_EXPECT,
        on=_AGAIN,
    ),
    _withdrawal("irritable", "More irritability is common for up to 4 weeks."),
    _withdrawal("anxious", "More anxiety is common for up to 2 weeks.", "always with: worth telling your practitioner"),
    _withdrawal("restless", "More restlessness is common for up to 4 weeks."),
    _withdrawal(
        "poor-concentration", "Difficulty concentrating is common for up to 2 weeks.", "Hughes 2007: 2 to 4 weeks"
    ),
    _withdrawal(
        "hungry",
        "More appetite is common for over 10 weeks.",
        "a lower bound. Gross and Stitzer 1989 (Psychopharmacology 98, 334-341): through all ten weeks observed",
    ),
    _withdrawal("poor-sleep", "Poor sleep is common for up to a week.", "Hughes 2007: 2 to 4 weeks"),
    _withdrawal(
        "low-mood", "Low mood is common for up to 4 weeks.", "sources differ: 1 to 2, or 4 weeks; always: worth telling"
    ),
    _withdrawal("urges", "Urges to smoke are common for at least 2 weeks.", "a lower bound: withdrawal-urges-later"),
    _fact(
        "withdrawal-worst-first",
        "Anger, anxiety, low mood, poor concentration, poor sleep and restlessness peak in the first week, and last "
        "two to four weeks.",
        _HUGHES,
        _HUGHES_URL,
        used_by=_BOUNDS,
        beside="the review leaves out craving and hunger. Of low mood and anxiety that get worse it is never said",
        section="Abstract",
        on=_AGAIN,
    ),
    _fact(
        "withdrawal-urges-first",
        "Urges are strongest in the first week.",
        _NCI,
        _NCI_URL,
        used_by=_BOUNDS,
        section=_EXPECT,
        on=_AGAIN,
    ),
    _fact(
        "withdrawal-urges-later",
        "Urges get weaker over time; 26 weeks on 13% have strong ones, and a year on a third still have some.",
        "Ussher and others 2013, urge to smoke over 52 weeks of abstinence, Psychopharmacology 226(1), 83-89",
        "https://doi.org/10.1007/s00213-012-2886-7",
        used_by=_BOUNDS,
        beside="those who stopped without medicines and stayed stopped (66 at 26 weeks, 38 at a year); no numbers to a "
        "client",
        section="Abstract, results",
        on=_AGAIN,
    ),
    _fact(
        "caffeine",
        "Who stops smoking and drinks as much coffee as before has more caffeine in the body: about twice as much.",
        "The impact of caffeine use on tobacco cessation and withdrawal, Addictive Behaviors 1997, 22, 55-68",
        "https://pubmed.ncbi.nlm.nih.gov/9022872/",
        beside="three weeks on. The same trial found no difference in other withdrawal symptoms or in stopping between "
        "who went on with caffeine and who left it: say 'may', and promise nothing. The Royal College of Physicians, "
        "smoking and mental health 2013, 5.4.5 (read in a copy), advises to have less",
        section="Abstract",
        on=_AGAIN,
    ),
    _fact(
        "caffeine-clearance",
        "The body clears caffeine more slowly within days of stopping: half of the fall is there after 39 hours.",
        "Faber and Fuhr 2004, time response of cytochrome P450 1A2 activity on cessation of heavy smoking, Clinical "
        "Pharmacology and Therapeutics 76(2), 178-184",
        "https://pubmed.ncbi.nlm.nih.gov/15289794/",
        used_by="care.measures.due",
        beside="12 people who smoked 20 a day or more; clearance fell by 36%. After four days: 46% more caffeine over "
        "a day (Brown and others 1988)",
        section="Abstract, results",
        on=_AGAIN,
    ),
    _fact(
        "caffeine-tired",
        "Who leaves out all caffeine as they stop smoking is more tired for the first three days.",
        "The impact of caffeine use on tobacco cessation and withdrawal, Addictive Behaviors 1997, 22, 55-68",
        "https://pubmed.ncbi.nlm.nih.gov/9022872/",
        section="Abstract",
        on=_AGAIN,
    ),
    Fact(
        "medicines-change",
        "The strength of some medicines changes when somebody stops smoking, cuts down, or starts once more.",
        _SMOKE,
        _SMOKE_URL,
        _CHECKED,
        _MEDICINES,
        beside="to be confirmed with a pharmacist before release; no numbers. The question is about any regular "
        "medicine, as naming a few would falsely reassure who takes another",
    ),
    Fact(
        "medicines-list",
        "Clinically significant: aminophylline, theophylline, clozapine, erlotinib, olanzapine, riociguat.",
        _SMOKE,
        _SMOKE_URL,
        _CHECKED,
        _MEDICINES,
        used_by="programme.medicines.regular",
        beside="to be confirmed with a pharmacist before release; shown to who wants to say which they take, beside "
        "'another one', and never as the list of those that matter",
    ),
    Fact(
        "clozapine-same-day",
        "Any change in smoking with clozapine is to be discussed with those responsible for the person's care.",
        _GLASGOW,
        _GLASGOW_URL,
        _READ_ON,
        _MEDICINES,
        used_by="programme.medicines.regular",
        beside="on the same day: our own choice, as levels may rise within days; of going back to smoking the same "
        "board's advice of April 2020 says 'immediately'. No dose, no level to a client",
    ),
    Fact(
        "clozapine-days",
        "The level of clozapine in the blood may change a lot within 3 to 5 days of stopping or starting to smoke, "
        "and on cutting down.",
        f"{_GLASGOW}; of starting: Mahmood and others 2024, clinical audit from Hull, BJPsych Open 10 (S1): S247",
        "https://doi.org/10.1192/bjo.2024.600",
        _READ_ON,
        _MEDICINES,
        used_by="programme.medicines.regular",
        beside="so five smoke-free days are enough for smoking to be a change; enzymes may take weeks to settle. The "
        "client reads 'within days'",
    ),
    Fact(
        "clozapine-signs",
        "Signs to watch for on stopping with clozapine: sedation, dizziness, hypersalivation, tachycardia, postural "
        "hypotension, constipation, seizures.",
        f"{_GLASGOW}, dose related side effects",
        _GLASGOW_URL,
        _READ_ON,
        _MEDICINES,
        beside="said whole and in its order; the same list stands in the board's advice of April 2020",
    ),
    Fact(
        "clozapine-back",
        "Who starts smoking again with clozapine tells their team: symptoms might come back.",
        "Derbyshire Healthcare NHS Foundation Trust, alcohol, smoking and illicit drugs: smoking and clozapine",
        "https://www.derbyshirehealthcareft.nhs.uk/getting-help/understanding-your-medication/alcohol-smoking-illicit-drugs",
        _READ_ON,
        _MEDICINES,
        beside="MHRA, Drug Safety Update, August 2020: starting or restarting may lower the level of clozapine. In a "
        "cohort of 46 almost all whose mental state got worse were smokers (Qurashi and others 2019)",
    ),
    Fact(
        "clozapine-urgent",
        "Unusually sleepy or confused on clozapine: seek help at once, by NHS 111, or in an emergency at A&E.",
        "South West London and St George's Mental Health NHS Trust: clozapine in the news",
        "https://swlstg.nhs.uk/latest-news/clozapine-in-the-news-1981",
        _READ_ON,
        _MEDICINES,
        beside="said there of clozapine with alcohol and other sedatives. NHS 111 has no line in Northern Ireland: a "
        "pharmacist there; the clinic or team always comes first",
    ),
    Fact(
        "fit-emergency",
        "A first seizure, or one after which somebody does not come round, is for 999.",
        "Epilepsy Society, first aid quick guide: when to call 999",
        "https://epilepsysociety.org.uk/first-aid-quick-guide",
        _READ_ON,
        _MEDICINES,
        beside="said of any fit here, as with clozapine a fit is a sign of too much of it",
    ),
    Fact(
        "aids-options",
        "Options: nicotine patches, gum, lozenges, sprays, inhalators; vapes; varenicline, cytisinicline, bupropion; "
        "behavioural support.",
        "NICE guideline NG209, updated February 2025, as told by Guideline Genius",
        "https://www.guidelinegenius.com/smoking-cessation",
        _CHECKED,
        _MEDICINES,
        ReadHow.SECOND_HAND,
        used_by="programme.medicines.aids",
        beside="what is to be had changes: the practitioner or pharmacist says what there is; none is recommended here",
    ),
    Fact(
        "medicines-not-nicotine",
        "It is the smoke, not nicotine: it is so with nicotine replacement and with vapes too.",
        "Derbyshire Healthcare NHS Foundation Trust, alcohol, smoking and illicit drugs: smoking and clozapine; MHRA, "
        "Drug Safety Update, August 2020: stops smoking or switches to an e-cigarette",
        "https://www.derbyshirehealthcareft.nhs.uk/getting-help/understanding-your-medication/alcohol-smoking-illicit-drugs",
        _READ_ON,
        _MEDICINES,
        beside="said of clozapine; the same way through the liver (CYP1A2) makes it so for the others, with "
        "e-cigarettes and heated tobacco alike: Toxicology Reports 2020, 7, 1480-1486",
    ),
    _fact(
        "mood-after-stopping",
        "People who stop smoking tend to feel less anxious, low and stressed after some weeks than those who go on.",
        "Taylor and others 2021, smoking cessation for improving mental health, Cochrane CD013522",
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD013522.pub2/full",
        beside="cohorts and before-after studies, so not for certain caused by stopping; at six weeks and later",
    ),
    _fact(
        "relief-is-of-withdrawal",
        "Part of the relief of a cigarette may be the end of a dip that the last one left behind.",
        "Taylor and others 2021, Cochrane CD013522",
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD013522.pub2/full",
        used_by="programme.diary.pictures",
        section="Background",
        on=_AGAIN,
        beside="asked as a question about the person's own entries, never told at them (FIELD.md 2.6)",
    ),
    _fact(
        "weight-some",
        "Some people put on weight when they stop smoking, and some do not.",
        "Stop Smoking London, weight gain when you stop smoking cigarettes",
        "https://stopsmokinglondon.com/guides/weight-gain-when-you-stop-smoking-cigarettes/",
        beside="of 161 who had stopped for a year 65% were within 5% of their weight (Jeremias-Martins and Chatkin "
        "2019, J Bras Pneumol); Aubin and others 2012 (BMJ 345:e4439): 1 to 5 kg on average in the first year, very "
        "unlike from one to the other; no numbers to a client",
    ),
    _after("20-minutes", "After 20 minutes the pulse starts to return to normal."),
    _after("8-hours", "After 8 hours oxygen recovers, and carbon monoxide in the blood is halved."),
    _after("48-hours", "After 48 hours carbon monoxide is gone, lungs start to clear, taste and smell improve."),
    _after("72-hours", "After 72 hours breathing may feel easier, and energy increases."),
    _after("2-12-weeks", "After 2 to 12 weeks blood reaches heart and muscles better."),
    _after("3-9-months", "After 3 to 9 months coughs and wheezing improve, and lungs work up to a tenth better."),
    _after("1-year", "After a year the risk of a heart attack is half that of somebody who smokes."),
    _after("10-years", "After 10 years the risk of death from lung cancer is half that of somebody who smokes."),
    *LEAFLETS,
    *ELSEWHERE,
)
