"""What is said is answered: the handlers over a real database, without Telegram."""

import re

import pytest

from bot.kit.screen import Button
from care.delivery import say
from care.people.invites import make_practitioner_invite
from care.schedule.due import open_due
from db import check_in, events
from db.people import invites
from db.schedule import prompts
from db.store import service_facts
from db.store.engine import Database
from programme.practice.events import SummaryRead
from tests.screens.chat import Chat, Seen


@pytest.fixture
async def lee(database: Database) -> Chat:
    """A practitioner who has come in with link and code."""
    chat = Chat(database, 100, "Lee")
    await database.write(lambda tx: service_facts.put(tx, service_facts.BOT_USERNAME, "some_bot"))
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(chat.now), "Lee"))
    await chat.writes(f"/start {token}")
    await chat.writes(code)
    return chat


async def invited(lee: Chat) -> str:
    """The token of a fresh link."""
    await lee.writes("/invite")
    link = await lee.writes("A.K.")
    found = re.search(r"start=([\w-]+)", link.words)
    assert found
    return found[1]


@pytest.fixture
async def sam(lee: Chat) -> Chat:
    """A client who said yes to everything."""
    chat = Chat(lee.database, 200, "Sam")
    await chat.writes(f"/start {await invited(lee)}")
    await chat.taps("Set up, 1 minute")
    await chat.taps("None of these")
    for choice in ("☐ Check in with me here", "☐ Keep my answers", "☐ Show Lee a weekly summary"):
        await chat.taps(choice)
    await chat.taps("Continue")
    await chat.taps("Use my Telegram name")
    await chat.taps("18:30")
    await chat.writes("A walk")
    return chat


async def asked(sam: Chat) -> Seen:
    """The evening's check-in has come."""
    sam.now = sam.now.replace(hour=18, minute=30)
    await sam.database.write(lambda tx: open_due(tx.at(sam.now)))
    return (await sam.reads())[-1]


async def test_joining_is_short(lee: Chat) -> None:
    """From the link to the first useful thing: 5 screens, 8 taps and 200 words at most, all choices ticked."""
    sam = Chat(lee.database, 200, "Sam")
    screens = [await sam.writes(f"/start {await invited(lee)}")]
    taps = 0
    for label in (
        "Set up, 1 minute", "None of these", "☐ Check in with me here", "☐ Keep my answers",
        "☐ Show Lee a weekly summary", "Continue", "Use my Telegram name", "18:30",
    ):  # fmt: skip
        last = await sam.taps(label)
        taps += 1
        if not label.startswith("☐"):
            screens.append(last)
    ready = screens.pop()
    assert ready.words.startswith("You're set up, Sam.\nFirst hello: today, 18:30.")
    words = sum(len(seen.words.split()) + sum(len(label.split()) for label in seen.labels) for seen in screens)
    assert (len(screens), taps) <= (5, 8)
    assert words <= 200
    assert "what has helped before" in ready.words
    assert "what has helped" not in (await sam.taps("Skip")).words


async def test_a_craving_is_helped_before_any_consent(lee: Chat) -> None:
    """Craving help and the crisis card open from the first screen, and lead back to it."""
    sam = Chat(lee.database, 200)
    await sam.writes(f"/start {await invited(lee)}")
    assert "Most cravings ease" in (await sam.taps("Help with a craving now")).words
    assert "count to 4" in (await sam.taps("Breathe with me")).words
    await sam.taps("Back")
    assert (await sam.taps("Back")).words.startswith("Hello. Lee gave you this link.")
    assert "116 123" in (await sam.writes("/help")).words


async def test_joining_goes_on_where_it_stopped(lee: Chat) -> None:
    """After a week's break the same link shows the step that is next."""
    sam = Chat(lee.database, 200)
    token = await invited(lee)
    await sam.writes(f"/start {token}")
    await sam.taps("Set up, 1 minute")
    await sam.taps("None of these")
    await sam.taps("☐ Check in with me here")
    await sam.taps("Continue")
    sam.later(days=7)
    assert (await sam.writes(f"/start {token}")).words == "What can I call you? Type it, or tap."
    assert "When suits" in (await sam.writes("Sam")).words
    assert "Which one" in (await sam.writes("at 7")).words
    assert "First hello: today, 19:00" in (await sam.taps("19:00")).words


