"""What the practitioner does: reads each Monday, each client's pages, and enters what was heard and measured."""

from dataclasses import dataclass
from datetime import date, datetime

from simulator import Bubble
from trials.clinic.clinic import Clinic
from trials.clinic.life import Does
from trials.clinic.someone import Someone

AWAY = (date(2026, 4, 11), date(2026, 4, 26))  # Lee is on leave; Max covers

NAVIGATION = ("All people", "Invite someone", "More", "Next", "Back", "Earlier", "Later")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a client's as Lee read it at that moment: "summary", "outcomes" or "scores"."""

    at: datetime
    client: str
    name: str
    text: str

    @property
    def day(self) -> date:
        """Of Lee's calendar."""
        return self.at.date()


def is_away(day: date) -> bool:
    """Whether Lee is on leave and looks at nothing."""
    return AWAY[0] <= day <= AWAY[1]


async def reads_monday(clinic: Clinic, pages: list[Page], *, closely: bool) -> None:
    """Lee has read the Monday, and opens each client's week; `closely`, once a month: outcomes and scores too."""
    lee = clinic.person("Lee")
    await lee.taps("I've read this")
    for name in await _names(lee):
        _keep(pages, lee, name, "summary", await _opens(lee, name, keeps=closely))
        for page in ("outcomes", "scores") if closely else ():
            if page.capitalize() not in lee.labels():
                continue  # they show nothing
            with lee.keeping():
                _keep(pages, lee, name, page, await lee.taps(page.capitalize()))
            await lee.taps("Their week")


async def _names(lee: Someone) -> list[str]:
    shown = await lee.writes("/summary")
    if "Outcomes" in lee.labels():  # one client alone is shown at once
        return [shown[-1].text.partition(" · ")[0]]
    return [one for one in lee.labels() if one not in NAVIGATION and not one.startswith("Asked:")]


async def _opens(lee: Someone, name: str, *, keeps: bool) -> list[Bubble]:
    """The week of whoever stands under that name; where there is one client alone, /summary shows it at once."""
    shown = await lee.writes("/summary")
    if "Outcomes" in lee.labels():
        return shown
    with lee.keeping(keeps):
        return await lee.taps(name)


def _keep(pages: list[Page], lee: Someone, name: str, page: str, shown: list[Bubble]) -> None:
    if shown:
        pages.append(Page(lee.now, name, page, shown[-1].text))


async def is_covered(lee: Someone) -> None:
    """Lee names Max as cover for the time of the leave."""
    with lee.keeping():
        await lee.writes("/settings")
        await lee.taps("Hours and cover", "Who covers", "Max")


async def is_seen(practitioner: Someone) -> None:
    """Whoever covers opens the request that came."""
    with practitioner.keeping():
        await practitioner.taps("I've seen this")


def treats(name: str, ppm: int | None = None) -> Does:
    """Says on the outcomes of that client that they are treated; enters a reading of that day, where there is one."""

    async def act(lee: Someone) -> None:
        with lee.keeping():
            await lee.writes("/summary")
            if "Outcomes" not in lee.labels():
                await lee.taps(name)
            await lee.taps("Outcomes", "Treated")
            if ppm is not None:
                await lee.taps("CO reading")
                await lee.writes(str(ppm))

    return act


ENTERS = (  # on which day, about whom
    (date(2026, 3, 10), "Ana", treats("Ana", 3)), (date(2026, 3, 17), "Gil", treats("Gil")),
    (date(2026, 3, 17), "Ben", treats("Ben")), (date(2026, 3, 31), "Eve", treats("Eve")),
    (date(2026, 4, 7), "Tess", treats("Tess", 2)), (date(2026, 4, 7), "Sam P", treats("Sam (S.P.)")),
    (date(2026, 7, 7), "Dan", treats("Dan")),
)  # fmt: skip
COVER = (date(2026, 4, 10), "Lee", is_covered)
SEEN = (date(2026, 4, 16), "Max", is_seen)
