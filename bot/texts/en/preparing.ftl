# Getting ready for the quit date, and telling others.

prepare = <b>Getting ready</b>
prepare-date = { $days ->
        [one] Your quit date is tomorrow, { $day }.
       *[other] Your quit date is in { $days } days, on { $day }.
    }
prepare-what = Tap what is done. What isn't yours to do, leave as it is. Not ready is fine too.
prepare-count = Done: { $ready } of { $all }. Each one counts.
prepare-thing-home = Home: ashtrays and what is left are out of sight
prepare-thing-bag = Bag and pockets: looked through
prepare-thing-car = Car: cleared, if I have one
prepare-thing-lighter = Lighters: put away or given away
prepare-thing-shop = Where I buy: another way there, or another shop
prepare-thing-others = Others at home: asked to smoke outside
prepare-thing-tell = One person knows the day
prepare-thing-hands = Something for my hands
prepare-button-home = Home
prepare-button-bag = Bag
prepare-button-car = Car
prepare-button-lighter = Lighters
prepare-button-shop = Where I buy
prepare-button-others = Others at home
prepare-button-tell = One person
prepare-button-hands = My hands
prepare-line = { $mark } { $what }
prepare-add = Add my own
prepare-ask = What else would you like to get ready? Type it here.
prepare-own-off = Take one off
prepare-own-off-ask = Which one shall I take off?
prepare-open = Open my list
prepare-not-ready = Not ready
prepare-not-ready-said = That's fine, and good to know. The list stays in My plan. The day can move too.
prepare-move = Change the day
prepare-card = { $days ->
        [one] Tomorrow is the day you picked. Would you like to look at your list?
       *[other] { $days } days to the day you picked. Would you like to look at your list?
    }
progress-ready = Things you got ready: { $count }

telling = <b>Telling others</b>
telling-what = Who would you like to know? You choose, and you tell them yourself. I never send anything for you.
telling-none = Nobody is on the list yet.
telling-tap = Tap somebody once they know.
telling-add = Add somebody
telling-ask = Who is it? A name or “my sister” is plenty. Type it here.
telling-off = Take one off
telling-off-ask = Who can come off the list?
telling-words = Words to send
telling-words-ask = Some words to start from. Open one to copy it.
telling-own = Write my own
telling-own-ask = What would you like to say to them? Type it here. I keep up to 250 characters.
telling-draft = Copy it, change what you like, and send it in any chat. Nothing goes out from here.
telling-draft-1 = I'm stopping smoking soon. It would help if you didn't offer me one. No need to ask how it goes. I'll tell you.
telling-draft-2 = I'm going to stop smoking. Some days I may be grumpy, and it's not about you. A walk or a call would be nice.
telling-draft-3 = I'm stopping smoking. Could you smoke outside while I'm around for the next few weeks? Thank you.
telling-copy = Copy
telling-drop = Take it off
