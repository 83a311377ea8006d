"""The words of one Monday: each person writes what they write, and reads what comes for it."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from simulator import Phone
from simulator.acts import post
from simulator.telegram import Telegram
from trials.danger.play import Play, labels

DANGER = "I want to kill myself"
_TWO_MINUTES = timedelta(minutes=2)
CARD = "Thank you for saying that."
POLL = {
    "id": "1", "question": "I want to kill myself", "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
    "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    "options": [{"text": "yes", "voter_count": 0, "persistent_id": "1"}],
}  # fmt: skip


async def words(play: Play) -> None:
    """Clients and strangers, one after the other."""
    lee = await play.stage.practitioner("Lee")
    sam, ana, kit = [await play.stage.client(name, lee) for name in ("Sam", "Ana", "Kit")]
    await play.begin()
    await play.writes(lee, "/start")
    await play.taps(lee, "England")
    await _in_mid_check_in(play, sam, lee)
    await _perhaps(play, ana)
    await _taken_back(play, kit)
    await _strangers(play)


async def everywhere(play: Play) -> None:
    """Whoever writes it, and whatever it stands in."""
    lee = await play.stage.practitioner("Lee")
    pat, ola = [await play.stage.client(name, lee) for name in ("Pat", "Ola")]
    await play.begin()
    await _the_practitioner(play, lee)
    await _in_a_break(play, pat)
    await _a_supporter(play, ola)
    await _taken_too_much(play, ola)
    await _whatever_it_stands_in(play, pat)


async def _the_practitioner(play: Play, lee: Phone) -> None:
    play.line("A practitioner picks the nation, and writes words of danger")
    await play.writes(lee, "/start")
    play.reads(lee, "Where do you work?")
    await play.taps(lee, "England")
    await play.writes(lee, "honestly I want to die")
    play.reads(lee, CARD, "999", "116 123", "111")
    play.so(not [one for one in labels(lee) if "Tell" in one], "no [Tell ...] for who works here")
    await play.taps(lee, "I meant something else")


async def _in_mid_check_in(play: Play, sam: Phone, lee: Phone) -> None:
    play.line("A client in mid check-in writes words of danger")
    await play.reaches("Mon 18:30")
    await play.taps(sam, "Mixed", "4", "None", "Stress", "A walk")
    play.reads(sam, "Anything in your own words?")
    await play.writes(sam, "cant do this. going to end it tonight")
    play.reads(sam, CARD, "999", "111, press 2", "116 123", "[Tell Lee]", "[I meant something else]")
    play.reads_nothing_of(sam, "Saved", "in your own words")
    play.line("[I meant something else] goes back to where it was")
    await play.taps(sam, "I meant something else")
    play.reads(sam, "OK. Back to where we were. The numbers stay in /help.")
    play.reads(sam, "Anything in your own words?")
    await play.writes(sam, "Long day. Sorry, I meant my shift.")
    play.reads(sam, "that's kept for you")
    play.line("The words of danger are kept nowhere, and Lee sees nothing of them")
    await play.writes(lee, "/summary")
    await play.taps(lee, "Sam")
    play.reads(lee, "Today so far: replied")
    play.reads_nothing_of(lee, "end it", "card", "danger")
    await play.writes(sam, "/progress")
    play.reads_nothing_of(sam, "end it", "card")


async def _perhaps(play: Play, ana: Phone) -> None:
    play.line("Words that may mean it: one quiet line below, and they stay the answer")
    await play.taps(ana, "Mixed", "3", "None", "Stress", "A walk")
    await play.writes(ana, "what's the point")
    play.reads(ana, "that's kept for you")
    play.reads(ana, "If it's too much right now", "[I need help now]", "[I'm all right]")
    play.reads_nothing_of(ana, CARD)
    await play.taps(ana, "I'm all right")
    play.reads(ana, "Good to know.")
    play.line("One an hour, and a card is not held back by it")
    await play.writes(ana, "I can't do this any more")
    play.reads_nothing_of(ana, "too much right now")
    await play.writes(ana, "i want to kill myself")
    play.reads(ana, CARD, "999")


async def _taken_back(play: Play, kit: Phone) -> None:
    play.line('"Only joking" after a card: the card stays')
    await play.writes(kit, "im going to kill myself")
    play.reads(kit, CARD)
    await play.writes(kit, "only joking")
    play.reads(kit, "The numbers are here if you want them.")
    play.so("I meant something else" in labels(kit), "the card keeps its buttons")
    play.line("Words that may mean it, an hour and more later, and [I need help now]")
    await play.reaches("Mon 20:30")
    await play.writes(kit, "I can't do this any more")
    play.reads(kit, "If it's too much right now")
    await play.taps(kit, "I need help now")
    play.reads(kit, "999", "116 123")
    play.reads_nothing_of(kit, "Thank you for saying")


async def _in_a_break(play: Play, pat: Phone) -> None:
    play.line("A client in a break")
    await play.writes(pat, "/pause")
    await play.taps(pat, "A week")
    await play.writes(pat, "everyone would be better off if I was dead")
    play.reads(pat, CARD, "999", "[Tell Lee]")


async def _a_supporter(play: Play, ola: Phone) -> None:
    play.line('A supporter: "he says he wants to die"')
    await play.writes(ola, "/supporters")
    await play.taps(ola, "Ask someone")
    await play.writes(ola, "Jo")
    await play.taps(ola, "Make the link")
    jo = play.stage.phone("Jo")
    link = next((word for one in reversed(ola.messages) for word in one.text.split() if "?start=" in word), "")
    play.so(link, "Ola has a link for Jo")
    await play.does(jo, lambda one: one.opens(link) if link else one.starts())
    await play.taps(jo, "Yes, I'm Jo", "Yes, count me in")
    ola.looks()
    await play.writes(jo, "he says he wants to die")
    play.reads(jo, "This is what you can do now.", "999", "116 123", "[I meant something else]")
    play.reads_nothing_of(jo, "Ola", "Lee", "team", "clinic", "practitioner", "know")
    play.reads_nothing(ola)


async def _strangers(play: Play) -> None:
    play.line("A stranger before joining: the nation is chosen from /help")
    eve = play.stage.phone("Eve")
    await play.does(eve, lambda one: one.starts())
    play.reads(eve, "In danger? Call 999. Help in your country: /help")
    await play.writes(eve, "i dont want to be alive anymore")
    play.reads(eve, CARD, "999", "/help")
    await play.writes(eve, "/help")
    play.reads(eve, "116 123", "Where are you?")
    await play.taps(eve, "Scotland")
    play.reads(eve, "111")
    await play.writes(eve, "i dont want to be alive anymore")
    play.reads(eve, "111 and ask for mental health")
    for says, name, wrote, parts in (
        ("Too much taken", "Max", "ive taken all my tablets", ("Please call now.", "999", "111")),
        ("Chest pain", "Nia", "bad pain in my chest and left arm gone numb", ("Please call now.", "Call 999")),
        ("Polish words", "Ewa", "chcę się zabić", ("999", "116 123")),
        ("A script that nobody here reads", "Gio", "მინდა მოვკვდე", ("999", "I can't read what you wrote")),
    ):
        play.line(says)
        phone = play.stage.phone(name)
        await play.writes(phone, wrote)
        play.reads(phone, *parts)


async def _taken_too_much(play: Play, ola: Phone) -> None:
    play.line("A client has taken too much")
    await play.writes(ola, "i took the whole pack of paracetamol")
    play.reads(ola, "Please call now.", "Call 999", "111 for advice about poison", "[I meant something else]")


async def _whatever_it_stands_in(play: Play, pat: Phone) -> None:
    play.line("A poll, a caption, a contact's name, a message that was changed")
    telegram = play.stage.simulator.telegram
    contact = {"contact": {"phone_number": "1", "first_name": "I want to", "last_name": "kill myself"}}
    for content in ({"poll": POLL}, contact):
        await play.goes_on(_TWO_MINUTES)
        await play.does(pat, partial(_sends, telegram, content))
        play.reads(pat, CARD)
    await play.goes_on(_TWO_MINUTES)
    await play.does(pat, lambda one: one.sends_photo(DANGER))
    play.reads(pat, CARD)
    await play.goes_on(_TWO_MINUTES)
    written = pat.writes("I want to sleep")
    await play.settle()
    await play.does(pat, lambda one: one.edits(written, DANGER))
    play.reads(pat, CARD)


def _sends(telegram: Telegram, content: Mapping[str, object], phone: Phone) -> None:
    post(telegram, phone.chat, phone.person, content=dict(content))
