# Help with a craving, and with a hard moment. Works for everyone, before any consent.

craving = Most cravings ease within minutes. Let's wait this one out together. What would suit you?
craving-rate = How strong is it right now? 0 is none, 5 is very strong.
craving-pick = Most cravings ease within minutes. Pick one thing to try now.
craving-reason = You said: “{ $words }”
craving-moment = What's going on? One tap, or skip.
craving-who-you = Only you see this.
craving-who-unkept = I keep this for a day or so, then it's wiped.
craving-phrase = You wrote: “{ $words }”
craving-said-helped = <b>What you said helped</b>
craving-said-helped-moment = <b>What you said helped with { $moment }</b>
craving-line = · { $words }: { $said }
craving-because-new = { $count ->
        [one] The new one is here because you said { $because }.
       *[other] The new ones are here because you said { $because }.
    }
craving-because = Because you said { $because }.
craving-else-button = Something else
craving-else = What else? One of these, or an idea of your own.
craving-else-unkept = What else? One of these may suit.
craving-ideas = More ideas
craving-own = My own idea
craving-own-ask = What will you try? Type it in a few words. I'll keep it with what helps you.
craving-surf = Ride the wave
craving-tried = { $words }: { $said }.
craving-tried-moment = { $words } with { $moment }: { $said }.
craving-keep = Keep it with what helps me
craving-calm = Good. I'm here if that changes.
craving-trying = Try this for a few minutes: <b>{ $words }</b>
craving-soon = I'll ask how it is in ten minutes.
craving-ask-now = Tell me now
craving-after = Ten minutes on. You said { $before }. How strong is it now?
craving-after-now = You said { $before }. How strong is it now?
craving-eased = From { $before } to { $after }. You rode that one out.
craving-same = Still { $after }. That's a tough one, and you're still here. What next?
craving-same-mild = Still { $after }. Thank you for telling me. What next?
craving-more = { $before } to { $after }. It can climb before it falls. What next?
craving-gone = { $after }. Thank you for telling me.
craving-again-try = Try another thing
craving-breathe = Breathe with me
craving-wait = Wait ten minutes
craving-swap = Do something else
craving-easing = It's easing
craving-still = Still strong
craving-breathing = Breathe in while you count to 4. Breathe out while you count to 6.
    Do it five times, at your own pace. Let your shoulders drop.
craving-waiting = Put it off for ten minutes. You can choose after that.
    Look at a clock now. Sip some water slowly. See how the urge goes up and down.
craving-swapping = Pick one small thing: a glass of water, a walk to the door and back, a message to somebody, a song.
    Give your hands something to hold.
craving-done = Well done for sitting with it. It's fine to come back at any hour.
craving-strong = That's a strong one. Pick another, or talk to someone if it's more than a craving.

calming = Put both feet on the floor. Look for five things you can see. Name them slowly.
    Then four things you can touch, three you can hear, two you can smell, one you can taste.
    There is no right way to do it.

# What we do together in one message: slow breathing, and riding an urge like a wave.

guide-breathe-ready = Get comfortable. Let your shoulders drop.
    We start in a moment. This message changes as you breathe.
guide-breathe-in = <b>Breathe in.</b> Count to { $seconds }.
guide-breathe-out = <b>Breathe out</b>, slowly. Count to { $seconds }.
guide-breathe-over = That was a minute and a half. Well done.
guide-surf-1 = Stay where you are. Find the urge in your body. Is it in your throat, your chest, your hands?
guide-surf-2 = What is it like there? Tight, warm, restless? You don't have to change it.
guide-surf-3 = Think of it as a wave, and of you on a board. You ride it. You don't have to fight it.
guide-surf-4 = Breathe slowly. Let the wave be as high as it is.
guide-surf-5 = A thought of smoking may come. Let it pass, like a car in the street.
guide-surf-6 = Feel your feet on the floor. What can you hear right now?
guide-surf-7 = Look at that place in your body once more. Has it moved, or changed?
guide-surf-8 = Stay a little longer. Let the wave roll out in its own time.
guide-surf-over = You stayed with it for four minutes. Well done.
guide-round = { $round } of { $rounds }
guide-after = You said { $before }. How strong is it now?
guide-how = How is it now?
guide-stop = Stop
guide-stopped = Stopped, that's fine. What next?
