"""What got easier, and what changes in the body: both asked for or offered, never pushed, never taken back."""

from tests.stories.measured import evening, evenings, stops_on
from tests.stories.town import Someone, Town


async def test_what_got_easier_this_week(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.15: a card once a week; taps and own words are kept and shown back, and nobody else sees them."""
    await sam.writes("/quitdate")
    await sam.taps("1", "No")
    sam.phone.looks()
    await evenings(town, sam, "Mon", "Tue", "Wed", "Thu")
    await evening(town, sam, "Fri")
    await sam.sees("What got easier this week? Even a bit counts")
    await sam.taps("Tell you")
    await sam.sees("Tap all that fit", "Only you see your answers")
    await sam.taps("☐ Sleep", "☐ Getting through an urge", "Something else")
    await sam.sees("Type it in a few words")
    await sam.writes("The stairs at work")
    sam.phone.looks()
    assert "☑ Sleep" in sam.labels()
    await sam.taps("Done")
    await sam.sees("Kept. You'll find it under How far I've come")
    await sam.writes("/progress")
    await sam.sees("What got easier, as you told me", "Sleep", "Getting through an urge", "“The stairs at work”")
    for day in ("Sat", "Sun"):
        await evening(town, sam, day)
        assert "What got easier" not in sam.phone.looks()[-1].text
    lee.phone.looks()
    await lee.writes("/summary")
    await lee.taps("Scores")
    assert "stairs" not in (await lee.sees("set questions")).text


async def test_what_changes_in_the_body(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.8: off until asked for; what is reached stays reached after smoking; off again with one tap."""
    await stops_on(sam, 3)
    await evenings(town, sam, "Mon", "Tue", "Wed", "Thu", "Fri")
    await sam.writes("/progress")
    assert "pulse" not in (await sam.sees("Smoke-free days")).text
    await sam.taps("Looking closer", "What changes in my body")
    assert "lung" not in (await sam.sees("It's here if you want it")).text
    await sam.taps("Show me")
    seen = await sam.sees("✓ After 72 hours", "From NHS Better Health: https://", "nothing here is taken back")
    assert "· After 2 to 12 weeks" in seen.text
    await sam.taps("Show it with my progress")
    sam.phone.looks()
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.writes("/progress")
    await sam.sees("✓ After 72 hours breathing may feel easier")
    await sam.taps("Looking closer", "What changes in my body")
    await sam.sees("✓ After 72 hours")
    await sam.taps("Not with my progress")
    sam.phone.looks()
    await sam.writes("/progress")
    assert "72 hours" not in (await sam.sees("Smoke-free days")).text
