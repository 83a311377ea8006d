"""Clinical facts: every clinical sentence that people read stands on one of these, or it is not said."""
