"""A practitioner comes in with the link and the six digits that the command line makes."""

from collections.abc import Mapping
from typing import Any

from care.invites import Opened, confirm_code, make_practitioner_invite, open_invite
from care.joining import set_place
from trials.simulate.scene import Scene


async def join_practitioner(scene: Scene) -> Mapping[str, Any] | None:
    """They join, and say where they are."""
    tx, who = scene.tx, scene.who
    token, code = await make_practitioner_invite(tx, who.name)
    opened = await open_invite(tx, scene.person, token)
    if not isinstance(opened, Opened):
        return None
    await confirm_code(tx, scene.person, opened.invite.id, code)
    await set_place(tx, await scene.fresh(), who.place)
    scene.town.places[who.name] = who.place
    return {"zone": who.place.zone}
