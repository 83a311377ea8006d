# My plan: a goal for the week, and what is in the way.

plan = <b>My plan</b>
plan-empty = Nothing here yet, and that's fine. Any one of these is a start. Pick the one that would help this week.
plan-goal-line = · This week: “{ $words }”
plan-goal-none = · This week: no goal yet
plan-problem-line = · In the way: “{ $words }”
plan-problem-trying = · In the way: “{ $words }”. You're trying: “{ $idea }”
plan-problem-none = · In the way: nothing written down
plan-prepare-line = · Getting ready: { $ready } of { $all } done
plan-prepare-none = · Getting ready: a list is here when you want it
plan-telling-line = { $count ->
        [one] · Who knows: 1 person
       *[other] · Who knows: { $count } people
    }
plan-telling-none = · Who knows: nobody so far
plan-occasion-line = · Coming up, { $day }: “{ $words }”
plan-occasion-undated = · Coming up: “{ $words }”
plan-occasion-none = · Where others smoke: nothing planned
plan-links-line = { $count ->
        [one] · From { $practitioner }: 1 link
       *[other] · From { $practitioner }: { $count } links
    }
plan-goal = Goal of the week
plan-problem = What's in the way
plan-prepare = Getting ready
plan-telling = Telling others
plan-occasions = Where others smoke
plan-links = Links from { $practitioner }
plan-who-you = What you write here stays with you.
plan-who-not = What you write here stays with you. { $practitioner } can't see it.
plan-unkept = You chose that I keep no answers, so I can't keep what you write here. /settings changes it.
plan-undo = Undo
plan-taken-off = Taken off.
plan-today = Today
plan-tomorrow = Tomorrow
more-plan = My plan

goal-none = <b>Goal of the week</b>
    One small thing you'd like to do by your next session. In your own words.
goal-write = Write one
goal-ask = What would you like to do this week? It can be very small. Type it here.
goal-other-words = What are the new words? Type them here. It now says: { $words }
goal-ideas = Some examples
goal-ideas-ask = Take one if it fits, or type your own.
goal-idea-1 = Have my first one of the day an hour later
goal-idea-2 = Take one break a day without a cigarette
goal-idea-3 = Walk for ten minutes on three days
goal-idea-4 = Tell one person what I'm trying
goal-now = This week: “{ $words }”
goal-since = Since { $day }.
goal-how = How did it go?
goal-change = Change it
goal-drop = Take it off
goal-did = Did it
goal-part = Part of it
goal-not_this_time = Not this time
goal-said-did = Noted: you did it. That took effort.
goal-said-part = Noted: part of it. A part counts.
goal-said-not_this_time = Noted: not this time. Thank you for saying so. It can stay, get smaller, or go.
goal-keep = Keep it for another week
goal-new = A new one
goal-done = That's all
goal-before = Before:
goal-before-line = · “{ $words }”: { $outcome }
goal-outcome-did = did it
goal-outcome-part = part of it
goal-outcome-not_this_time = not this time

problem-none = <b>What's in the way</b>
    One thing that makes it hard. Then up to three ideas, and you pick one to try.
problem-write = Write it down
problem-ask = What gets in the way? One thing, in your own words. Type it here.
problem-other-words = What are the new words? Type them here. It now says: { $words }
problem-now = In the way: “{ $words }”
problem-idea-ask = What might help with that? Your idea first. Type it here.
problem-idea-more = Another idea of yours? Type it here.
problem-pick = Your ideas. Tap the one you'd like to try.
problem-add = Add an idea
problem-ours = Show me some ideas
problem-ours-ask = Some ideas. Tap one to put it with yours.
problem-ours-more = Others
problem-edit = Other words
problem-leave = Leave it at that
problem-left = Fine, we leave it at that.
problem-when = “{ $idea }”. When will you try it?
problem-any-time = Whenever it comes up
problem-trying = You're trying: “{ $idea }”, from { $day } on.
problem-will-ask = I'll ask how it went in a check-in, some days later.
problem-how = How did it go?
problem-asked = You wanted to try: “{ $idea }”. How did it go?
problem-another = Another idea
problem-helped = It helped
problem-a_bit = It helped a bit
problem-not_this_time = Not this time
problem-not-tried = Haven't tried it yet
problem-not-tried-said = That's fine. I'll ask in some days.
problem-said-helped = Good to know. You found that out by trying it.
problem-said-a_bit = A bit is something. You found that out by trying it.
problem-said-not_this_time = Thank you for trying it. Now you know more about what fits you.
problem-to-toolkit = Put it in my toolkit
problem-in-toolkit = It's in your toolkit.
problem-before = Tried before:
problem-before-line = · “{ $words }”: { $how }
problem-how-helped = it helped
problem-how-a_bit = it helped a bit
problem-how-not_this_time = not this time