async def test_somebody_elsewhere_gets_their_own_clock(lee: Chat) -> None:
    """Another country, then which of its clocks: the time shown is the time there."""
    sam = Chat(lee.database, 200)
    await sam.writes(f"/start {await invited(lee)}")
    for label in ("Set up, 1 minute", "None of these", "☐ Check in with me here", "Continue", "Use my Telegram name"):
        await sam.taps(label)
    await sam.taps("I'm not in the UK")
    assert "I don't know that country" in (await sam.writes("Atlantis")).words
    assert (await sam.writes("the USA")).words == "Which of these has your clock?"
    assert "It's 05:00 in New York now" in (await sam.taps("New York 05:00")).words
    assert "First hello: today, 18:30" in (await sam.writes("half six in the evening")).words
    assert (await sam.person()).zone == "America/New_York"


async def test_a_check_in_is_one_message(sam: Chat) -> None:
    """From question to question the same message changes; at its end stands the next hello."""
    first = await asked(sam)
    assert first.words.startswith("Evening, Sam.")
    assert "You and Lee can see your answers." in first.words
    for label in ("Mixed", "4", "2–5", "Stress"):
        assert (await sam.taps(label)).id == first.id
    assert (await sam.taps("A walk")).words.startswith("Anything in your own words?")
    done = await sam.taps("Done")
    assert done.id == first.id
    assert "Next hello: tomorrow, 18:30." in done.words


async def test_own_words_are_kept_and_shown_when_shared(sam: Chat, lee: Chat) -> None:
    """Words added to a check-in that is done are kept, and the practitioner reads them after Share."""
    first = await asked(sam)
    for label in ("Good", "0"):
        await sam.taps(label)
    assert (await sam.taps("None")).labels == ["Add words", "Change"]
    assert (await sam.taps("Add words")).words.startswith("Anything in your own words?")
    assert (await sam.taps("Done")).labels == ["Add words", "Change"]
    assert "I can't chat" in (await sam.writes("Hello?")).words
    await sam.taps("Add words")
    kept = await sam.writes("Nights are the problem. " * 60)
    assert kept.id != first.id
    assert sam.shown[first.id].labels == []
    assert "I kept the first 1,000 characters." in kept.words
    lee.now = sam.now
    assert "Nights" not in (await lee.writes("/summary")).words
    assert "Lee can read it too." in (await sam.taps("Share with Lee")).words
    week = await lee.writes("/summary")
    assert "Brings, Tue 10 Mar: “Nights are the problem." in week.words
    assert "Today so far: replied" in week.words


async def test_a_number_may_be_typed(sam: Chat) -> None:
    """0 to 200 is taken; anything else is asked for kindly once more, and nothing is lost."""
    await asked(sam)
    await sam.taps("Good")
    await sam.taps("0")
    assert "How many today?" in (await sam.taps("Type it")).words
    assert "0 to 200" in (await sam.writes("a few")).words
    assert "0 to 200" in (await sam.writes("201")).words
    assert "hardest moment" in (await sam.writes("7")).words


async def test_a_very_low_day_comes_before_smoking(sam: Chat, lee: Chat) -> None:
    """Very low opens the way to help; telling the practitioner is confirmed first; Carry on goes on."""
    low = await asked(sam)
    assert (await sam.taps("Very low")).words.startswith("That sounds really hard.")
    card = await sam.taps("Tell Lee")
    assert card.id != low.id
    assert "They may not see this before 09:00 tomorrow." in card.words
    assert await lee.reads() == []
    assert "It's with Lee" in (await sam.taps("Send it")).words
    assert "Sam asks you to get in touch" in (await lee.reads())[-1].words
    await lee.taps("I've seen this")
    assert (await sam.reads())[-1].words == "Lee has opened your message."
    assert (await sam.taps("Carry on")).words.startswith("Strongest urge")


