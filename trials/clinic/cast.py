"""Who is in the clinic, and what they live: written by hand, so that what is to stand on every page is known."""

from datetime import date

from trials.clinic.life import Does, WrittenLife, answers, goes, picks_quit_date, writes
from trials.clinic.someone import Someone

BEGINS = date(2026, 2, 2)  # a Monday
ENDS = date(2026, 10, 6)
QUICK_BEGINS, QUICK_ENDS = date(2026, 2, 23), date(2026, 3, 10)
OWN_WORDS = "My sister's kitchen is hard."  # Hana's, for herself alone
_D = date


def ana() -> WrittenLife:
    """Answers all that comes, and does not smoke."""
    day = _D(2026, 2, 9)
    life = WrittenLife(
        "Ana", "Ana", "A.A.", "answers everything, stops on 9 February and stays stopped", BEGINS, quit_on=(day,)
    )
    life.outcomes = dict.fromkeys((4, 12, 26), ("Not at all",))
    life.on("2026-02-02", "10:30", picks_quit_date(day))
    return life.on("2026-08-18", "19:00", checks_in(life))


def checks_in(life: WrittenLife) -> Does:
    """Asks for a check-in, and answers it."""

    async def act(me: Someone) -> None:
        await answers(me, life, await me.writes("/checkin"))

    return act


def ben() -> WrittenLife:
    """Never answers."""
    day = _D(2026, 2, 16)
    life = WrittenLife(
        "Ben", "Ben", "B.B.", "picks 16 February and never answers", BEGINS, looks=lambda _: False, quit_on=(day,)
    )
    return life.on("2026-02-02", "11:00", picks_quit_date(day))


