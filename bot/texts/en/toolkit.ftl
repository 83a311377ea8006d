# What helps, in their own words; the four buttons; a rough day.

toolkit = <b>What helps you</b>
toolkit-none = Nothing here yet. What has helped with a craving, even a bit?
toolkit-line = · { $words }
toolkit-line-moment = · With { $moment }: { $words }
toolkit-more = Tap one to change it.
toolkit-add = Add one
toolkit-ask = What helps you, even a bit? Type it in a few words.
toolkit-item = <b>{ $words }</b>
toolkit-item-helped = { $times ->
        [one] You said 1 time that it helped.
       *[other] You said { $times } times that it helped.
    }
toolkit-edit = Other words
toolkit-editing = What are the new words? Type them here. It now says: { $words }
toolkit-hide = Hide it
toolkit-show-hidden = Hidden ones
toolkit-hidden = Hidden. I won't offer these. Tap one to bring it back.
toolkit-hidden-none = Nothing is hidden.
note-not-kept = You chose that I keep no answers, so I can't keep that. /settings changes it.
note-full-list = That's a full list. Take one off first, then add another.

keyboard-craving = Craving
keyboard-smoked = I smoked
keyboard-rough = Rough day
keyboard-more = More
at-hand = Four buttons are at hand below, whenever you want them.

more = What would you like?
more-check-in = Check in
more-diary = Write down a moment
more-quit-date = Quit date
more-progress = How far I've come
more-toolkit = What helps me
more-reasons = My reasons
more-settings = Settings
more-help = Help

rough = That sounds hard. Smoking can wait. What would help?
rough-talk = Talk to someone now
rough-calming = Something calming
rough-craving = Help with a craving
rough-tell = Tell { $practitioner }
rough-who = I keep nothing of this, and nobody is told unless you tap so.
rough-leave-tonight = Leave smoking for tonight
rough-leave-today = Leave smoking for today
rough-left = Smoking is left for now. Nothing more from me before tomorrow morning. Craving help and Help work at any hour.
rough-left-who = Nobody is told. I keep that you wanted quiet, and not why.
rough-after-all = After all, carry on
