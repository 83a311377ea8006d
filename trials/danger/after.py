"""After a card: a soft evening, a soft morning, an ordinary evening, and a Monday on which nothing of it is counted."""

from datetime import time

from trials.danger.play import Play

SMOKING = ("cigarette", "roll-up", "urge")


async def after(play: Play) -> None:
    """Sam answers what comes, Ana answers nothing, Kit is asked in the morning; Lee reads both on Monday."""
    lee = await play.stage.practitioner("Lee")
    sam, ana = [await play.stage.client(name, lee) for name in ("Sam", "Ana")]
    kit = await play.stage.client("Kit", lee, time(8, 0))
    await play.begin()
    await play.writes(lee, "/start")
    await play.taps(lee, "England")
    play.line("A card on Thursday afternoon")
    await play.reaches("Thu 15:00")
    for phone in (sam, ana, kit):
        await play.writes(phone, "i cant stop thinking about killing myself")
        play.reads(phone, "999", "111, press 2")
    play.line("/next says it to Sam, and to nobody else")
    await play.writes(sam, "/next")
    play.reads(sam, "kind question")
    await play.writes(lee, "/next Sam")
    play.reads_nothing_of(lee, "card", "kind question", "numbers")
    play.line("The evening is soft: no smoking first, the number once, a way to say better")
    await play.reaches("Thu 18:31")
    for phone in (sam, ana):
        play.reads(phone, "Let's not talk about smoking tonight.", "How is it now?", "111", "[A bit better]")
        play.reads_nothing_of(phone, *SMOKING)
    await play.taps(sam, "Why this?")
    await play.taps(sam, "Back")
    await play.taps(sam, "A bit better")
    play.reads(sam, "glad")
    ana.looks()
    await play.reaches("Thu 23:00")
    play.reads_nothing_of(ana, *SMOKING)
    play.line("The morning is soft for Kit, who is asked at eight")
    kit.looks()
    await play.reaches("Fri 08:01")
    play.reads(kit, "Let's not talk about smoking this morning.", "How is it now?", "[Still hard]")
    play.reads_nothing_of(kit, *SMOKING)
    await play.taps(kit, "Still hard")
    play.reads(kit, "[Talk to someone now]", "[Tell Lee]")
    play.line("The evening after is as any other")
    sam.looks()
    ana.looks()
    await play.reaches("Fri 18:31")
    play.reads(sam, "Evening, Sam", "How is your mood right now?")
    await play.taps(sam, "OK", "1", "None")
    play.line("On Monday Lee reads no silence that came from it")
    await play.reaches("Mon 08:01")
    play.reads_nothing_of(lee, "card", "danger", "soft")
    for name in ("Sam", "Ana"):
        await play.writes(lee, "/summary")
        await play.taps(lee, name)
        play.reads_nothing_of(lee, "card", "danger", "soft")
