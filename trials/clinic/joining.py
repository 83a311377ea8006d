"""How everybody comes in: practitioners by the operator's link and code, clients and Jo by links passed on."""

from collections.abc import Sequence

from db import people
from simulator import Bubble
from trials.clinic.clinic import Clinic
from trials.clinic.life import Life
from trials.clinic.someone import Someone


async def practitioner_joins(clinic: Clinic, name: str) -> Someone:
    """A practitioner whom the operator let in, in England."""
    who = clinic.person(name)
    token, code = await clinic.service.invites_practitioner(name)
    await who.starts(token)
    await who.writes(code)
    await who.taps("England")
    return who


async def client_joins(clinic: Clinic, life: Life) -> None:
    """Lee makes a link, and the client comes in by it, on the screens that anybody meets."""
    lee, me = clinic.person("Lee"), clinic.people[life.phone]
    await lee.writes("/invite")
    link = _link(await lee.writes(life.label))
    with me.keeping(life.phone == "Ana"):  # the screens are the same for everybody
        await me.opens(link)
        await me.taps("Set up", "None of these", *(f"☐ {one}" for one in life.shows))
    with me.keeping():
        await me.taps("Continue")
        await me.writes(life.says)
        await me.writes(life.evening)
        await me.writes("A walk")
    person = await clinic.service.database.read(lambda tx: people.find(tx, me.phone.id))
    assert person is not None, f"{life.phone} did not get in"
    clinic.ids[life.phone] = person.id


async def asks_jo(clinic: Clinic, me: Someone) -> None:
    """The client asks Jo for support and shows Jo that they are stopping; Jo says yes."""
    jo = clinic.person("Jo")
    await me.writes("/supporters")
    await me.taps("Ask someone")
    await me.writes("Jo")
    await me.taps("☐ That I'm stopping", "My wish")
    await me.writes("Text about 5.")
    link = _link(await me.taps("Make the link"))
    with jo.keeping():
        await jo.opens(link)
        await jo.taps("Yes, I'm Jo", "Yes, count me in")


def _link(shown: Sequence[Bubble]) -> str:
    return next(word for one in shown for word in one.text.split() if "?start=" in word)