@pytest.mark.parametrize(
    "taps", [("Good", "0", "None", "Add words"), ("Mixed", "4", "2–5", "Stress", "A walk")], ids=["added", "asked for"]
)
async def test_crisis_words_bring_the_card_and_nothing_else(sam: Chat, taps: tuple[str, ...]) -> None:
    """Words of danger are no own words of a check-in: not kept, only the card comes, and the question still stands."""
    await asked(sam)
    for label in taps:
        await sam.taps(label)
    card = await sam.writes("I want to kill myself")
    assert [seen.words for seen in sam.news] == [card.words]
    assert card.words.startswith("Thank you for saying that.")
    me = (await sam.person()).id
    prompt = (await sam.database.read(lambda tx: prompts.of_person(tx, me, sam.now.replace(hour=0))))[-1]
    assert await sam.database.read(lambda tx: check_in.words(tx, prompt.id)) is None
    await sam.taps("I meant something else")
    assert sam.shown[card.id].words == "OK. Back to where we were. The numbers stay in /help."
    assert "Anything in your own words?" in sam.news[-1].words
    await sam.writes("I walked to the shop.")
    assert await sam.database.read(lambda tx: check_in.words(tx, prompt.id)) == "I walked to the shop."


async def test_crisis_words_are_no_answer_to_another_question(lee: Chat) -> None:
    """A name is still asked for after the card."""
    sam = Chat(lee.database, 200)
    await sam.writes(f"/start {await invited(lee)}")
    await sam.taps("Set up, 1 minute")
    await sam.taps("None of these")
    await sam.taps("Continue")
    await sam.writes("I want to die")
    assert len(sam.news) == 1
    assert (await sam.taps("I meant something else")).words == "What can I call you? Type it, or tap."
    assert "You're set up, Kim." in (await sam.writes("Kim")).words


async def test_not_now_and_back(sam: Chat) -> None:
    """Later, skip or back, each on the same message; later says when."""
    first = await asked(sam)
    assert "No rush" in (await sam.taps("Not now")).words
    assert "How is your mood" in (await sam.taps("Back")).words
    assert "check-in at 18:30" in (await sam.taps("Why this?")).words
    await sam.taps("Back")
    await sam.taps("Not now")
    put_off = await sam.taps("Later today, 19:30")
    assert (put_off.id, put_off.words) == (first.id, "See you at 19:30.")
    assert "How is your mood" in (await sam.taps("Start now")).words
    await sam.taps("Not now")
    assert "Skipped for today" in (await sam.taps("Skip today")).words


async def test_stop_never_unsubscribes(sam: Chat) -> None:
    """A bare "stop" asks what is meant, and nothing has changed until a choice is confirmed."""
    assert "What would you like to stop?" in (await sam.writes("STOP.")).words
    await sam.taps("Leave this service")
    assert (await sam.person()).is_client
    await sam.taps("Leave, keep my answers")
    assert ["You've left." in seen.words for seen in sam.news] == [True, False]
    assert sam.news[-1].screen.keyboard == ()
    assert not (await sam.person()).is_client


async def test_erasing_asks_twice_and_says_goodbye(sam: Chat) -> None:
    """After erasing, the account is somebody we know nothing of."""
    before = (await sam.person()).id
    await sam.writes("/leave")
    assert "This can't be undone." in (await sam.taps("Leave and erase all")).words
    await sam.taps("Yes, erase it")
    assert "What I kept about you is going now" in sam.news[-1].words
    after = await sam.person()
    assert (after.id == before, after.name) == (False, None)


async def test_settings_change_one_thing_at_a_time(sam: Chat) -> None:
    """Name, time, place and sharing each lead back to the settings, which say how it stands."""
    await sam.writes("/settings")
    await sam.taps("Name")
    assert "Name: Kim" in (await sam.writes("Kim")).words
    await sam.taps("Time")
    assert "Check-in: 20:30. Next" in (await sam.taps("20:30")).words
    await sam.taps("Place")
    assert "Place: Dublin" in (await sam.taps("Ireland")).words
    await sam.taps("Sharing")
    await sam.taps("☑ Show Lee a weekly summary")
    await sam.taps("Continue")
    assert "nothing is shown to Lee" in " ".join(seen.words for seen in sam.news)