def cleo() -> WrittenLife:
    """Cuts down without a quit date, and types each number."""
    life = WrittenLife(
        "Cleo", "Cleo", "C.C.", "cuts down from 14 a day without a quit date", _D(2026, 2, 3), types=True
    )
    life.smokes = lambda day: max(3, 14 - (day - BEGINS).days // 14)
    life.evening, life.urge = "20:00", 3
    return life.on("2026-02-03", "19:00", writes("/next", "How often", "Lighter"))


def dan() -> WrittenLife:
    """Relapses, says so, and tries again in June."""
    first, second = _D(2026, 2, 16), _D(2026, 6, 8)
    life = WrittenLife("Dan", "Dan", "D.D.", "relapses in March, says so, tries again on 8 June", _D(2026, 2, 23))
    life.quit_on, life.relapse, life.urge = (first, second), _D(2026, 3, 15), 3
    life.smokes = _dan_smokes
    life.outcomes = dict.fromkeys((4, 12, 26), ("Not at all",))
    life.on("2026-02-23", "12:00", picks_quit_date(first))
    life.on("2026-02-25", "21:00", writes("I smoked", "That's all tonight"))
    life.on("2026-03-15", "20:00", writes("I smoked", "I smoke most days now", "No check-ins for now"))
    return life.on("2026-06-01", "12:00", picks_quit_date(second))


def _dan_smokes(day: date) -> int:
    if day < _D(2026, 2, 16) or _D(2026, 3, 4) <= day < _D(2026, 6, 8):
        return 8
    return int(day == _D(2026, 2, 25))


def eve() -> WrittenLife:
    """Leaves, and has her answers kept."""
    day = _D(2026, 2, 23)
    life = WrittenLife(
        "Eve", "Eve", "E.E.", "leaves on 1 April and has her answers kept", _D(2026, 3, 5), quit_on=(day,)
    )
    life.outcomes, life.leaves = {4: ("Not at all",)}, _D(2026, 4, 1)
    life.on("2026-03-05", "13:00", picks_quit_date(day))
    return life.on("2026-04-01", "12:00", writes("/leave", "Leave, keep my answers")).on(
        "2026-10-05", "12:00", writes("/privacy")
    )


def finn() -> WrittenLife:
    """Leaves, and has all erased."""
    life = WrittenLife("Finn", "Finn", "F.F.", "leaves on 15 April and has all erased", _D(2026, 4, 6), urge=2)
    life.smokes, life.leaves, life.erases = (lambda _: 4), _D(2026, 4, 15), True
    return life.on("2026-04-15", "12:00", writes("/leave", "Leave and erase all", "Yes, erase it")).on(
        "2026-10-05", "12:00", writes("/privacy")
    )


def sam_p() -> WrittenLife:
    """One of two Sams; smokes on one day in March; Jo is on their side."""
    day = _D(2026, 3, 2)
    life = WrittenLife("Sam P", "Sam", "S.P.", "stops on 2 March, smokes on 20 March, has Jo beside", _D(2026, 3, 9))
    life.quit_on, life.urge = (day,), 3
    life.smokes = lambda one: 6 if one < day else 2 * int(one == _D(2026, 3, 20))
    life.outcomes = {4: ("1 to 5",), 12: ("1 to 5",), 26: ("1 to 5",)}
    life.on("2026-03-09", "12:30", picks_quit_date(day))
    return life.on("2026-03-20", "21:00", writes("I smoked", "2", "That's all tonight"))


def sam_k() -> WrittenLife:
    """The other Sam; answers every third day, is low, asks for a call while the practitioner is away."""
    life = WrittenLife(
        "Sam K",
        "Sam",
        "S.K.",
        "answers every third day; asks for a call on 15 April; a break without end from 1 June",
        _D(2026, 3, 30),
    )
    life.smokes, life.mood = (lambda _: 7), "Low"
    life.looks = lambda day: day.toordinal() % 3 == 0
    life.on("2026-04-15", "10:00", writes("Rough day", "Tell Lee", "Send it"))
    return life.on("2026-06-01", "12:00", writes("/pause", "Until I'm back"))


def tess() -> WrittenLife:
    """Goes to Paris on the night on which clocks change there and here."""
    day = _D(2026, 3, 9)
    life = WrittenLife(
        "Tess", "Tess", "T.T.", "stops on 9 March, lives in Paris from 28 March to 20 June", _D(2026, 3, 16)
    )
    life.quit_on, life.evening = (day,), "21:30"
    life.smokes = lambda one: 5 if one < day else 0
    life.outcomes = dict.fromkeys((4, 12, 26), ("Not at all",))
    life.on("2026-03-16", "12:00", picks_quit_date(day))
    life.on("2026-03-28", "12:00", goes("Paris", "Europe/Paris"))
    return life.on("2026-06-20", "12:00", goes("London", "Europe/London"))


def gil() -> WrittenLife:
    """Taps the wrong answer at four weeks and puts it right."""
    day = _D(2026, 2, 16)
    life = WrittenLife("Gil", "Gil", "G.G.", "stops on 16 February; taps “6 or more” and changes it", _D(2026, 3, 2))
    life.quit_on = (day,)
    life.smokes = lambda one: 10 if one < day else 0
    life.outcomes = {4: ("6 or more", "Not at all"), 12: ("Not at all",), 26: ("Not at all",)}
    return life.on("2026-03-02", "12:00", picks_quit_date(day))


def hana() -> WrittenLife:
    """Shows the practitioner nothing."""
    life = WrittenLife("Hana", "Hana", "H.H.", "says yes to check-ins and keeping, and shows nothing", _D(2026, 9, 1))
    life.looks = lambda day: day.toordinal() % 3 == 0
    life.shows, life.smokes = ("Check in", "Keep"), (lambda _: 9)
    life.on("2026-09-10", "12:00", writes(OWN_WORDS))
    return life.on("2026-10-05", "12:00", writes("/privacy"))


def ivy() -> WrittenLife:
    """Takes a break of a week in May, and wants no check-ins from July on."""
    life = WrittenLife("Ivy", "Ivy", "I.I.", "a break of a week from 8 May; no check-ins from 6 July", _D(2026, 5, 4))
    life.smokes = lambda _: 3
    life.on("2026-05-04", "19:00", writes("/next", "How often", "Lighter"))
    life.on("2026-05-08", "12:00", writes("/pause", "A week"))
    return life.on("2026-07-06", "12:00", writes("/settings", "Sharing", "☑ Check in", "Continue"))


def quick_ana() -> WrittenLife:
    """Stopped two weeks before she joins, and answers everything."""
    life = ana()
    life.joins, life.acts = QUICK_BEGINS, []
    return life.on("2026-02-23", "10:30", picks_quit_date(life.quit_on[0]))


def quick_ben() -> WrittenLife:
    """Never answers."""
    life = ben()
    life.joins, life.acts = QUICK_BEGINS, []
    return life


def quick_dan() -> WrittenLife:
    """Stopped a week before joining, smokes from then on, and says so on Sunday."""
    life = dan()
    life.joins, life.quit_on, life.relapse, life.acts = _D(2026, 3, 5), (_D(2026, 2, 26),), _D(2026, 3, 8), []
    life.smokes = lambda day: 8 * (day >= life.joins)
    life.on("2026-03-05", "10:30", picks_quit_date(_D(2026, 2, 26)))
    return life.on("2026-03-08", "20:00", writes("I smoked", "I smoke most days now", "No check-ins for now"))


def quick_finn() -> WrittenLife:
    """Comes and goes, and has all erased."""
    life = finn()
    life.joins, life.leaves, life.acts = _D(2026, 3, 5), _D(2026, 3, 7), []
    return life.on("2026-03-07", "12:00", writes("/leave", "Leave and erase all", "Yes, erase it"))


EVERYBODY = (ana, ben, cleo, dan, eve, finn, sam_p, sam_k, tess, gil, hana, ivy)
A_FEW = (quick_ana, quick_ben, quick_dan, quick_finn)
