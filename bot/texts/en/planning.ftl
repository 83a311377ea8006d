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

# Occasions at which others smoke: planned ahead, brought up before the day, asked about after it.

occasions = <b>Where others smoke</b>
occasions-none = A party, a break at work, a visit. Would you like to plan for one that's coming?
occasions-line = · { $day }: “{ $words }”
occasions-line-undated = · “{ $words }”
occasions-more = Tap one to see its plan.
occasions-add = Plan for one
occasions-before = Before:
occasions-before-line = · “{ $words }”: { $how }
occasions-who-ask = Who will be there, or what is it? Type it here.
occasion-when-ask = When is it? Tap a day.
occasion-later = Later
occasion-where-ask = Where will it be? Type it here.
occasion-say-ask = What will you say if somebody offers you one? Your own words. Type it here.
occasion-then-ask = If it gets hard, what will you do? One thing. Type it here. It goes into your toolkit too.
occasion = <b>{ $words }</b>
occasion-on = When: { $day }
occasion-where = Where: { $words }
occasion-say = I'll say: “{ $words }”
occasion-then = If it gets hard: { $words }
occasion-will-ask = I'll bring it up in the check-in the day before, or on the day.
occasion-no-day = Without a day I can't bring it up. You can look here at any time.
occasion-button-who = Who
occasion-button-when = When
occasion-button-where = Where
occasion-button-say = What I'll say
occasion-button-then = If it gets hard
occasion-drop = Take it off
occasion-how = How was it?
occasion-card-today = Today: “{ $words }”.
occasion-card-tomorrow = Tomorrow: “{ $words }”.
occasion-card-plan = Your plan:
occasion-card-no-plan = You have no words for it yet. Would you like some ready?
occasion-card-open = Look at my plan
occasion-card-after = “{ $words }” was on { $day }. How was it?
occasion-well = It went well
occasion-mixed = Mixed
occasion-hard = Hard
occasion-was_not = It didn't happen
occasion-said-well = Good to hear. You had a plan, and you went through with it.
occasion-said-mixed = Thank you for telling me. What helped, and what didn't, is worth a word to yourself.
occasion-said-hard = Thank you for telling me. Hard ones show what to plan for.
occasion-said-was_not = Fine. The plan keeps for another time.
occasion-how-well = it went well
occasion-how-mixed = mixed
occasion-how-hard = hard
occasion-how-was_not = it didn't happen

# Why somebody stops, and what smoking and stopping give and cost, now and later: five lists in their own words.

reasons = <b>Why you want to stop</b>
reasons-none = Nothing here yet. One reason in your own words is plenty.
reasons-line = · { $words }
reasons-line-pinned = ★ { $words }
reasons-more = Tap one to change it, or to have it shown first.
reasons-add = Add one
reasons-now-later = Now and later
reasons-back = My reasons
reasons-ask-why = Why do you want to stop? One reason in your own words. Type it here.
reasons-ask-smoking_now = What does smoking give you, right now? It gives something, or you wouldn't do it. Type it here.
reasons-ask-smoking_later = What does it cost you later on? In money, in health, with people, or in your head. Type it here.
reasons-ask-stopping_now = What is stopping like now, the good or the hard of it? Type it here.
reasons-ask-stopping_later = What do you get later, when you've stopped? Type it here.
reasons-other-words = What are the new words? Type them here. It now says: { $words }

reasons-table = <b>Now and later</b>
reasons-table-none = What does smoking give you now, and what does it cost you later? And what about stopping? Pick a list and write one line.
reasons-side-smoking_now = What smoking gives me now
reasons-side-smoking_later = What it costs me later
reasons-side-stopping_now = What stopping is like now
reasons-side-stopping_later = What I get later
reasons-empty = Nothing on this one yet.

reasons-item = <b>{ $words }</b>
reasons-item-pinned = You see this one first when a craving comes, and on the morning of your quit date.
reasons-edit = Other words
reasons-pin = Show it first
reasons-unpin = Not first any more
reasons-remove = Take it off
reasons-removed = Taken off.

# Words that nobody had asked for: kept, parked for a session, or forgotten. And what they believe stopping will bring.

own-note = Thank you for telling me. I'm a program, so nobody has read this. I've kept it for you:
own-note-side = If that's a side effect, please ask the person who prescribes it, or call { $call }, today. If it feels serious, don't wait: /help has the numbers.
own-note-ask = Park it for your session with { $practitioner }? It stays with you until you choose to share it.
own-note-ask-nobody = Park it for your next session? It stays with you.
own-note-yes = Yes, park it
own-note-no = No, keep it for me
own-note-park = Park it for my session
own-note-kept = That stays with you.
own-note-full = There's a lot to bring to that session by now. I've kept this with your notes:
own-note-delete = Delete it
own-note-sure = Delete this for good?
own-note-delete-yes = Yes, delete it
own-note-gone = That's not with your notes any more.
notes-button = My notes
notes = { $count ->
        [one] One note of yours. Tap it to open it.
       *[other] { $count } notes of yours, newest first. Tap one to open it.
    }
notes-none = No notes yet. Type to me at any time, and I'll keep it for you.
note-small-talk = I'm a program, so I can't chat. If something is on your mind, type it, and I'll keep it for you. /checkin, /craving and /help work too.
note-not-kept-words = Thank you for telling me. I'm a program, so nobody has read this, and you chose that I keep no answers. So I didn't keep it. A note on paper may help. /craving and /help work at any hour.

beliefs = <b>What stopping may bring</b>
beliefs-button = My worries
beliefs-none = Nothing here yet. Is there a worry about stopping? Write it down now, and look at it later, once you've seen how it goes.
beliefs-more = Tap one to open it.
belief-add = Add one
belief-ask = What do you fear will happen if you stop? Tap one, or type it in your own words.
belief-who = It stays with you. You can show it if you wish.
belief-about-weight = I'll be hungry and put on weight
belief-about-mood = Smoking helps my mood, so I'll feel worse
belief-line = A worry: { $words }
belief-line-sure = A worry: { $words }. Sure: { $first } of 5
belief-then-now = A worry: { $words }. Sure: { $first } of 5 then, { $now } of 5 now
belief-how-rate = How sure are you? 0 is not at all, 5 is certain.
belief-how-look = How sure are you by now? 0 is not at all, 5 is certain.
belief-rate-first = How sure?
belief-rate-now = How sure now?
belief-changed = It has moved. What did you see that changed it?
belief-card = On { $day } you wrote: “{ $words }” You were { $first } of 5 sure. How sure are you now?
belief-known-button = What's known
belief-known-weight = Some people put on weight when they stop. Some don't.
belief-known-hungry = Feeling more hungry is common for at least ten weeks.
belief-known-mood = Those who stop tend to feel less low, less anxious and less stressed some weeks on than those who go on. If your mood gets worse, it's worth telling your practitioner.
belief-known-yours = That is about others. What do you see in your own days?
belief-off = Take it off
belief-gone = That's off your list.
belief-undo = Undo
belief-full = There's a lot to bring to that session by now, so this is not shown yet.
