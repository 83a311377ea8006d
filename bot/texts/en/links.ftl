# Links that a practitioner passes on: as clients see them, and as the practitioner keeps them.

links = <b>Links from { $practitioner }</b>
links-none = { $practitioner } has passed on no links so far. If you saw one that helped, you could ask about it in a session.
links-none-nobody = There is nobody here to pass on links.
links-line = · <b>{ $title }</b> ({ $host })
links-added = Added { $day }.
links-leads = A link opens outside this chat. I don't know what is on it.

shelf = <b>Links you pass on</b>
shelf-none = Nothing here yet. A link you add is shown to your people under My plan. Nothing is sent.
shelf-line = · { $title } ({ $host }), for { $whom }. Looked at { $day }
shelf-line-old = · { $title } ({ $host }), for { $whom }. Looked at over a year ago, on { $day }
shelf-old = Tap what is over a year old: does it still fit?
shelf-all = all
shelf-add = Add a link
shelf-button = Links for my people
shelf-address-ask = What is the address? It begins with https://. Type or paste it here.
shelf-title-ask = This leads to { $host }. What shall it be called? Type it here.
shelf-title-host = Call it { $host }
shelf-note-ask = A line about it, for your people? Type it here.
shelf-whom-ask = Who is it for?
shelf-whom-all = All my people
shelf-link = <b>{ $title }</b>
    { $address }
shelf-link-whom = For { $whom }. Added { $added }, looked at { $checked }.
shelf-link-old = That's over a year ago. Does it still fit?
shelf-open = Open it
shelf-checked = I've looked, it fits
shelf-remove = Take it off
shelf-removed = Taken off. Your people don't see it any more.
note-not-an-address = I take addresses that begin with https:// and a name, such as https://www.nhs.uk. Could you send it once more?
note-shelf-full = That's a full list. Take one off first, then add another.
links-note = { $words }
