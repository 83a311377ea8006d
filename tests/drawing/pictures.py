"""Made-up pictures with as many and as long words as there can be, and with as little as there can be."""

from bot.kit.screen import BarsPicture, CoursePicture, DaysPicture, GridPicture, Picture

PARTS = ("Morning", "Midday", "Afternoon", "Evening", "Night")
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MOODS = ("Very low", "Low", "Mixed", "OK", "Good")
DATES = ("23 Feb", "9 Mar", "23 Mar", "20 Apr")
FULL = GridPicture("When it was", WEEK, PARTS, ((1, 0, 0, 2, 0, 0, 0), (0, 0, 1, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0, 0),
            (0, 2, 0, 0, 3, 1, 0), (1, 0, 2, 0, 105, 4, 1)))  # fmt: skip
EMPTY = GridPicture("When it was", WEEK, PARTS, ((0,) * 7,) * 5)
GOING_ON = (("Stress", 128), ("Low mood", 75), ("A drink", 3), ("Others smoking", 2), ("Good mood", 2), ("Bored", 1),
            ("Something else", 1))  # fmt: skip
BARS = BarsPicture("What was going on", (("What was going on", GOING_ON),
("Your mood then", tuple(zip(MOODS, (2, 7, 3, 0, 1),
            strict=True)))))  # fmt: skip
ONE_BAR = BarsPicture("What was going on", (("What was going on", (("Stress", 1),)),))
FELT = CoursePicture("Mood and urges", tuple((7 * n, DATES[n]) for n in range(4)), "Mood", MOODS,
              (0, 1, 1, None, 2, 3, 4) * 4, "Strongest urge, 0 to 5", 5, (5, 4, None, None, 3, 0, 1) * 4)  # fmt: skip
NOTHING_FELT = CoursePicture("Mood and urges", (), "Mood", MOODS, (None,) * 7, "Strongest urge, 0 to 5", 5, (None,) * 7)
BEFORE = ((12, 12), (10, 10), None, (6, None), None, (8, 8), (20, 20))
AFTER = ((0, 0), (2, 5), (1, 1), None, None, (0, 0))
SMOKED = DaysPicture(
    "Cigarettes a day", tuple((14 * n, DATES[n % 4]) for n in range(6)),
    BEFORE * 6 + AFTER * 7,
    ((42, "Quit date"),), "what you said", "or up to this", "none that day", "no mark: not said",
)  # fmt: skip
ONLY_NONE = DaysPicture("Cigarettes a day", ((0, "23 Feb"),), ((0, 0),) * 7, (), "a", "b", "c", "d")
PICTURES: dict[str, Picture] = {
    "when": FULL, "when, empty": EMPTY, "bars": BARS, "one bar": ONE_BAR, "felt": FELT, "nothing felt": NOTHING_FELT,
    "smoked": SMOKED, "none": ONLY_NONE,
}  # fmt: skip
