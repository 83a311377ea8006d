# What is held, who sees it, and how to go.

privacy = <b>What I keep about you</b>
privacy-nothing = Nothing but your Telegram number.
privacy-name = Your name and your time zone
privacy-check-ins = { $count ->
        [one] 1 check-in
       *[other] { $count } check-ins
    }
privacy-words = { $count ->
        [one] 1 note in your own words
       *[other] { $count } notes in your own words
    }
privacy-toolkit = { $count ->
        [one] 1 thing that helps you
       *[other] { $count } things that help you
    }
privacy-readings = { $count ->
        [one] 1 CO reading
       *[other] { $count } CO readings
    }
privacy-reasons = { $count ->
        [one] 1 reason of yours
       *[other] { $count } reasons of yours
    }
privacy-quit-dates = { $count ->
        [one] 1 quit date
       *[other] { $count } quit dates
    }
privacy-smoked = { $count ->
        [one] 1 time you told me you smoked
       *[other] { $count } times you told me you smoked
    }
privacy-cravings = { $count ->
        [one] 1 craving you rated
       *[other] { $count } cravings you rated
    }
privacy-usual = What you used to smoke, and what it cost
privacy-outcomes = { $count ->
        [one] 1 answer about how stopping went
       *[other] { $count } answers about how stopping went
    }
privacy-heard = { $count ->
        [one] 1 answer you gave in a session, written down there
       *[other] { $count } answers you gave in sessions, written down there
    }
privacy-hsi = { $count ->
        [one] 1 answer about how much you smoke
       *[other] { $count } answers about how much you smoke
    }
privacy-mpss = { $count ->
        [one] 1 set of answers about how you feel
       *[other] { $count } sets of answers about how you feel
    }
privacy-medicines = { $count ->
        [one] 1 time I asked about medicines
       *[other] { $count } times I asked about medicines
    }
privacy-aids = { $count ->
        [one] 1 thing you said about what you use to stop
       *[other] { $count } things you said about what you use to stop
    }
privacy-easier = { $count ->
        [one] 1 thing that got easier
       *[other] { $count } things that got easier
    }
privacy-supporters = { $count ->
        [one] 1 person you asked to support you
       *[other] { $count } people you asked to support you
    }
privacy-supported = { $count ->
        [one] 1 person who asked you to support them
       *[other] { $count } people who asked you to support them
    }
privacy-passed-on = { $count ->
        [one] 1 line you wrote to pass on
       *[other] { $count } lines you wrote to pass on
    }
privacy-requests = { $count ->
        [one] 1 request to get in touch
       *[other] { $count } requests to get in touch
    }
privacy-prepared = { $count ->
        [one] 1 thing you got ready
       *[other] { $count } things you got ready
    }
privacy-links = { $count ->
        [one] 1 link you pass on
       *[other] { $count } links you pass on
    }
privacy-session-notes = { $count ->
        [one] 1 note for a session
       *[other] { $count } notes for sessions
    }
privacy-own-words = { $count ->
        [one] 1 thing you wrote for yourself
       *[other] { $count } things you wrote for yourself
    }
privacy-sessions = { $count ->
        [one] 1 date of a next session
       *[other] { $count } dates of next sessions
    }
privacy-proposals = { $count ->
        [one] 1 change I put to you
       *[other] { $count } changes I put to you
    }
privacy-stopped = { $count ->
        [one] 1 kind of message you stopped
       *[other] { $count } kinds of message you stopped
    }
privacy-clients = { $count ->
        [one] 1 person you invited
       *[other] { $count } people you invited
    }
privacy-invites = { $count ->
        [one] 1 link you made
       *[other] { $count } links you made
    }
privacy-prompts = { $count ->
        [one] 1 time I asked you
       *[other] { $count } times I asked you
    }
privacy-choices = { $count ->
        [one] 1 yes or no to sharing
       *[other] { $count } yeses and noes to sharing
    }
privacy-messages = { $count ->
        [one] 1 message of mine: what kind and when
       *[other] { $count } messages of mine: what kind and when
    }
privacy-received = { $count ->
        [one] 1 message of mine: which ways of helping were in it
       *[other] { $count } messages of mine: which ways of helping were in them
    }
privacy-events = { $count ->
        [one] 1 line of history: what happened and when
       *[other] { $count } lines of history: what happened and when
    }
privacy-who = <b>Who sees it</b>
privacy-sees-answers = { $practitioner } can see your quit date, where you are with stopping, how it went, and counts from your check-ins, with a picture. Also what you say to set questions, about medicines, and words you chose to share. And which kinds of help I gave you.
privacy-enters = { $practitioner } can also write down here your CO reading, and what you say in a session about days 15 to 28.
privacy-sees-replies = { $practitioner } can see your quit date and how often you reply, and nothing you answer. Your answers are wiped after each check-in.
privacy-sees-nothing = Only you see your answers. { $practitioner } can see that you joined.
privacy-sees-you = Only you.
privacy-service = This is { $service }.
privacy-controller = { $controller } is responsible for what I keep.
privacy-long = <b>How long</b>
# programme.people.retention; docs/decisions/0041.
privacy-long-answers = What you tell me goes after a year. The count of your days and cravings stays while you're here.
privacy-long-left = What helps you, and your dates, stay while you're here. If you leave and keep things, they go after 90 days. Your yeses and noes stay six years, by then without your name.
privacy-until = You've left. What you told me is kept until { $day }, then it goes.
privacy-locked = Names and words are stored locked. Telegram keeps this chat on its own computers. Nobody watches live.
privacy-number = Your number here is { $number }. With it, whoever runs this service can give you a copy of all this, or erase it.
privacy-change = Change what I share
privacy-leave = Leave

leave = You can leave now, or stay. Your sessions carry on the same. Whoever gave you your link sees that you left, and when. What about what I kept?
leave-keep = Leave, keep my answers
leave-keep-things = Leave, keep what I set up
leave-erase = Leave and erase all
leave-stay = Stay
# What is not sealed (marks, times, choices) stays in copies of the database as long as those are kept.
leave-erase-sure = Everything I kept about you goes. This can't be undone. Spare copies stay a while, in case a computer breaks: your name and words can't be read in them any more, what you tapped can. No copy brings you back here. Your chat stays on your phone, and with Telegram, until you delete it.
leave-erase-read = I take what you showed { $practitioner } off their phone, as far as Telegram lets me. What they've read can't be unread, and their own notes stay theirs.
leave-erase-yes = Yes, erase it
leave-until = If you keep your answers, they stay until { $day }, then they go.
leave-until-things = If you keep what you set up here, it stays until { $day }, then it goes.
leave-left = You've left. I won't write to you.
leave-kept = Your answers are kept. You can say erase whenever you like.
leave-kept-until = Your answers are kept until { $day }, then they go. You can say erase sooner.
leave-read = { $practitioner } can't see your week any more. What they've read can't be unread.
leave-kept-until-things = What you set up here is kept until { $day }, then it goes. You can say erase sooner.
leave-back = /craving and /help still work. A new link brings you back.
leave-practitioner = You have people here, so I can't let you go by myself. Please ask whoever runs this service.
leave-stranger = You never joined, so there is nothing to leave. Would you like me to erase what I kept?
