# /help, and the menus.

help = <b>If you need a person</b>
help-commands = <b>What I can do</b>
help-line = /{ $command } { $does }

command-start = where we are
command-help = crisis numbers, and what I can do
command-settings = change time, place, name or sharing
command-language = the language I speak
command-privacy = what is kept, and who sees it
command-cancel = forget what I asked you
command-checkin = check in now
command-craving = help with a craving
command-smoked = tell me that you smoked
command-log = write down a cigarette or an urge
command-quitdate = pick, move or take away a quit date
command-progress = how far you've come
command-toolkit = what helps you
command-reasons = why you want to stop
command-next = what comes this week
command-pause = take a break
command-leave = stop using this
command-clients = people you invited
command-invite = make a link for one person
command-summary = what one person told me
