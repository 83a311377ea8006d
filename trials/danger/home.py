"""Violence at home: the numbers, both messages gone from the phone, and a next day on which nothing refers to it."""

from trials.danger.play import Play, labels

TELLS = ("violence", "abuse", "deleted", "delete", "card", "numbers", "hit", "kind question", "talk about smoking")


async def home(play: Play) -> None:
    """Sam, on Monday before the evening's check-in, and until Wednesday morning."""
    lee = await play.stage.practitioner("Lee")
    sam = await play.stage.client("Sam", lee)
    await play.begin()
    play.line("She writes what happens at home")
    await play.reaches("Mon 17:00")
    await play.writes(sam, "he hits me when he's drunk")
    play.reads(sam, "999", "[Delete these messages]")
    await play.taps(sam, "England")
    play.reads(sam, "0808 2000 247")
    play.line("[Delete these messages]: both are gone, and nothing says that they were there")
    await play.taps(sam, "Delete these messages")
    seen = "\n".join(one.text for one in sam.messages)
    play.so("hits me" not in seen, "her own words are gone")
    play.so("0808 2000 247" not in seen, "the card is gone")
    play.line("That evening and the whole next day are as any other")
    for moment in ("Mon 18:31", "Mon 23:00", "Tue 12:00", "Tue 18:31"):
        sam.looks()
        await play.reaches(moment)
        play.reads_nothing_of(sam, *TELLS)
        if moment.endswith("18:31"):
            play.reads(sam, "Evening, Sam", "How is your mood right now?")
            await play.taps(sam, "Why this?")
            play.reads_nothing_of(sam, *TELLS)
            await play.taps(sam, "Back")
            await play.taps(sam, "Mixed", "2", "None")
            play.reads(sam, "Next hello")
            play.reads_nothing_of(sam, *TELLS)
    for command in ("/next", "/progress", "/patterns", "/start"):
        await play.writes(sam, command)
        play.reads_nothing_of(sam, *TELLS[:4], "hit me")
    await play.writes(lee, "/summary")
    play.reads_nothing_of(lee, *TELLS)
    play.line("Three days later the words are too old for Telegram to take back")
    await play.writes(sam, "my husband pushed me down the stairs")
    play.reads(sam, "0808 2000 247", "[Delete these messages]")
    await play.reaches("Fri 12:00")
    sam.looks()
    if "Delete these messages" in [one for bubble in sam.messages for one in bubble.labels]:
        await play.taps(sam, "Delete these messages")
        play.reads(sam, "I couldn't delete that")
    else:
        play.so(False, f"the card keeps its button; there is {labels(sam)}")
