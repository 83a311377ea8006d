# Regular medicines, caffeine, and what people use to help them stop. No numbers, no dose, nothing pushed.

more-medicines = Medicines

medicine-ask = Do you take any regular medicine? Smoking more or less can change how strong some of them are.
medicine-yes = Yes
medicine-no = No
medicine-not-sure = Not sure
medicine-not-now = Not now
medicine-knows-yes = Yes, they know
medicine-knows-no = Not yet
medicine-taken = You said you take { $what }.
medicine-taken-not-sure = You weren't sure about medicines.
medicine-regular = a regular medicine
medicine-does-set = Does your doctor or pharmacist know that you plan to stop?
medicine-does-moved = Does your doctor or pharmacist know the new day?
medicine-does-quit-day = Does your doctor or pharmacist know that you stop today?
medicine-does-first-free = Does your doctor or pharmacist know that you've stopped?
medicine-does-halved = Does your doctor or pharmacist know that you smoke less now?
medicine-does-back = Does your doctor or pharmacist know that you smoke now?
medicine-does-relapse = Does your doctor or pharmacist know that you smoke now?
medicine-does-changed = Does the person who prescribes it know you're stopping, or thinking about it?
medicine-as-usual = If it isn't to help you stop smoking, keep taking it as usual. Ask them today. A change in smoking can change how strong it is.
medicine-words-plan = When people stop or cut down, the strength of some medicines changes within days. It's the smoke that does it, so this happens with vapes and patches too. Please tell the person who prescribes yours, or a pharmacist, before you stop or cut down, and again if you start smoking again.
medicine-words-less = When people stop or cut down, the strength of some medicines changes within days. It's the smoke that does it, so this happens with vapes and patches too. Please tell the person who prescribes yours, or a pharmacist, now, and again if you start smoking again.
medicine-words-more = When people go back to smoking, the strength of some medicines changes within days. It's the smoke that does it, not vapes or patches. Please tell the person who prescribes yours, or a pharmacist, now, and again if you stop again.
# Of medicines for anything but smoking, word for word; never beside one that helps to stop.
medicine-keep = <b>Keep taking medicines that aren't for stopping smoking. That goes for antidepressants too.</b>
medicine-dose = <b>Do not change their dose yourself.</b>
medicine-pharmacist = A pharmacist can look at what you take with you.
medicine-named = Please ask about { $what } by name. { $count ->
        [one] It can need a check when smoking changes.
       *[other] They can need a check when smoking changes.
    }
medicine-do-they = Do they know?
medicine-known = Thank you, that's good to know.
medicine-not-yet = Any pharmacist can tell you more, and you need no appointment.
medicine-shown = { $practitioner } can see that it isn't checked yet.
medicine-said-no = Thank you. If that changes, tell me under More, Medicines.
medicine-say-which = Say which
medicine-which = You can tell me which one, if you like. It matters whichever it is.
medicine-aminophylline = Aminophylline
medicine-clozapine = Clozapine
medicine-erlotinib = Erlotinib
medicine-olanzapine = Olanzapine
medicine-riociguat = Riociguat
medicine-theophylline = Theophylline
medicine-other = Another one
medicine-another = another medicine
medicine-and = { $one } and { $other }

# Clozapine: whom to ring comes first, then the signs. Nothing that calms stands beside it.
medicine-same-day = Clozapine is one to talk about today. <b>Please ring the team or clinic that looks after it, and tell them about your smoking.</b> Please don't wait for me.
medicine-ring-if = If you notice any of this, ring the team or clinic that looks after it the same day.
medicine-closed-111 = If they're closed, call { $call } or ask a pharmacist.
medicine-closed = If they're closed, ask { $call }.
medicine-signs-less = Smoking less can leave too much clozapine in your body within days, with vapes and patches too. Signs of that: very sleepy, dizzy, faint when you stand up, dribbling, a fast heartbeat, constipation, a fit. For a fit or a collapse, call { $emergency }.
medicine-signs-more = Smoking more can leave too little clozapine in your body within days. A sign of that: what you take it for comes back.
medicine-ring-again-less = Please ring them again if you start smoking again.
medicine-ring-again-more = Please ring them again if you stop again.

same-day-ask = Shall I tell { $route } for you, the same day, each time your smoking changes? They'd read: “{ $words }” You can switch it off in /settings, Sharing.
same-day-yes = Yes, tell them the same day
same-day-no = No, I'll tell them
same-day-who = You can see your answers. If it's clozapine, { $practitioner } hears so the same day, as you agreed.
same-day-card = You told me you take clozapine.
same-day-went = As you agreed, I've told { $name } that you take clozapine, and that your smoking is changing or may change soon.
same-day-off = You can switch this off in /settings, Sharing.

medicines = <b>Medicines</b>
medicines-never = I haven't asked about your medicines yet.
medicines-none = You take no regular medicine, you said.
medicines-unchecked = You take a regular medicine, or may. Nobody is known to have checked it yet.
medicines-known = You take a regular medicine. It's known to who prescribes it, or looked after.
medicines-uses = To stop you use: { $what }.
medicines-regular = My medicines
medicines-aids = What I use to stop
medicines-changed = Something changed

