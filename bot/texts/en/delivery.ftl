# One-off kind answers. Each stands alone as a message, or as a toast over a tapped button.

note-too-much-at-once = That was a lot at once, and I could not take in all of it. I have what came first. If something matters, please send it once more in a minute.
note-went-wrong = Something went wrong on my side, and your last message did not get through. Nothing you told me before is lost. Please send it once more in a while.
note-held = Something is being put right on my side, so I can't answer yet. What you write is kept. If you need someone now, call { $call }.
note-sticker = I can't read stickers. Words and buttons work best.
note-voice = I can't hear voice notes. Could you type it? If you need to talk to a person now, /help has numbers.
note-photo = I can't see pictures, and I don't keep them. Words and buttons work best.
note-file = I can't open files, and I don't keep them. Words and buttons work best.
note-contact = I don't keep contacts or places. Words and buttons work best.
note-other = I can't read that kind of message. Words and buttons work best.
note-long-unread = That's a long one, and I didn't keep it: I hadn't asked for anything. /help shows what I can do.
note-words-stranger = I'm a program and can't chat, and I didn't keep that. /craving helps with an urge. /help has numbers.
note-words-practitioner = I'm a program and can't chat, and I didn't keep that. Here is what works: /clients, /invite, /summary, /help.
note-unknown-command = I don't know that one. /help shows what I can do.
note-edited = I can't take in changes to a message you sent before. If it matters, send it as a new message.
note-reply-elsewhere = You replied to a different message, so I haven't kept it. I'm still waiting for the answer to my question: type it on its own, or swipe on that question. /cancel lets it go.
note-forwarded = You passed that on from another chat, so I haven't kept it as your answer. My question is still open: type the answer yourself, or /cancel.
note-cancelled = Fine, I've let go of that question.
note-nothing-to-cancel = I wasn't waiting for anything, so there's nothing to cancel.
note-not-a-time = I need a time of day, such as 18:30. Between { $earliest } and { $latest }, please.
note-time-outside = I keep the night quiet, so between { $earliest } and { $latest }, please.
note-not-a-place = I don't know that country. Could you type it in English, such as Ireland?
note-not-a-name = I couldn't read a name in that. Letters work best, up to 40.
note-kept-part = That's more than I can keep here. I kept the first part, up to the “…”.
note-not-helped = I couldn't read that. A few words are plenty.
note-not-six-digits = I need six digits, such as 123456.
note-invite-unknown = I don't know that link. It may have lost a letter on the way. Please ask for a new one.
note-invite-used = That link was used by another account. Please ask for a new one.
note-invite-expired = That link has run out. Please ask for a new one.
note-invite-own = That's your own link. Pass it on to the person it is for.
note-code-wrong = Those digits don't match. Please check them and type them once more.
note-already-in = You've joined already, so the link isn't needed. /help shows what I can do.

toast-old = That button is from an older message.
toast-late = That check-in is closed.
toast-closed = That is closed.
toast-thanks = Thank you.
toast-shared = Shared.
toast-kept = That's private now.
toast-empty = Nothing to share yet.
toast-erased = Erased.
note-let-be = Fine. I'm here at any hour.
note-as-before = Fine. All stays as it was.
note-label-long = That is a bit long: { $most } letters at most. Initials are enough.
note-too-many-tries = That is five tries. For safety links rest for an hour. Then try once more.
note-unread = I've taken your answers off their phone, as far as Telegram lets me. What's been read already can't be unread.
note-put-away = I've put your four buttons away.
note-erased = Done. What I kept about you is going now, and no spare copy brings you back. Take care.
note-not-joined = Check-ins are for people who set this up with a link. /craving works for everyone.
note-too-late = That check-in is closed, so I didn't keep that. /checkin shows where you are.
toast-no-room = There is no hour left before the night. Skip today, or go back and do it now.
note-quit-not-joined = That works once you've set this up with a link. /craving works for everyone.

# To an operator's own chat (ALONGSIDE_ALARM_CHAT), with a heading of docs/runbook.md. Of nobody, and nothing that anybody said.
note-alarm = Trouble: { $name }. What to do stands in the runbook under that name.
note-alarm-over = Over: { $name }.

# Saying that we were wrong: once, plainly, with what is right.

erratum-side-effects = I told you something wrong, and I'm sorry. When you told me about side effects, I wrote “Keep taking your medicines”. That's for other medicines. It may not be right for what helps you stop smoking.
erratum-ask = Please talk to someone today about any tablets to stop smoking. A pharmacist or your prescriber can help.
erratum-ask-call = Please talk to someone today about any tablets to stop smoking. A pharmacist, your prescriber or { $call } can help.
erratum-fine = If it feels serious, please don't wait: tap Talk to someone now. If you don't take any these days, there's nothing to do.
erratum-answers = When you left, you chose “Leave, keep my answers”. I deleted some of them by mistake: what you told me about smoking and cravings between check-ins. I can't bring that back, and I'm sorry. What you said in check-ins is still here. There's nothing you need to do.
erratum-left = You've left. I'm writing because of this mistake, and I don't ask you for anything. /leave lets you erase what I keep.
erratum-seen-side-effects = I told some people something wrong. When they told me about side effects of what they use to stop smoking, I wrote “Keep taking your medicines”. I've asked them to talk to a pharmacist or their prescriber the same day. Of those who show you their week, it was: { $names }.
erratum-seen-answers = I lost some answers by mistake. When people left and asked me to keep their answers, I deleted what they'd told me about smoking and cravings. I've told them. Of those who are back and show you their week, it was: { $names }. Their counts from before are too low.

erratum-days = I counted too few smoke-free days for you, and I'm sorry. Up to { $day } I had counted { $before }. It's { $now }.
erratum-days-money = Money not spent: I had counted { $before }. It's { $now }.
erratum-days-why = When I asked how the last weeks or months had gone, you said “Not at all”. I had left out the days in between that I hadn't asked you about.
erratum-days-see = There's nothing you need to do. /progress shows what I count now.
erratum-weeks = I left something out of your Mondays, and I'm sorry. What people told me on Monday evenings stood in no week. Now each evening stands in one.
erratum-outcomes = I count some outcomes differently now, too. For { $day }:
erratum-outcome = <b>{ $names }</b> · { $title }: I counted “{ $before }”. It's “{ $now }”.
erratum-outcomes-more = And { $count } more.
erratum-outcomes-see = Outcomes on each person's page shows the reason and every step.
recount-treated = Nobody has said yet whether this is a treated smoker. The page asks you.
recount-corrected = They corrected an answer. I had counted the first one as well.
recount-moved = They travelled after they answered. I had changed the date of the answer.
recount-other-try = I had mixed in what they said of another try.
recount-relapse = They told me that they were back to smoking. I had left that out.
recount-later = The cigarettes they told of came after day 28.
recount-told-more = They told me of more at another time. That counts now.
recount-reading = I had taken the last CO reading. The one nearest to the day counts.
recount-rules = More than one thing is counted another way.
