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
