# What a supporter reads. Nothing here tells how the client is, or what they use this for.

supporting-asked = Hello. { $client } sent this link to somebody called { $name }. Is that you?
supporting-me = Yes, I'm { $name }
supporting-not-me = No, that's not me
supporting-means = { $client } would like you on their side for a while.
    You'd get one small idea a week, such as a walk together. You can say no now, or stop later. Nobody asks why.
supporting-knows = { $client } is stopping smoking, and wants you to know.
supporting-privacy = I'm a computer program. I don't tell you how { $client } is. I don't tell { $client } what you tap.
    I keep your name, your place and what you tap. /privacy shows it. Telegram keeps this chat on its own computers.
supporting-accept = Yes, count me in
supporting-decline = No, thank you
supporting-declined = That's fine. Nothing is set up, and nothing comes from me.
supporting-not-you = Thank you for saying so. Nothing is set up. You can delete this chat.
supporting-ended = This has ended.
supporting-left = Nothing more comes from me now.

supporting-home = <b>You're on { $client }'s side</b>
supporting-when = Ideas come: { $days }, { $time }. It's { $now } in { $place } now.
supporting-commands = /tips has what helps. /encourage sends { $client } a line.
supporting-button-days = Change days
supporting-button-place = I'm somewhere else
supporting-button-word = Send { $client } a line
supporting-button-stop = Stop these
supporting-stop = Stop the ideas? { $client } gets no message from me.
supporting-stop-yes = Yes, stop
supporting-leave = You can leave now, or stay. What about what I kept?
supporting-leave-keep = Leave

nudge = Hi { $name }. One small idea, if this week suits you.
nudge-line = { $idea } Your own words, or: “{ $line }”
nudge-wish = { $client }'s wish: “{ $wish }”
nudge-not-your-job = It's not your job to keep { $client } going. Being nice company is plenty.
nudge-not-your-job-stopped = It's not your job to keep { $client } stopped. Being nice company is plenty.
nudge-done = Done
nudge-not-this-week = Not this week
nudge-stop = Stop these
nudge-worried = I'm worried
nudge-thanks = Thank you. That was kind. { $client } isn't told what you tap.
nudge-skipped = Fine. Another idea comes next time.
nudge-over = That idea has gone by, and that's fine. Another one comes next time.
nudge-worried-card = Thank you for looking out for { $client }. I'm a computer program. This is not passed on, to { $client } or to anybody else.
    You can call these numbers too, about somebody you care for.
nudge-why = You said yes to small ideas for { $client }. { $day } at { $time } is one of the times you picked. Which one comes is picked by chance. Nobody is told that it came, or what you tap.

days-ask = Which days suit? Tap to pick. At most one idea comes in a day.
days-of-theirs = On their own clock, wherever they are.

support-who = Who would you like to write to?
supporting-ask-word = A line for { $client }? Type it, and look at it before it goes. Kind and short is best.
supporting-news = { $client } wants you to know:

    “{ $words }”
supporting-news-why = { $client } wrote this and chose to send it to you. Nothing goes by itself. /encourage sends a line back.

tips = <b>What helps</b>
    · Ask what would help, at a calm moment. Then do that.
    · Listen more than you talk.
    · Plan nice things to do. Take a small job off their hands.
    · Say what you like about them.
tips-leave-out = <b>What to leave out</b>
    · Nagging, checking up, good advice, long talks.
    · Asking how it goes. They will tell you if they like.
tips-stopping = <b>With stopping smoking</b>
    · It's their choice. Say you're proud that they try.
    · If they are grumpy, let it pass. It's not about you.
    · A slip is not the end. Be as kind as before.
    · Leave health risks out. They know them.
tips-smokers = <b>If you smoke</b>
    · Have yours where they can't see or smell it.
    · Keep your packet and lighter away. Don't offer one.
    · Nobody asks you to stop.
tips-you = It's not your job to keep anybody going. Being nice company is plenty.

note-words-guest = I'm a program and can't chat, and I didn't keep that. Here is what works: /encourage, /tips, /help.
note-support-over = This has ended.

command-tips = what helps, and what to leave out
command-encourage = send a line
command-supporters = people on your side
