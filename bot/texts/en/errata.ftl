# Saying that we were wrong: once, plainly, with what is right.

erratum-side-effects = I told you something wrong, and I'm sorry. When you told me about side effects, I wrote “Keep taking your medicines”. That's for other medicines. It may not be right for what helps you stop smoking.
erratum-ask = Please talk to someone today about any tablets to stop smoking. A pharmacist or your prescriber can help.
erratum-ask-call = Please talk to someone today about any tablets to stop smoking. A pharmacist, your prescriber or { $call } can help.
erratum-fine = If it feels serious, please don't wait: tap Talk to someone now. If you don't take any these days, there's nothing to do.
erratum-answers = When you left, you chose “Leave, keep my answers”. I deleted some of them by mistake: what you told me about smoking and cravings between check-ins. I can't bring that back, and I'm sorry. What you said in check-ins is still here. There's nothing you need to do.
erratum-left = You've left. I'm writing because of this mistake, and I don't ask you for anything. /leave lets you erase what I keep.
erratum-seen-side-effects = I told some people something wrong. When they told me about side effects of what they use to stop smoking, I wrote “Keep taking your medicines”. I've asked them to talk to a pharmacist or their prescriber the same day. Of those who show you their week, it was: { $names }.
erratum-seen-answers = I lost some answers by mistake. When people left and asked me to keep their answers, I deleted what they'd told me about smoking and cravings. I've told them. Of those who are back and show you their week, it was: { $names }. Their counts from before are too low.
