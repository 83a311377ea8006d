# What a client reads about the people on their side.

supporters = <b>People on your side</b>
    They get a small idea now and then. They never see what you tell me.
supporters-none = Is there a friend or someone at home who is good company?
supporters-look = Is everybody here still right for you? You can end it any time. They read “This has ended”, and no more.
supporters-add = Ask someone
supporters-line = { $name }: { $state }
support-state-made = link not used yet
support-state-opened = not answered yet
support-state-accepted = said yes
support-state-declined = not this time
support-state-ended = this has ended
support-state-gone = can't be reached

support-ask-name = What do you call them? A first name is fine. They will see it.
support-one = <b>{ $name }</b>: { $state }
support-sees = What may { $name } see? Tap to tick. What is not ticked, { $name } never reads from me.
support-share-stopping = That I'm stopping smoking
support-share-good_news = Good news that I choose
support-share-each_time = Let me choose each time
support-shares-none = Nothing is ticked. { $name } then gets ideas for good company, and no more.
support-wish = Your wish: “{ $wish }”
support-when = Ideas come: { $days }, { $time }, on { $name }'s clock.
support-when-theirs = { $name } picks the days.
support-button-link = Make the link
support-button-wish = My wish
support-button-days = Days
support-button-preview = What they see
support-button-tell = Tell { $name }
support-button-end = End this
support-button-remove = Take off the list
support-button-all = All

support-link = This link is for { $name }, once. Forward this message, or copy the link. It works for { $days } days. I show it once.

    { $link }
support-link-words = Words you could add: “I'd like you on my side for a while. This shows you what it means. You can say no.”
support-link-gone = This link was shown once and is put away.
support-link-another = Another link

support-ask-wish = What would you like { $name } to do, or not to do? One line. { $name } sees it as you write it.
    Such as: “Text me about 5. Please don't ask how it goes.”
support-no-wish = No wish
support-preview = What { $name } would read:
support-end = End it now? { $name } gets no message. What { $name } has open will say “This has ended”.
support-end-yes = Yes, end it

support-ask-tell = What would you like { $name } to know? Type it, and look at it before it goes.
support-tell-days = { $days ->
        [one] One smoke-free day.
       *[other] { $days } smoke-free days.
    }
support-tell-each = { $name } will read this, and nothing else:
support-tell-milestone = { $milestone }.
support-tell-send = Send it
support-tell-change = Write it another way
# Words that would tell somebody what they are not to know. Asked before they go.
support-tells = This tells { $name } that you're stopping. Send it?
support-wish-asks = Your wish: “{ $wish }”
    This tells { $name } that you're stopping. Send it?
support-label-asks = They see what you call them: “{ $name }”. That tells them you're stopping. Make the link?
support-change = Change it
support-leave-out = Leave it out
support-tell-sent = Sent to { $name }.
support-tell-enough = That's three today. Tomorrow is fine.
support-passed-on = { $name } sent you a line:

    “{ $words }”
support-passed-why = { $name } said yes to being on your side, and wrote this. Nobody is told that you read it. You can end it in /supporters.
support-helped = That helped
support-not-really = Not really
support-rated = Thank you. { $name } isn't told.

note-support-full = Five people is as many as I can keep. You can take one off the list.
note-support-clients = That works once you've set this up with a link.

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

# Small ideas for supporters, each with a line to send. Which of them speak of smoking: programme.supporters.support.

idea-hello = Send { $client } a message about something you both like.
line-hello = Saw this and thought of you.
idea-walk = Ask { $client } along for a walk or a coffee.
line-walk = Fancy a walk on Saturday?
idea-chore = Take one small job off { $client }'s hands.
line-chore = I'm at the shop. Need anything?
idea-listen = Ask about { $client }'s week, and listen.
line-listen = How's your week? I've got time for a chat.
idea-glad = Tell { $client } one thing you like about them.
line-glad = I don't say it much, but I'm glad I know you.
idea-film = Plan a quiet evening with { $client }.
line-film = A film at mine on Friday?
idea-ask = Ask { $client } what would help, at a calm moment.
line-ask = Is there a thing I could do for you this week?
idea-food = Share some food with { $client }.
line-food = I made too much soup. Want some?
idea-laugh = Send { $client } a thing that made you laugh.
line-laugh = This one is for you.
idea-place = Pick a new place to go with { $client }.
line-place = I found a place I'd like to see. Come with me?
idea-proud = Tell { $client } that you believe in them.
line-proud = I'm proud of you for trying this.
idea-grumpy = If { $client } is grumpy, let it pass. It's not about you.
line-grumpy = Rough day? I'm around if you'd like company.
idea-smoke-free = Plan a thing with { $client } in a place where nobody smokes.
line-smoke-free = Cinema on Friday? My treat.
idea-yours = If you smoke, have yours where { $client } can't see or smell it.
line-yours = I'll pop out for a minute. Back soon.
