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
