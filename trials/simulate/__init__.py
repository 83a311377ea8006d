"""`alongside simulate`: made-up people live months in minutes through the real acts, and then every rule is looked at.

Read population (who they are and what happens to them), town (what they did, as it truly was), living (the loop),
checks (S1 to S15, each over records and the truth), table and command.
"""
