"""What happens by itself: the pulse and the timetable."""
