# How often something helped, by what they said themselves; and what smoking gave them.

tried = helped { $helped } of { $times }
tried-elsewhere = helped { $helped } of { $times } at other times
tried-early = { $counted }, early to tell
tried-not-yet = not tried yet

gives-break = A break
gives-calm = Calm
gives-company = Company
gives-hands = Busy hands
gives-hunger = Less hunger
gives-reward = A reward
gives-focus = Focus
because-break = smoking gave you a break
because-calm = smoking calmed you down
because-company = smoking gave you company
because-hands = smoking kept your hands busy
because-hunger = smoking kept hunger away
because-reward = smoking felt like a reward
because-focus = smoking helped you focus

place-anywhere = Anywhere
place-home = At home
place-out = Out and about
takes = { $minutes } min
moment-any = Any moment
chip-on = ✓ { $words }
