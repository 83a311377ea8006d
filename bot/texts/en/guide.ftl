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
