"""The events of each subject: what happened, with which consent it goes, how long it stays (programme.event)."""
