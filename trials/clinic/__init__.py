"""`alongside trial clinic`: eight months of one clinic, lived on phones over HTTP with the clock turned, and looked at.

To read what was lived: docs/lived. To add a person:

1. Write a function in `trials/clinic/cast.py` that gives a Life: what is true of their days, when they look at their
   phone, what they do on which day (`life.on("2026-05-08", "12:00", writes("/pause", "A week"))`), and add it to
   EVERYBODY. What comes by itself they answer by `trials/clinic/life.py`: truly, or not at all.
2. Write into `trials/clinic/looks` what has to stand on whose page because of it, by hand: a look calls nothing of the
   product. A new look is named in `trials/clinic/command.py`.
3. Live it: `alongside trial clinic --only Dan --out /tmp/dan`, and read the chat.

The service is the whole one of `alongside run`, in this process, over a file of its own: eight months in a process of
their own would take hours of the wall's clock (docs/decisions/0042).
"""