async def test_what_is_not_kept_is_seen_by_nobody(sam: Chat, lee: Chat) -> None:
    """With a yes to the summary and a no to keeping, every line says so, and a look in mid-answer shows no answer."""
    await sam.writes("/settings")
    await sam.taps("Sharing")
    await sam.taps("☑ Keep my answers")
    await sam.taps("Continue")
    assert "Lee can see how often you reply" in " ".join(seen.words for seen in sam.news)
    assert "nothing you answer" in (await sam.writes("/privacy")).words
    assert "then wiped" in (await asked(sam)).words
    await sam.taps("Very low")
    lee.now = sam.now
    seen = (await lee.writes("/summary")).words
    assert "Today so far: replied" in seen
    assert not re.search("low|Urge|Smoked", seen)


async def test_cancel_forgets_the_question(sam: Chat) -> None:
    """After /cancel the next words are for nothing."""
    await sam.writes("/settings")
    await sam.taps("Name")
    assert "let go of that question" in (await sam.writes("/cancel")).words
    assert "I've kept it for you" in (await sam.writes("Kim")).words
    assert (await sam.person()).name == "Sam"
    assert "nothing to cancel" in (await sam.writes("/cancel")).words


FORGED = {
    "a screen that is not there": "t:999999:mood:low",
    "somebody else's screen": "t:1:mood:low",
    "no number": "t:x:mood:low",
    "no tap at all": "mood",
    "somebody else's goodbye": "t:1:erase:",
    "colons": ":::::",
}


async def test_a_button_that_is_not_theirs_does_nothing(sam: Chat) -> None:
    """Forged, foreign and old buttons change nothing and get a kind word over the screen."""
    before = await sam.person()
    for why, data in FORGED.items():
        await sam.presses(Button("x", data))
        assert (sam.news, sam.toast) == ([], "toast-old"), why
    assert await sam.person() == before


async def test_a_button_that_was_taken_away_does_nothing(sam: Chat) -> None:
    """A screen that a newer one stands in for has no say any more, but the answer to a check-in counts."""
    old = await sam.writes("/settings")
    await sam.writes("/settings")
    await sam.taps("Name", old)
    assert sam.toast == "toast-old"
    first = await asked(sam)
    below = await sam.writes("/checkin")
    assert sam.shown[first.id].labels == []
    await sam.taps("Good", first)
    assert sam.shown[below.id].words.startswith("Strongest urge")


FORGED_ARGUMENTS = (
    "mood:great", "urge:6", "urge:-1", "moment:x", "helped:999", "skip:x", "one_tap:x", "view:" + "x" * 30, "go:erase",
    "cigarettes:201", "open:x", "relapse_is:not_now", "smoked_sure:11", "smoked_sure:3", "replay_back:x",
    "smoked_keep:5", "replay_stop:x", "usual_ask:x", "usual_a_day:5", "usual_packet_of:0", "usual_gone:", "rating:x",
    "rating_is:3", "why_moved:x", "why_moved_is:unwell", "why_moved_type:", "stage_is:smoking", "gone:died",
    "gone_day:20260301", "follow_up:", "follow_up_back:", "at:9999", "at:0300", "zone:Mars/Base", "country:ZZ",
    "toggle:x", "summary:1",
)  # fmt: skip


async def test_a_forged_argument_does_nothing(sam: Chat) -> None:
    """On their own screen too, an act with an argument that is none of ours is not done."""
    first = await asked(sam)
    for tail in FORGED_ARGUMENTS:
        await sam.presses(Button("x", f"t:{first.id}:{tail}"))
        assert sam.shown[first.id].words.startswith("Evening, Sam."), tail
    assert await sam.database.read(lambda tx: check_in.get(tx, 1)) is None
    assert (await sam.person()).zone == "Europe/London"


