"""`alongside trial danger`: what somebody in danger gets, and how fast, lived through the real process over HTTP.

A scenario is a function that lives it on a Stage, and a line in `trials.danger.command.SCENARIOS`. To add one:

A play is the shorter way: `async def <name>(play: Play) -> None` that says `play.line("what it is about")`, lets people
write and tap, and says what had to come (`play.reads`); `played(<name>)` makes a scenario of it (see words.py).

1. Write `trials/danger/<name>.py` with `async def <name>(stage: Stage, size: Size) -> Sequence[Figure]`.
2. In it, put people on the stage (`await stage.practitioner("Lee")`, `await stage.client("Sam", lee)`, both before the
   service runs; `stage.phone("Ann")` is a stranger), call `await stage.begin()`, let them write and tap on their
   phones, and wait with `await stage.reads(phone, "999")`. `stage.turn(seconds)` moves the clock of all.
3. Give back figures (a time with its goal, or a count), or none: what matters then is the transcript.
4. Add `Scenario("<name>", "who lives it and what is to be seen", <name>)` to SCENARIOS; `short=False` where it takes
   long: CI and `--quick` leave it out then.

What every phone of a stage showed is printed to `<folder>/<name>.txt` at the end, each line with its second, for a
person to read. Times are printed with their goal and never asserted: machines differ. What is asserted in CI is order
(tests/trials/test_danger.py).
"""