changed = What changed?
changed-new = A new medicine
changed-dose = Another dose
changed-pregnant = I'm pregnant, or may be
changed-else = Something else
changed-else-said = Your prescriber, a pharmacist or { $practitioner } can look at it with you.
pregnant = Thank you for telling me.
pregnant-nothing = I keep nothing of it.
pregnant-unless = I keep nothing of it, unless you ask me to tell someone.
pregnant-whom = Your midwife, your GP or a pharmacist can help you find what suits you both.
pregnant-aids = If you take varenicline, cytisine or bupropion to stop smoking: none of them is advised in pregnancy. Please ask today, before you take the next one. If you can't reach them, call { $call }.
pregnant-others = Please ask about any other medicine too, before you stop or change it.

caffeine-card = Do you drink coffee, tea, cola or energy drinks?
caffeine-yes = Yes
caffeine-no = No
caffeine = Soon after stopping, caffeine stays in the body for longer. So the same cups may feel stronger, and may leave you on edge or awake. You could have a bit less for now and see. There's no need to stop all at once: that can leave you tired. You'll know what suits you.
caffeine-none = Good to know. I keep nothing of that.

aids-card = Do you use anything to help you stop? Patches, gum, a vape, tablets or nothing: all of it is fine.
aids-card-tell = Tell you
aids-card-never = Don't ask this
aids-going-button = How it is going
aids-going = How is it going with { $what }?
aids-well = Going well
aids-mixed = So-so
aids-side-effects = Side effects
aids-stopped = I stopped it
aids = What do you use to help you stop? Tap all that fit. None of these is smoking.
aid-patch = Patches
aid-gum = Gum
aid-lozenge = Lozenges
aid-spray = Spray or inhalator
aid-vape = A vape
aid-varenicline = Varenicline
aid-cytisine = Cytisine
aid-bupropion = Bupropion
aid-other = Something else
aid-none = None of these
aids-options-button = What is there?
aids-ask-on = Ask me each week
aids-ask-off = Don't ask each week
aids-well-said = Good to know, thank you.
aids-mixed-said = Thank you. A pharmacist or { $practitioner } can go through it with you. You choose.
aids-stopped-said = Thank you for telling me. That's yours to choose.
aids-side-said = Thank you for saying so. A pharmacist, or the person who prescribes it, can help with that. If it feels serious, please don't wait: tap Talk to someone now.
aids-options = There are nicotine patches, gum, lozenges, sprays and inhalators. There are vapes. There are tablets: varenicline, cytisine, bupropion. There are talks and groups. And there is stopping without any of them. A pharmacist or { $practitioner } can say what there is near you and what may suit you. None is fine too.
aids-off = Fine, I won't ask that each week.

# What the leaflet of a medicine to stop with says. As the leaflet's own, never as our advice; "stop" only where a source
# says so (programme/facts/leaflets.py). What fits "call" is 111 or a pharmacist, never a line for mental health.

leaflet-mood-varenicline = You told me you use varenicline. Its leaflet says to stop taking it and contact your doctor straight away if you become low or on edge, if what you do worries you or your family, or if you think of ending your life. If you can't reach your doctor today, call { $call }.
leaflet-mood-cytisine = You told me you use cytisine. It can change your mood: worry and being easily annoyed are known side effects. If you have these, or feel low, please tell the person who prescribes it today, or call { $call }.
leaflet-mood-bupropion = You told me you use bupropion. Feeling low, worried or on edge are known side effects. If you have these, please tell the person who prescribes it today, or call { $call }.

leaflet-side-varenicline = <b>Varenicline:</b> its leaflet says to stop taking it and get emergency help if you get a rash, or your skin peels or blisters. If your face, lips, tongue or throat swell, or it's hard to breathe, it says to stop taking it and tell your doctor at once. Signs of a heart attack or a stroke: get emergency help right away.
leaflet-side-cytisine = <b>Cytisine:</b> if you took more than planned and feel ill, are sick, your heart races or it's hard to breathe, the NHS says to stop taking it and contact your doctor or a pharmacist.
leaflet-side-bupropion = <b>Bupropion:</b> its leaflet warns of fits. If you have one, or your face or throat swells, or it's hard to breathe, get emergency help right away. Ask before you take the next one.
leaflet-side-nicotine = <b>Patches, gum, lozenges, sprays:</b> if your chest hurts, your heart beats unevenly, your mouth or tongue swells, or it's hard to breathe, get emergency help right away. A pharmacist can help with the rest.
leaflet-side-vape = <b>Vapes:</b> a doctor, a pharmacist or a stop smoking adviser can help with side effects.

leaflet-stopped-varenicline = Varenicline's leaflet says you may feel low or touchy, or sleep badly, for a while after it. If you do, please tell your doctor or a pharmacist.
