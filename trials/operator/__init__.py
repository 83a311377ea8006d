"""`alongside trial operator`: an administrator's afternoon and the worst night after it, against the real processes.

A trial is a function that lives it over one empty database, and a line in `trials.operator.command.TRIALS`. To add one:

1. Write `trials/operator/<name>.py` with `async def <name>(place: Place) -> Sequence[Line]`. `place.folder` is its own,
   `place.url` an empty database of the kind of that run, `place.short` says that CI lives it.
2. In it, start the real commands as an administrator would (`trials.danger.stage.DangerStage` has people with phones
and the
   service; `trials.operator.trial` types a command), do the harm, and look.
3. Give back lines: what had to be so, whether it was, and what was seen. A figure in seconds or megabytes stands beside
   its goal: it is printed, and never asserted, for machines differ.
4. Add `Trial("<name>", "what is lived and what is to be seen", <name>)` to TRIALS; `short=False` where it takes long or
   needs what CI does not have, `databases` where it is about one kind alone.
"""