KINDS: tuple[tuple[dict[str, object], str], ...] = (
    ({"sticker": {"file_id": "a", "file_unique_id": "a", "type": "regular", "width": 1, "height": 1,
                  "is_animated": False, "is_video": False}}, "stickers"),
    ({"voice": {"file_id": "a", "file_unique_id": "a", "duration": 1}}, "can't hear voice notes"),
    ({"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]}, "can't see pictures"),
    ({"contact": {"phone_number": "1", "first_name": "Jo"}}, "don't keep contacts"),
    ({"text": "hello there"}, "I've kept it for you"),
    ({"text": "x" * 4096}, "I've kept it for you"),
    ({"text": "/nonsense"}, "I don't know that one"),
)  # fmt: skip


async def test_each_kind_gets_its_own_answer(sam: Chat) -> None:
    """What nothing was waiting for is answered by its kind."""
    for body, answer in KINDS:
        message = {"message_id": 1, "date": 1, "chat": {"id": 200, "type": "private"},
                   "from": {"id": 200, "is_bot": False, "first_name": "Sam"}, **body}  # fmt: skip
        assert answer in (await sam.sends({"message": message})).words


async def test_a_changed_message_is_answered(sam: Chat) -> None:
    """An edit is not taken in, and that is said."""
    message = {"message_id": 1, "date": 1, "edit_date": 2, "chat": {"id": 200, "type": "private"},
               "from": {"id": 200, "is_bot": False, "first_name": "Sam"}, "text": "changed"}  # fmt: skip
    assert "can't take in changes" in (await sam.sends({"edited_message": message})).words


async def test_a_stranger_and_a_client_get_no_practitioners_commands(sam: Chat) -> None:
    """A command of another role is one we do not know."""
    for command in ("/invite", "/clients", "/summary"):
        assert "I don't know that one" in (await sam.writes(command)).words
    stranger = Chat(sam.database, 300)
    assert "set this up with a link" in (await stranger.writes("/checkin")).words
    assert "If you have a link" in (await stranger.writes("/start")).words


async def test_links_that_do_nothing_say_why(sam: Chat, lee: Chat) -> None:
    """Unknown, used, one's own, and a client's who is in already."""
    token = await invited(lee)
    stranger = Chat(sam.database, 300)
    assert "I don't know that link" in (await stranger.writes("/start nonsense")).words
    assert "your own link" in (await lee.writes(f"/start {token}")).words
    assert "joined already" in (await sam.writes(f"/start {token}")).words
    await stranger.writes(f"/start {token}")
    assert "another account" in (await Chat(sam.database, 400).writes(f"/start {token}")).words


async def test_six_digits_are_tried_five_times(database: Database) -> None:
    """Wrong digits say so; what is no code is no try; then the link rests."""
    lee = Chat(database, 100, "Lee")
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(lee.now), "Lee"))
    assert "six digits of your code" in (await lee.writes(f"/start {token}")).words
    assert "I need six digits" in (await lee.writes("what?")).words
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(4):
        assert "don't match" in (await lee.writes(wrong)).words
    assert "rest for an hour" in (await lee.writes(wrong)).words
    assert "rest for an hour" in (await lee.writes(code)).words
    lee.later(hours=1, minutes=1)
    assert "You're set up, Lee." in (await lee.writes(code)).words


async def test_a_practitioner_sees_who_joined(sam: Chat, lee: Chat) -> None:
    """The list names them and opens their week; a client who shows nothing is said to have chosen so."""
    assert "Sam, since Tue 10 Mar" in (await lee.writes("/clients")).words
    assert "Nothing heard yet, joined Tue 10 Mar." in (await lee.taps("Sam")).words
    await sam.writes("/privacy")
    await sam.taps("Change what I share")
    await sam.taps("☑ Show Lee a weekly summary")
    await sam.taps("Continue")
    assert "has not chosen to show you" in (await lee.reads())[-1].words


async def test_a_week_is_written_down_once_for_each_asking(sam: Chat, lee: Chat) -> None:
    """By a command and by a tap; shown once more after a change it is no new asking, and nobody's week is none."""
    me = (await sam.person()).id
    await lee.writes("/summary")
    await lee.writes("/clients")
    shown = await lee.taps("Sam")
    await lee.database.write(lambda tx: say.refresh(tx.at(lee.now), shown.id))
    assert [seen.words for seen in await lee.reads()] == [shown.words]
    for nobody in ("999", "9" * 40):
        await lee.presses(Button("x", f"t:{shown.id}:summary:{nobody}"))
    read = await lee.database.read(lambda tx: events.of_person(tx, me, kind=SummaryRead))
    assert [event.actor_id for event in read] == [(await lee.person()).id] * 2


async def test_the_link_is_not_kept(lee: Chat) -> None:
    """What was shown once cannot be read out of the invites."""
    token = await invited(lee)
    found = await lee.database.read(lambda tx: invites.of_practitioner(tx, 1))
    assert token not in repr(found)
