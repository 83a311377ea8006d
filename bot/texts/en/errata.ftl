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
